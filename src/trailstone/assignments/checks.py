"""What an assignment must be like. Each refusal is a sentence that says what to do."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from trailstone.assignments import moments
from trailstone.assignments.models import Assignment
from trailstone.assignments.things import Described, Thing, described
from trailstone.goals.models import ClassCourse
from trailstone.goals.wording import people
from trailstone.people.access import chosen_learners, own_open_class
from trailstone.people.errors import Refused
from trailstone.people.models import Classroom, User

MOST_THINGS: Final = 30
MOST_CLASSES: Final = 20
LONGEST_TITLE: Final = 120
LONGEST_INSTRUCTIONS: Final = 2000
AHEAD: Final = timedelta(days=3 * 366)


def own_assignment(actor: User, assignment: Assignment) -> Assignment:
    """The assignment, read again, with its class locked until the transaction ends.

    Raises:
        OutOfReach: the actor does not teach the class.
        Refused: the class is archived.
    """
    room = own_open_class(actor, assignment.classroom)
    found = Assignment.objects.get(pk=assignment.pk)
    found.classroom = room
    return found


def own_live_assignment(actor: User, assignment: Assignment) -> Assignment:
    """As ``own_assignment``. Raises Refused for an assignment that was archived, too."""
    found = own_assignment(actor, assignment)
    if found.archived_at:
        raise Refused("This assignment was archived. Bring it back before you change it.")
    return found


def good_dates(starts_at: datetime, due_at: datetime, zone: str, at: datetime) -> moments.Dates:
    """The two moments, without seconds' fractions.

    Raises:
        Refused: due before the start, in the past at the moment ``at``, or more than three years ahead.
    """
    due = moments.words(due_at, zone)
    if due_at <= starts_at:
        start = moments.words(starts_at, zone)
        raise Refused(f"It would be due {due}, before its start {start}. Choose a later due date.")
    if due_at < at:
        raise Refused(f"The due date {due} is in the past. Choose a later one.")
    if due_at - at > AHEAD:
        raise Refused(f"The due date {due} is more than 3 years ahead. Choose an earlier one.")
    return moments.Dates(starts_at, due_at)


def good_things(classroom: Classroom, things: Sequence[Thing]) -> list[Described]:
    """The things in words, each once.

    Raises:
        Refused: none or too many are chosen; one is not on the site, or in none of the class's courses.
    """
    wanted = list(dict.fromkeys(things))
    if not wanted:
        raise Refused("Nothing to do is chosen. Choose at least one thing.")
    if len(wanted) > MOST_THINGS:
        raise Refused(f"An assignment has at most {MOST_THINGS} things to do. Make two of it.")
    attached = set(ClassCourse.objects.filter(classroom=classroom).values_list("course_id", flat=True))
    found = [_there(classroom, thing, attached) for thing in wanted]
    return list({about.thing.key: about for about in found}.values())


def _there(classroom: Classroom, thing: Thing, attached: Collection[str]) -> Described:
    about = described(thing)
    if about is None:
        raise Refused("One of the things to do is not on this site any more. Choose from the list.")
    if about.course.id not in attached:
        raise Refused(
            f"“{about.title}” is in {about.course.title}, which is not one of the courses of {classroom.name}. "
            "Add the course under Edit courses first."
        )
    return about


def good_learners(classroom: Classroom, learners: Collection[UUID] | None) -> list[User]:
    """The chosen learners of the class, by name; everybody for None.

    Raises:
        Refused: as ``people.access.chosen_learners``; somebody is chosen twice.
    """
    found = chosen_learners(classroom, learners)
    often = Counter(learners or ())
    twice = [person.name for person in found if often[person.pk] > 1]
    if twice:
        raise Refused(f"{people(twice)} would get this twice. Choose each learner once.")
    return found


def once_each(by_class: Iterable[tuple[Classroom, Sequence[User]]]) -> None:
    """Raises Refused when somebody is among the learners of two classes, and so would get the same twice."""
    classes: dict[User, list[str]] = {}
    for room, people_here in by_class:
        for person in people_here:
            classes.setdefault(person, []).append(room.name)
    twice = {person.name: rooms for person, rooms in classes.items() if len(rooms) > 1}
    if twice:
        rooms = people(next(iter(twice.values())))
        raise Refused(f"{people(list(twice))} would get this twice: in {rooms}. Leave them out in one class.")


def good_title(title: str) -> str:
    """The title, tidied; may be empty. Raises Refused when it is too long."""
    tidied = " ".join("".join(sign if sign.isprintable() else " " for sign in title).split())
    if len(tidied) > LONGEST_TITLE:
        raise Refused(f"A title has at most {LONGEST_TITLE} letters; this one has {len(tidied)}. Shorten it.")
    return tidied


def good_instructions(text: str) -> str:
    """The instructions, tidied line by line; may be empty. Raises Refused when they are too long."""
    lines = ("".join(sign if sign.isprintable() else " " for sign in line).rstrip() for line in text.splitlines())
    tidied = "\n".join(lines).strip()
    if len(tidied) > LONGEST_INSTRUCTIONS:
        most = f"{LONGEST_INSTRUCTIONS:,}"
        raise Refused(f"Instructions have at most {most} letters; these have {len(tidied):,}. Shorten them.")
    return tidied
