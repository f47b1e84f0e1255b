import uuid
from datetime import timedelta
from random import Random

import pytest

from tests.trailstone.practising import MONDAY, finish_exercise, give, right, send, wrong
from trailstone.practice import actions, queries, start
from trailstone.practice.errors import Conflict, NotFound, Refused
from trailstone.practice.models import Attempt, State
from trailstone.progress.challenges import begin_challenge, challenge_of, what_is_missing
from trailstone.progress.models import CourseProgress, LevelChange

pytestmark = pytest.mark.django_db


@pytest.fixture
def exercise(ben, alg1, rng):
    return start.start_exercise(learner=ben, course=alg1, skill=alg1.units[1].skills[0], at=MONDAY, rng=rng)


def test_levels_change_only_when_the_activity_is_finished(ben, exercise):
    give(ben, exercise, [True] * 3)
    assert not LevelChange.objects.exists()
    sitting = give(ben, exercise, [True])
    assert sitting.state == State.FINISHED
    assert [(c.before, c.after) for c in LevelChange.objects.all()] == [(0, 3)]


def test_a_finished_attempt_keeps_its_score(ben, alg1, rng):
    sitting = finish_exercise(ben, alg1, alg1.units[1].skills[0], [True, False, True, False], rng)
    attempt = Attempt.objects.get(id=sitting.id)
    assert (attempt.right, attempt.asked, attempt.state) == (2, 4, "finished")


def test_exactly_one_miss_in_an_exercise_is_offered_a_bonus_question(ben, exercise):
    sitting = give(ben, exercise, [True, False, True, True])
    assert sitting.bonus_offered
    assert sitting.state == State.OPEN


@pytest.mark.parametrize("marks", [[True] * 4, [False, False, True, True]])
def test_no_bonus_question_without_exactly_one_miss(ben, exercise, marks):
    assert give(ben, exercise, marks).state == State.FINISHED


def test_a_right_bonus_answer_wipes_the_miss(ben, exercise):
    give(ben, exercise, [True, False, True, True])
    start.take_bonus(learner=ben, attempt_id=exercise, at=MONDAY, rng=Random(3))
    give(ben, exercise, [True])
    change = LevelChange.objects.get()
    assert (change.outcome, change.right, change.asked, change.after) == ("exercise-perfect", 3, 4, 3)


def test_a_wrong_bonus_answer_leaves_the_miss(ben, exercise):
    give(ben, exercise, [True, False, True, True])
    start.take_bonus(learner=ben, attempt_id=exercise, at=MONDAY, rng=Random(3))
    give(ben, exercise, [False])
    change = LevelChange.objects.get()
    assert (change.outcome, change.right, change.after) == ("exercise-good", 3, 2)


def test_the_bonus_question_is_new_and_taking_it_twice_is_once(ben, exercise):
    give(ben, exercise, [True, False, True, True])
    one = start.take_bonus(learner=ben, attempt_id=exercise, at=MONDAY, rng=Random(3))
    two = start.take_bonus(learner=ben, attempt_id=exercise, at=MONDAY, rng=Random(4))
    assert len(one.places) == len(two.places) == 5
    assert two.bonus.question.key not in {place.question.key for place in two.questions}


def test_the_bonus_question_may_be_left(ben, exercise):
    give(ben, exercise, [True, False, True, True])
    start.leave_bonus(learner=ben, attempt_id=exercise, at=MONDAY)
    assert LevelChange.objects.get().outcome == "exercise-good"


def test_a_restart_is_offered_after_two_misses_and_changes_no_level(ben, exercise, alg1, rng):
    give(ben, exercise, [False])
    with pytest.raises(Refused, match="two misses"):
        actions.restart(learner=ben, attempt_id=exercise)
    give(ben, exercise, [False])
    actions.restart(learner=ben, attempt_id=exercise)
    assert Attempt.objects.get().state == "restarted"
    assert not LevelChange.objects.exists()
    fresh = start.start_exercise(learner=ben, course=alg1, skill=alg1.units[1].skills[0], at=MONDAY, rng=rng)
    assert fresh != exercise


