from dataclasses import replace

import pytest

import courses
from tests.trailstone.practising import finish_exercise
from trailstone.content.actions import load_course, load_courses
from trailstone.content.catalogue import CATALOGUE, course_map
from trailstone.content.models import Course, Placement, Skill
from trailstone.progress.models import CourseProgress

pytestmark = pytest.mark.django_db


def reordered(source):
    """The same course a year later: units swapped, the first unit's first skill gone, a title changed."""
    first, second, *rest = source.units
    lesson = replace(first.lessons[0], skills=first.lessons[0].skills[1:], title="Reading expressions")
    first = replace(first, lessons=(lesson, *first.lessons[1:]))
    return replace(source, units=(second, first, *rest))


def test_loading_twice_changes_nothing(alg1):
    assert [loaded.changed for loaded in load_courses()] == [False]


def test_every_skill_of_the_units_in_force_is_there_in_order(alg1):
    source = courses.course_map("alg1")
    assert [unit.id for unit in alg1.units] == [unit.id for unit in source.units]
    for unit, mapped in zip(alg1.units, source.units, strict=True):
        assert [skill.slug for skill in unit.skills] == [skill.id for skill in mapped.skills]
    assert [quiz.after for quiz in alg1.units[1].quizzes] == [4, 7, 10]


def test_what_a_skill_builds_on_is_there_as_the_package_says(alg1):
    for skill in courses.course_map("alg1").skills:
        assert [one.slug for one in alg1.builds_on(alg1.by_slug[skill.id])] == list(skill.builds_on)
    outside = alg1.needed_from_outside(alg1.by_unit["alg1/lines"])
    assert [skill.slug for skill in outside] == ["alg1/equations/solve-multi-step-equations"]


def test_a_skill_does_not_build_on_one_that_left_the_course(alg1):
    load_course(reordered(courses.course_map("alg1")))
    CATALOGUE.forget()
    now = course_map("alg1")
    assert now.builds_on(now.by_slug["alg1/foundations/interpret-terms-factors-coefficients-context"]) == ()


def test_a_course_that_was_loaded_before_skills_built_on_others_learns_it(alg1):
    Placement.objects.update(after=[])
    Course.objects.update(version="before")
    load_courses()
    CATALOGUE.forget()
    assert course_map("alg1").by_slug["alg1/lines/graph-line-table"].after


def test_a_changed_course_keeps_every_slot_and_number(alg1):
    before = {p.skill_id: p.slot for p in Placement.objects.all()}
    numbers = dict(Skill.objects.values_list("slug", "id"))
    assert load_course(reordered(courses.course_map("alg1"))).changed
    assert {p.skill_id: p.slot for p in Placement.objects.all()} == before
    assert dict(Skill.objects.values_list("slug", "id")) == numbers


def test_a_changed_course_loses_no_work(ben, alg1, rng):
    kept = alg1.units[0].skills[1]
    finish_exercise(ben, alg1, kept, [True] * 4, rng)
    load_course(reordered(courses.course_map("alg1")))
    CATALOGUE.forget()
    now = course_map("alg1")
    assert bytes(CourseProgress.objects.get().levels)[now.skills[kept.id].slot] == 3


def test_a_skill_that_left_the_course_is_retired_and_can_come_back(alg1):
    gone = alg1.units[0].skills[0]
    load_course(reordered(courses.course_map("alg1")))
    CATALOGUE.forget()
    assert gone.id not in course_map("alg1").skills
    load_course(courses.course_map("alg1"))
    CATALOGUE.forget()
    assert course_map("alg1").skills[gone.id].slot == gone.slot
