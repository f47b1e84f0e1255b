"""The questions and the learners of an assignment as the page shows them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from exercises.misconceptions import MISCONCEPTIONS
from trailstone.assignments.queries import Line
from trailstone.content.catalogue import courses
from trailstone.people.models import Classroom
from trailstone.practice.questions import FAULTS
from trailstone.reports.assignment import Asked, AssignmentReport, Cell, Wrong
from trailstone.web.practice.answers import Given, blanks, given, right_answer, state_of

ANSWERS: Final = 4  # common wrong answers to one question


@dataclass(frozen=True, slots=True)
class WrongLine:
    """A wrong answer with how many gave it. ``told``: what learners read who make that mistake."""

    given: Given
    count: int
    mistake: str
    told: str


@dataclass(frozen=True, slots=True)
class Difficult:
    """A question with what was wrong, the names of those who missed it as they are sent, and the address that gives
    them practice."""

    asked: Asked
    skill: str
    prompt: str
    figure: str
    right: Sequence[str]
    wrong: tuple[WrongLine, ...]
    names: SafeString
    assign: str


@dataclass(frozen=True, slots=True)
class Mark:
    """One question in a learner's row: ``state`` as a pebble, ``words`` for those who do not see it."""

    number: int
    state: str
    tries: int
    hints: int
    seconds: int


@dataclass(frozen=True, slots=True)
class LearnerLine:
    """A learner: how it stands, and the marks of the tries that count."""

    line: Line
    marks: tuple[Mark, ...]
    tries: int
    hints: int
    minutes: int


def difficult(room: Classroom, missed: Iterable[Asked], address: str, group: UUID | None) -> list[Difficult]:
    """Questions that somebody missed. ``address``: of the report; its ``group`` goes on with each link."""
    rest = f"&group={group}" if group else ""
    return [_difficult(room, one, _names(address, one, rest)) for one in missed]


def _names(address: str, one: Asked, rest: str) -> SafeString:
    links = ((f"{address}?learner={key}{rest}#answers", name) for key, name in one.missed)
    return format_html_join("", '<li><a href="{}">{}</a></li>', links)


def _difficult(room: Classroom, one: Asked, names: SafeString) -> Difficult:
    course = courses().get(one.thing.thing.course_id)
    skill = course.skills.get(one.skill_id) if course else None
    who = urlencode([("skill", one.skill_id), *(("learner", learner) for learner, _name in one.missed)])
    prompt, figure, right = _question(one) if one.number else ("", "", ())
    return Difficult(
        one, skill.name if skill else one.slug, prompt, figure, right,
        tuple(_wrong(each) for each in one.wrong[:ANSWERS]) if prompt else (), names,
        f"{reverse('assign', args=[room.pk])}?{who}" if skill else "",
    )  # fmt: skip


def _question(one: Asked) -> tuple[str, str, Sequence[str]]:
    try:
        asked = one.sample.question
    except FAULTS:
        return "", "", ()
    return blanks(asked), asked.figure.svg if asked.figure else "", right_answer(asked)


def _wrong(each: Wrong) -> WrongLine:
    told = MISCONCEPTIONS.get(each.mistake.replace(" ", "-"), "")
    return WrongLine(given(each.place.question, dict(each.response)), each.count, each.mistake, told)


def learner_lines(found: AssignmentReport) -> list[LearnerLine]:
    """Everybody who has the assignment, by name."""
    by_learner: dict[UUID, list[Cell]] = {line.learner_id: [] for line in found.lines}
    for cell in found.cells:
        by_learner[cell.learner_id].append(cell)
    return [_line(line, by_learner[line.learner_id]) for line in found.lines]


def _line(line: Line, cells: Sequence[Cell]) -> LearnerLine:
    marks = tuple(_mark(cell) for cell in cells)
    tries = sum(result.tries for result in line.standing.results)
    return LearnerLine(line, marks, tries, sum(mark.hints for mark in marks), -(-sum(m.seconds for m in marks) // 60))


def _mark(cell: Cell) -> Mark:
    place = cell.place
    return Mark(cell.number, state_of(place), len(place.answers), place.hints, cell.seconds)


def sort_lines(lines: Sequence[LearnerLine], sort: str) -> list[LearnerLine]:
    """In the wished order; those that are equal in it stay by name."""
    keys: dict[str, Any] = {
        "percent": lambda one: -1 if one.line.standing.percent is None else one.line.standing.percent,
        "state": lambda one: one.line.state,
    }
    wanted = sort.removeprefix("-")
    return sorted(lines, key=keys[wanted], reverse=sort[0] == "-") if wanted in keys else list(lines)