def test_a_course_challenge_cannot_be_restarted(ben, alg1, rng):
    attempt = start.start_course_challenge(learner=ben, course=alg1, at=MONDAY, rng=rng)
    give(ben, attempt, [False] * 3)
    with pytest.raises(Refused):
        actions.restart(learner=ben, attempt_id=attempt)


def test_a_restart_of_anothers_or_a_finished_attempt_is_refused(ben, cho, exercise):
    with pytest.raises(NotFound):
        actions.restart(learner=cho, attempt_id=exercise)
    give(ben, exercise, [True] * 4)
    with pytest.raises(Conflict):
        actions.restart(learner=ben, attempt_id=exercise)


def test_the_mastery_challenge_says_what_is_missing_and_opens_when_nothing_is(ben, alg1, rng):
    assert "3 more skills" in what_is_missing(challenge_of(ben, alg1, MONDAY), MONDAY)
    with pytest.raises(Refused, match="3 more skills"):
        begin_challenge(learner=ben, course=alg1, at=MONDAY, rng=rng)
    for skill in alg1.units[1].skills[:3]:
        finish_exercise(ben, alg1, skill, [True] * 4, rng)
    assert challenge_of(ben, alg1, MONDAY).ready


def open_challenge(ben, alg1, rng):
    for skill in alg1.units[1].skills[:3]:
        finish_exercise(ben, alg1, skill, [True] * 4, rng)
    return begin_challenge(learner=ben, course=alg1, at=MONDAY, rng=rng)


def test_a_mastery_challenge_asks_three_skills_twice_each(ben, alg1, rng):
    places = queries.sitting(ben, open_challenge(ben, alg1, rng)).places
    assert sorted(place.skill_id for place in places) == sorted(2 * [s.id for s in alg1.units[1].skills[:3]])


def test_proficient_becomes_mastered_in_a_mastery_challenge(ben, alg1, rng):
    give(ben, open_challenge(ben, alg1, rng), [True] * 6)
    levels = bytes(CourseProgress.objects.get().levels)
    assert [levels[skill.slot] for skill in alg1.units[1].skills[:3]] == [4, 4, 4]


def test_a_mastery_challenge_lapses_after_twelve_hours_without_any_change(ben, alg1, rng):
    attempt = open_challenge(ben, alg1, rng)
    give(ben, attempt, [True] * 5)
    late, changes = MONDAY + timedelta(hours=12), LevelChange.objects.count()
    place = queries.sitting(ben, attempt).current
    with pytest.raises(Conflict, match="12 hours"):
        send(ben, attempt, place.position, right(place), at=late)
    assert Attempt.objects.get(id=attempt).state == "lapsed"
    assert LevelChange.objects.count() == changes
    assert begin_challenge(learner=ben, course=alg1, at=late, rng=rng) != attempt


def test_the_next_mastery_challenge_opens_twelve_hours_after_the_last_began(ben, alg1, rng):
    give(ben, open_challenge(ben, alg1, rng), [True] * 6)
    soon = MONDAY + timedelta(hours=11, minutes=50)
    assert "0 h 10 min" in what_is_missing(challenge_of(ben, alg1, soon), soon)
    assert challenge_of(ben, alg1, MONDAY + timedelta(hours=12)).ready


def test_wrong_twice_in_a_mixed_activity_drops_one_step(ben, alg1, rng):
    attempt = open_challenge(ben, alg1, rng)
    for position, place in enumerate(queries.sitting(ben, attempt).places):
        send(ben, attempt, position, wrong(place))
        send(ben, attempt, position, right(place))
    levels = bytes(CourseProgress.objects.get().levels)
    assert [levels[skill.slot] for skill in alg1.units[1].skills[:3]] == [2, 2, 2]


def test_finishing_twice_finishes_once(ben, exercise):
    sitting = give(ben, exercise, [True] * 3)
    done = sitting.with_step(3, _right_step(sitting))
    actions.finish(learner=ben, sitting=done, at=MONDAY)
    actions.finish(learner=ben, sitting=done, at=MONDAY + timedelta(hours=1))
    assert LevelChange.objects.count() == 1


def _right_step(sitting):
    from trailstone.practice.models import Kind
    from trailstone.practice.sitting import Step

    return Step(0, Kind.ANSWER, right(sitting.places[3]), "right", "", uuid.uuid4(), MONDAY)
