"""The same with JavaScript switched off: a learner's whole exercise, and a teacher's goal."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.browser.player import asked, fill, sign_in
from tests.trailstone.cast import FRIDAY, MONDAY, class_of, join
from tests.trailstone.practising import right, wrong
from trailstone.goals import actions as goals
from trailstone.goals.models import Goal


@pytest.fixture
def room(school):
    room = class_of(school.ada, "9A", "WXYZ2345")
    join(room, school.ben)
    return room


@pytest.fixture
def page(page_for):
    return page_for(java_script_enabled=False)


def answer(page, learner, make):
    fill(page, make(asked(page, learner)))
    page.get_by_role("button", name=re.compile("^Check")).click()


def test_a_learner_practises_without_scripts(page, school, room):
    goals.edit_courses(actor=school.ada, classroom=room, course_ids=["alg1"], at=MONDAY)
    goals.place(actor=school.ada, classroom=room, course_id="alg1", learners=None, due=FRIDAY, at=MONDAY)
    sign_in(page, "ben")
    page.get_by_role("link", name=re.compile("Continue")).first.click()
    page.get_by_role("button", name="Start").click()
    answer(page, school.ben, wrong)
    expect(page.locator("#said")).to_contain_text("Not yet")
    page.get_by_role("button", name="Show a hint").click()
    expect(page.locator("#hint-1")).to_be_visible()
    answer(page, school.ben, right)
    expect(page.locator("#said")).to_contain_text("That is it.")
    page.get_by_role("link", name="Next question").click()
    for _ in range(3):
        answer(page, school.ben, right)
        page.locator("#go-on").click()
    page.get_by_role("button", name="Finish without it").click()
    expect(page.locator(".endcard")).to_contain_text("Familiar")


def test_a_teacher_sets_a_goal_without_scripts(page, school, room):
    sign_in(page, "ms.ada")
    page.goto(reverse("edit-courses", args=[room.pk]))
    page.get_by_role("button", name="Add Algebra 1").click()
    page.get_by_role("button", name="Save courses").click()
    page.get_by_role("link", name="Create course goal").click()
    page.get_by_label("Algebra 1").check()
    page.get_by_label("Due date").fill(FRIDAY.isoformat())
    page.get_by_role("button", name="Create course goal").click()
    expect(page.get_by_role("table")).to_contain_text("Algebra 1")
    assert Goal.objects.get().classroom == room
