"""The steps of a question as the page's script sends them: the same views, by the holder of a pass."""

from collections.abc import Callable, Mapping
from uuid import UUID

from django.http import HttpResponse
from django_htmx.middleware import HtmxDetails

from trailstone.web.access import PageRequest
from trailstone.web.practice.question import steps

Way = Callable[[PageRequest, UUID, int], HttpResponse | None]


def _way(view: steps.Step) -> Way:
    def way(request: PageRequest, attempt_id: UUID, number: int) -> HttpResponse | None:
        request.htmx = HtmxDetails(request)
        if not request.htmx:
            return None
        reply = view(request, attempt_id, number)
        reply.headers.setdefault("Content-Length", str(len(reply.content)))
        return reply

    return way


WAYS: Mapping[str, Way] = {
    name: _way(view)
    for name, view in (
        ("answer", steps.take_answer),
        ("hint", steps.take_hint),
        ("solution", steps.take_solution),
        ("skip", steps.take_skip),
    )
}
