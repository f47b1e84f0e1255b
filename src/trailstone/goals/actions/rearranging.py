"""*Course mastery placement*, learner by learner: who works towards which course from now on."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from trailstone.goals import scope
from trailstone.goals.actions.changing import unassign
from trailstone.goals.actions.setting import place
from trailstone.goals.models import Aim, Goal
from trailstone.goals.results import Placed
from trailstone.goals.wording import people
from trailstone.people.access import chosen_learners, own_open_class
from trailstone.people.models import Classroom, User

Held = Mapping[UUID, Mapping[str, Goal]]


@dataclass(frozen=True, slots=True)
class Rearranged:
    """What a new placement did: goals that were set, and (title, names) of goals that were taken away."""

    placed: tuple[Placed, ...] = ()
    taken: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def sentences(self) -> tuple[str, ...]:
        """What happened, in whole sentences; none when nothing changed."""
        taken = (f"{title}: no longer the course goal of {people(names)}." for title, names in self.taken)
        return (*(sentence for placed in self.placed for sentence in placed.sentences), *taken)


@transaction.atomic
def rearrange(*, actor: User, classroom: Classroom, wanted: Mapping[UUID, str], due: date, at: datetime) -> Rearranged:
    """Let each learner in ``wanted`` work towards the course named there and no other; "" means towards none.

    Who has the course already keeps its date; new goals are due on ``due``. Work and levels stay. All or nothing.

    Raises:
        OutOfReach: not the actor's class.
        Refused: see ``place``; ``due`` matters only when somebody gets a goal.
    """
    room = own_open_class(actor, classroom)
    if not wanted:
        return Rearranged()
    there = chosen_learners(room, wanted)
    held = _held(room, there)
    joining: defaultdict[str, list[User]] = defaultdict(list)
    for person in there:
        if (course := wanted[person.pk]) and course not in held[person.pk]:
            joining[course].append(person)
    placed = tuple(
        place(actor=actor, classroom=room, course_id=course, learners=[one.pk for one in who], due=due, at=at)
        for course, who in joining.items()
    )
    return Rearranged(placed, tuple(_taken(actor, at, _leaving(there, held, wanted))))


def _held(room: Classroom, there: Iterable[User]) -> Held:
    held: defaultdict[UUID, dict[str, Goal]] = defaultdict(dict)
    live = Aim.objects.filter(learner__in=there, goal__classroom=room, goal__unit=None, goal__archived_at=None)
    for aim in live.filter(unassigned_at=None).select_related("goal__course", "goal__unit", "goal__classroom__school"):
        held[aim.learner_id][aim.goal.course_id] = aim.goal
    return held


def _leaving(there: Iterable[User], held: Held, wanted: Mapping[UUID, str]) -> Mapping[Goal, list[User]]:
    leaving: defaultdict[Goal, list[User]] = defaultdict(list)
    for person in there:
        for course, goal in held[person.pk].items():
            if course != wanted[person.pk]:
                leaving[goal].append(person)
    return leaving


def _taken(actor: User, at: datetime, leaving: Mapping[Goal, list[User]]) -> Iterable[tuple[str, tuple[str, ...]]]:
    for goal, who in leaving.items():
        unassign(actor=actor, goal=goal, learners=[one.pk for one in who], at=at)
        yield scope.title(goal), tuple(one.name for one in who)
