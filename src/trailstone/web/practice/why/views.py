"""Why a level changed, or did not: which attempt, which questions, which row of the table, which correction."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from trailstone.practice.models import State
from trailstone.web.access import PageRequest, signed_in
from trailstone.web.practice.about import exercise_url
from trailstone.web.practice.found import find, go_on
from trailstone.web.practice.why.reason import reason


@require_GET
@signed_in
def why(request: PageRequest, attempt_id: UUID, skill_id: int) -> HttpResponse:
    """The reason for one skill's level after an attempt, or after a teacher set it (then by the correction's id)."""
    found = reason(request.user, attempt_id, skill_id)
    if found is None:
        sitting = find(request, attempt_id)
        if sitting.state == State.FINISHED:
            raise Http404
        return go_on(request, sitting)
    timezone.activate(request.user.school.time_zone)
    page = {
        "reason": found,
        "story": [(one, reverse("why", args=[one.change.attempt_id, skill_id])) for one in found.story],
        "practise_url": exercise_url(found.skill) if found.skill else "",
    }
    return render(request, "practice/why/page.html", page)
