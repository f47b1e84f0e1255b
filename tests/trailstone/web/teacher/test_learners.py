"""Adding, renaming, removing learners, and their login cards."""

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.trailstone.cast import FRIDAY, PASSWORD, join, person
from trailstone.goals import actions as goals
from trailstone.people import actions
from trailstone.people.models import User

PASTED = "Ben\n\n  2) Fay Obi\nFay Obi\n123\n"


@pytest.fixture
def add(school):
    return reverse("add-learners", args=[school.room.pk])


@pytest.fixture
def roster(school):
    return reverse("roster", args=[school.room.pk])


@pytest.fixture
def cards(school):
    return reverse("login-cards", args=[school.room.pk])


def test_the_look_tells_twins_blanks_and_who_is_there(ada, school, add):
    page = ada.post(add, {"pasted": PASTED, "do": "look"})
    for words in (
        "2 learners would be added", "Somebody of this name is in the class already", "There is no name in this line",
        "fay.obi2", "the user names differ",
    ):  # fmt: skip
        assert words in page.text
    assert not User.objects.filter(name="Fay Obi").exists()


def test_with_htmx_only_the_look_comes_back(ada, add):
    part = ada.post(add, {"pasted": PASTED}, headers={"hx-request": "true"}).text
    assert "2 learners would be added" in part
    assert "<html" not in part
    assert part in ada.post(add, {"pasted": PASTED}).text


def test_adding_prints_a_card_for_everybody_new(ada, school, add):
    page = ada.post(add, {"pasted": PASTED, "do": "add"}).text
    assert page.count('class="logincard"') == 2
    assert "2 lines gave no account" in page
    assert school.room.learners.filter(name="Fay Obi").count() == 2


def test_sending_the_list_twice_adds_nobody_twice(ada, school, add):
    ada.post(add, {"pasted": PASTED, "do": "add"})
    again = ada.post(add, {"pasted": PASTED, "do": "add"})
    assert again.status_code == 422
    assert "Nobody new is in this list." in again.text
    assert "2) Fay Obi" in again.text  # what was pasted is still there
    assert school.room.learners.filter(name="Fay Obi").count() == 2


def test_a_second_ben_is_added_when_asked_for(ada, school, add):
    ada.post(add, {"pasted": "Ben", "same_names": "on", "do": "add"})
    assert sorted(who.username for who in school.room.learners.filter(name="Ben")) == ["ben", "ben2"]


@pytest.mark.parametrize("pasted", ["", " \n \n", "\t"])
def test_an_empty_list_is_refused_in_a_sentence(ada, school, add, pasted):
    reply = ada.post(add, {"pasted": pasted, "do": "add"})
    assert reply.status_code == 422
    assert "There is no name here. Paste one name on each line." in reply.text


def test_a_correction_of_a_name_keeps_the_user_name(ada, school, roster):
    assert 'id="new-name"' in ada.get(f"{roster}?rename={school.ben.pk}").text
    ada.post(roster, {"do": "rename", "learner": school.ben.pk, "name": "Benjamin Ade"})
    school.ben.refresh_from_db()
    assert (school.ben.name, school.ben.username) == ("Benjamin Ade", "ben")


@pytest.mark.parametrize("typed", ["", "x" * 81])
def test_a_refused_name_stays_in_the_field(ada, school, roster, typed):
    reply = ada.post(roster, {"do": "rename", "learner": school.ben.pk, "name": typed})
    assert reply.status_code == 422
    assert f'name="name" value="{typed}"' in reply.text
    school.ben.refresh_from_db()
    assert school.ben.name == "Ben"


def test_a_removed_learner_can_be_brought_back_from_the_message_and_from_the_list(ada, school, roster):
    page = ada.post(roster, {"do": "remove", "learner": school.ben.pk}, follow=True).text
    back = reverse("return-learner", args=[school.room.pk, school.ben.pk])
    assert "Ben is no longer in the class" in page
    assert page.count(f'action="{back}"') == 2
    assert not school.room.learners.filter(pk=school.ben.pk).exists()
    ada.post(back)
    assert school.room.learners.filter(pk=school.ben.pk).exists()


@pytest.mark.parametrize("learner", ["", "no-key", "00000000-0000-0000-0000-000000000001"])
def test_removing_somebody_who_is_not_there_changes_nothing(ada, school, roster, learner):
    assert ada.post(roster, {"do": "remove", "learner": learner}).status_code == 302
    assert school.room.learners.count() == 3


def test_renaming_somebody_of_another_class_is_refused(ada, school, roster):
    assert ada.post(roster, {"do": "rename", "learner": school.eli.pk, "name": "X"}).status_code == 422
    school.eli.refresh_from_db()
    assert school.eli.name == "Eli"


def test_an_unknown_wish_is_404(ada, roster):
    assert ada.post(roster, {"do": "dance"}).status_code == 404


def test_cards_for_the_picked_change_only_their_passwords(ada, school, cards):
    page = ada.post(cards, {"learner": [str(school.ben.pk), str(school.cho.pk)]}).text
    assert page.count('class="logincard"') == 2
    for who, same in ((school.ben, False), (school.cho, False), (school.dina, True)):
        who.refresh_from_db()
        assert who.check_password(PASSWORD) is same


