"""The whole loop in two browsers: a goal is set, practised for, reached, celebrated, and seen by the teacher."""

import re
from random import Random

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.browser.player import answer_right, answer_wrong, asked, finish, go_on, sign_in
from tests.trailstone.cast import FRIDAY, MONDAY, class_of, join
from tests.trailstone.practising import finish_exercise

FIRST = "alg1/foundations"


@pytest.fixture
def room(school):
    """Ms Ada's new class with Ben in it; it has no course yet."""
    room = class_of(school.ada, "9A", "WXYZ2345")
    join(room, school.ben)
    return room


def set_goals(desk, room):
    """My classes > the class > Mastery goals > Edit courses > placement > Create course goal, and a unit goal."""
    desk.get_by_role("link", name=re.compile("9A")).click()
    desk.get_by_role("navigation").get_by_role("link", name="Set goals").click()
    desk.get_by_role("link", name="Edit courses").click()
    desk.get_by_role("button", name="Add Algebra 1").click()
    expect(desk.locator("#c-alg1")).to_be_visible()
    desk.get_by_role("button", name="Save courses").click()
    expect(desk.get_by_role("heading", name="Course mastery placement")).to_be_visible()
    desk.get_by_role("link", name="Create course goal").click()
    desk.get_by_label("Algebra 1").check()
    expect(desk.locator("#preview")).to_contain_text("Algebra 1")
    desk.get_by_role("button", name="Create course goal").click()
    expect(desk.get_by_role("table")).to_contain_text("0 of 1")
    desk.goto(f"{reverse('new-goal', args=[room.pk])}?kind=unit")
    desk.get_by_label(re.compile("^1 ·")).check()
    desk.get_by_label("Due date").fill(FRIDAY.isoformat())
    desk.get_by_role("button", name="Create unit goals").click()
    expect(desk.get_by_role("table")).to_contain_text("5 Mar 2027")


def practise_first_skill(page, school):
    """From the class page: wrong, hint, right, then all right; the bonus question is left. Ends at the end card."""
    page.get_by_role("link", name=re.compile("^Continue: ")).click()
    page.get_by_role("button", name="Start").click()
    answer_wrong(page, school.ben)
    page.get_by_role("button", name="Show a hint").click()
    expect(page.locator("#hint-1")).to_be_visible()
    answer_right(page, school.ben)
    expect(page.locator("#said")).to_contain_text("That is it.")
    go_on(page)
    skill = asked(page, school.ben).slug
    finish(page, school.ben, [True] * 3)
    page.get_by_role("button", name="Finish without it").click()
    return skill


def practise_the_rest(school, done):
    """Other skills to Familiar and Proficient, so that three more steps are what the goal of 80 % still needs."""
    others = [skill for skill in school.alg1.skills.values() if skill.slug != done]
    needed = -(-795 * (len(others) + 1) // 10)  # the fewest points that are rounded to 80 %
    proficient, familiar = next(
        (high, low)
        for high in range(len(others), -1, -1)
        for low in range(len(others) - high + 1)
        if needed - 60 <= 80 * high + 50 * (low + 1) < needed
    )
    marks = [[True] * 4] * proficient + [[True, True, True, False]] * familiar
    for skill, four in zip(others, marks, strict=False):
        finish_exercise(school.ben, school.alg1, skill, four, Random(1), at=MONDAY)


def test_a_class_reaches_a_mastery_goal(school, room, page_for):
    desk, seat = page_for(), page_for()
    sign_in(desk, "ms.ada")
    set_goals(desk, room)

    sign_in(seat, "ben")
    seat.goto(reverse("class-page", args=[room.pk]))
    goals = seat.get_by_role("region", name="Your goals")
    assert seat.locator("main h2").first.inner_text() == "Your goals"
    expect(goals.get_by_role("article")).to_have_count(2)
    expect(goals.get_by_role("article").first).to_contain_text("0%")

    done = practise_first_skill(seat, school)
    card = seat.locator(".endcard")
    expect(card).to_contain_text("Familiar")
    expect(card).to_contain_text("+50 mastery points")

    practise_the_rest(school, done)
    seat.goto(reverse("class-page", args=[room.pk]))
    expect(goals.get_by_role("article").first).to_contain_text("79%")
    seat.goto(reverse("start-mastery-challenge", args=["alg1"]))
    seat.get_by_role("button", name="Start").click()
    finish(seat, school.ben, [True] * 6)
    expect(seat.get_by_role("heading", name="6 of 6 right at the first try")).to_be_focused()

    with seat.expect_response(lambda reply: reply.request.method == "POST" and "/celebration/" in reply.url):
        seat.get_by_role("link", name="You reached your goal: Algebra 1").click()
    expect(seat.get_by_role("heading", level=1)).to_have_text("You are at the summit, Ben!")
    expect(seat.locator("x-celebrate")).to_have_count(1)
    seat.reload()
    expect(seat.get_by_role("heading", level=1)).to_have_text("80% of Algebra 1")
    expect(seat.locator("x-celebrate")).to_have_count(0)

    desk.get_by_role("navigation").get_by_role("link", name="Progress").click()
    expect(desk.get_by_role("row", name=re.compile("Algebra 1"))).to_contain_text("1 of 1")
    desk.get_by_role("link", name="Algebra 1").click()
    expect(desk.get_by_role("row", name=re.compile("Ben"))).to_contain_text("1 Mar 2027")
    desk.goto(reverse("dashboard"))
    expect(desk.get_by_role("region", name="Since you were here")).to_contain_text("Ben")
