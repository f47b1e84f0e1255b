"""The map of a school as a page shows it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
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
    name = f'<a href="{escape(href)}">{escape(row.name)}</a>' if href else escape(row.name)
    head = f'<th scope="row"><span class="room">{name}<small>{escape(about)}</small></span></th>'
    share = f'<td class="way"><div>{level_share(row.course.counts)}</div></td>'
    whole = heat_cell(row.course.median, words.of(row.course.mean))
    units = [heat_cell(median, words.of(mean)) for median, mean in row.units]
    return mark_safe("".join((head, share, whole, *units)))  # noqa: S308 - components, and what is escaped right here
