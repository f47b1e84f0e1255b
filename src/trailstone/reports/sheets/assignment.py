"""The file of one assignment: every learner at every question."""

from typing import Final

from trailstone.content.catalogue import courses
from trailstone.reports.answers_file import said
from trailstone.reports.assignment import Cell
from trailstone.reports.export import Column, Sheet
from trailstone.reports.sheets.words import ASSIGNMENTS, COURSE, LOG, NUMBER, TEXT, WHO

TIME: Final = "From the step before; a gap over five minutes counts as one"


def _skill(cell: Cell) -> str:
    course = courses().get(cell.thing.thing.course_id)
    skill = course.skills.get(cell.place.skill_id) if course else None
    return skill.name if skill else cell.place.slug


def _right(cell: Cell) -> str:
    return "right" if cell.place.counts_right else "not yet"


def _tries(cell: Cell) -> int:
    return len(cell.place.answers)


def _answer(cell: Cell) -> str:
    return said(cell.first.response) if cell.first else ""


ASSIGNMENT_SHEET: Final = Sheet(
    "assignment",
    "Assignment",
    "A learner at a question, in the best finished try since the start",
    (
        *WHO,
        Column("Of", "Which thing of the assignment", TEXT, ASSIGNMENTS, "thing.title"),
        Column("Question", "Its place in the try, from 1", NUMBER, LOG, "number"),
        Column("Skill", "What it is about", TEXT, COURSE, _skill),
        Column("Result", "right at once, or not yet", TEXT, LOG, _right),
        Column("Tries", "Answers given, right and wrong", NUMBER, LOG, _tries),
        Column("Hints", "Hints opened", NUMBER, LOG, "place.hints"),
        Column("Seconds", TIME, "seconds", LOG, "seconds"),
        Column("Answer", "The first answer given", TEXT, LOG, _answer),
        Column("Mistake", "The name of the mistake in it, when it has one", TEXT, LOG, "mistake"),
    ),
)
