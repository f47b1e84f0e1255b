"""The page of groups."""

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.trailstone.cast import MONDAY
from trailstone.people import actions, queries


@pytest.fixture
def page(school):
    return reverse("groups", args=[school.room.pk])


@pytest.fixture
def red(school):
    about = {"actor": school.ada, "classroom": school.room, "at": MONDAY}
    return actions.make_group(**about, name="Red table", learners=[school.ben.pk])


def held(school):
    return [(row.name, row.names) for row in queries.groups_of(school.room)]


def test_a_group_is_made_with_the_ticked_learners(ada, school, page):
    reply = ada.post(page, {"do": "make", "name": "Red table", "learner": [school.ben.pk, school.cho.pk]}, follow=True)
    assert "The group Red table is made." in reply.text
    assert held(school) == [("Red table", ("Ben", "Cho"))]


def test_a_refused_name_keeps_what_was_typed_and_ticked(ada, school, page, red):
    reply = ada.post(page, {"do": "make", "name": "red table", "learner": school.cho.pk})
    assert reply.status_code == 422
    assert "has a group called red table already" in reply.text
    assert 'value="red table"' in reply.text
    assert f'value="{school.cho.pk}" checked' in reply.text
    assert held(school) == [("Red table", ("Ben",))]


def test_one_group_opens_for_writing_and_is_saved(ada, school, page, red):
    assert f'value="{school.ben.pk}" checked' in ada.get(f"{page}?change={red.pk}").text
    ada.post(page, {"do": "change", "group": red.pk, "name": "Green", "learner": school.dina.pk})
    assert held(school) == [("Green", ("Dina",))]


def test_a_removed_group_can_be_brought_back_from_the_message(ada, school, page, red):
    reply = ada.post(page, {"do": "remove", "group": red.pk}, follow=True).text
    back = reverse("return-group", args=[school.room.pk, red.pk])
    assert f'action="{back}"' in reply
    assert held(school) == []
    ada.post(back)
    assert held(school) == [("Red table", ("Ben",))]


def test_the_page_without_groups_shows_the_first_form(ada, page):
    assert "The first group" in ada.get(page).text


@pytest.mark.parametrize("sent", [{"do": "dance"}, {"do": "remove"}, {"do": "change", "group": "no-key"}])
def test_what_no_form_sends_is_404(ada, page, sent):
    assert ada.post(page, sent).status_code == 404


def test_an_archived_class_shows_its_groups_and_takes_no_change(ada, school, page, red):
    actions.archive_class(actor=school.ada, classroom=school.room, at=timezone.now())
    shown = ada.get(page).text
    assert "Red table" in shown
    assert "Make the group" not in shown
    assert ada.post(page, {"do": "make", "name": "Blue"}).status_code == 422
    assert held(school) == [("Red table", ("Ben",))]


def test_the_page_costs_the_same_for_many_groups(ada, school, page, red, django_assert_max_num_queries):
    for number in range(12):
        about = {"actor": school.ada, "classroom": school.room, "at": MONDAY}
        actions.make_group(**about, name=f"Group {number}", learners=[school.ben.pk])
    with django_assert_max_num_queries(8):
        ada.get(page)
