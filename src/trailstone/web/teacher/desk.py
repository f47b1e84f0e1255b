"""Small things the pages of a class share: its day, files to download, reading what was typed."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final
from uuid import UUID

from django.http import HttpResponse, StreamingHttpResponse
from django.utils import timezone
from django.utils.text import slugify

from trailstone.people import calendar
from trailstone.people.models import Classroom

CSV: Final = "text/csv; charset=utf-8"


def school_day(room: Classroom) -> date:
    """The school's today."""
    return calendar.today(room.school, timezone.now())


def csv_file(text: str, *words: str) -> HttpResponse:
    """A CSV file to download, named after the words."""
    return HttpResponse(text, content_type=CSV, headers=_named(words))


def csv_stream(pieces: Iterator[str], *words: str) -> StreamingHttpResponse:
    """The same of any length: each piece is sent as soon as it is made, and none is kept."""
    return StreamingHttpResponse(pieces, content_type=CSV, headers=_named(words))


def _named(words: Iterable[str]) -> dict[str, str]:
    name = slugify(" ".join(words)) or "report"
    return {"Content-Disposition": f'attachment; filename="{name}.csv"'}


def read_day(typed: str) -> date | None:
    """The day typed in a date field; None when it is not one."""
    try:
        return date.fromisoformat(typed.strip())
    except ValueError:
        return None


def read_number(typed: str) -> int | None:
    """The whole number typed, of up to four digits; None when it is not one."""
    text = typed.strip()
    return int(text) if text.isdecimal() and len(text) < 5 else None


def read_ids(typed: list[str]) -> list[UUID]:
    """The keys among what was sent; what is no key cannot be anybody's and is left out."""
    found = []
    for each in typed:
        try:
            found.append(UUID(each))
        except ValueError:
            continue
    return found
