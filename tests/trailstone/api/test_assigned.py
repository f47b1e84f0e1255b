from datetime import timedelta

import pytest
import time_machine

from tests.trailstone.assignments.conftest import Desk
from tests.trailstone.cast import MONDAY

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def monday():
    with time_machine.travel(MONDAY, tick=False):
        yield


@pytest.fixture
def desk(school):
    return Desk(school)


def test_my_assignments_are_mine_and_have_started(ben_calls, caller, school, desk):
    desk.assign(desk.quiz(), desk.article(), who=[school.ben], title="Check", same_questions=True)
    desk.assign(starts_at=MONDAY + timedelta(days=1))
    (found,) = ben_calls.get("assignments").json()
    assert (found["title"], found["state"], found["due_at"], found["zone"]) == (
        "Check", "not-started", "2027-03-05T20:59:00Z", "Africa/Nairobi",
    )  # fmt: skip
    assert [(thing["kind"], thing["questions"], thing["percent"]) for thing in found["things"]] == [
        ("quiz", 5, None), ("article", 0, None),
    ]  # fmt: skip
    assert caller(school.cho).get("assignments").json() == []


def test_a_thing_is_begun_worked_on_and_counted(ben_calls, school, desk):
    assigned = desk.assign(same_questions=True)
    path = f"assignments/{assigned.pk}/things/{assigned.items.get().pk}/attempts"
    attempt = ben_calls.post(path).json()
    assert ben_calls.post(path).json()["id"] == attempt["id"]
    for number in range(1, 5):
        assert ben_calls.right(attempt, number).status_code == 200
    (found,) = ben_calls.get("assignments").json()
    thing = found["things"][0]
    assert (found["state"], thing["right"], thing["asked"], thing["percent"]) == ("done", 4, 4, 100)


def test_what_cannot_be_begun_says_why(ben_calls, caller, school, desk):
    assigned = desk.assign(desk.article(), who=[school.ben])
    path = f"assignments/{assigned.pk}/things/{assigned.items.get().pk}/attempts"
    refused = ben_calls.post(path)
    assert (refused.status_code, "Open it to read it" in refused.json()["detail"]) == (422, True)
    assert caller(school.cho).post(path).status_code == 404
    assert ben_calls.post(f"assignments/{assigned.pk}/things/99999/attempts").status_code == 404
