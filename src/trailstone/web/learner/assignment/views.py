"""One assignment of the learner's: what the teacher says, and the things to do."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from trailstone.assignments.queries import assignment_of_learner
from trailstone.web.access import PageRequest, signed_in
from trailstone.web.learner.assignment_cards import card
from trailstone.web.learner.learning import learning, nav


@signed_in
@require_http_methods(["GET"])
def assignment(request: PageRequest, assignment_id: UUID) -> HttpResponse:
    """An assignment that has started; any other does not exist."""
    here = learning(request)
    found = assignment_of_learner(here.learner, assignment_id, here.at)
    if found is None:
        raise Http404
    page = {"nav": nav(here, class_id=found.class_id), "card": card(found, here.at), "found": found}
    return render(request, "learner/assignment/page.html", page)
