"""The figures of ``/metrics``: requests, answers, jobs, the age of the last backup."""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from django.conf import settings

from trailstone.operate.backup import status
from trailstone.operate.backup.checking import version
from trailstone.operate.journal import state
from trailstone.operate.metrics import FOLDER, Counts, labels, requests_shown, together
from trailstone.operate.models import Job

ANSWERS: Final = frozenset({"answer", "api:answer"})
TAKEN: Final = frozenset({200, 201, 302})


def figures(now: datetime) -> Iterator[str]:
    """Line by line, in Prometheus's text format 0.0.4. One statement."""
    counts = together(settings.DATA / FOLDER)
    yield from ("# TYPE trailstone_info gauge", f"trailstone_info{labels({'version': version()})} 1")
    yield from requests_shown(counts)
    yield from ("# TYPE trailstone_answers_total counter", f"trailstone_answers_total {answers(counts):.0f}")
    yield from _jobs()
    yield from _ages(now)


def answers(counts: Counts) -> float:
    """Answers that were taken since the site started."""
    return sum(
        sum(row[:-1])
        for (route, method, code), row in counts.items()
        if route in ANSWERS and method == "POST" and code in TAKEN
    )


def _jobs() -> Iterator[str]:
    rows = list(Job.objects.order_by("name"))
    yield "# TYPE trailstone_job_failures gauge"
    for row in rows:
        yield f"trailstone_job_failures{labels({'job': row.name})} {row.failures}"
    yield "# TYPE trailstone_job_last_success_timestamp_seconds gauge"
    for row in rows:
        if row.good_at:
            about = labels({"job": row.name})
            yield f"trailstone_job_last_success_timestamp_seconds{about} {row.good_at.timestamp():.0f}"


def _ages(now: datetime) -> Iterator[str]:
    """Seconds since the last proved backup, and since which the journal is behind; absent when there is none."""
    for name, at in (
        ("backup_age", status.read(settings.DATA).made_at),
        ("journal_lag", state.read(settings.DATA).upto),
    ):
        if at:
            yield f"# TYPE trailstone_{name}_seconds gauge"
            yield f"trailstone_{name}_seconds {(now - datetime.fromisoformat(at)).total_seconds():.0f}"
