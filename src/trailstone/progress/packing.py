"""The packed rows: a learner's levels in a course as bytes, and what they add up to."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import transaction

from mastery import Level
from mastery.points import percent, points
from trailstone import events
from trailstone.content.catalogue import CATALOGUE, CourseMap
from trailstone.progress.models import CourseProgress, LevelChange

SUMS: Final = ("points", "percent", "attempted", "familiar", "proficient", "mastered")
BATCH: Final = 500


def latest_levels(school_id: int, learner_id: UUID, skill_ids: Iterable[int]) -> dict[int, int]:
    """Where the log of changes left these skills (skills without a change are not in the result). One query."""
    rows = LevelChange.objects.filter(school_id=school_id, learner_id=learner_id, skill_id__in=list(skill_ids))
    return dict(rows.order_by("at").values_list("skill_id", "after"))


def courses_of(skill_ids: Collection[int], course_id: str | None = None) -> list[CourseMap]:
    """Every course that one of these skills counts in, and ``course_id``: a learner has one level for a skill, counted
    in each."""
    ids = {course for skill in skill_ids for course in CATALOGUE.courses_with(skill)} | {course_id}
    return [course for course in CATALOGUE.courses().values() if course.id in ids]


def stored_levels(
    school_id: int, learner_id: UUID, courses: Iterable[CourseMap]
) -> tuple[dict[int, int], datetime | None]:
    """The level of every skill of these courses, by skill, from the packed rows, and when the last row was written.

    A course whose row is missing (or shorter than the course now is) may hold skills practised in another course:
    those come from the log.
    """
    rows = CourseProgress.objects.filter(school_id=school_id, learner_id=learner_id)
    found = {course: (bytes(row), at) for course, row, at in rows.values_list("course_id", "levels", "updated_at")}
    levels: dict[int, int] = {}
    missing: set[int] = set()
    for course in courses:
        row, _ = found.get(course.id, (b"", None))
        for skill in course.skills.values():
            if skill.slot < len(row):
                levels[skill.id] = row[skill.slot]
            else:
                missing.add(skill.id)
    last = max((at for _, at in found.values()), default=None)
    return {**latest_levels(school_id, learner_id, missing), **levels} if missing else levels, last


def packed(course: CourseMap, levels: Mapping[int, int]) -> bytes:
    """A course's levels as one byte a slot, in the course's fixed order; slots without a skill in force are 0."""
    row = bytearray(course.slots)
    for skill in course.skills.values():
        row[skill.slot] = levels.get(skill.id, 0)
    return bytes(row)


def sums(course: CourseMap, row: bytes) -> dict[str, int]:
    """What a packed row adds up to, by the name of the column: the skills that count, and those alone."""
    counted = [row[skill.slot] if skill.slot < len(row) else 0 for skill in course.counting]
    often = Counter(counted)
    return {
        "points": points(counted),
        "percent": percent(counted),
        "attempted": often[Level.ATTEMPTED],
        "familiar": often[Level.FAMILIAR],
        "proficient": often[Level.PROFICIENT],
        "mastered": often[Level.MASTERED],
    }


def store(school_id: int, learner_id: UUID, levels: Mapping[CourseMap, Mapping[int, int]], at: datetime) -> None:
    """Write a learner's packed rows, one a course, in one statement."""
    rows = []
    for course, by_skill in levels.items():
        row = packed(course, by_skill)
        keys = {"school_id": school_id, "learner_id": learner_id, "course_id": course.id}
        rows.append(CourseProgress(**keys, levels=row, **sums(course, row), updated_at=at))
    _write(rows)


@transaction.atomic
def recount(event: events.CourseChanged) -> None:
    """Add up every packed row of a course anew, after loading changed which skills it has or which of them count."""
    course = CATALOGUE.courses()[event.course_id]
    rows = CourseProgress.objects.filter(course_id=course.id)
    for school_id in list(rows.values_list("school_id", flat=True).order_by().distinct()):
        here = rows.filter(school_id=school_id)
        learners = list(here.values_list("learner_id", flat=True))
        for start in range(0, len(learners), BATCH):
            some = here.filter(learner_id__in=learners[start : start + BATCH]).select_for_update()
            _write([row for row in some if _is_new(row, course)])


def _write(rows: list[CourseProgress]) -> None:
    CourseProgress.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["school", "learner", "course"],
        update_fields=["levels", *SUMS, "updated_at"],
    )


def _is_new(row: CourseProgress, course: CourseMap) -> bool:
    """Bring a row up to date with its course; whether that changed it."""
    before = (bytes(row.levels), *(getattr(row, name) for name in SUMS))
    levels = {skill.id: before[0][skill.slot] for skill in course.skills.values() if skill.slot < len(before[0])}
    missing = course.skills.keys() - levels.keys()
    if missing:
        levels |= latest_levels(row.school_id, row.learner_id, missing)
    row.levels = packed(course, levels)
    found = sums(course, row.levels)
    for name, value in found.items():
        setattr(row, name, value)
    return before != (row.levels, *found.values())
