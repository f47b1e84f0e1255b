"""On a slow line an older page may come after a newer one: what was asked last is what is shown."""

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
