"""What may be known about mastery. Pure: no Django, no clock, no chance of its own."""

from mastery.activities import Activity
from mastery.challenge import challenge_ready
from mastery.levels import Level
from mastery.outcomes import Outcome
from mastery.points import percent
from mastery.policies import POLICIES, STANDARD, Policy
from mastery.replay import next_level, replay

__all__ = [
    "POLICIES",
    "STANDARD",
    "Activity",
    "Level",
    "Outcome",
    "Policy",
    "challenge_ready",
    "next_level",
    "percent",
    "replay",
]
