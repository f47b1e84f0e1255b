"""A learner's way through an assignment: from home to the results, with scripts, and without."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.player import asked, fill, finish, sign_in
from tests.trailstone.assignments.conftest import Desk
from tests.trailstone.practising import right


@pytest.fixture
def desk(school):
    return Desk(school)


def test_what_is_assigned_is_found_done_and_told(page_for, school, desk):
    found = desk.assign(desk.article(), desk.exercise(), title="Homework", instructions="Read first.")
    page = page_for()
    sign_in(page, "ben")
    expect(page.get_by_role("heading", name="Due soon")).to_be_visible()
    page.get_by_role("link", name="Homework", exact=True).click()
    expect(page.get_by_text("Read first.")).to_be_visible()
    page.get_by_role("link", name=re.compile("^Read:")).click()
    page.get_by_role("button", name="I have read this").click()
    expect(page.get_by_role("heading", name="Homework")).to_be_visible()
    page.get_by_role("link", name=re.compile("^Start:")).click()
    page.get_by_role("button", name="Start").click()
    finish(page, school.ben, [True] * 4)
    expect(page.locator(".endcard")).to_contain_text("Homework: 4 of 4 counts for this assignment. All done.")
    page.get_by_role("link", name="Homework", exact=True).click()
    expect(page.locator("h1 + .chip")).to_have_text("Done")
    assert desk.states(found)["Ben"] == "done"


def test_the_same_questions_are_answered_without_scripts(page_for, school, desk):
    found = desk.assign(title="Check", same_questions=True)
    page = page_for(java_script_enabled=False)
    sign_in(page, "ben")
    page.get_by_role("link", name="Start: Check").click()
    expect(page.get_by_text("Everybody gets the same questions")).to_be_visible()
    page.get_by_role("button", name="Start").click()
    for _ in range(4):
        fill(page, right(asked(page, school.ben)))
        page.get_by_role("button", name=re.compile("^Check")).click()
        page.locator("#go-on").click()
    expect(page.locator(".endcard")).to_contain_text("Check: 4 of 4 counts for this assignment. All done.")
    page.get_by_role("link", name="Back to the assignment").click()
    expect(page.get_by_role("link", name="Try again: " + desk.skill.name)).to_be_visible()
    assert desk.states(found)["Ben"] == "done"
