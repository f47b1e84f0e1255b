"""Inviting learners by e-mail. Their addresses are used for the letter and not kept."""

import logging
import re
from collections.abc import Sequence
from datetime import datetime
from smtplib import SMTPException
from typing import Final

from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage, get_connection
from django.core.validators import validate_email
from django.db import transaction

from trailstone.people import guesses, queries
from trailstone.people.access import own_open_class
from trailstone.people.codes import spaced
from trailstone.people.errors import Refused
from trailstone.people.guesses import Mark
from trailstone.people.models import Classroom, User
from trailstone.people.records import note

log = logging.getLogger(__name__)

MOST: Final = 60  # addresses at once
SENT: Final = "They have this invitation already, since a moment ago. Wait five minutes to send it once more."
OFTEN: Final = 5  # times in the window of ``guesses``: a class, a colleague's, and typing errors
SUBJECT: Final = "{teacher} invites you to {room}"
LETTER: Final = """Hello,

{teacher} invites you to the class {room} at {school}.

Open {link}
or type the class code {code} on the sign-in page.

You need no e-mail address to sign in: you choose a user name and a password there. Your address was used for this
letter only and is not kept. If you do not know {teacher}, leave this letter alone.
"""


def invite(*, actor: User, classroom: Classroom, typed: str, link: str, at: datetime) -> int:
    """Send everybody named a letter with the class's ``link`` and code; each alone, so that nobody sees the others.

    ``typed``: addresses with blanks, commas or new lines between them. Who was sent one in the last minutes is left
    out: a second click sends nothing. Returns how many letters were handed in.

    Raises:
        OutOfReach: not the actor's class.
        Refused: the class is archived or its code is closed; there is no address, a wrong one, or more than MOST;
            letters were sent too often just now, or to all of these; the mail server does not take them.
    """
    with transaction.atomic():
        room = own_open_class(actor, classroom)
    if not queries.joinable(room, at):
        raise Refused("The class code is closed, so an invitation would lead nowhere. Open the code first.")
    addresses = _addresses(typed)
    often = Mark("invite", str(actor.pk), OFTEN)
    if guesses.full(guesses.counted([often], at)):
        raise Refused("You have sent several invitations in the last minutes. Wait five minutes, then send the next.")
    marks = {Mark("invited", f"{room.pk} {address.lower()}", 1): address for address in sorted(addresses)}
    fresh = guesses.count([*marks, often], at)
    letters = _letters(actor, room, [address for mark, address in marks.items() if mark in fresh], link)
    if not letters:
        raise Refused(SENT)
    try:
        _send(letters)
    except Refused:
        for mark in fresh:
            guesses.forget(mark)
        raise
    note(actor, room, "invited", at, number=len(letters))
    return len(letters)


def _addresses(typed: str) -> Sequence[str]:
    found = list(dict.fromkeys(part for part in re.split(r"[\s,;]+", typed[:20_000]) if part))
    if not found:
        raise Refused("Type at least one e-mail address.")
    if len(found) > MOST:
        raise Refused(f"These are {len(found)} addresses. Send at most {MOST} at once.")
    for address in found:
        try:
            validate_email(address)
        except ValidationError as why:
            raise Refused(f"“{address[:80]}” is no e-mail address. Nothing was sent yet; correct it.") from why
    return found


def _letters(actor: User, room: Classroom, addresses: Sequence[str], link: str) -> list[EmailMessage]:
    about = {"teacher": actor.name, "room": room.name, "school": room.school.name, "link": link}
    text = LETTER.format(**about, code=spaced(room.code))
    return [EmailMessage(SUBJECT.format(**about), text, to=[address]) for address in addresses]


def _send(letters: Sequence[EmailMessage]) -> None:
    try:
        get_connection().send_messages(letters)
    except (SMTPException, OSError) as why:
        log.warning("the mail server took no invitation: %s", type(why).__name__)
        raise Refused("The mail server did not take the letters. Try again later, or show the class code.") from why
