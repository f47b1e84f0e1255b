from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from tests.trailstone.practising import MONDAY, finish_exercise
from trailstone.practice.models import Attempt
from trailstone.progress.models import CourseProgress, LevelChange, WeekOfWork
from trailstone.progress.replay import differences, rebuild

pytestmark = pytest.mark.django_db


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


@pytest.mark.parametrize("column", ["points", "percent", "attempted", "familiar", "proficient", "mastered"])
def test_a_changed_sum_is_found_and_mended(worked, column):
    before = CourseProgress.objects.values_list(column, flat=True).get()
    CourseProgress.objects.update(**{column: before + 1})
    assert [found.what for found in differences(worked)] == ["the sums of the levels in Algebra 1"]
    rebuild(worked)
    assert CourseProgress.objects.values_list(column, flat=True).get() == before


def test_a_changed_week_of_work_is_found_and_mended(worked):
    before = set(WeekOfWork.objects.values_list("week", "seconds", "activities", "to_proficient"))
    WeekOfWork.objects.update(seconds=1)
    assert [found.what for found in differences(worked)] == ["the weeks of work"]
    rebuild(worked)
    assert set(WeekOfWork.objects.values_list("week", "seconds", "activities", "to_proficient")) == before
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
