"""Two turns in an attempt: the bonus question after one miss, and starting again after two."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from trailstone.practice import actions
from trailstone.practice.errors import NotFound, Refused
from trailstone.practice.start import leave_bonus, take_bonus
from trailstone.web.access import PageRequest, signed_in
from trailstone.web.chance import fresh
from trailstone.web.practice.about import about, begin
from trailstone.web.practice.found import find, go_on, place_now

AGAIN = "Fresh questions. Nothing from before was counted."


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def bonus(request: PageRequest, attempt_id: UUID) -> HttpResponse:
    """GET: the offer. POST: take it (``take=yes``) or finish without it."""
    if request.method == "POST":
        return _decide(request, attempt_id)
    sitting = find(request, attempt_id)
    if sitting.bonus_offered:
        page = {"sitting": sitting, "about": about(sitting), "all": len(sitting.questions)}
        return render(request, "practice/bonus/page.html", page)
    if place_now(sitting) == request.path:
        raise Http404
    return HttpResponseRedirect(place_now(sitting))


def _decide(request: PageRequest, attempt_id: UUID) -> HttpResponse:
    now = timezone.now()
    try:
        if request.POST.get("take") == "yes":
            take_bonus(learner=request.user, attempt_id=attempt_id, at=now, rng=fresh())
        else:
            leave_bonus(learner=request.user, attempt_id=attempt_id, at=now)
    except NotFound as none:
        raise Http404 from none
    except Refused as refusal:
        messages.info(request, str(refusal))
    return HttpResponseRedirect(reverse("attempt", args=[attempt_id]))


@require_POST
@signed_in
def restart(request: PageRequest, attempt_id: UUID) -> HttpResponse:
    """Put an attempt away, with no level changed, and begin the same thing with fresh questions."""
    try:
        dropped = actions.restart(learner=request.user, attempt_id=attempt_id)
    except NotFound as none:
        raise Http404 from none
    except Refused as refusal:
        messages.info(request, str(refusal))
        return HttpResponseRedirect(reverse("attempt", args=[attempt_id]))
    fresh_id = begin(about(dropped), learner=request.user, at=timezone.now(), rng=fresh())
    messages.success(request, AGAIN)
    return go_on(request, find(request, fresh_id))
