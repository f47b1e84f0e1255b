"""The front door: everybody is sent to the page that is theirs."""

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from trailstone.people.models import Role, User
from trailstone.people.queries import is_set_up

DOORS: Final = {
    Role.LEARNER: "learner-home",
    Role.TEACHER: "dashboard",
    Role.OWNER: "dashboard",
    Role.DISTRICT: "district",
}


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Teachers to their classes, learners to their trail, others to the sign-in page or, the first time, to set-up."""
    return redirect(door_of(request.user) if isinstance(request.user, User) else _outside())


def door_of(user: User) -> str:
    """The name of the page where this person begins."""
    if user.must_change_password:
        return "new-password"
    return DOORS[Role(user.role)]


def _outside() -> str:
    return "sign-in" if is_set_up() else "first-run"
