"""The middleware that sees every request: it counts, and writes a line where lines are wanted."""

import logging
import re
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Protocol

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

    def __call__(self, request: HttpRequest) -> HttpResponse:
        began = time.perf_counter()
        response = self.get_response(request)
        seconds = time.perf_counter() - began
        method = (request.method or "") if request.method in METHODS else "other"
        seen = Seen(method, route_of(request), response.status_code, seconds, pseudonym_of(request))
        note(seen, response.headers, request.headers.get("X-Request-ID", ""))
        return response


@dataclass(frozen=True, slots=True)
class Seen:
    """A request that was answered: which route, how, in how many seconds, and the pseudonym of who asked."""

    method: str
    route: str
    status: int
    seconds: float
    user: str


class Headers(Protocol):
    """The headers of a reply, as Django keeps them or as a dictionary."""

    def setdefault(self, key: str, value: str, /) -> object: ...


def note(seen: Seen, headers: Headers, given_id: str) -> None:
    """Count a request; where lines are wanted, write one and give the reply the request's id."""
    metrics.METER.count((seen.route, seen.method, seen.status), seen.seconds, settings.DATA)
    if settings.LOG != "json":
        return
    request_id = id_of(given_id)
    about = {
        "request_id": request_id, "route": seen.route, "method": seen.method, "status": seen.status,
        "ms": round(1000 * seen.seconds, 1), "user": seen.user,
    }  # fmt: skip
    headers.setdefault("X-Request-ID", request_id)
    log.info("request", extra={"about": about})


def route_of(request: HttpRequest) -> str:
    """The name of the address, never the address itself: a name has no ids and no codes in it."""
    match = request.resolver_match
    if match is None:
        return "static" if request.path_info.startswith(settings.STATIC_URL) else "none"
    return match.view_name or "none"


def id_of(given: str) -> str:
    """The id a proxy gave the request, when it looks like one, else a new one."""
    return given if GIVEN_ID.fullmatch(given) else uuid.uuid4().hex


def pseudonym_of(request: HttpRequest) -> str:
    """The id of who asked, empty for nobody. Nobody is looked up for the log's sake."""
    known = (request.__dict__.get(name) for name in ("_cached_user", "user"))
    return next((str(user.pk) for user in known if type(user) is User), "")
