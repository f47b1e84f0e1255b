"""A template: a named, numbered function from a seeded generator to a question."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from exercises.answers import Answer
from exercises.chance import Reroll
from exercises.question import Question

TRIES = 200

Kinds = type[Answer] | tuple[type[Answer], ...]
Make = Callable[[Random], Question]
Check = Callable[[Question], None]


@dataclass(frozen=True, slots=True)
class Template:
    """What an author declares about a family of questions; `id` is the skill's id in the course map.

    `answer` is its kind, or several where seeds differ in kind.
    `answer` is the kind of its answers, or several when the instances differ in kind. `check` is a second,
    independent computation of the answer and raises AssertionError when it disagrees. `band` says in words
    what bounds the difficulty. `min_instances` is how many different keys 400 seeds must give.
    `answer_in_prompt` declares that the prompt may show the answer ("which of 3, 4, 5 ...").
    """

    id: str
    version: int
    standards: tuple[str, ...]
    answer: Kinds
    check: Check
    band: str
    make: Make
    min_instances: int = 200
    answer_in_prompt: bool = False

    def instance(self, seed: int) -> Question:
        """The question of this seed, the same for ever. RuntimeError when 200 draws are all of no use."""
        rng = Random(f"{self.id}:{self.version}:{seed}")
        for _ in range(TRIES):
            try:
                return self.make(rng)
            except Reroll:
                continue
        raise RuntimeError(f"{self.id} version {self.version}: no usable draw for seed {seed}")


def template(
    id: str,
    *,
    version: int,
    standards: Sequence[str],
    answer: Kinds,
    check: Check,
    band: str = "",
    min_instances: int = 200,
    answer_in_prompt: bool = False,
) -> Callable[[Make], Template]:
    """Turn a function of a generator into a Template."""

    def declare(make: Make) -> Template:
        return Template(id, version, tuple(standards), answer, check, band, make, min_instances, answer_in_prompt)

    return declare
