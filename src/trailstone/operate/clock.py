"""A computer whose clock went wrong (an empty battery, a wrong year): told at the start, because dates would be wrong.

Nothing depends on it for safety: the order of answers and levels is kept whatever the clock says.
"""

import logging
from datetime import UTC, datetime, timedelta
from typing import Final

from trailstone.people.models import School
from trailstone.practice.models import Answer, Attempt

log = logging.getLogger(__name__)
LENIENT: Final = timedelta(minutes=5)  # clocks are put right by a little all the time
SCHOOLS: Final = 20  # looked at; where there are more, the clock is an administrator's
BEHIND: Final = (
    "The computer's clock says {now:%d %B %Y, %H:%M} UTC, but the newest work is of {newest:%d %B %Y, %H:%M}. Put the "
    "clock right before learners begin: until then new work gets wrong dates, and goals and challenges wait."
)


def newest() -> datetime | None:
    """When the newest thing was done, as the log says; None when nothing was. Ids begin with their time, and the
    tables are sorted by them: two short look-ups a school."""
    tables = (Attempt.objects.values_list("started_at", flat=True), Answer.objects.values_list("at", flat=True))
    schools = School.objects.values_list("pk", flat=True)[:SCHOOLS]
    found = [table.filter(school_id=school).order_by("-id").first() for school in schools for table in tables]
    return max((at for at in found if at is not None), default=None)


def remark(at: datetime) -> str:
    """What an operator should know when it is ``at``; empty when the clock may be right."""
    last = newest()
    behind = last is not None and last > at + LENIENT
    return BEHIND.format(now=at.astimezone(UTC), newest=last.astimezone(UTC)) if behind and last else ""


def warn(at: datetime) -> None:
    """The same into the log, which stands on the screen of whoever starts the site."""
    if said := remark(at):
        log.warning(said)
