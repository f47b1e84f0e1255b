"""One shape on one database, in a process of its own (started by ``python -m bench.load``); JSON on the last line."""

import asyncio
import json
import os
import sys
import time
from datetime import UTC, datetime

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # the learners' answers are looked up between two requests, in one thread

import django

django.setup()

from django.db import connection  # noqa: E402

from bench.load import after, row, school, server  # noqa: E402
from bench.load.run import Run  # noqa: E402
from bench.load.shapes import SHAPES  # noqa: E402
from bench.site import version  # noqa: E402
from trailstone.operate.serving import prepare  # noqa: E402


def main(name: str, minutes: float, scale: float) -> None:
    """Make the school, serve it, let everybody work, look at what is left."""
    shape = SHAPES[name].scaled(scale)
    began = time.perf_counter()
    prepare()
    rooms = school.make(shape.learners)
    prepare()  # as a restart does: with statistics of the school as it is now
    print(f"a school of {shape.learners} in {time.perf_counter() - began:.0f} s", flush=True)
    since = datetime.now(UTC)
    with server.served() as (port, pid):
        run = Run(shape, rooms, port, server.Watch(pid), 60 * minutes)
        asyncio.run(run.whole())
    connection.close()
    found = after.found(run.tally, since)
    print(json.dumps(row.figures(run, found, f"{connection.vendor} {version()}")))


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]), float(sys.argv[3]))
