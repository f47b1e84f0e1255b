"""Who may look at answers: the owner, and whoever develops on their own computer."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse

from trailstone.people.models import Role

P = ParamSpec("P")
Page = Callable[Concatenate[HttpRequest, P], HttpResponse]


def authors_page(view: Page[P]) -> Page[P]:
    """For the owner, and for everybody while ``TRAILSTONE_DEBUG`` is on; for others the page does not exist."""

    @wraps(view)
    def page(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if not settings.DEBUG and getattr(request.user, "role", None) != Role.OWNER:
            raise Http404
        return view(request, *args, **kwargs)

    return page
