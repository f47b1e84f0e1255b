"""Invitations by e-mail."""

import pytest
from django.core import mail

from tests.trailstone.cast import MONDAY
from trailstone.people import actions, queries
from trailstone.people.errors import OutOfReach, Refused

LINK = "http://school.test/join/HJKM2345/"


@pytest.fixture
def about(school):
    return {"actor": school.ada, "classroom": school.room, "link": LINK, "at": MONDAY}


def test_each_gets_a_letter_of_their_own_with_link_and_code(school, about):
    assert actions.invite(**about, typed="a@b.example; c@d.example\na@b.example,") == 2
    assert [letter.to for letter in mail.outbox] == [["a@b.example"], ["c@d.example"]]
    letter = mail.outbox[0]
    assert letter.subject == "Ms Ada invites you to 8B"
    for words in (LINK, "HJKM 2345", "Hillside School"):
        assert words in letter.body


def test_addresses_are_not_kept(school, about):
    actions.invite(**about, typed="a@b.example")
    (row,) = queries.history(school.room)
    assert (row.what, row.detail) == ("invited", {"number": 1})


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "at least one"), (" ,; ", "at least one"), ("ben", "“ben” is no e-mail address"),
        ("a@b.example x", "“x” is no e-mail address"), ("a@b.example\r\nBcc:c@d.example", "is no e-mail address"),
        (" ".join(f"a{n}@b.example" for n in range(61)), "61 addresses. Send at most 60"),
    ],
)  # fmt: skip
def test_a_fault_in_the_addresses_sends_nothing(school, about, typed, said):
    with pytest.raises(Refused, match=said):
        actions.invite(**about, typed=typed)
    assert mail.outbox == []


def test_a_closed_code_invites_nobody(school, about):
    actions.close_code(actor=school.ada, classroom=school.room)
    school.room.refresh_from_db()
    with pytest.raises(Refused, match="Open the code first"):
        actions.invite(**about, typed="a@b.example")


def test_nobody_sends_letters_without_end(school, about):
    for number in range(5):
        actions.invite(**about, typed=f"a{number}@b.example")
    with pytest.raises(Refused, match="Wait five minutes"):
        actions.invite(**about, typed="a@b.example")


def test_a_second_click_sends_no_second_letter(school, about):
    actions.invite(**about, typed="a@b.example")
    assert actions.invite(**about, typed="A@b.example c@d.example") == 1
    with pytest.raises(Refused, match="have this invitation already"):
        actions.invite(**about, typed="a@b.example")
    assert [letter.to for letter in mail.outbox] == [["a@b.example"], ["c@d.example"]]


def test_only_its_teachers_invite_to_a_class(school, about):
    with pytest.raises(OutOfReach):
        actions.invite(**about | {"actor": school.lund}, typed="a@b.example")
    assert mail.outbox == []


def test_a_mail_server_that_is_away_is_told(school, about, settings):
    settings.EMAIL_BACKEND, settings.EMAIL_HOST = "django.core.mail.backends.smtp.EmailBackend", "127.0.0.1"
    settings.EMAIL_PORT = 1
    with pytest.raises(Refused, match="did not take the letters"):
        actions.invite(**about, typed="a@b.example")
    assert queries.history(school.room) == ()
