"""What goes for every page of the site: its headers, and that its clocks are its own; and what asks for no page."""

from collections.abc import Callable
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.urls import resolve
from django.utils import timezone

Handler = Callable[[HttpRequest], HttpResponse]
PROBES: Final = frozenset({"/healthz", "/readyz"})


class Probes:
    """Who only asks whether the site is well asks a container by its address: the site answers that by any name.

    The replies are the same for everybody and lead nowhere, so no name in them can be forged.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info not in PROBES:
            return self.get_response(request)
        request.resolver_match = match = resolve(request.path_info)
        response: HttpResponse = match.func(request, *match.args, **match.kwargs)
        return response


class SchoolHeaders:
    """Nothing personal is kept by browsers or proxies, and pages that differ for htmx say so."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Cache-Control", "no-store")
        response.headers.setdefault("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
        if response.headers.get("Content-Type", "").startswith("text/html"):
            vary = response.headers.get("Vary", "")
            response.headers["Vary"] = f"{vary}, HX-Request" if vary else "HX-Request"
        return response


class Clocks:
    """The clocks of a page (``teacher.frame.class_of``) end with it: the thread's next page may be another school's."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with timezone.override(None):
            return self.get_response(request)
