"""Signing in with a user name and a password."""

from typing import Any

from django.contrib.auth import authenticate, login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from trailstone.people.models import User
from trailstone.people.queries import is_set_up
from trailstone.web.components.house_form import HouseForm, password_field, username_field
from trailstone.web.components.reading import keep_cookie
from trailstone.web.entrance.safe_next import asked_for, way_on
from trailstone.web.entrance.sign_in.guesses import Tries

NO_MATCH = _("This user name and password do not belong together. Look at your login card, or ask your teacher.")
PAUSED = _("That was one try too many. Wait five minutes, then try again. Your teacher can give you a new login card.")


class SignIn(HouseForm):
    username = username_field(autofocus="autofocus")
    password = password_field()

    def __init__(self, *args: Any, address: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.address = address
        self.user: User | None = None

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if {"username", "password"} <= said.keys():
            self._look_up(said["username"], said["password"])
        return said

    def _look_up(self, username: str, password: str) -> None:
        tries = Tries(username, self.address, timezone.now())
        if tries.paused:
            return self.add_error(None, str(PAUSED))
        # For a name that nobody has, Django hashes all the same: both take as long.
        self.user = authenticate(username=username, password=password)
        if self.user is None:
            tries.wrong()
            return self.add_error(None, str(NO_MATCH))
        return tries.right()


@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """The form; signed in, on to the page asked for."""
    if request.user.is_authenticated:
        return redirect(way_on(request))
    form = SignIn(request.POST or None, address=request.META.get("REMOTE_ADDR", ""))
    if form.is_valid() and form.user is not None:
        login(request, form.user)
        return keep_cookie(redirect(way_on(request)), form.user.reading, secure=request.is_secure())
    if request.method == "GET" and not is_set_up():
        return redirect("first-run")
    page = {"form": form, "next": asked_for(request)}
    return render(request, "entrance/sign_in/page.html", page, status=422 if form.is_bound else 200)
