"""*Continue where you left off*: one click from a goal to the question that waits, or to the next start card."""

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from trailstone.goals.queries import LearnerGoal, goals_of_learner
from trailstone.people import calendar
from trailstone.people.models import User
from trailstone.reports.learner import next_step
from trailstone.web.access import PageRequest, signed_in
from trailstone.web.learner import links
from trailstone.web.learner.goal_cards import place


@signed_in
@require_http_methods(["GET"])
def continue_goal(request: PageRequest, aim_id: int) -> HttpResponse:
    """Lead to the next step of one of the learner's goals; somebody else's goal does not exist."""
    at = timezone.now()
    goal = find_goal(request.user, aim_id)
    course, unit = place(goal)
    step = next_step(request.user, course, unit, at) if course else None
    where = links.step(step) if step else reverse("class-page", args=[goal.class_id])
    return HttpResponseRedirect(where)


def find_goal(learner: User, aim_id: int) -> LearnerGoal:
    """The learner's goal by the key of the share; else 404."""
    today = calendar.today(learner.school, timezone.now())
    for goal in goals_of_learner(learner, None, today):
        if goal.aim_id == aim_id:
            return goal
    raise Http404
