"""Corrections: rows of the log that a replay reads like the answers."""

import uuid
from datetime import timedelta
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mastery import Level
from mastery.corrections import SET
from tests.trailstone.cast import MONDAY, set_unit
from tests.trailstone.practising import finish_exercise, give
from trailstone.goals.actions import place
from trailstone.goals.models import Aim
from trailstone.people.errors import OutOfReach, Refused
from trailstone.practice import start
from trailstone.practice.models import Attempt
from trailstone.progress import corrections
from trailstone.progress.models import Correction, CourseProgress, LevelChange, WeekOfWork
from trailstone.progress.queries import explanation, level_of
from trailstone.progress.replay import differences, rebuild

pytestmark = pytest.mark.django_db
LATER = MONDAY + timedelta(days=60)


@pytest.fixture
def hands(school):
    """What Ms Ada does to Ben's work."""

    def do(action, at=LATER, **about):
        about = {"reason": "He was ill."} | about
        return action(actor=school.ada, classroom=school.room, learner_id=school.ben.pk, at=at, **about)

    return do


def attempts_of(learner):
    return list(Attempt.objects.filter(learner=learner, state="finished").order_by("finished_at"))


def levels(learner):
    return bytes(CourseProgress.objects.get(learner=learner, course_id="alg1").levels)


def agrees(learner):
    """What is stored is what the log says, and making it anew changes no byte."""
    assert list(differences(learner)) == []
    before = list(CourseProgress.objects.order_by("course_id").values_list("course_id", "levels", "points"))
    assert rebuild(learner) == []
    assert list(CourseProgress.objects.order_by("course_id").values_list("course_id", "levels", "points")) == before


def test_a_pardoned_attempt_no_longer_counts(ben, alg1, rng, hands):
    skill = alg1.units[0].skills[0]
    finish_exercise(ben, alg1, skill, [True] * 4, rng)
    low = finish_exercise(ben, alg1, skill, [False] * 4, rng, at=MONDAY + timedelta(days=1))
    assert level_of(ben, skill.id) is Level.FAMILIAR
    hands(corrections.pardon, attempt_id=low.id)
    assert level_of(ben, skill.id) is Level.PROFICIENT
    agrees(ben)


def test_what_came_after_a_pardoned_attempt_is_told_anew(ben, alg1, rng, hands):
    skill = alg1.units[0].skills[0]
    first = finish_exercise(ben, alg1, skill, [True] * 4, rng)
    finish_exercise(ben, alg1, skill, [True, True, True, False], rng, at=MONDAY + timedelta(days=1))
    hands(corrections.pardon, attempt_id=first.id)
    rows = LevelChange.objects.order_by("at").values_list("before", "after", "pardoned")
    assert list(rows) == [(0, 0, True), (0, 2, False)]
    agrees(ben)


def test_undoing_a_pardon_brings_every_byte_back(worked, hands):
    before = levels(worked), list(LevelChange.objects.order_by("id").values())
    weeks = list(WeekOfWork.objects.order_by("week").values())
    for attempt in attempts_of(worked)[:4]:
        found = hands(corrections.pardon, attempt_id=attempt.id)
        hands(corrections.undo, correction_id=found.id)
    assert (levels(worked), list(LevelChange.objects.order_by("id").values())) == before
    assert list(WeekOfWork.objects.order_by("week").values()) == weeks
    agrees(worked)


def test_pardoning_everything_leaves_no_level(worked, hands):
    for attempt in attempts_of(worked):
        hands(corrections.pardon, attempt_id=attempt.id)
    assert set(levels(worked)) == {0}
    assert WeekOfWork.objects.filter(to_proficient__gt=0).count() == 0
    agrees(worked)


def test_a_pardon_twice_is_one(worked, hands):
    attempt = attempts_of(worked)[0]
    first, second = (hands(corrections.pardon, attempt_id=attempt.id) for _ in range(2))
    assert first.id == second.id
    assert Correction.objects.count() == 1


def test_an_undo_twice_is_one(worked, hands):
    found = hands(corrections.pardon, attempt_id=attempts_of(worked)[0].id)
    assert hands(corrections.undo, correction_id=found.id)
    assert hands(corrections.undo, correction_id=found.id) is None
    assert Correction.objects.count() == 2


def test_a_level_that_was_set_is_where_the_next_attempt_goes_on_from(ben, alg1, rng, hands):
    skill = alg1.units[0].skills[0]
    hands(corrections.set_level, skill_id=skill.id, level=4, at=MONDAY)
    finish_exercise(ben, alg1, skill, [True, True, True, False], rng, at=MONDAY + timedelta(days=1))
    assert level_of(ben, skill.id) is Level.PROFICIENT
    agrees(ben)


def test_a_set_level_is_told_as_such(ben, alg1, hands):
    skill = alg1.units[0].skills[0]
    hands(corrections.set_level, skill_id=skill.id, level=4)
    change = LevelChange.objects.get()
    assert (change.outcome, change.policy, change.before, change.after) == (SET, "teacher", 0, 4)
    assert explanation(change).teacher.startswith("Set by a teacher: from Not started to Mastered.")
    agrees(ben)


def test_undoing_a_set_level_gives_what_was_earned(ben, alg1, rng, hands):
    skill = alg1.units[0].skills[0]
    finish_exercise(ben, alg1, skill, [True] * 4, rng)
    found = hands(corrections.set_level, skill_id=skill.id, level=1)
    finish_exercise(ben, alg1, skill, [True, True, True, False], rng, at=LATER + timedelta(days=1))
    assert level_of(ben, skill.id) is Level.FAMILIAR
    hands(corrections.undo, correction_id=found.id, at=LATER + timedelta(days=2))
    assert LevelChange.objects.filter(outcome=SET).count() == 0
    agrees(ben)


