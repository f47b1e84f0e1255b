"""What a learner may do with an attempt.

Every action starts from the learner, takes the time as an argument, may be called twice without harm, and raises
``practice.errors`` with a sentence for the page when it cannot be done.
"""

from trailstone.practice.actions.ending import finish, finished, lapse, restart
from trailstone.practice.actions.steps import Help, answer, answering, helping, open_hint, show_solution, skip
from trailstone.practice.actions.taking import Reply, take_quickly

__all__ = [
    "Help",
    "Reply",
    "answer",
    "answering",
    "finish",
    "finished",
    "helping",
    "lapse",
    "open_hint",
    "restart",
    "show_solution",
    "skip",
    "take_quickly",
]
