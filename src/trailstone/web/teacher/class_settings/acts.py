"""What the forms of the settings do, what is said then, and where it leads."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trailstone.goals.actions import copy_class
from trailstone.people import actions
from trailstone.people.errors import Refused
from trailstone.people.models import Classroom
from trailstone.web.access import PageRequest
from trailstone.web.teacher.desk import read_day
from trailstone.web.teacher.sending import key_of

UNSENT = "The site sends no e-mail yet."
NO_DAY = "That is no day. Choose one from the calendar, or leave the field empty."


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence, and the address it leads to ("" for the settings again)."""

    text: str
    to: str = ""


Act = Callable[[PageRequest, Classroom, dict[str, Any]], Said]


def _name(request: PageRequest, room: Classroom, whose: dict[str, Any]) -> Said:
    actions.rename_class(**whose, name=request.POST.get("name", ""))
    return Said(_("The class has its new name."))


def _close(request: PageRequest, room: Classroom, whose: dict[str, Any]) -> Said:
    actions.close_code(**whose)
    return Said(_("The code is closed: nobody can join with it."))


def _open(request: PageRequest, room: Classroom, whose: dict[str, Any]) -> Said:
    actions.open_code(**whose, at=timezone.now())
    return Said(_("The code is open."))


def _rotate(request: PageRequest, room: Classroom, whose: dict[str, Any]) -> Said:
    actions.rotate_code(**whose, at=timezone.now())
    return Said(_("The class has a new code; the old one does not work any more."))


def _until(request: PageRequest, room: Classroom, whose: dict[str, Any]) -> Said:
    typed = request.POST.get("day", "").strip()
    day = read_day(typed)
    if typed and day is None:
        raise Refused(NO_DAY)
    actions.end_code(**whose, last_day=day, at=timezone.now())
    return Said(_("The code works until the end of this day.") if day else _("The code has no end now."))


def _invite(request: PageRequest, room: Classroom, whose: dict[str, Any]) -> Said:
    if not settings.MAIL:
        raise Refused(UNSENT)
    link = request.build_absolute_uri(reverse("join-code", args=[room.code]))
    sent = actions.invite(**whose, typed=request.POST.get("addresses", ""), link=link, at=timezone.now())
    return Said(ngettext("%(n)d letter is on its way.", "%(n)d letters are on their way.", sent) % {"n": sent})


def _policy(request: PageRequest, room: Classroom, whose: dict[str, Any]) -> Said:
    actions.choose_policy(**whose, policy=request.POST.get("policy", ""))
    return Said(_("The rule is saved. It holds from the next work on; levels stay as they are."))


def _add_teacher(request: PageRequest, room: Classroom, whose: dict[str, Any]) -> Said:
    colleague = actions.add_co_teacher(**whose, username=request.POST.get("username", ""), at=timezone.now())
    return Said(_("%(name)s teaches the class too now.") % {"name": colleague.name})


def _remove_teacher(request: PageRequest, room: Classroom, whose: dict[str, Any]) -> Said:
    teacher = key_of(request.POST.get("teacher", ""))
    if teacher is not None:
        actions.remove_co_teacher(**whose, teacher=teacher, at=timezone.now())
    gone = teacher == request.user.pk
    return Said(_("Saved: who teaches the class."), reverse("dashboard") if gone else "")


def _hand_over(request: PageRequest, room: Classroom, whose: dict[str, Any]) -> Said:
    colleague = actions.hand_over(**whose, username=request.POST.get("username", ""), at=timezone.now())
    said = _("%(room)s is handed over to %(name)s.") % {"room": room.name, "name": colleague.name}
    return Said(said, reverse("dashboard"))


def _copy(request: PageRequest, room: Classroom, whose: dict[str, Any]) -> Said:
    asked = request.POST
    about: dict[str, Any] = {"name": asked.get("name", ""), "goals": "goals" in asked, "learners": "learners" in asked}
    made = copy_class(**whose, **about, at=timezone.now())
    said = [_("%(name)s is ready.") % {"name": made.classroom.name}]
    if made.left_out:
        said.append(_("Without these goals, whose date is over: %(goals)s.") % {"goals": ", ".join(made.left_out)})
    return Said(" ".join(said), reverse("class-overview", args=[made.classroom.pk]))


def _archive(request: PageRequest, room: Classroom, whose: dict[str, Any]) -> Said:
    actions.archive_class(**whose, at=timezone.now())
    return Said(_("The class is archived. Learners no longer see it; nothing is lost."))


def _restore(request: PageRequest, room: Classroom, whose: dict[str, Any]) -> Said:
    actions.restore_class(**whose)
    return Said(_("The class is live again."))


def _delete(request: PageRequest, room: Classroom, whose: dict[str, Any]) -> Said:
    actions.delete_class(**whose, typed=request.POST.get("typed", ""), at=timezone.now())
    said = _("%(name)s is deleted. The learners keep their accounts, their work and their levels.")
    return Said(said % {"name": room.name}, reverse("dashboard"))


ACTS: Mapping[str, Act] = {
    "name": _name, "close": _close, "open": _open, "rotate": _rotate, "until": _until, "invite": _invite,
    "policy": _policy, "add-teacher": _add_teacher, "remove-teacher": _remove_teacher, "hand-over": _hand_over,
    "copy": _copy, "archive": _archive, "restore": _restore, "delete": _delete,
}  # fmt: skip
