"""H51: the server's clock is stepped by an hour or by days in the middle of work."""

from datetime import timedelta

import pytest

from tests.trailstone.cast import MONDAY, set_levels
from tests.trailstone.practising import finish_exercise, right, send, wrong
from trailstone.practice import queries, start
from trailstone.practice.errors import Conflict, Refused
from trailstone.practice.models import Answer, Attempt
from trailstone.progress.challenges import begin_challenge
from trailstone.progress.models import LevelChange
from trailstone.progress.replay import differences

pytestmark = pytest.mark.django_db
STEPS = [timedelta(hours=-1), timedelta(hours=1), timedelta(days=-2), timedelta(days=2)]
HALF_A_DAY = timedelta(hours=12)


@pytest.fixture
def exercise(ben, alg1, rng):
    return start.start_exercise(learner=ben, course=alg1, skill=alg1.units[1].skills[0], at=MONDAY, rng=rng)


@pytest.mark.parametrize("step", STEPS)
def test_no_answer_takes_less_than_no_time(ben, exercise, step):
    place = queries.sitting(ben, exercise).current
    send(ben, exercise, 0, wrong(place), at=MONDAY + timedelta(seconds=30))
    send(ben, exercise, 0, right(place), at=MONDAY + timedelta(seconds=40) + step)
    spent = [answer.ms for answer in Answer.objects.order_by("number")]
    assert spent == [30_000, max(0, 10_000 + int(step / timedelta(milliseconds=1)))]


@pytest.mark.parametrize("step", STEPS)
def test_answers_keep_their_order_whatever_the_clock_says(ben, exercise, step):
    place, sent = queries.sitting(ben, exercise).current, []
    for number in range(4):
        sent.append(wrong(place) if number < 3 else right(place))
        send(ben, exercise, 0, sent[-1], at=MONDAY + number * step)
    assert [one.response for one in queries.sitting(ben, exercise).places[0].steps] == sent


@pytest.mark.parametrize("step", STEPS)
def test_activities_are_finished_in_the_order_in_which_they_were(ben, alg1, rng, step):
    skill = alg1.units[1].skills[0]
    done = [
        finish_exercise(ben, alg1, skill, marks, rng, at=MONDAY + number * step).id
        for number, marks in enumerate([[True] * 4, [False] * 4, [True] * 4])
    ]
    assert [found.id for found in queries.finished_sittings(ben.school_id, ben.pk)] == done
    changes = {change.attempt_id: (change.before, change.after) for change in LevelChange.objects.all()}
    assert [changes[attempt][0] for attempt in done[1:]] == [changes[attempt][1] for attempt in done[:-1]]
    assert list(differences(ben)) == []


def test_a_step_of_the_clock_counts_a_level_once(ben, alg1, rng):
    """The same last answer, sent again when the clock is two days back, finishes nothing a second time."""
    sitting = finish_exercise(ben, alg1, alg1.units[1].skills[0], [True] * 4, rng)
    last = sitting.places[-1].steps[-1]
    again = send(ben, sitting.id, 3, last.response, key=last.client_key, at=MONDAY - timedelta(days=2))
    assert again.sitting.state == "finished"
    assert (LevelChange.objects.count(), Attempt.objects.get().finished_at) == (1, sitting.finished_at)


@pytest.fixture
def challenge(ben, alg1, rng):
    """A mastery challenge that Ben began on Monday."""
    set_levels(ben, {skill.slug: 3 for skill in alg1.units[1].skills[:4]}, at=MONDAY - timedelta(days=3))
    return begin_challenge(learner=ben, course=alg1, at=MONDAY, rng=rng)


def finish(ben, attempt, at):
    while (place := queries.sitting(ben, attempt).current) is not None:
        send(ben, attempt, place.position, right(place), at=at)


@pytest.mark.parametrize("step", [timedelta(hours=-1), timedelta(days=-2)])
def test_a_clock_that_is_put_back_never_opens_the_next_challenge_early(ben, alg1, challenge, rng, step):
    finish(ben, challenge, MONDAY + timedelta(minutes=5))
    for moment in (timedelta(0), timedelta(minutes=1), HALF_A_DAY - timedelta(seconds=1)):
        with pytest.raises(Refused, match="opens in"):
            begin_challenge(learner=ben, course=alg1, at=MONDAY + moment + step, rng=rng)
    assert begin_challenge(learner=ben, course=alg1, at=MONDAY + HALF_A_DAY, rng=rng) != challenge


def test_a_clock_that_is_put_forward_opens_it_by_no_more_than_its_step(ben, alg1, challenge, rng):
    finish(ben, challenge, MONDAY + timedelta(minutes=5))
    step = timedelta(hours=1)
    with pytest.raises(Refused, match="opens in"):
        begin_challenge(learner=ben, course=alg1, at=MONDAY + HALF_A_DAY - step - timedelta(seconds=1) + step, rng=rng)
    assert begin_challenge(learner=ben, course=alg1, at=MONDAY + HALF_A_DAY, rng=rng) != challenge


def test_a_challenge_under_way_stays_open_when_the_clock_is_put_back(ben, challenge):
    place = queries.sitting(ben, challenge).current
    assert send(ben, challenge, 0, right(place), at=MONDAY - timedelta(days=2)).sitting.state == "open"


def test_a_challenge_under_way_lapses_when_the_clock_jumps_past_its_end_and_changes_no_level(ben, challenge):
    place = queries.sitting(ben, challenge).current
    with pytest.raises(Conflict, match="12 hours"):
        send(ben, challenge, 0, right(place), at=MONDAY + timedelta(days=2))
    assert LevelChange.objects.filter(attempt_id=challenge).count() == 0
