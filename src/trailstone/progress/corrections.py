"""What a teacher may correct: pardon an attempt, set a level, and undo either. Each with a reason, all in the log."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from mastery import Level
from trailstone.content.catalogue import courses
from trailstone.ids import uuid7
from trailstone.people.access import own_open_class
from trailstone.people.errors import Refused
from trailstone.people.models import Classroom, User
from trailstone.people.reasons import LONGEST, one_line, reason_of
from trailstone.practice.models import Attempt, State
from trailstone.progress.models import Correction, Does, LevelChange
from trailstone.progress.queries import level_of
from trailstone.progress.retelling import retell
from trailstone.progress.story import corrections_of

A_MOMENT = timedelta(microseconds=1)


@transaction.atomic
def pardon(
    *, actor: User, classroom: Classroom, learner_id: UUID, attempt_id: UUID, reason: str, at: datetime
) -> Correction:
    """Let a finished attempt count no longer: the levels replay without it. Pardoned already: that stays as it is.

    Raises:
        OutOfReach: not the actor's class.
        Refused: archived, not in the class, no finished attempt of this learner, or no reason.
    """
    learner = _learner(actor, classroom, learner_id)
    mine = Attempt.objects.filter(school_id=learner.school_id, learner=learner, id=attempt_id)
    if not mine.filter(state=State.FINISHED).exists():
        raise Refused("Only a finished attempt can be pardoned. One that is not finished changes no level.")
    if attempt_id in corrections_of(learner.school_id, learner.pk).pardoned:
        return _pardons(learner, attempt_id)
    about = {"does": Does.PARDON, "attempt_id": attempt_id}
    return _correct(learner, actor, reason_of(reason), at, _skills(learner, attempt_id), about)


@transaction.atomic
def set_level(
    *, actor: User, classroom: Classroom, learner_id: UUID, skill_id: int, level: int, reason: str, at: datetime
) -> Correction | None:
    """Put a skill on a level, on which the next attempts go on. None, and nothing written, when it is there already.

    Raises:
        OutOfReach: not the actor's class.
        Refused: archived, not in the class, no such skill or level, or no reason.
    """
    learner = _learner(actor, classroom, learner_id)
    if level not in tuple(Level) or not any(skill_id in course.skills for course in courses().values()):
        raise Refused("Choose a skill and a level from the list.")
    if level_of(learner, skill_id) == level:
        return None
    about = {"does": Does.SET, "skill_id": skill_id, "level": level}
    return _correct(learner, actor, reason_of(reason), at, [skill_id], about)


@transaction.atomic
def undo(
    *, actor: User, classroom: Classroom, learner_id: UUID, correction_id: UUID, at: datetime, reason: str = ""
) -> Correction | None:
    """Make a correction as if it had never been: the levels replay without it. Undone already: None, and it stays so.

    Raises:
        OutOfReach: not the actor's class. Refused: archived, not in the class, or no such correction.
    """
    learner = _learner(actor, classroom, learner_id)
    mine = Correction.objects.filter(school_id=learner.school_id, learner=learner)
    found = mine.filter(id=correction_id).exclude(does=Does.UNDO).first()
    if found is None:
        raise Refused("There is no such correction of this learner any more. Look at the list again.")
    if mine.filter(undoes=correction_id).exists():
        return None
    skills = _skills(learner, found.attempt_id) if found.attempt_id else [found.skill_id or 0]
    why = one_line(reason)[:LONGEST]
    return _correct(learner, actor, why, at, skills, {"does": Does.UNDO, "undoes": correction_id})


def _learner(actor: User, classroom: Classroom, learner_id: UUID) -> User:
    """The learner of the actor's own class, held until the transaction ends: finishing takes the same lock."""
    room = own_open_class(actor, classroom)
    if not room.learners.filter(pk=learner_id).exists():
        raise Refused(f"This learner is not in {room.name} now.")
    return User.objects.select_related("school").select_for_update(of=("self",)).get(pk=learner_id)


def _correct(
    learner: User, actor: User, reason: str, at: datetime, skill_ids: Collection[int], about: dict[str, Any]
) -> Correction:
    own = {"school_id": learner.school_id, "learner": learner}
    changed = LevelChange.objects.filter(**own).aggregate(last=Max("at"))["last"]
    before = Correction.objects.filter(**own).aggregate(number=Max("number"), last=Max("at"))
    finished = Attempt.objects.filter(**own).aggregate(last=Max("finished_at"))["last"]
    at = max([at, *(last + A_MOMENT for last in (changed, before["last"], finished) if last)])
    row = Correction(
        **own, id=uuid7(at), number=(before["number"] or 0) + 1, follows=finished, by=actor, reason=reason, at=at,
        **about,
    )  # fmt: skip
    row.save(force_insert=True)
    retell(learner, skill_ids, at)
    return row


def _skills(learner: User, attempt_id: UUID) -> list[int]:
    rows = LevelChange.objects.filter(school_id=learner.school_id, learner=learner, attempt_id=attempt_id)
    return list(rows.values_list("skill_id", flat=True))


def _pardons(learner: User, attempt_id: UUID) -> Correction:
    mine = Correction.objects.filter(school_id=learner.school_id, learner=learner, attempt_id=attempt_id)
    return mine.order_by("-number")[0]
