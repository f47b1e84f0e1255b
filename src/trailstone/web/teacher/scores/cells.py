"""The cells of the scores. Written here and not in a template, as those of the other big tables are."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from trailstone.assignments.states import State
from trailstone.ids import NOBODY
from trailstone.reports.scores import Score, ScoresReport, ScoresRow
from trailstone.web.components.icons import hidden_words, icon
from trailstone.web.components.matrix import address, band, learner_head

SIGNS: Final = {
    State.SCHEDULED: ("clock", _("not open yet")),
    State.NOT_STARTED: ("", _("not started")),
    State.IN_PROGRESS: ("hourglass", _("in progress")),
    State.DONE: ("check", _("done")),
    State.DONE_LATE: ("check", _("done late")),
    State.MISSING: ("circle", _("missing")),
}


@dataclass(frozen=True, slots=True)
class Line:
    """A learner's row, with its cells as they are sent."""

    row: ScoresRow
    cells: SafeString


def lines(room: str, report: ScoresReport, rows: Sequence[ScoresRow], start: int, end: int) -> list[Line]:
    """The rows with the cells of the assignments from ``start`` to before ``end``."""
    detail = address("learner-detail", room, NOBODY)
    opens = [reverse("assignment-report", args=[room, one.id]) for one in report.columns[start:end]]
    language = get_language()
    shown = []
    for row in rows:
        head = learner_head(row.name, detail.replace("{learner}", str(row.learner_id)))
        pairs = zip(row.scores[start:end], opens, strict=True)
        cells = (_cell(score, f"{href}?learner={row.learner_id}#answers", language) for score, href in pairs)
        shown.append(Line(row, SafeString("".join((head, _share(row), *cells)))))
    return shown


def _share(row: ScoresRow) -> SafeString:
    words = f"{row.share}%" if row.given else "–"
    average = "–" if row.average is None else f"{row.average}%"
    small = format_html("<small>{}/{}</small>", row.done, row.given) if row.given else ""
    return format_html('<td class="whole"><b>{}</b>{}</td><td><b>{}</b></td>', words, small, average)


def _cell(score: Score | None, href: str, language: str | None) -> SafeString:
    if score is None:
        return SafeString('<td class="notgiven">') + hidden_words(_("not given")) + SafeString("</td>")
    css, inner = _inside(score, language)
    return format_html('<td class="{}"><a href="{}">{}</a></td>', css, href, inner)


@lru_cache(maxsize=2_048)  # by what is in it: a hundred percents, in time and late
def _inside(score: Score, _language: str | None) -> tuple[str, SafeString]:
    sign, words = SIGNS[score.state]
    late = format_html('<small class="late">{}</small>', _("late")) if score.late else ""
    if score.percent is not None:
        return f"h{band(score.percent)}", format_html("<b>{}%</b>{}", score.percent, late)
    shown = icon(sign) if sign else "–"
    small = format_html("<small>{}</small>", words) if score.state in {State.MISSING, State.DONE_LATE} else ""
    return f"s-{score.state}", format_html("{}{}", shown, small or hidden_words(words))
