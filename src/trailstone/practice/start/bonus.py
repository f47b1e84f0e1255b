"""The bonus question after an exercise with exactly one miss: taken or left."""

from datetime import datetime
from random import Random
from uuid import UUID

from django.db import IntegrityError, transaction

from trailstone.ids import uuid7
from trailstone.people.models import User
from trailstone.practice import queries
from trailstone.practice.actions import finish
from trailstone.practice.errors import FINISHED, NO_SUCH, Conflict, NotFound, Refused
from trailstone.practice.models import Asked, State
from trailstone.practice.questions import template_of
from trailstone.practice.sitting import Sitting
from trailstone.practice.start.drawing import fresh_seed, key_of


def take_bonus(*, learner: User, attempt_id: UUID, at: datetime, rng: Random) -> Sitting:
    """Add the bonus question that is offered after exactly one miss. Twice is once.

    Raises:
        NotFound, Conflict: not an attempt of this learner, or it is closed. Refused: no bonus is offered.
    """
    found = _open(learner, attempt_id)
    if found.bonus is not None:
        return found
    if not found.bonus_offered:
        raise Refused("There is no bonus question here.")
    slug, skill_id = found.places[0].slug, found.places[0].skill_id
    version = template_of(slug).version
    used = {key_of(slug, place.version, place.seed) for place in found.places}
    row = Asked(
        school_id=found.school_id, id=uuid7(at), attempt_id=found.id, position=len(found.places), skill_id=skill_id,
        version=version, seed=fresh_seed(slug, version, used, used, rng), bonus=True,
    )  # fmt: skip
    try:
        row.save(force_insert=True)
    except IntegrityError:  # taken in another tab just now
        return _open(learner, attempt_id)
    return _open(learner, attempt_id)


@transaction.atomic
def leave_bonus(*, learner: User, attempt_id: UUID, at: datetime) -> Sitting:
    """Finish without the bonus question. Raises as ``take_bonus``."""
    found = _open(learner, attempt_id)
    if not found.bonus_offered:
        raise Refused("There is no bonus question here.")
    return finish(learner=learner, sitting=found, at=at)


def _open(learner: User, attempt_id: UUID) -> Sitting:
    found = queries.sitting(learner, attempt_id)
    if found is None:
        raise NotFound(NO_SUCH)
    if found.state != State.OPEN:
        raise Conflict(FINISHED)
    return found
