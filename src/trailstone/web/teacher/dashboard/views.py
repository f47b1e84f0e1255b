"""All classes of a teacher: what happened, and what wants a look."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from trailstone.content.catalogue import CourseMap
from trailstone.goals.actions import seen_by_teacher
from trailstone.goals.queries import AchievedNews, news_for_teacher
from trailstone.goals.wording import people
from trailstone.people import visits
from trailstone.people.models import Classroom
from trailstone.problems.queries import waiting
from trailstone.reports.learner import courses_by_class
from trailstone.reports.overview import ClassWeek, weeks
from trailstone.reports.since import since_last_visit
from trailstone.web.access import PageRequest, teacher_page
from trailstone.web.teacher.frame import mark_of

TINTS = ("spruce", "", "sun", "coral")
NEWS = 3  # rows of news above the table


@dataclass(frozen=True, slots=True)
class Row:
    """A class on the dashboard."""

    room: Classroom
    mark: str
    tint: str
    courses: tuple[CourseMap, ...]
    week: ClassWeek


@require_http_methods(["GET", "POST"])
@teacher_page
def dashboard(request: PageRequest) -> HttpResponse:
    """The table of classes. Posting ``seen`` puts the news away; ``here`` notes that the teacher is looking."""
    news, now = news_for_teacher(request.user), timezone.now()
    rooms = list(request.user.taught_classes.select_related("school").order_by("name", "pk"))
    live = [room for room in rooms if room.archived_at is None]
    if request.method == "POST" and "here" in request.POST:
        visits.visit(actor=request.user, classrooms=live, at=now)
        return HttpResponse(status=204)
    if request.method == "POST":
        seen_by_teacher(actor=request.user, aim_ids=[one.aim_id for one in news], at=now)
        visits.seen(actor=request.user, classrooms=live, at=now)
        return redirect("dashboard")
    timezone.activate(request.user.school.time_zone)
    page = {
        "rows": _rows(live),
        "since": since_last_visit(request.user, live, now),
        "archived": [room for room in rooms if room.archived_at],
        "news": _by_goal(news)[:NEWS],
        "more": max(0, len(_by_goal(news)) - NEWS),
        "problems": waiting(request.user),
    }
    return render(request, "teacher/dashboard/page.html", page)


def _rows(rooms: Sequence[Classroom]) -> list[Row]:
    found, held = weeks(rooms, timezone.now()), courses_by_class([room.pk for room in rooms])
    return [
        Row(room, mark_of(room.name), TINTS[place % len(TINTS)], held.get(room.pk, ()), found[room.pk])
        for place, room in enumerate(rooms)
    ]


def _by_goal(news: Sequence[AchievedNews]) -> list[tuple[AchievedNews, str]]:
    """The news, one row a goal: its latest, and who reached it, in words."""
    rows: dict[UUID, tuple[AchievedNews, list[str]]] = {}
    for one in news:
        rows.setdefault(one.goal_id, (one, []))[1].append(one.name)
    return [(one, people(names)) for one, names in rows.values()]
