"""One shape on one database, in a process of its own (started by ``python -m bench.load``); JSON on the last line."""

import asyncio
import json
import os
import sys
import time
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime
from typing import Any, TypeVar

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # the learners' answers are looked up between two requests, in one thread

import django
import uvloop

django.setup()

from django.conf import settings  # noqa: E402
from django.db import connection  # noqa: E402

from bench.load import after, grid, million, row, school, server  # noqa: E402
from bench.load.backups import Backups  # noqa: E402
from bench.load.run import Run  # noqa: E402
from bench.load.shapes import SHAPES, Shape  # noqa: E402
from bench.served import served  # noqa: E402
from bench.site import version  # noqa: E402
from trailstone.operate.serving import prepare  # noqa: E402

T = TypeVar("T")


def main(name: str, minutes: float, scale: float, *words: str) -> None:
    """Make the school, serve it, let everybody work, look at what is left."""
    database = f"{'PostgreSQL' if connection.vendor == 'postgresql' else 'SQLite'} {version()}"
    if name == "reports":
        found = _reports(scale)
    else:
        found = _shape(SHAPES[name].scaled(scale), 60 * minutes, database, backups="backups" in words)
    print(json.dumps(found | {"database": database}))


def _made(make: Callable[[], T]) -> T:
    """A school as it stands after a restart, with statistics of its rows."""
    began = time.perf_counter()
    prepare(datetime.now(UTC), without_backup=True)
    found = make()
    prepare(datetime.now(UTC), without_backup=True)
    connection.cursor().execute("ANALYZE")  # a school has its statistics; PostgreSQL would make them in a minute or so
    print(f"the school was made in {time.perf_counter() - began:.0f} s", flush=True)
    return found


def _run(work: Coroutine[Any, Any, T]) -> T:
    """In the quickest loop there is: on one machine, what the people cost is taken from the site."""
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        return runner.run(work)


def _reports(scale: float) -> dict[str, Any]:
    room = _made(lambda: million.make(round(1000 * scale), round(1_000_000 * scale)))
    with served() as site:
        return _run(grid.measure(site.port, room, server.Watch(site.pid)))


def _shape(shape: Shape, seconds: float, database: str, *, backups: bool) -> dict[str, Any]:
    rooms = _made(lambda: school.make(shape.learners))
    since = datetime.now(UTC)
    with served() as site:
        made = Backups(settings.DATA / "backups-of-this-run") if backups else None
        run = Run(shape, rooms, site.port, server.Watch(site.pid), seconds, made)
        _run(run.whole())
    connection.close()
    return row.figures(run, after.found(run.tally, since), database)


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]), float(sys.argv[3]), *sys.argv[4:])
