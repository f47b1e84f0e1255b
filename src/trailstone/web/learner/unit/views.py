"""A unit for a learner: read, practise, quiz, test, in order, with one row up next."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from trailstone.reports.learner import read_lessons, step_on
from trailstone.web.access import PageRequest, signed_in
from trailstone.web.learner import links, words
from trailstone.web.learner.learning import find_unit, learning, nav
from trailstone.web.learner.stones import unit_row
from trailstone.web.learner.unit.rows import UnitRows


@signed_in
@require_http_methods(["GET"])
def unit(request: PageRequest, course_id: str, unit: str) -> HttpResponse:
    """A unit of a course of the site; ``unit`` is the last part of its id."""
    course, cairn = find_unit(course_id, unit)
    here = learning(request)
    step = step_on(here.desk, course, cairn)
    read = read_lessons(here.learner, [lesson.id for lesson in cairn.lessons])
    rows = UnitRows(course, cairn, here.desk, step, read)
    page = {
        "nav": nav(here, course_id=course.id),
        "course": course,
        "course_url": reverse("course", args=[course.id]),
        "row": unit_row(course, cairn, here.desk, step),
        "lessons": rows.lessons(),
        "test": rows.test() if cairn.skills else None,
        "go": links.step(step) if step else "",
        "label": words.title(step) if step else "",
        "waits": words.waits(step.waiting) if step else "",
    }
    return render(request, "learner/unit/page.html", page)
