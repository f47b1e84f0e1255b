"""One learner's whole story in the class, in tabs: at a glance, and every attempt."""

from typing import Any, Final
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from trailstone.people import calendar
from trailstone.people.models import Classroom, User
from trailstone.reports.queries.activity import last_active
from trailstone.web.access import PageRequest, teacher_page
from trailstone.web.teacher.frame import class_of, page_of
from trailstone.web.teacher.learner_detail.overview import overview
from trailstone.web.teacher.learner_detail.work import work

TABS: Final = {"": _("At a glance"), "work": _("Everything tried")}


@require_safe
@teacher_page
def learner_detail(request: PageRequest, class_id: UUID, learner_id: UUID) -> HttpResponse:
    """The page about a learner who is in the class now; else 404. ``tab`` in the address says which part."""
    room, now = class_of(request, class_id), timezone.now()
    learner = room.learners.select_related("school").filter(pk=learner_id).first()
    tab = request.GET.get("tab", "")
    if learner is None or tab not in TABS:
        raise Http404
    frame = page_of(request, room, "roster") | _frame(room, learner, tab)
    today = calendar.today(room.school, now)
    if tab == "work":
        return work(request, room, learner, frame, today)
    return render(
        request, "teacher/learner_detail/page.html", frame | overview(room, learner, today) | {"today": today}
    )


def _frame(room: Classroom, learner: User, tab: str) -> dict[str, Any]:
    seen = last_active(room.school, [learner.pk]).get(learner.pk)
    return {
        "learner": learner,
        "last_day": calendar.day_of(room.school, seen) if seen else None,
        "tabs": TABS,
        "tab": tab,
        "here": reverse("learner-detail", args=[room.pk, learner.pk]),
    }
