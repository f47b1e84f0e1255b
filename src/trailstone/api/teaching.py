"""What a teacher may know of a class: the reports, the same rows as on the screen.

Operations return lists: a tuple of two would be taken for a status and a body.
"""

from uuid import UUID

from django.http import Http404
from ninja import Router

from trailstone.api.access import Asker, course_called, taught, today
from trailstone.api.shapes.reports import GoalOut, SkillsOut, TaughtClass
from trailstone.people.queries import ClassRow, classes_taught
from trailstone.reports import queries as reports
from trailstone.reports.queries import GoalReport, SkillsReport

router = Router(tags=["teaching"])


@router.get("/classes", response=list[TaughtClass])
def classes(request: Asker) -> list[ClassRow]:
    """The classes I teach, live ones first."""
    return list(classes_taught(request.user))


@router.get("/classes/{class_id}/progress", response=list[GoalOut])
def progress(request: Asker, class_id: UUID, removed: bool = False) -> list[GoalReport]:
    """The progress report: the live goals of a class (or the removed ones) with every learner's standing."""
    return list(reports.progress(taught(request, class_id), today(request), archived=removed))


@router.get("/classes/{class_id}/skills", response=SkillsOut)
def skills(request: Asker, class_id: UUID, course: str, unit: str = "") -> SkillsReport:
    """The skills report of a unit (its full id), or of all units of the course."""
    classroom, found = taught(request, class_id), course_called(course)
    if unit and unit not in found.by_unit:
        raise Http404
    return reports.skills(classroom, found, unit or None)
