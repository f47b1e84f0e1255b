from datetime import timedelta

import pytest
from django.utils import timezone

from tests.trailstone.cast import class_of, join, person, set_levels
from trailstone.goals import actions as goals
from trailstone.people import calendar
from trailstone.reports import queries as reports

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada_calls(caller, school):
    return caller(school.ada)


@pytest.fixture
def goal(school):
    due = calendar.today(school.school, timezone.now()) + timedelta(days=30)
    goals.place(
        actor=school.ada, classroom=school.room, course_id="alg1", learners=None, due=due, at=timezone.now()
    )  # fmt: skip
    return due


def test_a_teachers_classes_are_those_they_teach(ada_calls):
    (room,) = ada_calls.get("teaching/classes").json()
    assert (room["name"], room["learners"], room["code"]) == ("8B", 3, "HJKM2345")


def test_two_of_a_kind_are_a_list_as_well(ada_calls, caller, school, goal):
    """A pair that an operation returns would be read as a status and a body."""
    join(class_of(school.ada, "7A", "TUVW2345"), school.ben)
    about = {"actor": school.ada, "classroom": school.room, "learners": None, "due": goal, "at": timezone.now()}
    goals.set_unit_goals(unit_ids=["alg1/equations"], **about)
    reports_ = [f"teaching/classes/{school.room.pk}/progress", "teaching/classes"]
    assert [len(ada_calls.get(path).json()) for path in reports_] == [2, 2]
    assert [len(caller(school.ben).get(path).json()) for path in ("goals", "classes")] == [2, 2]


def test_the_progress_report_is_the_one_of_the_screen(ada_calls, school, goal):
    set_levels(school.ben, {skill.slug: 3 for skill in school.alg1.units[0].skills}, at=timezone.now())
    (sent,) = ada_calls.get(f"teaching/classes/{school.room.pk}/progress").json()
    (shown,) = reports.progress(school.room, calendar.today(school.school, timezone.now()))
    assert (sent["median"], sent["due_last"], sent["learners"]) == (shown.median, goal.isoformat(), 3)
    assert [(row["name"], row["percent"], row["state"]) for row in sent["rows"]] == [
        (row.name, row.percent, row.state) for row in shown.rows
    ]


def test_the_skills_report_is_the_one_of_the_screen(ada_calls, school):
    unit = school.alg1.units[0]
    set_levels(school.cho, {unit.skills[0].slug: 2}, at=timezone.now())
    sent = ada_calls.get(f"teaching/classes/{school.room.pk}/skills", course="alg1", unit=unit.id).json()
    shown = reports.skills(school.room, school.alg1, unit.id)
    assert [column["counts"] for column in sent["columns"]] == [list(column.counts) for column in shown.columns]
    assert {row["name"]: row["levels"][0] for row in sent["rows"]} == {"Ben": 0, "Cho": 2, "Dina": 0}


def test_all_units_come_without_a_unit(ada_calls, school):
    sent = ada_calls.get(f"teaching/classes/{school.room.pk}/skills", course="alg1").json()
    assert len(sent["columns"]) == len(school.alg1.skills)


REPORTS = ("progress", "skills?course=alg1")


@pytest.mark.parametrize("report", REPORTS)
@pytest.mark.parametrize("who", ["ben", "lund"])
def test_a_class_of_somebody_else_does_not_exist(caller, school, who, report):
    reply = caller(getattr(school, who)).get(f"teaching/classes/{school.room.pk}/{report}")
    assert reply.status_code == 404


def test_a_report_of_nothing_is_not_there_or_says_what_is_missing(ada_calls, school):
    path = f"teaching/classes/{school.room.pk}/skills"
    assert ada_calls.get(path, course="alg9").status_code == 404
    assert ada_calls.get(path, course="alg1", unit="alg1/nowhere").status_code == 404
    missing = ada_calls.get(path)
    assert (missing.status_code, "course" in missing.json()["detail"]) == (422, True)
    assert ada_calls.get("teaching/classes/not-an-id/progress").status_code in (404, 422)


@pytest.mark.parametrize("report", REPORTS)
def test_a_report_costs_the_same_for_3_and_for_30(ada_calls, school, goal, report, django_assert_max_num_queries):
    for number in range(27):
        join(school.room, person(school.school, f"Learner {number}"))
    ada_calls.get(f"teaching/classes/{school.room.pk}/{report}")
    with django_assert_max_num_queries(14):
        ada_calls.get(f"teaching/classes/{school.room.pk}/{report}")
