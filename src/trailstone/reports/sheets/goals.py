"""The files of the progress report: the goals of a class, and the learners of one goal."""

from typing import Final

from trailstone.reports.export import Column, Sheet
from trailstone.reports.sheets.words import COURSE, DAY, GOALS, LEVELS, LOG, NUMBER, PERCENT, POINTS, TEXT, WHO, WORTH

MEDIAN: Final = "The percent of the learner in the middle, of those who have the goal"

GOALS_SHEET: Final = Sheet(
    "goals",
    "Progress: goals",
    "A goal of the class",
    (
        Column("Goal", "The unit, or the course, that the goal is about", TEXT, GOALS, "title"),
        Column("Kind", "course or unit", TEXT, GOALS, "kind"),
        Column("Course", "The course it belongs to", TEXT, COURSE, "course_title"),
        Column("Due from", "The earliest due date any learner has", DAY, GOALS, "due_first"),
        Column("Due to", "The latest", DAY, GOALS, "due_last"),
        Column("Target %", "The percent at which it is achieved", PERCENT, GOALS, "target"),
        Column("Learners", "How many have it", NUMBER, GOALS, "learners"),
        Column("Median %", MEDIAN, PERCENT, LEVELS, "median"),
        Column("Achieved", "How many have achieved it, in time or late", NUMBER, GOALS, "achieved"),
    ),
)
PROGRESS_SHEET: Final = Sheet(
    "progress",
    "Progress",
    "A learner of one goal",
    (
        *WHO,
        Column("Percent", "Of the unit's or course's points, rounded half up", PERCENT, LEVELS, "percent"),
        Column(
            "Points", WORTH, POINTS, LEVELS,
            "points",
        ),
        Column("Possible points", "100 for each skill", POINTS, COURSE, "possible"),
        Column(
            "Change in 7 days", "Percent now less percent a week ago", "percent points", LEVELS, "change"
        ),
        Column(
            "State", "Active, achieved, achieved late, past due, unassigned or archived", TEXT, GOALS,
            "state.words",
        ),
        Column("Due", "The learner's own due date", DAY, GOALS, "due"),
        Column("Achieved on", "The first day at the target; stays when the percent falls", DAY, GOALS, "achieved_on"),
        Column("Last active", "The last day anything was begun or finished", DAY, LOG, "last_active"),
    ),
)  # fmt: skip
