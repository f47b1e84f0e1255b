"""A class of the school, for its owner: the mastery report, also of classes that others teach."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET

from trailstone.people.models import Classroom, Role
from trailstone.reports import queries as reports
from trailstone.reports.learner import courses_by_class
from trailstone.reports.sheets.levels import mastery_table
from trailstone.web.access import PageRequest, signed_in
from trailstone.web.leader import asked
from trailstone.web.teacher.desk import as_file, school_day
from trailstone.web.teacher.mastery_report import screen


@require_GET
@signed_in
def school_class(request: PageRequest, class_id: UUID) -> HttpResponse:
    """The report; the owner's own classes open as their teacher sees them."""
    if request.user.role != Role.OWNER:
        raise Http404
    room = get_object_or_404(Classroom.objects.select_related("school"), school=request.user.school_id, pk=class_id)
    if request.user.taught_classes.filter(pk=room.pk).exists():
        return redirect(f"{reverse('mastery-report', args=[room.pk])}?{request.GET.urlencode()}")
    held = list(courses_by_class([room.pk])[room.pk])
    course = asked.asked_course(request.GET, held)
    if course is None:
        raise Http404
    report = reports.mastery(room, course)
    wish = screen.read_wish(request.GET, report)
    rows = screen.chosen_rows(report, wish)
    if file := as_file(request.GET, mastery_table(report, rows), room.name, course.title, "mastery"):
        return file
    page: dict[str, Any] = {
        **screen.table(report, rows, wish),
        "room": room,
        "teachers": ", ".join(at.teacher.name for at in room.teachings.select_related("teacher").order_by("since")),
        "address": reverse("school-class", args=[room.pk]),
        "courses": held,
        "course": course,
        "query": screen.kept(request.GET, course),
        "today": school_day(room),
    }
    return render(request, f"leader/school_class/page.html{'#report' if request.htmx else ''}", page)
