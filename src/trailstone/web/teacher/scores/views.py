"""Assignments > Scores: the class's best scores, for the grade book."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from trailstone.assignments.models import Kind
from trailstone.assignments.queries import ClassAssignment
from trailstone.assignments.states import Phase
from trailstone.reports.arrange import arranged
from trailstone.reports.scores import ScoresReport, ScoresRow, scores
from trailstone.reports.sheets.scores import scores_table
from trailstone.web.access import PageRequest, teacher_page
from trailstone.web.teacher.desk import as_file, kept, read_day, school_day
from trailstone.web.teacher.frame import class_of, page_of
from trailstone.web.teacher.scores.cells import lines
from trailstone.web.teacher.whom import asked_whom

PAGE: Final = "teacher/scores/page.html"
ACROSS: Final = 12  # assignments on the screen at once; a file holds all
DUE: Final = {"": _("Any due date"), "open": _("Still to come"), "over": _("Past due"), "own": _("Own dates")}
SORTS: Final = {
    "name": _("Name"), "share": _("Completed, lowest first"), "-share": _("Completed, highest first"),
    "average": _("Average, lowest first"), "-average": _("Average, highest first"),
}  # fmt: skip
KEYS: Final[Mapping[str, Callable[[ScoresRow], Any]]] = {
    "name": lambda row: row.name.casefold(),
    "share": lambda row: row.share,
    "average": lambda row: -1 if row.average is None else row.average,
}


@dataclass(frozen=True, slots=True)
class Wish:
    """What the address asks for. ``first`` and ``last``: due days, when ``due`` is "own"."""

    due: str
    kind: str
    course: str
    first: date | None
    last: date | None
    sort: str
    find: str

    def fits(self, one: ClassAssignment) -> bool:
        """Whether an assignment is asked for."""
        day = one.due.date()
        dates = {
            "open": one.phase is not Phase.OVER,
            "over": one.phase is Phase.OVER,
            "own": (self.first or day) <= day <= (self.last or day),
        }
        things = [each.thing for each in one.things]
        kind = not self.kind or any(thing.kind == self.kind for thing in things)
        course = not self.course or any(thing.course_id == self.course for thing in things)
        return dates.get(self.due, True) and kind and course


@require_GET
@teacher_page
def class_scores(request: PageRequest, class_id: UUID) -> HttpResponse:
    """The assignments and learners that the address asks for; as a page or as a file."""
    room = class_of(request, class_id)
    wish, whom = _wish(request.GET), asked_whom(request.GET, room)
    everything = scores(room, timezone.now())
    report = everything.of(wish.fits)
    by, down = wish.sort.removeprefix("-"), wish.sort[0] == "-"
    rows = arranged(whom.of(report.rows), KEYS, sort=by, down=down, find=wish.find)
    if file := as_file(request.GET, scores_table(report, rows), room.name, "scores"):
        return file
    start = _start(request.GET, len(report.columns))
    page: dict[str, Any] = {
        **page_of(request, room, "scores"),
        "address": reverse("scores", args=[room.pk]),
        "wish": wish,
        "whom": whom,
        "dues": DUE,
        "kinds": Kind.choices,
        "courses": _courses(everything),
        "sorts": SORTS,
        "report": report,
        "any": bool(everything.columns),
        "everybody": everything.rows,
        **_part(report, rows, start, str(room.pk)),
        "query": kept(request.GET),
        "turning": kept(request.GET, start=""),
        "today": school_day(room),
    }
    return render(request, f"{PAGE}#report" if request.htmx else PAGE, page)


def _wish(query: QueryDict) -> Wish:
    due, sort = query.get("due", ""), query.get("sort", "name")
    return Wish(
        due if due in DUE else "", query.get("kind", ""), query.get("course", ""),
        read_day(query.get("from", "")), read_day(query.get("to", "")),
        sort if sort in SORTS else "name", query.get("find", "").strip()[:60],
    )  # fmt: skip


def _start(query: QueryDict, columns: int) -> int:
    """From which assignment on: as asked, else so that the latest are on the screen."""
    last = max(0, columns - ACROSS)
    asked = query.get("start", "")
    return min(int(asked), last) if asked.isdecimal() and len(asked) < 6 else last


def _part(report: ScoresReport, rows: Sequence[ScoresRow], start: int, room: str) -> dict[str, Any]:
    """The columns that are on the screen, with the cells in them."""
    end = min(start + ACROSS, len(report.columns))
    averages = report.averages(rows)
    return {
        "columns": report.columns[start:end],
        "lines": lines(room, report, rows, start, end),
        "averages": averages[start:end],
        "finished": [_done(rows, place) for place in range(start, end)],
        "earlier": max(0, start - ACROSS) if start else None,
        "later": end if end < len(report.columns) else None,
        "shown": (start + 1, end, len(report.columns)),
    }


def _done(rows: Sequence[ScoresRow], place: int) -> tuple[int, int]:
    """How many of these learners have done an assignment, and how many were given it."""
    given = [score for row in rows if (score := row.scores[place])]
    return sum(score.done for score in given), len(given)


def _courses(report: ScoresReport) -> dict[str, str]:
    about = (each.about for one in report.columns for each in one.things)
    return {each.course.id: each.course.title for each in about if each}
