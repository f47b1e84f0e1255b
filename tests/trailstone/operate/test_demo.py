"""The demo: a school whose past month went through the real actions."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone

from mastery import Activity, Level
from trailstone.assignments import queries as assignments
from trailstone.content.catalogue import CATALOGUE, course_map
from trailstone.goals.models import Aim
from trailstone.operate.demo import cast
from trailstone.people import calendar
from trailstone.people.models import Classroom, User
from trailstone.practice.models import Answer, Attempt
from trailstone.progress.models import LevelChange
from trailstone.progress.replay import differences
from trailstone.reports import queries as reports

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


def test_three_assignments_stand_differently(room):
    over, under_way, next_week = assignments.class_assignments(room, timezone.now())
    assert [one.phase.value for one in (over, under_way, next_week)] == ["over", "open", "scheduled"]
    assert {state.value for state, count in over.counts.items() if count} >= {"done", "missing"}
    assert 3 <= under_way.done <= 16
    assert under_way.same_questions
