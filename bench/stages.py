"""Where the time of an answer goes: the site's event loop in this process, one answer after the other, without HTTP.

Each stage is a function of the site, timed from outside; what no stage has is the lane around them. Processor time is
that of the answering thread, so that waiting for the disk shows as waiting.
"""

import asyncio
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from bench import clients
from bench.plan import Work
from trailstone.api import quick
from trailstone.asgi import application
from trailstone.lane import front
from trailstone.practice import log
from trailstone.practice.actions import steps

WARM = 20
STAGES: tuple[tuple[str, Any, str], ...] = (
    ("pass, address and token checked", front, "holder"),
    ("pass, address and token checked", front, "head_is_ours"),
    ("answer read, graded", steps, "_answer"),
    ("row made", log, "_row"),
    ("reply put together", quick, "reply_state"),
    ("reply as JSON", quick, "as_json"),
)
Spent = dict[str, list[float]]  # stage -> seconds of the processor, seconds by the clock


def shares(work: Work) -> list[tuple[str, float, float]]:
    """For each stage the milliseconds of an answer: by the processor, by the clock. The last rows are the rest."""
    sent = clients.requests(work, [one for one in work.answers if not one.last], clients.api)
    return asyncio.run(_asked(clients.openings(work), sent))


async def _asked(openings: list[bytes], sent: list[bytes]) -> list[tuple[str, float, float]]:
    spent: Spent = defaultdict(lambda: [0.0, 0.0])
    for request in [*openings, *sent[:WARM]]:
        await _ask(request)
    whole, cpu, clock = time.process_time(), time.thread_time(), time.perf_counter()
    with _timed(spent):
        for request in sent[WARM:]:
            await _ask(request)
    spent["all"] = [time.thread_time() - cpu, time.perf_counter() - clock]
    writer = time.process_time() - whole - spent["all"][0]
    return _rows(spent, writer, len(sent) - WARM)


def _rows(spent: Spent, writer: float, count: int) -> list[tuple[str, float, float]]:
    every = spent.pop("all")
    rest = [every[at] - sum(stage[at] for stage in spent.values()) for at in (0, 1)]
    rows = {**spent, "the lane around it, and waiting": rest, "the writing thread": [writer, 0.0]}
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


async def _ask(request: bytes) -> None:
    """One request as an HTTP server hands it on."""
    head, _, body = request.partition(b"\r\n\r\n")
    (first, *lines), said = head.split(b"\r\n"), []
    method, path, _ = first.decode().split(" ")
    headers = [(name.lower(), value) for name, _, value in (line.partition(b": ") for line in lines)]
    about = {"http_version": "1.1", "query_string": b"", "server": ("localhost", 80), "client": ("127.0.0.1", 1)}
    scope = {"type": "http", "method": method, "path": path, "headers": headers, "scheme": "http", **about}
    if not body:
        headers.append((b"content-length", b"0"))

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        said.append(message.get("status", 200))

    await application(scope, receive, send)
    if said[0] != 200:
        raise RuntimeError(f"{path}: {said[0]}")
