"""What holds for every report of a class: twelve statements at most, and none that reads the work of others."""

import re
from datetime import timedelta
from random import Random

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.trailstone.assignments.conftest import Desk
from tests.trailstone.cast import FRIDAY, MONDAY
from tests.trailstone.practising import finish_exercise
from trailstone.goals import actions as goals
from trailstone.goals.models import Goal

MOST = 12
ALL_OF_THE_SCHOOL = re.compile(r"SCAN practice_|practice_\w+ USING .*\(school_id=\?\)$")
REPORTS = (
    "class-overview", "goals", "goal", "mastery-report", "skills-report", "skill-panel", "answers", "activity",
    "opportunities", "scores", "assignment-report", "checks", "learner-detail", "every attempt",
)  # fmt: skip


@pytest.fixture
def worked(school):
    """A class with goals, an assignment and some work."""
    desk = Desk(school)
    skills = school.alg1.by_unit["alg1/equations"].skills
    for number, learner in enumerate((school.ben, school.cho, school.eli)):
        at = MONDAY - timedelta(days=number)
        finish_exercise(learner, school.alg1, skills[0], [False, False, False, True], Random(number), at=at)
    desk.assign(desk.exercise(0), at=MONDAY - timedelta(days=6))
    about = {"actor": school.ada, "classroom": school.room, "learners": None, "due": FRIDAY, "at": MONDAY}
    goals.place(**about, course_id="tiny")
    goals.set_unit_goals(**about, unit_ids=["tiny/one"], target=80)
    return school


def addresses(school):
    skill = school.alg1.by_unit["alg1/equations"].skills[0].id
    assignment, goal = school.room.assignments.get().pk, Goal.objects.filter(unit=None).get().pk
    more = {
        "goal": [goal], "skill-panel": [skill], "answers": [school.ben.pk, skill], "assignment-report": [assignment],
        "learner-detail": [school.ben.pk],
    }  # fmt: skip
    found = {name: reverse(name, args=[school.room.pk, *more.get(name, [])]) for name in REPORTS[:-1]}
    return found | {"every attempt": f"{found['learner-detail']}?tab=work"}


@pytest.fixture
def asked(worked, ada):
    """The statements of each report, asked for the second time: the first fills what is kept."""

    def statements(address):
        assert ada.get(address).status_code == 200
        with CaptureQueriesContext(connection) as found:
            assert ada.get(address).status_code == 200
        return [one["sql"] for one in found.captured_queries]

    return {name: statements(address) for name, address in addresses(worked).items()}


def test_every_report_takes_twelve_statements_at_most(asked):
    assert {name: found for name, found in asked.items() if len(found) > MOST} == {}


@pytest.mark.skipif(connection.vendor != "sqlite", reason="its plans are told in its own words")
def test_no_report_reads_the_work_of_the_whole_school(asked):
    read = {}
    for name, found in asked.items():
        for sql in (one for one in found if "practice_" in one):
            with connection.cursor() as cursor:
                cursor.execute(f"EXPLAIN QUERY PLAN {sql}".replace("%", "%%"))
                plan = [row[3] for row in cursor.fetchall()]
            if any(ALL_OF_THE_SCHOOL.search(step) for step in plan):
                read[name] = plan
    assert read == {}
