"""The rows of the learners of an assignment. Written here and not in a template, as those of the other big tables are:
a class of 35 has a thousand marks."""

from collections.abc import Mapping, Sequence
from typing import Final
from urllib.parse import urlencode
from uuid import UUID

from django.utils.functional import Promise
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trailstone.assignments.standing import Standing
from trailstone.web.teacher.assignment_report.screen import LearnerLine, Mark

HEADS: Final[tuple[Promise, ...]] = (
    gettext_lazy("State"), gettext_lazy("Best score"), gettext_lazy("Questions"), gettext_lazy("Tries"),
    gettext_lazy("Hints"), gettext_lazy("Minutes"),
)  # fmt: skip
WORDS: Final[dict[str, Promise]] = {"ok": gettext_lazy("right"), "retry": gettext_lazy("right after another try")}
NONE: Final = SafeString('<span class="muted">–</span>')


def table_rows(address: str, lines: Sequence[LearnerLine], sort: str, group: UUID | None) -> SafeString:
    """A row for each learner. ``address``: of the report; ``sort`` and ``group`` go on with each link."""
    rest = urlencode({"sort": sort} | ({"group": group} if group else {}))
    heads = [escape(str(head)) for head in HEADS]
    words = {state: escape(str(told)) for state, told in WORDS.items()}
    title, miss = escape(_("Question %(n)s: %(tries)s tries, %(hints)s hints, %(s)s s")), escape(_("not yet"))
    rows = []
    for line in lines:
        href = f"{address}?learner={line.line.learner_id}&{rest}#answers"
        name = format_html('<th scope="row"><a class="plainlink" href="{}">{}</a></th>', href, line.line.name)
        state = format_html('<span class="chip st-{}">{}</span>', line.line.state, line.line.state.words)
        marks = _marks(line.marks, title, words, miss)
        cells = (state, _score(line.line.standing), marks, line.tries, line.hints, line.minutes)
        rows.append(f"<tr>{name}{_cells(heads, cells)}</tr>")
    return SafeString("".join(rows))


def _cells(heads: Sequence[str], cells: Sequence[object]) -> str:
    sides = ("", ' class="n"', "", ' class="n"', ' class="n"', ' class="n"')
    return "".join(
        f'<td{side} data-label="{head}">{cell}</td>' for side, head, cell in zip(sides, heads, cells, strict=True)
    )


def _score(standing: Standing) -> SafeString:
    if standing.percent is None:
        return NONE
    late = format_html(' <span class="late tiny">{}</span>', _("late")) if standing.late else ""
    return format_html(
        '<b>{}%</b> <span class="tiny muted">{}/{}</span>{}', standing.percent, standing.right, standing.asked, late
    )


def _marks(marks: Sequence[Mark], title: str, words: Mapping[str, str], miss: str) -> str:
    """A pebble for each question; ``title`` and words are escaped, the rest are our numbers and states."""
    if not marks:
        return NONE
    told = ", ".join([f"{one.number} {words.get(one.state, miss)}" for one in marks])
    shown = [
        f'<i class="{one.state}" title="'
        f'{title % {"n": one.number, "tries": one.tries, "hints": one.hints, "s": one.seconds}}"></i>'
        for one in marks
    ]
    return f'<span class="marks" role="img" aria-label="{told}">{"".join(shown)}</span>'
