"""Small things the pages of a class share: its day, files to download, reading what was typed."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Final
from uuid import UUID

from django.http import HttpResponse, QueryDict, StreamingHttpResponse
from django.utils import timezone
from django.utils.text import slugify

from trailstone.people import calendar
from trailstone.people.models import Classroom
from trailstone.reports import export
from trailstone.reports.export import Table

YEARS: Final = range(2000, 2150)
CSV: Final = "text/csv; charset=utf-8"
XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def school_day(room: Classroom) -> date:
    """The school's today."""
    return calendar.today(room.school, timezone.now())


def as_file(query: QueryDict, table: Table, *words: str) -> HttpResponse | None:
    """The report as the file that the address asks for (``format=csv`` or ``xlsx``), named after the words; else None,
    and no row of the table is made."""
    kind = query.get("format", "")
    return FORMATS[kind](table, words) if kind in FORMATS else None


def _csv(table: Table, words: Iterable[str]) -> HttpResponse:
    return HttpResponse(export.text(table), content_type=CSV, headers=_named(words, "csv"))


def _xlsx(table: Table, words: Iterable[str]) -> HttpResponse:
    with export.workbook(table) as file:
        return HttpResponse(file.read(), content_type=XLSX, headers=_named(words, "xlsx"))


FORMATS: Final[Mapping[str, Callable[[Table, Iterable[str]], HttpResponse]]] = {"csv": _csv, "xlsx": _xlsx}


def csv_stream(pieces: Iterator[bytes], *words: str) -> StreamingHttpResponse:
    """A CSV file of any length: each piece is sent as soon as it is made, and none is kept."""
    return StreamingHttpResponse(pieces, content_type=CSV, headers=_named(words, "csv"))


def _named(words: Iterable[str], ending: str) -> dict[str, str]:
    name = slugify(" ".join(words)) or "report"
    return {"Content-Disposition": f'attachment; filename="{name}.{ending}"'}


def kept(query: QueryDict, **fixed: str) -> str:
    """The address as it is, without what asks for a file; ``fixed`` values stand in it, empty ones do not."""
    found = query.copy()
    found.pop("format", None)
    for name, value in fixed.items():
        found.pop(name, None)
        if value:
            found[name] = value
    return found.urlencode()


def read_day(typed: str) -> date | None:
    """The day typed in a date field; None when it is not one, or of years that no school here can mean."""
    try:
        found = date.fromisoformat(typed.strip())
    except ValueError:
        return None
    return found if found.year in YEARS else None


def read_number(typed: str) -> int | None:
    """The whole number typed, of up to four digits; None when it is not one."""
    text = typed.strip()
    return int(text) if text.isdecimal() and len(text) < 5 else None


def read_key(typed: str) -> int | None:
    """The key of a row that a text is; None when it can be nobody's."""
    return int(typed) if typed.isdecimal() and len(typed) < 10 else None


def read_ids(typed: list[str]) -> list[UUID]:
    """The keys among what was sent; what is no key cannot be anybody's and is left out."""
    found = []
    for each in typed:
        try:
            found.append(UUID(each))
        except ValueError:
            continue
    return found
