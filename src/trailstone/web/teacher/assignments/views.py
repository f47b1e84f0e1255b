"""The assignments of a class: drafts, scheduled, open, past due, archived; many dates moved at once."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC
from typing import Final
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods

from trailstone.assignments import actions, moments, queries
from trailstone.assignments.models import Assignment
from trailstone.assignments.moments import Dates
from trailstone.assignments.queries import ClassAssignment
from trailstone.assignments.states import Phase, State
from trailstone.people.errors import Refused
from trailstone.people.models import Classroom
from trailstone.web.access import PageRequest, teacher_page
from trailstone.web.teacher import stale
from trailstone.web.teacher.changing import Told, changed
from trailstone.web.teacher.desk import read_ids
from trailstone.web.teacher.frame import class_of, page_of

SECTIONS: Final[Mapping[Phase, Promise]] = {
    Phase.OPEN: gettext_lazy("Open now"),
    Phase.SCHEDULED: gettext_lazy("Scheduled"),
    Phase.DRAFT: gettext_lazy("Drafts"),
    Phase.OVER: gettext_lazy("Past due"),
    Phase.ARCHIVED: gettext_lazy("Archived"),
}
BAR: Final = (State.DONE, State.DONE_LATE, State.IN_PROGRESS, State.MISSING)


@dataclass(frozen=True, slots=True)
class Row:
    """An assignment in the list. ``parts``: state and percent of its learners, for the bar; ``words``: the same."""

    one: ClassAssignment
    parts: tuple[tuple[State, float], ...]
    words: str

    @property
    def mark(self) -> tuple[str, str]:
        """The field that tells which dates the page showed: its name and its value."""
        return _field(self.one.id), stale.mark(_dates(self.one))


@require_http_methods(["GET", "POST"])
@teacher_page
def assignments(request: PageRequest, class_id: UUID) -> HttpResponse:
    """The list; ``show=archived`` for those put away. ``do`` moves dates, archives, brings back, adds late joiners."""
    room = class_of(request, class_id)
    if request.method == "GET":
        return _page(request, room)
    return changed(request, CHANGES, room, lambda why, _what: _page(request, room, why))


def picked(request: PageRequest) -> list[UUID]:
    """The assignments named by the form, or by the address of an Undo."""
    return read_ids(request.POST.getlist("assignment") or request.GET.getlist("assignment"))


def _move(request: PageRequest, room: Classroom) -> Told:
    days = _days(request.POST.get("days") or request.GET.get("days", ""))
    keys = picked(request)
    found = list(Assignment.objects.filter(classroom=room, pk__in=keys))
    for one in found:  # by days, so a second click would move it twice
        stale.fresh(request.POST.get(_field(one.pk)) or request.GET.get(_field(one.pk), ""), _dates(one))
    dates = {one.pk: moments.shifted(Dates(one.starts_at, one.due_at), days, one.zone) for one in found}
    actions.move_dates(actor=request.user, classroom=room, dates=dates, at=timezone.now())
    words = ngettext("%(n)d assignment moved by %(days)s.", "%(n)d assignments moved by %(days)s.", len(dates))
    marks = {_field(key): stale.mark(_dates(one)) for key, one in dates.items()}
    return Told(words % {"n": len(dates), "days": _said(days)}, _undo(room, "move", keys, days=-days, **marks))


def _field(key: UUID) -> str:
    """The name of the field with the mark of an assignment's dates."""
    return f"{stale.FIELD}-{key}"


def _dates(one: Assignment | ClassAssignment | Dates) -> list[str]:
    return [moment.astimezone(UTC).isoformat() for moment in (one.starts_at, one.due_at)]


def _days(typed: str) -> int:
    try:
        days = int(typed)
    except ValueError:
        days = 0
    if not days:
        raise Refused(_("Write by how many days the dates shall move, as 7, or as -7 for earlier."))
    return days


def _said(days: int) -> str:
    later = ngettext("%(n)d day later", "%(n)d days later", abs(days))
    earlier = ngettext("%(n)d day earlier", "%(n)d days earlier", abs(days))
    return (later if days > 0 else earlier) % {"n": abs(days)}


def _archive(request: PageRequest, room: Classroom) -> Told:
    found = _mine(request)
    actions.archive_all(actor=request.user, assignments=found, at=timezone.now())
    words = ngettext(
        "%(n)d assignment is archived. Work and levels stay.",
        "%(n)d assignments are archived. Work and levels stay.",
        len(found),
    )
    return Told(words % {"n": len(found)}, _undo(room, "return", [one.pk for one in found]))


def _return(request: PageRequest, room: Classroom) -> Told:
    found = _mine(request)
    actions.bring_all_back(actor=request.user, assignments=found, at=timezone.now())
    words = ngettext("%(n)d assignment is back as it was.", "%(n)d assignments are back as they were.", len(found))
    return Told(words % {"n": len(found)})


def _mine(request: PageRequest) -> list[Assignment]:
    """Those picked that are in a class of this person: an Undo may be about several classes."""
    taught = request.user.taught_classes.values("pk")
    rows = Assignment.objects.filter(pk__in=picked(request), classroom__in=taught).select_related("classroom")
    found = list(rows)
    if not found:
        raise Refused(_("No assignment is chosen. Choose at least one."))
    return found


def _join(request: PageRequest, room: Classroom) -> Told:
    learners = read_ids(request.POST.getlist("learner"))
    given = actions.add_late_joiners(actor=request.user, classroom=room, learners=learners, at=timezone.now())
    return Told(" ".join(one.sentence for one in given) or _("They have everything already."))


def _undo(room: Classroom, do: str, keys: Iterable[UUID], **more: object) -> str:
    query = urlencode({"do": do, "assignment": list(keys), **more}, doseq=True)
    return f"{reverse('assignments', args=[room.pk])}?{query}"


CHANGES: Final[Mapping[str, Callable[[PageRequest, Classroom], Told]]] = {
    "move": _move,
    "archive": _archive,
    "return": _return,
    "join": _join,
}


def _page(request: PageRequest, room: Classroom, refused: str = "") -> HttpResponse:
    at = timezone.now()
    archived = request.GET.get("show") == "archived"
    rows = [_row(one) for one in queries.class_assignments(room, at, archived=archived)]
    by_phase = {phase: [row for row in rows if row.one.phase is phase] for phase in SECTIONS}
    by_phase[Phase.OVER].reverse()  # the latest first
    page = {
        **page_of(request, room, "assignments"),
        "sections": [(phase, SECTIONS[phase], found) for phase, found in by_phase.items() if found],
        "archived": archived,
        "joiners": queries.late_joiners(room, at),
        "zone": moments.zone_of(room),
        "days": request.POST.get("days", "7"),
        "picked": request.POST.getlist("assignment"),
        "refused": refused,
    }
    return render(request, "teacher/assignments/page.html", page, status=422 if refused else 200)


def _row(one: ClassAssignment) -> Row:
    counts, everybody = one.counts, len(one.lines) or 1
    parts = tuple((state, round(100 * counts[state] / everybody, 1)) for state in BAR if counts[state])
    words = ", ".join(f"{count} {state.words.lower()}" for state, count in counts.items() if count)
    return Row(one, parts, words)
