"""The reports shape: a grid of 1,000 learners x 200 skills, and a file of a million answers, read as a teacher does."""

import asyncio
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.urls import NoReverseMatch, reverse

from bench.load import http, people
from bench.load.server import Watch
from bench.load.tally import Caller, Tally
from trailstone.people.models import Classroom

PAGE_MS: Final = 1000
MEMORY_MB: Final = 150
LOOKS: Final = 5
PAGES: Final = (("skills-report", "?course=wide&unit=wide/u1"), ("skills-report", "?course=wide&unit=all"),
                ("mastery-report", "?course=wide"))  # fmt: skip


@dataclass
class Download:
    """The file: bytes as they came, rows, seconds."""

    size: int = 0
    rows: int = 0
    seconds: float = 0


def addresses(room: Classroom) -> Mapping[str, str]:
    """The pages of the grid that this version of the site has."""
    found = {}
    for name, query in PAGES:
        try:
            found[f"{name} {query}"] = reverse(name, args=[room.pk]) + query
        except NoReverseMatch:
            continue
    return found


async def measure(port: int, room: Classroom, watch: Watch) -> dict[str, Any]:
    """Each page LOOKS times, then the file while a learner reads pages."""
    tally = Tally()
    tally.enter("work")
    teacher, learner = (Caller(http.Browser(port), tally) for _ in range(2))
    await people.sign_in(teacher, "owner", typo=False)
    await people.sign_in(learner, "learner.0", typo=False)
    for _ in range(LOOKS + 1):
        for name, address in addresses(room).items():
            await teacher.get(name, address)
        _forget_first(tally)
    before = watch.take().memory
    watching, reading = asyncio.create_task(watch.look()), asyncio.create_task(_read(learner))
    file = await _download(teacher, reverse("answers-file", args=[room.pk]))
    watching.cancel()
    reading.cancel()
    most = max(one.memory for one in watch.samples)
    return _row(tally, file, before, most)


def _forget_first(tally: Tally) -> None:
    """The first look at each page fills what is kept, and does not count."""
    if not tally.spent.get(("first", "")):
        tally.spent.clear()
        tally.spent["first", ""] = [0.0]


async def _read(learner: Caller) -> None:
    while True:
        await learner.get("page beside the file", "/learn/")
        await asyncio.sleep(0.5)


async def _download(teacher: Caller, path: str) -> Download:
    """The file as it comes, thrown away at once; the browser of the shapes would hold it whole."""
    reader, writer = await asyncio.open_connection("127.0.0.1", teacher.browser.port)
    cookies = "; ".join(f"{name}={value}" for name, value in teacher.browser.cookies.items())
    body = f"csrfmiddlewaretoken={teacher.browser.cookies['csrftoken']}"
    asked = f"POST {path} HTTP/1.0\r\nHost: 127.0.0.1\r\nOrigin: http://127.0.0.1\r\nCookie: {cookies}"
    kind = f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}"
    writer.write(f"{asked}\r\n{kind}\r\n\r\n{body}".encode())
    file, began = Download(), time.perf_counter()
    head = await reader.readuntil(b"\r\n\r\n")
    if b" 200 " not in head[:20]:
        raise RuntimeError(head.decode())
    while piece := await reader.read(2**16):
        file.size += len(piece)
        file.rows += piece.count(b"\n")
    writer.close()
    file.seconds = time.perf_counter() - began
    return file


def _row(tally: Tally, file: Download, before: float, most: float) -> dict[str, Any]:
    kinds = {kind: tally.times({"work"}, {kind}).plain() for kind in tally.kinds if kind}
    pages = [(name, one) for name, one in kinds.items() if "report" in name]
    missed = [f"{name}: p95 {one['p95']:.0f} ms of {PAGE_MS}" for name, one in pages if one["p95"] > PAGE_MS]
    missed += [f"memory grew by {most - before:.0f} MB of {MEMORY_MB}"] if most - before > MEMORY_MB else []
    missed += [f"{name}: {count}" for name, count in tally.wrong.items()]
    return {
        "shape": "reports", "kinds": kinds, "rows": file.rows, "mb": file.size / 1e6, "file_seconds": file.seconds,
        "memory_before_mb": before, "memory_mb": most, "missed": missed,
    }  # fmt: skip
