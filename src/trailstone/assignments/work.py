"""What learners did of the things that are assigned, out of the log: two statements, whatever their number."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.db.models import Q

from trailstone.assignments.models import Assignment, Item, Kind
from trailstone.assignments.states import Done, State, in_time, state_of
from trailstone.practice.models import Attempt
from trailstone.practice.models import State as Ended
from trailstone.progress.models import ReadMark

LESSON = "lesson:"


class Try(NamedTuple):  # a class has thousands of them
    """One attempt at a thing, open or finished. Of an article: the reading, without an attempt and without a score.

    ``assignment_id``: the assignment whose fixed questions it asked, if any.
    """

    attempt_id: UUID | None
    finished_at: datetime | None
    right: int
    asked: int
    assignment_id: UUID | None

    @property
    def score(self) -> tuple[float, int]:
        """What tries are compared by: the share right, then how many."""
        return (self.right / self.asked if self.asked else 0.0), self.right


Tries = Mapping[tuple[UUID, str, str], Sequence[Try]]  # by learner, kind and subject; in the order they were started


@dataclass(frozen=True, slots=True)
class Result:
    """What a learner has of one thing of an assignment.

    ``best``: the best finished try since the start (the earliest of equals), None before one is finished and for an
    article; ``right``, ``asked`` and ``percent`` are its score. ``done_at``: when the thing was finished first.
    ``best_late``: the best try was finished after the learner's due moment. ``tries``: how many were finished.
    ``open_attempt``: the try that waits to be gone on with.
    """

    item_id: int
    state: State
    done_at: datetime | None
    best: UUID | None
    right: int
    asked: int
    best_late: bool
    tries: int
    open_attempt: UUID | None

    @property
    def percent(self) -> int | None:
        """The share right of the best try, rounded half up; None without one."""
        return percent_of(self.right, self.asked) if self.best else None


def percent_of(right: int, asked: int) -> int | None:
    """Right of asked in percent, rounded half up; None of nothing."""
    return (200 * right + asked) // (2 * asked) if asked else None


def tries_of(
    school_id: int, learners: Collection[UUID], items: Collection[Item], *, since: datetime | None = None
) -> Tries:
    """Every try of these learners at these things that is open, or was finished since then (None: ever)."""
    found: defaultdict[tuple[UUID, str, str], list[Try]] = defaultdict(list)
    subjects = {item.subject for item in items if item.kind != Kind.ARTICLE}
    if subjects and learners:
        kinds = {item.kind for item in items}
        rows = Attempt.objects.filter(school_id=school_id, learner_id__in=learners, subject__in=subjects)
        late_enough = Q(finished_at__gte=since) if since else Q()
        rows = rows.filter(Q(state=Ended.OPEN) | Q(late_enough, state=Ended.FINISHED), activity__in=kinds)
        columns = ("id", "finished_at", "right", "asked", "assignment_id")
        found_rows = rows.order_by("started_at").values_list("learner_id", "activity", "subject", *columns)
        for learner, activity, subject, *values in found_rows:
            found[learner, activity, subject].append(Try._make(values))
    for learner, subject, at in _readings(school_id, learners, items):
        found[learner, Kind.ARTICLE, subject].append(Try(None, at, 0, 0, None))
    return found


def _readings(
    school_id: int, learners: Collection[UUID], items: Iterable[Item]
) -> Iterable[tuple[UUID, str, datetime]]:
    lessons = {item.subject.removeprefix(LESSON) for item in items if item.kind == Kind.ARTICLE}
    if not lessons or not learners:
        return []
    marks = ReadMark.objects.filter(school_id=school_id, learner_id__in=learners, lesson_id__in=lessons)
    return [(who, LESSON + lesson, at) for who, lesson, at in marks.values_list("learner_id", "lesson_id", "at")]


def result_of(item: Item, assignment: Assignment, due_at: datetime, found: Sequence[Try], at: datetime) -> Result:
    """What ``found``, a learner's tries at the thing, come to in the assignment. ``due_at``: the learner's own."""
    counting = [each for each in found if counts(each, item, assignment)]
    finished = sorted(((each.finished_at, each) for each in counting if each.finished_at), key=lambda pair: pair[0])
    first = max(finished[0][0], assignment.starts_at) if finished else None
    waiting = next((each.attempt_id for each in reversed(counting) if each.finished_at is None), None)
    scored = finished and item.kind != Kind.ARTICLE
    ended, best = max(finished, key=lambda pair: pair[1].score) if scored else (at, None)
    part = Done(begun=bool(waiting), finished_at=first)
    return Result(
        item_id=item.pk,
        state=state_of(starts_at=assignment.starts_at, due_at=due_at, at=at, things=[part]),
        done_at=first,
        best=best.attempt_id if best else None,
        right=best.right if best else 0,
        asked=best.asked if best else 0,
        best_late=best is not None and not in_time(ended, due_at),
        tries=len(finished),
        open_attempt=waiting,
    )


def counts(found: Try, item: Item, assignment: Assignment) -> bool:
    """Whether a try is one at the assignment: open, or finished since its start, wherever it was started.

    Where all get the same questions, only a try that asked these. What was read before stays read.
    """
    if item.kind == Kind.ARTICLE:
        return True
    own = not assignment.same_questions or found.assignment_id == assignment.pk
    return own and (found.finished_at is None or found.finished_at >= assignment.starts_at)
