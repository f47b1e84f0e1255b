"""Pages for when something went wrong. Each says what is kept and has one way on."""

import sys

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views import defaults

from trailstone.web import outage
from trailstone.web.components.reading import COOKIE, from_cookie


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: the request makes no sense. 503 when its session could not be saved, which Django takes for one deleted."""
    if outage.is_outage(exception):
        return outage.reply(request)
    return HttpResponse(render_to_string("400.html", _reading(request)), status=400)


def not_allowed(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403."""
    return defaults.permission_denied(request, exception)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404."""
    return defaults.page_not_found(request, exception)


def broken(request: HttpRequest) -> HttpResponse:
    """500, without the session, the user or the database: one of them may be what broke. 503 when they just refused."""
    if outage.is_outage(sys.exc_info()[1]):
        return outage.reply(request)
    return HttpResponse(render_to_string("500.html", _reading(request)), status=500)


def _reading(request: HttpRequest) -> dict[str, object]:
    return {"reading": from_cookie(request.COOKIES.get(COOKIE, ""))}
