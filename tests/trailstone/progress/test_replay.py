from datetime import timedelta
from io import StringIO
from random import Random

import pytest
from django.core.management import CommandError, call_command

from tests.trailstone.practising import MONDAY, finish_exercise, give
from trailstone.practice import start
from trailstone.practice.models import Attempt
from trailstone.progress.models import CourseProgress, LevelChange
from trailstone.progress.replay import differences, rebuild

pytestmark = pytest.mark.django_db


@pytest.fixture
def worked(ben, alg1, rng):
    """Ben after some weeks: exercises, a quiz, a unit test and a challenge, with marks drawn by chance."""
    chance = Random(11)
    for day, skill in enumerate(alg1.units[0].skills * 2):
        marks = [chance.random() < 0.75 for _ in range(4)]
        finish_exercise(ben, alg1, skill, marks, rng, at=MONDAY + timedelta(days=day))
    quiz = start.start_quiz(
        learner=ben,
        course=alg1,
        unit=alg1.units[0],
        quiz=alg1.units[0].quizzes[0],
        at=MONDAY + timedelta(days=20),
        rng=rng,
    )
    give(ben, quiz, [chance.random() < 0.7 for _ in range(5)], at=MONDAY + timedelta(days=20))
    test = start.start_unit_test(learner=ben, course=alg1, unit=alg1.units[0], at=MONDAY + timedelta(days=21), rng=rng)
    give(ben, test, [chance.random() < 0.7 for _ in range(10)], at=MONDAY + timedelta(days=21))
    return ben


def test_stored_levels_equal_the_replay_of_the_log(worked):
    assert LevelChange.objects.count() > 15
    assert list(differences(worked)) == []


def test_a_changed_byte_is_found_and_mended(worked):
    row = CourseProgress.objects.get()
    before = bytes(row.levels)
    CourseProgress.objects.update(levels=bytes([before[0] ^ 1]) + before[1:])
    assert [found.what for found in differences(worked)] == ["the levels in Algebra 1"]
    assert len(rebuild(worked)) == 1
    assert bytes(CourseProgress.objects.get().levels) == before
    assert list(differences(worked)) == []


def test_a_changed_level_change_is_found(worked):
    one = LevelChange.objects.order_by("at").first()
    LevelChange.objects.filter(school_id=1, id=one.id).update(after=4)
    assert "the log of level changes" in [found.what for found in differences(worked)]


def test_rebuilding_what_is_right_changes_no_byte(worked):
    before = CourseProgress.objects.values_list("levels", "points", "percent", "updated_at").get()
    assert rebuild(worked) == []
    assert CourseProgress.objects.values_list("levels", "points", "percent", "updated_at").get() == before


def test_the_log_replays_in_the_order_it_was_written_when_the_clock_steps_back(ben, alg1, rng):
    skill = alg1.units[1].skills[0]
    finish_exercise(ben, alg1, skill, [True] * 4, rng, at=MONDAY)
    finish_exercise(ben, alg1, skill, [False] * 4, rng, at=MONDAY - timedelta(days=2))
    finish_exercise(ben, alg1, skill, [True] * 4, rng, at=MONDAY - timedelta(days=1))
    times = list(Attempt.objects.order_by("finished_at").values_list("right", flat=True))
    assert times == [4, 0, 4]
    assert [c.after for c in LevelChange.objects.order_by("at")] == [3, 2, 3]
    assert list(differences(ben)) == []


def test_the_command_proves_it_and_fails_when_something_differs(worked):
    out = StringIO()
    call_command("rebuild-progress", "--check", stdout=out)
    assert "0 differences" in out.getvalue()
    CourseProgress.objects.update(levels=b"\x04\x04")
    with pytest.raises(CommandError, match="1 differences"):
        call_command("rebuild-progress", "--check", stdout=StringIO(), stderr=StringIO())
    call_command("rebuild-progress", stdout=StringIO(), stderr=StringIO())
    call_command("rebuild-progress", "--check", stdout=StringIO())
