"""What the three pages that matter most may weigh, to the byte; and the policy that guards every page."""

import json
from collections import Counter
from random import Random

import pytest
from django.urls import reverse

from tests.trailstone.cast import MONDAY, TODAY, join, person, set_levels
from trailstone.goals import actions as goals
from trailstone.practice import start

KB = 1024
LIMITS = {  # ux: transfer cold and warm, requests, and what of it is JavaScript, CSS, fonts and HTML; elements
    "cold": 130 * KB,
    "warm": 15 * KB,
    "requests": 12,
    "Script": 30 * KB,
    "Stylesheet": 12 * KB,
    "Font": 75 * KB,
    "Document": 15 * KB,
    "elements": 1500,
}
MATHS = LIMITS | {"cold": 175 * KB, "Font": (75 + 60) * KB, "Stylesheet": (12 + 3) * KB}  # with KaTeX's own
EQUATIONS = "alg1/equations"
POLICY = {
    *("default-src 'none'", "script-src 'self'", "style-src 'self'", "style-src-attr 'unsafe-inline'"),
    *("img-src 'self' data:", "font-src 'self'", "media-src 'self'", "connect-src 'self'", "form-action 'self'"),
    *("frame-ancestors 'none'", "base-uri 'none'", "worker-src 'self'", "manifest-src 'self'"),
}
HTMX = {
    "defaultSettleDelay": 0,
    "includeIndicatorStyles": False,
    "allowEval": False,
    "selfRequestsOnly": True,
    "historyCacheSize": 0,
}


@pytest.fixture
def full_class(school):
    """Eighteen learners with a level in each skill, a course goal and a unit goal: a school's usual afternoon."""
    skills = school.alg1.by_unit[EQUATIONS].skills
    learners = [school.ben, school.cho, school.dina]
    learners += [join(school.room, person(school.school, f"Learner {number}")) for number in range(15)]
    about = {"actor": school.ada, "classroom": school.room, "learners": None, "due": TODAY, "at": MONDAY}
    goals.place(course_id="alg1", **about)
    goals.set_unit_goals(unit_ids=[EQUATIONS], **about)
    for number, learner in enumerate(learners):
        set_levels(learner, {skill.slug: (number + place) % 5 for place, skill in enumerate(skills)})
    return school


def class_page(school):
    return school.ben, reverse("class-page", args=[school.room.pk])


def exercise(school):
    skill = school.alg1.by_unit[EQUATIONS].skills[0]
    attempt = start.start_exercise(learner=school.ben, course=school.alg1, skill=skill, at=MONDAY, rng=Random(3))
    return school.ben, reverse("question", args=[attempt, 1])


def skills_report(school):
    return school.ada, reverse("skills-report", args=[school.room.pk]) + f"?course=alg1&unit={EQUATIONS}"


def weigh(page, address):
    """Load a page. Bytes of the bodies as sent, by kind of resource; ``sum`` has the headers too; and the requests."""
    wire = page.context.new_cdp_session(page)
    heads, bodies, asked = {}, Counter(), []

    def came(event):
        heads[event["requestId"]] = (event["type"], event["response"]["encodedDataLength"])

    def ended(event):
        kind, head = heads.get(event["requestId"], ("Other", 0))
        bodies.update({kind: event["encodedDataLength"] - head, "sum": event["encodedDataLength"]})

    wire.on("Network.responseReceived", came)
    wire.on("Network.loadingFinished", ended)
    wire.on("Network.requestWillBeSent", lambda event: asked.append(event["request"]["url"]))
    wire.send("Network.enable")
    page.goto(address)
    page.evaluate("document.fonts.ready.then(() => true)")
    page.wait_for_load_state("networkidle")
    wire.detach()
    return {**bodies, "requests": sum(not url.startswith("data:") for url in asked)}


PAGES = {"class page": (class_page, LIMITS), "exercise": (exercise, MATHS), "skills report": (skills_report, LIMITS)}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_keeps_its_budget(name, full_class, page_for):
    make, limits = PAGES[name]
    user, address = make(full_class)
    page = page_for(user)
    cold = weigh(page, address)
    warm = weigh(page, address)
    spent = {
        **cold,
        "cold": cold["sum"],
        "warm": warm["sum"],
        "elements": page.evaluate("document.querySelectorAll('*').length"),
    }
    assert {"Script", "Stylesheet", "Font", "Document"} <= cold.keys(), "not everything was measured"
    over = {name: f"{spent[name]} of {most}" for name, most in limits.items() if spent[name] > most}
    assert not over, f"{over} (spent: {spent})"


@pytest.mark.parametrize("address", ["/sign-in/", "/nowhere/", "/healthz"])
def test_every_reply_carries_the_policy(address, page_for, faults, school):
    faults.allow("status of 404")
    reply = page_for().goto(address)
    assert set(reply.headers["content-security-policy"].split("; ")) == POLICY


def test_htmx_evaluates_nothing_and_keeps_no_pages(page_for, school):
    page = page_for()
    page.goto("/sign-in/")
    said = json.loads(page.locator("meta[name=htmx-config]").get_attribute("content"))
    assert HTMX.items() <= said.items()
