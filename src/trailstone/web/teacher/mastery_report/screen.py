"""The mastery report as a page shows it, the teacher's and the school leader's alike."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from trailstone.content.catalogue import CourseMap
from trailstone.reports.arrange import arranged
from trailstone.reports.queries import MasteryReport, MasteryRow
from trailstone.web.components.matrix import heat_cell, learner_head


@dataclass(frozen=True, slots=True)
class Line:
    """A learner's row, with its cells as they are sent."""

    row: MasteryRow
    cells: SafeString


@dataclass(frozen=True, slots=True)
class Wish:
    """What the address asks for: ``sort`` as it stands in addresses ("-u3"), ``find`` a name."""

    sort: str = "name"
    find: str = ""


def sorts(report: MasteryReport) -> dict[str, str]:
    """What rows can be sorted by, in words; units by their place ("u1")."""
    units = [column.unit.title for column in report.columns if column.unit]
    by_unit = {f"u{place}": _("%(unit)s, lowest first") % {"unit": unit} for place, unit in enumerate(units, start=1)}
    whole = {"name": _("Name"), "-percent": _("Percent, highest first"), "percent": _("Percent, lowest first")}
    return {name: str(words) for name, words in (whole | by_unit).items()}


def read_wish(query: QueryDict, report: MasteryReport) -> Wish:
    """The order and the name in an address; an unknown order means by name."""
    sort = query.get("sort", "name")
    return Wish(sort if sort in sorts(report) else "name", query.get("find", "").strip()[:60])


def chosen_rows(report: MasteryReport, wish: Wish) -> tuple[MasteryRow, ...]:
    """The rows in the wished order: those of the screen, the print and the CSV."""
    keys: dict[str, Any] = {"name": lambda row: row.name.casefold(), "percent": lambda row: row.course.percent}
    for place in range(1, len(report.columns)):
        keys[f"u{place}"] = lambda row, place=place: row.units[place - 1].percent
    return arranged(report.rows, keys, sort=wish.sort.removeprefix("-"), down=wish.sort[0] == "-", find=wish.find)


def table(report: MasteryReport, rows: Sequence[MasteryRow], wish: Wish, detail: str = "") -> dict[str, Any]:
    """What the table's template needs. ``detail``: the address of a learner's page, with ``{learner}`` in it."""
    return {
        "report": report,
        "lines": [_line(row, detail) for row in rows],
        "wish": wish,
        "sorts": sorts(report),
        "whole": report.columns[0],
        "units": report.columns[1:],
    }


def _line(row: MasteryRow, detail: str) -> Line:
    head = learner_head(row.name, detail.format(learner=row.learner_id))
    cells = (heat_cell(share.percent, f"{share.points:,}") for share in (row.course, *row.units))
    return Line(row, SafeString("".join((head, *cells))))


def kept(query: QueryDict, course: CourseMap) -> str:
    """The address as it is, without what asks for a file."""
    found = query.copy()
    found.pop("format", None)
    found["course"] = course.id
    return found.urlencode()
