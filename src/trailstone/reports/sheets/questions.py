"""The files of single answers, and of how questions do."""

from typing import Final

from trailstone.reports.export import Column, Sheet
from trailstone.reports.items import Item
from trailstone.reports.sheets.words import COURSE, DAY, LOG, NUMBER, PERCENT, TEXT, TIME, WHO


def _seconds(one: Item) -> int:
    return round(one.seconds)


ITEMS_SHEET: Final = Sheet(
    "questions",
    "How questions do",
    "A version of a question template",
    (
        Column("Skill", "Its name", TEXT, COURSE, "name"),
        Column("Template", "The full name of the skill", TEXT, COURSE, "slug"),
        Column("Version", "Of the template", NUMBER, COURSE, "version"),
        Column("First tries", "Questions with a first answer", NUMBER, LOG, "tries"),
        Column("Right at once %", "Of the first tries", PERCENT, LOG, "percent"),
        Column("Seconds", "To the first answer, on average; five minutes at most", "seconds", LOG, _seconds),
        Column("Hints a question", "Hints opened, on average", NUMBER, LOG, lambda one: round(one.hints, 2)),
        Column("Most common mistake", "By its name; empty when none has one", TEXT, LOG, "slip"),
        Column("Share of mistakes %", "Of the wrong first answers", PERCENT, LOG, "slip_percent"),
        Column("Flag", "hard or easy, after 50 first tries", TEXT, LOG, "flag"),
    ),
)  # fmt: skip
ANSWERS_SHEET: Final = Sheet(
    "answers",
    "Answers",
    "One thing a learner did with a question",
    (
        *WHO,
        Column("Attempt", "The key of the attempt", TEXT, LOG, "attempt"),
        Column("Activity", "exercise, quiz, unit test, course challenge or mastery challenge", TEXT, LOG, "activity"),
        Column("About", "The skill, unit or course of the attempt", TEXT, COURSE, "about"),
        Column("Course", "Its title", TEXT, COURSE, "course"),
        Column("Question", "Its place in the attempt, from 1", NUMBER, LOG, "question"),
        Column("Skill", "The skill the question is about", TEXT, COURSE, "skill"),
        Column("Step", "The first step decides the question", NUMBER, LOG, "step"),
        Column("What", "answer, hint, solution or skip", TEXT, LOG, "what"),
        Column("Answer", "What was typed or chosen", TEXT, LOG, "answer"),
        Column("Mark", "right or wrong", TEXT, LOG, "mark"),
        Column("Mistake", "The name of the mistake, when it has one", TEXT, LOG, "mistake"),
        Column("Date", "By the school's clock", DAY, LOG, "day"),
        Column("Time", "By the school's clock", f"{TIME[:-1]}:seconds)", LOG, "time"),
        Column("Pardoned", "yes: a teacher pardoned the attempt, so it counts for no level", TEXT, LOG, "pardoned"),
    ),
)  # fmt: skip
