"""The first run: whoever starts the site names the school and becomes its owner."""

from functools import partial
from itertools import groupby
from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from trailstone.people.actions import first_run as make_school
from trailstone.people.errors import Refused
from trailstone.people.queries import is_set_up
from trailstone.web.components.house_form import HouseForm, password_field, username_field

REGIONS = ("Africa", "America", "Antarctica", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")


def zones() -> list[tuple[Any, Any]]:
    """The time zones of the IANA database that are named after places, by region; UTC first."""
    named = sorted(name for name in available_timezones() if name.partition("/")[0] in REGIONS)
    groups = groupby(named, key=lambda name: name.partition("/")[0])
    places = [(region, [(name, _place(name)) for name in names]) for region, names in groups]
    return [("", _("Choose …")), ("UTC", "UTC"), *places]


def _place(name: str) -> str:
    return name.partition("/")[2].replace("_", " ").replace("/", " / ")


class FirstRun(HouseForm):
    school_name = forms.CharField(label=_("Name of the school"), max_length=80)
    time_zone = forms.ChoiceField(
        label=_("Time zone"), choices=zones, help_text=_("Due dates and weeks follow it.")
    )  # fmt: skip
    name = forms.CharField(
        label=_("Your name"),
        max_length=80,
        help_text=_("As learners see it, for example Ms Okafor."),
        widget=forms.TextInput({"autocomplete": "name"}),
    )
    username = username_field()
    password = password_field(
        fresh=True, help_text=_("At least 8 characters. Three words in a row are easy to remember.")
    )
    again = password_field(_("The same password again"), fresh=True)

    def clean_again(self) -> str:
        again = str(self.cleaned_data["again"])
        if again != self.cleaned_data.get("password"):
            raise forms.ValidationError(_("This is not the same password. Type both again."))
        return again


@sensitive_post_parameters("password", "again")
@require_http_methods(["GET", "POST"])
def first_run(request: HttpRequest) -> HttpResponse:
    """The form, once in the life of a site: afterwards the page does not exist."""
    if is_set_up():
        raise Http404
    form = FirstRun(request.POST or None)
    if form.is_valid():
        said = {name: value for name, value in form.cleaned_data.items() if name != "again"}
        try:
            make_school(at=timezone.now(), then=partial(login, request), **said)
            return redirect("dashboard")
        except Refused as why:
            form.add_error(None, why.message)
    return render(request, "entrance/first_run/page.html", {"form": form}, status=422 if form.is_bound else 200)
