"""The file of the learner report: every attempt."""

from datetime import date
from typing import Final

from trailstone.reports.export import Column, Sheet
from trailstone.reports.sheets.words import CHANGES, COURSE, DAY, LOG, MINUTES, NUMBER, TEXT, TIME
from trailstone.reports.tried import Tried

STATES: Final = {
    "finished": "finished",
    "open": "not finished",
    "restarted": "begun again",
    "lapsed": "ran out of time",
}
WHEN: Final = "When it was finished, else begun; by the school's clock"
OWN_TIME: Final = "Of the attempt's own steps; a gap over five minutes counts as one; rounded up"
RIGHT: Final = "Questions right at once, the bonus question wiping a miss; empty unless finished"


def _day(one: Tried) -> date:
    return one.at.date()


def _time(one: Tried) -> str:
    return one.at.strftime("%H:%M")


def _right(one: Tried) -> int | None:
    return one.right if one.finished else None


def _moves(one: Tried) -> str:
    return "; ".join(f"{step.name}: {step.before.words} to {step.after.words}" for step in one.moved)


ATTEMPTS_SHEET: Final = Sheet(
    "learner",
    "Learner",
    "An attempt of the learner",
    (
        Column("Date", WHEN, DAY, LOG, _day),
        Column("Time", WHEN, TIME, LOG, _time),
        Column("Activity", "Exercise, quiz, unit test, course or mastery challenge", TEXT, LOG, "activity.words"),
        Column("About", "The skill, unit or course of the attempt", TEXT, COURSE, "title"),
        Column("Course", "Its title", TEXT, COURSE, "course"),
        Column(
            "State", "finished, not finished, begun again, ran out of time", TEXT, LOG, lambda one: STATES[one.state]
        ),
        Column("Minutes", OWN_TIME, MINUTES, LOG, "minutes"),
        Column("Right", RIGHT, NUMBER, LOG, _right),
        Column("Asked", "Questions of the attempt", NUMBER, LOG, "asked"),
        Column("Skills up", "Skills that rose by it", NUMBER, CHANGES, "up"),
        Column("Skills down", "Skills that fell by it", NUMBER, CHANGES, "down"),
        Column("Skills the same", "Skills that it asked and that stayed", NUMBER, CHANGES, "same"),
        Column("Levels", "The skills that moved, with the level before and after", TEXT, CHANGES, _moves),
    ),
)
