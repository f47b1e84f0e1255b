"""A learner's own assignments, as their pages say them: nothing that has yet to start. For the teacher, that too."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.db.models import QuerySet

from trailstone.assignments import moments
from trailstone.assignments.models import Share
from trailstone.assignments.naming import Named, named, title_of
from trailstone.assignments.standing import Standing, standing_of, to_do
from trailstone.assignments.states import State
from trailstone.assignments.work import Result, Tries, tries_of
from trailstone.people.models import Classroom, User

LONG_PAST: Final = timedelta(days=28)  # after that, what is missing stands with the past


@dataclass(frozen=True, slots=True)
class LearnerAssignment:
    """One assignment of one learner. ``things``: those still on the site, each with what the learner has of it.

    ``due_at`` is the learner's own due moment, ``due`` the same as the clocks of the class show it. ``active``: to do,
    or done with the due moment still to come; the others are past.
    """

    id: UUID
    title: str
    instructions: str
    class_id: UUID
    class_name: str
    made_by: str
    starts_at: datetime
    due_at: datetime
    zone: str
    same_questions: bool
    active: bool
    standing: Standing
    things: tuple[tuple[Named, Result], ...]

    @property
    def due(self) -> datetime:
        """The learner's due moment on the clocks of the class."""
        return moments.shown(self.due_at, self.zone)

    @property
    def state(self) -> State:
        """How it stands."""
        return self.standing.state

    @property
    def to_do(self) -> bool:
        """Something is left to do, and it is not long past."""
        return self.active and not self.state.done

    @property
    def next(self) -> tuple[Named, Result] | None:
        """The thing to go on with: one that was begun, else the first that is not done; None when all are."""
        left = [pair for pair in self.things if not pair[1].state.done]
        begun = [pair for pair in left if pair[1].open_attempt]
        return next(iter(begun or left), None)


def assignments_of_learner(learner: User, classroom: Classroom | None, at: datetime) -> tuple[LearnerAssignment, ...]:
    """The learner's assignments in a class (None: in all live classes), once they have started.

    Active ones first, nearest due moment first; then past ones, latest first. Four statements.
    """
    rooms = learner.joined_classes if classroom is None else learner.joined_classes.filter(pk=classroom.pk)
    found = _read(learner, _mine(learner, at).filter(assignment__classroom__in=rooms.values("pk")), at)
    return tuple(sorted(found, key=_place))


def assignment_of_learner(learner: User, assignment_id: UUID, at: datetime) -> LearnerAssignment | None:
    """One assignment of the learner's; None when there is no such one for them, or not yet. Four statements."""
    rooms = learner.joined_classes.values("pk")
    mine = _mine(learner, at).filter(assignment=assignment_id, assignment__classroom__in=rooms)
    return next(iter(_read(learner, mine, at)), None)


def given_in_class(learner: User, classroom: Classroom, at: datetime) -> tuple[LearnerAssignment, ...]:
    """All that the learner has in a class, as its teacher sees it: also what has yet to start. Four statements."""
    return tuple(sorted(_read(learner, _given(learner).filter(assignment__classroom=classroom), at), key=_place))


def _mine(learner: User, at: datetime) -> QuerySet[Share]:
    return _given(learner).filter(assignment__starts_at__lte=at)


def _given(learner: User) -> QuerySet[Share]:
    return Share.objects.filter(
        learner=learner, removed_at=None, assignment__archived_at=None, assignment__published_at__isnull=False
    )


def _read(learner: User, mine: QuerySet[Share], at: datetime) -> list[LearnerAssignment]:
    with_rows = mine.select_related("assignment__classroom", "assignment__made_by")
    shares = list(with_rows.prefetch_related("assignment__items"))
    items = [item for share in shares for item in share.assignment.items.all()]
    since = min((share.assignment.starts_at for share in shares), default=at)
    tries = tries_of(learner.school_id, [learner.pk], items, since=since)
    return [_row(share, tries, at) for share in shares]


def _row(share: Share, tries: Tries, at: datetime) -> LearnerAssignment:
    assignment, room = share.assignment, share.assignment.classroom
    whole = [(item, named(item)) for item in assignment.items.all()]
    pairs, standing = to_do(whole, share), standing_of(assignment, whole, share, tries, at)
    return LearnerAssignment(
        id=assignment.pk,
        title=title_of(assignment, [each for _, each in pairs]),
        instructions=assignment.instructions,
        class_id=room.pk,
        class_name=room.name,
        made_by=assignment.made_by.name,
        starts_at=assignment.starts_at,
        due_at=standing.due_at,
        zone=assignment.zone,
        same_questions=assignment.same_questions,
        active=_active(standing, at),
        standing=standing,
        things=tuple(zip((each for _, each in pairs if not each.gone), standing.results, strict=True)),
    )


def _active(standing: Standing, at: datetime) -> bool:
    return at <= standing.due_at or (not standing.state.done and at - standing.due_at < LONG_PAST)


def _place(found: LearnerAssignment) -> tuple[bool, float, str]:
    due = found.due_at.timestamp()
    return not found.active, due if found.active else -due, found.title
