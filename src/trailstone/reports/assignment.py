"""One assignment: what everybody has of it, and its questions, the one that most missed first.

Where all got the same questions, a question is one place of the list; where they differ, all questions on one skill
stand together, for what is missed is then the skill.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from trailstone.assignments.naming import Named
from trailstone.assignments.queries import ClassAssignment, Line, class_assignment
from trailstone.people.models import Classroom
from trailstone.practice import queries as practice
from trailstone.practice.models import Kind
from trailstone.practice.sitting import Place, Sitting, Step
from trailstone.practice.spent import paces
from trailstone.reports.replica import from_replica
from trailstone.reports.standing import mean, rounded

Key = tuple[int, int]  # item, and the place (same questions) or the skill


@dataclass(frozen=True, slots=True)
class Cell:
    """One learner at one question of the try that counts. ``seconds``: with idle time left out."""

    learner_id: UUID
    name: str
    username: str
    thing: Named
    attempt_id: UUID
    place: Place
    seconds: int

    @property
    def number(self) -> int:
        """The question's place in the attempt, from 1."""
        return self.place.position + 1

    @property
    def first(self) -> Step | None:
        """The first answer that was given, whatever was done before it."""
        return self.place.answers[0] if self.place.answers else None

    @property
    def mistake(self) -> str:
        """The named mistake behind a wrong first answer, as words; "" when it has none."""
        return self.first.misconception.replace("-", " ") if self.first else ""


@dataclass(frozen=True, slots=True)
class Wrong:
    """A wrong first answer that some gave: ``place`` shows it (that of the first who gave it)."""

    place: Place
    response: Mapping[str, Any]
    mistake: str
    count: int


@dataclass(frozen=True, slots=True)
class Asked:
    """A question (``number`` from 1), or the questions on one skill where they differ (``number`` 0).

    ``missed``: who did not get it right at once, key and name, in the order of the class. ``wrong``: the common wrong
    first answers, where all had the same question; ``mistakes``: their named mistakes with counts.
    """

    thing: Named
    number: int
    skill_id: int
    slug: str
    asked: int
    right: int
    missed: tuple[tuple[UUID, str], ...]
    wrong: tuple[Wrong, ...]
    mistakes: tuple[tuple[str, int], ...]
    sample: Place

    @property
    def misses(self) -> int:
        """Questions that were not right at once."""
        return self.asked - self.right

    @property
    def percent(self) -> int:
        """The share right at once, rounded half up."""
        return rounded(self.right, self.asked)


@dataclass(frozen=True, slots=True)
class AssignmentReport:
    """``cells``: every question of every try that counts, by learner's name and in order. ``questions``: the one that
    most missed first. ``average`` is of those who are done."""

    assignment: ClassAssignment
    lines: tuple[Line, ...]
    cells: tuple[Cell, ...]
    questions: tuple[Asked, ...]
    average: int | None

    def cells_of(self, learner: UUID) -> tuple[Cell, ...]:
        """A learner's questions."""
        return tuple(cell for cell in self.cells if cell.learner_id == learner)


@from_replica
def assignment_report(
    classroom: Classroom, assignment_id: UUID, at: datetime, among: Collection[UUID] | None = None
) -> AssignmentReport | None:
    """The report at the moment ``at`` (on ``among``, when given); None when the class has no such assignment. Seven
    queries."""
    found = class_assignment(classroom, assignment_id, at)
    if found is None:
        return None
    lines = tuple(line for line in found.lines if among is None or line.learner_id in among)
    best = [result.best for line in lines for result in line.standing.results if result.best]
    sittings = practice.sittings(classroom.school_id, best)
    cells = tuple(cell for line in lines for cell in _cells(found, line, sittings))
    percents = [line.score for line in lines if line.score is not None]
    questions = _questions(cells, same=found.same_questions)
    return AssignmentReport(found, lines, cells, questions, mean(sum(percents), len(percents)))


def _cells(found: ClassAssignment, line: Line, sittings: Mapping[UUID, Sitting]) -> Iterator[Cell]:
    things = {each.item_id: each for each in found.things}
    for result in line.standing.results:
        thing = things[result.item_id]
        sitting = sittings.get(result.best) if result.best else None
        if sitting:
            spent = _seconds(sitting)
            who = (line.learner_id, line.name, line.username)
            yield from (Cell(*who, thing, sitting.id, place, spent[place.position]) for place in sitting.questions)


def _seconds(sitting: Sitting) -> Counter[int]:
    """By place, the time its steps took: each from the step before it, as ``practice.spent`` counts gaps."""
    steps = sorted((step.at, place.position) for place in sitting.places for step in place.steps)
    gaps = paces([sitting.started_at, *(at for at, _ in steps)])
    spent: Counter[int] = Counter()
    for (_at, position), gap in zip(steps, gaps, strict=True):
        spent[position] += round(gap.total_seconds())
    return spent


def _questions(cells: Iterable[Cell], *, same: bool) -> tuple[Asked, ...]:
    by_key: defaultdict[Key, list[Cell]] = defaultdict(list)
    for cell in cells:
        by_key[cell.thing.item_id, cell.number if same else cell.place.skill_id].append(cell)
    found = [_asked(some, same=same) for some in by_key.values()]
    place = {key: number for number, key in enumerate(by_key)}
    order = {id(one): place[key] for key, one in zip(by_key, found, strict=True)}
    return tuple(sorted(found, key=lambda one: (one.right / one.asked, -one.misses, order[id(one)])))


def _asked(cells: Sequence[Cell], *, same: bool) -> Asked:
    first = cells[0]
    missed = [cell for cell in cells if not cell.place.counts_right]
    mistakes = Counter(cell.mistake for cell in missed if cell.mistake)
    return Asked(
        thing=first.thing,
        number=first.number if same else 0,
        skill_id=first.place.skill_id,
        slug=first.place.slug,
        asked=len(cells),
        right=len(cells) - len(missed),
        missed=tuple(dict.fromkeys((cell.learner_id, cell.name) for cell in missed)),
        wrong=_wrong(missed) if same else (),
        mistakes=tuple(sorted(mistakes.items(), key=lambda row: (-row[1], row[0]))),
        sample=first.place,
    )


def _wrong(missed: Iterable[Cell]) -> tuple[Wrong, ...]:
    """The wrong first answers to one question, the most common first."""
    found: defaultdict[str, list[Cell]] = defaultdict(list)
    for cell in missed:
        if cell.first and not cell.first.is_right and cell.place.steps[0].kind == Kind.ANSWER:
            found[repr(sorted(cell.first.response.items()))].append(cell)
    rows = sorted(found.items(), key=lambda row: (-len(row[1]), row[0]))
    return tuple(Wrong(c[0].place, c[0].first.response if c[0].first else {}, c[0].mistake, len(c)) for _, c in rows)
