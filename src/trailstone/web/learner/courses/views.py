"""Explore: every course of the site, with how far the learner is in each."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from trailstone.content.catalogue import CourseMap, courses
from trailstone.web.access import PageRequest, signed_in
from trailstone.web.learner.learning import Learning, learning, nav


@dataclass(frozen=True, slots=True)
class CourseCard:
    """A course on a shelf."""

    title: str
    href: str
    units: int
    skills: int
    percent: int
    mine: bool


def course_card(here: Learning, course: CourseMap) -> CourseCard:
    """A course as the learner sees it from outside."""
    units = sum(bool(unit.skills) for unit in course.units)
    percent, mine = here.desk.standing(course).percent, course in here.courses
    return CourseCard(course.title, reverse("course", args=[course.id]), units, len(course.skills), percent, mine)


@signed_in
@require_http_methods(["GET"])
def explore(request: PageRequest) -> HttpResponse:
    """All courses of the site."""
    here = learning(request)
    shelf = [course_card(here, course) for course in courses().values()]
    return render(request, "learner/courses/page.html", {"nav": nav(here, page="explore"), "shelf": shelf})
