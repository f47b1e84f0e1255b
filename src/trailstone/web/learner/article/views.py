"""A lesson's article: read it, open the worked examples step by step, check yourself, practise."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

import courses
from mastery import Level
from trailstone.assignments.queries import assignment_of_learner
from trailstone.content.catalogue import LessonMap, SkillMap, UnitMap
from trailstone.progress.actions import mark_read
from trailstone.reports.learner import read_lessons
from trailstone.web.access import PageRequest, signed_in
from trailstone.web.learner import links
from trailstone.web.learner.article.parts import Piece, pieces
from trailstone.web.learner.learning import Learning, find_unit, learning, nav


@signed_in
@require_http_methods(["GET", "POST"])
def article(request: PageRequest, course_id: str, unit: str, lesson: str) -> HttpResponse:
    """The article of a lesson; posting marks it as read. ``?check=1&...`` answers its first check: nothing is kept."""
    course, cairn = find_unit(course_id, unit)
    found = _lesson(cairn, lesson)
    text = _text(found)
    assigned = _assigned(request)
    if request.method == "POST":
        mark_read(learner=request.user, lesson_id=found.id, at=timezone.now())
        messages.success(request, _("Marked as read."))
        return HttpResponseRedirect(assigned or f"{reverse('unit', args=[course_id, unit])}#{found.slug}")
    shown = pieces(text, request.GET)
    if request.htmx:
        return render(request, "learner/article/check.html", {"piece": _answered(request, shown)})
    here = learning(request)
    page = {
        "nav": nav(here, course_id=course.id),
        "course": course,
        "course_url": reverse("course", args=[course.id]),
        "unit": cairn,
        "unit_url": links.unit_page(course, cairn),
        "lesson": found,
        "article": text,
        "pieces": shown,
        "read": found.id in read_lessons(here.learner, [found.id]),
        "practise": _practise(here, cairn, found),
        "assigned": assigned,
    }
    return render(request, "learner/article/page.html", page)


def _assigned(request: PageRequest) -> str:
    """The page of the assignment that the reader comes from (``?assignment=``); empty when it is not one of theirs."""
    try:
        asked = UUID(request.GET.get("assignment", ""))
    except ValueError:
        return ""
    found = assignment_of_learner(request.user, asked, timezone.now())
    return reverse("my-assignment", args=[found.id]) if found else ""


def _lesson(unit: UnitMap, slug: str) -> LessonMap:
    for lesson in unit.lessons:
        if lesson.slug == slug:
            return lesson
    raise Http404


def _answered(request: PageRequest, shown: list[Piece]) -> Piece:
    """The check that was answered, for htmx; 404 when the article has no such check."""
    for piece in shown:
        if piece.kind == "check" and str(piece.number) == request.GET.get("check"):
            return piece
    raise Http404


def _text(lesson: LessonMap) -> courses.Article:
    try:
        return courses.article(lesson.id)
    except KeyError:
        raise Http404 from None


def _practise(here: Learning, unit: UnitMap, lesson: LessonMap) -> tuple[SkillMap, str] | None:
    """The lesson's first skill below Proficient, else its first, and its start card; None for a lesson to read only."""
    low = (skill for skill in lesson.skills if here.desk.level(skill) < Level.PROFICIENT)
    skill = next(low, next(iter(lesson.skills), None))
    return (skill, links.exercise(unit, skill)) if skill else None
