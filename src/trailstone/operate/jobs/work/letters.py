"""The summary of the week, to the teachers who asked for it: on Monday morning in the time zone of their school.

No learner is named in a letter, and nobody in the log: it leaves the school, and it lies about in mailboxes.
"""

import logging
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from email.utils import make_msgid
from smtplib import SMTPException
from typing import Final

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import IntegrityError, transaction
from django.template.loader import render_to_string
from django.urls import reverse

from trailstone.operate.backup.telling import Told
from trailstone.operate.jobs.work import Failed
from trailstone.operate.models import Letter
from trailstone.people import calendar
from trailstone.people.models import Role, User
from trailstone.reports.overview import weeks

log = logging.getLogger(__name__)
FROM: Final = time(6)  # on Monday
WINDOW: Final = timedelta(hours=42)  # a worker that was off on Monday sends on Tuesday; after that nobody needs it
NOT_TAKEN: Final = "The mail server did not take {} of {} letters with the summary of the week. They are tried again."


def work(at: datetime, told: Told) -> str:
    """Send what is to be sent now. Raises Failed when the mail server refused some."""
    if not settings.MAIL:
        return "No mail is set up (the setting TRAILSTONE_MAIL), so no letters are sent."
    waiting = list(_waiting(at))
    sent = refused = 0
    for teacher, monday in waiting:
        done = _send_once(teacher, monday, at)
        sent, refused = sent + (done is True), refused + (done is False)
        told("send the summaries", (sent + refused) / len(waiting))
    if refused:
        raise Failed(NOT_TAKEN.format(refused, sent + refused))
    return f"{sent} letters with the summary of the week sent."


def _waiting(at: datetime) -> Iterator[tuple[User, date]]:
    """Who gets a letter now, with the Monday of the week before: the one that the letter is about."""
    wanting = User.objects.filter(role__in=[Role.TEACHER, Role.OWNER], is_active=True, weekly_letter=True)
    sent = set(Letter.objects.filter(at__gte=at - timedelta(days=8)).values_list("teacher_id", "week"))
    for teacher in wanting.exclude(email="").select_related("school").order_by("pk"):
        today = calendar.today(teacher.school, at)
        this_monday = today - timedelta(days=today.weekday())
        begins = calendar.start_of_day(teacher.school, this_monday) + timedelta(hours=FROM.hour)
        monday = this_monday - timedelta(days=7)
        if begins <= at < begins + WINDOW and (teacher.pk, monday) not in sent:
            yield teacher, monday


def _send_once(teacher: User, monday: date, at: datetime) -> bool | None:
    """True: handed in. False: the server refused it, so it may be tried again. None: there is nothing to tell, or
    another worker was first. Whoever is stopped after handing in finds the row of it, and does not send it again."""
    letter = _letter(teacher, monday)
    if letter is None:
        return None
    try:
        with transaction.atomic():
            row = Letter.objects.create(teacher=teacher, week=monday, at=at)
    except IntegrityError:
        return None
    try:
        letter.send()
    except (SMTPException, OSError) as why:
        row.delete()
        log.warning("the mail server took no summary of the week: %s", type(why).__name__)
        return False
    return True


def _letter(teacher: User, monday: date) -> EmailMultiAlternatives | None:
    """The letter about the week from ``monday`` to Sunday; None when the teacher has no class with learners."""
    rooms = list(teacher.taught_classes.filter(archived_at=None).select_related("school").order_by("name", "pk"))
    ended = calendar.end_of_day(teacher.school, monday + timedelta(days=6)) - timedelta(microseconds=1)
    found = weeks(rooms, ended)
    told = [(room, found[room.pk], _link("class-overview", room.pk)) for room in rooms if found[room.pk].learners]
    if not told:
        return None
    sunday, account = monday + timedelta(days=6), _link("account")
    page = {"teacher": teacher, "monday": monday, "sunday": sunday, "classes": told, "account": account}
    subject = f"Your classes from {monday.day} {monday:%B} to {sunday.day} {sunday:%B}"
    letter = EmailMultiAlternatives(subject, render_to_string("letters/weekly.txt", page), to=[teacher.email])
    letter.attach_alternative(render_to_string("letters/weekly.html", page), "text/html")
    letter.extra_headers["Message-ID"] = make_msgid(f"week-{monday}", domain="trailstone")
    if account:
        letter.extra_headers["List-Unsubscribe"] = f"<{account}>"
    return letter


def _link(name: str, *args: object) -> str:
    """The whole address of a page; "" while the site does not know its own (TRAILSTONE_ADDRESS)."""
    return f"{settings.ADDRESS}{reverse(name, args=args)}" if settings.ADDRESS else ""
