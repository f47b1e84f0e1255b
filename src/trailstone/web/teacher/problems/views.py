"""Problems that learners reported with questions: the question as it was asked, and what was said."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from trailstone.people.models import Role
from trailstone.practice.questions import FAULTS, question
from trailstone.problems import actions, queries
from trailstone.problems.queries import Reported
from trailstone.web.access import PageRequest, teacher_page
from trailstone.web.practice.answers import blanks, right_answer


@dataclass(frozen=True, slots=True)
class Card:
    """A report with its question; ``prompt`` is empty when that cannot be made any more."""

    report: Reported
    prompt: str = ""
    figure: str = ""
    right: tuple[str, ...] = ()


@require_GET
@teacher_page
def problems(request: PageRequest) -> HttpResponse:
    """Those that wait, or with ``?show=done`` those that somebody looked at."""
    done = request.GET.get("show") == "done"
    timezone.activate(request.user.school.time_zone)
    page = {
        "cards": [_card(report) for report in queries.reported(request.user, looked=done)],
        "done": done,
        "owner": request.user.role == Role.OWNER,
    }
    return render(request, "teacher/problems/page.html", page)


@require_POST
@teacher_page
def looked(request: PageRequest, problem_id: UUID) -> HttpResponse:
    """Mark a problem as looked at; with ``again`` put it back."""
    if not queries.seen_by(request.user).filter(pk=problem_id).exists():
        raise Http404
    if "again" in request.POST:
        actions.look_again(actor=request.user, problem_id=problem_id)
        messages.success(request, _("It waits again."))
    else:
        actions.looked(actor=request.user, problem_id=problem_id, at=timezone.now())
        messages.success(request, _("Marked as looked at. You find it under “Looked at”."))
    return HttpResponseRedirect(reverse("problems"))


def _card(report: Reported) -> Card:
    try:
        asked = question(report.slug, report.version, report.seed)
    except FAULTS:
        return Card(report)
    return Card(report, blanks(asked), asked.figure.svg if asked.figure else "", right_answer(asked))
