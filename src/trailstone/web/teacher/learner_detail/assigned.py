"""Every assignment of one learner in the class: how it stands, until when, and more time for it."""

from collections.abc import Callable, Mapping
from typing import Final
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from trailstone.assignments import actions, moments, queries
from trailstone.assignments.models import Assignment
from trailstone.people.models import Classroom, User
from trailstone.web.access import PageRequest, teacher_page
from trailstone.web.teacher.assign.clock import AFTERNOON, Typed
from trailstone.web.teacher.changing import Told, changed
from trailstone.web.teacher.frame import class_of
from trailstone.web.teacher.learner_detail.head import head, learner_of
from trailstone.web.teacher.sending import key_of

Whom = tuple[Classroom, User]


@require_http_methods(["GET", "POST"])
@teacher_page
def learner_assignments(request: PageRequest, class_id: UUID, learner_id: UUID) -> HttpResponse:
    """What the learner has been given, what is to do first; ``do`` gives more time for one thing, or ends that."""
    room = class_of(request, class_id)
    learner = learner_of(room, learner_id)
    if request.method == "GET":
        return _page(request, room, learner)
    return changed(request, CHANGES, (room, learner), lambda why, _what: _page(request, room, learner, why))


def _asked(request: PageRequest) -> UUID | None:
    return key_of(request.POST.get("assignment") or request.GET.get("assignment", ""))


def _found(request: PageRequest, room: Classroom) -> Assignment:
    found = get_object_or_404(Assignment, classroom=room, pk=_asked(request))
    found.classroom = room
    return found


def _extend(request: PageRequest, whom: Whom) -> Told:
    room, learner = whom
    one = _found(request, room)
    until = Typed.sent(request.POST, "until", Typed("", AFTERNOON)).moment(one.zone, "is due for them")
    actions.extend(actor=request.user, assignment=one, learners=[learner.pk], due_at=until, at=timezone.now())
    words = _("%(name)s has until %(due)s.") % {"name": learner.name, "due": moments.words(until, one.zone)}
    return Told(words, f"{request.path}?{urlencode({'do': 'same-time', 'assignment': one.pk})}")


def _same_time(request: PageRequest, whom: Whom) -> Told:
    room, learner = whom
    one = _found(request, room)
    actions.extend(actor=request.user, assignment=one, learners=[learner.pk], due_at=None, at=timezone.now())
    return Told(_("%(name)s has the same time as everybody.") % {"name": learner.name})


CHANGES: Final[Mapping[str, Callable[[PageRequest, Whom], Told]]] = {"extend": _extend, "same-time": _same_time}


def _page(request: PageRequest, room: Classroom, learner: User, refused: str = "") -> HttpResponse:
    found = queries.given_in_class(learner, room, timezone.now())
    page = {
        "parts": [
            (_("Now and ahead"), [one for one in found if one.active]),
            (_("Past"), [one for one in found if not one.active]),
        ],
        "done": sum(one.state.done for one in found),
        "count": len(found),
        "zone": moments.zone_of(room),
        "typed": request.POST if refused else {},
        "opened": _asked(request) if refused else None,
        "afternoon": AFTERNOON,
        "refused": refused,
        "address": reverse("learner-assignments", args=[room.pk, learner.pk]),
    }
    whole = head(request, room, learner, "assignments") | page
    return render(request, "teacher/learner_detail/assigned.html", whole, status=422 if refused else 200)
