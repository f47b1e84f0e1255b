"""Words that the columns of several reports share: units, sources, and the two columns that say who."""

from typing import Final

from trailstone.reports.export import Column

TEXT, NUMBER, DAY, TIME = "text", "a number", "a day (year-month-day)", "a time (hours:minutes)"
PERCENT, POINTS, MINUTES = "percent, 0 to 100", "points", "minutes"
WORTH: Final = "50 for a skill at Familiar, 80 at Proficient, 100 at Mastered"
LEVEL: Final = "Not started, Attempted, Familiar, Proficient or Mastered"

ROSTER, LEVELS, LOG = "the class list", "levels now", "the log of answers"
CHANGES, GOALS, ASSIGNMENTS = "the log of level changes", "goals", "assignments"
COURSE: Final = "the course"

NAME = Column("Learner", "The learner's name", TEXT, ROSTER, "name")
USERNAME = Column("User name", "What the learner signs in with; tells namesakes apart", TEXT, ROSTER, "username")
WHO: Final = (NAME, USERNAME)
