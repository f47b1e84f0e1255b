"""The starter checklist is put away, brought back, or told that the reports were opened."""

from collections.abc import Callable, Mapping
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from trailstone.goals import actions
from trailstone.web.access import PageRequest, teacher_page
from trailstone.web.teacher.frame import class_of
from trailstone.web.teacher.sending import chosen


@require_POST
@teacher_page
def starter(request: PageRequest, class_id: UUID) -> HttpResponse:
    """``do``: "reports" leads on to the skills report; "dismiss" and "return" back to the class."""
    room = class_of(request, class_id)
    what = request.POST.get("do") or request.GET.get("do", "")
    at = timezone.now()
    acts: Mapping[str, Callable[[], object]] = {
        "reports": lambda: actions.reports_opened(actor=request.user, classroom=room, at=at),
        "dismiss": lambda: actions.dismiss_starter(actor=request.user, classroom=room, at=at),
        "return": lambda: actions.return_starter(actor=request.user, classroom=room),
    }
    refused = chosen(acts, what)
    if refused:
        messages.warning(request, refused)
    elif what == "dismiss":
        undo = f"{reverse('starter', args=[room.pk])}?do=return"
        messages.success(request, _("The list of first steps is put away."), extra_tags=undo)
    return redirect("skills-report" if what == "reports" else "class-overview", class_id=room.pk)
