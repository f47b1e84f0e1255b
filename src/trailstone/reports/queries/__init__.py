"""What the reports show. The number of SQL statements grows with the number of courses, never with the class."""

from trailstone.reports.queries.answers import AttemptBehind, Behind, FirstAnswer, QuestionBehind, answers_behind
from trailstone.reports.queries.mastery import MasteryColumn, MasteryReport, MasteryRow, Share, mastery
from trailstone.reports.queries.progress import GoalReport, ProgressRow, goal_report, progress
from trailstone.reports.queries.skills import ClassLevels, SkillColumn, SkillsReport, SkillsRow, cut, levels_in, skills

__all__ = [
    "AttemptBehind",
    "Behind",
    "ClassLevels",
    "FirstAnswer",
    "GoalReport",
    "MasteryColumn",
    "MasteryReport",
    "MasteryRow",
    "ProgressRow",
    "QuestionBehind",
    "Share",
    "SkillColumn",
    "SkillsReport",
    "SkillsRow",
    "answers_behind",
    "cut",
    "goal_report",
    "levels_in",
    "mastery",
    "progress",
    "skills",
]
