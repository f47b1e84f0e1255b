"""``/metrics`` for Prometheus: figures of the site, and of nobody in it."""

import hmac

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from trailstone.operate.figures import figures

TEXT = "text/plain; version=0.0.4; charset=utf-8"
HERE = ("127.0.0.1", "::1")
# A proxy on this computer asks from here too, and for the whole world. It says so.
THROUGH_A_PROXY = ("X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "X-Real-Ip", "Forwarded", "Via")


@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """For programs on this computer, and for whoever sends TRAILSTONE_METRICS_TOKEN; else the page does not exist."""
    if not (_from_here(request) or _knows_the_token(request)):
        raise Http404
    return HttpResponse("\n".join(figures(timezone.now())) + "\n", content_type=TEXT)


def _from_here(request: HttpRequest) -> bool:
    near = request.META.get("REMOTE_ADDR") in HERE
    return near and not any(name in request.headers for name in THROUGH_A_PROXY)


def _knows_the_token(request: HttpRequest) -> bool:
    said = request.headers.get("Authorization", "").removeprefix("Bearer ")
    return bool(settings.METRICS_TOKEN) and hmac.compare_digest(said.encode(), settings.METRICS_TOKEN.encode())
