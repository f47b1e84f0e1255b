"""The middleware that sees every request: it counts, and writes a line where lines are wanted."""

import logging
import re
import time
import uuid
from collections.abc import Callable
from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from trailstone.operate import metrics
from trailstone.people.models import User

log = logging.getLogger("trailstone.request")
GIVEN_ID: Final = re.compile(r"[A-Za-z0-9_-]{8,64}")
METHODS: Final = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


class Watched:
    """First of all middlewares, so that what the others refuse is seen too."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.folder = settings.DATA / metrics.FOLDER
        self.lines = settings.LOG == "json"

    def __call__(self, request: HttpRequest) -> HttpResponse:
        began = time.perf_counter()
        response = self.get_response(request)
        seconds = time.perf_counter() - began
        method = (request.method or "") if request.method in METHODS else "other"
        metrics.METER.count((route_of(request), method, response.status_code), seconds, self.folder)
        if self.lines:
            self._line(request, response, method, seconds)
        return response

    def _line(self, request: HttpRequest, response: HttpResponse, method: str, seconds: float) -> None:
        request_id = id_of(request)
        about = {
            "request_id": request_id, "route": route_of(request), "method": method,
            "status": response.status_code, "ms": round(1000 * seconds, 1), "user": pseudonym_of(request),
        }  # fmt: skip
        response.headers.setdefault("X-Request-ID", request_id)
        log.info("request", extra={"about": about})


def route_of(request: HttpRequest) -> str:
    """The name of the address, never the address itself: a name has no ids and no codes in it."""
    match = request.resolver_match
    if match is None:
        return "static" if request.path_info.startswith(settings.STATIC_URL) else "none"
    return match.view_name or "none"


def id_of(request: HttpRequest) -> str:
    """The id a proxy gave the request, when it looks like one, else a new one."""
    given = request.headers.get("X-Request-ID", "")
    return given if GIVEN_ID.fullmatch(given) else uuid.uuid4().hex


def pseudonym_of(request: HttpRequest) -> str:
    """The id of who asked, empty for nobody. Nobody is looked up for the log's sake."""
    known = (request.__dict__.get(name) for name in ("_cached_user", "user"))
    return next((str(user.pk) for user in known if type(user) is User), "")
