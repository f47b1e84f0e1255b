"""What a learner may know of themselves: who they are, their classes, their goals, their levels."""

from collections.abc import Iterable

from django.middleware.csrf import get_token
from django.utils import timezone
from ninja import Router

from trailstone.api.access import Asker, course_called, today
from trailstone.api.shapes.mine import (
    ChallengeLine,
    CourseLine,
    CourseOut,
    JoinedClass,
    LessonLine,
    Me,
    MyGoal,
    QuizLine,
    SkillLine,
    UnitLine,
)
from trailstone.content.catalogue import CourseMap, LessonMap, QuizMap, SkillMap, UnitMap, courses
from trailstone.goals.queries import LearnerGoal, goals_of_learner
from trailstone.people.queries import ClassRow, classes_joined
from trailstone.progress.challenges import challenge_of, what_is_missing
from trailstone.progress.queries import Standing, level, levels_of, standing

router = Router(tags=["mine"])


@router.get("/me", response=Me)
def me(request: Asker) -> Me:
    """Who is signed in."""
    user = request.user
    return Me(
        id=user.pk, name=user.name, username=user.username, role=user.role,
        school=user.school.name, csrf_token=get_token(request),
    )  # fmt: skip


@router.get("/classes", response=list[JoinedClass])
def my_classes(request: Asker) -> list[ClassRow]:
    """The classes I learn in, by name."""
    return list(classes_joined(request.user))


@router.get("/goals", response=list[MyGoal])
def my_goals(request: Asker) -> list[LearnerGoal]:
    """My goals in all classes: current ones by due date, then past ones."""
    return list(goals_of_learner(request.user, None, today(request)))


@router.get("/courses", response=list[CourseLine])
def all_courses(request: Asker) -> list[CourseLine]:
    """The courses of the school, with what my levels add up to."""
    return [_line(course, _levels(request, course)) for course in courses().values()]


@router.get("/courses/{course_id}", response=CourseOut)
def one_course(request: Asker, course_id: str) -> CourseOut:
    """The map of a course with my levels."""
    course = course_called(course_id)
    levels, now = _levels(request, course), timezone.now()
    challenge = challenge_of(request.user, course, now)
    return CourseOut(
        **_line(course, levels).dict(),
        units=[_unit(unit, levels) for unit in course.units],
        mastery_challenge=ChallengeLine(ready=challenge.ready, missing=what_is_missing(challenge, now)),
    )


def _levels(request: Asker, course: CourseMap) -> bytes:
    return levels_of(request.user.school_id, [request.user.pk], course)[request.user.pk]


def _line(course: CourseMap, levels: bytes) -> CourseLine:
    return CourseLine(id=course.id, title=course.title, **_sum(levels, course.counting))


def _sum(levels: bytes, skills: Iterable[SkillMap]) -> dict[str, int]:
    found: Standing = standing(levels, skills)
    return {"points": found.points, "possible": found.possible, "percent": found.percent}


def _unit(unit: UnitMap, levels: bytes) -> UnitLine:
    return UnitLine(
        id=unit.id,
        title=unit.title,
        lessons=[_lesson(lesson, levels) for lesson in unit.lessons],
        quizzes=[_quiz(quiz) for quiz in unit.quizzes],
        **_sum(levels, unit.skills),
    )


def _lesson(lesson: LessonMap, levels: bytes) -> LessonLine:
    skills = [
        SkillLine(id=one.id, slug=one.slug, name=one.name, standards=list(one.standards), level=level(levels, one))
        for one in lesson.skills
    ]
    return LessonLine(id=lesson.id, title=lesson.article_title or lesson.title, minutes=lesson.minutes, skills=skills)


def _quiz(quiz: QuizMap) -> QuizLine:
    return QuizLine(number=quiz.number, skills=[skill.slug for skill in quiz.skills])
