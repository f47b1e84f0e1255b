"""Who may open a page. What is not theirs does not exist: 404, never a hint that it is there."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, cast

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django_htmx.middleware import HtmxDetails

from trailstone.people.models import User

P = ParamSpec("P")


class PageRequest(HttpRequest):
    """A request by somebody who has signed in."""

    user: User
    htmx: HtmxDetails


Page = Callable[Concatenate[PageRequest, P], HttpResponse]
AnyPage = Callable[Concatenate[HttpRequest, P], HttpResponse]


def _page(allowed: Callable[[User], bool], *, new_password_first: bool = True) -> Callable[[Page[P]], AnyPage[P]]:
    def decorate(view: Page[P]) -> AnyPage[P]:
        @wraps(view)
        @login_required
        def page(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            user = cast(User, request.user)
            if not allowed(user):
                raise Http404
            if new_password_first and user.must_change_password:
                return redirect("new-password")
            return view(cast(PageRequest, request), *args, **kwargs)

        @wraps(view)
        def part_or_page(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            if cast(PageRequest, request).htmx and not request.user.is_authenticated:
                return HttpResponse(status=401)  # no sign-in page inside a page: the script goes there, and back
            return page(request, *args, **kwargs)

        return cast("AnyPage[P]", part_or_page)

    return decorate


def signed_in(view: Page[P]) -> AnyPage[P]:
    """For everybody who has signed in; others are sent to the sign-in page and back."""
    return _page(lambda user: True)(view)


def signed_in_even_before_a_new_password(view: Page[P]) -> AnyPage[P]:
    """As ``signed_in``, also for those who must choose a password of their own first: others send them here."""
    return _page(lambda user: True, new_password_first=False)(view)


def teacher_page(view: Page[P]) -> AnyPage[P]:
    """For teachers and the owner; for others the page does not exist."""
    return _page(lambda user: user.teaches)(view)
