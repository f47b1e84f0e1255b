"""What goes for every page of the site: its headers, and that its clocks are its own."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

Handler = Callable[[HttpRequest], HttpResponse]


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
