"""Where to go after an activity, the best first."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from mastery import Activity, Level
from mastery.activities import RULES
from trailstone.content.catalogue import SkillMap
from trailstone.progress.queries import level
from trailstone.web.practice.about import About, exercise_url, of_unit_test


@dataclass(frozen=True, slots=True)
class Way:
    """Somewhere to go next."""

    label: str
    url: str


def ways(what: About, missed: Way | None, now: Level, levels: bytes) -> Iterable[Way]:
    """What to do next: after a mixed activity the skill that was ``missed``, after an exercise on with the unit, or
    the same again while the skill is below Proficient, and for who is stuck back to what the skill builds on.
    ``now``: the lowest level of the skills asked."""
    if RULES[what.activity].mixed:
        return [missed] if missed else []
    again, onward = Way("Try again", what.start_url), _onward(what, levels)
    if now >= Level.PROFICIENT:
        return [*onward, again]
    return [again, *(_back(what, levels) if now == Level.ATTEMPTED else ()), *onward]


def _back(what: About, levels: bytes) -> list[Way]:
    """The first skill below Proficient that this one builds on."""
    first = (one for skill in what.skills for one in what.course.builds_on(skill) if _open(levels, one))
    return [Way(f"Look at this first: {one.name}", exercise_url(one)) for one in islice(first, 1)]


def _onward(what: About, levels: bytes) -> list[Way]:
    """The next skill of the unit below Proficient, after this one and round again; else the unit's test."""
    if what.unit is None or what.activity is not Activity.EXERCISE:
        return []
    skills = what.unit.skills
    here = next((at for at, skill in enumerate(skills) if skill in what.skills), 0)
    found = next((s for s in (*skills[here + 1 :], *skills[:here]) if _open(levels, s)), None)
    if found:
        return [Way(f"Next skill: {found.name}", exercise_url(found))]
    return [Way("Take the unit test", of_unit_test(what.course, what.unit).start_url)]


def _open(levels: bytes, skill: SkillMap) -> bool:
    return level(levels, skill) < Level.PROFICIENT
