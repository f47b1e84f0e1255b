"""On a slow line an older page may come after a newer one: what was asked last is what is shown."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect


def test_a_page_that_was_asked_for_earlier_does_not_cover_a_later_one(page_for, school):
    page, held = page_for(school.ada), []
    page.goto(reverse("skills-report", args=[school.room.pk]) + "?course=alg1&unit=alg1/equations")
    page.route("**/skills/?*sort=percent*", lambda route: held.append(route))
    page.locator("#sort").select_option("percent")
    page.locator("thead a.col").first.click()
    expect(page.locator("#panel")).to_be_visible()
    with page.expect_request_finished(lambda asked: "sort=percent" in asked.url):
        held[0].continue_()
    page.evaluate("new Promise((shown) => requestAnimationFrame(() => setTimeout(shown)))")
    expect(page.locator("#panel")).to_be_visible()
    assert "sort=percent" not in page.url


PREVIEW = "**/goals/new/?*unit=*"


@pytest.fixture
def held(page_for, school):
    """New unit goals, one unit ticked: the page and the requests for its preview, which wait."""
    page, waiting = page_for(school.ada), []
    page.goto(reverse("new-goal", args=[school.room.pk]) + "?kind=unit")
    page.route(PREVIEW, lambda route: waiting.append(route))
    with page.expect_request(PREVIEW):
        page.locator("input[name=unit]").first.check()
    return page, waiting


def test_a_form_sent_while_its_preview_is_on_its_way_goes_when_that_has_come(held, faults):
    page, waiting = held
    faults.allow("htmx:(sendAbort|afterRequest)")  # the first preview is given up for the second
    with page.expect_request("**/goals/new/?*due=2027-03-05*"):
        page.get_by_label("Due date").fill("2027-03-05")
    page.get_by_role("button", name="Create unit goals").click()
    expect(page.get_by_role("heading", name="New unit goals")).to_be_visible()
    waiting[-1].continue_()
    expect(page.get_by_role("table")).to_contain_text("5 Mar 2027")


def test_a_form_whose_preview_was_lost_says_so_and_goes_when_sent_again(held, faults):
    page, waiting = held
    page.get_by_role("button", name="Create unit goals").click()
    with faults.expect("ERR_FAILED|htmx:(sendError|afterRequest)"):
        waiting[-1].abort()
        expect(page.locator(".toast")).to_contain_text("We could not reach the school")
    page.locator(".toast").get_by_role("button", name="Close").click()
    page.get_by_role("button", name="Create unit goals").click()
    expect(page.get_by_role("table")).to_contain_text("of 3")
