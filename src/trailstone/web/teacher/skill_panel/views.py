"""A skill of the report opened, and the answers behind its slips."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from trailstone.content.catalogue import CourseMap, SkillMap
from trailstone.practice.questions import FAULTS, question
from trailstone.reports import queries as reports
from trailstone.reports.slips import SlipAnswer, answers_with, slips
from trailstone.web.access import PageRequest, teacher_page
from trailstone.web.practice.answers import Given, blanks, given
from trailstone.web.teacher.frame import class_of, page_of
from trailstone.web.teacher.skills_report.views import held_courses, show_unit, standard_of
from trailstone.web.teacher.whom import asked_whom


@require_GET
@teacher_page
def skill_panel(request: PageRequest, class_id: UUID, skill_id: int) -> HttpResponse:
    """The skills report with this skill's panel open."""
    room = class_of(request, class_id)
    held = held_courses(room)
    course, skill = find_skill(held, skill_id, request.GET.get("course", ""))
    whom, standard = asked_whom(request.GET, room), standard_of(request.GET, course, skill.unit_id)
    standard = standard if standard in skill.standards else ""
    report = reports.cut(reports.levels_in(room, course).of(whom.learners), skill.unit_id, standard)
    return show_unit(request, room, held, report, whom, skill_id)


def find_skill(held: Sequence[CourseMap], skill_id: int, course_id: str = "") -> tuple[CourseMap, SkillMap]:
    """A skill of one of the class's courses, of the named one first; else 404."""
    ordered = sorted(held, key=lambda course: course.id != course_id)
    found = next(((course, course.skills[skill_id]) for course in ordered if skill_id in course.skills), None)
    if found is None:
        raise Http404
    return found


@dataclass(frozen=True, slots=True)
class Made:
    """A wrong answer and what was asked; ``prompt`` is empty when the question cannot be shown any more."""

    answer: SlipAnswer
    prompt: str
    figure: str
    given: Given | None


@require_GET
@teacher_page
def slip_answers(request: PageRequest, class_id: UUID, skill_id: int, name: str) -> HttpResponse:
    """The answers of the class in which one slip was made, latest first."""
    room = class_of(request, class_id)
    course, skill = find_skill(held_courses(room), skill_id)
    found = slips(room, skill_id)
    slip = next((one for one in found if one.name == name), None)
    if slip is None:
        raise Http404
    made = [_made(answer) for answer in answers_with(room, skill_id, name)]
    page = {"course": course, "skill": skill, "slips": found, "slip": slip, "made": made}
    return render(request, "teacher/skill_panel/slip.html", {**page_of(request, room, "skills-report"), **page})


def _made(answer: SlipAnswer) -> Made:
    try:
        asked = question(answer.slug, answer.version, answer.seed)
    except FAULTS:
        return Made(answer, "", "", None)
    figure = asked.figure.svg if asked.figure else ""
    return Made(answer, blanks(asked), figure, given(asked, answer.response))
