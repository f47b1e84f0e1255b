"""A learner at the player: nothing is counted twice, nothing typed is lost, and the focus never goes astray."""

import re
from random import Random

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.browser.player import answer_right, answer_wrong, asked, attempt_in, check, fill, go_on, keys_for
from tests.trailstone.cast import MONDAY
from tests.trailstone.practising import right, wrong
from trailstone.practice import start
from trailstone.practice.models import Answer

EQUATIONS, FOUNDATIONS = "alg1/equations", "alg1/foundations"
TYPED = f"{EQUATIONS}/solve-multi-step-equations"
CHOICE = f"{EQUATIONS}/count-solutions-linear-equation"
KINDS = {
    "num": TYPED,
    "choice": CHOICE,
    "multi": f"{FOUNDATIONS}/spot-equivalent-expressions",
    "drop": f"{EQUATIONS}/justify-each-step-solution",
}
SELECTED = "one => one.value.length > 0 && one.selectionStart === 0 && one.selectionEnd === one.value.length"


@pytest.fixture
def begin(school):
    """``begin(skill)``: the address of the first question of an exercise that Ben has just started."""

    def start_exercise(slug=TYPED):
        skill = school.alg1.skill_by_slug(slug)
        attempt = start.start_exercise(learner=school.ben, course=school.alg1, skill=skill, at=MONDAY, rng=Random(3))
        return reverse("question", args=[attempt, 1])

    return start_exercise


@pytest.fixture
def page(page_for, school, begin):
    """Ben at the first question, which wants a number."""
    page = page_for(school.ben)
    page.goto(begin())
    return page


@pytest.fixture
def field(page):
    return page.locator("#answer-value")


def rows():
    return Answer.objects.filter(kind="answer").count()


def told(page, mood):
    """Waits until the bar shows a mood: "retry", "info", "ok"."""
    expect(page.locator("#verdict")).to_have_class(re.compile(rf"\b{mood}\b"))


def test_three_fast_enters_make_one_answer(page, field, school):
    held = []
    page.route("**/answer/", lambda route: held.append(route))
    fill(page, wrong(asked(page, school.ben)))
    for _ in range(3):
        field.press("Enter")
    assert len(held) == 1
    held[0].continue_()
    told(page, "retry")
    assert rows() == 1


def test_the_tools_and_what_was_sketched_stay_when_an_answer_comes_back(page, school):
    """The reply leaves them out: the page has them."""
    page.get_by_role("button", name="Scratchpad", exact=True).click()
    pad = page.locator("[id^=pad-] canvas, [id^=pad-] svg").first
    expect(pad).to_be_visible()
    answer_wrong(page, school.ben)
    told(page, "retry")
    expect(pad).to_be_visible()
    expect(page.get_by_role("button", name="Scratchpad", exact=True)).to_be_visible()
    page.locator("[id^=tools-] summary").click()
    expect(page.get_by_role("group", name="Size of text")).to_be_visible()


def test_a_second_tab_is_told_and_counts_nothing(page, school, faults):
    second = page.context.new_page()
    second.goto(page.url)
    answer_right(page, school.ben)
    fill(second, {"value": "977"})
    with faults.expect("status of 409"):
        check(second)
        expect(second.locator(".note.warn")).to_contain_text("This question has moved on")
    assert second.url.endswith("/2/")
    assert rows() == 1


def test_offline_keeps_the_answer_and_sends_it_when_the_network_is_back(page, field, school, faults):
    response = right(asked(page, school.ben))
    faults.allow("ERR_INTERNET_DISCONNECTED.*favicon")  # the browser asks for it when it likes, perhaps just now
    page.context.set_offline(True)
    expect(page.locator("#offline")).to_be_visible()
    fill(page, response)
    with faults.expect("ERR_INTERNET_DISCONNECTED|htmx:(sendError|afterRequest)"):
        check(page)
        expect(page.locator(".toast")).to_contain_text("Your answer is kept on this device")
    expect(field).to_have_value(response["value"])
    page.context.set_offline(False)
    expect(page.locator("#offline")).to_be_hidden()
    check(page)
    told(page, "ok")
    assert rows() == 1


