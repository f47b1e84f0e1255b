"""Dates as people say them."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

A_WEEK = 7


def _day(value: date | datetime) -> date:
    return timezone.localtime(value).date() if isinstance(value, datetime) else value


def _said(day: date, today: date) -> str:
    return date_format(day, "j F" if day.year == today.year else "j F Y")


def due(value: date | datetime | None, today: date | None = None) -> str:
    """``{{ goal.due|due }}``: "due tomorrow", "due Friday", "by 12 June"; past days are "was due 3 May".

    ``today`` is the day to count from, by default the reader's; nothing for no date.
    """
    if value is None:
        return ""
    start, day = today or timezone.localdate(), _day(value)
    days = (day - start).days
    if days < 0:
        return _("was due %(date)s") % {"date": _said(day, start)}
    near = {0: _("due today"), 1: _("due tomorrow")}
    if days < A_WEEK:
        return near.get(days) or _("due %(weekday)s") % {"weekday": date_format(day, "l")}
    return _("by %(date)s") % {"date": _said(day, start)}


def on_clocks(value: datetime | None, zone: str) -> datetime | None:
    """``{{ one.due_at|on_clocks:one.zone|date:"j M, H:i" }}``: a moment as the clocks of a time zone show it.

    The result has no zone of its own, so that ``date`` does not turn it into the site's.
    """
    return value and value.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
