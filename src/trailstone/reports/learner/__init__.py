"""What a learner's own pages show. The number of SQL statements grows with neither the goals nor the course."""

from trailstone.reports.learner.desk import Desk, Waiting, courses_by_class, desk
from trailstone.reports.learner.pace import Pace, pace, points_needed, skills_to_go
from trailstone.reports.learner.steps import NextStep, next_step, resumed, step_on
from trailstone.reports.learner.story import Day, Moved, Story, moves, read_lessons, story, uncelebrated
from trailstone.reports.learner.week import Week, week

__all__ = [
    "Day",
    "Desk",
    "Moved",
    "NextStep",
    "Pace",
    "Story",
    "Waiting",
    "Week",
    "courses_by_class",
    "desk",
    "moves",
    "next_step",
    "pace",
    "points_needed",
    "read_lessons",
    "resumed",
    "skills_to_go",
    "step_on",
    "story",
    "uncelebrated",
    "week",
]
