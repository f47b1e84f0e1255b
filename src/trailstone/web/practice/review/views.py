"""Looking back: every question of a finished attempt with the answer given, the right one and the way there."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from trailstone.practice.models import State
from trailstone.web.access import PageRequest, signed_in
from trailstone.web.practice.about import about, skill_name
from trailstone.web.practice.answers import worked
from trailstone.web.practice.found import find, go_on


@require_GET
@signed_in
def review(request: PageRequest, attempt_id: UUID) -> HttpResponse:
    """All questions of an attempt that is over."""
    sitting = find(request, attempt_id)
    if sitting.state != State.FINISHED:
        return go_on(request, sitting)
    what = about(sitting)
    rows = [(worked(place), skill_name(what.course, place.skill_id, place.slug)) for place in sitting.places]
    page = {"about": what, "sitting": sitting, "rows": rows, "mixed": len({p.skill_id for p in sitting.places}) > 1}
    return render(request, "practice/review/page.html", page)
