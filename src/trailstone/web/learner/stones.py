"""A unit as a strip of stones and as a row of the map."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from mastery import Level
from trailstone.content.catalogue import CourseMap, UnitMap
from trailstone.progress.queries import counted, level, standing
from trailstone.reports.learner import Desk, NextStep
from trailstone.web.learner import links, words

MASTERY_LINE = 80  # percent at which a unit's number turns dark on the map: the usual goal


@dataclass(frozen=True, slots=True)
class Stone:
    """One place of a strip: a skill's stone, a quiz or a unit test."""

    name: str
    href: str
    level: int = 0
    kind: str = ""
    here: bool = False
    anchor: str = ""  # the skill's row on the unit's page


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit on the map. ``state``: "done", "now" or nothing."""

    number: int
    title: str
    href: str
    skills: int
    proficient: int
    points: int
    possible: int
    percent: int
    state: str
    strip: tuple[Stone, ...]
    mastered: bool
    counts: bool

    @property
    def fraction(self) -> str:
        """Points of points, in words."""
        return words.fraction(self.points, self.possible)


def strip(course: CourseMap, unit: UnitMap, desk: Desk, step: NextStep | None, *, quizzes: bool = True) -> list[Stone]:
    """The unit's stones in order, its quizzes where they stand, its test last. The next step's is ringed."""
    return list(_stones(course, unit, desk, step, quizzes)) if unit.skills else []


def _stones(course: CourseMap, unit: UnitMap, desk: Desk, step: NextStep | None, quizzes: bool) -> Iterator[Stone]:
    here = step if step and step.unit is unit else None
    after = {quiz.after: quiz for quiz in unit.quizzes} if quizzes else {}
    for place, skill in enumerate(unit.skills, start=1):
        ringed = here is not None and here.skill is skill
        anchor = skill.slug.rpartition("/")[2]
        yield Stone(skill.name, links.exercise(unit, skill), desk.level(skill), here=ringed, anchor=anchor)
        if place in after:
            number = after[place].number
            name = _("Quiz %(number)d") % {"number": number}
            yield Stone(name, links.quiz(course.id, unit, number), kind="quiz", here=bool(here and here.quiz == number))
    tested = here is not None and here.skill is None and here.quiz is None
    yield Stone(_("Unit test"), links.unit_test(course.id, unit), kind="unit_test", here=tested)


def unit_row(course: CourseMap, unit: UnitMap, desk: Desk, step: NextStep | None) -> UnitRow:
    """One row of the map."""
    now = step is not None and step.unit is unit
    return row_of(course, unit, desk.packed[course.id], now=now, stones=tuple(strip(course, unit, desk, step)))


def row_of(
    course: CourseMap, unit: UnitMap, packed: bytes, *, now: bool = False, stones: tuple[Stone, ...] = ()
) -> UnitRow:
    """The same from packed levels; ``now``: the next step is here. Only with ``stones`` does it have a strip."""
    adds_up = standing(packed, counted(course, unit.id))
    levels = [level(packed, skill) for skill in unit.skills]
    done = "done" if adds_up.percent >= MASTERY_LINE else ""
    return UnitRow(
        number=unit.position,
        title=unit.title,
        href=links.unit_page(course, unit),
        skills=len(levels),
        proficient=sum(one >= Level.PROFICIENT for one in levels),
        points=adds_up.points,
        possible=adds_up.possible,
        percent=adds_up.percent,
        state="now" if now else done,
        strip=stones,
        mastered=bool(levels) and min(levels) == Level.MASTERED,
        counts=unit.mastery_on,
    )


def course_rows(course: CourseMap, desk: Desk, step: NextStep | None) -> list[UnitRow]:
    """The map of a course: its units that have something to practise."""
    return [unit_row(course, unit, desk, step) for unit in course.units if unit.skills]
