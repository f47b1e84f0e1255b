"""What the frame around every page needs."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from trailstone.operate.trouble import trouble
from trailstone.people.models import Role, User
from trailstone.web.components.reading import COOKIE, from_cookie

Link = tuple[Promise, str, str]  # words, icon, name of the address
FOR_TEACHERS: tuple[Link, ...] = (
    (_("My classes"), "school", "dashboard"),
    (_("Courses"), "library-big", "courses"),
)
FOR_OWNERS: tuple[Link, ...] = (
    (_("Teachers"), "user-plus", "teachers"),
    (_("Backups and health"), "shield-check", "office"),
    (_("Reported questions"), "info", "problems"),
    (_("How questions do"), "activity", "question-health"),
)
AND_OWNERS: tuple[Link, ...] = ((_("School"), "chart-column", "school"),)
FOR_DISTRICT: tuple[Link, ...] = (
    (_("District"), "chart-column", "district"),
    (_("Courses"), "library-big", "courses"),
)
FOR_LEARNERS: tuple[Link, ...] = (
    (_("Home"), "house", "learner-home"),
    (_("My progress"), "chart-column", "my-progress"),
    (_("Explore"), "library-big", "courses"),
)
BAR: Mapping[Role, tuple[Link, ...]] = {
    Role.LEARNER: FOR_LEARNERS,
    Role.TEACHER: FOR_TEACHERS,
    Role.OWNER: (*FOR_TEACHERS, *AND_OWNERS),
    Role.DISTRICT: FOR_DISTRICT,
}


AS_TEACHERS = ("office", "leader")  # groups that look like the teachers' pages
GROUPS = ("entrance", "learner", "practice", "teacher")  # of pages; each has a sheet of its own


def frame(request: HttpRequest) -> dict[str, Any]:
    """The reader's settings (theme, text size, ...) for the first paint, the links of the bar by role, the sheets.

    A page that has a side menu hands in a ``nav`` of its own, made with ``nav_of``.
    """
    return {
        "reading": reading_of(request),
        "nav": nav_of(getattr(request, "user", None), request.path),
        "sheets": sheets_of(request),
        "trouble": trouble_of(getattr(request, "user", None), request.path),
    }


def trouble_of(user: object, path: str) -> str:
    """What the owner has to hear on every page but the one that tells it anyway. Others hear nothing."""
    if not (isinstance(user, User) and user.role == Role.OWNER) or path == _address("office"):
        return ""
    return trouble(settings.DATA, timezone.now())


def sheets_of(request: HttpRequest) -> list[str]:
    """The style sheets a page needs beside that of all pages: those of its group; all for pages of no group."""
    match = request.resolver_match
    group = match.func.__module__.split(".")[2:3] if match else []
    group = ["teacher"] if group and group[0] in AS_TEACHERS else group
    return [f"built/{name}.css" for name in GROUPS if [name] == group or group == ["styleguide"]]


def reading_of(request: HttpRequest) -> dict[str, str]:
    """The settings on the account; without any, those in the cookie."""
    user = getattr(request, "user", None)
    saved = user.reading if isinstance(user, User) else {}
    return dict(saved) or from_cookie(request.COOKIES.get(COOKIE, ""))


def nav_of(user: object, path: str = "") -> dict[str, Any]:
    """The links of the bar for somebody; ``path`` is the page that is open."""
    if not isinstance(user, User):
        return {}
    rows = BAR[Role(user.role)]
    menu = FOR_OWNERS if user.role == Role.OWNER else ()
    return {"links": _shown(rows, path), "menu": _shown(menu, path), "role": user.get_role_display()}


def _shown(rows: tuple[Link, ...], path: str) -> list[dict[str, Any]]:
    found = [(label, icon, _address(name)) for label, icon, name in rows]
    return [{"label": a, "icon": b, "href": href, "current": href == path} for a, b, href in found if href]


def _address(name: str) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""
