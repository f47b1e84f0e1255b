"""What stands above every page about one learner: who it is, and the tabs."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import Http404
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from trailstone.people import calendar
from trailstone.people.models import Classroom, User
from trailstone.reports.queries.activity import last_worked
from trailstone.web.access import PageRequest
from trailstone.web.teacher.frame import page_of

TABS: tuple[tuple[str, str, str, Promise], ...] = (  # its name, its address and what that asks for, its words
    ("", "learner-detail", "", _("At a glance")),
    ("work", "learner-detail", "?tab=work", _("Everything tried")),
    ("assignments", "learner-assignments", "", _("Assignments")),
    ("notes", "learner-notes", "", _("Notes")),
)


@dataclass(frozen=True, slots=True)
class Tab:
    """A page about the learner."""

    words: Promise
    href: str
    current: bool


def learner_of(room: Classroom, learner_id: UUID) -> User:
    """The learner, who is in the class now, with the school and with when they last worked; else 404."""
    began, ended = last_worked(room.school, "pk")
    learners = room.learners.select_related("school").annotate(last_began=began, last_ended=ended)
    found = learners.filter(pk=learner_id).first()
    if found is None:
        raise Http404
    return found


def head(request: PageRequest, room: Classroom, learner: User, tab: str) -> dict[str, Any]:
    """What ``head.html`` shows. ``learner``: of ``learner_of``; ``tab``: the name of the one that is open."""
    worked = [moment for name in ("last_began", "last_ended") if (moment := getattr(learner, name))]
    key = [room.pk, learner.pk]
    return page_of(request, room, "roster") | {
        "learner": learner,
        "last_day": calendar.day_of(room.school, max(worked)) if worked else None,
        "tabs": [Tab(words, reverse(name, args=key) + query, each == tab) for each, name, query, words in TABS],
        "here": reverse("learner-detail", args=key),
        "paper": tab != "notes",  # what teachers note is not for the table of a talk with parents
    }
