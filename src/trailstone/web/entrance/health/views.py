"""Is the site alive, and can it work? For whatever watches the server."""

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from trailstone.operate.upgrading import is_up_to_date

PLAIN = "text/plain; charset=utf-8"


@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """200 while the process answers; the database is not asked."""
    return HttpResponse("ok\n", content_type=PLAIN)


@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """200 when the database answers and is of this version, else 503 with a sentence."""
    try:
        ready = is_up_to_date()
    except DatabaseError:
        return HttpResponse("The database does not answer.\n", PLAIN, 503)
    if not ready:
        return HttpResponse("The database waits for its update: trailstone upgrade.\n", PLAIN, 503)
    return HttpResponse("ready\n", content_type=PLAIN)
