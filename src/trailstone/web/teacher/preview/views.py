"""The class as a learner who joins today sees it: its page, its courses, units and questions. Nothing is written."""

from collections.abc import Sequence
from datetime import datetime
from random import Random
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from exercises import NOT_GRADABLE, RIGHT, Response, grade
from mastery import Activity
from trailstone.content.catalogue import CourseMap, SkillMap, UnitMap
from trailstone.ids import NOBODY
from trailstone.people import calendar
from trailstone.people.models import Classroom
from trailstone.people.queries import teacher_names
from trailstone.practice.errors import Refused
from trailstone.practice.models import Asked, Attempt
from trailstone.practice.questions import FAULTS, heard, question
from trailstone.practice.start.drawing import draw, selected
from trailstone.reports.learner import courses_by_class
from trailstone.reports.queries import progress
from trailstone.web.access import PageRequest, teacher_page
from trailstone.web.learner import links, words
from trailstone.web.practice.answers import right_answer, right_figure
from trailstone.web.practice.question.control import control
from trailstone.web.teacher.frame import class_of, page_of
from trailstone.web.teacher.preview import newcomer

LISTS = frozenset({"choices"})
FARTHEST = 2**31 - 1


@require_safe
@teacher_page
def preview(request: PageRequest, class_id: UUID) -> HttpResponse:
    """The learner's class page: the class's goals, and the map of each course."""
    room, at = class_of(request, class_id), timezone.now()
    courses = courses_by_class([room.pk])[room.pk]
    page = {
        "teachers": ", ".join(teacher_names(room)),
        "goals": progress(room, calendar.today(room.school, at)),
        "today": calendar.today(room.school, at),
        "maps": [(course, newcomer.units(room, course, at)) for course in courses],
    }
    return render(request, "teacher/preview/class_page.html", page_of(request, room, "preview") | page)


@require_safe
@teacher_page
def preview_course(request: PageRequest, class_id: UUID, course_id: str) -> HttpResponse:
    """The learner's course page."""
    room, at = class_of(request, class_id), timezone.now()
    course = _course(room, course_id)
    step = newcomer.first_step(course, at)
    today = calendar.today(room.school, at)
    page = {
        "course": course,
        "goal": next((one for one in progress(room, today) if one.course_id == course.id and not one.unit_id), None),
        "today": today,
        "label": words.title(step) if step else "",
        "how": words.alone(step) if step else "",
        "go": newcomer.within(room, links.step(step)) if step else "",
        "units": newcomer.folds(room, course, at),
    }
    return render(request, "teacher/preview/course.html", page_of(request, room, "preview") | page)


@require_safe
@teacher_page
def preview_unit(request: PageRequest, class_id: UUID, course_id: str, unit: str) -> HttpResponse:
    """The learner's unit page."""
    room, at = class_of(request, class_id), timezone.now()
    course, cairn = _found(room, course_id, unit)
    rows, test = newcomer.lessons(room, course, cairn, at)
    page = {
        "course": course, "unit": cairn, "row": newcomer.unit_head(course, cairn, at), "lessons": rows, "test": test,
    }  # fmt: skip
    return render(request, "teacher/preview/unit.html", page_of(request, room, "preview") | page)


@require_safe
@teacher_page
def preview_question(request: PageRequest, class_id: UUID, course_id: str, unit: str, what: str) -> HttpResponse:
    """A question of an activity, from ``?series=``, which stands for the draw; ``?n=`` counts from 1. An answer in the
    address is marked; ``?answers=on`` shows what is right from the start."""
    room, at = class_of(request, class_id), timezone.now()
    course, cairn = _found(room, course_id, unit)
    activity, title, skills, length = _activity(cairn, what)
    series = _number(request.GET, "series")
    asked = _drawn(room, activity, skills, length, series, at)
    number = min(_number(request.GET, "n"), len(asked))
    if not asked:
        raise Http404
    slugs = {skill.id: skill.slug for skill in skills}
    row = asked[number - 1]
    page = _question(request.GET, slugs[row.skill_id], row) | {
        "room": room, "course": course, "unit": cairn, "title": title, "what": what, "number": number,
        "all": len(asked), "series": series, "another": min(series + 1, FARTHEST),
        "next": number + 1 if number < len(asked) else None,
        "leave": reverse("preview-unit", args=[room.pk, course.id, cairn.slug]),
    }  # fmt: skip
    return render(request, "teacher/preview/question.html", page)


def _found(room: Classroom, course_id: str, unit: str) -> tuple[CourseMap, UnitMap]:
    course = _course(room, course_id)
    cairn = next((one for one in course.units if one.slug == unit), None)
    if cairn is None:
        raise Http404
    return course, cairn


def _course(room: Classroom, course_id: str) -> CourseMap:
    found = next((one for one in courses_by_class([room.pk])[room.pk] if one.id == course_id), None)
    if found is None:
        raise Http404
    return found


def _activity(unit: UnitMap, what: str) -> tuple[Activity, str, Sequence[SkillMap], int | None]:
    """What the last part of the address is about: its name, its skills and its author's length."""
    if what == "unit-test" and unit.skills:
        return Activity.UNIT_TEST, f"{unit.title}: unit test", unit.skills, unit.unit_test
    for quiz in unit.quizzes:
        if what == f"quiz-{quiz.number}":
            return Activity.QUIZ, f"Quiz {quiz.number}", quiz.skills, None
    for skill in unit.skills:
        if skill.slug.rpartition("/")[2] == what:
            return Activity.EXERCISE, skill.name, (skill,), skill.questions
    raise Http404


def _drawn(
    room: Classroom, activity: Activity, skills: Sequence[SkillMap], length: int | None, series: int, at: datetime
) -> list[Asked]:
    """The questions of an attempt that is never stored."""
    rng = Random(series)
    attempt = Attempt(school_id=room.school_id, id=NOBODY, activity=activity, started_at=at)
    try:
        return list(draw(attempt, selected(activity, skills, length, (), rng), (), rng))
    except (Refused, *FAULTS):
        return []


def _question(sent: QueryDict, slug: str, row: Asked) -> dict[str, Any]:
    asked = question(slug, row.version, row.seed)
    response = heard(asked, _given(sent))
    verdict = grade(asked, response) if response else None
    right = verdict is not None and verdict.mark is RIGHT
    told = right or sent.get("answers") == "on"
    mood = "" if verdict is None else "ok" if right else "info" if verdict.mark is NOT_GRADABLE else "retry"
    return {
        "asked": asked,
        "control": control(asked, response, mood if mood in {"ok", "retry"} else "", done=right),
        "verdict": verdict,
        "mood": mood,
        "told": told,
        "answers": sent.get("answers") == "on",
        "right": right_answer(asked) if told else (),
        "right_figure": right_figure(asked) if told else None,
    }


def _given(sent: QueryDict) -> Response:
    return {name: [str(one) for one in sent.getlist(name)] if name in LISTS else str(sent[name])[:300] for name in sent}


def _number(sent: QueryDict, name: str) -> int:
    """A number from 1 on; 1 for anything else."""
    text = sent.get(name, "")
    return max(1, min(int(text), FARTHEST)) if text.isdecimal() and len(text) < 12 else 1
