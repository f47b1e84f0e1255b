"""A class of last year, again: its courses, its goals a year later, its groups; its learners only when asked for."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

from django.db import transaction

from trailstone.goals import log, scope
from trailstone.goals.actions.courses import edit_courses
from trailstone.goals.actions.sharing import share
from trailstone.goals.log import What
from trailstone.goals.models import Goal
from trailstone.people import calendar
from trailstone.people.access import own_class
from trailstone.people.actions import open_class
from trailstone.people.models import Classroom, Enrolment, Group, GroupPlace, User
from trailstone.people.records import note

YEAR: Final = timedelta(weeks=52)  # not a day more, so that what was due on a Friday is due on a Friday


@dataclass(frozen=True, slots=True)
class Copied:
    """The new class, how many goals it has, and the titles of those left out: also a year later their date is over."""

    classroom: Classroom
    goals: int
    left_out: tuple[str, ...]


@transaction.atomic
def copy_class(
    *, actor: User, classroom: Classroom, name: str, goals: bool, learners: bool, at: datetime
) -> Copied:  # fmt: skip
    """Open a class like this one, which may be archived, with the actor as its teacher.

    It has the courses, the rule of levels and the groups. ``goals``: those that were not removed, with their dates a
    year later; ``learners``: those in the class now, in their groups and with their goals. The old class stays.

    Raises:
        OutOfReach: not the actor's class.
        Refused: the name is empty, too long or that of another live class of the actor's.
    """
    old = own_class(actor, classroom)
    new = open_class(actor=actor, name=name, at=at)
    new.policy = old.policy
    new.save(update_fields=["policy"])
    edit_courses(actor=actor, classroom=new, course_ids=_courses(old), at=at)
    people = list(old.learners) if learners else []
    Enrolment.objects.bulk_create(
        Enrolment(classroom=new, learner_id=place.learner_id, joined_at=at, nickname=place.nickname)
        for place in old.enrolments.filter(learner__in=people, removed_at=None)
    )
    _groups(old, new, {person.pk for person in people}, at)
    made, left_out = _goals(old, new, people, actor, at) if goals else (0, ())
    note(actor, new, "copied", at, of=old.pk)
    return Copied(new, made, left_out)


def _courses(old: Classroom) -> list[str]:
    return list(old.class_courses.values_list("course_id", flat=True))


def _groups(old: Classroom, new: Classroom, here: set[UUID], at: datetime) -> None:
    for group in old.groups.filter(removed_at=None):
        again = Group.objects.create(classroom=new, name=group.name, created_at=at)
        who = group.places.filter(learner__in=here).values_list("learner_id", flat=True)
        GroupPlace.objects.bulk_create(GroupPlace(group=again, learner_id=each) for each in who)


def _goals(
    old: Classroom, new: Classroom, people: list[User], actor: User, at: datetime
) -> tuple[int, tuple[str, ...]]:  # fmt: skip
    today, made, left_out = calendar.today(new.school, at), 0, []
    for goal in old.goals.filter(archived_at=None).select_related("course", "unit").order_by("created_at", "pk"):
        if goal.due + YEAR < today:
            left_out.append(scope.title(goal))
            continue
        _goal(goal, new, people, actor, at)
        made += 1
    return made, tuple(left_out)


def _goal(goal: Goal, new: Classroom, people: list[User], actor: User, at: datetime) -> None:
    due, starts = goal.due + YEAR, _later(goal.starts)
    again = Goal(classroom=new, course_id=goal.course_id, unit_id=goal.unit_id, target=goal.target)
    again.due, again.starts, again.created_by, again.created_at = due, starts, actor, at
    again.save(force_insert=True)
    log.note(again, actor, at, What.SET, due=due, target=goal.target)
    having = set(goal.aims.filter(unassigned_at=None).values_list("learner_id", flat=True))
    chosen = [person for person in people if person.pk in having]
    if chosen:
        share(again, chosen, actor=actor, due=due, target=None, at=at)


def _later(day: date | None) -> date | None:
    return day + YEAR if day else None
