import json

import pytest
from django.test import Client
from django.utils import timezone

from courses import course_map
from tests.trailstone.cast import set_levels
from trailstone.goals import actions as goals
from trailstone.people import calendar

pytestmark = pytest.mark.django_db

EVERY_GET = ("me", "classes", "goals", "assignments", "courses", "courses/alg1", "teaching/classes")


@pytest.mark.parametrize("path", EVERY_GET)
def test_who_has_not_signed_in_is_told_to(caller, school, path):
    reply = caller().get(path)
    assert (reply.status_code, "Sign in" in reply.json()["detail"]) == (401, True)


@pytest.mark.parametrize("path", EVERY_GET)
def test_who_has_still_to_choose_a_password_is_told_to(caller, school, path):
    school.ben.must_change_password = True
    school.ben.save()
    reply = caller(school.ben).get(path)
    assert (reply.status_code, "Choose a password" in reply.json()["detail"]) == (403, True)


def test_a_post_without_the_sites_token_is_refused(school):
    client = Client(enforce_csrf_checks=True)
    client.force_login(school.ben)
    body = json.dumps({"activity": "course-challenge", "course": "alg1"})
    refused = client.post("/api/v1/attempts", body, content_type="application/json")
    assert (refused.status_code, "X-CSRFToken" in refused.json()["detail"]) == (403, True)
    token = client.get("/api/v1/me").json()["csrf_token"]
    sent = client.post("/api/v1/attempts", body, content_type="application/json", headers={"X-CSRFToken": token})
    assert sent.status_code == 200


def test_me_says_who_is_signed_in(ben_calls):
    me = ben_calls.get("me").json()
    assert (me["name"], me["username"], me["role"], me["school"]) == ("Ben", "ben", "learner", "Hillside School")


def test_my_classes_are_those_i_learn_in(ben_calls):
    (room,) = ben_calls.get("classes").json()
    assert (room["name"], room["teachers"]) == ("8B", ["Ms Ada"])
    assert "code" not in room


def test_my_goals_are_mine(ben_calls, caller, school):
    today = calendar.today(school.school, timezone.now())
    goals.place(
        actor=school.ada, classroom=school.room, course_id="alg1", learners=[school.ben.pk],
        due=today.replace(year=today.year + 1, day=1), at=timezone.now(),
    )  # fmt: skip
    (goal,) = ben_calls.get("goals").json()
    assert (goal["kind"], goal["target"], goal["percent"], goal["state"], goal["current"]) == (
        "course", 80, 0, "active", True,
    )  # fmt: skip
    assert caller(school.cho).get("goals").json() == []


def test_a_course_comes_with_my_levels_and_no_others(ben_calls, caller, school):
    skill = school.alg1.units[0].skills[0]
    set_levels(school.ben, {skill.slug: 3}, at=timezone.now())
    found = ben_calls.get("courses/alg1").json()
    mine = {s["slug"]: s["level"] for u in found["units"] for lesson in u["lessons"] for s in lesson["skills"]}
    assert set(mine) == {one.id for one in course_map("alg1").skills}
    assert (mine[skill.slug], sum(mine.values())) == (3, 3)
    assert found["points"] == 80
    assert caller(school.cho).get("courses/alg1").json()["points"] == 0


def test_the_list_of_courses_says_the_same_as_each_course(ben_calls, school):
    set_levels(school.ben, {school.alg1.units[0].skills[0].slug: 4}, at=timezone.now())
    listed = {one["id"]: one for one in ben_calls.get("courses").json()}
    one = ben_calls.get("courses/alg1").json()
    assert listed["alg1"] == {name: one[name] for name in listed["alg1"]}


def test_a_course_the_school_does_not_have_is_not_there(ben_calls):
    assert ben_calls.get("courses/nowhere").json() == {"detail": "There is nothing here for you."}


def test_the_map_costs_the_same_however_many_skills(ben_calls, django_assert_max_num_queries):
    ben_calls.get("courses/alg1")
    with django_assert_max_num_queries(8):
        ben_calls.get("courses/alg1")
