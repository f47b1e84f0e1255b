"""What builds on what: the maps of the courses hold together, and a broken one is told with its skill."""

from dataclasses import replace

import pytest

from courses import COURSES, course_map
from courses.prerequisites import faults, needed

ALG1 = course_map("alg1")
EARLY, LATE = "alg1/lines/graph-line-table", "alg1/lines/graph-line-intercepts"


def changed(skill_id, *builds_on):
    """Algebra 1 where one skill builds on others."""

    def skill(one):
        return replace(one, builds_on=builds_on) if one.id == skill_id else one

    def lesson(one):
        return replace(one, skills=tuple(map(skill, one.skills)))

    units = (replace(unit, lessons=tuple(map(lesson, unit.lessons))) for unit in ALG1.units)
    return replace(ALG1, units=tuple(units))


@pytest.mark.parametrize("course", COURSES)
def test_what_skills_build_on_holds_together(course):
    assert faults(course_map(course)) == []


def test_every_skill_of_algebra_1_leads_back_to_its_unit_s_first_lesson_or_before():
    first = {skill.id for unit in ALG1.units for skill in unit.lessons[0].skills}
    through = needed(ALG1.skills)
    assert [skill.id for skill in ALG1.skills if skill.id not in first and not through[skill.id] & first] == []


def test_no_skill_needs_itself_through_others():
    assert [skill for skill, all_before in needed(ALG1.skills).items() if skill in all_before] == []


@pytest.mark.parametrize(
    ("skill", "builds_on", "said"),
    [
        (EARLY, ("alg1/lines/nothing",), "alg1/lines/nothing, which no skill before it"),
        (EARLY, (LATE,), "which no skill before it"),
        (EARLY, (EARLY,), "which no skill before it"),
        (EARLY, ("alg1/units/check-formula-units",), "of a unit that is not among the prerequisites"),
        (
            LATE,
            (EARLY, "alg1/lines/test-complete-ordered-pairs"),
            "test-complete-ordered-pairs follows from the others",
        ),
        (LATE, (EARLY, EARLY), "graph-line-table twice"),
        (LATE, tuple(f"alg1/lines/{n}" for n in range(5)), "it builds on 5 skills"),
        ("alg1/lines/find-values-linear-graph", (), "it builds on nothing"),
    ],
)
def test_a_map_that_does_not_hold_together_is_told_with_its_skill(skill, builds_on, said):
    found = faults(changed(skill, *builds_on))
    assert any(fault.startswith(f"{skill}: ") and said in fault for fault in found), found
