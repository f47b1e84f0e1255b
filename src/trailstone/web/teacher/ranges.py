"""The days a report is about: today, the last 7 or 30 days, or days of one's own, by the school's calendar."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trailstone.web.teacher.desk import read_day

OWN: Final = "own"
USUAL: Final = "7"
DAYS: Final[Mapping[str, int]] = {"today": 1, "7": 7, "30": 30}
ALL: Final = "all"
WORDS: Final[Mapping[str, Promise]] = {
    "today": gettext_lazy("Today"),
    "7": gettext_lazy("Last 7 days"),
    "30": gettext_lazy("Last 30 days"),
    OWN: gettext_lazy("Own dates"),
}
WITH_ALL: Final[Mapping[str, Promise]] = {ALL: gettext_lazy("All days"), **WORDS}
LONGEST: Final = 400  # days: a school year


@dataclass(frozen=True, slots=True)
class Span:
    """The days from ``first`` to ``last``, both included. ``kind``: a key of WORDS; ``refusal``: why the days that were
    typed cannot be, as a sentence, or ""."""

    kind: str
    first: date
    last: date
    refusal: str = ""

    @property
    def one_day(self) -> bool:
        """It is a single day."""
        return self.first == self.last


def asked_span(query: QueryDict, today: date, *, began: date | None = None) -> Span:
    """What the address asks for (``days``, with ``from`` and ``to`` for days of one's own); else the last 7 days.

    ``began``: where a report may be on all days since then, which it is when the address asks for nothing.
    """
    kind = query.get("days", "")
    if began and kind not in {*DAYS, OWN}:
        return Span(ALL, min(began, today), today)
    if kind == OWN:
        return _own(query, today)
    kind = kind if kind in DAYS else USUAL
    return Span(kind, today - timedelta(days=DAYS[kind] - 1), today)


def _own(query: QueryDict, today: date) -> Span:
    usual = today - timedelta(days=DAYS[USUAL] - 1)
    first, last = read_day(query.get("from", "")), read_day(query.get("to", ""))
    typed = bool(query.get("from") or query.get("to"))
    if first is None or last is None:
        return Span(OWN, usual, today, _("Choose the first and the last day.") if typed else "")
    if last < first:
        return Span(OWN, usual, today, _("The last day is before the first one. Choose a later last day."))
    if (last - first).days >= LONGEST or first.year < 2000 or last.year > 2999:
        return Span(OWN, usual, today, _("That is more than a school year. Choose fewer days."))
    return Span(OWN, first, last)
