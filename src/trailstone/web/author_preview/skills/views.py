"""Every skill that has a template, to look at."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

import courses
from trailstone.web.author_preview.access import authors_page


@require_GET
@authors_page
def page(request: HttpRequest) -> HttpResponse:
    """The courses with their units and skills."""
    made = courses.templates()
    rows = [
        (course, unit, [(skill, skill.id in made) for skill in unit.skills])
        for course in map(courses.course_map, courses.COURSES)
        for unit in course.units
    ]
    return render(request, "author_preview/skills/page.html", {"rows": rows, "count": len(made)})
