"""What a learner does with a question: answer, open a hint, see the worked answer, skip."""

import uuid
from collections.abc import Callable
from functools import wraps
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from exercises import NOT_GRADABLE, Response
from trailstone.practice import actions
from trailstone.practice.actions import Reply
from trailstone.practice.questions import heard
from trailstone.web.access import PageRequest, signed_in
from trailstone.web.practice.question.refusals import taken
from trailstone.web.practice.question.views import address, show

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


def take_answer(request: PageRequest, attempt_id: UUID, number: int) -> HttpResponse:
    """Grade an answer. One that cannot be graded comes back as it was typed, with what to do, and costs nothing."""

    key = _key(request, "client_key")

    def act() -> Reply:
        return actions.answer(
            learner=request.user, attempt_id=attempt_id, position=number - 1, response=sent(request), client_key=key,
            at=timezone.now(),
        )  # fmt: skip

    def after(reply: Reply) -> HttpResponse:
        verdict, place = reply.verdict, reply.place
        if verdict and verdict.mark is NOT_GRADABLE:
            typed = heard(place.question, sent(request))
            return show(request, reply.sitting, place, verdict=verdict, typed=typed, status=422, same=True)
        if not request.htmx:
            return HttpResponseRedirect(address("question", reply.sitting, place))
        stands = verdict if place.answers[-1].client_key == key else None  # one sent again: the last answer's stands
        return show(request, reply.sitting, place, verdict=stands, same=True)

    return taken(request, attempt_id, number, act, after)


def take_hint(request: PageRequest, attempt_id: UUID, number: int) -> HttpResponse:
    """Open the next hint; what was typed stays."""
    return _help(request, attempt_id, number, "hint_key", actions.open_hint)


def take_solution(request: PageRequest, attempt_id: UUID, number: int) -> HttpResponse:
    """Show the worked answer, where that is allowed."""
    return _help(request, attempt_id, number, "solution_key", actions.show_solution)


def take_skip(request: PageRequest, attempt_id: UUID, number: int) -> HttpResponse:
    """Leave the question: "I don't know this yet"."""
    return _help(request, attempt_id, number, "skip_key", actions.skip)


answer, hint, solution, skip = (step(view) for view in (take_answer, take_hint, take_solution, take_skip))


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
        return show(request, reply.sitting, reply.place, typed=typed, focus="" if left else "hint", same=True)

    return taken(request, attempt_id, number, act, after)


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
