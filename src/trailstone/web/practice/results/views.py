"""The end card: what an attempt came to and what is next."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from trailstone.assignments.queries import counted
from trailstone.goals.queries import celebrations
from trailstone.people import calendar
from trailstone.people.models import User
from trailstone.practice.models import State
from trailstone.practice.sitting import Sitting
from trailstone.reports.strengths import CHECKS, Checked, checked
from trailstone.web.access import PageRequest, signed_in
from trailstone.web.practice.about import About
from trailstone.web.practice.found import find, go_on
from trailstone.web.practice.results.card import results_of


def strengths_of(learner: User, sitting: Sitting, what: About) -> Checked | None:
    """What a test or a challenge showed by unit, beside the time before; None of anything else."""
    if sitting.activity not in CHECKS:
        return None
    people, thing = [(learner.pk, learner.name)], (sitting.activity.value, sitting.subject)
    return checked(learner.school_id, people, what.course, thing, sitting.finished_at)


@require_GET
@signed_in
def results(request: PageRequest, attempt_id: UUID) -> HttpResponse:
    """The results of a finished attempt. A goal that was reached and not celebrated yet leads to its celebration."""
    sitting = find(request, attempt_id)
    if sitting.state != State.FINISHED:
        return go_on(request, sitting)
    today = calendar.day_of(request.user.school, timezone.now())
    found = results_of(request.user, sitting)
    goal = next(iter(celebrations(request.user, today)), None)
    room = request.user.joined_classes.filter(class_courses__course_id=sitting.course_id).order_by("created_at").first()
    thing = (sitting.activity.value, sitting.subject)
    told = counted(request.user, sitting.id, thing, sitting.assignment_id, timezone.now())
    strengths = strengths_of(request.user, sitting, found.about)
    page = {"results": found, "about": found.about, "goal": goal, "room": room, "counted": told, "strengths": strengths}
    return render(request, "practice/results/page.html", page)