def test_an_answer_that_was_under_way_comes_after_the_correction(ben, alg1, rng, hands):
    """Its clock says a moment before the correction; it was finished after it, and stands on what was set."""
    skill = alg1.units[0].skills[0]
    finish_exercise(ben, alg1, skill, [True] * 4, rng)
    attempt = start.start_exercise(learner=ben, course=alg1, skill=skill, at=MONDAY + timedelta(days=1), rng=rng)
    give(ben, attempt, [True] * 3, at=MONDAY + timedelta(days=1))
    hands(corrections.set_level, skill_id=skill.id, level=0, at=MONDAY + timedelta(days=3))
    give(ben, attempt, [True], at=MONDAY + timedelta(days=2))
    assert [row.outcome for row in LevelChange.objects.order_by("at")][1:] == [SET, "exercise-perfect"]
    agrees(ben)


def test_a_correction_is_part_of_the_story_when_a_packed_row_is_missing(ben, alg1, rng, hands):
    first, second = alg1.units[0].skills[:2]
    hands(corrections.set_level, skill_id=first.id, level=3, at=MONDAY)
    CourseProgress.objects.all().delete()
    finish_exercise(ben, alg1, second, [True] * 4, rng, at=MONDAY + timedelta(days=1))
    assert level_of(ben, first.id) is Level.PROFICIENT
    agrees(ben)


def test_a_goal_reached_by_a_set_level_is_achieved_and_stays_so(school, hands):
    set_unit(school.ben, "tiny/one", 3, 3, 3)
    set_unit(school.ben, "tiny/two", 3, 3, 3)
    due = (LATER + timedelta(days=30)).date()
    place(actor=school.ada, classroom=school.room, course_id="tiny", learners=None, due=due, at=MONDAY)
    last = school.tiny.units[1].skills[3]
    found = hands(corrections.set_level, skill_id=last.id, level=4)
    assert Aim.objects.get(learner=school.ben).achieved_at is not None
    hands(corrections.undo, correction_id=found.id)
    assert Aim.objects.get(learner=school.ben).achieved_at is not None


@pytest.mark.parametrize("reason", ["", "   ", "x" * 301])
def test_a_correction_has_a_reason(worked, hands, reason):
    with pytest.raises(Refused, match="reason"):
        hands(corrections.pardon, attempt_id=attempts_of(worked)[0].id, reason=reason)
    assert Correction.objects.count() == 0


def test_only_a_teacher_of_the_class_corrects(school, worked):
    about = {"classroom": school.room, "learner_id": worked.pk, "at": LATER, "reason": "No."}
    with pytest.raises(OutOfReach):
        corrections.pardon(actor=school.lund, attempt_id=attempts_of(worked)[0].id, **about)


def test_nobody_corrects_a_learner_of_another_class(school, alg1, rng):
    finish_exercise(school.eli, alg1, alg1.units[0].skills[0], [True] * 4, rng)
    about = {"actor": school.ada, "classroom": school.room, "learner_id": school.eli.pk, "at": LATER, "reason": "No."}
    with pytest.raises(Refused, match="not in"):
        corrections.pardon(attempt_id=attempts_of(school.eli)[0].id, **about)


def test_an_attempt_of_somebody_else_cannot_be_pardoned(school, worked, cho, alg1, rng, hands):
    other = finish_exercise(cho, alg1, alg1.units[0].skills[0], [True] * 4, rng)
    with pytest.raises(Refused, match="finished attempt"):
        hands(corrections.pardon, attempt_id=other.id)


@pytest.mark.parametrize(("skill", "level"), [(0, 3), (None, 5), (None, -1)])
def test_what_is_not_in_the_list_cannot_be_set(school, hands, skill, level):
    skill = school.alg1.units[0].skills[0].id if skill is None else skill
    with pytest.raises(Refused, match="from the list"):
        hands(corrections.set_level, skill_id=skill, level=level)


def test_setting_the_level_that_is_there_writes_nothing(school, hands):
    assert hands(corrections.set_level, skill_id=school.alg1.units[0].skills[0].id, level=0) is None
    assert Correction.objects.count() == 0


def test_an_unknown_correction_cannot_be_undone(school, hands):
    with pytest.raises(Refused, match="no such correction"):
        hands(corrections.undo, correction_id=uuid.uuid4())


STEPS = st.lists(
    st.tuples(st.sampled_from(["work", "pardon", "set", "undo"]), st.integers(0, 5), st.integers(0, 4)), max_size=9
)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_step_by_step_equals_the_replay_whatever_a_teacher_does(school, alg1, hands, steps):
    for model in (Correction, LevelChange, CourseProgress, WeekOfWork, Attempt):
        model.objects.all().delete()
    for number, (what, which, level) in enumerate(steps):
        at, skill = MONDAY + timedelta(hours=number), alg1.units[0].skills[which % 2]
        done, made = attempts_of(school.ben), list(Correction.objects.exclude(does="undo").order_by("number"))
        if what == "work":
            marks = [place < level for place in range(4)]
            finish_exercise(school.ben, alg1, skill, marks, Random(number), at=at)
        elif what == "pardon" and done:
            hands(corrections.pardon, attempt_id=done[which % len(done)].id, at=at)
        elif what == "set":
            hands(corrections.set_level, skill_id=skill.id, level=level, at=at)
        elif what == "undo" and made:
            hands(corrections.undo, correction_id=made[which % len(made)].id, at=at)
        assert list(differences(school.ben)) == []
