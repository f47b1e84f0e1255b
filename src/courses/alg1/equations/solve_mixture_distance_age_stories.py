"""Solve stories about ages, distances and mixtures with one linear equation."""

from random import Random

from courses.alg1.equations import ages, distances, mixtures
from courses.alg1.equations.tale import ask, only_fit, persistent
from exercises import Number, Question, pick, template

AREAS = (ages, distances, mixtures)
HOLDS = {**ages.HOLDS, **distances.HOLDS, **mixtures.HOLDS}


def only_this_fits(question: Question) -> None:
    """Of all whole numbers, only the answer fits the story when its numbers are read back."""
    assert isinstance(question.answer, Number)
    assert only_fit(question.prompt, HOLDS[str(question.key[0])]) == question.answer.value


@template(
    "alg1/equations/solve-mixture-distance-age-stories",
    version=1,
    standards=("HSA.CED.A.1",),
    answer=Number,
    check=only_this_fits,
    band="one unknown, two related quantities; whole answers; equations with one bracket or like terms",
)
def stories(rng: Random) -> Question:
    """A story from one of the three areas."""
    make = pick(rng, pick(rng, AREAS).TALES)
    return persistent(lambda chance: ask(make(chance)), rng)
