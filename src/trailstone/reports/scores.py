"""Scores: the learners of a class down, its assignments across by due date, a best score or a state in each cell."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from trailstone.assignments.queries import ClassAssignment, Line, class_assignments
from trailstone.assignments.states import Phase, State
from trailstone.people.models import Classroom
from trailstone.people.queries import named
from trailstone.reports.replica import from_replica
from trailstone.reports.standing import mean, rounded


@dataclass(frozen=True, slots=True)
class Score:
    """A learner in an assignment. ``percent``: of the best finished tries since the start, None until all is done."""

    state: State
    percent: int | None
    late: bool

    @property
    def done(self) -> bool:
        """In time or late."""
        return self.state.done


@dataclass(frozen=True, slots=True)
class ScoresRow:
    """A learner: a score for each assignment, None where it was not given. ``done`` of ``given``, of those that have
    started."""

    learner_id: UUID
    name: str
    username: str
    scores: tuple[Score | None, ...]
    done: int
    given: int

    @property
    def who(self) -> tuple[UUID, str, str]:
        """Key, name and user name."""
        return self.learner_id, self.name, self.username

    @property
    def share(self) -> int:
        """The share completed in percent; -1 of nothing."""
        return rounded(self.done, self.given) if self.given else -1

    @property
    def average(self) -> int | None:
        """The mean of the scores there are."""
        return average(self.scores)


@dataclass(frozen=True, slots=True)
class ScoresReport:
    """``columns``: the assignments that are no drafts, by due date; ``rows`` by name."""

    columns: tuple[ClassAssignment, ...]
    rows: tuple[ScoresRow, ...]

    def averages(self, rows: Sequence[ScoresRow]) -> list[int | None]:
        """The mean score in each column, of some rows."""
        return [average([row.scores[place] for row in rows]) for place in range(len(self.columns))]

    def of(self, fits: Callable[[ClassAssignment], bool]) -> "ScoresReport":
        """The same report with the assignments that fit alone."""
        places = [place for place, one in enumerate(self.columns) if fits(one)]
        rows = (row_of(row.who, [row.scores[at] for at in places]) for row in self.rows)
        return ScoresReport(tuple(self.columns[place] for place in places), tuple(rows))


def average(scores: Sequence[Score | None]) -> int | None:
    """The mean of the scores there are, rounded half up; None without one."""
    found = [score.percent for score in scores if score and score.percent is not None]
    return mean(sum(found), len(found))


@from_replica
def scores(classroom: Classroom, at: datetime) -> ScoresReport:
    """The report at the moment ``at``. Seven queries."""
    columns = tuple(one for one in class_assignments(classroom, at) if one.phase is not Phase.DRAFT)
    lines = [{line.learner_id: score_of(line) for line in one.lines} for one in columns]
    learners = named(classroom)
    return ScoresReport(columns, tuple(row_of(who, [found.get(who[0]) for found in lines]) for who in learners))


def row_of(who: tuple[UUID, str, str], found: Sequence[Score | None]) -> ScoresRow:
    """A learner's row from the scores."""
    given = [score for score in found if score and score.state is not State.SCHEDULED]
    return ScoresRow(*who, tuple(found), sum(score.done for score in given), len(given))


def score_of(line: Line) -> Score:
    """How a learner stands in an assignment, as a score."""
    late = line.standing.late or line.state is State.DONE_LATE
    return Score(line.state, line.score, late)
