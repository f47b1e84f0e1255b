"""Starting an activity: which questions it asks is drawn once and fixed."""

from trailstone.practice.start.bonus import leave_bonus, take_bonus
from trailstone.practice.start.starting import (
    policy_of,
    start_course_challenge,
    start_exercise,
    start_mastery_challenge,
    start_quiz,
    start_unit_test,
)

__all__ = [
    "leave_bonus",
    "policy_of",
    "start_course_challenge",
    "start_exercise",
    "start_mastery_challenge",
    "start_quiz",
    "start_unit_test",
    "take_bonus",
]
