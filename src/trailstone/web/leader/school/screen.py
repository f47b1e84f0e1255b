"""The map of a school as a page shows it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from trailstone.reports.schools import ClassHeat
from trailstone.web.components.bars import level_share
from trailstone.web.components.matrix import heat_cell

KEYS: Final[Mapping[str, Callable[[Any], Any]]] = {
    "name": lambda row: row.name.casefold(),
    "percent": lambda row: row.percent,
}


@dataclass(frozen=True, slots=True)
class Line:
    """A class's row, with its cells as they are sent."""

    row: ClassHeat
    cells: SafeString


def lines(rows: Iterable[ClassHeat], opens: str) -> list[Line]:
    """The rows with their cells. ``opens``: the address of a class with ``{learner}`` for its key, or ""."""
    words = Words(_("%(count)d learners"), _("mean %(mean)d"))  # once: looking them up takes longer than a cell
    return [Line(row, _cells(row, opens.replace("{learner}", str(row.class_id)), words)) for row in rows]


@dataclass(frozen=True, slots=True)
class Words:
    """Words of the cells in the reader's language."""

    learners: str
    mean: str

    def of(self, mean: int | None) -> str:
        """A mean, as it stands below a median."""
        return "" if mean is None else self.mean % {"mean": mean}


def _cells(row: ClassHeat, href: str, words: Words) -> SafeString:
    about = ", ".join([words.learners % {"count": row.learners}, *row.teachers])
    small = format_html("<small>{}</small>", about)
    name = format_html('<a href="{}">{}</a>', href, row.name) if href else format_html("{}", row.name)
    head = format_html('<th scope="row"><span class="room">{}{}</span></th>', name, small)
    share = format_html('<td class="way"><div>{}</div></td>', level_share(row.course.counts))
    whole = heat_cell(row.course.median, words.of(row.course.mean))
    units = (heat_cell(one.median, words.of(one.mean)) for one in row.units)
    return SafeString("".join((head, share, whole, *units)))
