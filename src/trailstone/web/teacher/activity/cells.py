"""The rows of the activity overview. Written here and not in a template, as those of the other big tables are."""

from collections.abc import Mapping, Sequence
from typing import Final
from uuid import UUID

from django.utils.dateformat import format as as_date
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from trailstone.ids import NOBODY
from trailstone.reports.activity import ActivityRow
from trailstone.web.components.bars import level_share
from trailstone.web.components.matrix import address
from trailstone.web.teacher.ranges import OWN, Span

BARS: Final = ("minutes", "exercises", "others", "worked", "up", "down", "to_proficient", "without")


def lines(room: UUID, span: Span, rows: Sequence[ActivityRow], labels: Mapping[str, object]) -> SafeString:
    """The rows with their cells: each number with a small bar, its share of the highest of its column. ``labels``: what
    the columns are called, which each cell says on a narrow screen."""
    most = {name: max((getattr(row, name) for row in rows), default=0) or 1 for name in BARS}
    bars = [(name, escape(labels[name]), most[name]) for name in BARS]
    ends = escape(_("Skills by level")), escape(labels["active"])
    detail = f"{address('learner-detail', room, NOBODY)}?{_asked(span)}"
    return SafeString("".join([_line(row, detail, bars, ends) for row in rows]))


def _asked(span: Span) -> str:
    own = f"&from={span.first}&to={span.last}" if span.kind == OWN else ""
    return f"tab=work&days={span.kind}{own}"


def _line(row: ActivityRow, detail: str, bars: Sequence[tuple[str, str, int]], ends: tuple[str, str]) -> str:
    href = detail.replace("{learner}", str(row.learner_id))
    head = format_html('<th scope="row"><a class="plainlink" href="{}">{}</a></th>', href, row.name)
    numbers = [(label, getattr(row, name), most) for name, label, most in bars]
    cells = [
        f'<td class="n mini" data-label="{label}" style="--p:{100 * number // most}">{number}</td>'
        for label, number, most in numbers
    ]
    share = level_share(row.counts) if row.worked else SafeString('<span class="muted">–</span>')
    idle = "" if row.worked or row.minutes else ' class="idle"'
    return (
        f'<tr{idle}>{head}{"".join(cells)}<td data-label="{ends[0]}">{share}</td>'
        f'<td data-label="{ends[1]}" class="nowrap">{_last(row)}</td></tr>'
    )


def _last(row: ActivityRow) -> str:
    if row.last_active:
        return as_date(row.last_active, "j M Y")
    return format_html('<span class="muted">{}</span>', _("never"))
