"""The settings of a class: its code's last day, its teachers, invitations, another year, its end."""

import pytest
from django.core import mail
from django.urls import reverse

from tests.trailstone.cast import MONDAY
from trailstone.people import actions
from trailstone.people.models import Classroom


@pytest.fixture
def page(school):
    return reverse("class-settings", args=[school.room.pk])


def send(client, page, do, **fields):
    return client.post(page, {"do": do} | fields, follow=True)


def test_a_code_gets_a_last_day_and_loses_it(ada, school, page):
    assert "open until 5 March" in send(ada, page, "until", day="2027-03-05").text
    assert "The code has no end now." in send(ada, page, "until", day="").text


@pytest.mark.parametrize(("day", "said"), [("2027-02-28", "This day is over"), ("soon", "That is no day")])
def test_a_day_that_cannot_be_is_refused_and_kept(ada, page, day, said):
    reply = send(ada, page, "until", day=day)
    assert (reply.status_code, said in reply.text, f'value="{day}"' in reply.text) == (422, True, True)


def test_a_code_whose_day_is_over_is_told_as_closed(ada, school, page):
    Classroom.objects.filter(pk=school.room.pk).update(code_until=MONDAY)
    assert "The code worked until 1 March." in ada.get(page).text
    assert "The code is open." in send(ada, page, "open").text


def test_a_colleague_is_added_and_taken_off_again(ada, as_, school, page):
    assert "Mr Lund teaches the class too now." in send(ada, page, "add-teacher", username="mr.lund").text
    assert as_(school.lund).get(page).status_code == 200
    shown = send(ada, page, "remove-teacher", teacher=school.lund.pk).text
    assert "took Mr Lund from the teachers of the class" in shown
    assert as_(school.lund).get(page).status_code == 404


def test_who_leaves_a_class_is_led_to_the_others(ada, school, page):
    assert send(ada, page, "remove-teacher", teacher=school.ada.pk).status_code == 422  # the last one
    send(ada, page, "add-teacher", username="mr.lund")
    assert send(ada, page, "remove-teacher", teacher=school.ada.pk).request["PATH_INFO"] == reverse("dashboard")
    assert ada.get(page).status_code == 404


def test_an_unknown_colleague_is_told_and_what_was_typed_stays(ada, page):
    for do in ("add-teacher", "hand-over"):
        reply = send(ada, page, do, username="nobody")
        assert (reply.status_code, 'value="nobody"' in reply.text) == (422, True)


def test_a_class_handed_over_is_gone_from_ones_own(ada, as_, school, page):
    reply = send(ada, page, "hand-over", username="mr.lund")
    assert "8B is handed over to Mr Lund." in reply.text
    assert ada.get(page).status_code == 404
    assert "handed the class over to Mr Lund" in as_(school.lund).get(page).text


def test_without_a_mail_server_the_page_says_how_to_have_one(ada, page, settings):
    assert "TRAILSTONE_MAIL" in ada.get(page).text
    assert send(ada, page, "invite", addresses="a@b.example").status_code == 422
    assert mail.outbox == []


def test_invitations_lead_to_the_class(ada, school, page, settings):
    settings.MAIL = {"EMAIL_HOST": "mail"}
    assert "1 letter is on its way." in send(ada, page, "invite", addresses="a@b.example").text
    assert f"http://testserver/join/{school.room.code}/" in mail.outbox[0].body
    reply = send(ada, page, "invite", addresses="ben")
    assert (reply.status_code, ">ben</textarea>" in reply.text) == (422, True)


def test_the_class_is_made_again_for_a_new_year(ada, school, page):
    reply = send(ada, page, "copy", name="9B", goals="on")
    assert "9B is ready." in reply.text
    assert [room.name for room in school.ada.taught_classes.order_by("name")] == ["8B", "9B"]
    refused = send(ada, page, "copy", name="9B", learners="on")
    assert refused.status_code == 422
    assert 'name="learners" checked' in refused.text
    assert 'name="goals" checked' not in refused.text


def test_a_class_is_deleted_when_its_name_is_typed(ada, school, page):
    assert send(ada, page, "delete", typed="8C").status_code == 422
    reply = send(ada, page, "delete", typed="8B")
    assert "8B is deleted. The learners keep their accounts, their work and their levels." in reply.text
    assert not Classroom.objects.filter(pk=school.room.pk).exists()
    assert ada.get(page).status_code == 404


def test_an_archived_class_can_be_restored_copied_handed_over_and_deleted_and_nothing_else(ada, school, page):
    actions.archive_class(actor=school.ada, classroom=school.room, at=MONDAY)
    shown = ada.get(page).text
    for do in ("restore", "copy", "hand-over", "delete"):
        assert f'value="{do}"' in shown
    for do in ("name", "close", "open", "rotate", "until", "invite", "policy", "add-teacher"):
        assert f'value="{do}"' not in shown
        reply = send(ada, page, do, username="mr.lund", addresses="a@b.example", policy="no-drop", name="9Z")
        assert (do, reply.status_code) == (do, 422)


def test_the_settings_cost_the_same_with_a_long_history(ada, school, page, django_assert_max_num_queries):
    for _ in range(20):
        actions.add_co_teacher(actor=school.ada, classroom=school.room, username="mr.lund", at=MONDAY)
        actions.remove_co_teacher(actor=school.ada, classroom=school.room, teacher=school.lund.pk, at=MONDAY)
    with django_assert_max_num_queries(12):
        assert ada.get(page).text.count("made Mr Lund a teacher") > 5
