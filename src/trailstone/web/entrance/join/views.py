"""Joining a class with the code from the board."""

from functools import partial
from typing import Any

from django import forms
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from trailstone.people import codes, queries
from trailstone.people.actions import join_as_new_learner, join_by_code
from trailstone.people.errors import Refused
from trailstone.people.models import Classroom, User
from trailstone.web.components.house_form import NAME, HouseForm, password_field, username_field
from trailstone.web.entrance.join.guesses import Paused, class_of


class Code(HouseForm):
    code = forms.CharField(
        label=_("Class code"),
        max_length=40,
        help_text=_("8 letters and digits from your teacher, for example 7KQM\N{NO-BREAK SPACE}2RXV."),
        widget=forms.TextInput(
            NAME | {"autocapitalize": "characters", "autocomplete": "off", "autofocus": "autofocus"}
        ),
    )


class Newcomer(HouseForm):
    name = forms.CharField(
        label=_("Your name"),
        max_length=80,
        help_text=_("First and last name, as your teacher knows you."),
        widget=forms.TextInput({"autocomplete": "name"}),
    )
    username = username_field()
    password = password_field(
        fresh=True, help_text=_("At least 8 characters. Three words in a row are easy to remember.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].help_text = _("Small letters and dots, for example amina.karimi.")


@require_http_methods(["GET", "POST"])
def join(request: HttpRequest) -> HttpResponse:
    """Ask for the code; a code that opens a class leads on to it. A login card's address may bring it (``?code=``)."""
    typed = request.POST.get("code") or request.GET.get("code")
    form = Code({"code": typed} if typed or request.method == "POST" else None)
    if form.is_valid():
        try:
            return redirect("join-code", code=_class(request, form.cleaned_data["code"]).code)
        except Refused as why:
            return _ask_again(request, form, why, 422)
    return render(request, "entrance/join/page.html", {"form": form}, status=422 if form.is_bound else 200)


@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def join_code(request: HttpRequest, code: str) -> HttpResponse:
    """The class behind the code: join it as who you are, or make an account first."""
    try:
        room = _class(request, code)
    except Refused as why:
        return _ask_again(request, Code({"code": code}), why, 404)
    if isinstance(request.user, User):
        return _join_as(request, request.user, room)
    return _join_anew(request, room)


def _class(request: HttpRequest, code: str) -> Classroom:
    return class_of(code, request.META.get("REMOTE_ADDR", ""), timezone.now())


def _ask_again(request: HttpRequest, form: Code, why: Refused, status: int) -> HttpResponse:
    form.add_error("code", why.message)
    status = 429 if isinstance(why, Paused) else status
    return render(request, "entrance/join/page.html", {"form": form}, status=status)


def _join_as(request: HttpRequest, learner: User, room: Classroom) -> HttpResponse:
    refused = ""
    if request.method == "POST":
        try:
            join_by_code(learner=learner, code=room.code, at=timezone.now())
            return redirect("class-page", class_id=room.pk)
        except Refused as why:
            refused = why.message
    page = _page(room) | {"refused": refused}
    return render(request, "entrance/join/signed_in.html", page, status=422 if refused else 200)


def _join_anew(request: HttpRequest, room: Classroom) -> HttpResponse:
    form = Newcomer(request.POST or None)
    if form.is_valid():
        try:
            join_as_new_learner(code=room.code, at=timezone.now(), then=partial(login, request), **form.cleaned_data)
            return redirect("class-page", class_id=room.pk)
        except Refused as why:
            form.add_error(None, why.message)
    page = _page(room) | {"form": form}
    return render(request, "entrance/join/newcomer.html", page, status=422 if form.is_bound else 200)


def _page(room: Classroom) -> dict[str, Any]:
    return {"room": room, "teachers": queries.teacher_names(room), "code": codes.spaced(room.code)}
