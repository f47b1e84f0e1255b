"""Who may open a page. What is not theirs does not exist: 404, never a hint that it is there."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, cast

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django_htmx.middleware import HtmxDetails

from trailstone.people.models import User

P = ParamSpec("P")


class PageRequest(HttpRequest):
    """A request by somebody who has signed in."""

    user: User
    htmx: HtmxDetails


Page = Callable[Concatenate[PageRequest, P], HttpResponse]
AnyPage = Callable[Concatenate[HttpRequest, P], HttpResponse]


def _page(allowed: Callable[[User], bool]) -> Callable[[Page[P]], AnyPage[P]]:
    def decorate(view: Page[P]) -> AnyPage[P]:
        @wraps(view)
        @login_required
        def page(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            if not allowed(cast(User, request.user)):
                raise Http404
            return view(cast(PageRequest, request), *args, **kwargs)

        return cast("AnyPage[P]", page)

    return decorate


def signed_in(view: Page[P]) -> AnyPage[P]:
    """For everybody who has signed in; others are sent to the sign-in page and back."""
    return _page(lambda user: True)(view)


def teacher_page(view: Page[P]) -> AnyPage[P]:
    """For teachers and the owner; for others the page does not exist."""
    return _page(lambda user: user.teaches)(view)
