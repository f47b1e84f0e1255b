"""New login cards for learners who lost theirs."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from trailstone.people.actions import make_cards
from trailstone.people.errors import OutOfReach, Refused
from trailstone.web.access import PageRequest, teacher_page
from trailstone.web.teacher.frame import class_of
from trailstone.web.teacher.login_cards.sheet import show
from trailstone.web.teacher.sending import keys


@require_POST
@teacher_page
def login_cards(request: PageRequest, class_id: UUID) -> HttpResponse:
    """Fresh passwords for the picked learners (``everybody``: all of the class), on a sheet to print.

    The sheet is the reply itself: a password is never kept in readable form, not even for one redirect.
    """
    room = class_of(request, class_id)
    who = None if "everybody" in request.POST else keys(request.POST)
    try:
        cards = make_cards(actor=request.user, classroom=room, learners=who, at=timezone.now())
    except OutOfReach as why:
        raise Http404 from why
    except Refused as why:
        messages.warning(request, why.message)
        return redirect("roster", class_id=room.pk)
    return show(request, room, cards)
