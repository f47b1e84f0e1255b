"""The lane for the steps of a question: a signed pass in place of the session's and the account's rows.

It stands before the rest of the site and takes only what it can answer at once: a POST to one of the addresses in
``WAYS``, by the holder of a good pass, with the site's own CSRF token. Everything else, and every step that is refused
or fails, goes the ordinary way from the beginning; a step that was written meanwhile is known there by its key.
"""

import logging
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any, cast

from csp.middleware import CSPMiddleware
from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import CsrfViewMiddleware
from django.middleware.security import SecurityMiddleware
from django.urls import Resolver404, resolve
from django.utils import timezone

from trailstone.api import quick as api
from trailstone.people import passes
from trailstone.people.models import User
from trailstone.web.middleware import SchoolHeaders
from trailstone.web.practice.question import quick as web

Handler = Callable[[HttpRequest], HttpResponse]
Way = Callable[..., HttpResponse | None]  # request, attempt_id, number; None: the ordinary way

WAYS: Mapping[str, Way] = {
    **{f"api:{name}": way for name, way in api.WAYS.items()},
    **web.WAYS,
}
GIVEN_AT = ("/practice/", "/api/v1/attempts")  # where a pass will be of use soon
log = logging.getLogger(__name__)


class Lane:
    """The middleware."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response
        self._csrf = CsrfViewMiddleware(get_response)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        quick = self._quick(request) if request.method == "POST" and passes.COOKIE in request.COOKIES else None
        if quick is not None:
            for name, value in self._headers.items():
                quick.headers.setdefault(name, value)
            return quick
        response = self.get_response(request)
        if request.path_info.startswith(GIVEN_AT):
            _give(request, response)
        return response

    def _quick(self, request: HttpRequest) -> HttpResponse | None:
        """The reply to a step that could be taken here and now."""
        learner = _holder(request)
        way = _way(request) if learner else None
        if learner is None or way is None or not self._from_our_pages(request):
            return None
        request.user = learner
        try:
            found = way(request, **request.resolver_match.kwargs) if request.resolver_match else None
        except (OperationalError, InterfaceError):  # the database is out: waiting for it a second time helps nobody
            raise
        except Exception as why:  # whatever it is, the ordinary way says it in full
            log.debug("a step goes the ordinary way: %r", why)
            return None
        return found

    def _from_our_pages(self, request: HttpRequest) -> bool:
        """The checks of the ordinary way that need no database: the host, TLS, the CSRF token."""
        try:
            request.get_host()
        except SuspiciousOperation:
            return False
        if settings.SECURE_SSL_REDIRECT and not request.is_secure():
            return False
        self._csrf.process_request(request)
        return self._csrf.process_view(request, self.get_response, (), {}) is None

    @cached_property
    def _headers(self) -> Mapping[str, str]:
        """What the ordinary way adds to every reply, made once by the same middleware."""

        def nothing(request: HttpRequest) -> HttpResponse:
            reply = HttpResponse(content_type="application/json")
            reply.headers["Vary"] = "Cookie, HX-Request"
            return reply

        dressed = cast(HttpResponse, SecurityMiddleware(CSPMiddleware(SchoolHeaders(nothing)))(_plain()))
        return {name: value for name, value in dressed.headers.items() if name != "Content-Type"}


def _plain() -> HttpRequest:
    request = HttpRequest()
    request.META = {"SERVER_NAME": "localhost", "SERVER_PORT": "443", "HTTP_X_FORWARDED_PROTO": "https"}
    return request


def _holder(request: HttpRequest) -> User | None:
    session_key = request.COOKIES.get(settings.SESSION_COOKIE_NAME, "")
    try:
        return passes.holder(request.COOKIES[passes.COOKIE], session_key, timezone.now())
    except ValueError:  # no pass that we made
        return None


def _way(request: HttpRequest) -> Way | None:
    try:
        request.resolver_match = resolve(request.path_info)
    except Resolver404:
        return None
    return WAYS.get(request.resolver_match.view_name)


def _give(request: HttpRequest, response: HttpResponse) -> None:
    """A pass for somebody whose session and account were looked at for this reply, when theirs is missing or old."""
    user: Any = getattr(request, "_cached_user", None)  # set when Django's middleware has read the account
    session = getattr(request, "session", None)
    now = timezone.now()
    if not isinstance(user, User) or session is None or session.session_key is None:
        return
    if 0 <= passes.age(request.COOKIES.get(passes.COOKIE, ""), now) < passes.RENEW:
        return
    response.set_cookie(
        passes.COOKIE, passes.issued(user, session.session_key, now), max_age=passes.SECONDS, httponly=True,
        samesite="Lax", secure=settings.SESSION_COOKIE_SECURE,
    )  # fmt: skip
