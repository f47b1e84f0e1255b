"""Where a learner goes on, and what a goal asks for each week."""

from datetime import timedelta
from random import Random

import pytest

from mastery import Activity, Level
from tests.trailstone.cast import FRIDAY, MONDAY, TODAY, set_levels, set_unit
from tests.trailstone.practising import finish_exercise, give
from trailstone.practice import start
from trailstone.reports.learner import Pace, desk, next_step, pace, points_needed, skills_to_go, story, week
from trailstone.reports.learner.story import minutes

LATER = MONDAY + timedelta(hours=1)


@pytest.fixture
def rng():
    return Random(5)


def step(school, course, unit=None):
    return next_step(school.ben, course, unit, LATER)


def levels_of_unit(school, unit, level):
    set_levels(school.ben, {skill.slug: level for skill in unit.skills})


def test_a_new_learner_begins_with_the_first_skill_of_the_course(school):
    found = step(school, school.tiny)
    assert (found.skill.slug, found.activity, found.waiting) == ("tiny/one/s1", Activity.EXERCISE, None)


def test_what_was_begun_comes_first_and_says_which_question_waits(school, rng):
    unit = school.alg1.units[1]
    attempt = start.start_exercise(learner=school.ben, course=school.alg1, skill=unit.skills[2], at=MONDAY, rng=rng)
    give(school.ben, attempt, [True, False])
    found = step(school, school.alg1)
    assert (found.skill, found.waiting.number, found.waiting.of) == (unit.skills[2], 3, 4)
    assert found.waiting.attempt_id == attempt


def test_what_was_begun_in_another_unit_is_not_a_step_of_this_units_goal(school, rng):
    here, there = school.alg1.units[0], school.alg1.units[1]
    start.start_exercise(learner=school.ben, course=school.alg1, skill=there.skills[0], at=MONDAY, rng=rng)
    assert step(school, school.alg1, here).skill == here.skills[0]


def test_the_unit_last_worked_on_goes_before_earlier_units(school, rng):
    unit = school.alg1.units[2]
    finish_exercise(school.ben, school.alg1, unit.skills[0], [True] * 4, rng)
    assert step(school, school.alg1).skill == unit.skills[1]


def test_a_unit_at_proficient_leads_to_its_test_and_after_the_test_to_the_next_unit(school, rng):
    unit = school.alg1.units[3]
    finish_exercise(school.ben, school.alg1, unit.skills[0], [True] * 4, rng)
    levels_of_unit(school, unit, Level.PROFICIENT)
    found = step(school, school.alg1)
    assert (found.activity, found.unit) == (Activity.UNIT_TEST, unit)
    test = start.start_unit_test(learner=school.ben, course=school.alg1, unit=unit, at=LATER, rng=rng)
    give(school.ben, test, [True] * 9 + [False], at=LATER)
    levels_of_unit(school, unit, Level.PROFICIENT)
    assert step(school, school.alg1).unit == school.alg1.units[0]


def test_when_all_is_proficient_the_tests_are_left(school):
    set_unit(school.ben, "tiny/one", 4, 4, 4)
    set_unit(school.ben, "tiny/two", 3, 3, 4, 3)
    found = step(school, school.tiny)
    assert (found.activity, found.unit.id) == (Activity.UNIT_TEST, "tiny/two")


def test_there_is_a_step_even_when_all_is_mastered(school):
    set_unit(school.ben, "tiny/one", 4, 4, 4)
    set_unit(school.ben, "tiny/two", 4, 4, 4, 4)
    assert step(school, school.tiny).activity is Activity.MASTERY_CHALLENGE
    assert step(school, school.tiny, school.tiny.units[0]) is not None


def test_a_lapsed_challenge_does_not_wait(school, rng):
    skills = school.alg1.units[0].skills[:3]
    start.start_mastery_challenge(learner=school.ben, course=school.alg1, skills=skills, at=MONDAY, rng=rng)
    assert len(desk(school.ben, [school.alg1], LATER).waiting) == 1
    assert desk(school.ben, [school.alg1], MONDAY + timedelta(hours=12)).waiting == ()


def test_the_desk_costs_the_same_however_much_is_open(school, rng, django_assert_max_num_queries):
    for skill in school.alg1.units[0].skills:
        start.start_exercise(learner=school.ben, course=school.alg1, skill=skill, at=MONDAY, rng=rng)
    with django_assert_max_num_queries(4):
        desk(school.ben, [school.alg1, school.tiny], LATER)


@pytest.mark.parametrize(
    ("target", "possible", "points"),
    [(80, 300, 239), (80, 700, 557), (100, 300, 299), (50, 100, 50), (80, 2700, 2147)],
)
def test_a_goal_needs_the_points_at_which_the_rounded_percent_is_reached(target, possible, points):
    assert points_needed(target, possible) == points


def test_skills_are_counted_to_proficient_first_and_then_to_mastered():
    assert skills_to_go([Level.NOT_STARTED, Level.PROFICIENT, Level.FAMILIAR], 80) == 2
    assert skills_to_go([Level.PROFICIENT] * 3, 80) == 0
    assert skills_to_go([Level.PROFICIENT] * 3, 100) == 3


def test_the_pace_counts_the_due_day_itself():
    assert pace([Level.NOT_STARTED] * 5, 80, FRIDAY, TODAY) == Pace(5, 5)
    assert Pace(6, 21).a_week == 2


def test_a_long_break_counts_as_one_minute():
    moments = [MONDAY + timedelta(minutes=at) for at in (0, 3, 5, 65, 66)]
    assert minutes(moments) == 3 + 2 + 1 + 1 + 1
    assert minutes([]) == 0


def test_the_story_tells_days_questions_and_stones(school, rng):
    skill = school.alg1.units[0].skills[0]
    finish_exercise(school.ben, school.alg1, skill, [True, False, True, True], rng, at=MONDAY)
    told = story(school.ben, TODAY - timedelta(days=2), TODAY)
    assert [day.questions for day in told.days] == [0, 0, 4]
    assert (told.stones, told.moves[0].after, told.moves[0].name) == (2, Level.FAMILIAR, skill.name)


def test_the_week_counts_days_in_the_schools_time(school, rng):
    skill = school.alg1.units[0].skills[0]
    sunday_evening_here = MONDAY.replace(hour=21) + timedelta(days=5)  # 00:00 on Sunday in Nairobi
    finish_exercise(school.ben, school.alg1, skill, [True] * 4, rng, at=sunday_evening_here)
    assert week(school.ben, sunday_evening_here + timedelta(hours=1)).days == (*[False] * 6, True)
