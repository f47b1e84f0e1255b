"""A roster from a file or a pasted list: look at what it would change, then do it."""

from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from trailstone.people.actions import import_roster as put_in_force
from trailstone.people.errors import OutOfReach, Refused
from trailstone.people.importing import scope, sheet
from trailstone.people.importing.faults import Unreadable
from trailstone.people.importing.limits import PAGE
from trailstone.people.importing.plan import Plan, plan
from trailstone.people.importing.reading import of_text, wanted_of
from trailstone.people.importing.wanted import Wanted
from trailstone.people.models import Classroom
from trailstone.web.access import PageRequest, teacher_page
from trailstone.web.teacher.desk import school_day
from trailstone.web.teacher.frame import class_of, page_of
from trailstone.web.teacher.import_roster.shown import counted, shown

MOST_BYTES: Final = 2_000_000
TOO_BIG: Final = _(
    "Files of more than 2 MB are not read on this page. Leave out what is no list of learners, or send a .zip archive."
)
NOTHING: Final = _("Choose a file, or paste the list.")


@dataclass(frozen=True, slots=True)
class Sent:
    """What came with the form. ``kept``: the list as a look read it, which the page keeps for the import."""

    wanted: Wanted
    whole: bool
    chosen: str

    def plan(self, request: PageRequest, room: Classroom) -> Plan:
        return plan(self.wanted, scope.of_teacher(request.user, room), whole=self.whole, chosen=self.chosen)


@require_http_methods(["GET", "POST"])
@teacher_page
def import_roster(request: PageRequest, class_id: UUID) -> HttpResponse:
    """The form; ``do=look`` shows what the list would change, ``do=import`` does it when it is still the same."""
    room = class_of(request, class_id)
    if room.archived_at and request.method == "GET":
        return redirect("roster", class_id=room.pk)
    if request.method == "GET":
        return _page(request, room, {})
    try:
        sent = _sent(request, room)
        if request.POST.get("do") == "import":
            return _import(request, room, sent)
        return _look(request, room, sent)
    except OutOfReach as why:
        raise Http404 from why
    except Refused as why:
        return _page(request, room, {"refused": why.message})


def _sent(request: PageRequest, room: Classroom) -> Sent:
    """What was sent, read. Raises Unreadable."""
    asked = request.POST
    kept, pasted = asked.get("kept", ""), asked.get("pasted", "")
    files = request.FILES.getlist("file")
    if kept or (pasted.strip() and not files):
        wanted = of_text((kept or pasted).encode(errors="replace"), PAGE)
        wanted.lenient = "lenient" in asked
    elif not files:
        raise Unreadable(str(NOTHING))
    elif sum(file.size or 0 for file in files) > MOST_BYTES:
        raise Unreadable(str(TOO_BIG))
    else:
        data = {str(file.name): file.read() for file in files}
        wanted = wanted_of(data, PAGE, school=room.school, today=school_day(room))
    return Sent(wanted, "whole" in asked, asked.get("section", ""))


def _look(request: PageRequest, room: Classroom, sent: Sent, refused: str = "") -> HttpResponse:
    found = sent.plan(request, room)
    sections = [section.key for section in found.rooms.offers] or list(found.rooms.touched)
    page: dict[str, Any] = {
        "plan": found,
        "sent": sent,
        "kept": "" if found.faults else sheet.written(sent.wanted, sections),
        "refused": refused,
    }
    return _page(request, room, page | shown(found))


def _import(request: PageRequest, room: Classroom, sent: Sent) -> HttpResponse:
    try:
        done = put_in_force(
            scope=scope.of_teacher(request.user, room),
            wanted=sent.wanted,
            whole=sent.whole,
            chosen=sent.chosen,
            seen=request.POST.get("seen", ""),
            sure="sure" in request.POST,
            at=timezone.now(),
        )
    except OutOfReach:
        raise
    except Refused as why:
        return _look(request, room, sent, why.message)
    messages.success(request, counted(done.plan))
    return redirect("roster", class_id=room.pk)


def _page(request: PageRequest, room: Classroom, page: dict[str, Any]) -> HttpResponse:
    faulty = page.get("refused") or (page["plan"].faults if "plan" in page else ())
    typed = {"pasted": request.POST.get("pasted", ""), "whole": "whole" in request.POST}
    whole = page_of(request, room, "roster") | typed | page
    return render(request, "teacher/import_roster/page.html", whole, status=422 if faulty else 200)
