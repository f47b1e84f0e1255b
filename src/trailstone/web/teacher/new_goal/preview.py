"""What a goal will do before it is set: how a learner will see it, and whose dates would move."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mastery.goals import TARGET_MAX
from trailstone.content.catalogue import CourseMap
from trailstone.goals import queries
from trailstone.goals.queries import ClassGoal, GoalLine
from trailstone.people.models import Classroom
from trailstone.reports import queries as reports
from trailstone.reports.queries import SkillsRow
from trailstone.web.teacher.new_goal.draft import Draft


@dataclass(frozen=True, slots=True)
class Preview:
    """One goal as it would be. ``example`` is a learner's row; ``moving``: has it with another date; by date."""

    title: str
    example: SkillsRow | None
    learners: int
    there: int
    moving: tuple[GoalLine, ...]


def previews(room: Classroom, draft: Draft, courses: Sequence[CourseMap], today: date) -> tuple[Preview, ...]:
    """A preview for each goal that the draft would set; none while course or units are missing."""
    scopes = _scopes(draft, courses)
    live = queries.class_goals(room, today) if scopes else ()
    return tuple(_preview(room, draft, course, unit_id, live) for course, unit_id in scopes)


def _scopes(draft: Draft, courses: Sequence[CourseMap]) -> list[tuple[CourseMap, str | None]]:
    if draft.kind == "course":
        return [(course, None) for course in courses if course.id == draft.course]
    return [(course, unit) for unit in draft.units for course in courses if unit in course.by_unit]


def _preview(
    room: Classroom, draft: Draft, course: CourseMap, unit_id: str | None, live: Sequence[ClassGoal]
) -> Preview:
    report = reports.skills(room, course, unit_id)
    rows = [row for row in report.rows if draft.chosen is None or row.learner_id in draft.chosen]
    target = draft.percent or TARGET_MAX
    return Preview(
        title=report.unit_title or report.course_title,
        example=min(rows, key=lambda row: row.percent >= target, default=None),
        learners=len(rows),
        there=sum(row.percent >= target for row in rows),
        moving=tuple(sorted(_moving(live, course.id, unit_id, draft), key=lambda line: line.due)),
    )


def _moving(live: Sequence[ClassGoal], course_id: str, unit_id: str | None, draft: Draft) -> Sequence[GoalLine]:
    same = [goal for goal in live if (goal.course_id, goal.unit_id) == (course_id, unit_id)]
    return [line for goal in same for line in goal.assigned if _moves(line, draft)]


def _moves(line: GoalLine, draft: Draft) -> bool:
    wanted = draft.chosen is None or line.learner_id in draft.chosen
    return wanted and draft.day is not None and line.due != draft.day
