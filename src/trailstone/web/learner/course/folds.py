"""The units of a course, each of which opens to its skills."""

from dataclasses import dataclass
from functools import lru_cache, partial

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from trailstone.content.catalogue import CourseMap, UnitMap
from trailstone.progress.queries import level
from trailstone.reports.learner import Desk, NextStep
from trailstone.web.components.kept import drawn_once
from trailstone.web.learner import links
from trailstone.web.learner.builds_on import Need, needs
from trailstone.web.learner.stones import UnitRow, row_of


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
    packed = desk.packed[trail.id]
    return [_fold(packed, trail, trail.by_unit[unit], *_here(step, unit)) for unit, _ in _told_by(trail)]


def folds_shown(desk: Desk, trail: CourseMap, step: NextStep | None) -> list[SafeString]:
    """The same as HTML. A fold is the same for all whose levels in it are the same: for them it is rendered once."""
    packed = desk.packed[trail.id]
    return [
        _drawn(trail, unit, bytes([packed[slot] for slot in slots]), *_here(step, unit))
        for unit, slots in _told_by(trail)
    ]


def _here(step: NextStep | None, unit_id: str) -> tuple[bool, int | None]:
    """Whether the next step is in the unit, and which of its skills it is."""
    if step is None or step.unit is None or step.unit.id != unit_id:
        return False, None
    return True, step.skill.id if step.skill else None


@lru_cache(maxsize=16)
def _told_by(trail: CourseMap) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """The units that have skills, and for each the places of the levels that its fold shows in a packed row."""
    return tuple((unit.id, _slots(trail, unit)) for unit in trail.units if unit.skills)


def _slots(trail: CourseMap, unit: UnitMap) -> tuple[int, ...]:
    return tuple(skill.slot for skill in (*unit.skills, *trail.needed_from_outside(unit)))


@drawn_once(4_096)  # some 4 kB each; a learner who comes back has changed one or two of a course's seventeen
def _drawn(trail: CourseMap, unit_id: str, levels: bytes, now: bool, skill: int | None) -> SafeString:
    """A fold by all that it shows. A course that was loaded anew is another map, and no map equals another."""
    packed = bytearray(trail.slots)
    for slot, found in zip(_slots(trail, trail.by_unit[unit_id]), levels, strict=True):
        packed[slot] = found
    fold = _fold(bytes(packed), trail, trail.by_unit[unit_id], now, skill)
    return render_to_string("learner/course/folds.html#fold", {"fold": fold})


def _fold(packed: bytes, trail: CourseMap, unit: UnitMap, now: bool, skill: int | None) -> UnitFold:
    outside = needs(trail, trail.needed_from_outside(unit), partial(level, packed))
    rows = (SkillRow(one.name, level(packed, one), links.exercise(unit, one), one.id == skill) for one in unit.skills)
    return UnitFold(row_of(trail, unit, packed, now=now), _before(trail, unit), outside, tuple(rows), now)


def _before(trail: CourseMap, unit: UnitMap) -> tuple[tuple[str, str], ...]:
    before = (trail.by_unit[one] for one in unit.after if one in trail.by_unit)
    return tuple((one.title, links.unit_page(trail, one)) for one in before)
