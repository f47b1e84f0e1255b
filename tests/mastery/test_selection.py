from collections import Counter
from math import ceil
from random import Random

import pytest
from hypothesis import strategies as st

from mastery import Activity
from mastery.selection import Askable, question_count, select_questions
from tests.mastery.laws import law

SPREAD = [Activity.QUIZ, Activity.UNIT_TEST]
seeds = st.integers(0, 2**32)
stale = st.lists(st.booleans(), min_size=1, max_size=60)


def skills_of(flags):
    return [Askable(index, tested_last_time=flag) for index, flag in enumerate(flags)]


def course(*sizes):
    return [Askable((unit, index), unit=unit) for unit, size in enumerate(sizes) for index in range(size)]


@pytest.mark.parametrize(
    ("activity", "skills", "count"),
    [
        (Activity.EXERCISE, 1, 4),
        (Activity.QUIZ, 3, 5),
        (Activity.QUIZ, 12, 5),
        (Activity.UNIT_TEST, 1, 10),
        (Activity.UNIT_TEST, 18, 10),
        (Activity.UNIT_TEST, 19, 10),
        (Activity.UNIT_TEST, 21, 11),
        (Activity.UNIT_TEST, 40, 20),
        (Activity.COURSE_CHALLENGE, 164, 30),
        (Activity.MASTERY_CHALLENGE, 3, 6),
    ],
)
def test_the_usual_number_of_questions(activity, skills, count):
    assert question_count(activity, skills) == count


@law(st.integers(19, 500))
def test_a_long_units_test_asks_one_question_for_each_two_skills(skills):
    assert question_count(Activity.UNIT_TEST, skills) == ceil(skills / 2)


@pytest.mark.parametrize(("activity", "count"), [(Activity.EXERCISE, 7), (Activity.QUIZ, 8), (Activity.UNIT_TEST, 25)])
def test_an_author_may_say_the_length(activity, count):
    assert question_count(activity, 30, author_says=count) == count
    assert len(select_questions(activity, course(30), rng=Random(1), author_says=count)) == count


@pytest.mark.parametrize(
    ("activity", "count"),
    [
        (Activity.EXERCISE, 5),
        (Activity.QUIZ, 0),
        (Activity.COURSE_CHALLENGE, 20),
        (Activity.MASTERY_CHALLENGE, 4),
    ],
)
def test_a_length_that_no_author_may_say_is_refused(activity, count):
    with pytest.raises(ValueError, match=r"fixed|4 or 7|at least one"):
        question_count(activity, 3, author_says=count)


@law(seeds)
def test_a_mastery_challenge_asks_each_of_three_skills_twice(seed):
    asked = select_questions(Activity.MASTERY_CHALLENGE, course(1, 1, 1), rng=Random(seed))
    assert sorted(Counter(asked).values()) == [2, 2, 2]


def test_a_mastery_challenge_is_shuffled():
    orders = {select_questions(Activity.MASTERY_CHALLENGE, course(3), rng=Random(seed)) for seed in range(50)}
    assert len(orders) > 20


@law(st.sampled_from(SPREAD), stale, seeds)
def test_questions_repeat_evenly_over_few_skills(activity, flags, seed):
    skills = skills_of(flags)
    asked = select_questions(activity, skills, rng=Random(seed))
    counts = Counter(asked)
    times = [counts[each.skill] for each in skills]
    assert len(asked) == question_count(activity, len(skills))
    assert max(times) - min(times) <= 1


@law(st.sampled_from(SPREAD), stale, seeds)
def test_skills_not_tested_last_time_come_first(activity, flags, seed):
    counts = Counter(select_questions(activity, skills_of(flags), rng=Random(seed)))
    fresh = [counts[skill] for skill, old in enumerate(flags) if not old]
    old = [counts[skill] for skill, old in enumerate(flags) if old]
    assert not fresh or not old or min(fresh) >= max(old)


@law(st.integers(11, 18), seeds)
def test_two_unit_tests_reach_every_skill_of_a_unit(size, seed):
    rng = Random(seed)
    first = set(select_questions(Activity.UNIT_TEST, skills_of([False] * size), rng=rng))
    second = select_questions(Activity.UNIT_TEST, skills_of([skill in first for skill in range(size)]), rng=rng)
    assert first | set(second) == set(range(size))


@law(st.lists(st.integers(1, 20), min_size=1, max_size=40), seeds)
def test_a_course_challenge_is_spread_evenly_over_the_units(sizes, seed):
    asked = select_questions(Activity.COURSE_CHALLENGE, course(*sizes), rng=Random(seed))
    per_unit = Counter(unit for unit, _ in asked)
    times = [per_unit[unit] for unit in range(len(sizes))]
    assert len(asked) == 30
    assert max(times) - min(times) <= 1


@law(st.lists(st.lists(st.booleans(), min_size=1, max_size=12), min_size=1, max_size=40), seeds)
def test_in_each_unit_a_course_challenge_asks_first_what_was_not_tested_last_time(units, seed):
    skills = [
        Askable((unit, index), unit=unit, tested_last_time=old)
        for unit, flags in enumerate(units)
        for index, old in enumerate(flags)
    ]
    counts = Counter(select_questions(Activity.COURSE_CHALLENGE, skills, rng=Random(seed)))
    for unit in range(len(units)):
        mine = [each for each in skills if each.unit == unit]
        fresh = [counts[each.skill] for each in mine if not each.tested_last_time]
        old = [counts[each.skill] for each in mine if each.tested_last_time]
        assert not fresh or not old or min(fresh) >= max(old)


def test_with_more_units_than_questions_units_not_tested_last_time_come_first():
    skills = [Askable(unit, unit=unit, tested_last_time=unit < 15) for unit in range(45)]
    assert set(select_questions(Activity.COURSE_CHALLENGE, skills, rng=Random(3))) == set(range(15, 45))


def test_which_unit_gets_one_more_question_is_chance():
    more = set()
    for seed in range(50):
        asked = select_questions(Activity.COURSE_CHALLENGE, course(5, 5, 5, 5), rng=Random(seed))
        per_unit = Counter(unit for unit, _ in asked)
        more |= {unit for unit, times in per_unit.items() if times == 8}
    assert more == {0, 1, 2, 3}


@law(st.sampled_from(Activity), st.lists(st.integers(0, 4), min_size=1, max_size=20), seeds)
def test_no_skill_is_asked_more_often_than_it_has_different_questions(activity, supplies, seed):
    skills = [Askable(index, unit=index % 3, supply=supply) for index, supply in enumerate(supplies)]
    counts = Counter(select_questions(activity, skills, rng=Random(seed)))
    assert all(counts[each.skill] <= each.supply for each in skills)
    assert counts.total() == min(sum(supplies), question_count(activity, len(skills)))


def test_an_exercise_asks_its_one_skill_four_times():
    assert select_questions(Activity.EXERCISE, [Askable("two-step")], rng=Random(1)) == ("two-step",) * 4


@pytest.mark.parametrize("activity", list(Activity))
def test_without_skills_there_is_nothing_to_ask(activity):
    assert select_questions(activity, [], rng=Random(1)) == ()


@law(st.sampled_from(Activity), stale, seeds)
def test_the_same_seed_gives_the_same_questions(activity, flags, seed):
    one, other = (select_questions(activity, skills_of(flags), rng=Random(seed)) for _ in range(2))
    assert one == other
