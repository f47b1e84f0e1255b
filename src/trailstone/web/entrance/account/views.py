"""Account and reading settings; and the page for those who must choose a password of their own."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from trailstone.people.actions import change_name, change_password, choose_weekly_letter
from trailstone.people.errors import Refused
from trailstone.web.access import PageRequest, signed_in, signed_in_even_before_a_new_password
from trailstone.web.entrance.account.forms import Name, NewPassword, WeeklyLetter


@sensitive_post_parameters("old", "new", "again")
@require_http_methods(["GET", "POST"])
@signed_in
def account(request: PageRequest) -> HttpResponse:
    """Name, password, reading settings. One form at a time is sent; ``what`` says which."""
    what = request.POST.get("what", "")
    name = Name(request.POST if what == "name" else {"name": request.user.name})
    password = NewPassword(request.POST if what == "password" else None)
    letter = WeeklyLetter(request.POST if what == "letter" else None, initial=_letter_now(request))
    sent: dict[str, Callable[[], bool]] = {
        "name": lambda: _named(request, name),
        "letter": lambda: _lettered(request, letter),
    }
    if request.method == "POST" and sent.get(what, lambda: _changed(request, password))():
        return redirect("account")
    page: dict[str, Any] = {"name_form": name, "password_form": password, "letter_form": letter, "mail": settings.MAIL}
    return render(request, "entrance/account/page.html", page, status=422 if request.method == "POST" else 200)


@sensitive_post_parameters("old", "new", "again")
@require_http_methods(["GET", "POST"])
@signed_in_even_before_a_new_password
def new_password(request: PageRequest) -> HttpResponse:
    """For who got a password from somebody else: choose your own, then go on."""
    form = NewPassword(request.POST or None)
    if request.method == "POST" and _changed(request, form):
        return redirect("home")
    page = {"form": form}
    return render(request, "entrance/account/new_password.html", page, status=422 if form.is_bound else 200)


def _named(request: PageRequest, form: Name) -> bool:
    if not form.is_valid():
        return False
    try:
        change_name(user=request.user, name=form.cleaned_data["name"])
    except Refused as why:
        form.add_error("name", why.message)
        return False
    messages.success(request, _("Your name is changed."))
    return True


def _letter_now(request: PageRequest) -> dict[str, Any]:
    return {"email": request.user.email, "wanted": request.user.weekly_letter}


def _lettered(request: PageRequest, form: WeeklyLetter) -> bool:
    if not request.user.teaches or not settings.MAIL:
        raise Http404
    if not form.is_valid():
        return False
    try:
        choose_weekly_letter(user=request.user, **form.cleaned_data)
    except Refused as why:
        form.add_error("email", why.message)
        return False
    wanted = form.cleaned_data["wanted"]
    messages.success(request, _("You get the next one on Monday morning.") if wanted else _("You get no summary."))
    return True


def _changed(request: PageRequest, form: NewPassword) -> bool:
    if not form.is_valid():
        return False
    try:
        change_password(user=request.user, then=partial(update_session_auth_hash, request), **form.said)
    except Refused as why:
        form.add_error(None, why.message)
        return False
    messages.success(request, _("Your password is changed."))
    return True
