"""From the door to the results without a pointer: Tab, Enter and typing are enough."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.browser.player import asked, keys_for, walk_to
from tests.trailstone.cast import MONDAY, PASSWORD, TODAY, class_of, join
from tests.trailstone.practising import right
from trailstone.goals import actions as goals

NO_POINTER = """for (const kind of ["pointerdown", "mousedown", "touchstart"])
  addEventListener(kind, () => console.error("a pointer was used"), true)"""


@pytest.fixture
def page(page_for):
    """A page of nobody yet; a pointer in it is a fault."""
    page = page_for()
    page.context.add_init_script(NO_POINTER)
    return page


def enter(page, wanted):
    """Walk to a link or button with Tab, and press Enter there."""
    walk_to(page, wanted)
    page.keyboard.press("Enter")


def sign_in(page, username):
    page.goto("/")
    expect(page.get_by_label("User name")).to_be_focused()
    page.keyboard.type(username)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Welcome back")


def test_a_learner_finishes_an_exercise_with_the_keys_alone(page, school):
    goals.place(actor=school.ada, classroom=school.room, course_id="alg1", learners=None, due=TODAY, at=MONDAY)
    sign_in(page, "ben")
    enter(page, page.get_by_role("link", name="Continue").first)
    expect(page.get_by_role("button", name="Start")).to_be_focused()
    page.keyboard.press("Enter")
    for _ in range(4):
        expect(page.locator("#answer [data-focus]")).to_be_focused()
        keys_for(page, right(asked(page, school.ben)))
        page.keyboard.press("Enter")
        expect(page.locator("#go-on")).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.locator("#go-on")).to_be_hidden()
    expect(page.locator("#came-to")).to_be_focused()
    expect(page.locator(".endcard")).to_contain_text("Proficient")


def test_a_teacher_sets_a_goal_with_the_keys_alone(page, school):
    room = class_of(school.ada, "9A", "WXYZ2345")
    join(room, school.ben)
    goals.edit_courses(actor=school.ada, classroom=room, course_ids=["alg1"], at=MONDAY)
    sign_in(page, "ms.ada")
    enter(page, page.get_by_role("link", name=re.compile("9A")).first)
    enter(page, page.get_by_role("navigation").get_by_role("link", name="Set goals"))
    enter(page, page.get_by_role("link", name="Create course goal"))
    course = page.get_by_label("Algebra 1")
    walk_to(page, course)
    page.keyboard.press("Space")
    expect(course).to_be_checked()
    enter(page, page.get_by_role("button", name="Create course goal"))
    expect(page.get_by_role("table")).to_contain_text("0 of 1")
    assert page.url.endswith(reverse("goals", args=[room.pk]) + "?kind=course")


def test_the_arrows_walk_the_cells_of_the_skills_report(page, school):
    sign_in(page, "ms.ada")
    page.goto(reverse("skills-report", args=[school.room.pk]) + "?course=alg1&unit=alg1/equations")
    page.locator("x-matrix td a[tabindex='0']").wait_for()  # its script is there
    rows = page.locator("x-matrix tbody tr")
    walk_to(page, rows.nth(0).locator("td a").nth(0))
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    expect(rows.nth(1).locator("td a").nth(1)).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/learners/**/skills/**")
