"""What the forms of a goal's page do. Each may raise ``people.errors.Refused``."""

from collections.abc import Callable, Mapping
from typing import Final
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trailstone.goals import actions
from trailstone.goals.models import Goal
from trailstone.goals.results import Placed
from trailstone.people.errors import Refused
from trailstone.web.access import PageRequest
from trailstone.web.teacher.changing import Told
from trailstone.web.teacher.desk import read_day, read_ids, read_number


def _said(placed: Placed) -> Told:
    return Told(" ".join(placed.sentences) or _("Nothing was different."))


def _address(goal: Goal, **query: object) -> str:
    path = reverse("goal", args=[goal.classroom_id, goal.pk])
    return f"{path}?{urlencode(query, doseq=True)}" if query else path


def change_due(request: PageRequest, goal: Goal) -> Told:
    """Another due date, for those picked (``who`` = "picked") or for all."""
    due = read_day(request.POST.get("due", ""))
    if due is None:
        raise Refused(_("Choose the day the goal is due."))
    picked = read_ids(request.POST.getlist("learner")) if request.POST.get("who") == "picked" else None
    return _said(actions.change_due(actor=request.user, goal=goal, learners=picked, due=due, at=timezone.now()))


def change_target(request: PageRequest, goal: Goal) -> Told:
    """Another target for all."""
    target = read_number(request.POST.get("target", ""))
    if target is None:
        raise Refused(_("The target is a whole number from 50 to 100."))
    return _said(actions.change_target(actor=request.user, goal=goal, target=target, at=timezone.now()))


def add(request: PageRequest, goal: Goal) -> Told:
    """The goal for more learners: late joiners, or those it was just taken from (then they are in the address)."""
    learners = read_ids(request.POST.getlist("learner") or request.GET.getlist("learner"))
    return _said(actions.add_learners(actor=request.user, goal=goal, learners=learners, at=timezone.now()))


def unassign(request: PageRequest, goal: Goal) -> Told:
    """Take the goal from those picked."""
    learners = read_ids(request.POST.getlist("learner"))
    actions.unassign(actor=request.user, goal=goal, learners=learners, at=timezone.now())
    words = ngettext(
        "The goal was taken from %(n)d learner. Work and levels stay.",
        "The goal was taken from %(n)d learners. Work and levels stay.",
        len(learners),
    )
    return Told(words % {"n": len(learners)}, undo=_address(goal, do="add", learner=learners))


def remove(request: PageRequest, goal: Goal) -> Told:
    """Put the goal away."""
    actions.remove(actor=request.user, goal=goal, at=timezone.now())
    words = _("The goal %(title)s is removed. Levels stay, and what was reached stays reached.")
    to = f"{reverse('goals', args=[goal.classroom_id])}?kind={'unit' if goal.unit_id else 'course'}"
    return Told(words % {"title": _title(goal)}, undo=_address(goal, do="bring-back"), to=to)


def bring_back(request: PageRequest, goal: Goal) -> Told:
    """Undo a removal."""
    actions.bring_back(actor=request.user, goal=goal, at=timezone.now())
    return Told(_("The goal %(title)s is back as it was.") % {"title": _title(goal)}, to=_address(goal))


def _title(goal: Goal) -> str:
    return goal.unit.title if goal.unit else goal.course.title


CHANGES: Final[Mapping[str, Callable[[PageRequest, Goal], Told]]] = {
    "due": change_due,
    "target": change_target,
    "add": add,
    "unassign": unassign,
    "remove": remove,
    "bring-back": bring_back,
}
