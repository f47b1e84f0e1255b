"""A teacher's class list from a file to printed cards, without JavaScript; and by keyboard alone."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.player import sign_in
from tests.trailstone.people.rosters import export, packed, user
from trailstone.people.models import Classroom

TWO = ("m1,Maths 9A,s1,", "m2,Art 9A,s1,")


@pytest.fixture
def page(page_for):
    return page_for(java_script_enabled=False)


def test_a_new_class_gets_its_learners_from_the_register_and_prints_their_cards(page, school, tmp_path):
    file = tmp_path / "roster.zip"
    file.write_bytes(
        packed(export([user("u1", "Ina", "Berg"), user("u2", "Kai", "Ode")], TWO, ["m1 u1", "m1 u2", "m2 u2"]))
    )
    sign_in(page, "ms.ada")
    page.get_by_role("link", name="New class").first.click()
    page.get_by_label("Name of the class").fill("9A")
    page.get_by_role("button", name="Create it and import a file").click()
    page.get_by_label("File").set_input_files(file)
    page.get_by_role("button", name="Look what would change").click()
    page.get_by_label("Class in the file").select_option("Maths 9A")
    page.get_by_role("button", name="This one").click()
    expect(page.get_by_text("2 new").first).to_be_visible()
    page.get_by_role("button", name="Import this").click()
    page.get_by_role("button", name="Make the 2 cards").click()
    expect(page.locator(".logincard")).to_have_count(2)
    assert Classroom.objects.get(name="9A").learners.count() == 2


def test_a_group_is_made_changed_and_brought_back_by_keyboard(page_for, school):
    page = page_for(school.ada)
    page.goto(f"/teach/{school.room.pk}/groups/")
    page.get_by_label("Name of the group").press_sequentially("Front")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Front")).to_be_visible()
    page.get_by_role("link", name=re.compile("Change")).press("Enter")
    expect(page.get_by_label("Ben")).to_be_checked()
    page.get_by_role("link", name="Leave it").press("Enter")
    page.get_by_role("button", name=re.compile("Remove")).press("Enter")
    expect(page.get_by_role("heading", name="The first group")).to_be_visible()
    page.get_by_role("button", name="Undo").press("Enter")
    expect(page.get_by_role("heading", name="Front")).to_be_visible()
