"""The lane of the pages: a middleware that takes the steps a page's script sends."""

import logging
from collections.abc import Callable, Mapping
from typing import Any

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve
from django.utils import timezone

from trailstone.lane.checks import Handler, headers, holder, is_ours
from trailstone.lane.out import out_already
from trailstone.people import passes
from trailstone.people.models import User
from trailstone.web.practice.question import quick

Way = Callable[..., HttpResponse | None]  # request, attempt_id, number; None: the ordinary way
WAYS: Mapping[str, Way] = quick.WAYS
GIVEN_AT = ("/practice/", "/api/v1/attempts")  # where a pass will be of use soon
log = logging.getLogger(__name__)


class Lane:
    """The middleware."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        out_already(request)
        taken = self._quick(request) if request.method == "POST" else None
        if taken is not None:
            for name, value in headers().items():
                taken.headers.setdefault(name, value)
            return taken
        response = self.get_response(request)
        if request.path_info.startswith(GIVEN_AT):
            _give(request, response)
        return response

    def _quick(self, request: HttpRequest) -> HttpResponse | None:
        """The reply to a step that could be taken here and now."""
        way = _way(request)
        learner = holder(request.COOKIES) if way else None
        if learner is None or way is None or not is_ours(request):
            return None
        request.user = learner
        try:
            return way(request, **request.resolver_match.kwargs) if request.resolver_match else None
        except (OperationalError, InterfaceError):  # the database is out: waiting for it a second time helps nobody
            raise
        except Exception as why:  # whatever it is, the ordinary way says it in full
            log.debug("a step goes the ordinary way: %r", why)
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
