"""The year of a course: when the class turns to each unit, what is amiss with that, and how the rest follows a slip."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from trailstone.goals.checks import YEARS_AHEAD
from trailstone.goals.school_days import A_DAY, SchoolDays
from trailstone.goals.wording import day, people, school_days


@dataclass(frozen=True, slots=True)
class Stage:
    """A unit in the year. Without ``due`` it has no goal yet; without ``starts`` it is open from the first day."""

    unit_id: str
    title: str
    starts: date | None = None
    due: date | None = None


def faults(stages: Iterable[Stage], saved: Mapping[str, Stage], today: date) -> Mapping[str, str]:
    """Why a stage cannot be saved as it is, by unit: a sentence that says what to do.

    ``saved``: the stages that have a goal, by unit. What stays as it was saved is not judged.
    """
    judged = ((stage, saved.get(stage.unit_id)) for stage in stages if saved.get(stage.unit_id) != stage)
    found = {stage.unit_id: _fault(stage, was, today) for stage, was in judged}
    return {unit: sentence for unit, sentence in found.items() if sentence}


def _fault(stage: Stage, was: Stage | None, today: date) -> str:
    if stage.due is None:
        return _without_due(stage, was)
    rules = (
        (stage.due < today and not (was and was.due == stage.due), f"is due on {day(stage.due)}, which is past"),
        (_years_apart(today, stage.due) > YEARS_AHEAD, f"is due more than {YEARS_AHEAD} years ahead"),
        (stage.starts is not None and stage.starts > stage.due, f"starts after its due date {day(stage.due)}"),
        (stage.starts is not None and _years_apart(stage.starts, today) > 1, "starts more than a year ago"),
    )
    told = next((why for holds, why in rules if holds), "")
    return f"{stage.title} {told}. Choose another day." if told else ""


def _without_due(stage: Stage, was: Stage | None) -> str:
    if was is not None:
        return f"{stage.title} has a goal, so it needs a due date. To take the goal away, open it and remove it."
    return f"{stage.title} has a start. Give it a due date, too." if stage.starts else ""


def _years_apart(early: date, late: date) -> float:
    return (late - early).days / 365.25


def remarks(stages: Sequence[Stage], calendar: SchoolDays, course_due: date | None = None) -> tuple[str, ...]:
    """What a teacher should know of a course's year: overlaps, gaps, dates without school, units without dates.

    ``stages``: in the order of the curriculum. ``course_due``: of the course goal, when there is one.
    """
    dated = [stage for stage in stages if stage.due]
    empty = [stage.title for stage in stages if not stage.due] if dated else []
    none_yet = "has no dates yet" if len(empty) == 1 else "have no dates yet"
    return (
        *_neighbours(dated, calendar),
        *_without_school(dated, calendar),
        *_after(dated, course_due),
        *([f"{people(empty)} {none_yet}."] if empty else []),
    )


def _after(dated: Iterable[Stage], course_due: date | None) -> Iterator[str]:
    for stage in dated:
        if course_due and stage.due and stage.due > course_due:
            yield f"{stage.title} is due after the course goal, {day(course_due)}."


def _neighbours(dated: Sequence[Stage], calendar: SchoolDays) -> Iterator[str]:
    for before, after in pairwise(dated):
        if before.due and after.due and after.starts:
            yield from _between(before, before.due, after, after.starts, calendar)


def _between(before: Stage, ends: date, after: Stage, starts: date, calendar: SchoolDays) -> Iterator[str]:
    both = calendar.count(starts, min(ends, after.due or ends))
    free = calendar.count(ends + A_DAY, starts - A_DAY)
    if before.starts and starts < before.starts:
        yield f"{after.title} starts before {before.title}, which comes first in the course."
    elif both:
        yield f"{before.title} and {after.title} overlap by {school_days(both)}."
    elif free:
        yield f"Between {before.title} and {after.title} there is a gap of {school_days(free)}."


def _without_school(dated: Iterable[Stage], calendar: SchoolDays) -> Iterator[str]:
    for stage in dated:
        if stage.starts and stage.due and stage.starts <= stage.due and not calendar.count(stage.starts, stage.due):
            yield f"{stage.title} has no school day between its dates."
        elif stage.due and not calendar.is_one(stage.due):
            why = calendar.why_not(stage.due) or f"{stage.due:%A}"
            yield f"{stage.title} is due on {day(stage.due)}, a day without school ({why})."


def follow(
    stages: Sequence[Stage], seen: Mapping[str, date | None], calendar: SchoolDays
) -> tuple[tuple[Stage, ...], int]:
    """Move the stages behind the first one whose due date differs from ``seen`` by as many school days.

    Returns the stages, and by how many school days (0: no date differs). Stages that were moved by hand stay.
    """
    slips = ((at, was, stage.due) for at, stage in enumerate(stages) if (was := seen.get(stage.unit_id)))
    at, was, now = next(((at, was, now) for at, was, now in slips if now and now != was), (0, None, None))
    if was is None or now is None:
        return tuple(stages), 0
    by = calendar.apart(was, now)
    rest = (one if one.due != seen.get(one.unit_id) else _later(one, by, calendar) for one in stages[at + 1 :])
    return (*stages[: at + 1], *rest), by


def _later(stage: Stage, by: int, calendar: SchoolDays) -> Stage:
    return replace(
        stage,
        starts=stage.starts and calendar.move(stage.starts, by),
        due=stage.due and calendar.move(stage.due, by),
    )
