"""A step that cannot be taken: each refusal leads to the page where the learner can go on, and says why."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render

from trailstone.practice import queries
from trailstone.practice.actions import Reply
from trailstone.practice.errors import Conflict, NotFound, Refused
from trailstone.practice.models import State
from trailstone.practice.questions import FAULTS
from trailstone.practice.sitting import Place, Sitting
from trailstone.web.access import PageRequest
from trailstone.web.practice.about import about
from trailstone.web.practice.found import place_now
from trailstone.web.practice.question.views import broken, show


def taken(
    request: PageRequest,
    attempt_id: UUID,
    number: int,
    act: Callable[[], Reply],
    after: Callable[[Reply], HttpResponse],
) -> HttpResponse:
    """Take a step and show what came of it; every refusal leads to a page that says why."""
    try:
        return after(act())
    except NotFound as none:
        raise Http404 from none
    except Conflict as moved:
        return _where_it_stands(request, attempt_id, str(moved))
    except Refused as refusal:
        sitting, place = _its_place(request, attempt_id, number)
        return show(request, sitting, place, notice=str(refusal), status=422)
    except FAULTS:
        return broken(request, *_its_place(request, attempt_id, number))


def _where_it_stands(request: PageRequest, attempt_id: UUID, sentence: str) -> HttpResponse:
    """409: the attempt has moved on elsewhere. The page where it stands now, with the sentence."""
    sitting = queries.sitting(request.user, attempt_id)
    if sitting is None:
        raise Http404
    here = place_now(sitting)
    if sitting.current is None or sitting.state != State.OPEN:
        return _away(request, sitting, here, sentence)
    response = show(request, sitting, sitting.current, notice=sentence, status=409)
    response.headers["HX-Reswap"], response.headers["HX-Push-Url"] = "outerHTML", here
    return response


def _away(request: PageRequest, sitting: Sitting, here: str, sentence: str) -> HttpResponse:
    """409 where the attempt has no question left to show: a script is sent on, a reader gets a page with the way."""
    if request.htmx:
        messages.warning(request, sentence)
        return HttpResponse(status=409, headers={"HX-Redirect": here})
    page = {"about": about(sitting), "sentence": sentence, "here": here, "finished": sitting.state == State.FINISHED}
    return render(request, "practice/question/moved.html", page, status=409)


def _its_place(request: PageRequest, attempt_id: UUID, number: int) -> tuple[Sitting, Place]:
    sitting = queries.sitting(request.user, attempt_id)
    place = sitting.place(number - 1) if sitting else None
    if sitting is None or place is None:
        raise Http404
    return sitting, place
