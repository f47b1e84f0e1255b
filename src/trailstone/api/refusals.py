"""Every refusal as ``{"detail": sentence}`` with its status: 401, 403, 404, 409 or 422."""

from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from trailstone.people import errors as people
from trailstone.practice import errors as practice

NOTHING = "There is nothing here for you."
SIGN_IN = "Sign in first: the API uses the session of the site."
UNCHECKED = "CSRF check Failed"  # as Ninja says it
STALE = "Send the token that /api/v1/me gives as the header X-CSRFToken, with the session it came with."

STATUSES: Mapping[type[Exception], int] = {
    practice.Refused: 422,
    practice.Conflict: 409,
    practice.NotFound: 404,
    people.Refused: 422,
    people.OutOfReach: 404,
}


def install(api: NinjaAPI) -> None:
    """Let ``api`` answer every refusal in words. (Its types let a handler be given the class too: hence Any.)"""

    def say(request: HttpRequest, sentence: str, status: int) -> HttpResponse:
        return api.create_response(request, {"detail": sentence}, status=status)

    def refuse(request: HttpRequest, error: Any) -> HttpResponse:
        return say(request, str(error), next(STATUSES[kind] for kind in type(error).__mro__ if kind in STATUSES))

    def http(request: HttpRequest, error: Any) -> HttpResponse:
        return say(request, STALE if str(error) == UNCHECKED else str(error), error.status_code)

    for kind in STATUSES:
        api.add_exception_handler(kind, refuse)
    api.add_exception_handler(HttpError, http)
    api.add_exception_handler(Http404, lambda request, error: say(request, NOTHING, 404))
    api.add_exception_handler(AuthenticationError, lambda request, error: say(request, SIGN_IN, 401))
    api.add_exception_handler(ValidationError, lambda request, error: say(request, _told(error), 422))


def _told(error: Any) -> str:
    """What is wrong with the first field that is, in a sentence."""
    first = error.errors[0]
    field = ".".join(str(part) for part in first["loc"][1:] if part != "body") or "the body"
    return f"Look at {field}: {first['msg'][:1].lower()}{first['msg'][1:]}."
