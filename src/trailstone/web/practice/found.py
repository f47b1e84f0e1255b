"""Finding a learner's attempt, and the page where it stands now."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from trailstone.practice import actions, queries
from trailstone.practice.errors import LAPSED
from trailstone.practice.models import State
from trailstone.practice.sitting import Sitting
from trailstone.web.access import PageRequest
from trailstone.web.practice.about import about

RESTARTED = "You began this again. Here is where it starts."
SENTENCES = {State.LAPSED: LAPSED, State.RESTARTED: RESTARTED}


def find(request: PageRequest, attempt_id: UUID) -> Sitting:
    """The attempt, when it is this person's; else 404. A challenge whose time is over lapses here."""
    sitting = queries.sitting(request.user, attempt_id)
    if sitting is None:
        raise Http404
    if sitting.state == State.OPEN and actions.lapse(sitting, timezone.now()):
        return queries.sitting(request.user, attempt_id) or sitting
    return sitting


def place_now(sitting: Sitting) -> str:
    """The address of the page where an attempt stands: its question, the bonus offer, the results, or a new start."""
    if sitting.state == State.FINISHED:
        return reverse("results", args=[sitting.id])
    if sitting.state != State.OPEN:
        return about(sitting).start_url
    if sitting.current is not None:
        return reverse("question", args=[sitting.id, sitting.current.position + 1])
    return reverse("bonus", args=[sitting.id])


def go_on(request: PageRequest, sitting: Sitting) -> HttpResponse:
    """Lead to the page where the attempt stands; says why when it was left for good."""
    if sitting.state in SENTENCES:
        messages.info(request, SENTENCES[sitting.state])
    return HttpResponseRedirect(place_now(sitting))
