"""What the reports show. The number of SQL statements grows with the number of courses, never with the class."""

from trailstone.reports.queries.answers import AttemptBehind, Behind, FirstAnswer, QuestionBehind, answers_behind
from trailstone.reports.queries.progress import GoalReport, ProgressRow, goal_report, progress
from trailstone.reports.queries.skills import SkillColumn, SkillsReport, SkillsRow, skills

__all__ = [
    "AttemptBehind",
    "Behind",
    "FirstAnswer",
    "GoalReport",
    "ProgressRow",
    "QuestionBehind",
    "SkillColumn",
    "SkillsReport",
    "SkillsRow",
    "answers_behind",
    "goal_report",
    "progress",
    "skills",
]
