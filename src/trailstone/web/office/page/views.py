"""Backups and health: what the owner of a school looks at, and the one button."""

import os
from datetime import datetime
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from trailstone.operate.backup import place
from trailstone.operate.backup.asked import folder_is_set
from trailstone.operate.backup.errors import Refused
from trailstone.operate.health import Health, health
from trailstone.operate.jobs import running
from trailstone.operate.trouble import span
from trailstone.people.models import Role
from trailstone.web.access import PageRequest, teacher_page
from trailstone.web.components.house_form import HouseForm

PAGE = "office/page/page.html"


class Folder(HouseForm):
    folder = forms.CharField(
        label=gettext_lazy("Folder for the backups"),
        max_length=500,
        help_text=gettext_lazy("The whole path on the computer that runs Trailstone, for example /media/stick/school."),
        widget=forms.TextInput({"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
    )


@require_http_methods(["GET", "POST"])
@teacher_page
def office(request: PageRequest) -> HttpResponse:
    """The page; a POST chooses the folder. For everybody but the owner the page does not exist."""
    _owner_only(request)
    form = Folder(request.POST or None)
    if form.is_valid():
        try:
            chosen = _choose(form.cleaned_data["folder"])
        except Refused as why:
            form.add_error("folder", str(why))
        else:
            messages.success(request, _("The next backup goes to %(folder)s.") % {"folder": chosen})
            return redirect("office")
    return _shown(request, PAGE, form)


@require_http_methods(["GET", "POST"])
@teacher_page
def backup(request: PageRequest) -> HttpResponse:
    """POST: back up now. GET: how far it is, for the card that asks every two seconds."""
    _owner_only(request)
    if request.method == "POST":
        now = timezone.now()
        running.plan(now)
        running.ask("backup", now)
    if not request.htmx:
        return redirect("office")
    return _shown(request, f"{PAGE}#backup", Folder())


def _owner_only(request: PageRequest) -> None:
    if request.user.role != Role.OWNER:
        raise Http404


def _choose(folder: str) -> str:
    if folder_is_set():
        raise Refused(_("The folder is set with TRAILSTONE_BACKUPS; it is changed there."))
    return str(place.choose(folder, data=settings.DATA, public=(settings.STATIC_ROOT, settings.HERE)))


def _shown(request: PageRequest, template: str, form: Folder) -> HttpResponse:
    now = timezone.now()
    site = health(dict(os.environ), now)
    with timezone.override(site.zone):  # nights are the school's
        return render(request, template, _page(site, form, now), status=422 if form.is_bound else 200)


def _page(found: Health, form: Folder, now: datetime) -> dict[str, Any]:
    asked = found.night is not None and (found.night.running or found.night.overdue)
    return {
        "form": form if form.is_bound else Folder(initial={"folder": str(found.folder)}),
        "site": found,
        "ago": span(now - found.made_at) if found.made_at else "",
        "busy": asked and not found.asleep,
        "journal_ago": _journal_ago(found, now),
    }


def _journal_ago(found: Health, now: datetime) -> str:
    upto = found.journal.upto if found.journal else ""
    return span(now - datetime.fromisoformat(upto)) if upto else ""
