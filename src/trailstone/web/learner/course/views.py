"""A course for a learner: how far, what next, the challenges, every unit."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from mastery.points import CourseLevel, course_level
from trailstone.content.catalogue import CourseMap, SkillMap, UnitMap
from trailstone.goals.queries import LearnerGoal, goals_of_learner
from trailstone.reports.learner import NextStep, step_on
from trailstone.web.access import PageRequest, signed_in
from trailstone.web.learner import links, words
from trailstone.web.learner.builds_on import Need, needs
from trailstone.web.learner.learning import Learning, find_course, learning, nav
from trailstone.web.learner.next_up import MINUTES, course_challenge, mastery_challenge
from trailstone.web.learner.stones import UnitRow, unit_row


@dataclass(frozen=True, slots=True)
class SkillRow:
    """A skill in its unit: its level and where its start card is."""

    name: str
    level: int
    href: str
    here: bool


@dataclass(frozen=True, slots=True)
class UnitFold:
    """A unit that opens to its skills. ``units``: those it builds on, with their addresses; ``needs``: the skills of
    other units that its own build on."""

    row: UnitRow
    units: tuple[tuple[str, str], ...]
    needs: tuple[Need, ...]
    skills: tuple[SkillRow, ...]
    open: bool


@signed_in
@require_http_methods(["GET"])
def course(request: PageRequest, course_id: str) -> HttpResponse:
    """A course of the site. Everybody who has signed in may look, with or without a class."""
    trail, here = find_course(course_id), learning(request)
    step = step_on(here.desk, trail)
    standing = here.desk.standing(trail)
    page = {
        "nav": nav(here, course_id=trail.id),
        "course": trail,
        "percent": standing.percent,
        "fraction": words.fraction(standing.points, standing.possible),
        "level": _level(here, trail),
        "goal": _goal(here, trail),
        "today": here.today,
        "step": step,
        "go": links.step(step) if step else "",
        "label": words.title(step) if step else "",
        "how": words.alone(step) if step else "",
        "waits": words.waits(step.waiting) if step else "",
        "mastery": mastery_challenge(here, trail) if step else None,
        "challenge": course_challenge(here, trail) if step else None,
        "minutes": MINUTES,
        "units": _units(here, trail, step),
    }
    return render(request, "learner/course/page.html", page)


def _level(here: Learning, trail: CourseMap) -> CourseLevel:
    return course_level(here.desk.level(skill) for skill in trail.counting)


def _goal(here: Learning, trail: CourseMap) -> LearnerGoal | None:
    mine = goals_of_learner(here.learner, None, here.today) if here.classes else ()
    return next((goal for goal in mine if goal.current and goal.course_id == trail.id and not goal.unit_id), None)


def _units(here: Learning, trail: CourseMap, step: NextStep | None) -> list[UnitFold]:
    now = step.unit if step else None
    return [_fold(here, trail, unit, step, unit is now) for unit in trail.units if unit.skills]


def _fold(here: Learning, trail: CourseMap, unit: UnitMap, step: NextStep | None, now: bool) -> UnitFold:
    outside = needs(trail, trail.needed_from_outside(unit), here.desk.level)
    row = unit_row(trail, unit, here.desk, step)
    return UnitFold(row, _before(trail, unit), outside, _skills(here, unit, step), now)


def _before(trail: CourseMap, unit: UnitMap) -> tuple[tuple[str, str], ...]:
    before = (trail.by_unit[one] for one in unit.after if one in trail.by_unit)
    return tuple((one.title, links.unit_page(trail, one)) for one in before)


def _skills(here: Learning, unit: UnitMap, step: NextStep | None) -> tuple[SkillRow, ...]:
    def row(skill: SkillMap) -> SkillRow:
        ringed = step is not None and step.skill is skill
        return SkillRow(skill.name, here.desk.level(skill), links.exercise(unit, skill), ringed)

    return tuple(row(skill) for skill in unit.skills)
