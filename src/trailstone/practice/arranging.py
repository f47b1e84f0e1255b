"""What a teacher arranges for one learner of a class: given and ended with a reason, in force from the next attempt."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from mastery.accommodations import TERMS, Accommodation
from trailstone.database.prepared import SCHOOL, SOMEBODY, Prepared
from trailstone.people.access import own_open_class
from trailstone.people.errors import Refused
from trailstone.people.models import Classroom, User
from trailstone.people.reasons import LONGEST, one_line, reason_of
from trailstone.practice.models import Arrangement


def arranged_for(learner: User) -> frozenset[Accommodation]:
    """What is in force for a learner: of every live class they are in, together. One query."""
    return frozenset(Accommodation(kind) for (kind,) in _IN_FORCE.rows(learner.school_id, learner.pk))


def _in_force(school_id: int, learner_id: UUID) -> QuerySet[Arrangement, tuple[str]]:
    rows = Arrangement.objects.filter(school_id=school_id, learner_id=learner_id, ended_at=None)
    return rows.filter(classroom__in=User(pk=learner_id).joined_classes.values("pk")).values_list("kind")


_IN_FORCE = Prepared(Arrangement, _in_force, (SCHOOL, SOMEBODY))


def arrangements(classroom: Classroom, learner_id: UUID) -> Sequence[Arrangement]:
    """All that was ever arranged for a learner in a class, latest first, with the people who did. One query."""
    rows = Arrangement.objects.filter(school_id=classroom.school_id, classroom=classroom, learner_id=learner_id)
    return list(rows.select_related("by", "ended_by").order_by("-at", "-id"))


@transaction.atomic
def arrange(
    *, actor: User, classroom: Classroom, learner_id: UUID, kind: str, reason: str, at: datetime
) -> Arrangement:
    """Arrange something for a learner, from the next attempt on. What is arranged already stays as it is.

    Raises:
        OutOfReach: not the actor's class.
        Refused: archived, not in the class, no such arrangement, or no reason.
    """
    room = own_open_class(actor, classroom)
    learner = room.learners.filter(pk=learner_id).first()
    if learner is None:
        raise Refused(f"This learner is not in {room.name} now.")
    if kind not in TERMS:
        raise Refused("There is no such arrangement. Choose one from the list.")
    known = {"school_id": room.school_id, "classroom": room, "learner": learner, "kind": kind}
    new = {"reason": reason_of(reason), "by": actor, "at": at}
    found, _ = Arrangement.objects.get_or_create(**known, ended_at=None, defaults=new)
    return found


@transaction.atomic
def end_arrangement(
    *, actor: User, classroom: Classroom, arrangement_id: UUID, at: datetime, reason: str = ""
) -> Arrangement | None:
    """End what was arranged; attempts that were begun under it stay as they are. Twice is once; None: no such one here.

    Raises:
        OutOfReach: not the actor's class. Refused: it is archived.
    """
    room = own_open_class(actor, classroom)
    found = Arrangement.objects.filter(school_id=room.school_id, classroom=room, id=arrangement_id)
    found.filter(ended_at=None).update(ended_at=at, ended_by=actor, ended_why=one_line(reason)[:LONGEST])
    return found.select_related("learner").first()
