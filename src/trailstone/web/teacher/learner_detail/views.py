"""One learner's whole story in the class: at a glance, and every attempt. Assignments and notes are beside it."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from trailstone.people import calendar
from trailstone.web.access import PageRequest, teacher_page
from trailstone.web.teacher.frame import class_of
from trailstone.web.teacher.learner_detail.head import head, learner_of
from trailstone.web.teacher.learner_detail.overview import overview
from trailstone.web.teacher.learner_detail.work import work


@require_safe
@teacher_page
def learner_detail(request: PageRequest, class_id: UUID, learner_id: UUID) -> HttpResponse:
    """The page about a learner who is in the class now; else 404. ``tab`` in the address says which part."""
    room, now = class_of(request, class_id), timezone.now()
    learner, tab = learner_of(room, learner_id), request.GET.get("tab", "")
    if tab not in {"", "work"}:
        raise Http404
    frame = head(request, room, learner, tab)
    today = calendar.today(room.school, now)
    if tab == "work":
        return work(request, room, learner, frame, today)
    return render(
        request, "teacher/learner_detail/page.html", frame | overview(room, learner, today) | {"today": today}
    )
