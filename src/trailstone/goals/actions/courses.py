"""*Edit courses*: which courses a class works on."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from trailstone.content.catalogue import courses
from trailstone.goals import scope
from trailstone.goals.models import ClassCourse, Goal
from trailstone.people.access import own_open_class
from trailstone.people.errors import Refused
from trailstone.people.models import Classroom, User


@transaction.atomic
def edit_courses(*, actor: User, classroom: Classroom, course_ids: Sequence[str], at: datetime) -> tuple[str, ...]:
    """Give the class these courses, in this order, and no others. Returns their ids; a course named twice counts once.

    Raises:
        OutOfReach: not the actor's class.
        Refused: the class is archived; a course is unknown; a course to be removed has goals that were not removed.
    """
    room = own_open_class(actor, classroom)
    wanted = tuple(dict.fromkeys(course_ids))
    if not set(wanted) <= set(courses()):
        raise Refused("One of these courses is not on this site any more. Choose from the list.")
    _refuse_used(room, wanted)
    ClassCourse.objects.filter(classroom=room).exclude(course__in=wanted).delete()
    for position, course_id in enumerate(wanted):
        ClassCourse.objects.update_or_create(classroom=room, course_id=course_id, defaults={"position": position})
    return wanted


def _refuse_used(classroom: Classroom, wanted: Sequence[str]) -> None:
    used: defaultdict[str, list[str]] = defaultdict(list)
    goals = Goal.objects.filter(classroom=classroom, archived_at=None).exclude(course__in=wanted)
    for goal in goals.select_related("course", "unit").order_by("course__title", "created_at"):
        used[goal.course.title].append(f"“{scope.title(goal)}”")
    if used:
        told = "; ".join(f"{course} has the goals {', '.join(titles)}" for course, titles in used.items())
        raise Refused(f"{told}. Remove these goals first, then the course.")
