"""Who reached a goal: a list to celebrate in class, and certificates to print."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from trailstone.goals import actions, queries
from trailstone.goals.queries import ClassGoal, GoalLine
from trailstone.people.models import Classroom
from trailstone.people.queries import teacher_names
from trailstone.web.access import PageRequest, teacher_page
from trailstone.web.teacher.desk import school_day
from trailstone.web.teacher.frame import class_of, page_of


@dataclass(frozen=True, slots=True)
class Reached:
    """A learner and the goal that was reached; ``new``: no teacher of the class has marked it as seen."""

    goal: ClassGoal
    line: GoalLine
    new: bool


@require_http_methods(["GET", "POST"])
@teacher_page
def celebrate_list(request: PageRequest, class_id: UUID) -> HttpResponse:
    """Everybody who reached a goal, latest first; ``print`` asks for certificates; posting marks them as seen."""
    room = class_of(request, class_id)
    if request.method == "POST":
        return _seen(request, room)
    reached = _reached(request, room)
    wanted = request.GET.get("print")
    if wanted:
        return _certificates(request, room, [one for one in reached if wanted in {"all", str(one.line.aim_id)}])
    page = {
        **page_of(request, room, "goals"),
        "reached": reached,
        "new": sum(one.new for one in reached),
        "goal": request.GET.get("goal", ""),
    }
    return render(request, "teacher/celebrate/page.html", page)


def _reached(request: PageRequest, room: Classroom) -> list[Reached]:
    asked = request.GET.get("goal", "")
    goals = [goal for goal in queries.class_goals(room, school_day(room)) if asked in {"", str(goal.id)}]
    unseen = {news.aim_id for news in queries.news_for_teacher(request.user)}
    found = [Reached(goal, line, line.aim_id in unseen) for goal in goals for line in goal.assigned if line.achieved]
    by_name = sorted(found, key=lambda one: (one.line.name, one.goal.title))
    return sorted(by_name, key=lambda one: one.line.achieved_on or one.line.due, reverse=True)


def _seen(request: PageRequest, room: Classroom) -> HttpResponse:
    mine = [one.line.aim_id for one in _reached(request, room)]
    actions.seen_by_teacher(actor=request.user, aim_ids=mine, at=timezone.now())
    messages.success(request, _("Marked as celebrated."))
    return HttpResponseRedirect(request.get_full_path())


def _certificates(request: PageRequest, room: Classroom, reached: list[Reached]) -> HttpResponse:
    if not reached:
        raise Http404
    page = {"room": room, "reached": reached, "teachers": teacher_names(room)}
    return render(request, "teacher/celebrate/certificates.html", page)
