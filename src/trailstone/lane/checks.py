"""Who may take the lane, and what every reply on it carries: the checks of the ordinary way that need no database.

A browser or a program sends the same cookies, host and token with every step of a minute. So what the checks say of
these, which follows from them and the settings alone, is kept.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cache, lru_cache
from typing import Final, cast

from csp.middleware import CSPMiddleware
from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.http.cookie import parse_cookie
from django.middleware.csrf import CsrfViewMiddleware
from django.middleware.security import SecurityMiddleware
from django.utils import timezone

from trailstone.people import passes
from trailstone.people.models import User
from trailstone.web.middleware import SchoolHeaders

Handler = Callable[[HttpRequest], HttpResponse]
Shown = Callable[[str, str, datetime], User | None]  # a pass, the key of its session, the time
KEPT: Final = 4096
LOOKED_AT: Final = {  # the headers that the checks look at -> what WSGI calls them
    name.encode(): f"HTTP_{name.upper().replace('-', '_')}"
    for name in (
        "host", "cookie", "origin", "referer", "x-csrftoken", "x-forwarded-host", "x-forwarded-port",
        "x-forwarded-proto",
    )
}  # fmt: skip


def holder(cookies: Mapping[str, str], shown: Shown = passes.holder) -> User | None:
    """Whose good pass is among the cookies, with the session it belongs to. ``shown``: as ``passes`` finds them."""
    if passes.COOKIE not in cookies:
        return None
    session_key = cookies.get(settings.SESSION_COOKIE_NAME, "")
    try:
        return shown(cookies[passes.COOKIE], session_key, timezone.now())
    except ValueError:  # no pass that we made
        return None


def is_ours(request: HttpRequest) -> bool:
    """Whether the host, TLS and the CSRF token are in order."""
    try:
        request.get_host()
    except SuspiciousOperation:
        return False
    if settings.SECURE_SSL_REDIRECT and not request.is_secure():
        return False
    csrf = CsrfViewMiddleware(_nothing)
    csrf.process_request(request)
    return csrf.process_view(request, _nothing, (), {}) is None


class Head(HttpRequest):
    """A POST of which nothing is known but what the checks look at; its token comes in a header."""

    def __init__(self, scheme: str, lines: tuple[tuple[bytes, bytes], ...]) -> None:
        super().__init__()
        self.method, self._scheme = "POST", scheme
        self.META = {"SERVER_NAME": "localhost", "SERVER_PORT": "80"}
        self.META |= {LOOKED_AT[name]: value.decode("latin1") for name, value in lines}
        self.COOKIES = parse_cookie(self.META.get("HTTP_COOKIE", ""))

    def _get_scheme(self) -> str:
        return self._scheme


@lru_cache(maxsize=KEPT)
def head_is_ours(scheme: str, lines: tuple[tuple[bytes, bytes], ...]) -> tuple[bool, Mapping[str, str]]:
    """``is_ours`` of a POST with these headers (those of ``LOOKED_AT``), and its cookies."""
    head = Head(scheme, lines)
    return is_ours(head), head.COOKIES


@cache
def headers() -> Mapping[str, str]:
    """What the ordinary way adds to every reply, made once by the same middleware."""
    dressed = cast(HttpResponse, SecurityMiddleware(CSPMiddleware(SchoolHeaders(_nothing)))(_plain()))
    return {name: value for name, value in dressed.headers.items() if name != "Content-Type"}


def _nothing(request: HttpRequest) -> HttpResponse:
    reply = HttpResponse(content_type="application/json")
    reply.headers["Vary"] = "Cookie, HX-Request"
    return reply


def _plain() -> HttpRequest:
    request = HttpRequest()
    request.META = {"SERVER_NAME": "localhost", "SERVER_PORT": "443", "HTTP_X_FORWARDED_PROTO": "https"}
    return request
