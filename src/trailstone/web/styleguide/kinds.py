"""Every kind of answer that is drawn or put together, to be tried: what is sent comes back graded. Stores nothing."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from exercises import NOT_GRADABLE, RIGHT, Response, grade
from trailstone.practice.questions import heard
from trailstone.web.practice.answers import given, right_answer, right_figure
from trailstone.web.practice.question.control import control
from trailstone.web.styleguide.samples import SAMPLES


@require_GET
def kinds(request: HttpRequest, name: str) -> HttpResponse:
    """One sample question with what was answered in the address, e.g. ``?x1=0&y1=-1&x2=1&y2=1``."""
    if not settings.DEBUG or name not in SAMPLES:
        raise Http404
    asked = SAMPLES[name]
    sent: Response = {key: request.GET.getlist(key) if key == "choices" else request.GET[key] for key in request.GET}
    response = heard(asked, sent)
    verdict = grade(asked, response) if response else None
    done = bool(verdict) and verdict is not None and verdict.mark is RIGHT
    mood = "" if verdict is None else "info" if verdict.mark is NOT_GRADABLE else "ok" if done else "retry"
    page = {
        "names": SAMPLES,
        "name": name,
        "asked": asked,
        "verdict": verdict,
        "mood": mood,
        "control": control(asked, response, mood if mood in ("ok", "retry") else "", done=done),
        "given": given(asked, response) if verdict else None,
        "right": right_answer(asked),
        "right_figure": right_figure(asked),
        "focus": "answer",
    }
    return render(request, "styleguide/kinds.html", page)
