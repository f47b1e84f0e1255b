"""From the first lesson of Algebra 1 to all of it mastered, in the browser: every skill's fields are filled there."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.browser.player import ATTEMPT, attempt_in, finish
from trailstone.practice import queries
from trailstone.practice.models import Attempt, State
from trailstone.progress.replay import differences


def take(page, learner, name, *where):
    """Start what stands at an address, and answer everything right."""
    page.goto(reverse(name, args=["alg1", *where]))
    page.get_by_role("button", name="Start").click()
    page.wait_for_url(ATTEMPT)
    finish(page, learner, [True] * len(queries.sitting(learner, attempt_in(page)).questions))


@pytest.mark.long
def test_a_learner_goes_from_the_first_lesson_to_a_hundred_percent_of_algebra_1_in_the_browser(page_for, school):
    page, ben = page_for(school.ben), school.ben
    units = {unit.id.partition("/")[2]: unit.skills for unit in school.alg1.units}
    for unit, skills in units.items():
        for skill in skills:
            take(page, ben, "start-exercise", unit, skill.slug.rpartition("/")[2])
    for unit in units:
        for _ in range(2):  # each asks those first that were not asked last time
            take(page, ben, "start-unit-test", unit)
    assert Attempt.objects.filter(learner=ben, state=State.FINISHED).count() == 164 + 2 * 17
    page.goto(reverse("course", args=["alg1"]))
    expect(page.locator("main")).to_contain_text(re.compile(r"100\s?%"))
    assert list(differences(ben)) == []
