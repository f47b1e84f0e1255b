"""The load: many connections in one thread, each sending its requests one after the other as fast as replies come.

Plain sockets, and requests made beforehand: it runs on the cores of the server and its share of them is printed.
"""

import json
import selectors
import socket
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlencode

from bench.plan import TOKEN, Sent, Work
from bench.times import Times, times

Ask = Callable[[Sent], tuple[str, str, str]]  # address, headers, body


def page(sent: Sent) -> tuple[str, str, str]:
    """An answer as the page sends it with htmx; the player's HTML comes back."""
    fields = {"client_key": str(sent.client_key), "csrfmiddlewaretoken": TOKEN, **sent.response}
    headers = "Content-Type: application/x-www-form-urlencoded\r\nHX-Request: true\r\nAccept-Encoding: gzip, br\r\n"
    return f"/practice/{sent.attempt}/{sent.number}/answer/", headers, urlencode(fields, doseq=True)


def api(sent: Sent) -> tuple[str, str, str]:
    """An answer as a program sends it."""
    body = {"client_key": str(sent.client_key), "response": sent.response}
    address = f"/api/v1/attempts/{sent.attempt}/questions/{sent.number}/answer"
    return address, f"Content-Type: application/json\r\nX-CSRFToken: {TOKEN}\r\n", json.dumps(body)


def requests(work: Work, answers: Iterable[Sent], ask: Ask) -> list[bytes]:
    """The bytes of the requests for these answers of a learner, with a pass that is good from now on."""
    cookies = work.cookies()
    return [_request("POST", *ask(sent), cookies) for sent in answers]


def openings(work: Work) -> list[bytes]:
    """The requests that open each of a learner's attempts, as every page and program does before the first answer."""
    attempts = dict.fromkeys(sent.attempt for sent in work.answers)
    return [_request("GET", f"/api/v1/attempts/{attempt}", "", "", work.cookies()) for attempt in attempts]


def _request(method: str, address: str, headers: str, body: str, cookies: str) -> bytes:
    sent = body.encode()
    head = f"{method} {address} HTTP/1.1\r\nHost: localhost\r\nCookie: {cookies}\r\n{headers}"
    return f"{head}Content-Length: {len(sent)}\r\n\r\n".encode() + sent


@dataclass
class Connection:
    """One connection and what it has still to send."""

    socket: socket.socket
    waiting: Iterator[bytes]
    sent_at: float = 0.0
    got: bytearray = field(default_factory=bytearray)

    def send_next(self) -> bool:
        """False when there is nothing left."""
        request = next(self.waiting, None)
        if request is None:
            return False
        self.sent_at = time.perf_counter()
        self.socket.sendall(request)
        return True

    def reply(self) -> bytes | None:
        """What has come, once a whole reply is there."""
        self.got += self.socket.recv(262_144)
        head = self.got.find(b"\r\n\r\n")
        if head < 0 or len(self.got) < head + 4 + _length(bytes(self.got[:head])):
            return None
        whole = bytes(self.got)
        self.got.clear()
        return whole


def _length(head: bytes) -> int:
    found = head.lower().partition(b"\r\ncontent-length:")[2]
    if not found:
        raise RuntimeError(f"a reply of unknown length: {head[:200]!r}")
    return int(found.partition(b"\r\n")[0])


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came of a run: the times, and the processor time of the generator in seconds."""

    times: Times
    cpu: float


class Crowd:
    """Connections that stay open from one run to the next: one for each learner, as browsers keep theirs."""

    def __init__(self, port: int, count: int) -> None:
        self._connections = [Connection(socket.create_connection(("127.0.0.1", port)), iter(())) for _ in range(count)]
        for connection in self._connections:
            connection.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def load(self, each: Sequence[Sequence[bytes]], *, seconds: float) -> Loaded:
        """On each connection one list of requests, at most so long. A reply that is not 200 counts as failed."""
        selector, spent, failed = selectors.DefaultSelector(), [], 0
        began, cpu = time.perf_counter(), time.process_time()
        for connection, waiting in zip(self._connections, each, strict=True):
            connection.waiting = iter(waiting)
            if connection.send_next():
                selector.register(connection.socket, selectors.EVENT_READ, connection)
        while selector.get_map():
            for key, _ in selector.select():
                reply = key.data.reply()
                if reply is None:
                    continue
                spent.append(time.perf_counter() - key.data.sent_at)
                failed += not reply.startswith(b"HTTP/1.1 200")
                if time.perf_counter() - began > seconds or not key.data.send_next():
                    selector.unregister(key.fileobj)
        lasted, cpu = time.perf_counter() - began, time.process_time() - cpu
        return Loaded(times(spent, lasted=lasted, failed=failed), cpu)

    def close(self) -> None:
        """Hang up."""
        for connection in self._connections:
            connection.socket.close()
