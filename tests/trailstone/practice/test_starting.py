from collections import Counter
from datetime import timedelta
from random import Random

import pytest

from mastery import Activity
from tests.trailstone.practising import MONDAY, finish_exercise, give
from trailstone.ids import uuid7
from trailstone.practice import queries, start
from trailstone.practice.errors import Refused
from trailstone.practice.models import Attempt
from trailstone.practice.questions import question

pytestmark = pytest.mark.django_db


def test_an_exercise_has_four_questions_on_one_skill(ben, alg1, rng):
    skill = alg1.units[0].skills[0]
    attempt = start.start_exercise(learner=ben, course=alg1, skill=skill, at=MONDAY, rng=rng)
    places = queries.sitting(ben, attempt).places
    assert [place.skill_id for place in places] == [skill.id] * 4


def test_starting_again_goes_on_with_the_attempt_that_is_open(ben, alg1, rng):
    skill = alg1.units[0].skills[0]
    first = start.start_exercise(learner=ben, course=alg1, skill=skill, at=MONDAY, rng=rng)
    give(ben, first, [True])
    again = start.start_exercise(learner=ben, course=alg1, skill=skill, at=MONDAY + timedelta(days=1), rng=Random(99))
    assert again == first
    assert queries.sitting(ben, again).current.position == 1


def test_the_questions_are_fixed_when_the_attempt_starts(ben, alg1, rng):
    attempt = start.start_unit_test(learner=ben, course=alg1, unit=alg1.units[0], at=MONDAY, rng=rng)
    before = [(p.slug, p.version, p.seed) for p in queries.sitting(ben, attempt).places]
    give(ben, attempt, [True, False])
    assert [(p.slug, p.version, p.seed) for p in queries.sitting(ben, attempt).places] == before


def test_no_question_comes_twice_in_an_attempt(ben, alg1, rng):
    attempt = start.start_course_challenge(learner=ben, course=alg1, at=MONDAY, rng=rng)
    places = queries.sitting(ben, attempt).places
    keys = Counter((place.slug, place.question.key) for place in places)
    assert max(keys.values()) == 1


def test_a_repeated_exercise_asks_fresh_questions(ben, alg1, rng):
    skill = alg1.units[1].skills[0]
    first = finish_exercise(ben, alg1, skill, [True] * 4, rng)
    second = start.start_exercise(learner=ben, course=alg1, skill=skill, at=MONDAY, rng=rng)
    seen = {place.question.key for place in first.places}
    assert seen.isdisjoint(place.question.key for place in queries.sitting(ben, second).places)


def test_a_quiz_asks_five_questions_on_the_skills_since_the_last_quiz(ben, alg1, rng):
    unit = alg1.units[0]
    attempt = start.start_quiz(learner=ben, course=alg1, unit=unit, quiz=unit.quizzes[1], at=MONDAY, rng=rng)
    places = queries.sitting(ben, attempt).places
    assert len(places) == 5
    assert {place.skill_id for place in places} == {skill.id for skill in unit.skills[3:6]}


def test_a_unit_test_asks_ten_questions_over_all_skills_of_the_unit(ben, alg1, rng):
    unit = alg1.units[0]
    attempt = start.start_unit_test(learner=ben, course=alg1, unit=unit, at=MONDAY, rng=rng)
    places = queries.sitting(ben, attempt).places
    assert len(places) == 10
    assert {place.skill_id for place in places} == {skill.id for skill in unit.skills}


def test_a_course_challenge_asks_thirty_questions_spread_evenly_over_the_units(ben, alg1, rng):
    attempt = start.start_course_challenge(learner=ben, course=alg1, at=MONDAY, rng=rng)
    places = queries.sitting(ben, attempt).places
    units = Counter(alg1.skills[place.skill_id].unit_id for place in places)
    assert len(places) == 30
    assert max(units.values()) - min(units.values()) <= 1


def test_a_repeated_course_challenge_asks_first_what_was_not_tested_last_time(ben, alg1, rng):
    first = start.start_course_challenge(learner=ben, course=alg1, at=MONDAY, rng=rng)
    sitting = give(ben, first, [True] * 30)
    untested = set(alg1.skills) - {place.skill_id for place in sitting.places}
    second = start.start_course_challenge(learner=ben, course=alg1, at=MONDAY, rng=rng)
    asked = {place.skill_id for place in queries.sitting(ben, second).places}
    for unit in alg1.units:
        here = {skill.id for skill in unit.skills}
        assert untested & here <= asked or asked & here <= untested


def test_a_skill_that_was_just_asked_asks_something_new_in_the_next_challenge(ben, alg1, rng):
    seen, rng = set(), Random(5)
    for _ in range(3):
        attempt = start.start_course_challenge(learner=ben, course=alg1, at=MONDAY, rng=rng)
        keys = {(place.slug, place.question.key) for place in queries.sitting(ben, attempt).places}
        assert len(keys) == 30
        assert seen.isdisjoint(keys)
        give(ben, attempt, [True] * 30)
        seen = keys


def test_a_challenge_that_asks_each_skill_once_starts_without_making_its_questions(ben, alg1, rng):
    made = question.cache_info()
    start.start_course_challenge(learner=ben, course=alg1, at=MONDAY, rng=rng)
    assert question.cache_info() == made


def test_an_assignment_with_questions_of_its_own_goes_on_beside_the_same_thing(ben, alg1, rng):
    skill, assignment = alg1.units[0].skills[0], uuid7(MONDAY)
    own = start.start_exercise(learner=ben, course=alg1, skill=skill, at=MONDAY, rng=rng)
    asked = tuple((place.skill_id, place.version, place.seed + 1) for place in queries.sitting(ben, own).places)
    about = {"learner": ben, "course": alg1, "activity": Activity.EXERCISE, "subject": f"skill:{skill.id}"}
    given = [start.start_fixed(**about, fixed=start.Fixed(assignment, asked), at=MONDAY) for _ in range(2)]
    assert given[0] == given[1] != own
    assert start.start_exercise(learner=ben, course=alg1, skill=skill, at=MONDAY, rng=rng) == own


def test_an_attempt_of_another_learner_is_not_there(ben, cho, alg1, rng):
    attempt = start.start_exercise(learner=ben, course=alg1, skill=alg1.units[0].skills[0], at=MONDAY, rng=rng)
    assert queries.sitting(cho, attempt) is None


def test_an_activity_without_skills_is_refused_with_a_sentence(ben, alg1, rng):
    with pytest.raises(Refused, match="nothing to practise"):
        start.start_mastery_challenge(learner=ben, course=alg1, skills=(), at=MONDAY, rng=rng)
    assert not Attempt.objects.exists()
