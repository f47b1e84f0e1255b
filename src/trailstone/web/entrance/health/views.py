"""Is the site alive, and can it work? For whatever watches the server."""

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from trailstone.people.queries import is_set_up

PLAIN = "text/plain; charset=utf-8"


@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """200 while the process answers; the database is not asked."""
    return HttpResponse("ok\n", content_type=PLAIN)


@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """200 when the database answers and has its tables, else 503 with a sentence."""
    try:
        is_set_up()
    except DatabaseError:
        return HttpResponse("The database does not answer, or its tables are missing.\n", PLAIN, 503)
    return HttpResponse("ready\n", content_type=PLAIN)
