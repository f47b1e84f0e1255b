"""The frame of a class's pages: whose class it is, and the side menu.

``room = frame.class_of(request, class_id)`` finds the class (404 when it is not the teacher's), and
``render(request, "...", frame.page_of(request, room, "goals") | {...})`` puts the menu beside the page.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404
from django.template.loader import render_to_string
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from trailstone.ids import NOBODY
from trailstone.people.models import Classroom
from trailstone.web.access import PageRequest
from trailstone.web.components.kept import drawn_once
from trailstone.web.components.people import initials
from trailstone.web.context import nav_of

Prepared = Callable[[QuerySet[Classroom]], QuerySet[Classroom]]
NAME: Final = "here-stands-the-name-of-the-class"
MARK: Final = "here-stand-the-letters-of-the-class"


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the menu. ``page`` is the name of an address with the class alone in it; "" for a mere heading."""

    label: Promise
    icon: str = ""
    page: str = ""


MENU: tuple[tuple[Entry, tuple[Entry, ...]], ...] = (
    (Entry(_("Overview"), "layout-dashboard", "class-overview"), ()),
    (
        Entry(_("Mastery goals"), "flag", "goals"),
        (
            Entry(_("Set goals"), page="placement"),
            Entry(_("The year"), page="roadmap"),
            Entry(_("Progress"), page="goals"),
        ),
    ),
    (
        Entry(_("Assignments"), "clipboard-list", "assignments"),
        (
            Entry(_("Assign work"), page="assign"),
            Entry(_("All assignments"), page="assignments"),
            Entry(_("Scores"), page="scores"),
        ),
    ),
    (
        Entry(_("Activity"), "activity", "activity"),
        (
            Entry(_("Activity overview"), page="activity"),
            Entry(_("Skills"), page="skills-report"),
            Entry(_("Mastery"), page="mastery-report"),
            Entry(_("Opportunities"), page="opportunities"),
            Entry(_("After a test"), page="checks"),
        ),
    ),
    (
        Entry(_("Learners"), "users", "roster"),
        (Entry(_("All learners"), page="roster"), Entry(_("Groups"), page="groups")),
    ),
    (Entry(_("See it as a learner"), "eye", "preview"), ()),
    (Entry(_("Class settings"), "settings", "class-settings"), ()),
)  # fmt: skip


def class_of(request: PageRequest, class_id: UUID, prepared: Prepared = lambda rooms: rooms) -> Classroom:
    """The class, when this person teaches it, archived or not; with its school loaded. Else 404. From here on moments
    are shown as the school's clocks show them.

    ``prepared``: what more is to come with it in the same statement.
    """
    room = prepared(request.user.taught_classes.select_related("school")).filter(pk=class_id).first()
    if room is None:
        raise Http404
    timezone.activate(room.school.time_zone)
    return room


def page_of(request: PageRequest, room: Classroom, page: str) -> dict[str, Any]:
    """What every page of the class hands to its template: ``room`` and ``nav`` with the side menu.

    ``page`` is the name of the entry that is open ("goals" also on a goal's own page).
    """
    bar = nav_of(request.user, reverse("dashboard"))
    return {"room": room, "nav": bar | {"side": {"html": _menu(room, page)}}}


def mark_of(name: str) -> str:
    """Two or three letters for a class: the word with a number in it ("8B" of "Maths 8B"), else its initials."""
    numbered = (word for word in name.split() if len(word) in (2, 3) and any(sign.isdigit() for sign in word))
    return next(numbered, initials(name))


def _menu(room: Classroom, page: str) -> SafeString:
    """The side menu: what every class has alike is kept, and the class's own is put in. Its name comes last, so that
    nothing is looked for in what somebody typed."""
    html = (
        _drawn(page, room.archived_at is not None)
        .replace(str(NOBODY), str(room.pk))
        .replace(MARK, escape(mark_of(room.name)))
    )
    return mark_safe(html.replace(NAME, escape(room.name)))  # noqa: S308 - a template's, and escaped words


@drawn_once(256)  # two of each page for each language; nothing in it is of a class or a person
def _drawn(page: str, archived: bool) -> SafeString:
    """The menu with NAME, MARK and NOBODY in the place of the class's name, letters and key."""
    side = {"label": _("Class"), "groups": _groups(page, archived)}
    return render_to_string("base/side.html", {"side": side})


def _groups(page: str, archived: bool) -> list[dict[str, Any]]:
    top = {
        "label": NAME,
        "small": _("Archived") if archived else _("Switch class"),
        "dot": MARK,
        "tint": "spruce",
        "href": reverse("dashboard"),
    }
    groups: list[dict[str, Any]] = [{"links": [top]}]
    for entry, below in MENU:
        groups.append({"links": _lines("" if below else page, entry), "gap": len(groups) == 1})
        groups.append({"links": _lines(page, *below), "sub": True})
    return [group for group in groups if group["links"]]


def _lines(page: str, *entries: Entry) -> list[dict[str, Any]]:
    found = [(entry, _address(entry.page)) for entry in entries]
    return [
        {"label": entry.label, "icon": entry.icon, "href": href, "current": entry.page == page}
        for entry, href in found
        if href
    ]


def _address(page: str) -> str:
    """The address of a page of the class NOBODY, or "" while the page is not built."""
    try:
        return reverse(page, args=[NOBODY])
    except NoReverseMatch:
        return ""
