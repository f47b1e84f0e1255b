"""Changing an assignment that is there: what it says, its dates, publishing."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from random import Random
from uuid import UUID

from django.db import transaction

from trailstone.assignments import checks, log
from trailstone.assignments.actions.giving import Work, told
from trailstone.assignments.actions.storing import give, put_items
from trailstone.assignments.log import What
from trailstone.assignments.models import Assignment
from trailstone.assignments.moments import Dates
from trailstone.assignments.naming import thing
from trailstone.assignments.queries.classes import phase
from trailstone.assignments.results import Given
from trailstone.assignments.states import Phase
from trailstone.assignments.things import Described
from trailstone.people.access import own_open_class
from trailstone.people.errors import Refused
from trailstone.people.models import Classroom, User


@transaction.atomic
def edit(*, actor: User, assignment: Assignment, work: Work, at: datetime, rng: Random) -> Assignment:
    """Make the assignment say ``work``; its learners stay. Once more is as once. ``starts_at`` None: the start stays.

    Raises:
        OutOfReach: not the actor's class.
        Refused: see ``assignments.checks``; it was archived; it has started, and whether all get the same questions
            would change.
    """
    found = checks.own_live_assignment(actor, assignment)
    abouts = checks.good_things(found.classroom, work.things)
    if work.same_questions != found.same_questions and phase(found, at) in {Phase.OPEN, Phase.OVER}:
        raise Refused("Learners may have begun, so whether all get the same questions stays as it is. Copy it instead.")
    edited = list(_differing(found, work, abouts))
    _set_dates(actor, found, Dates(work.starts_at or found.starts_at, work.due_at), at)
    found.title, found.instructions = checks.good_title(work.title), checks.good_instructions(work.instructions)
    found.same_questions = work.same_questions
    found.save(update_fields=["title", "instructions", "same_questions"])
    if not found.same_questions:
        found.items.update(questions=[])
    put_items(found, abouts, rng)
    if edited:
        log.note(found, actor, at, What.EDITED, edited=edited)
    return found


@transaction.atomic
def publish(*, actor: User, assignment: Assignment, at: datetime) -> Given:
    """Let learners see a draft, from its start on or at once when that has passed. Nothing happens when they do.

    A draft for the whole class is given to everybody who is in the class now, but for those it was taken from.

    Raises:
        OutOfReach: not the actor's class.
        Refused: it was archived; nobody is in the class; its due date has passed.
    """
    found = checks.own_live_assignment(actor, assignment)
    if found.published_at:
        return told(found, ())
    start = max(found.starts_at, at)
    checks.good_dates(start, found.due_at, found.zone, at)
    found.starts_at, found.published_at = start, at
    found.save(update_fields=["starts_at", "published_at"])
    log.note(found, actor, at, What.PUBLISHED, starts_at=start)
    if found.for_all:
        give(found, _never_had(found), actor, at)
    having = _having(found)
    if not having:
        raise Refused("No learner has this assignment. Choose at least one.")
    return told(found, having)


def _never_had(found: Assignment) -> Sequence[User]:
    """Who is in the class and was not given the draft: those it was taken from again stay without."""
    had = set(found.shares.values_list("learner_id", flat=True))
    return [person for person in checks.good_learners(found.classroom, None) if person.pk not in had]


def _having(found: Assignment) -> Sequence[User]:
    """Who has it and is in the class now, by name."""
    having = set(found.shares.filter(removed_at=None).values_list("learner_id", flat=True))
    return [person for person in found.classroom.learners if person.pk in having]


@transaction.atomic
def move_dates(
    *, actor: User, classroom: Classroom, dates: Mapping[UUID, Dates], at: datetime
) -> tuple[Assignment, ...]:
    """Give many assignments of a class other dates at once, all or none; ``moments.shifted`` moves dates by days.

    Returns those that changed. A learner's later due moment stays; it counts while it is later than the new one.

    Raises:
        OutOfReach: not the actor's class.
        Refused: none is chosen; one was archived or is not of this class; see ``checks.good_dates``.
    """
    room = own_open_class(actor, classroom)
    found = {one.pk: one for one in Assignment.objects.filter(classroom=room, archived_at=None, pk__in=dates)}
    if not dates:
        raise Refused("No assignment is chosen. Choose at least one.")
    if set(found) != set(dates):
        raise Refused("One of the assignments is not there any more. Look at the list again, then choose.")
    return tuple(one for key, one in found.items() if _set_dates(actor, one, dates[key], at))


def _set_dates(actor: User, found: Assignment, dates: Dates, at: datetime) -> bool:
    """Whether they changed. Dates that stay may be past."""
    if dates == Dates(found.starts_at, found.due_at):
        return False
    same_due = dates.due_at == found.due_at
    checks.good_dates(dates.starts_at, dates.due_at, found.zone, min(at, dates.due_at) if same_due else at)
    found.starts_at, found.due_at = dates.starts_at, dates.due_at
    found.save(update_fields=["starts_at", "due_at"])
    log.note(found, actor, at, What.DATES, starts_at=found.starts_at, due_at=found.due_at)
    return True


def _differing(found: Assignment, work: Work, abouts: list[Described]) -> Iterator[str]:
    """What an edit changes, in words, dates left out."""
    if checks.good_title(work.title) != found.title:
        yield "the title"
    if checks.good_instructions(work.instructions) != found.instructions:
        yield "the instructions"
    if [thing(item) for item in found.items.all()] != [about.thing for about in abouts]:
        yield "the things to do"
    if work.same_questions != found.same_questions:
        yield "whether all get the same questions"
