"""One of several forms of a question, however rarely its draws are of use."""

from collections.abc import Callable, Sequence
from random import Random

from exercises import Question, Reroll, pick

TRIES = 150


def one_of(rng: Random, forms: Sequence[Callable[[Random], Question]]) -> Question:
    """A question of a drawn form; the form stays when a draw is of no use, so that each comes as often as drawn.
    Reroll when none of 150 draws is."""
    form = pick(rng, forms)
    for _ in range(TRIES):
        try:
            return form(rng)
        except Reroll:
            continue
    raise Reroll
