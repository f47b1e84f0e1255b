"""The year on a learner's class page."""

import time_machine
from django.test import Client
from django.urls import reverse

from tests.trailstone.cast import FRIDAY, MONDAY, TODAY
from tests.trailstone.goals.test_roadmap import NEXT_FRIDAY, NEXT_MONDAY, ONE, TWO, lay_out
from trailstone.goals.roadmap import Stage


def class_page(school):
    client = Client()
    client.force_login(school.ben)
    with time_machine.travel(MONDAY, tick=False):
        return client.get(reverse("class-page", args=[school.room.pk]))


def test_now_and_next_are_said_and_what_is_ahead_is_no_card_yet(school):
    lay_out(school)
    page = class_page(school)
    year, cards = page.context["year"], page.context["goals"]
    assert (year.now.goal.unit_id, year.coming.goal.unit_id) == (ONE, TWO)
    assert [card.goal.unit_id for card in cards.unit] == [ONE]
    text = page.content.decode()
    assert "from 8 March." in text
    assert text.count('id="goal-') == 1


def test_the_nearest_unit_is_a_card_when_nothing_has_begun(school):
    lay_out(school, [Stage(ONE, "", NEXT_MONDAY, NEXT_FRIDAY), Stage(TWO, "", NEXT_FRIDAY, NEXT_FRIDAY)])
    page = class_page(school)
    assert [card.goal.unit_id for card in page.context["goals"].unit] == [ONE]


def test_goals_without_a_start_make_no_picture(school):
    lay_out(school, [Stage(ONE, "", None, FRIDAY), Stage(TWO, "", None, NEXT_FRIDAY)])
    page = class_page(school)
    assert page.context["year"] is None
    assert len(page.context["goals"].unit) == 2
    lay_out(school, [Stage(ONE, "", TODAY, FRIDAY)])
    assert len(class_page(school).context["year"].stages) == 2
