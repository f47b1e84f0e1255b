"""What builds on what: the skills that a skill needs directly, and whether a course's map of them holds together."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from courses.maps import Course, Skill, Unit

MOST = 4  # skills that one is said to build on directly: more is no advice


def faults(course: Course) -> list[str]:
    """What is wrong with `builds_on` in a course, in sentences that begin with the skill's id; [] when nothing is.

    A skill builds on at most four skills of the course that stand before it (so no two need each other), in its own
    unit or in one that its unit needs; none of them follows from another; and only in the first lesson of a unit may
    a skill build on nothing.
    """
    before: list[str] = []
    found: list[str] = []
    through, reach = needed(course.skills), _units_needed(course.units)
    for unit in course.units:
        for skill in unit.skills:
            said = (*_count(unit, skill), *_places(skill, before, reach[unit.id]), *_doubled(skill, through))
            found += [f"{skill.id}: {fault}" for fault in said]
            before.append(skill.id)
    return found


def needed(skills: Sequence[Skill]) -> Mapping[str, frozenset[str]]:
    """By skill id all that it needs, directly or through others. `skills` in the order of the course."""
    return _closed((skill.id, skill.builds_on) for skill in skills)


def _units_needed(units: Sequence[Unit]) -> Mapping[str, frozenset[str]]:
    """By unit id the unit itself and all that it needs."""
    known = _closed((unit.id, unit.prerequisites) for unit in units)
    return {unit: needs | {unit} for unit, needs in known.items()}


def _closed(edges: Iterable[tuple[str, Sequence[str]]]) -> dict[str, frozenset[str]]:
    known: dict[str, frozenset[str]] = {}
    for one, needs in edges:
        known[one] = frozenset(needs).union(*(known.get(need, frozenset()) for need in needs))
    return known


def _count(unit: Unit, skill: Skill) -> Iterator[str]:
    if len(skill.builds_on) > MOST:
        yield f"it builds on {len(skill.builds_on)} skills; name the {MOST} that matter most."
    if not skill.builds_on and skill not in unit.lessons[0].skills:
        yield "it builds on nothing, and is not in its unit's first lesson."


def _places(skill: Skill, before: Sequence[str], reach: frozenset[str]) -> Iterator[str]:
    for one in skill.builds_on:
        if one not in before:
            yield f"it builds on {one}, which no skill before it in the course is called."
        elif one.rpartition("/")[0] not in reach:
            yield f"it builds on {one}, of a unit that is not among the prerequisites of its own."


def _doubled(skill: Skill, through: Mapping[str, frozenset[str]]) -> Iterator[str]:
    for at, one in enumerate(skill.builds_on):
        others = (*skill.builds_on[:at], *skill.builds_on[at + 1 :])
        if one in others[at:]:
            yield f"it builds on {one} twice."
        if any(one in through.get(other, ()) for other in others):
            yield f"that it builds on {one} follows from the others; leave it out."
