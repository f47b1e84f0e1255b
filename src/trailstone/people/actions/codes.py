"""The code of a class: new, closed, open, good until a day. And what is noted when somebody guesses at codes."""

from datetime import date, datetime, timedelta

from django.db import transaction

from trailstone.people import calendar, codes
from trailstone.people.access import own_open_class
from trailstone.people.errors import Refused
from trailstone.people.models import Classroom, CodeAlarm, User


@transaction.atomic
def rotate_code(*, actor: User, classroom: Classroom, at: datetime) -> Classroom:
    """Give the class a new code, open for joining and without an end; the old one stops working at once.

    Raises:
        OutOfReach: not the actor's class.
        Refused: the class is archived.
    """
    return _write(own_open_class(actor, classroom), code=codes.new_code(), at=at)


@transaction.atomic
def close_code(*, actor: User, classroom: Classroom) -> Classroom:
    """Nobody can join by the code until it is opened again. Raises as ``rotate_code`` does."""
    room = own_open_class(actor, classroom)
    room.code_open = False
    room.save(update_fields=["code_open"])
    return room


@transaction.atomic
def open_code(*, actor: User, classroom: Classroom, at: datetime) -> Classroom:
    """Learners can join by the code again, without an end. Raises as ``rotate_code`` does."""
    room = own_open_class(actor, classroom)
    return _write(room, code=room.code, at=at)


@transaction.atomic
def end_code(*, actor: User, classroom: Classroom, last_day: date | None, at: datetime) -> Classroom:
    """The code works until the end of the school's ``last_day``; None: until somebody closes it.

    Raises:
        OutOfReach: not the actor's class.
        Refused: the class is archived; the day is over.
    """
    room = own_open_class(actor, classroom)
    if last_day and last_day < calendar.day_of(room.school, at):
        raise Refused("This day is over. Choose today or a later day, or leave the field empty for no end.")
    if last_day and last_day > calendar.day_of(room.school, at) + timedelta(days=3660):
        raise Refused("That is more than ten years ahead. Choose an earlier day, or leave the field empty.")
    room.code_until = calendar.end_of_day(room.school, last_day) if last_day else None
    room.save(update_fields=["code_until"])
    return room


def note_guessing(*, at: datetime) -> None:
    """So many wrong codes were tried that a pause begins: the teachers of open classes are told (see ``queries``)."""
    CodeAlarm.objects.create(at=at)


def _write(room: Classroom, *, code: str, at: datetime) -> Classroom:
    room.code, room.code_open, room.code_since, room.code_until = code, True, at, None
    room.save(update_fields=["code", "code_open", "code_since", "code_until"])
    return room
