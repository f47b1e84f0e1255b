"""One database measured, in a process of its own: ``python -m bench.site`` (started by ``python -m bench``).

The last line it prints is JSON: the database's version and a row of figures for each thing measured.
"""

import argparse
import json
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from typing import Any

import django

django.setup()  # before anything of the site is imported

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402

from bench import bare, clients, plan, reports  # noqa: E402
from bench.times import Times  # noqa: E402
from trailstone.content.actions import load_courses  # noqa: E402
from trailstone.people.models import School  # noqa: E402

EACH = 24  # learners at work for each way of answering: more answers than a run can send


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
    print(json.dumps({"version": _version(), "rows": rows}))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, required=True)
    parser.add_argument("--clients", type=int, required=True)
    parser.add_argument("--only", type=lambda text: text.split(","), required=True)
    return parser.parse_args()


def _answers(school: School, now: datetime, wanted: argparse.Namespace) -> dict[str, Any]:
    """The answer path over HTTP in both ways, and at once afterwards the same SQL without it."""
    alone = plan.learner(school, "alone", now)
    by_page, by_api = plan.works(school, EACH, now, "page"), plan.works(school, EACH, now, "api")
    path = bare.recorded(alone, now)
    bare.prepare(alone, now)
    with _served() as port:
        load = {"clients": wanted.clients, "seconds": wanted.seconds}
        page = clients.load(port, by_page, clients.page, **load)
        api = clients.load(port, by_api, clients.api, **load)
    if connection.vendor == "sqlite":
        alike: Times | None = bare.on_sqlite(path, wanted.seconds / 2)
    else:
        alike = bare.on_postgresql(path, wanted.seconds / 2, wanted.clients)
    rows = {"page": page, "api": api, **({"bare": alike} if alike else {})}
    return {name: row.plain() for name, row in rows.items()}


@contextmanager
def _served() -> Iterator[int]:
    """The site on a free port of loopback, warm."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    server = subprocess.Popen([sys.executable, "-m", "bench.server", str(port)], stdout=subprocess.DEVNULL)
    try:
        _wait(port, server)
        yield port
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


def _version() -> str:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT sqlite_version()")
            return f"{cursor.fetchone()[0]}, WAL, synchronous=FULL"
        cursor.execute("SELECT current_setting('server_version'), current_setting('synchronous_commit')")
        version, commit = cursor.fetchone()
        return f"{version.split()[0]}, synchronous_commit={commit}"


if __name__ == "__main__":
    main()
