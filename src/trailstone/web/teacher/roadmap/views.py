"""*The year*: the units of the class's courses over the school's calendar, typed or dragged, saved all at once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from trailstone.goals import actions, queries
from trailstone.goals import roadmap as rules
from trailstone.goals.queries import Lane
from trailstone.goals.roadmap import Stage
from trailstone.goals.school_days import SchoolDays, spread
from trailstone.people.errors import OutOfReach, Refused
from trailstone.people.models import Classroom
from trailstone.web.access import PageRequest, teacher_page
from trailstone.web.teacher import stale
from trailstone.web.teacher.desk import read_day, read_key, school_day
from trailstone.web.teacher.frame import class_of, page_of
from trailstone.web.teacher.roadmap.draft import Draft, read, saved, shown
from trailstone.web.teacher.roadmap.screen import Trail, screen


@dataclass(frozen=True, slots=True)
class Asked:
    """A request for the year, with what is saved and what was typed. ``about``: what the pressed button names."""

    request: PageRequest
    room: Classroom
    today: date
    calendar: SchoolDays
    lanes: tuple[Lane, ...]
    draft: Draft
    about: str = ""

    def sent(self, name: str) -> str:
        """A field of the form, or of the address that an Undo posts to."""
        return self.request.POST.get(name) or self.request.GET.get(name, "")


@require_http_methods(["GET", "POST"])
@teacher_page
def roadmap(request: PageRequest, class_id: UUID) -> HttpResponse:
    """The year; ``do`` says what was pressed. Only "save", "undo" and the holidays write."""
    room = class_of(request, class_id)
    today = school_day(room)
    lanes = queries.roadmap(room, today)
    draft = read(request.POST, lanes)
    asked = Asked(request, room, today, queries.school_days(room.school), lanes, draft)
    if request.method == "GET":
        return _page(asked)
    do, _colon, about = asked.sent("do").partition(":")
    if do not in ACTS:
        raise Http404
    try:
        return ACTS[do](replace(asked, about=about))
    except OutOfReach as why:
        raise Http404 from why
    except Refused as refused:
        return _page(asked, refused=refused.message)


def _check(asked: Asked) -> HttpResponse:
    return _page(asked)


def _save(asked: Asked) -> HttpResponse:
    if asked.draft.unread:
        raise Refused(" ".join(asked.draft.unread.values()))
    room, at = asked.room, timezone.now()
    stale.fresh(asked.sent(stale.FIELD), saved(asked.lanes).all, asked.draft.all)
    done = actions.lay_out(actor=asked.request.user, classroom=room, stages=asked.draft.all, at=at)
    undo = f"{asked.request.path}?{urlencode({'do': 'undo', 'plan': done.plan})}" if done.sentences else ""
    words = " ".join(done.sentences) or _("Nothing was different: the year is as it was.")
    messages.success(asked.request, words, extra_tags=undo)
    return HttpResponseRedirect(asked.request.path)


def _undo(asked: Asked) -> HttpResponse:
    plan, at = asked.sent("plan"), timezone.now()
    actions.undo_layout(actor=asked.request.user, classroom=asked.room, plan=plan, at=at)
    messages.success(asked.request, _("The year is as it was before."))
    return HttpResponseRedirect(asked.request.path)


def _follow(asked: Asked) -> HttpResponse:
    moved = {
        course: rules.follow(stages, asked.draft.seen, asked.calendar) for course, stages in asked.draft.stages.items()
    }
    by = next((by for _stages, by in moved.values() if by), 0)
    if not by:
        raise Refused(_("Change the due date of the unit that slips first. Then the units after it can follow."))
    words = ngettext(
        "Everything after it moves by %(n)d school day. Look at the dates, then save.",
        "Everything after it moves by %(n)d school days. Look at the dates, then save.",
        abs(by),
    )
    draft = shown({course: stages for course, (stages, _by) in moved.items()})
    return _page(replace(asked, draft=draft), told=words % {"n": by})


def _spread(asked: Asked) -> HttpResponse:
    lane = next((lane for lane in asked.lanes if lane.course.id == asked.about), None)
    if lane is None:
        raise Http404
    first, last = (read_day(asked.sent(f"{end}-{asked.about}")) for end in ("first", "last"))
    if first is None or last is None:
        raise Refused(_("Say from which day to which day the units shall be spread."))
    stages = asked.draft.stages[asked.about]
    empty = [stage for stage in stages if stage.due is None]
    sizes = [len(lane.course.by_unit[stage.unit_id].skills) for stage in empty]
    parts = spread(sizes, first, last, asked.calendar) if (last - first).days < FAR else ()
    if not parts:
        raise Refused(_("There are not enough school days between these two days, or every unit has dates already."))
    dates = dict(zip((stage.unit_id for stage in empty), parts, strict=True))
    filled = tuple(_dated(stage, dates) for stage in stages)
    told = _("The units share these days by their number of skills. Look at the dates, then save.")
    return _page(replace(asked, draft=shown({**asked.draft.stages, asked.about: filled})), told=told)


def _dated(stage: Stage, dates: Mapping[str, tuple[date, date]]) -> Stage:
    starts, due = dates.get(stage.unit_id, (stage.starts, stage.due))
    return replace(stage, starts=starts, due=due)


def _holiday(asked: Asked) -> HttpResponse:
    first, last = read_day(asked.sent("first")), read_day(asked.sent("last"))
    if first is None:
        raise Refused(_("Say on which day the holiday begins."))
    if last is None and asked.sent("last"):
        raise Refused(_("The last day of the holiday cannot be read. Write it as 2027-03-31."))
    who, name, at = asked.request.user, asked.sent("name"), timezone.now()
    made = actions.add_holiday(actor=who, name=name, first=first, last=last or first, at=at)
    return _with_holidays(asked, _("%(name)s is in the calendar of the whole school.") % {"name": made.name})


def _holiday_out(asked: Asked) -> HttpResponse:
    gone = actions.remove_holiday(actor=asked.request.user, holiday_id=read_key(asked.about) or 0)
    if gone is None:
        return _with_holidays(asked, _("This holiday is gone already."))
    back = {"do": "holiday", "name": gone.name, "first": gone.first.isoformat(), "last": gone.last.isoformat()}
    undo = f"{asked.request.path}?{urlencode(back)}"
    return _with_holidays(asked, _("%(name)s is taken out of the calendar.") % {"name": gone.name}, undo)


def _with_holidays(asked: Asked, told: str, undo: str = "") -> HttpResponse:
    """The page with the calendar read again, and everything typed as it was; from an Undo, the saved page."""
    messages.success(asked.request, told, extra_tags=undo)
    if "year" not in asked.request.POST:
        return HttpResponseRedirect(asked.request.path)
    return _page(replace(asked, calendar=queries.school_days(asked.room.school)), keep=False)


FAR: Final = 730  # days over which units can be spread
ACTS: Final[Mapping[str, Callable[[Asked], HttpResponse]]] = {
    "check": _check,
    "save": _save,
    "undo": _undo,
    "follow": _follow,
    "spread": _spread,
    "holiday": _holiday,
    "holiday-out": _holiday_out,
}


def _page(asked: Asked, *, refused: str = "", told: str = "", keep: bool = True) -> HttpResponse:
    """``keep``: what was typed of a holiday stays in its fields."""
    shown_now = screen(asked.lanes, asked.draft, asked.today, asked.calendar)
    page = {
        **page_of(asked.request, asked.room, "roadmap"),
        "year": shown_now,
        "holidays": queries.holidays(asked.request.user),
        "typed": asked.request.POST if keep else {},
        "trails": [(trail, *_ends(asked, trail)) for trail in shown_now.trails],
        "learners": asked.room.learners.count(),
        "mark": stale.kept(asked.sent(stale.FIELD), saved(asked.lanes).all, refused),
        "refused": refused,
        "told": told,
    }
    return render(asked.request, "teacher/roadmap/page.html", page, status=422 if refused else 200)


def _ends(asked: Asked, trail: Trail) -> tuple[str, str]:
    """The two days for spreading: as typed, else the first guesses."""
    course = trail.lane.course.id
    return asked.sent(f"first-{course}") or trail.first.isoformat(), asked.sent(
        f"last-{course}"
    ) or trail.last.isoformat()
