"""Reading settings: kept in the cookie for everybody, and on the account of who is signed in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from trailstone.people.actions import save_reading
from trailstone.people.models import User
from trailstone.web.components.reading import chosen, keep_cookie
from trailstone.web.context import reading_of
from trailstone.web.entrance.safe_next import way_on


@require_POST
def reading(request: HttpRequest) -> HttpResponse:
    """Keep what was chosen (other settings stay); scripts get an empty reply, forms go back to their page."""
    settings = reading_of(request) | chosen(request.POST.dict())
    if isinstance(request.user, User):
        save_reading(user=request.user, settings=settings)
    quiet = request.headers.get("Sec-Fetch-Mode") not in (None, "navigate")
    response = HttpResponse(status=204) if quiet else redirect(way_on(request))
    return keep_cookie(response, settings, secure=request.is_secure())
