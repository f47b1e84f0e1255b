"""``trailstone jobs``: what the site does at night, and what came of it; ``trailstone jobs run NAME`` does one now."""

from datetime import datetime
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from trailstone.operate.jobs import running
from trailstone.operate.jobs.table import JOBS
from trailstone.operate.models import Job, Outcome


class Command(BaseCommand):
    help = "List the nightly jobs with what came of them, or run one now."

    def add_arguments(self, parser: CommandParser) -> None:
        does = parser.add_subparsers(dest="does")
        does.add_parser("list", help="what there is, when it is due, what came of the last run")
        run = does.add_parser("run", help="run one now; fails when it fails")
        run.add_argument("name", choices=list(JOBS))

    def handle(self, *args: Any, **options: Any) -> None:
        running.plan(timezone.now())
        if options["does"] == "run":
            self._run(options["name"])
        else:
            self._list()

    def _run(self, name: str) -> None:
        job = running.run(name, timezone.now)
        if job.outcome == Outcome.FAILED:
            raise CommandError(job.message)
        self.stdout.write(job.message)

    def _list(self) -> None:
        where = running.zone()
        for name, row in Job.objects.in_bulk(list(JOBS)).items():
            self.stdout.write(f"{name:<10} {JOBS[name].title}")
            self.stdout.write(f"{'':<10} next {_local(row.due, where)}; last {_last(row, where)}")


def _last(row: Job, where: Any) -> str:
    if not row.started_at:
        return "never"
    return f"{_local(row.started_at, where)}, {row.get_outcome_display()}. {row.message}"


def _local(at: datetime, where: Any) -> str:
    return f"{at.astimezone(where):%Y-%m-%d %H:%M}"
