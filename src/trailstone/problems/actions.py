"""What may be done about a problem with a question: report it, say that somebody looked."""

from datetime import datetime
from uuid import UUID

from trailstone.people.models import User
from trailstone.practice import queries as practice
from trailstone.practice.errors import NO_SUCH, NotFound
from trailstone.practice.sitting import Place, Sitting
from trailstone.problems import queries
from trailstone.problems.models import Problem, What


def report(*, learner: User, attempt_id: UUID, position: int, what: What, note: str, at: datetime) -> Problem:
    """Note that something is wrong with a question this learner was asked. Again changes what was said, once more
    to be looked at.

    Raises:
        NotFound: the question was not asked of this learner (yet).
    """
    place = asked(practice.sitting(learner, attempt_id), position)
    fields = {"what": what, "note": " ".join(note.split())[:200], "at": at, "looked_at": None, "looked_by": None}
    fixed = {"school_id": learner.school_id, "skill_id": place.skill_id, "version": place.version, "seed": place.seed}
    return Problem.objects.update_or_create(
        learner=learner, attempt_id=attempt_id, position=position, defaults=fields, create_defaults={**fixed, **fields}
    )[0]


def asked(sitting: Sitting | None, position: int) -> Place:
    """The place, once the learner has seen its question. Raises NotFound."""
    place = sitting.place(position) if sitting else None
    if sitting is None or place is None or not (place.done or place is sitting.current):
        raise NotFound(NO_SUCH)
    return place


def looked(*, actor: User, problem_id: UUID, at: datetime) -> bool:
    """Mark a problem as looked at. True the first time only; False for what is not theirs to see, too."""
    waiting = queries.seen_by(actor).filter(pk=problem_id, looked_at=None)
    return waiting.update(looked_at=at, looked_by=actor) == 1


def look_again(*, actor: User, problem_id: UUID) -> bool:
    """Undo ``looked``. True when it was so marked."""
    return queries.seen_by(actor).filter(pk=problem_id).exclude(looked_at=None).update(looked_at=None) == 1
