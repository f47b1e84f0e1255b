"""Starting an activity: which questions it asks is drawn once and fixed."""

from trailstone.practice.start.bonus import leave_bonus, take_bonus
from trailstone.practice.start.drawing import same_questions
from trailstone.practice.start.starting import (
    Fixed,
    policy_of,
    start_course_challenge,
    start_exercise,
    start_fixed,
    start_mastery_challenge,
    start_quiz,
    start_unit_test,
)

__all__ = [
    "Fixed",
    "leave_bonus",
    "policy_of",
    "same_questions",
    "start_course_challenge",
    "start_exercise",
    "start_fixed",
    "start_mastery_challenge",
    "start_quiz",
    "start_unit_test",
    "take_bonus",
]
