"""The load: connections that each send the answers of one learner after the other."""

import json
import queue
import threading
import time
from collections.abc import Callable, Iterable
from http.client import HTTPConnection
from urllib.parse import urlencode

from bench.plan import TOKEN, Sent, Work
from bench.times import Times, times

Ask = Callable[[Sent], tuple[str, str, dict[str, str]]]  # address, body, headers


def page(sent: Sent) -> tuple[str, str, dict[str, str]]:
    """An answer as the page sends it with htmx; the player's HTML comes back."""
    fields = {"client_key": str(sent.client_key), "csrfmiddlewaretoken": TOKEN, **sent.response}
    headers = {"Content-Type": "application/x-www-form-urlencoded", "HX-Request": "true"}
    return f"/practice/{sent.attempt}/{sent.number}/answer/", urlencode(fields, doseq=True), headers


def api(sent: Sent) -> tuple[str, str, dict[str, str]]:
    """An answer as a program sends it."""
    body = {"client_key": str(sent.client_key), "response": sent.response}
    address = f"/api/v1/attempts/{sent.attempt}/questions/{sent.number}/answer"
    return address, json.dumps(body), {"Content-Type": "application/json"}


def load(port: int, works: Iterable[Work], ask: Ask, *, clients: int, seconds: float) -> Times:
    """Send as much as there is, at most so long. An answer that is not 200 counts as failed."""
    waiting: queue.SimpleQueue[Work] = queue.SimpleQueue()
    for work in works:
        waiting.put(work)
    spent: list[float] = []
    failed: list[int] = []
    began = time.perf_counter()

    def client() -> None:
        connection = HTTPConnection("127.0.0.1", port, timeout=30)
        try:
            while True:
                work = waiting.get_nowait()
                for sent in work.answers:
                    if time.perf_counter() - began > seconds:
                        return
                    _send(connection, work, ask(sent), spent, failed)
        except queue.Empty:
            return
        finally:
            connection.close()

    threads = [threading.Thread(target=client) for _ in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return times(spent, lasted=time.perf_counter() - began, failed=len(failed))


def _send(
    connection: HTTPConnection,
    work: Work,
    asked: tuple[str, str, dict[str, str]],
    spent: list[float],
    failed: list[int],
) -> None:
    address, body, headers = asked
    start = time.perf_counter()
    connection.request("POST", address, body, {**headers, "Cookie": work.cookies, "X-CSRFToken": TOKEN})
    reply = connection.getresponse()
    reply.read()
    spent.append(time.perf_counter() - start)
    if reply.status != 200:
        failed.append(reply.status)