def test_what_was_typed_is_still_there_after_a_reload(page, field):
    field.press_sequentially("12.5")
    page.reload()
    expect(field).to_have_value("12.5")


def test_another_device_goes_on_at_the_same_question(page, school, page_for):
    answer_right(page, school.ben)
    go_on(page)
    elsewhere = page_for(school.ben)
    elsewhere.goto(reverse("learner-home"))
    elsewhere.get_by_role("link", name="Continue").first.click()
    if not elsewhere.url.startswith(page.url):
        elsewhere.get_by_role("button", name="Go on").click()
    assert elsewhere.url == page.url
    assert elsewhere.locator("#prompt").inner_text() == page.locator("#prompt").inner_text()


def test_back_shows_the_question_before_and_forward_the_one_that_waits(page, school):
    prompt = page.locator("#prompt")
    first = prompt.text_content()
    answer_right(page, school.ben)
    go_on(page)
    waiting = prompt.text_content()
    page.go_back()
    expect(prompt).to_have_text(first)
    expect(page.locator("#go-on")).to_be_visible()
    page.go_forward()
    expect(prompt).to_have_text(waiting)
    expect(page.locator("#check")).to_be_visible()


def test_a_new_question_has_the_focus_in_its_field(page, field, school):
    expect(field).to_be_focused()
    answer_right(page, school.ben)
    go_on(page)
    expect(field).to_be_focused()
    expect(field).to_have_value("")


def test_after_not_yet_the_field_has_the_focus_and_its_text_is_selected(page, field, school):
    answer_wrong(page, school.ben)
    expect(field).to_be_focused()
    assert field.evaluate(SELECTED)


def test_after_an_answer_that_cannot_be_graded_the_field_has_the_focus_and_keeps_its_text(page, field, faults):
    fill(page, {"value": "about five"})
    with faults.expect("status of 422"):
        check(page)
        told(page, "info")
    expect(field).to_be_focused()
    expect(field).to_have_value("about five")
    assert rows() == 0


def test_after_a_right_answer_next_has_the_focus(page, school):
    answer_right(page, school.ben)
    expect(page.locator("#go-on")).to_be_focused()


def test_after_not_yet_the_chosen_card_has_the_focus(page, school, begin):
    page.goto(begin(CHOICE))
    chosen = wrong(asked(page, school.ben))["choice"]
    fill(page, {"choice": chosen})
    check(page)
    told(page, "retry")
    expect(page.locator(f"#choice-{chosen}")).to_be_focused()


def test_opening_hints_never_loses_the_focus_or_what_was_typed(page, field, school):
    field.fill("12")
    hints, more = len(asked(page, school.ben).question.hints), page.locator("aside .wide[type=submit]")
    for number in range(1, hints):
        more.click()
        expect(page.locator("#hints li")).to_have_count(number + 1)  # and the line that says how many are left
        expect(more).to_be_focused()
    more.click()
    expect(page.locator(f"#hint-{hints}")).to_be_focused()
    expect(field).to_have_value("12")


def test_what_the_bar_says_is_announced_because_the_region_stays(page, school):
    page.locator("#said").evaluate("one => { one.same = true }")
    answer_wrong(page, school.ben)
    assert page.locator("#said").evaluate("one => one.same")


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_answer_can_be_given_with_the_keys_alone(kind, page, school, begin):
    page.goto(begin(KINDS[kind]))
    place = asked(page, school.ben)
    assert place.question.answer.kind == kind
    keys_for(page, right(place))
    page.keyboard.press("Enter")
    expect(page.locator("#go-on")).to_be_focused()
    assert asked(page, school.ben).position == place.position + 1
    assert attempt_in(page)
