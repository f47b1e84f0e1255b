"""Running the jobs that are due, and remembering what came of them."""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.db.models import F

from trailstone.operate.backup.errors import Refused
from trailstone.operate.jobs.schedule import after_failure, mended
from trailstone.operate.jobs.table import JOBS, Plan
from trailstone.operate.jobs.work import Failed
from trailstone.operate.models import Job, Outcome
from trailstone.people.models import School

log = logging.getLogger(__name__)
Clock = Callable[[], datetime]
UNEXPECTED = "It stopped with an error nobody foresaw ({}). The log of the site has the details."
INTERRUPTED = "It was interrupted: the site or the computer was stopped meanwhile. It will be tried again."
A_MOMENT = timedelta(seconds=1)


def zone() -> ZoneInfo:
    """The time zone whose nights count: that of the first school."""
    name = School.objects.order_by("pk").values_list("time_zone", flat=True).first()
    return ZoneInfo(name or "UTC")


def plan(at: datetime) -> None:
    """Put every job of the table into the database, due in the next night, and mend what a wrong clock planned."""
    where, known = zone(), dict(Job.objects.values_list("name", "due"))
    for name, job in JOBS.items():
        if name not in known:
            Job.objects.get_or_create(name=name, defaults={"due": job.after(at, where)})
        elif (due := mended(known[name], at, job.hour, where)) != known[name]:
            Job.objects.filter(name=name).update(due=due)


def pick_up(at: datetime) -> None:
    """Note which runs ended with their process. Only for whoever knows that nobody else runs jobs."""
    Job.objects.filter(outcome=Outcome.RUNNING).update(
        outcome=Outcome.FAILED, message=INTERRUPTED, ended_at=at, due=at, failures=F("failures") + 1
    )


def due(at: datetime) -> list[str]:
    """The jobs to be run now, longest due first. One query."""
    waiting = Job.objects.filter(due__lte=at, name__in=JOBS).exclude(outcome=Outcome.RUNNING)
    return list(waiting.order_by("due", "name").values_list("name", flat=True))


def ask(name: str, at: datetime) -> None:
    """Let the worker run a job at once; one that runs already is left alone."""
    Job.objects.filter(name=name).exclude(outcome=Outcome.RUNNING).update(due=at)


def run(name: str, clock: Clock) -> Job:
    """Run a job and return its row as it is afterwards; a failure is in the row, and never raised.

    Raises:
        KeyError: no job has that name.
    """
    job, began = JOBS[name], clock()
    Job.objects.filter(name=name).update(outcome=Outcome.RUNNING, started_at=began, step="", share=0)
    try:
        message = job.work(began, _Progress(name, clock))
    except (Refused, Failed) as why:
        _failed(name, job, clock(), str(why))
    except Exception as error:
        log.exception("the job %s failed", name)
        _failed(name, job, clock(), UNEXPECTED.format(type(error).__name__))
    else:
        at = clock()
        Job.objects.filter(name=name).update(
            outcome=Outcome.GOOD, message=message, ended_at=at, good_at=at, failures=0, step="", share=0,
            due=job.after(at, zone()),
        )  # fmt: skip
    return Job.objects.get(name=name)


def _failed(name: str, job: Plan, at: datetime, message: str) -> None:
    failures = Job.objects.values_list("failures", flat=True).get(name=name) + 1
    Job.objects.filter(name=name).update(
        outcome=Outcome.FAILED, message=message, ended_at=at, failures=failures, step="", share=0,
        due=after_failure(at, failures, job.hour, zone()),
    )  # fmt: skip


class _Progress:
    """Writes how far a job is, at most once a second."""

    def __init__(self, name: str, clock: Clock) -> None:
        self.name, self.clock, self.told_at = name, clock, clock() - A_MOMENT

    def __call__(self, step: str, share: float) -> None:
        now = self.clock()
        if abs(now - self.told_at) >= A_MOMENT:
            self.told_at = now
            Job.objects.filter(name=self.name).update(step=step, share=round(100 * share))
