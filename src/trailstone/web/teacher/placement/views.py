"""Course mastery placement: which learner works towards which course."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from trailstone.goals import queries
from trailstone.goals.actions.rearranging import rearrange
from trailstone.goals.queries import AttachedCourse, PlacementRow
from trailstone.people.errors import Refused
from trailstone.people.models import Classroom
from trailstone.web.access import PageRequest, teacher_page
from trailstone.web.teacher import stale
from trailstone.web.teacher.desk import read_day, read_ids, school_day
from trailstone.web.teacher.frame import class_of, page_of

TERM: Final = timedelta(weeks=12)  # about a school term: the first guess for a course goal
NONE: Final = "none"
KEEP: Final = "keep"
PREFIX: Final = "course-"


@dataclass(frozen=True, slots=True)
class Line:
    """A learner's row. ``choice`` is the value of its select: a course, "none", or "keep" for several goals."""

    row: PlacementRow
    choice: str

    @property
    def field(self) -> str:
        """The name of the row's select."""
        return f"{PREFIX}{self.row.learner_id}"


@require_http_methods(["GET", "POST"])
@teacher_page
def placement(request: PageRequest, class_id: UUID) -> HttpResponse:
    """The class in a table; saving places every learner whose course was changed."""
    room = class_of(request, class_id)
    today = school_day(room)
    if request.method == "GET":
        return _page(request, room, today, {}, (today + TERM).isoformat())
    wanted = chosen_courses(request.POST)
    typed = request.POST.get("due", "")
    due = read_day(typed)
    if due is None:
        return _page(request, room, today, wanted, typed, _("Choose the day the new course goals are due."))
    try:
        stale.fresh(request.POST.get(stale.FIELD, ""), *_choices(queries.placement(room, today), wanted))
        done = rearrange(
            actor=request.user, classroom=room, wanted=_without_markers(wanted), due=due, at=timezone.now()
        )  # fmt: skip
    except Refused as refused:
        return _page(request, room, today, wanted, typed, refused.message)
    messages.success(request, " ".join(done.sentences) or _("Nobody's course was changed."))
    return HttpResponseRedirect(request.path)


def chosen_courses(sent: QueryDict) -> Mapping[UUID, str]:
    """What the selects say, by learner."""
    names = [name.removeprefix(PREFIX) for name in sent if name.startswith(PREFIX)]
    return {learner: str(sent.get(f"{PREFIX}{learner}", KEEP)) for learner in read_ids(names)}


def _without_markers(wanted: Mapping[UUID, str]) -> Mapping[UUID, str]:
    return {learner: "" if course == NONE else course for learner, course in wanted.items() if course != KEEP}


def _page(
    request: PageRequest, room: Classroom, today: date, wanted: Mapping[UUID, str], due: str, refusal: str = ""
) -> HttpResponse:
    rows = queries.placement(room, today)
    courses: Sequence[AttachedCourse] = queries.courses_of(room)
    page = {
        **page_of(request, room, "placement"),
        "lines": [Line(row, wanted.get(row.learner_id, _now(row))) for row in rows],
        "courses": courses,
        "without": [row for row in rows if not row.goals],
        "due": due,
        "mark": stale.kept(request.POST.get(stale.FIELD, ""), _choices(rows, {})[0], refusal),
        "today": today,
        "refusal": refusal,
    }
    return render(request, "teacher/placement/page.html", page, status=422 if refusal else 200)


def _choices(rows: Iterable[PlacementRow], wanted: Mapping[UUID, str]) -> tuple[list[str], list[str]]:
    """What the selects of everybody say: as it is now, and as it is wanted."""
    now = [(row.learner_id, _now(row)) for row in rows]
    return [f"{who} {course}" for who, course in now], [f"{who} {wanted.get(who, course)}" for who, course in now]


def _now(row: PlacementRow) -> str:
    return row.goals[0].course_id if len(row.goals) == 1 else KEEP if row.goals else NONE
