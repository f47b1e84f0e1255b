"""The player: one question of an attempt, and the way back to where the learner was."""

import logging
import uuid
from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_GET

from exercises import Response, Verdict
from mastery import Activity
from trailstone.practice.memory import MEMORY
from trailstone.practice.models import State
from trailstone.practice.questions import FAULTS
from trailstone.practice.sitting import Place, Sitting
from trailstone.progress.queries import level, levels_of
from trailstone.web.access import PageRequest, signed_in
from trailstone.web.addresses import question_address
from trailstone.web.practice.about import about
from trailstone.web.practice.found import find, go_on
from trailstone.web.practice.question.control import control
from trailstone.web.practice.question.screen import Screen, screen
from trailstone.web.practice.question.words import set_formulas

log = logging.getLogger(__name__)
ACTS = ("answer", "hint", "solution", "skip", "problem")  # what a learner may do with a question


@require_GET
@signed_in
def attempt(request: PageRequest, attempt_id: UUID) -> HttpResponse:
    """On to the question the learner is at, the bonus offer, or the results."""
    return go_on(request, find(request, attempt_id))


@require_GET
@signed_in
def question(request: PageRequest, attempt_id: UUID, number: int) -> HttpResponse:
    """A question with what was done so far; one whose turn has not come leads to the one that has."""
    sitting = find(request, attempt_id)
    place = sitting.place(number - 1)
    if place is None:
        raise Http404
    MEMORY.keep(sitting)
    open_now = place.done or (sitting.state == State.OPEN and place is sitting.current)
    return show(request, sitting, place) if open_now else go_on(request, sitting)


def show(
    request: PageRequest,
    sitting: Sitting,
    place: Place,
    *,
    verdict: Verdict | None = None,
    typed: Response | None = None,
    notice: str = "",
    focus: str = "answer",
    status: int = 200,
    same: bool = False,
) -> HttpResponse:
    """The player on one question. ``focus``: "answer", "hint", or "" to leave it where it is.

    ``same``: a step was taken here, so that a script's page shows this question already and keeps its tools.
    """
    try:
        shown = screen(sitting, place, verdict=verdict, typed=typed, notice=notice)
    except FAULTS:
        return broken(request, sitting, place)
    if same and request.htmx:
        return _again(request, {**parts(shown), "focus": focus}, status)
    page = "practice/question/page.html" + ("#player" if request.htmx else "")
    level_now = None if request.htmx else _level(request, shown)
    return render(request, page, {**parts(shown), "level": level_now, "focus": focus}, status=status)


def _again(request: PageRequest, context: dict[str, object], status: int) -> HttpResponse:
    """The player for a page that has it already: without what every page is given, and without what it keeps."""
    context |= {"same": True, "request": request, "csrf_token": get_token(request)}
    return HttpResponse(render_to_string("practice/question/page.html#player", context), status=status)


def parts(shown: Screen) -> dict[str, object]:
    """What the player's templates are given of a question."""
    state = shown.mood if shown.mood in ("ok", "retry") else ""
    urls = {f"{act}_url": address(act, shown.sitting, shown.place) for act in ACTS}
    set_formulas(shown)
    fields = control(shown.question, shown.typed, state, done=shown.done)
    return {"screen": shown, "about": shown.about, "control": fields, **urls}


def address(name: str, sitting: Sitting, place: Place) -> str:
    """The address of a question, or of something done with it."""
    return question_address(name, sitting.id, place.position + 1)


def _level(request: PageRequest, shown: Screen) -> int | None:
    """The level of an exercise's skill. Not asked for htmx: it changes only at the end, and the page has it."""
    if shown.sitting.activity != Activity.EXERCISE or shown.skill is None:
        return None
    mine = levels_of(request.user.school_id, [request.user.pk], shown.about.course)
    return level(mine[request.user.pk], shown.skill)


def broken(request: PageRequest, sitting: Sitting, place: Place) -> HttpResponse:
    """A question that cannot be made any more: said in words, noted in the log, and the learner can go on."""
    if place.done:
        return HttpResponseRedirect(reverse("attempt", args=[sitting.id]))
    log.error(
        "question %d of attempt %s cannot be shown: %s version %d seed %d",
        place.position + 1, sitting.id, place.slug, place.version, place.seed,
    )  # fmt: skip
    page = {"about": about(sitting), "skip_url": address("skip", sitting, place), "key": uuid.uuid4()}
    if request.htmx:
        return HttpResponse(headers={"HX-Redirect": address("question", sitting, place)})
    return render(request, "practice/question/broken.html", page)
