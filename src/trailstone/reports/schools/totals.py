"""Totals of schools, without a name of a learner: three statements over packed rows, whatever the number of learners.

Who has left the site or was put out still counts among those who began a course: summaries read no person's row.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Count, Q, Sum

from mastery.goals import TARGET_DEFAULT
from trailstone.content.catalogue import CourseMap
from trailstone.people.models import Role, School, User
from trailstone.progress.models import CourseProgress, WeekOfWork
from trailstone.reports.replica import from_replica
from trailstone.reports.standing import mean, middle

BANDS: Final = ("0", "1-14", "15-29", "30+")  # minutes of learning in a week
QUARTER, HALF = 15 * 60, 30 * 60  # seconds
Counts = tuple[int, int, int, int, int]


@dataclass(frozen=True, slots=True)
class Course:
    """How those who began a course stand: ``median`` and ``mean`` percent (None of nobody), how many ``reached`` the
    usual goal, and how many of all their levels are 0 .. 4."""

    begun: int
    median: int | None
    mean: int | None
    reached: int
    counts: Counts


@dataclass(frozen=True, slots=True)
class Week:
    """What was done in a week: how many worked at all, how often a skill rose to Proficient or above, and how many
    learners there are in each of the BANDS."""

    active: int
    to_proficient: int
    bands: tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class SchoolTotals:
    """A school, or all of them together (``school_id`` None)."""

    school_id: int | None
    name: str
    learners: int
    course: Course
    week: Week

    @property
    def username(self) -> str:
        """What rows of one name are ordered by."""
        return str(self.school_id)


@dataclass(frozen=True, slots=True)
class Totals:
    """``rows`` by name, and all of them ``together``."""

    rows: tuple[SchoolTotals, ...]
    together: SchoolTotals


Bin = tuple[int, int, int, int, int, int]  # percent, learners, and levels 1 .. 4


@from_replica
def totals(schools: Collection[School], course: CourseMap | None, monday: date) -> Totals:
    """The totals of these schools in a course and in the week from ``monday``. Three queries."""
    ids = [school.pk for school in schools]
    learners, weeks = _learners(ids), _weeks(ids, monday)
    bins = _bins(ids, course) if course else {}
    skills = len(course.counting) if course else 0
    rows = [
        SchoolTotals(
            school.pk, school.name, learners.get(school.pk, 0), _course(bins.get(school.pk, ()), skills),
            _week(weeks.get(school.pk, NO_WORK), learners.get(school.pk, 0)),
        )
        for school in sorted(schools, key=lambda school: (school.name.casefold(), school.pk))
    ]  # fmt: skip
    everybody = sum(row.learners for row in rows)
    whole = _course([one for some in bins.values() for one in some], skills)
    work = tuple(map(sum, zip(*weeks.values(), strict=True))) or NO_WORK
    return Totals(tuple(rows), SchoolTotals(None, "", everybody, whole, _week(work, everybody)))


def _learners(ids: Sequence[int]) -> Mapping[int, int]:
    people = User.objects.filter(school_id__in=ids, role=Role.LEARNER, is_active=True)
    found = people.order_by().values_list("school_id")
    return dict(found.annotate(count=Count("*")))  # not of a column: no row is read


def _bins(ids: Sequence[int], course: CourseMap) -> Mapping[int, Sequence[Bin]]:
    """By school, the learners of each percent: at most 101 rows a school, from which medians come too."""
    rows = CourseProgress.objects.filter(school_id__in=ids, course_id=course.id).order_by()
    sums = (Sum(level) for level in ("attempted", "familiar", "proficient", "mastered"))
    found: defaultdict[int, list[Bin]] = defaultdict(list)
    for school, *one in rows.values_list("school_id", "percent").annotate(learners=Count("*")).annotate(*sums):
        found[school].append((one[0], one[1], one[2], one[3], one[4], one[5]))
    return found


NO_WORK: Final = (0, 0, 0, 0, 0)


def _weeks(ids: Sequence[int], monday: date) -> Mapping[int, tuple[int, ...]]:
    """By school: those with work, rises to Proficient, and the learners of the last three bands."""
    rows = WeekOfWork.objects.filter(week=monday, school_id__in=ids).order_by()
    found = rows.values_list("school_id").annotate(
        active=Count("*"),
        risen=Sum("to_proficient"),
        short=Count("seconds", filter=Q(seconds__gt=0, seconds__lt=QUARTER)),
        some=Count("seconds", filter=Q(seconds__gte=QUARTER, seconds__lt=HALF)),
        long=Count("seconds", filter=Q(seconds__gte=HALF)),
    )
    return {school: tuple(work) for school, *work in found}


def _course(bins: Sequence[Bin], skills: int) -> Course:
    ordered = sorted(bins)
    begun = sum(learners for _, learners, *_ in ordered)
    attempted, familiar, proficient, mastered = (sum(one[place] for one in ordered) for place in (2, 3, 4, 5))
    none = begun * skills - attempted - familiar - proficient - mastered
    return Course(
        begun=begun,
        median=_median(ordered, begun),
        mean=mean(sum(percent * learners for percent, learners, *_ in ordered), begun),
        reached=sum(learners for percent, learners, *_ in ordered if percent >= TARGET_DEFAULT),
        counts=(max(0, none), attempted, familiar, proficient, mastered),
    )


def _median(ordered: Sequence[Bin], begun: int) -> int | None:
    """The middle percent of learners counted by percent."""
    if not begun:
        return None
    wanted, found, passed = ((begun - 1) // 2, begun // 2), [], 0
    for percent, learners, *_ in ordered:
        found += [percent for place in wanted if passed <= place < passed + learners]
        passed += learners
    return middle(found)


def _week(work: Sequence[int], learners: int) -> Week:
    active, risen, short, some, long = work
    return Week(active, risen, (max(0, learners - short - some - long), short, some, long))
