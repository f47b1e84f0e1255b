"""A new mastery goal: on a course, or on several units at once."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from mastery.goals import TARGET_MAX, TARGET_MIN
from trailstone.content.catalogue import CourseMap, courses
from trailstone.goals import actions, queries
from trailstone.goals.results import Placed
from trailstone.people.errors import Refused
from trailstone.people.models import Classroom
from trailstone.web.access import PageRequest, teacher_page
from trailstone.web.teacher.desk import school_day
from trailstone.web.teacher.frame import class_of, page_of
from trailstone.web.teacher.new_goal.draft import Draft, read
from trailstone.web.teacher.new_goal.preview import previews


@require_http_methods(["GET", "POST"])
@teacher_page
def new_goal(request: PageRequest, class_id: UUID) -> HttpResponse:
    """The form, filled from the address (so that other pages can begin a goal); posting sets the goal."""
    room = class_of(request, class_id)
    today = school_day(room)
    held = [courses()[each.id] for each in queries.courses_of(room) if each.id in courses()]
    draft = read(request.POST if request.method == "POST" else request.GET, held, today)
    if request.method == "GET":
        return _page(request, room, draft, held, today)
    try:
        placed = _set(request, room, draft)
    except Refused as refused:
        return _page(request, room, draft, held, today, refused.message)
    messages.success(request, " ".join(sentence for each in placed for sentence in each.sentences))
    return HttpResponseRedirect(f"{reverse('goals', args=[room.pk])}?kind={draft.kind}")


def _set(request: PageRequest, room: Classroom, draft: Draft) -> Sequence[Placed]:
    due, target, at = draft.checked_due(), draft.checked_target(), timezone.now()
    if draft.kind == "unit":
        return actions.set_unit_goals(
            actor=request.user, classroom=room, unit_ids=draft.units, learners=draft.chosen,
            due=due, target=target, at=at,
        )  # fmt: skip
    placed = actions.place(
        actor=request.user, classroom=room, course_id=draft.course, learners=draft.chosen,
        due=due, target=target, at=at,
    )  # fmt: skip
    return [placed]


def _page(
    request: PageRequest, room: Classroom, draft: Draft, held: Sequence[CourseMap], today: date, refusal: str = ""
) -> HttpResponse:
    page = {
        **page_of(request, room, "placement"),
        "draft": draft,
        "courses": held,
        "learners": room.learners,
        "previews": previews(room, draft, held, today) if held else (),
        "today": today,
        "lowest": TARGET_MIN,
        "highest": TARGET_MAX,
        "refusal": refusal,
    }
    return render(request, "teacher/new_goal/page.html", page, status=422 if refusal else 200)
