"""What teachers note about a learner, for each other: never for learners, and never in a report."""

from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.db import transaction

from trailstone.people import names, records
from trailstone.people.access import own_open_class
from trailstone.people.errors import OutOfReach, Refused
from trailstone.people.models import Classroom, LearnerNote, User

LONGEST: Final = 2000  # letters
MOST: Final = 500  # notes about one learner in a class
KEPT: Final = timedelta(days=30)  # how long a removed note can be brought back


@transaction.atomic
def write_note(*, actor: User, classroom: Classroom, learner_id: UUID, text: str, at: datetime) -> LearnerNote:
    """A new note. The same words by the same teacher once more, as by a second click, make nothing new.

    Raises:
        OutOfReach: not the actor's class, or nobody in it has this key.
        Refused: the class is archived; the note is empty or too long; there are MOST.
    """
    room, said = own_open_class(actor, classroom), _tidy(text)
    learner = _learner(room, learner_id)
    notes = LearnerNote.objects.filter(classroom=room, learner=learner)
    twin = notes.filter(by=actor, text=said, removed_at=None).first()
    if twin:
        return twin
    if notes.count() >= MOST:
        raise Refused(f"There are {MOST} notes about {learner.name}. Remove one that is no longer needed first.")
    made = LearnerNote.objects.create(classroom=room, learner=learner, by=actor, text=said, at=at)
    records.note(actor, room, "note-written", at, learner=learner.pk)
    return made


@transaction.atomic
def change_note(
    *, actor: User, classroom: Classroom, learner_id: UUID, note: UUID, text: str, at: datetime
) -> LearnerNote:
    """Give the note other words: those of a colleague stay theirs.

    Raises:
        OutOfReach: not the actor's class, or no such note about this learner of it.
        Refused: as ``write_note``; somebody else wrote it; it was removed.
    """
    room, said = own_open_class(actor, classroom), _tidy(text)
    found = _note(room, learner_id, note)
    if found.by_id != actor.pk:
        raise Refused(f"{found.by.name} wrote this note, so only {found.by.name} can change it. Write one of your own.")
    if found.removed_at:
        raise Refused("This note was removed meanwhile. Write it once more.")
    if found.text != said:
        found.text, found.changed_at = said, at
        found.save(update_fields=["text", "changed_at"])
        records.note(actor, room, "note-changed", at, learner=learner_id)
    return found


@transaction.atomic
def remove_note(*, actor: User, classroom: Classroom, learner_id: UUID, note: UUID, at: datetime) -> LearnerNote:
    """Take the note away; any teacher of the class may. ``return_note`` undoes it for KEPT.

    Raises:
        OutOfReach: not the actor's class, or no such note about this learner of it.
        Refused: the class is archived.
    """
    return _put(actor, classroom, learner_id, note, at, gone=True)


@transaction.atomic
def return_note(*, actor: User, classroom: Classroom, learner_id: UUID, note: UUID, at: datetime) -> LearnerNote:
    """Undo a removal. Raises as ``remove_note`` does."""
    return _put(actor, classroom, learner_id, note, at, gone=False)


def forget_notes(*, at: datetime) -> int:
    """Delete for good what was removed longer than KEPT ago. Returns how many."""
    return LearnerNote.objects.filter(removed_at__lt=at - KEPT).delete()[0]


def _put(actor: User, classroom: Classroom, learner_id: UUID, note: UUID, at: datetime, *, gone: bool) -> LearnerNote:
    room = own_open_class(actor, classroom)
    found = _note(room, learner_id, note)
    if gone != bool(found.removed_at):
        found.removed_at = at if gone else None
        found.save(update_fields=["removed_at"])
        records.note(actor, room, "note-removed" if gone else "note-returned", at, learner=learner_id)
    return found


def _note(room: Classroom, learner_id: UUID, note: UUID) -> LearnerNote:
    learner = _learner(room, learner_id)
    found = LearnerNote.objects.filter(classroom=room, learner=learner, pk=note).select_related("by").first()
    if found is None:
        raise OutOfReach("There is no such note.")
    return found


def _learner(room: Classroom, learner_id: UUID) -> User:
    found = room.learners.filter(pk=learner_id).first()
    if found is None:
        raise OutOfReach("This learner is not in the class.")
    return found


def _tidy(text: str) -> str:
    """The words line by line, without signs that nobody sees."""
    tidied = "\n".join(names.shown(line).rstrip() for line in text.splitlines()).strip()
    if not tidied:
        raise Refused("Write a few words first.")
    if len(tidied) > LONGEST:
        raise Refused(f"A note has at most {LONGEST:,} letters; this one has {len(tidied):,}. Shorten it.")
    return tidied
