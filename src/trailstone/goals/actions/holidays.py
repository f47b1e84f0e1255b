"""The school's holidays: entered once, by any teacher, for all classes."""

from datetime import date, datetime
from typing import Final

from django.db import transaction

from trailstone.goals.models import Holiday
from trailstone.goals.queries.roadmap import may_take_out
from trailstone.goals.school_days import LONGEST
from trailstone.people import calendar, names
from trailstone.people.errors import OutOfReach, Refused
from trailstone.people.models import School, User

YEARS: Final = 5  # a holiday lies within so many of the school's today
LETTERS: Final = 60  # of a holiday's name


@transaction.atomic
def add_holiday(*, actor: User, name: str, first: date, last: date, at: datetime) -> Holiday:
    """Days without school for the actor's school; the same ones again are the same holiday.

    Raises:
        OutOfReach: the actor does not teach.
        Refused: no name, the last day is before the first, they are more than a year apart, or in quite another year.
    """
    _teaching(actor)
    name = names.checked(name, "the holiday")
    if len(name) > LETTERS:
        raise Refused(f"The name of a holiday has at most {LETTERS} letters. Shorten it.")
    if last < first:
        raise Refused("The last day of a holiday cannot be before its first. Change one of them.")
    if (last - first).days > LONGEST:
        raise Refused("A holiday of more than a year is not one. Look at the two dates again.")
    if max(abs(day.year - calendar.today(actor.school, at).year) for day in (first, last)) > YEARS:
        raise Refused(f"A holiday lies at most {YEARS} years from now. Look at the year of the two dates.")
    School.objects.select_for_update(no_key=True).get(pk=actor.school_id)  # two clicks: one after the other
    made, _ = Holiday.objects.get_or_create(
        school=actor.school, name=name, first=first, last=last, defaults={"entered_by": actor, "entered_at": at}
    )
    return made


@transaction.atomic
def remove_holiday(*, actor: User, holiday_id: int) -> Holiday | None:
    """Take a holiday out of the school's calendar. Returns what it was; None when it is gone already.

    Raises:
        OutOfReach: the actor does not teach.
        Refused: somebody else entered it, and the actor does not lead the school.
    """
    _teaching(actor)
    found = Holiday.objects.select_related("entered_by").filter(school=actor.school, pk=holiday_id).first()
    if found is None:
        return None
    if not may_take_out(actor, found):
        raise Refused(f"{found.entered_by.name} entered {found.name}. Ask them, or the owner, to take it out.")
    found.delete()
    return found


def _teaching(actor: User) -> None:
    if not actor.teaches or not actor.is_active:
        raise OutOfReach("Only teachers keep the school's calendar.")
