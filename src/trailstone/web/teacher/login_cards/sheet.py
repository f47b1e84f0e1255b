"""The sheet of login cards: shown once, to be printed and cut."""

from collections.abc import Sequence
from functools import lru_cache

import segno
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from trailstone.people.cards import Card
from trailstone.people.codes import spaced
from trailstone.people.models import Classroom
from trailstone.people.names import PastedName
from trailstone.web.access import PageRequest


def show(
    request: PageRequest,
    room: Classroom,
    cards: Sequence[Card],
    left_out: Sequence[PastedName] = (),
    *,
    fresh: bool = False,
) -> HttpResponse:
    """The cards of the class, to print now: nobody can read the passwords again.

    ``left_out``: pasted lines that gave no account. ``fresh``: the class has just been opened.
    """
    site = request.build_absolute_uri(reverse("home"))
    page = {"room": room, "cards": cards, "left_out": left_out, "fresh": fresh}
    signs = {"site": site.partition("://")[2].rstrip("/"), "qr": qr(site), "code": spaced(room.code)}
    return render(request, "teacher/login_cards/page.html", page | signs)


@lru_cache(64)
def qr(address: str) -> SafeString:
    """The address as a QR code: an SVG without scripts or styles."""
    drawn = segno.make_qr(address, error="m").svg_inline(omitsize=True, border=1, svgclass=None, lineclass=None)
    return mark_safe(drawn)  # noqa: S308 - segno draws paths from numbers; the address is not in them
