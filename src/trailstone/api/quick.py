"""The steps of a question without Ninja's way there and back: the same functions, the same shapes, the same bytes.

Whatever is not in order (a body that does not fit, a step that is refused) is left to Ninja, by raising.
"""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from ninja.renderers import JSONRenderer

from trailstone.api import attempts
from trailstone.api.access import Asker
from trailstone.api.shapes.attempts import AnswerIn, StepIn

Way = Callable[[Asker, UUID | str, int], HttpResponse]
_RENDERER = JSONRenderer()


def _way(shape: type[StepIn], do: Callable[..., Any]) -> Way:
    def way(request: Asker, attempt_id: UUID | str, number: int) -> HttpResponse:
        own = UUID(str(attempt_id))  # Ninja's addresses leave making a UUID of it to Ninja
        reply = do(request, own, number, shape.model_validate_json(request.body))
        body = _RENDERER.render(request, reply, response_status=200).encode()
        headers = {"Content-Type": "application/json; charset=utf-8", "Content-Length": str(len(body))}
        return HttpResponse(body, headers=headers)

    return way


WAYS: Mapping[str, Way] = {
    "answer": _way(AnswerIn, attempts.answer),
    "hint": _way(StepIn, attempts.hint),
    "solution": _way(StepIn, attempts.solution),
    "skip": _way(StepIn, attempts.skip),
}
