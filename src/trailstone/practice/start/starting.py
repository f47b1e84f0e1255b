"""Starting an activity, or going on with the one that is open."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from random import Random
from typing import Final
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from mastery import Activity
from mastery.accommodations import Accommodation
from mastery.accommodations import fewer as fewer_than
from mastery.policies import NO_DROP
from trailstone.content.catalogue import CourseMap, QuizMap, SkillMap, UnitMap
from trailstone.database.prepared import SOMEBODY, Prepared
from trailstone.ids import uuid7
from trailstone.people.models import Enrolment, User
from trailstone.practice import queries
from trailstone.practice.actions import lapse
from trailstone.practice.arranging import arranged_for
from trailstone.practice.earlier import Earlier, earlier
from trailstone.practice.errors import Refused
from trailstone.practice.models import Asked, Attempt
from trailstone.practice.start.drawing import draw, rows_of, selected, still_there

NOTHING: Final = "There is nothing to practise here yet."


def start_exercise(*, learner: User, course: CourseMap, skill: SkillMap, at: datetime, rng: Random) -> UUID:
    """Start or resume the exercise of a skill. Returns the attempt's id."""
    return _start(learner, course, Activity.EXERCISE, f"skill:{skill.id}", (skill,), skill.questions, at, rng)


def start_quiz(*, learner: User, course: CourseMap, unit: UnitMap, quiz: QuizMap, at: datetime, rng: Random) -> UUID:
    """Start or resume a quiz. Returns the attempt's id."""
    return _start(learner, course, Activity.QUIZ, f"quiz:{unit.id}:{quiz.number}", quiz.skills, None, at, rng)


def start_unit_test(*, learner: User, course: CourseMap, unit: UnitMap, at: datetime, rng: Random) -> UUID:
    """Start or resume a unit test. Returns the attempt's id."""
    return _start(learner, course, Activity.UNIT_TEST, f"unit:{unit.id}", unit.skills, unit.unit_test, at, rng)


def start_course_challenge(*, learner: User, course: CourseMap, at: datetime, rng: Random) -> UUID:
    """Start or resume a course challenge over all units. Returns the attempt's id."""
    skills = tuple(course.skills.values())
    return _start(learner, course, Activity.COURSE_CHALLENGE, f"course:{course.id}", skills, None, at, rng)


def start_mastery_challenge(
    *, learner: User, course: CourseMap, skills: Sequence[SkillMap], at: datetime, rng: Random
) -> UUID:
    """Start or resume a mastery challenge on the skills that were chosen for it. Returns the attempt's id."""
    subject = f"course:{course.id}"
    return _start(learner, course, Activity.MASTERY_CHALLENGE, subject, tuple(skills), None, at, rng)


@dataclass(frozen=True, slots=True)
class Fixed:
    """The questions that all learners of an assignment are asked: (skill id, version, seed) of each, in order."""

    assignment_id: UUID
    questions: tuple[tuple[int, int, int], ...]


def start_fixed(
    *, learner: User, course: CourseMap, activity: Activity, subject: str, fixed: Fixed, at: datetime
) -> UUID:
    """Start or resume an attempt that asks ``fixed``, beside one that is open at the same thing with questions of its
    own. A learner with fewer questions a sitting gets the first of them. Returns the attempt's id."""
    running = _running(earlier(learner, course.id, activity, subject), learner, activity, at, fixed.assignment_id)
    if running is not None:
        return running
    arranged = arranged_for(learner)
    questions = still_there(fixed.questions, {skill.id: skill.slug for skill in course.skills.values()})
    if Accommodation.FEWER_QUESTIONS in arranged:
        questions = questions[: fewer_than(activity, len(questions))]
    if not questions:
        raise Refused(NOTHING)
    attempt = _attempt(learner, course, activity, subject, arranged, len(questions), at)
    attempt.assignment_id = fixed.assignment_id
    return _stored(attempt, list(rows_of(attempt, questions)), learner, course)


def _start(
    learner: User,
    course: CourseMap,
    activity: Activity,
    subject: str,
    skills: tuple[SkillMap, ...],
    length: int | None,
    at: datetime,
    rng: Random,
) -> UUID:
    """One open attempt at a thing: a second Start, from anywhere, leads to the first one's questions."""
    if not skills:
        raise Refused(NOTHING)
    known = earlier(learner, course.id, activity, subject)
    running = _running(known, learner, activity, at)
    if running is not None:
        return running
    before = known.questions()
    arranged = arranged_for(learner)
    fewer = Accommodation.FEWER_QUESTIONS in arranged
    slugs = selected(activity, skills, length, before, rng, fewer=fewer)
    attempt = _attempt(learner, course, activity, subject, arranged, len(slugs), at)
    return _stored(attempt, list(draw(attempt, slugs, before, rng)), learner, course)


def _attempt(
    learner: User,
    course: CourseMap,
    activity: Activity,
    subject: str,
    arranged: Collection[Accommodation],
    asked: int,
    at: datetime,
) -> Attempt:
    return Attempt(
        school_id=learner.school_id, id=uuid7(at), learner=learner, course_id=course.id, activity=activity,
        subject=subject, policy=policy_of(learner, arranged), started_at=at, asked=asked,
        arranged=" ".join(sorted(arranged)),
    )  # fmt: skip


def _stored(attempt: Attempt, questions: Sequence[Asked], learner: User, course: CourseMap) -> UUID:
    """Write the attempt; when another request was first, it is that one's."""
    try:
        with transaction.atomic():
            attempt.save(force_insert=True)
            Asked.objects.bulk_create(questions)
    except IntegrityError:
        activity = Activity(attempt.activity)
        known = earlier(learner, course.id, activity, attempt.subject)
        running = _running(known, learner, activity, attempt.started_at, attempt.assignment_id)
        if running is None:
            raise
        return running
    return attempt.id


def _running(
    known: Earlier, learner: User, activity: Activity, at: datetime, assignment_id: UUID | None = None
) -> UUID | None:
    """The open attempt at the same thing, unless it is a challenge whose time is over."""
    found = known.running(assignment_id)
    if found is not None and activity is Activity.MASTERY_CHALLENGE:
        sitting = queries.sitting(learner, found)
        if sitting is not None and lapse(sitting, at):
            return None
    return found


def policy_of(learner: User, arranged: Collection[Accommodation]) -> str:
    """The policy in force for a learner: no-drop when that is arranged, else that of the class joined first that has
    one of its own."""
    if Accommodation.NO_DROP in arranged:
        return NO_DROP.name
    return next((name for (name,) in _POLICIES.rows(learner.pk) if name != "standard"), "standard")


def _policies(learner_id: UUID) -> QuerySet[Enrolment, tuple[str]]:
    mine = Enrolment.objects.filter(learner_id=learner_id, removed_at=None, classroom__archived_at=None)
    return mine.order_by("joined_at").values_list("classroom__policy")


_POLICIES = Prepared(Enrolment, _policies, (SOMEBODY,))
