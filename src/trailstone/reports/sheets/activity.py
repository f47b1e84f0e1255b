"""The file of the activity overview."""

from typing import Final

from mastery import Level
from trailstone.reports.export import Column, Repeated, Sheet
from trailstone.reports.sheets.words import CHANGES, DAY, LOG, MINUTES, NUMBER, WHO

TIME: Final = "Time between two steps of a day; a gap over five minutes counts as one; rounded up once a day"
ACTIVITY_SHEET: Final = Sheet(
    "activity",
    "Activity overview",
    "A learner of the class, in the days asked for",
    (
        *WHO,
        Column("Minutes", TIME, MINUTES, LOG, "minutes"),
        Column("Exercises done", "Exercises finished in these days", NUMBER, LOG, "exercises"),
        Column("Quizzes, tests, challenges done", "Finished in these days", NUMBER, LOG, "others"),
        Column("Skills worked on", "With at least one step in these days", NUMBER, LOG, "worked"),
        Column("Levelled up", "Skills higher at the end than at the start", NUMBER, CHANGES, "up"),
        Column("Levelled down", "Skills lower at the end than at the start", NUMBER, CHANGES, "down"),
        Column("To Proficient", "Skills that rose to Proficient or above", NUMBER, CHANGES, "to_proficient"),
        Column("Without progress", "Skills worked on that are no higher at the end", NUMBER, CHANGES, "without"),
        Repeated(
            "each level",
            (Column("{}", "Skills worked on that are on the level at the end", NUMBER, CHANGES, lambda count: count),),
            "counts",
        ),
        Column("Last active", "The last day anything was begun or finished, ever", DAY, LOG, "last_active"),
    ),
)
LEVELS: Final = tuple(level.words for level in Level)
