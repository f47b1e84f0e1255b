"""A class at a glance: the week, who wants a look, how far the goals are, what is due."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from trailstone.ids import NOBODY
from trailstone.people import calendar
from trailstone.people import queries as people
from trailstone.people.codes import spaced
from trailstone.people.models import Classroom
from trailstone.reports.aims import GoalNow
from trailstone.reports.learner import courses_by_class
from trailstone.reports.looks import Kind, Look
from trailstone.reports.overview import ClassWeek, weeks
from trailstone.reports.starter import with_first_steps
from trailstone.web.access import PageRequest, teacher_page
from trailstone.web.components.matrix import address
from trailstone.web.teacher.frame import class_of, page_of
from trailstone.web.teacher.starter.steps import checklist

FEW: Final = 5  # rows of stuck skills; the skills report has them all
NEXT: Final = 5  # dates to come that are told; the year has them all
NAMED: Final = 35  # learners of a row who are named: a whole class; of a very large one the rest are counted


@dataclass(frozen=True, slots=True)
class Shown:
    """A row of *Needs a look*: some learners with links (and ``more``), what it is, and one thing to do."""

    kind: Kind
    icon: str
    tint: str
    people: SafeString
    more: int
    words: Promise
    about: str
    action: Promise
    href: str


@dataclass(frozen=True, slots=True)
class Manner:
    """How rows of a kind look: icon, tint, words behind the names, what the link says and where it leads."""

    icon: str
    tint: str
    words: Promise
    action: Promise
    href: Callable[[Classroom, Look], str]


def _panel(room: Classroom, look: Look) -> str:
    return reverse("skill-panel", args=[room.pk, look.skill.id if look.skill else 0])


def _dropped(room: Classroom, look: Look) -> str:
    return f"{reverse('skills-report', args=[room.pk])}?only=dropped"


def _goal(room: Classroom, look: Look) -> str:
    return reverse("goal", args=[room.pk, look.goal_id])


def _assignment(room: Classroom, look: Look) -> str:
    return reverse("assignment-report", args=[room.pk, look.assignment_id])


def _roster(room: Classroom, look: Look) -> str:
    return reverse("roster", args=[room.pk])


MANNERS: Final[Mapping[Kind, Manner]] = {
    Kind.STUCK: Manner("triangle-alert", "coral", _("three misses or more this week on"), _("See the skill"), _panel),
    Kind.DROPPED: Manner("trending-down", "sun", _("lower in a skill than last week"), _("See which skills"), _dropped),
    Kind.LATE: Manner("calendar-clock", "coral", _("past the due date of"), _("See the goal"), _goal),
    Kind.MISSING: Manner("clipboard-list", "coral", _("have not done, past its date:"), _("See who"), _assignment),
    Kind.DANGER: Manner("flag", "sun", _("behind an even pace, with two weeks or less, to"), _("See the goal"), _goal),
    Kind.AWAY: Manner("moon", "", _("not here in the last seven days"), _("Check their logins"), _roster),
}  # fmt: skip


@require_safe
@teacher_page
def class_overview(request: PageRequest, class_id: UUID) -> HttpResponse:
    """The overview of the class."""
    now = timezone.now()
    room = class_of(request, class_id, lambda rooms: people.with_alarm(with_first_steps(rooms), now))
    week, today = weeks([room], now)[room.pk], calendar.today(room.school, now)
    held = courses_by_class([room.pk])[room.pk]
    page = {
        "week": week,
        "starter": checklist(room, held),
        "looks": _shown(room, week),
        **_goals(week.goals, today),
        "today": today,
        "courses": held,
        "code": spaced(room.code),
        "joinable": people.joinable(room, now),
        "guessed_at": people.guessed_at(room, now),
    }
    return render(request, "teacher/class_overview/page.html", page_of(request, room, "class-overview") | page)


def _goals(goals: Sequence[GoalNow], today: date) -> dict[str, object]:
    """The goals and the dates to come. Of a year that is laid out, what is far off and not begun stands apart."""
    coming = sorted((goal for goal in goals if goal.due_last >= today), key=lambda goal: goal.due_last)
    far = {goal.goal_id for goal in coming[NEXT:] if goal.kind == "unit" and not goal.achieved}
    return {
        "goals": [goal for goal in goals if goal.goal_id not in far],
        "later": [goal for goal in goals if goal.goal_id in far],
        "coming": coming[:NEXT],
        "coming_later": len(coming[NEXT:]),
    }


def _shown(room: Classroom, week: ClassWeek) -> list[Shown]:
    stuck = [look for look in week.looks if look.kind is Kind.STUCK][:FEW]
    return [_row(room, week, look) for look in week.looks if look.kind is not Kind.STUCK or look in stuck]


def _row(room: Classroom, week: ClassWeek, look: Look) -> Shown:
    how = MANNERS[look.kind]
    detail = address("learner-detail", room.pk, NOBODY)
    links = ((detail.replace("{learner}", str(who)), week.names[who]) for who in look.learners[:NAMED])
    named = format_html_join(", ", '<a href="{}">{}</a>', links)
    about, more = look.skill.name if look.skill else look.title, max(len(look.learners) - NAMED, 0)
    return Shown(look.kind, how.icon, how.tint, named, more, how.words, about, how.action, how.href(room, look))
