"""The schools of a district as a page shows them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString

from trailstone.content.catalogue import CourseMap
from trailstone.reports.schools import SchoolTotals
from trailstone.web.components.bars import level_share
from trailstone.web.components.matrix import tint
from trailstone.web.leader.facts import minutes_bar


@dataclass(frozen=True, slots=True)
class Line:
    """A school's row: the parts that are drawn, and where it leads."""

    row: SchoolTotals
    href: str
    median: SafeString
    levels: SafeString
    minutes: SafeString


def lines(rows: Iterable[SchoolTotals], first: str, course: CourseMap | None, week: date) -> list[Line]:
    """The rows; ``first`` is the address of a school whose number is 0."""
    query = f"?course={course.id}&week={week.isoformat()}" if course else ""
    start = first.removesuffix("0/")
    return [
        Line(
            row,
            f"{start}{row.school_id}/{query}",
            tint(row.course.median),
            level_share(row.course.counts),
            minutes_bar(row.week.bands),
        )
        for row in rows
    ]
