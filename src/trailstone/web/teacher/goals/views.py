"""Mastery goals > Progress: every goal of the class with its date, its learners and how far they are."""

from datetime import date
from typing import Any, Final
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from trailstone.goals import actions, queries
from trailstone.people.errors import Refused
from trailstone.people.models import Classroom
from trailstone.reports import queries as reports
from trailstone.reports.queries import GoalReport
from trailstone.reports.sheets.goals import GOALS_SHEET
from trailstone.web.access import PageRequest, teacher_page
from trailstone.web.teacher.desk import as_file, kept, read_ids, school_day
from trailstone.web.teacher.frame import class_of, page_of
from trailstone.web.teacher.whom import asked_whom

KINDS: Final = {"course": _("Course goals"), "unit": _("Unit goals"), "removed": _("Removed goals")}


@require_http_methods(["GET", "POST"])
@teacher_page
def goals(request: PageRequest, class_id: UUID) -> HttpResponse:
    """One kind of goals, as a page or as CSV; posting gives late joiners the goals of the class."""
    room = class_of(request, class_id)
    today = school_day(room)
    if request.method == "POST":
        return _add_late_joiners(request, room, today)
    found = _reports(room, today, request.GET)
    if file := as_file(request.GET, GOALS_SHEET.table(found["reports"]), room.name, str(KINDS[found["kind"]])):
        return file
    return _page(request, room, today, found)


def _reports(room: Classroom, today: date, query: QueryDict) -> dict[str, Any]:
    """The goals of the asked kind (of none, the first kind there is), for the asked group of learners."""
    asked, whom = query.get("kind", ""), asked_whom(query, room)
    live = reports.progress(room, today)
    by_kind = {kind: [one for one in live if one.kind == kind] for kind in ("course", "unit")}
    by_kind["removed"] = list(reports.progress(room, today, archived=True)) if asked == "removed" else []
    first = next((kind for kind in ("course", "unit") if by_kind[kind]), "course")
    kind = asked if asked in KINDS else first
    cut = [one.of(whom.learners) for one in by_kind[kind]]
    return {"kind": kind, "reports": cut, "count": len(live), "reached": _reached(live), "whom": whom}


def _reached(live: tuple[GoalReport, ...]) -> int:
    return sum(one.achieved for one in live)


def _add_late_joiners(request: PageRequest, room: Classroom, today: date) -> HttpResponse:
    try:
        placed = actions.add_late_joiners(
            actor=request.user, classroom=room, learners=read_ids(request.POST.getlist("learner")), at=timezone.now()
        )  # fmt: skip
    except Refused as refused:
        return _page(request, room, today, _reports(room, today, request.GET), refused.message)
    told = " ".join(sentence for each in placed for sentence in each.sentences)
    messages.success(request, told or str(_("They have all the goals of the class already.")))
    return HttpResponseRedirect(request.get_full_path())


def _page(request: PageRequest, room: Classroom, today: date, found: dict[str, Any], refusal: str = "") -> HttpResponse:
    page = {
        **page_of(request, room, "goals"),
        **found,
        "kinds": [(name, words, kept(request.GET, kind=name)) for name, words in KINDS.items()],
        "query": kept(request.GET, kind=found["kind"]),
        "joiners": queries.late_joiners(room, today),
        "today": today,
        "refusal": refusal,
    }
    return render(request, "teacher/goals/page.html", page, status=422 if refusal else 200)
