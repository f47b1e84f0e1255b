"""A course for a learner: how far, what next, the challenges, every unit."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from mastery.points import CourseLevel, course_level
from trailstone.content.catalogue import CourseMap
from trailstone.goals.queries import LearnerGoal, goals_of_learner
from trailstone.reports.learner import step_on
from trailstone.web.access import PageRequest, signed_in
from trailstone.web.learner import links, words
from trailstone.web.learner.course.folds import folds_shown
from trailstone.web.learner.learning import Learning, find_course, learning, nav
from trailstone.web.learner.next_up import MINUTES, course_challenge, mastery_challenge


@signed_in
@require_http_methods(["GET"])
def course(request: PageRequest, course_id: str) -> HttpResponse:
    """A course of the site. Everybody who has signed in may look, with or without a class."""
    trail, here = find_course(course_id), learning(request)
    step = step_on(here.desk, trail)
    standing = here.desk.standing(trail)
    page = {
        "nav": nav(here, course_id=trail.id),
        "course": trail,
        "percent": standing.percent,
        "fraction": words.fraction(standing.points, standing.possible),
        "level": _level(here, trail),
        "goal": _goal(here, trail),
        "today": here.today,
        "step": step,
        "go": links.step(step) if step else "",
        "label": words.title(step) if step else "",
        "how": words.alone(step) if step else "",
        "waits": words.waits(step.waiting) if step else "",
        "mastery": mastery_challenge(here, trail) if step else None,
        "challenge": course_challenge(here, trail) if step else None,
        "minutes": MINUTES,
        "units": folds_shown(here.desk, trail, step),
    }
    return render(request, "learner/course/page.html", page)


def _level(here: Learning, trail: CourseMap) -> CourseLevel:
    return course_level(here.desk.level(skill) for skill in trail.counting)


def _goal(here: Learning, trail: CourseMap) -> LearnerGoal | None:
    mine = goals_of_learner(here.learner, None, here.today) if here.classes else ()
    return next((goal for goal in mine if goal.current and goal.course_id == trail.id and not goal.unit_id), None)
