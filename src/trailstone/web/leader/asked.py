"""What the addresses of these pages ask for: a course, a week, an order."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from django.http import Http404, QueryDict
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from trailstone.content.catalogue import CourseMap
from trailstone.people import calendar
from trailstone.people.models import School
from trailstone.progress.weeks import monday

WEEKS: Final = 8  # that can be chosen


@dataclass(frozen=True, slots=True)
class Week:
    """A week that can be chosen, and what it is called."""

    monday: date
    words: str


def weeks(school: School) -> list[Week]:
    """This week and those before it, on the school's calendar, latest first."""
    this = monday(calendar.today(school, timezone.now()))
    days = [this - timedelta(weeks=back) for back in range(WEEKS)]
    named = [_("This week so far"), _("Last week")]
    older = [_("Week of %(day)s") % {"day": date_format(day, "j M Y")} for day in days[len(named) :]]
    return [Week(day, words) for day, words in zip(days, [*named, *older], strict=True)]


def asked_week(query: QueryDict, found: Sequence[Week]) -> Week:
    """The week in an address; else last week, which is complete."""
    return next((week for week in found if week.monday.isoformat() == query.get("week")), found[1])


def asked_course(query: QueryDict, found: Sequence[CourseMap]) -> CourseMap | None:
    """The course in an address, of none the first; None when there is none at all; 404 for an unknown one."""
    wanted = query.get("course", "")
    course = next((one for one in found if one.id == wanted), None)
    if wanted and course is None:
        raise Http404
    return course or (found[0] if found else None)


def asked_sort(query: QueryDict, known: Iterable[str]) -> str:
    """The order in an address ("-percent"); an unknown one means by name."""
    return next((name for name in known if name == query.get("sort")), "name")


def kept(query: QueryDict) -> str:
    """The address as it is, without what asks for a file."""
    found = query.copy()
    found.pop("format", None)
    return found.urlencode()
