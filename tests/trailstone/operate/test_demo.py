"""The demo: a school whose past month went through the real actions."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone

from mastery import Activity, Level
from trailstone.assignments import queries as assignments
from trailstone.content.catalogue import CATALOGUE, course_map
from trailstone.goals import queries as goals
from trailstone.goals import roadmap
from trailstone.goals.models import Aim
from trailstone.operate.demo import cast, desk, year
from trailstone.people import calendar
from trailstone.people import queries as people
from trailstone.people.models import Classroom, User
from trailstone.practice.arranging import arranged_for
from trailstone.practice.models import Answer, Attempt
from trailstone.progress.models import LevelChange
from trailstone.progress.replay import differences
from trailstone.reports import queries as reports
from trailstone.reports.corrections import corrections_log

pytestmark = pytest.mark.django_db
FRIDAY = datetime(2027, 3, 5, 16, 0, tzinfo=UTC)  # the same month on every day the tests run


@pytest.fixture(scope="module")
def made(django_db_setup, django_db_blocker):
    """The demo, made once for all tests of this file and taken away again."""
    with django_db_blocker.unblock(), time_machine.travel(FRIDAY):
        CATALOGUE.forget()
        around = transaction.atomic()
        around.__enter__()
        call_command("demo", "--no-serve", verbosity=0)
        yield
        transaction.set_rollback(True)
        around.__exit__(None, None, None)
        CATALOGUE.forget()


@pytest.fixture
def room(made):
    return Classroom.objects.get(name=cast.CLASS)


def counts():
    return [model.objects.count() for model in (User, Classroom, Attempt, Answer, LevelChange, Aim)]


def test_what_is_stored_is_what_a_replay_of_the_log_gives(made):
    learners = User.objects.filter(role="learner")
    assert [str(one) for who in learners for one in differences(who)] == []


def test_a_second_start_keeps_what_is_there(made, capsys):
    before = counts()
    call_command("demo", "--no-serve")
    assert counts() == before
    assert "as you left it" in capsys.readouterr().out


def test_eighteen_learners_have_a_month_behind_them(room):
    now = timezone.now()
    assert room.learners.count() == 18
    times = list(Attempt.objects.values_list("started_at", flat=True))
    assert (now - min(times)).days in range(25, 32)
    assert max(times) <= now
    assert len(times) > 300


def test_every_activity_was_lived_through(made):
    assert {activity for activity, in Attempt.objects.values_list("activity").distinct()} >= {
        Activity.EXERCISE, Activity.QUIZ, Activity.UNIT_TEST, Activity.MASTERY_CHALLENGE,
    }  # fmt: skip


def test_the_course_goal_is_under_way(room):
    today = calendar.today(room.school, timezone.now())
    (course_goal,) = (goal for goal in reports.progress(room, today) if goal.kind == "course")
    assert 5 <= course_goal.median <= 75


def test_a_goal_was_just_reached_and_waits_for_its_celebration(made):
    waiting = Aim.objects.filter(celebrated_at=None).exclude(achieved_at=None)
    assert waiting.count() == 1


def test_most_are_stuck_on_one_skill(room):
    columns = reports.skills(room, course_map(cast.COURSE), None).columns
    hardest = max(columns, key=lambda column: column.counts[Level.ATTEMPTED])
    assert hardest.slug == cast.HARD
    assert hardest.counts[Level.ATTEMPTED] >= 6


def test_the_assignments_stand_differently(room):
    found = {one.phase.value: one for one in assignments.class_assignments(room, timezone.now())}
    assert set(found) == {"over", "open", "scheduled", "draft"}
    assert {state.value for state, count in found["over"].counts.items() if count} >= {"done", "done-late", "missing"}
    assert 3 <= found["open"].done <= 16
    assert found["open"].same_questions
    assert [line.name for line in found["open"].lines if line.standing.extended] == [desk.MORE_TIME]
    assert [line.name for line in found["draft"].lines] == sorted(desk.HELPED)


def test_the_year_is_laid_out_between_the_holidays_without_gaps(room):
    days = goals.school_days(room.school)
    (lane,) = (lane for lane in goals.roadmap(room, calendar.today(room.school, timezone.now())) if lane.stages)
    assert all(stage.starts and stage.due for stage in lane.stages)
    assert roadmap.remarks(lane.stages, days, lane.ends) == ()
    assert len(days.holidays) == len(year.HOLIDAYS)
    assert all(free.first <= free.last for free in days.holidays)


@pytest.mark.parametrize("today", [date(2026, 1, 1), date(2026, 7, 20), date(2026, 11, 22), date(2028, 2, 29)])
def test_every_holiday_ends_after_it_began_on_whatever_day_the_demo_is_made(today):
    for _, first, last in year.HOLIDAYS:
        ends = year.upcoming(last, today)
        assert today <= ends
        assert timedelta(0) <= ends - year.latest(first, ends) <= timedelta(days=60)


def test_the_teacher_has_helped_single_learners(room):
    assert [one.name for one in people.groups_of(room)] == [desk.TUESDAY]
    ill, calm = (room.learners.get(name=name) for name in (desk.ILL, desk.NO_DROP))
    (row,) = corrections_log(room, ill)
    assert "ill" in row.why
    assert arranged_for(calm) == {"no-drop"}
