"""What a learner does with a question: answer, open a hint, see the worked answer, skip."""

import uuid
from collections.abc import Callable
from functools import wraps
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from exercises import NOT_GRADABLE, Response
from trailstone.practice import actions, queries
from trailstone.practice.actions import Reply
from trailstone.practice.errors import Conflict, NotFound, Refused
from trailstone.practice.models import State
from trailstone.practice.questions import FAULTS, heard
from trailstone.practice.sitting import Sitting
from trailstone.web.access import PageRequest, signed_in
from trailstone.web.practice.about import about
from trailstone.web.practice.found import place_now
from trailstone.web.practice.question.views import address, broken, show

LISTS = frozenset({"choices"})  # fields that may come several times
NOT_ANSWERS = frozenset({"csrfmiddlewaretoken", "client_key", "hint_key", "skip_key", "solution_key"})

Step = Callable[[PageRequest, UUID, int], HttpResponse]


def step(view: Step) -> Callable[[HttpRequest, UUID, int], HttpResponse]:
    """Steps are posts; coming back to one's address (after signing in again) leads to the question."""

    @require_http_methods(["GET", "HEAD", "POST"])
    @signed_in
    @wraps(view)
    def page(request: PageRequest, attempt_id: UUID, number: int) -> HttpResponse:
        if request.method == "POST":
            return view(request, attempt_id, number)
        return HttpResponseRedirect(reverse("question", args=[attempt_id, number]))

    return page


@step
def answer(request: PageRequest, attempt_id: UUID, number: int) -> HttpResponse:
    """Grade an answer. One that cannot be graded comes back as it was typed, with what to do, and costs nothing."""

    def act() -> Reply:
        return actions.answer(
            learner=request.user, attempt_id=attempt_id, position=number - 1, response=sent(request),
            client_key=_key(request, "client_key"), at=timezone.now(),
        )  # fmt: skip

    def after(reply: Reply) -> HttpResponse:
        verdict, place = reply.verdict, reply.place
        if verdict and verdict.mark is NOT_GRADABLE:
            typed = heard(place.question, sent(request))
            return show(request, reply.sitting, place, verdict=verdict, typed=typed, status=422)
        if not request.htmx:
            return HttpResponseRedirect(address("question", reply.sitting, place))
        return show(request, reply.sitting, place)

    return _step(request, attempt_id, number, act, after)


@step
def hint(request: PageRequest, attempt_id: UUID, number: int) -> HttpResponse:
    """Open the next hint; what was typed stays."""
    return _help(request, attempt_id, number, "hint_key", actions.open_hint)


@step
def solution(request: PageRequest, attempt_id: UUID, number: int) -> HttpResponse:
    """Show the worked answer, where that is allowed."""
    return _help(request, attempt_id, number, "solution_key", actions.show_solution)


@step
def skip(request: PageRequest, attempt_id: UUID, number: int) -> HttpResponse:
    """Leave the question: "I don't know this yet"."""
    return _help(request, attempt_id, number, "skip_key", actions.skip)


def _help(request: PageRequest, attempt_id: UUID, number: int, key: str, do: Callable[..., Reply]) -> HttpResponse:
    def act() -> Reply:
        return do(
            learner=request.user, attempt_id=attempt_id, position=number - 1, client_key=_key(request, key),
            at=timezone.now(),
        )  # fmt: skip

    def after(reply: Reply) -> HttpResponse:
        if not request.htmx:
            return HttpResponseRedirect(address("question", reply.sitting, reply.place))
        typed = None if reply.place.done else heard(reply.place.question, sent(request))
        left = reply.place.done or reply.sitting.hint_allowed(reply.place)
        return show(request, reply.sitting, reply.place, typed=typed, focus="" if left else "hint")

    return _step(request, attempt_id, number, act, after)


def _step(
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
        return _refused(request, attempt_id, number, str(refusal))
    except FAULTS:
        return _faulty(request, attempt_id, number)


def sent(request: PageRequest) -> Response:
    """The fields of the form that can be part of an answer; which of them count, the question says."""
    names = [name for name in request.POST if name not in NOT_ANSWERS]
    return {name: request.POST.getlist(name) if name in LISTS else request.POST[name] for name in names}


def _key(request: PageRequest, name: str) -> UUID:
    """The key the page was given for this step; one that is missing or spoilt makes the step a new one."""
    try:
        return UUID(request.POST.get(name, ""))
    except ValueError:
        return uuid.uuid4()


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


def _refused(request: PageRequest, attempt_id: UUID, number: int, sentence: str) -> HttpResponse:
    sitting = queries.sitting(request.user, attempt_id)
    place = sitting.place(number - 1) if sitting else None
    if sitting is None or place is None:
        raise Http404
    return show(request, sitting, place, notice=sentence, status=422)


def _faulty(request: PageRequest, attempt_id: UUID, number: int) -> HttpResponse:
    sitting = queries.sitting(request.user, attempt_id)
    place = sitting.place(number - 1) if sitting else None
    if sitting is None or place is None:
        raise Http404
    return broken(request, sitting, place)
