"""The watch itself: what it must notice, on a page made for it."""

import pytest
from django.http import HttpResponse
from django.urls import path

from tests.browser.looks import PHONE

PAGE = """<!doctype html><html lang="en"><head><title>Watched</title><link rel="icon" href="data:,">
<meta name="viewport" content="width=device-width"></head><body><main><h1>Watched</h1>{}</main></body></html>"""
PARTS = {
    "plain": "",
    "inline-script": "<script>var leak = 1</script>",
    "other-host": '<a href="http://elsewhere.example/">away</a>',
    "pale": '<p style="color: #ccc">hard to read</p>',
    "wide": '<p style="inline-size: 600px">sideways</p>',
}


def show(request, part):
    return HttpResponse(PAGE.format(PARTS[part]))


def burst(request):
    raise ZeroDivisionError("on purpose")


urlpatterns = [path("burst", burst), path("<part>", show)]


@pytest.fixture
def page(page_for, settings):
    settings.ROOT_URLCONF = __name__
    return page_for(viewport=PHONE)


def noticed(faults):
    """What was seen so far, which then no longer fails the test."""
    seen, faults.seen = "\n".join(faults.seen), []
    return seen


def test_a_page_without_faults_passes(page, axe):
    page.goto("/plain")
    axe(page, everywhere=True)


def test_a_console_error_is_a_fault(page, faults):
    page.goto("/plain")
    page.evaluate("console.error('oh')")
    assert "console: oh" in noticed(faults)


def test_an_exception_is_a_fault(page, faults):
    page.goto("/plain")
    page.evaluate("new Promise(done => { setTimeout(done, 20); setTimeout(() => { throw new Error('torn') }) })")
    assert "torn" in noticed(faults)


def test_an_inline_script_breaks_the_csp_and_is_a_fault(page, faults):
    page.goto("/inline-script")
    assert "CSP: script-src" in noticed(faults)
    assert page.evaluate("'leak' in window") is False


def test_asking_another_host_is_a_fault(page, faults):
    page.goto("/other-host")
    with page.expect_event("requestfailed"):
        page.get_by_role("link").click(no_wait_after=True)
    assert "another host was asked: http://elsewhere.example/" in noticed(faults)


def test_a_reply_of_500_is_a_fault(page, faults):
    page.goto("/burst")
    assert "reply 500" in noticed(faults)


def test_an_expected_fault_has_to_happen(page, faults):
    page.goto("/plain")
    with pytest.raises(AssertionError, match="no fault matched"), faults.expect("status of 422"):
        page.reload()


def test_pale_text_is_a_barrier(page, axe):
    page.goto("/pale")
    with pytest.raises(AssertionError, match="color-contrast"):
        axe(page)


def test_a_page_wider_than_a_phone_is_noticed(page, axe):
    page.goto("/wide")
    with pytest.raises(AssertionError, match="scrolls sideways"):
        axe(page, everywhere=True)
