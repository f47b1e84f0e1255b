"""The class itself: name, code, rule, archive."""

import pytest
from django.urls import reverse


@pytest.fixture
def settings_page(school):
    return reverse("class-settings", args=[school.room.pk])


def send(ada, school, page, **said):
    reply = ada.post(page, said)
    school.room.refresh_from_db()
    return reply


def test_a_new_name_is_shown_everywhere(ada, school, settings_page):
    assert send(ada, school, settings_page, do="name", name=" Maths  8B ").url == settings_page
    assert school.room.name == "Maths 8B"


def test_a_refused_name_stays_in_the_field(ada, school, settings_page):
    reply = send(ada, school, settings_page, do="name", name=" ")
    assert reply.status_code == 422
    assert "Give the class a name." in reply.text
    assert 'name="name" value=" "' in reply.text
    assert school.room.name == "8B"


def test_the_code_closes_opens_and_changes(ada, school, settings_page):
    send(ada, school, settings_page, do="close")
    assert not school.room.code_open
    assert "Nobody can join with the code now" in ada.get(settings_page).text
    send(ada, school, settings_page, do="open")
    assert school.room.code_open
    before = school.room.code
    send(ada, school, settings_page, do="rotate")
    assert school.room.code != before
    assert f"/join/{school.room.code}/" in ada.get(settings_page).text


def test_the_rule_of_the_class_is_one_of_three(ada, school, settings_page):
    send(ada, school, settings_page, do="policy", policy="no-drop")
    assert school.room.policy == "no-drop"
    assert send(ada, school, settings_page, do="policy", policy="anything-goes").status_code == 422
    assert school.room.policy == "no-drop"


def test_the_words_of_the_rules_are_those_of_the_handbook(ada, settings_page):
    from pathlib import Path

    handbook = " ".join(Path("docs/mastery.md").read_text().split())
    page = ada.get(settings_page).text
    for words in ("a quiz lifts a skill no higher than Proficient", "a level never falls; it rises as usual"):
        assert words in handbook
        assert words in page.replace("A level", "a level")


def test_archiving_hides_the_class_and_restoring_brings_it_back(ada, as_, school, settings_page):
    send(ada, school, settings_page, do="archive")
    assert school.room.archived_at
    assert as_(school.ben).get(reverse("class-page", args=[school.room.pk])).status_code == 404
    assert "1 archived class" in ada.get(reverse("dashboard")).text
    assert "This class was archived" in ada.get(reverse("class-overview", args=[school.room.pk])).text
    send(ada, school, settings_page, do="restore")
    assert school.room.archived_at is None
    assert as_(school.ben).get(reverse("class-page", args=[school.room.pk])).status_code == 200


def test_an_archived_class_cannot_be_renamed(ada, school, settings_page):
    send(ada, school, settings_page, do="archive")
    assert send(ada, school, settings_page, do="name", name="New").status_code == 422
    assert school.room.name == "8B"


def test_an_unknown_wish_is_404(ada, school, settings_page):
    assert send(ada, school, settings_page, do="explode").status_code == 404


def test_the_settings_lead_to_the_file_of_all_answers(as_, school):
    page = as_(school.ada).get(reverse("class-settings", args=[school.room.pk]))
    assert f'href="{reverse("answers-file", args=[school.room.pk])}"' in page.text
