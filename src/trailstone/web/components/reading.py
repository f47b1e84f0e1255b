"""What a reader may choose about the look of pages; kept in the account and in a cookie for the first paint."""

import json
from collections.abc import Mapping
from typing import TypeVar
from urllib.parse import quote, unquote

from django.http import HttpResponse
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from trailstone.web.components.kept import kept, kept_around

Response = TypeVar("Response", bound=HttpResponse)

COOKIE = "reading"
A_YEAR = 365 * 24 * 3600
CHOICES: dict[str, tuple[tuple[str, Promise | str], ...]] = {
    "theme": (
        ("auto", _("As my device")),
        ("light", _("Light")),
        ("dark", _("Dark")),
        ("contrast", _("High contrast")),
    ),
    "text": (("100", "100%"), ("115", "115%"), ("130", "130%"), ("150", "150%")),
    "font": (("atkinson", "Atkinson"), ("dyslexia", "OpenDyslexic"), ("system", _("My device's"))),
    "spacing": (("normal", _("Normal")), ("wide", _("Wide"))),
    "motion": (("auto", _("As my device")), ("off", _("Off"))),
    "keys": (("on", _("On")), ("off", _("Off"))),
}


def menu(settings: Mapping[str, str], token: object) -> SafeString:
    """The menu at these settings; its form carries the page's ``token``, if it has one (error pages have none)."""
    told = {name: settings.get(name, "") for name in CHOICES}
    if not token or token == "NOTPROVIDED":  # noqa: S105 what Django says in its place
        return kept("base/reading.html", **told)
    return kept_around("csrf_token", token, "base/reading.html", **told)


def chosen(values: Mapping[str, object]) -> dict[str, str]:
    """The settings in ``values`` that are ours and allowed; everything else is left out."""
    return {
        name: str(values[name])
        for name, choices in CHOICES.items()
        if name in values and str(values[name]) in dict(choices)
    }


def from_cookie(text: str) -> dict[str, str]:
    """The settings in the cookie's text; none when it is not ours."""
    try:
        values = json.loads(unquote(text))
    except ValueError:
        return {}
    return chosen(values) if isinstance(values, dict) else {}


def keep_cookie(response: Response, settings: Mapping[str, str], *, secure: bool) -> Response:
    """The response, with the settings in the cookie that the first paint of the next page goes by (scripts read it)."""
    value = quote(json.dumps(dict(settings), separators=(",", ":")))
    response.set_cookie(COOKIE, value, max_age=A_YEAR, samesite="Lax", secure=secure)
    return response
