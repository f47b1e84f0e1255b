"""The start cards of the five activities: what is coming, and Start."""

from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from mastery import Activity
from trailstone.assignments.queries import assignment_of_learner
from trailstone.content.catalogue import CourseMap, UnitMap, courses
from trailstone.practice.errors import Refused
from trailstone.web.access import PageRequest, signed_in
from trailstone.web.chance import fresh
from trailstone.web.practice.about import (
    About,
    Assigned,
    begin,
    given,
    named,
    of_course_challenge,
    of_mastery_challenge,
    of_quiz,
    of_skill,
    of_unit_test,
)
from trailstone.web.practice.found import find, go_on
from trailstone.web.practice.start.card import card

page = require_http_methods(["GET", "HEAD", "POST"])


@page
@signed_in
def exercise(request: PageRequest, course: str, unit: str, skill: str) -> HttpResponse:
    """Start the exercise of a skill."""
    where, part = _unit(course, unit)
    found = next((one for one in part.skills if one.slug.rpartition("/")[2] == skill), None)
    if found is None:
        raise Http404
    return _start(request, of_skill(where, part, found))


@page
@signed_in
def quiz(request: PageRequest, course: str, unit: str, number: int) -> HttpResponse:
    """Start a quiz of a unit."""
    where, part = _unit(course, unit)
    found = next((one for one in part.quizzes if one.number == number and one.skills), None)
    if found is None:
        raise Http404
    return _start(request, of_quiz(where, part, found))


@page
@signed_in
def unit_test(request: PageRequest, course: str, unit: str) -> HttpResponse:
    """Start the test of a unit."""
    where, part = _unit(course, unit)
    if not part.skills:
        raise Http404
    return _start(request, of_unit_test(where, part))


@page
@signed_in
def course_challenge(request: PageRequest, course: str) -> HttpResponse:
    """Start the course challenge."""
    where = _course(course)
    if not where.skills:
        raise Http404
    return _start(request, of_course_challenge(where))


@page
@signed_in
def mastery_challenge(request: PageRequest, course: str) -> HttpResponse:
    """Start the mastery challenge; while it is closed, the card says what is missing."""
    return _start(request, of_mastery_challenge(_course(course)))


@page
@signed_in
def assigned(request: PageRequest, assignment_id: UUID, item_id: int) -> HttpResponse:
    """Start a thing of one's own assignment; an article is opened instead."""
    found = assignment_of_learner(request.user, assignment_id, timezone.now())
    thing = next((thing for thing, _ in found.things if thing.item_id == item_id), None) if found else None
    if found is None or thing is None or thing.about is None:
        raise Http404
    course, unit, lesson = thing.about.course, thing.about.unit, thing.about.lesson
    if unit and lesson:
        address = reverse("article", args=[course.id, unit.slug, lesson.slug])
        return HttpResponseRedirect(f"{address}?assignment={found.id}")
    what = named(Activity(thing.thing.kind.value), course, thing.thing.subject)
    if what is None:
        raise Http404
    return _start(request, given(what, Assigned(found.id, item_id, found.title, found.same_questions)))


def _course(course_id: str) -> CourseMap:
    found = courses().get(course_id)
    if found is None:
        raise Http404
    return found


def _unit(course_id: str, slug: str) -> tuple[CourseMap, UnitMap]:
    course = _course(course_id)
    unit = course.by_unit.get(f"{course.id}/{slug}")
    if unit is None:
        raise Http404
    return course, unit


def _start(request: PageRequest, what: About) -> HttpResponse:
    """GET: the card. POST: begin, or go on with what is open."""
    now, sentence = timezone.now(), ""
    if request.method == "POST":
        try:
            attempt_id = begin(what, learner=request.user, at=now, rng=fresh())
        except Refused as refusal:
            sentence = str(refusal)
        else:
            return go_on(request, find(request, attempt_id))
    shown = {"card": card(request.user, what, now), "about": what, "sentence": sentence}
    return render(request, "practice/start/page.html", shown, status=422 if sentence else 200)
