"""Texts that would run, in a real browser, with the site's CSP and without it: no dialog, no script, no new element."""

from random import Random

import pytest
from django.urls import reverse

from tests.trailstone.cast import join, person
from tests.trailstone.goals.test_setting import place
from tests.trailstone.hostile.payloads import PAYLOADS
from trailstone.practice import start

RAN = "window.hostile = () => { window.ran = true }"


@pytest.fixture
def spoilt(school):
    """A class of forty learners with a name each that must not run; the class and the school are called so too."""
    for number, payload in enumerate(PAYLOADS):
        learner = join(school.room, person(school.school, f"Extra {number}"))
        learner.name = payload
        learner.save()
    school.room.name, school.school.name, school.ada.name = PAYLOADS[2], PAYLOADS[0], PAYLOADS[1]
    for one in (school.room, school.school, school.ada):
        one.save()
    place(school)
    return school


@pytest.mark.parametrize("bypass_csp", [False, True])
def test_no_name_runs_on_a_teachers_or_a_learners_page(spoilt, page_for, bypass_csp):
    room = [spoilt.room.pk]
    pages = {
        spoilt.ada: [
            "dashboard",
            "class-overview",
            "roster",
            "groups",
            "skills-report",
            "placement",
            "goals",
            "class-settings",
        ],
        spoilt.ben: ["learner-home", "class-page", "account"],
    }
    for who, names in pages.items():
        page = page_for(who, bypass_csp=bypass_csp)
        page.add_init_script(RAN)
        page.on("dialog", lambda dialog: pytest.fail(dialog.message))
        for name in names:
            page.goto(reverse(name, args=[] if name in {"dashboard", "learner-home", "account"} else room))
            quiet(page)


@pytest.mark.parametrize("bypass_csp", [False, True])
def test_no_typed_answer_or_pasted_name_runs(spoilt, page_for, faults, monday, bypass_csp):
    skill = spoilt.alg1.skill_by_slug("alg1/equations/solve-multi-step-equations")
    attempt = start.start_exercise(learner=spoilt.ben, course=spoilt.alg1, skill=skill, at=monday, rng=Random(7))
    faults.allow("status of 422")
    page = page_for(spoilt.ben, bypass_csp=bypass_csp)
    page.add_init_script(RAN)
    page.goto(reverse("question", args=[attempt, 1]))
    for payload in PAYLOADS[:6]:
        page.locator("input[name=value]").fill(payload)
        page.get_by_role("button", name="Check").click()
        page.wait_for_load_state("networkidle")
        quiet(page)
    page = page_for(spoilt.ada, bypass_csp=bypass_csp)
    page.add_init_script(RAN)
    page.goto(reverse("add-learners", args=[spoilt.room.pk]))
    page.get_by_label("Names, one on each line").fill("\n".join(f"{payload} x" for payload in PAYLOADS))
    page.locator("#look").get_by_text("onload=hostile()").first.wait_for()
    quiet(page)


def quiet(page):
    page.wait_for_timeout(50)  # what would run on load runs now
    assert page.evaluate("window.ran") is None
    assert page.locator("hostile, x-celebrate[hostile], [hostile], img[src=x], iframe, object, base").count() == 0
