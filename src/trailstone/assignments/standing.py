"""One learner's part in an assignment as a value: shared by the teacher's and the learner's queries."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from trailstone.assignments.models import Assignment, Item, Share
from trailstone.assignments.naming import Named
from trailstone.assignments.states import Done, State, state_of
from trailstone.assignments.work import Result, Tries, percent_of, result_of


@dataclass(frozen=True, slots=True)
class Standing:
    """How far somebody is. ``results``: one for each thing that is still on the site, in order.

    ``done``: how many of them are finished; ``right`` of ``asked``: their best tries added up, of the finished ones;
    ``done_at``: when the last of them was finished first, None while one is not. ``late``: a best try came after the
    due moment. ``left_out``: the things of the assignment that this learner need not do.
    """

    state: State
    due_at: datetime
    extended: bool
    results: tuple[Result, ...]
    done: int
    right: int
    asked: int
    done_at: datetime | None
    late: bool
    left_out: tuple[Named, ...] = ()

    @property
    def percent(self) -> int | None:
        """The share right of all best tries, rounded half up; None before one is finished."""
        return percent_of(self.right, self.asked)

    @property
    def score(self) -> int | None:
        """The percent, once all of the assignment is done: half of it is no score yet."""
        return self.percent if self.state.done else None

    @property
    def begun(self) -> bool:
        """Something was begun or finished since the start."""
        return any(result.open_attempt or result.tries for result in self.results)


def standing_of(
    assignment: Assignment, items: Sequence[tuple[Item, Named]], share: Share, tries: Tries, at: datetime
) -> Standing:
    """How the learner of ``share`` stands at the moment ``at``. No query."""
    due_at, mine = due_of(assignment, share), to_do(items, share)
    results = tuple(
        result_of(item, assignment, due_at, tries.get((share.learner_id, *named.thing.key), ()), at)
        for item, named in mine
        if not named.gone
    )
    things = [Done(bool(result.open_attempt), result.done_at) for result in results]
    moments = [result.done_at for result in results if result.done_at]
    return Standing(
        state=state_of(starts_at=assignment.starts_at, due_at=due_at, at=at, things=things),
        due_at=due_at,
        extended=due_at != assignment.due_at,
        results=results,
        done=len(moments),
        right=sum(result.right for result in results),
        asked=sum(result.asked for result in results),
        done_at=max(moments) if moments and len(moments) == len(results) else None,
        late=any(result.best_late for result in results),
        left_out=tuple(named for item, named in items if item.key in share.without),
    )


def to_do(items: Sequence[tuple[Item, Named]], share: Share) -> Sequence[tuple[Item, Named]]:
    """Those of the assignment's things that the learner of ``share`` is to do."""
    return [pair for pair in items if pair[0].key not in share.without] if share.without else items


def due_of(assignment: Assignment, share: Share) -> datetime:
    """When it is due for the learner: at the learner's own moment, when that is later than everybody's."""
    return max(share.due_at, assignment.due_at) if share.due_at else assignment.due_at
