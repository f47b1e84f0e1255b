"""*New class*: a class with its courses and its first learners, in one step."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from trailstone.goals.actions.courses import edit_courses
from trailstone.people import cards, names
from trailstone.people.actions import add_learners, open_class
from trailstone.people.actions.roster import Added
from trailstone.people.models import Classroom, User
from trailstone.people.names import PastedName


@dataclass(frozen=True, slots=True)
class Opened:
    """The new class, and what came of the pasted names."""

    classroom: Classroom
    added: Added


def open_class_with(*, actor: User, name: str, course_ids: Sequence[str], pasted: str, at: datetime) -> Opened:
    """Open a class, give it courses and make accounts for pasted names; all of it, or nothing.

    ``course_ids`` and ``pasted`` may be empty: both can follow later.

    Raises:
        OutOfReach: the actor does not teach.
        Refused: as ``people.actions.open_class``, ``edit_courses`` and ``people.actions.add_learners`` say.
    """
    wanted = sum(row.accepted for row in preview(actor, pasted))
    secrets = cards.new_secrets(wanted)  # slow on purpose, so not while the database is locked
    with transaction.atomic():
        room = open_class(actor=actor, name=name, at=at)
        edit_courses(actor=actor, classroom=room, course_ids=course_ids, at=at)
        added = Added((), ())
        if pasted.strip():
            added = add_learners(actor=actor, classroom=room, pasted=pasted, at=at, secrets=secrets)
    return Opened(room, added)


def preview(actor: User, pasted: str) -> tuple[PastedName, ...]:
    """What these names would become in a new class; nothing for an empty text. Raises as ``people.names.preview``."""
    return names.preview(pasted, classroom=Classroom(school=actor.school)) if pasted.strip() else ()
