"""The units of a course, each of which opens to its skills."""

from dataclasses import dataclass

from trailstone.content.catalogue import CourseMap, SkillMap, UnitMap
from trailstone.reports.learner import Desk, NextStep
from trailstone.web.learner import links
from trailstone.web.learner.builds_on import Need, needs
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


def unit_folds(desk: Desk, trail: CourseMap, step: NextStep | None) -> list[UnitFold]:
    """The units of a course that have skills, in their order; the one of the next step is open."""
    now = step.unit if step else None
    return [_fold(desk, trail, unit, step, unit is now) for unit in trail.units if unit.skills]


def _fold(desk: Desk, trail: CourseMap, unit: UnitMap, step: NextStep | None, now: bool) -> UnitFold:
    outside = needs(trail, trail.needed_from_outside(unit), desk.level)
    row = unit_row(trail, unit, desk, step)
    return UnitFold(row, _before(trail, unit), outside, _skills(desk, unit, step), now)


def _before(trail: CourseMap, unit: UnitMap) -> tuple[tuple[str, str], ...]:
    before = (trail.by_unit[one] for one in unit.after if one in trail.by_unit)
    return tuple((one.title, links.unit_page(trail, one)) for one in before)


def _skills(desk: Desk, unit: UnitMap, step: NextStep | None) -> tuple[SkillRow, ...]:
    def row(skill: SkillMap) -> SkillRow:
        ringed = step is not None and step.skill is skill
        return SkillRow(skill.name, desk.level(skill), links.exercise(unit, skill), ringed)

    return tuple(row(skill) for skill in unit.skills)
