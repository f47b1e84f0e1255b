"""The words of a course in plain English, which articles link to."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

import courses
from trailstone.web.access import PageRequest, signed_in
from trailstone.web.learner.learning import find_course, learning, nav


@require_GET
@signed_in
def glossary(request: PageRequest, course_id: str) -> HttpResponse:
    """Every term in the order of the alphabet."""
    course = find_course(course_id)
    known = courses.glossary(course.id) if course.id in courses.COURSES else {}
    page = {"nav": nav(learning(request), course_id=course.id), "course": course, "terms": known.values()}
    return render(request, "learner/glossary/page.html", page)
