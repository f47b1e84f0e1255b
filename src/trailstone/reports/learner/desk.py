"""Where a learner stands in some courses, gathered at once: levels, what is waiting, what was worked on last."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Max, QuerySet

from mastery import Activity, Level
from mastery.accommodations import Accommodation
from mastery.challenge import ChallengeState, challenge_state, has_lapsed
from trailstone.content.catalogue import CourseMap, SkillMap, UnitMap, courses
from trailstone.database.prepared import SCHOOL, SOMEBODY, Prepared
from trailstone.goals.models import ClassCourse
from trailstone.people.models import User
from trailstone.practice import queries as practice
from trailstone.practice.models import Attempt
from trailstone.practice.sitting import Sitting
from trailstone.progress.queries import Standing, counted, level, levels_by_course, standing


@dataclass(frozen=True, slots=True)
class Waiting:
    """An attempt that was begun and not finished. ``number``: the question that waits (from 1); 0 when all are done.

    ``assigned``: it asks what all learners of an assignment are asked, and stands beside one's own at the same thing.
    """

    attempt_id: UUID
    course_id: str
    activity: Activity
    subject: str
    number: int
    of: int
    started_at: datetime
    assigned: bool = False


@dataclass(frozen=True)
class Desk:
    """Everything about one learner that the choice of the next step needs, as values."""

    at: datetime
    packed: Mapping[str, bytes]  # by course
    waiting: tuple[Waiting, ...]  # latest first
    worked: Mapping[tuple[str, str], datetime]  # by course and subject: when an attempt was last begun
    challenged: Mapping[str, datetime]  # by course: when the latest mastery challenge was begun

    def level(self, skill: SkillMap) -> Level:
        """The learner's level of a skill."""
        return level(self.packed[skill.course_id], skill)

    def standing(self, course: CourseMap, unit: UnitMap | None = None) -> Standing:
        """Points and percent of the course, or of one unit."""
        return standing(self.packed[course.id], counted(course, unit.id if unit else None))

    def waits_at(self, course_id: str, subject: str, activity: Activity) -> Waiting | None:
        """The open attempt at a thing with questions of its own, if there is one."""
        thing = (course_id, subject, activity, False)
        here = ((one, (one.course_id, one.subject, one.activity, one.assigned)) for one in self.waiting)
        return next((one for one, about in here if about == thing), None)

    def challenge(self, course: CourseMap) -> ChallengeState:
        """Whether the mastery challenge of the course is open, and if not, what is missing."""
        levels = [self.level(skill) for skill in course.skills.values()]
        return challenge_state(levels, self.challenged.get(course.id), self.at)

    def unit_last_worked_on(self, course: CourseMap) -> UnitMap | None:
        """The unit of the learner's latest exercise, quiz or unit test in the course."""
        last = self.last_subject(course)
        return unit_of(course, last) if last else None

    def last_worked(self, course: CourseMap) -> float:
        """When something in the course was last begun, as a number to sort by; 0 for never."""
        return max((at.timestamp() for (of, _), at in self.worked.items() if of == course.id), default=0.0)

    def last_subject(self, course: CourseMap) -> str | None:
        """What the learner's latest exercise, quiz or unit test in the course was about."""
        began = {at: subject for (of, subject), at in self.worked.items() if of == course.id}
        return next((began[at] for at in sorted(began, reverse=True) if unit_of(course, began[at])), None)


def unit_of(course: CourseMap, subject: str) -> UnitMap | None:
    """The unit that a subject of the log belongs to ("skill:12", "quiz:alg1/equations:2", "unit:alg1/equations")."""
    kind, _, rest = subject.partition(":")
    if kind == "skill":
        skill = course.skills.get(int(rest))
        return course.by_unit.get(skill.unit_id) if skill else None
    return course.by_unit.get(rest.rpartition(":")[0] if kind == "quiz" else rest)


def desk(learner: User, trails: Collection[CourseMap], at: datetime) -> Desk:
    """The learner's desk for these courses: four queries, whatever their number and size."""
    stored = levels_by_course(learner.school_id, learner.pk)
    last = _LAST.rows(learner.school_id, learner.pk)
    challenge = Activity.MASTERY_CHALLENGE
    return Desk(
        at=at,
        packed={course.id: stored.get(course.id, b"").ljust(course.slots, b"\0") for course in trails},
        waiting=_waiting(learner, at),
        worked={(course, subject): when for course, subject, activity, when in last if activity != challenge},
        challenged={course: when for course, _, activity, when in last if activity == challenge},
    )


def _last(school_id: int, learner_id: UUID) -> QuerySet[Attempt, tuple[Any, ...]]:
    mine = Attempt.objects.filter(school_id=school_id, learner_id=learner_id).order_by()
    return mine.values_list("course_id", "subject", "activity").annotate(Max("started_at"))


_LAST = Prepared(Attempt, _last, (SCHOOL, SOMEBODY))


def courses_by_class(class_ids: Collection[UUID]) -> Mapping[UUID, tuple[CourseMap, ...]]:
    """The courses attached to each class, in the teacher's order. One query."""
    found: defaultdict[UUID, tuple[CourseMap, ...]] = defaultdict(tuple)
    for room, course_id in _ATTACHED.rows(tuple(class_ids)):
        if course_id in courses():
            found[room] += (courses()[course_id],)
    return found


def _attached(class_ids: Collection[UUID]) -> QuerySet[ClassCourse, tuple[UUID, str]]:
    rows = ClassCourse.objects.filter(classroom_id__in=class_ids).order_by("classroom_id", "position", "id")
    return rows.values_list("classroom_id", "course_id")


_ATTACHED = Prepared(ClassCourse, _attached, ((),))


def _waiting(learner: User, at: datetime) -> tuple[Waiting, ...]:
    return tuple(_one(sitting) for sitting in practice.open_sittings(learner) if not _over(sitting, at))


def _over(sitting: Sitting, at: datetime) -> bool:
    extra = Accommodation.EXTRA_TIME in sitting.arranged
    return sitting.activity is Activity.MASTERY_CHALLENGE and has_lapsed(sitting.started_at, at, extra=extra)


def _one(sitting: Sitting) -> Waiting:
    number = sitting.current.position + 1 if sitting.current else 0
    return Waiting(
        sitting.id, sitting.course_id, sitting.activity, sitting.subject, number, len(sitting.places),
        sitting.started_at, assigned=sitting.assignment_id is not None,
    )  # fmt: skip
