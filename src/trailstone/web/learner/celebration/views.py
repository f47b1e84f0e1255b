"""A goal is reached: celebrated once, kept for ever as a certificate."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from trailstone.goals.actions import celebrate
from trailstone.web.access import PageRequest, signed_in
from trailstone.web.learner import words
from trailstone.web.learner.continue_goal.views import find_goal


@signed_in
@require_http_methods(["GET"])
def celebration(request: PageRequest, aim_id: int) -> HttpResponse:
    """The learner's achieved goal; one that is still to reach leads back to its class page.

    The first visit makes the mark that it was seen, so that nothing is thrown twice, not even after a reload.
    """
    goal = find_goal(request.user, aim_id)
    if goal.achieved_on is None:
        return HttpResponseRedirect(reverse("class-page", args=[goal.class_id]))
    fresh = celebrate(learner=request.user, aim_id=aim_id, at=timezone.now())
    fraction = words.fraction(goal.points, goal.possible)
    page = {"goal": goal, "fresh": fresh, "fraction": fraction, "learner": request.user}
    return render(request, "learner/celebration/page.html", page)
