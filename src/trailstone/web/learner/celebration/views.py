"""A goal is reached: celebrated once, kept for ever as a certificate."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from trailstone.goals.actions import celebrate
from trailstone.reports.learner import uncelebrated
from trailstone.web.access import PageRequest, signed_in
from trailstone.web.learner import words
from trailstone.web.learner.continue_goal.views import find_goal


@signed_in
@require_http_methods(["GET", "POST"])
def celebration(request: PageRequest, aim_id: int) -> HttpResponse:
    """The learner's achieved goal; one that is still to reach leads back to its class page.

    Reading writes nothing, so that a page fetched ahead eats no celebration. Posting says that it was seen: the page
    does so as soon as it is shown; without JavaScript "Keep going" does. From then on nothing is thrown.
    """
    goal = find_goal(request.user, aim_id)
    to_class = HttpResponseRedirect(reverse("class-page", args=[goal.class_id]))
    if goal.achieved_on is None:
        return to_class
    if request.method == "POST":
        celebrate(learner=request.user, aim_id=aim_id, at=timezone.now())
        return HttpResponse(status=204) if request.htmx else to_class
    fresh, fraction = aim_id in uncelebrated(request.user), words.fraction(goal.points, goal.possible)
    page = {"goal": goal, "fresh": fresh, "fraction": fraction, "learner": request.user}
    return render(request, "learner/celebration/page.html", page)
