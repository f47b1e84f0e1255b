"""The disk is full for a minute: the learner reads one sentence, keeps what was typed, and goes on afterwards."""

from random import Random

import pytest
from django.db import OperationalError
from django.urls import path, reverse
from playwright.sync_api import expect

from tests.browser.looks import DESK, PHONE
from tests.browser.player import asked, check, fill
from tests.trailstone.cast import MONDAY
from tests.trailstone.practising import right
from trailstone import urls
from trailstone.practice import start
from trailstone.practice.models import Answer

handler400, handler403, handler404, handler500 = urls.handler400, urls.handler403, urls.handler404, urls.handler500
SAVE = "We could not save this one. Try again in a moment."


def refuse(request, **parts):
    raise OperationalError("database or disk is full")


urlpatterns = [path("practice/<uuid:attempt_id>/<int:number>/answer/", refuse), *urls.urlpatterns]


@pytest.fixture
def full(settings):
    """While it lasts no answer can be saved; ``full(False)`` makes room again."""
    usual = settings.ROOT_URLCONF

    def switch(on=True):
        settings.ROOT_URLCONF = __name__ if on else usual

    switch()
    yield switch
    switch(on=False)


@pytest.fixture
def question(school):
    skill = school.alg1.skill_by_slug("alg1/equations/solve-multi-step-equations")
    attempt = start.start_exercise(learner=school.ben, course=school.alg1, skill=skill, at=MONDAY, rng=Random(3))
    return reverse("question", args=[attempt, 1])


def test_an_answer_that_could_not_be_saved_stays_in_its_field_and_goes_through_later(
    page_for, school, question, full, faults, axe
):
    faults.allow(r"status of 503|reply 503|Response Status Error Code 503")
    page = page_for(school.ben)
    page.goto(question)
    response = right(asked(page, school.ben))
    fill(page, response)
    check(page)
    expect(page.locator(".toast")).to_contain_text(SAVE)
    expect(page.locator("#answer-value")).to_have_value(response["value"])
    assert not Answer.objects.exists()
    axe(page)
    page.reload()
    expect(page.locator("#answer-value")).to_have_value(response["value"])
    full(False)
    check(page)
    expect(page.locator("#go-on")).to_be_focused()
    assert Answer.objects.count() == 1


@pytest.mark.parametrize("viewport", [DESK, PHONE], ids=["desk", "phone"])
def test_without_scripts_the_page_sends_the_same_answer_once_more(page_for, school, question, full, faults, viewport):
    faults.allow(r"status of 503|reply 503")
    page = page_for(school.ben, viewport=viewport, java_script_enabled=False)
    page.goto(question)
    fill(page, right(asked(page, school.ben)))
    page.locator("#check").click()
    expect(page.locator("main")).to_contain_text(SAVE)
    full(False)
    page.get_by_role("button", name="Try again").click()
    expect(page.locator("#said")).to_contain_text("Correct.")
    assert Answer.objects.count() == 1


def test_the_page_has_no_barriers(page_for, school, question, full, faults, axe):
    faults.allow(r"status of 503|reply 503")
    page = page_for(school.ben)
    page.goto(question)
    page.evaluate("document.querySelector('#answer').submit()")  # as without scripts: htmx does not see it
    expect(page.get_by_role("heading", name="One moment, please")).to_be_visible()
    axe(page, everywhere=True)
