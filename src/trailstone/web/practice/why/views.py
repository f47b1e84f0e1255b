"""Why a level changed, or did not: which attempt, which questions, which row of the table."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from mastery import POLICIES, Outcome
from mastery.explain import row_name
from mastery.levels import LADDER
from trailstone.practice.models import State
from trailstone.web.access import PageRequest, signed_in
from trailstone.web.practice.about import about
from trailstone.web.practice.answers import state_of
from trailstone.web.practice.found import find, go_on
from trailstone.web.practice.results.card import changes_of, line


@require_GET
@signed_in
def why(request: PageRequest, attempt_id: UUID, skill_id: int) -> HttpResponse:
    """The reason for one skill's level after an attempt."""
    sitting = find(request, attempt_id)
    if sitting.state != State.FINISHED:
        return go_on(request, sitting)
    change = next((one for one in changes_of(request.user, sitting) if one.skill_id == skill_id), None)
    if change is None:
        raise Http404
    what, policy, outcome = about(sitting), POLICIES[change.policy], Outcome(change.outcome)
    row = [(before, policy.table[outcome][before], before == change.before) for before in LADDER]
    asked = [(p.position + 1, state_of(p), p.bonus) for p in sitting.places if p.skill_id == skill_id]
    page = {
        "about": what, "sitting": sitting, "change": change, "line": line(what, sitting, change), "policy": policy,
        "row": row, "row_name": row_name(outcome), "asked": asked,
    }  # fmt: skip
    return render(request, "practice/why/page.html", page)
