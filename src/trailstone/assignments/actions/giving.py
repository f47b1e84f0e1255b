"""Giving work to learners: a new assignment for one class or several, and a copy for another class."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from random import Random
from uuid import UUID

from django.db import transaction

from trailstone.assignments import checks, log, moments
from trailstone.assignments.actions.storing import give, leave_out, put_items
from trailstone.assignments.log import What
from trailstone.assignments.models import Assignment, Item, Share
from trailstone.assignments.moments import Dates
from trailstone.assignments.naming import named, thing, title_of
from trailstone.assignments.results import Given
from trailstone.assignments.things import Described, Thing
from trailstone.people.access import own_class, own_open_class
from trailstone.people.errors import Refused
from trailstone.people.models import Classroom, User


@dataclass(frozen=True, slots=True)
class To:
    """A class and the learners of it who get the work; None for the whole class, and those who join later too.

    ``without``: who need not do one of the things. Who would have nothing left to do does not get the work.
    """

    classroom: Classroom
    learners: Collection[UUID] | None = None
    without: Mapping[Thing, Collection[UUID]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Work:
    """What is assigned. ``starts_at`` None: at once. The moments are aware (see ``moments.moment``)."""

    things: Sequence[Thing]
    due_at: datetime
    starts_at: datetime | None = None
    title: str = ""
    instructions: str = ""
    same_questions: bool = False


@transaction.atomic
def assign(
    *, actor: User, to: Sequence[To], work: Work, at: datetime, rng: Random, draft: bool = False
) -> tuple[Given, ...]:
    """One assignment for each class, all or none; with ``same_questions`` they are the same in all the classes.

    ``draft``: kept for the teacher alone until ``publish``. The same work given to the same learners once more, as by a
    second click, makes nothing new.

    Raises:
        OutOfReach: a class is not the actor's.
        Refused: see ``assignments.checks``; no class is chosen, or one twice.
    """
    rooms = _rooms(actor, to)
    everybody = {one.pk: _who(one, where.learners, draft) for one, where in rooms}
    people = {one.pk: _with_some(one, everybody[one.pk], where, work) for one, where in rooms}
    checks.once_each((room, people[room.pk]) for room, _ in rooms)
    state = rng.getstate()
    given = []
    for room, where in rooms:
        rng.setstate(state)  # the same draws for every class
        whole = where.learners is None and len(people[room.pk]) == len(everybody[room.pk])
        new = _new(actor, room, work, at, whole=whole, draft=draft)
        abouts = checks.good_things(room, work.things)
        one = _made(new, abouts, people[room.pk], actor, at, rng)
        if not one.already:
            leave_out(new, abouts, where.without, actor, at)
        given.append(one)
    return tuple(given)


@transaction.atomic
def copy(
    *,
    actor: User,
    assignment: Assignment,
    to: Classroom,
    at: datetime,
    rng: Random,
    dates: Dates | None = None,
    draft: bool = True,
) -> Given:
    """The same work for the whole of another class (or once more for its own), with questions of its own.

    ``dates`` None: those of the original; a draft may have past ones. The original's class may be archived.

    Raises:
        OutOfReach: one of the classes is not the actor's.
        Refused: see ``assign``.
    """
    source = own_class(actor, assignment.classroom)
    room = own_open_class(actor, to)
    work = Work(
        things=[thing(item) for item in assignment.items.all()],
        starts_at=dates.starts_at if dates else assignment.starts_at,
        due_at=dates.due_at if dates else assignment.due_at,
        title=assignment.title,
        instructions=assignment.instructions,
        same_questions=assignment.same_questions,
    )
    new = _new(actor, room, work, at, whole=True, draft=draft)
    given = _made(new, checks.good_things(room, work.things), _who(room, None, draft), actor, at, rng)
    if not given.already:
        log.note(new, actor, at, What.COPIED, source=source.name)
    return given


def _rooms(actor: User, to: Sequence[To]) -> list[tuple[Classroom, To]]:
    """The classes, locked in one order, so that two teachers who assign to the same classes never wait for ever."""
    if not to:
        raise Refused("No class is chosen. Choose at least one.")
    if len(to) > checks.MOST_CLASSES:
        raise Refused(f"Assign to at most {checks.MOST_CLASSES} classes at once.")
    if len({one.classroom.pk for one in to}) < len(to):
        raise Refused("A class is chosen twice. Choose each class once.")
    locked = {one.classroom.pk: own_open_class(actor, one.classroom) for one in sorted(to, key=_key)}
    return [(locked[one.classroom.pk], one) for one in to]


def _key(one: To) -> UUID:
    return one.classroom.pk


def _who(room: Classroom, learners: Collection[UUID] | None, draft: bool) -> list[User]:
    """A draft for a whole class may wait for its learners."""
    return list(room.learners) if draft and learners is None else checks.good_learners(room, learners)


def _with_some(room: Classroom, people: Sequence[User], where: To, work: Work) -> Sequence[User]:
    """Those who are not left out of every thing."""
    left = [who for who in people if not all(who.pk in where.without.get(each, ()) for each in work.things)]
    if people and work.things and not left:
        raise Refused(f"Nobody of {room.name} would be left to have this. Leave fewer learners out.")
    return left if work.things else people


def _new(actor: User, room: Classroom, work: Work, at: datetime, *, whole: bool, draft: bool) -> Assignment:
    zone = moments.zone_of(room)
    starts_at = work.starts_at or at
    dates = checks.good_dates(starts_at, work.due_at, zone, min(at, work.due_at) if draft else at)
    return Assignment(
        classroom=room,
        title=checks.good_title(work.title),
        instructions=checks.good_instructions(work.instructions),
        starts_at=dates.starts_at,
        due_at=dates.due_at,
        zone=zone,
        same_questions=work.same_questions,
        for_all=whole,
        made_by=actor,
        made_at=at,
        published_at=None if draft else at,
    )


def _made(
    new: Assignment, abouts: Sequence[Described], who: Sequence[User], actor: User, at: datetime, rng: Random
) -> Given:
    twin = _twin(new, abouts, who)
    if twin:
        return replace(told(twin, ()), already=True)
    new.save(force_insert=True)
    put_items(new, abouts, rng)
    log.note(new, actor, at, What.MADE, starts_at=new.starts_at, due_at=new.due_at)
    give(new, who, actor, at)
    return told(new, who)


def _twin(new: Assignment, abouts: Sequence[Described], who: Sequence[User]) -> Assignment | None:
    """The same work, given to the same learners before and still there."""
    same = Assignment.objects.filter(
        classroom=new.classroom, title=new.title, instructions=new.instructions, due_at=new.due_at,
        same_questions=new.same_questions, archived_at=None, published_at__isnull=new.published_at is None,
    )  # fmt: skip
    if new.starts_at != new.made_at:  # a start that was chosen; "at once" is another moment with each click
        same = same.filter(starts_at=new.starts_at)
    things, keys = {about.thing.key for about in abouts}, {person.pk for person in who}
    for one in same.order_by("made_at"):
        if things == {(item.kind, item.subject) for item in Item.objects.filter(assignment=one)}:
            having = Share.objects.filter(assignment=one, removed_at=None).values_list("learner_id", flat=True)
            if keys == set(having):
                one.classroom = new.classroom
                return one
    return None


def told(assignment: Assignment, who: Sequence[User]) -> Given:
    """What to tell the teacher; ``who``: those who have it now and had not before."""
    room = assignment.classroom
    title = title_of(assignment, [named(item) for item in assignment.items.all()])
    names = tuple(person.name for person in who)
    return Given(
        assignment.pk, room.pk, room.name, title, names, assignment.starts_at, assignment.due_at, assignment.zone,
        draft=assignment.published_at is None,
    )  # fmt: skip
