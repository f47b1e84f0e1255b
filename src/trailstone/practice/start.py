"""Starting an activity: which questions it asks is drawn once and fixed."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from random import Random
from uuid import UUID

from django.db import IntegrityError, transaction

from mastery import Activity
from mastery.selection import Askable, select_questions
from trailstone.content.catalogue import CourseMap, QuizMap, SkillMap, UnitMap
from trailstone.ids import uuid7
from trailstone.people.models import Enrolment, User
from trailstone.practice import queries
from trailstone.practice.actions import FINISHED, NO_SUCH, finish, lapse
from trailstone.practice.errors import Conflict, NotFound, Refused
from trailstone.practice.models import Asked, Attempt, State
from trailstone.practice.queries import Before, asked_before
from trailstone.practice.questions import question, template_of
from trailstone.practice.sitting import Sitting

TRIES = 60  # draws for a question the learner has not just seen, before any that is new in this attempt will do


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
        raise Refused("There is nothing to practise here yet.")
    running = _running(learner, course, activity, subject, at)
    if running is not None:
        return running
    before = asked_before(learner, course.id, activity, subject)
    slugs = _selected(activity, skills, length, before, rng)
    attempt = Attempt(
        school_id=learner.school_id, id=uuid7(at), learner=learner, course_id=course.id, activity=activity,
        subject=subject, policy=policy_of(learner), started_at=at, asked=len(slugs),
    )  # fmt: skip
    questions = list(_draw(attempt, slugs, before, rng))
    try:
        with transaction.atomic():
            attempt.save(force_insert=True)
            Asked.objects.bulk_create(questions)
    except IntegrityError:
        running = _running(learner, course, activity, subject, at)
        if running is None:
            raise
        return running
    return attempt.id


def _running(learner: User, course: CourseMap, activity: Activity, subject: str, at: datetime) -> UUID | None:
    """The open attempt at the same thing, unless it is a challenge whose time is over."""
    mine = queries.open_attempts(learner).filter(course_id=course.id, activity=activity, subject=subject)
    found = mine.values_list("id", flat=True).first()
    if found is None:
        return None
    if activity is Activity.MASTERY_CHALLENGE:
        sitting = queries.sitting(learner, found)
        if sitting is not None and lapse(sitting, at):
            return None
    return found


def _selected(
    activity: Activity, skills: Iterable[SkillMap], length: int | None, before: Sequence[Before], rng: Random
) -> list[SkillMap]:
    last = next((one.attempt_id for one in before if one.state == State.FINISHED), None)
    tested = {one.skill_id for one in before if one.attempt_id == last}
    askable = [Askable(skill, unit=skill.unit_id, tested_last_time=skill.id in tested) for skill in skills]
    return list(select_questions(activity, askable, rng=rng, author_says=length))


def _draw(attempt: Attempt, skills: Iterable[SkillMap], before: Sequence[Before], rng: Random) -> Iterable[Asked]:
    """A fresh instance for each question: none twice in the attempt, none of the latest attempts if it can be."""
    seen = {(one.slug, _key(one.slug, one.version, one.seed)) for one in before}
    used: set[tuple[str, object]] = set()
    for position, skill in enumerate(skills):
        version = template_of(skill.slug).version
        seed = fresh_seed(skill.slug, version, seen | used, used, rng)
        used.add((skill.slug, _key(skill.slug, version, seed)))
        yield Asked(
            school_id=attempt.school_id, id=uuid7(attempt.started_at), attempt_id=attempt.id, position=position,
            skill_id=skill.id, version=version, seed=seed,
        )  # fmt: skip


def fresh_seed(
    slug: str, version: int, avoid: set[tuple[str, object]], forbidden: set[tuple[str, object]], rng: Random
) -> int:
    """A seed whose instance is not in ``avoid``; when none is found soon, one not in ``forbidden``."""
    for draw in range(10 * TRIES):
        seed = rng.randrange(2**31)
        if (slug, _key(slug, version, seed)) not in (avoid if draw < TRIES else forbidden):
            return seed
    raise Refused("There are not enough different questions here yet.")


def _key(slug: str, version: int, seed: int) -> object:
    try:
        return question(slug, version, seed).key
    except KeyError:  # asked by a version that is gone: cannot come again
        return None


def policy_of(learner: User) -> str:
    """The policy in force for a learner: that of the class joined first that has one of its own."""
    mine = Enrolment.objects.filter(learner=learner, removed_at=None, classroom__archived_at=None)
    names = mine.order_by("joined_at").values_list("classroom__policy", flat=True)
    return next((name for name in names if name != "standard"), "standard")


def take_bonus(*, learner: User, attempt_id: UUID, at: datetime, rng: Random) -> Sitting:
    """Add the bonus question that is offered after exactly one miss. Twice is once.

    Raises:
        NotFound, Conflict: not an attempt of this learner, or it is closed. Refused: no bonus is offered.
    """
    found = _open(learner, attempt_id)
    if found.bonus is not None:
        return found
    if not found.bonus_offered:
        raise Refused("There is no bonus question here.")
    slug, skill_id = found.places[0].slug, found.places[0].skill_id
    version = template_of(slug).version
    used = {(slug, _key(slug, place.version, place.seed)) for place in found.places}
    row = Asked(
        school_id=found.school_id, id=uuid7(at), attempt_id=found.id, position=len(found.places), skill_id=skill_id,
        version=version, seed=fresh_seed(slug, version, used, used, rng), bonus=True,
    )  # fmt: skip
    try:
        row.save(force_insert=True)
    except IntegrityError:  # taken in another tab just now
        return _open(learner, attempt_id)
    return _open(learner, attempt_id)


@transaction.atomic
def leave_bonus(*, learner: User, attempt_id: UUID, at: datetime) -> Sitting:
    """Finish without the bonus question. Raises as ``take_bonus``."""
    found = _open(learner, attempt_id)
    if not found.bonus_offered:
        raise Refused("There is no bonus question here.")
    return finish(learner=learner, sitting=found, at=at)


def _open(learner: User, attempt_id: UUID) -> Sitting:
    found = queries.sitting(learner, attempt_id)
    if found is None:
        raise NotFound(NO_SUCH)
    if found.state != State.OPEN:
        raise Conflict(FINISHED)
    return found
