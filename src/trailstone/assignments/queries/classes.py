"""A class's assignments, with every learner's standing: six statements, however many of either."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from trailstone.assignments import moments
from trailstone.assignments.models import Assignment, Item, Share
from trailstone.assignments.naming import Named, named, title_of
from trailstone.assignments.standing import Standing, standing_of
from trailstone.assignments.states import Phase, State, phase_of
from trailstone.assignments.work import Tries, tries_of
from trailstone.people.models import Classroom
from trailstone.people.queries import named as called

Called = tuple[UUID, str, str]  # a learner: key, what the class calls them, user name


@dataclass(frozen=True, slots=True)
class Line:
    """One learner of the class who has the assignment."""

    learner_id: UUID
    name: str
    username: str
    since: datetime
    standing: Standing

    @property
    def state(self) -> State:
        """How the assignment stands for the learner."""
        return self.standing.state

    @property
    def score(self) -> int | None:
        """See ``Standing.score``."""
        return self.standing.score


@dataclass(frozen=True, slots=True)
class ClassAssignment:
    """One assignment of a class. ``lines``: learners in the class now who have it, by name.

    ``title``: what it is called; ``own_title``: what the teacher wrote, perhaps nothing. ``starts_at`` and ``due_at``
    are moments, ``starts`` and ``due`` the same as the clocks of ``zone`` show them. ``things`` holds those that left
    the site, too.
    """

    id: UUID
    title: str
    own_title: str
    instructions: str
    starts_at: datetime
    due_at: datetime
    zone: str
    same_questions: bool
    for_all: bool
    phase: Phase
    things: tuple[Named, ...]
    lines: tuple[Line, ...]
    made_by: str
    made_at: datetime

    @property
    def starts(self) -> datetime:
        """The start as its teacher set it."""
        return moments.shown(self.starts_at, self.zone)

    @property
    def due(self) -> datetime:
        """The due moment as its teacher set it."""
        return moments.shown(self.due_at, self.zone)

    @property
    def counts(self) -> Mapping[State, int]:
        """How many learners are in each state; 0 for those that nobody is in."""
        found = Counter(line.state for line in self.lines)
        return {state: found[state] for state in State}

    @property
    def done(self) -> int:
        """How many learners have done it, in time or late."""
        return sum(line.state.done for line in self.lines)


def class_assignments(classroom: Classroom, at: datetime, *, archived: bool = False) -> tuple[ClassAssignment, ...]:
    """The class's assignments with drafts (``archived``: those put away), by due moment, the nearest first."""
    found = Assignment.objects.filter(classroom=classroom, archived_at__isnull=not archived)
    return _read(classroom, found.order_by("due_at", "pk"), at)


def class_assignment(classroom: Classroom, assignment_id: UUID, at: datetime) -> ClassAssignment | None:
    """One assignment of the class, archived ones and drafts too; None when the class has no such one."""
    return next(iter(_read(classroom, Assignment.objects.filter(classroom=classroom, pk=assignment_id), at)), None)


def _read(classroom: Classroom, wanted: QuerySet[Assignment], at: datetime) -> tuple[ClassAssignment, ...]:
    found = list(wanted.select_related("made_by").prefetch_related("items"))
    here = called(classroom)
    shares = _shares(found)
    items = [item for assignment in found for item in assignment.items.all()]
    since = min((assignment.starts_at for assignment in found), default=at)
    tries = tries_of(classroom.school_id, [key for key, _, _ in here], items, since=since)
    return tuple(_row(assignment, here, shares[assignment.pk], tries, at) for assignment in found)


def _shares(found: Sequence[Assignment]) -> Mapping[UUID, Mapping[UUID, Share]]:
    """Who has each assignment, by learner."""
    given: defaultdict[UUID, dict[UUID, Share]] = defaultdict(dict)
    for share in Share.objects.filter(assignment__in=found, removed_at=None):
        given[share.assignment_id][share.learner_id] = share
    return given


def _row(
    assignment: Assignment, here: Sequence[Called], shares: Mapping[UUID, Share], tries: Tries, at: datetime
) -> ClassAssignment:
    pairs: list[tuple[Item, Named]] = [(item, named(item)) for item in assignment.items.all()]
    things = tuple(each for _, each in pairs)
    return ClassAssignment(
        id=assignment.pk,
        title=title_of(assignment, things),
        own_title=assignment.title,
        instructions=assignment.instructions,
        starts_at=assignment.starts_at,
        due_at=assignment.due_at,
        zone=assignment.zone,
        same_questions=assignment.same_questions,
        for_all=assignment.for_all,
        phase=phase(assignment, at),
        things=things,
        lines=tuple(
            Line(key, name, username, shares[key].since, standing_of(assignment, pairs, shares[key], tries, at))
            for key, name, username in here
            if key in shares
        ),
        made_by=assignment.made_by.name,
        made_at=assignment.made_at,
    )


def phase(assignment: Assignment, at: datetime) -> Phase:
    """How the assignment itself stands at the moment ``at``. No query."""
    return phase_of(
        published_at=assignment.published_at,
        archived_at=assignment.archived_at,
        starts_at=assignment.starts_at,
        due_at=assignment.due_at,
        at=at,
    )