def test_a_card_says_all_that_is_needed_to_sign_in(ada, school, cards):
    page = ada.post(cards, {"learner": str(school.ben.pk)}).text
    for words in ("8B", "testserver", "ben", "HJKM 2345", "<svg", "<path"):
        assert words in page


def test_cards_are_never_a_link(ada, cards):
    assert ada.get(cards).status_code == 405


def test_without_a_pick_nobody_gets_a_new_password(ada, school, cards):
    page = ada.post(cards, {}, follow=True).text
    assert "No learner is chosen. Choose at least one." in page
    school.ben.refresh_from_db()
    assert school.ben.check_password(PASSWORD)


def test_cards_for_an_empty_class_say_so(as_, school):
    room = actions.open_class(actor=school.ada, name="Empty", at=timezone.now())
    page = as_(school.ada).post(reverse("login-cards", args=[room.pk]), {"everybody": "yes"}, follow=True).text
    assert "Nobody is in Empty yet. Add learners first." in page


def test_an_archived_class_is_read_only(ada, school, roster, add, cards):
    actions.archive_class(actor=school.ada, classroom=school.room, at=timezone.now())
    page = ada.get(roster).text
    assert "This class was archived" in page
    assert "Remove from the class" not in page
    assert ada.get(add).url == roster
    assert ada.post(roster, {"do": "remove", "learner": school.ben.pk}).status_code == 422
    assert "is archived" in ada.post(cards, {"everybody": "yes"}, follow=True).text
    assert school.room.learners.count() == 3


def test_a_nickname_stands_before_the_name_and_goes_again(ada, school, roster):
    assert "What Ben is called in this class" in ada.get(f"{roster}?nickname={school.ben.pk}").text
    ada.post(roster, {"do": "nickname", "learner": school.ben.pk, "name": "Big Ben"})
    page = ada.get(roster).text
    assert "<span>Big Ben<small" in page
    ada.post(roster, {"do": "nickname", "learner": school.ben.pk, "name": ""})
    assert "Big Ben" not in ada.get(roster).text


def test_a_moved_learner_can_be_moved_back_from_the_message(ada, school, roster):
    seventh = actions.open_class(actor=school.ada, name="7A", at=timezone.now())
    assert f'<option value="{seventh.pk}">7A</option>' in ada.get(f"{roster}?move={school.ben.pk}").text
    page = ada.post(roster, {"do": "move", "learner": school.ben.pk, "to": seventh.pk}, follow=True).text
    back = reverse("move-learner", args=[seventh.pk, school.ben.pk, school.room.pk])
    assert "Ben is in 7A now" in page
    assert f'action="{back}"' in page
    assert school.ben in seventh.learners
    ada.post(back)
    assert school.ben in school.room.learners


@pytest.mark.parametrize("to", ["", "no-key"])
def test_without_a_class_to_move_to_nobody_moves(ada, school, roster, to):
    reply = ada.post(roster, {"do": "move", "learner": school.ben.pk, "to": to})
    assert reply.status_code == 422
    assert school.ben in school.room.learners


def test_nobody_is_moved_into_the_class_of_a_colleague(ada, school, roster):
    assert ada.post(roster, {"do": "move", "learner": school.ben.pk, "to": school.other.pk}).status_code == 404
    assert ada.post(reverse("move-learner", args=[school.room.pk, school.ben.pk, school.other.pk])).status_code == 404
    assert school.ben in school.room.learners


def test_guessing_at_codes_is_told_on_the_pages_of_the_class(ada, school, roster):
    assert "Somebody tried very many class codes" not in ada.get(roster).text
    actions.note_guessing(at=timezone.now())
    for name in ("roster", "class-overview", "class-settings"):
        assert "Somebody tried very many class codes" in ada.get(reverse(name, args=[school.room.pk])).text, name
    actions.close_code(actor=school.ada, classroom=school.room)
    assert "Somebody tried very many class codes" not in ada.get(roster).text


def test_the_list_costs_the_same_for_many_learners(ada, school, roster, django_assert_max_num_queries):
    for number in range(30):
        join(school.room, person(school.school, f"Learner {number}"))
    with django_assert_max_num_queries(9):
        ada.get(roster)


def test_a_nickname_is_what_the_reports_of_the_class_call_the_learner(ada, school):
    goals.place(actor=school.ada, classroom=school.room, course_id="tiny", learners=None, due=FRIDAY, at=timezone.now())
    actions.nickname_learner(actor=school.ada, classroom=school.room, learner=school.ben.pk, nickname="Big Ben")
    actions.make_group(actor=school.ada, classroom=school.room, name="Red", learners=[school.ben.pk], at=timezone.now())
    goal = school.room.goals.get().pk
    for address in (
        reverse("skills-report", args=[school.room.pk]) + "?course=tiny", reverse("groups", args=[school.room.pk]),
        reverse("goal", args=[school.room.pk, goal]), reverse("activity", args=[school.room.pk]),
        reverse("placement", args=[school.room.pk]), reverse("mastery-report", args=[school.room.pk]) + "?course=tiny",
    ):  # fmt: skip
        assert "Big Ben" in ada.get(address).text, address
