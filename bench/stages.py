"""Where the time of an answer goes: the site as a WSGI application in this process, one answer after the other.

Each stage is a function of the site, timed from outside; what no stage has is Django around them. Processor time is
that of the answering thread, so that waiting for the disk shows as waiting.
"""

import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from django.core.wsgi import get_wsgi_application

from bench import clients
from bench.plan import Work
from trailstone import lane
from trailstone.api import attempts, quick
from trailstone.practice import log
from trailstone.practice.actions import steps

WARM = 20
STAGES: tuple[tuple[str, Any, str], ...] = (
    ("pass, address and token checked", lane, "_holder"),
    ("pass, address and token checked", lane, "_way"),
    ("pass, address and token checked", lane.Lane, "_from_our_pages"),
    ("read, graded", steps, "_answer"),
    ("written, on the disk", log, "add"),
    ("reply put together", attempts, "reply_state"),
    ("reply as JSON", quick._RENDERER, "render"),
)
Spent = dict[str, list[float]]  # stage -> seconds of the processor, seconds by the clock


def shares(work: Work) -> list[tuple[str, float, float]]:
    """For each stage the milliseconds of an answer: by the processor, by the clock. The last rows are the rest."""
    site, spent = get_wsgi_application(), defaultdict(lambda: [0.0, 0.0])
    sent = clients.requests(work, [one for one in work.answers if not one.last], clients.api)
    for opening in clients.openings(work):
        _ask(site, opening)
    for request in sent[:WARM]:
        _ask(site, request)
    whole = time.process_time()
    with _timed(spent):
        for request in sent[WARM:]:
            _clocked(spent["all"], _ask, site, request)
    writer = time.process_time() - whole - spent["all"][0]
    return _rows(spent, writer, len(sent) - WARM)


def _rows(spent: Spent, writer: float, count: int) -> list[tuple[str, float, float]]:
    every = spent.pop("all")
    rest = [every[at] - sum(stage[at] for stage in spent.values()) for at in (0, 1)]
    rows = {**spent, "Django around it": rest, "the writing thread": [writer, 0.0]}
    return [(name, 1000 * cpu / count, 1000 * clock / count) for name, (cpu, clock) in rows.items()]


@contextmanager
def _timed(spent: Spent) -> Iterator[None]:
    """The stages, each with a clock around it."""
    before = [(where, name, getattr(where, name)) for _, where, name in STAGES]
    for (stage, where, name), (_, _, act) in zip(STAGES, before, strict=True):
        setattr(where, name, _with_clock(spent, stage, act))
    try:
        yield
    finally:
        for where, name, act in before:
            setattr(where, name, act)


def _with_clock(spent: Spent, stage: str, act: Callable[..., Any]) -> Callable[..., Any]:
    return lambda *given, **named: _clocked(spent[stage], act, *given, **named)


def _clocked(into: list[float], act: Callable[..., Any], *given: Any, **named: Any) -> Any:
    cpu, clock = time.thread_time(), time.perf_counter()
    try:
        return act(*given, **named)
    finally:
        into[0] += time.thread_time() - cpu
        into[1] += time.perf_counter() - clock


def _ask(site: Callable[..., Any], request: bytes) -> None:
    """One request as an HTTP server hands it on."""
    head, _, body = request.partition(b"\r\n\r\n")
    (first, *lines), said = head.decode().split("\r\n"), []
    method, path, _ = first.split(" ")
    environ = {
        "REQUEST_METHOD": method, "PATH_INFO": path, "QUERY_STRING": "", "SERVER_NAME": "localhost",
        "SERVER_PORT": "80", "SERVER_PROTOCOL": "HTTP/1.1", "REMOTE_ADDR": "127.0.0.1", "wsgi.url_scheme": "http",
        "wsgi.version": (1, 0), "wsgi.input": BytesIO(body), "wsgi.errors": sys.stderr,
    }  # fmt: skip
    for line in lines:
        name, _, value = line.partition(": ")
        name = name.upper().replace("-", "_")
        environ[name if name in ("CONTENT_TYPE", "CONTENT_LENGTH") else f"HTTP_{name}"] = value
    reply = site(environ, lambda status, headers: said.append(status))
    b"".join(reply)
    reply.close()
    if not said[0].startswith("200"):
        raise RuntimeError(f"{path}: {said[0]}")
