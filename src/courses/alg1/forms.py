"""What questions of several forms share: the draw of a form, and hints that follow the worked solution."""

from collections.abc import Callable, Sequence
from random import Random

from courses.alg1.equations.tale import persistent
from exercises import Question, Step, pick

TRIES = 150  # published questions are what came of so many


def one_of(rng: Random, forms: Sequence[Callable[[Random], Question]]) -> Question:
    """A question of one of the forms, each as often as it stands there however often its draws are of no use."""
    return persistent(pick(rng, forms), rng, TRIES)


def hints(reminder: str, steps: Sequence[Step]) -> tuple[str, ...]:
    """The reminder, the steps one by one (some together when there are many), and the last, which has the answer."""
    texts = [step.text for step in steps[:-1]]
    return (reminder, *texts[:2], *([" ".join(texts[2:])] if texts[2:] else []), steps[-1].text)
