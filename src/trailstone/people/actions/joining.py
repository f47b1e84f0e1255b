"""Joining a class by its code."""

from datetime import datetime
from typing import Final

from django.db import IntegrityError, transaction
from django.db.models import Q

from trailstone.people import codes, newcomer
from trailstone.people.errors import Refused
from trailstone.people.models import Classroom, Enrolment, Role, User
from trailstone.people.newcomer import Then, nothing

NO_CLASS: Final = "No class can be joined with this code. Check each letter, or ask your teacher for the code."


def join_by_code(*, learner: User, code: str, at: datetime) -> Classroom:
    """The class that ``code`` opens, with the learner in it; joining again changes nothing.

    Raises:
        Refused: no class has this code now, or the person is no learner.
    """
    try:
        with transaction.atomic():
            return _joined(learner, code, at)
    except IntegrityError as found:  # the class was deleted in this moment
        raise Refused(NO_CLASS) from found


def _joined(learner: User, code: str, at: datetime) -> Classroom:
    if learner.role != Role.LEARNER:
        raise Refused("Only learners join with a class code. Ask a teacher of the class to add you as a teacher.")
    room = class_for(code, at)
    place, fresh = Enrolment.objects.get_or_create(classroom=room, learner=learner, defaults={"joined_at": at})
    if not fresh and place.removed_at:
        place.removed_at, place.joined_at = None, at
        place.save(update_fields=["removed_at", "joined_at"])
    return room


def join_as_new_learner(
    *, code: str, name: str, username: str, password: str, at: datetime, then: Then = nothing
) -> User:
    """Make a learner's account and a place in the class that ``code`` opens; ``then`` in the same transaction.
    No e-mail address is asked.

    Raises:
        Refused: no class has this code now; the user name is taken; a field is empty, too long or too weak.
    """
    room = class_for(code, at)
    learner = newcomer.account(room.school, Role.LEARNER, name, username, password, at)
    try:
        with transaction.atomic():
            newcomer.store(learner)
            join_by_code(learner=learner, code=code, at=at)
            then(learner)
    except IntegrityError as found:  # as above
        raise Refused(NO_CLASS) from found
    return learner


def class_for(code: str, at: datetime) -> Classroom:
    """The live class with this code, however it was typed (small letters, blanks, O for 0).

    Raises:
        Refused: there is none, its teacher closed the code, or its day is over. All read the same, to tell a guesser
            nothing.
    """
    rooms = Classroom.objects.select_related("school")
    unended = Q(code_until=None) | Q(code_until__gt=at)
    found = rooms.filter(unended, code=codes.read(code), code_open=True, archived_at=None).first()
    if found is None:
        raise Refused(NO_CLASS)
    return found
