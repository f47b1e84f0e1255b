"""One database measured, in a process of its own: ``python -m bench.site`` (started by ``python -m bench``).

The last line it prints is JSON: the database's version and a row of figures for each thing measured.
"""

import argparse
import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import django

django.setup()  # before anything of the site is imported

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402

from bench import bare, clients, machine, plan, reports, stages  # noqa: E402
from bench.served import Served, served  # noqa: E402
from bench.times import Times  # noqa: E402
from trailstone.content.actions import load_courses  # noqa: E402
from trailstone.people.models import School  # noqa: E402

BY_PAGE, BY_API = 16, 80  # answers a second that a connection can send at most: more than any gets through
WARM = 4  # answers sent by each connection before anything is measured: the first start KaTeX and fill what is kept


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
    """The answer path over HTTP in both ways, and at once before and after the same SQL without it."""
    (alone,) = plan.works(school, 1, now, "alone", 10)
    by_page = plan.works(school, wanted.clients, now, "page", BY_PAGE * wanted.seconds)
    by_api = plan.works(school, wanted.clients, now, "api", BY_API * wanted.seconds)
    statement = bare.recorded(alone, now)
    bare.prepare(alone.learner, now)
    before = _bare(statement, alone, wanted, 1)
    with served() as server:
        rows: dict[str, Any] = {"page": _run(server, by_page, clients.page, wanted.seconds)}
        rows["api"] = _run(server, by_api, clients.api, wanted.seconds)
    after = _bare(statement, alone, wanted, 2)
    rows["stages"] = stages.shares(plan.works(school, 1, now, "staged", 200)[0])
    return rows | ({"bare": max(before, after, key=lambda one: one.rate).plain()} if before and after else {})


def _bare(statement: bare.Statement, alone: plan.Work, wanted: argparse.Namespace, run: int) -> Times | None:
    if connection.vendor == "sqlite":
        return bare.on_sqlite(statement, alone.learner, wanted.seconds / 3, run)
    return bare.on_postgresql(statement, alone.learner, max(2, wanted.seconds / 3), run, wanted.clients)


def _run(server: Served, works: Sequence[plan.Work], ask: clients.Ask, seconds: float) -> dict[str, float]:
    """Answers that do not end an activity, one learner a connection. With the processor time that the server and the
    generator had for one of them: the figures that other work on the machine changes least."""
    crowd = clients.Crowd(server.port, len(works))
    crowd.load([clients.openings(work) for work in works], seconds=120)
    each = [clients.requests(work, [sent for sent in work.answers if not sent.last], ask) for work in works]
    crowd.load([one[:WARM] for one in each], seconds=60)
    before = machine.cpu_seconds(server.pid)
    found = crowd.load([one[WARM:] for one in each], seconds=seconds)
    crowd.close()
    spent, count = machine.cpu_seconds(server.pid) - before, max(1, found.times.count)
    return {**found.times.plain(), "cpu": 1000 * spent / count, "generator": 1000 * found.cpu / count}


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
