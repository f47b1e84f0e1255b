"""The year and an assignment: by dragging, and with JavaScript switched off."""

import re
from datetime import date

from django.urls import reverse
from playwright.sync_api import expect

from tests.browser.player import alive
from tests.trailstone.cast import MONDAY
from trailstone.assignments.models import Assignment
from trailstone.goals import actions as goals
from trailstone.goals.models import Goal
from trailstone.goals.roadmap import Stage

ONE, TWO = "tiny/one", "tiny/two"
APRIL, MAY = (date(2027, 4, 5), date(2027, 4, 30)), (date(2027, 5, 3), date(2027, 5, 28))


def lay_out(school):
    stages = [Stage(ONE, "", *APRIL), Stage(TWO, "", *MAY)]
    goals.lay_out(actor=school.ada, classroom=school.room, stages=stages, at=MONDAY)


def saved(unit):
    goal = Goal.objects.get(unit=unit, archived_at=None)
    return goal.starts, goal.due


def test_a_bar_is_dragged_and_the_fields_and_words_follow(page_for, school):
    lay_out(school)
    page = page_for(school.ada)
    page.goto(reverse("roadmap", args=[school.room.pk]))
    alive(page)
    expect(page.locator("#remarks")).to_contain_text("no overlaps, no gaps")
    bar = page.locator("tr", has=page.locator(f'[name="due-{TWO}"]')).locator("[data-bar]")
    bar.scroll_into_view_if_needed()
    box = bar.bounding_box()
    middle, height = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(middle, height)
    page.mouse.down()
    page.mouse.move(middle + box["width"], height, steps=5)
    page.mouse.up()
    expect(page.locator("#remarks")).to_contain_text("gap of")
    page.get_by_role("button", name="Save the year").click()
    expect(page.locator(".toast")).to_contain_text("New dates for Unit two")
    starts, due = saved(TWO)
    assert starts > MAY[0]
    assert due > MAY[1]
    assert starts.weekday() < 5
    assert due.weekday() < 5
    assert saved(ONE) == APRIL


def test_a_slip_moves_the_rest_without_scripts(page_for, school):
    lay_out(school)
    page = page_for(school.ada, java_script_enabled=False)
    page.goto(reverse("roadmap", args=[school.room.pk]))
    page.get_by_label("Due: Unit one").fill("2027-05-07")
    page.get_by_role("button", name="Move the rest, too").click()
    expect(page.get_by_label("From: Unit two")).to_have_value("2027-05-10")
    assert saved(TWO) == MAY
    page.get_by_role("button", name="Save the year").click()
    assert saved(TWO) == (date(2027, 5, 10), date(2027, 6, 4))
    page.get_by_role("button", name="Undo").click()
    assert saved(TWO) == MAY


def test_an_assignment_is_put_together_and_given_without_scripts(page_for, school):
    page = page_for(school.ada, java_script_enabled=False)
    page.goto(reverse("assign", args=[school.room.pk]))
    page.get_by_role("button", name="Tiny", exact=True).click()
    page.get_by_role("button", name=re.compile("^.*Unit one")).click()
    page.get_by_role("button", name=re.compile("Add ?: Skill one 2")).click()
    page.get_by_label("Title").fill("Homework")
    page.get_by_label("Only those ticked").check()
    page.get_by_role("checkbox", name="Cho", exact=True).check()
    page.get_by_role("button", name=re.compile("^Assign to")).click()
    expect(page.locator(".toast")).to_contain_text("Homework: assigned to Cho of 8B")
    assert Assignment.objects.get().shares.get().learner == school.cho
    page.get_by_role("button", name="Undo").click()
    assert Assignment.objects.get().archived_at


def test_the_bars_of_a_chart_are_printed_and_the_bar_of_the_site_is_not(page_for, school):
    page = page_for(school.ada)
    page.goto(reverse("plan", args=[school.room.pk]))
    page.locator(".plansheet").evaluate("""sheet => { sheet.innerHTML += '<svg><rect class="bar" id="r"/></svg>' }""")
    page.emulate_media(media="print")
    shown = "id => getComputedStyle(document.querySelector(id)).display"
    assert page.evaluate(shown, "#r") != "none"
    assert page.evaluate(shown, "header.bar") == "none"
