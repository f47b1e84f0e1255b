"""What may be asked about goals. The number of SQL statements grows neither with the class nor with its goals."""

from trailstone.goals.queries.classes import (
    AttachedCourse,
    ClassGoal,
    GoalLine,
    class_goal,
    class_goals,
    courses_of,
    goals_using,
)
from trailstone.goals.queries.history import change_log
from trailstone.goals.queries.late import LateJoiner, late_joiners
from trailstone.goals.queries.learner import LearnerGoal, celebrations, goals_of_learner
from trailstone.goals.queries.news import AchievedNews, news_for_teacher
from trailstone.goals.queries.placements import PlacementRow, placement
from trailstone.goals.queries.roadmap import HolidayRow, Lane, holidays, roadmap, school_days, starter

__all__ = [
    "AchievedNews",
    "AttachedCourse",
    "ClassGoal",
    "GoalLine",
    "HolidayRow",
    "Lane",
    "LateJoiner",
    "LearnerGoal",
    "PlacementRow",
    "celebrations",
    "change_log",
    "class_goal",
    "class_goals",
    "courses_of",
    "goals_of_learner",
    "goals_using",
    "holidays",
    "late_joiners",
    "news_for_teacher",
    "placement",
    "roadmap",
    "school_days",
    "starter",
]
