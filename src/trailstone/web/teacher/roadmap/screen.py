"""What the page of the year shows: a row a unit, the remarks, and first guesses for spreading the units evenly."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from trailstone.goals import roadmap
from trailstone.goals.queries import ClassGoal, Lane
from trailstone.goals.roadmap import Stage
from trailstone.goals.school_days import SchoolDays
from trailstone.web.components.year import Picture, picture
from trailstone.web.teacher.roadmap.draft import Draft

A_YEAR: Final = timedelta(weeks=36)  # of school, about; where the class has no course goal


@dataclass(frozen=True, slots=True)
class Row:
    """A unit. ``days``: school days; ``a`` to ``z``: its bar in percent; ``own``: learners with another due date."""

    stage: Stage
    position: int
    skills: int
    goal: ClassGoal | None
    seen: date | None
    fault: str
    changed: bool
    days: int
    a: float
    z: float
    state: str  # none, done, now, ahead, over

    @property
    def reached(self) -> int:
        """How many learners reached the goal."""
        return sum(line.achieved for line in self.goal.assigned) if self.goal else 0

    @property
    def learners(self) -> int:
        """How many have it."""
        return len(self.goal.assigned) if self.goal else 0

    @property
    def share(self) -> int:
        """Percent of them who reached it."""
        return 100 * self.reached // self.learners if self.learners else 0

    @property
    def own(self) -> int:
        """How many have a date of their own."""
        return sum(line.due != self.goal.due for line in self.goal.assigned) if self.goal else 0


@dataclass(frozen=True, slots=True)
class Trail:
    """A course of the page. ``first`` and ``last``: between them the units without dates would be spread."""

    lane: Lane
    rows: tuple[Row, ...]
    remarks: tuple[str, ...]
    faults: tuple[str, ...]
    first: date
    last: date
    dated: int


@dataclass(frozen=True, slots=True)
class Screen:
    """The whole page."""

    picture: Picture
    trails: tuple[Trail, ...]

    @property
    def faults(self) -> list[str]:
        """What keeps the year from being saved."""
        return [fault for trail in self.trails for fault in trail.faults]

    @property
    def changes(self) -> int:
        """How many units differ from what is saved."""
        return sum(row.changed for trail in self.trails for row in trail.rows)


def screen(lanes: tuple[Lane, ...], draft: Draft, today: date, calendar: SchoolDays) -> Screen:
    """The page for a draft."""
    held = {stage.unit_id: stage for lane in lanes for stage in lane.stages if stage.unit_id in lane.goals}
    faults = {**roadmap.faults(draft.all, held, today), **draft.unread}
    ends = [lane.ends for lane in lanes]
    wide = picture([*(day for one in draft.all for day in (one.starts, one.due)), *ends], today, calendar)
    return Screen(wide, tuple(_trail(lane, draft, faults, wide) for lane in lanes if lane.stages))


def _trail(lane: Lane, draft: Draft, faults: Mapping[str, str], wide: Picture) -> Trail:
    stages = draft.stages[lane.course.id]
    first, last = between(lane, stages, wide)
    rows = tuple(
        _row(lane, stage, was, draft, faults.get(stage.unit_id, ""), wide)
        for stage, was in zip(stages, lane.stages, strict=True)
    )
    told = tuple(row.fault for row in rows if row.fault)
    remarks = roadmap.remarks(stages, wide.calendar, lane.ends)
    return Trail(lane, rows, remarks, told, first, last, sum(stage.due is not None for stage in stages))


def between(lane: Lane, stages: tuple[Stage, ...], wide: Picture) -> tuple[date, date]:
    """The days that units without dates may have: after the last that has one, to the end of the course goal."""
    taken = max((stage.due for stage in stages if stage.due), default=wide.today - timedelta(days=1))
    first = wide.calendar.onwards(max(taken + timedelta(days=1), wide.today))
    return first, lane.ends if lane.ends and lane.ends > first else first + A_YEAR


def _row(lane: Lane, stage: Stage, was: Stage, draft: Draft, fault: str, wide: Picture) -> Row:
    unit = lane.course.by_unit[stage.unit_id]
    goal = lane.goals.get(stage.unit_id)
    starts = stage.starts or (min(goal.set_at.date(), goal.due) if goal else stage.due)
    there = bool(starts and stage.due and starts <= stage.due)
    return Row(
        stage=stage,
        position=unit.position,
        skills=len(unit.skills),
        goal=goal,
        seen=draft.seen.get(stage.unit_id),
        fault=fault,
        changed=stage != was,
        days=wide.calendar.count(stage.starts, stage.due) if stage.starts and stage.due else 0,
        a=wide.place(starts) if starts and there else 0,
        z=wide.end(stage.due) if stage.due and there else 0,
        state=_state(stage, goal, wide.today),
    )


def _state(stage: Stage, goal: ClassGoal | None, today: date) -> str:
    if stage.due is None:
        return "none"
    if goal and goal.assigned and all(line.achieved for line in goal.assigned):
        return "done"
    if stage.due < today:
        return "over"
    return "ahead" if stage.starts and stage.starts > today else "now"
