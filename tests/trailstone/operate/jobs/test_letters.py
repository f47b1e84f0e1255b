"""The summary of the week by e-mail: to whom, when, and never twice."""

import logging
from datetime import UTC, datetime, timedelta
from smtplib import SMTPException

import pytest
from django.core import mail

from tests.trailstone.cast import MONDAY
from tests.trailstone.practising import finish_exercise
from trailstone.operate.jobs.work import Failed, letters
from trailstone.operate.models import Letter
from trailstone.people.actions import archive_class, choose_weekly_letter
from trailstone.people.errors import OutOfReach, Refused

AT = datetime(2027, 3, 8, 3, 0, tzinfo=UTC)  # Monday, six in the morning in Nairobi


@pytest.fixture(autouse=True)
def mail_is_set_up(settings):
    settings.MAIL = {"EMAIL_HOST": "mail.example.org"}
    settings.ADDRESS = "https://trail.example"


@pytest.fixture
def ada(school):
    return choose_weekly_letter(user=school.ada, wanted=True, email="ada@school.example")


def send(at=AT):
    return letters.work(at, lambda *_: None)


def test_who_asked_for_it_gets_one_on_monday_morning(ada, school, alg1, rng):
    finish_exercise(school.ben, alg1, alg1.units[0].skills[0], [True] * 4, rng, at=MONDAY)
    assert send() == "1 letters with the summary of the week sent."
    (letter,) = mail.outbox
    assert letter.to == ["ada@school.example"]
    assert "1 March to 7 March" in letter.subject
    (html, kind) = letter.alternatives[0]
    assert kind == "text/html"
    for text in (letter.body, html):
        assert "1 of 3 learners worked" in text
        assert f"https://trail.example/teach/{school.room.pk}/" in text
        assert "https://trail.example/account/" in text
    assert letter.extra_headers["List-Unsubscribe"] == "<https://trail.example/account/>"


def test_no_learner_is_named_in_it(ada, school, alg1, rng):
    finish_exercise(school.ben, alg1, alg1.units[0].skills[0], [False] * 4, rng, at=MONDAY)
    send()
    text = mail.outbox[0].body + mail.outbox[0].alternatives[0][0]
    assert not any(name in text for name in ("Ben", "Cho", "Dina"))


def test_the_log_names_nobody(ada, monkeypatch, caplog):
    def refuse(*_):
        raise SMTPException("ada@school.example is unknown")

    monkeypatch.setattr(letters.EmailMultiAlternatives, "send", refuse)
    with caplog.at_level(logging.DEBUG), pytest.raises(Failed):
        send()
    assert "SMTPException" in caplog.text
    assert "ada" not in caplog.text.lower().replace("message-id", "")


@pytest.mark.parametrize(
    ("at", "sent"),
    [
        (AT - timedelta(minutes=1), 0),  # a minute to six
        (AT + timedelta(hours=41), 1),  # the worker was off until Tuesday
        (AT + timedelta(hours=42), 0),
        (AT + timedelta(days=6), 0),
    ],
)
def test_it_is_sent_from_six_on_monday_to_the_end_of_tuesday(ada, at, sent):
    send(at)
    assert len(mail.outbox) == sent


def test_monday_is_that_of_each_school(ada, school):
    school.school.time_zone = "America/New_York"  # eight hours behind Nairobi at that time of the year
    school.school.save()
    send()
    assert mail.outbox == []
    send(AT + timedelta(hours=8))
    assert len(mail.outbox) == 1


def test_nobody_gets_it_twice(ada):
    for hours in range(3):
        send(AT + timedelta(hours=hours))
    assert len(mail.outbox) == 1
    send(AT + timedelta(days=7))
    assert len(mail.outbox) == 2


def test_a_worker_that_is_stopped_while_sending_does_not_send_again(ada, monkeypatch):
    class Stopped(BaseException):
        pass

    def send_and_stop(letter):
        mail.outbox.append(letter)
        raise Stopped

    with monkeypatch.context() as power:
        power.setattr(letters.EmailMultiAlternatives, "send", send_and_stop)
        with pytest.raises(Stopped):
            send()
    send(AT + timedelta(hours=1))
    assert len(mail.outbox) == 1


def test_what_the_mail_server_refused_is_tried_again(ada, monkeypatch):
    def refuse(*_):
        raise ConnectionRefusedError

    with monkeypatch.context() as outage:
        outage.setattr(letters.EmailMultiAlternatives, "send", refuse)
        with pytest.raises(Failed, match="1 of 1"):
            send()
    assert not Letter.objects.exists()
    send(AT + timedelta(hours=1))
    assert len(mail.outbox) == 1


def test_without_mail_nothing_is_sent(ada, settings):
    settings.MAIL = {}
    assert "TRAILSTONE_MAIL" in send()
    assert mail.outbox == []


def test_who_has_no_live_class_gets_none(ada, school):
    archive_class(actor=school.ada, classroom=school.room, at=MONDAY)
    send()
    assert mail.outbox == []


def test_who_ends_it_gets_none(ada, school):
    choose_weekly_letter(user=school.ada, wanted=False, email="ada@school.example")
    send()
    assert mail.outbox == []


@pytest.mark.parametrize("email", ["", "ada", "ada@", "ada@school.example, lund@school.example"])
def test_it_needs_an_address(school, email):
    with pytest.raises(Refused, match="whole e-mail address"):
        choose_weekly_letter(user=school.ada, wanted=True, email=email)


def test_learners_get_no_letters(school):
    with pytest.raises(OutOfReach):
        choose_weekly_letter(user=school.ben, wanted=True, email="ben@school.example")
