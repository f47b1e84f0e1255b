"""Why a learner's level changed or did not, for the teacher, with what may be corrected one click away."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from trailstone.web.access import PageRequest, teacher_page
from trailstone.web.practice.why.reason import reason
from trailstone.web.teacher.frame import class_of, page_of


@require_safe
@teacher_page
def teacher_why(
    request: PageRequest, class_id: UUID, learner_id: UUID, attempt_id: UUID, skill_id: int
) -> HttpResponse:
    """The reason for the change that an attempt, or a correction, made to a skill of a learner of the class."""
    room = class_of(request, class_id)
    learner = room.learners.select_related("school").filter(pk=learner_id).first()
    found = reason(learner, attempt_id, skill_id) if learner else None
    if learner is None or found is None:
        raise Http404
    whose = [room.pk, learner.pk]
    page = {
        "learner": learner,
        "reason": found,
        "story": [(one, reverse("teacher-why", args=[*whose, one.change.attempt_id, skill_id])) for one in found.story],
    }
    return render(request, "teacher/why/page.html", page_of(request, room, "roster") | page)
