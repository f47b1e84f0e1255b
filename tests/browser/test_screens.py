"""Every screen, at the desk and on a phone, light and dark: no barrier, no fault, nothing wider than 320 px."""

import pytest
import time_machine
from django.core.management import call_command
from django.test import override_settings

from tests.browser import town as towns
from tests.browser.conftest import PATIENCE_MS, session_of
from tests.browser.faults import Faults
from tests.browser.looks import DESK, barriers_everywhere
from tests.browser.player import answer_right, answer_wrong, check, fill
from tests.browser.screens import NO_SCREEN, ON_ITS_OWN, SCREENS, names
from tests.trailstone.cast import MONDAY, PASSWORD
from trailstone.content.catalogue import CATALOGUE
from trailstone.practice import start

KINDS = {
    "num": "alg1/equations/find-constant-gives-no-solution",
    "expr": "alg1/foundations/distribute-combine-like-terms",
    "eq": "alg1/equations/rearrange-formula",
    "ineq": "alg1/inequalities/graph-solution-set",
    "choice": "alg1/units/check-formula-units",
    "multi": "alg1/foundations/spot-equivalent-expressions",
    "drop": "alg1/equations/justify-each-step-solution",
}


@pytest.fixture(scope="module")
def town(server, django_db_blocker):
    """One school for all these tests; nothing here may change it for the next."""
    with django_db_blocker.unblock(), time_machine.travel(MONDAY, tick=True):
        yield towns.found()
        call_command("flush", interactive=False, verbosity=0)
        CATALOGUE.forget()


@pytest.fixture(scope="module")
def seats(browser, server, town):
    """``seats(who)``: the page of somebody of the town, and the faults it had; opened once for each."""
    opened = {}

    def seat(who):
        if who not in opened:
            opened[who] = _seat(browser, server, getattr(town, who, None) or getattr(town.cast, who, None))
        return opened[who]

    yield seat
    for page, _ in opened.values():
        page.context.close()


def _seat(browser, server, user):
    context = browser.new_context(base_url=server, viewport=DESK, locale="en-GB", timezone_id="UTC")
    context.set_default_timeout(PATIENCE_MS)
    faults = Faults(server)
    faults.watch(context)
    if user is not None:
        context.add_cookies([{"name": "sessionid", "value": session_of(user), "url": server}])
    return context.new_page(), faults


def free_of_barriers(page, faults):
    found = barriers_everywhere(page)
    page.set_viewport_size(DESK)
    assert not found, "\n".join([f"{len(found)} barriers on {page.url}:", *found])
    seen, faults.seen = faults.seen, []
    assert not seen, "\n".join(["the page had faults:", *seen])


@pytest.mark.parametrize("screen", SCREENS, ids=str)
def test_a_screen_has_no_barriers(screen, town, seats):
    page, faults = seats(screen.who)
    faults.expected = []
    if screen.refused:
        faults.allow("status of 422")
    reply = page.goto(screen.address(town))
    assert reply.status == 200
    assert screen.act or page.url.endswith(screen.address(town)), f"led on to {page.url}"
    if screen.act:
        screen.act(page)
    page.wait_for_load_state("networkidle")
    free_of_barriers(page, faults)


@pytest.mark.parametrize("kind", KINDS)
def test_the_player_has_no_barriers_in_any_state(kind, town, seats):
    page, faults = seats("pia")
    skill = town.cast.alg1.skill_by_slug(KINDS[kind])
    attempt = start.start_exercise(**town.about(town.pia), skill=skill)
    page.goto(f"/practice/{attempt}/")
    free_of_barriers(page, faults)
    answer_wrong(page, town.pia)
    free_of_barriers(page, faults)
    answer_right(page, town.pia)
    free_of_barriers(page, faults)


def test_an_answer_that_cannot_be_graded_has_no_barriers(town, seats):
    page, faults = seats("pia")
    skill = town.cast.alg1.skill_by_slug("alg1/units/convert-rates-more-unit")
    page.goto(f"/practice/{start.start_exercise(**town.about(town.pia), skill=skill)}/")
    fill(page, {"value": "about five"})
    with faults.expect("status of 422"):
        check(page)
        page.locator("#verdict.info").wait_for()
    free_of_barriers(page, faults)


@pytest.mark.parametrize("status", [400, 403, 404, 500])
def test_a_page_about_something_wrong_has_no_barriers(status, seats):
    page, faults = seats("ben")
    faults.allow(f"status of {status}|reply {status}")
    with override_settings(ROOT_URLCONF="tests.browser.failing"):
        assert page.goto(f"/wrong/{status}/" if status != 404 else "/nowhere/").status == status
    free_of_barriers(page, faults)


def test_a_form_that_is_too_old_has_no_barriers(seats):
    page, faults = seats("nobody")
    page.goto("/sign-in/")
    page.get_by_label("User name").fill("ben")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.context.clear_cookies()
    faults.allow("status of 403")
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("heading", name="Please send that once more").wait_for()
    free_of_barriers(page, faults)


def test_every_address_is_a_screen_of_the_list_or_said_to_be_none():
    listed = {screen.name for screen in SCREENS} | ON_ITS_OWN | NO_SCREEN
    assert names() == listed


def test_the_first_run_has_no_barriers(page_for, faults):
    page = page_for()
    page.goto("/")
    assert page.url.endswith("/start/")
    free_of_barriers(page, faults)
