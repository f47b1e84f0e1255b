"""One database measured, in a process of its own: ``python -m bench.site`` (started by ``python -m bench``).

The last line it prints is JSON: the database's version and a row of figures for each thing measured.
"""

import argparse
import json
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import django

django.setup()  # before anything of the site is imported

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402

from bench import bare, clients, machine, plan, reports  # noqa: E402
from bench.times import Times  # noqa: E402
from trailstone.content.actions import load_courses  # noqa: E402
from trailstone.people.models import School  # noqa: E402

PAGES, CALLS = 8, 16  # learners at work for each way of answering, 200 answers each: more than a run can send
WARM = 12  # answers sent each way before anything is measured: the first start KaTeX and fill what is kept


def main() -> None:
    """Make the school, measure what is wanted, print the figures."""
    wanted = _arguments()
    now = datetime.now(UTC)
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    load_courses()
    school = plan.new_school(now)
    rows: dict[str, Any] = {}
    if "answers" in wanted.only:
        rows |= _answers(school, now, wanted)
    if "reports" in wanted.only:
        rows |= reports.measured(*reports.class_of_35(school, now), now)
    print(json.dumps({"version": version(), "rows": rows}))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, required=True)
    parser.add_argument("--clients", type=int, required=True)
    parser.add_argument("--only", type=lambda text: text.split(","), required=True)
    return parser.parse_args()


def _answers(school: School, now: datetime, wanted: argparse.Namespace) -> dict[str, Any]:
    """The answer path over HTTP in both ways, and at once afterwards the same SQL without it."""
    alone = plan.learner(school, "alone", now)
    by_page, by_api = plan.works(school, PAGES, now, "page"), plan.works(school, CALLS, now, "api")
    first = plan.works(school, 2, now, "first")
    path = bare.recorded(alone, now)
    bare.prepare(alone, now)
    with _served() as server:
        load = {"clients": wanted.clients, "seconds": wanted.seconds}
        for ask, work in zip((clients.page, clients.api), first, strict=True):
            clients.load(server.port, [plan.Work(work.cookies, work.answers[:WARM])], ask, clients=1, seconds=60)
        page = _with_cpu(server.pid, lambda: clients.load(server.port, by_page, clients.page, **load))
        api = _with_cpu(server.pid, lambda: clients.load(server.port, by_api, clients.api, **load))
    if connection.vendor == "sqlite":
        alike: Times | None = bare.on_sqlite(path, wanted.seconds / 2)
    else:
        alike = bare.on_postgresql(path, wanted.seconds / 2, wanted.clients)
    return {"page": page, "api": api, **({"bare": alike.plain()} if alike else {})}


def _with_cpu(pid: int, run: Callable[[], Times]) -> dict[str, float]:
    """The figures of a run, with the processor time the server had for one answer (other work changes it least)."""
    before = machine.cpu_seconds(pid)
    found = run()
    return {**found.plain(), "cpu": 1000 * (machine.cpu_seconds(pid) - before) / max(1, found.count)}


@dataclass(frozen=True, slots=True)
class Served:
    """The running server."""

    port: int
    pid: int


@contextmanager
def _served() -> Iterator[Served]:
    """The site on a free port of loopback, warm."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    server = subprocess.Popen([sys.executable, "-m", "bench.server", str(port)], stdout=subprocess.DEVNULL)
    try:
        _wait(port, server)
        yield Served(port, server.pid)
    finally:
        server.terminate()
        server.wait(30)


def _wait(port: int, server: subprocess.Popen[bytes]) -> None:
    for _ in range(1200):
        with closing(socket.socket()) as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        if server.poll() is not None:
            break
        time.sleep(0.1)
    raise RuntimeError("the server of the bench did not start")


def version() -> str:
    """The database, its version and how it keeps its promises to the disk."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT sqlite_version()")
            return f"{cursor.fetchone()[0]}, WAL, synchronous=FULL"
        cursor.execute("SELECT current_setting('server_version'), current_setting('synchronous_commit')")
        version, commit = cursor.fetchone()
        return f"{version.split()[0]}, synchronous_commit={commit}"


if __name__ == "__main__":
    main()
