"""A story that leads to a quadratic equation: how it reads, its equation, and how its numbers are read back."""

import re
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass

from courses.alg1.quadratic_equations.factors import factor, product
from courses.alg1.quadratic_equations.quadratics import Quadratic, told
from exercises import Number, NumberSet, Question, Reroll, Step, num
from exercises.exact import Fraction

Holds = Callable[[Fraction, Sequence[int]], bool]
"""Whether a value for what is asked fits the story with these numbers, told without an equation."""


@dataclass(frozen=True, slots=True)
class Tale:
    """A story ready to ask. `x` is what the letter stands for; `kept` are the solutions that fit.

    `answer` is the quantity asked for, or None when all of `kept` are; `ending` states it. `between` are the
    lines from the equation of the story to the one that is in order, each with its reason.
    """

    name: str
    numbers: tuple[int, ...]
    text: str
    unknown: str
    equation: str
    reason: str
    ordered: Quadratic
    kept: tuple[int, ...]
    wrong: Mapping[str, Fraction | int | tuple[int, ...]]
    plan: str
    between: tuple[Step, ...]
    answer: int | None = None
    ending: str = ""
    unit: str = ""

    @property
    def roots(self) -> tuple[int, int]:
        """Both solutions of the equation, the ones that fit first."""
        found = sorted(int(root) for root in map(Fraction, map(str, self.ordered.roots)))
        if len(found) != 2 or not set(self.kept) <= set(found):
            raise Reroll
        fitting, others = [r for r in found if r in self.kept], [r for r in found if r not in self.kept]
        first, second = (*fitting, *others)
        return first, second


def ask(tale: Tale) -> Question:
    """The question for a story."""
    first, second = tale.roots
    zero = product("x", (factor(1, -first), factor(1, -second)))
    meaning = Step(f"Let $x$ be {tale.unknown}.", "One letter for what you do not know.")
    setting = Step(f"The story says: ${tale.equation}$.", tale.reason)
    factored = Step(f"Factor: ${zero} = 0$.",
                    f"${num(-first)}$ and ${num(-second)}$ have the sum ${num(-first - second)}$ and the product "
                    f"${num(first * second)}$.")  # fmt: skip
    return Question(
        key=(tale.name, *tale.numbers),
        prompt=tale.text,
        answer=NumberSet(set(tale.kept)) if tale.answer is None else Number(tale.answer, unit=tale.unit),
        hints=(f"{meaning.text} {tale.plan}", setting.text, " ".join(step.text for step in tale.between), factored.text,
               final(tale).text),
        solution=(meaning, setting, *tale.between, factored, final(tale)),
        wrong=different(tale),
        after=tale.unit,
    )  # fmt: skip


def multiplied_out(line: str, ordered: Quadratic, reason: str = "Multiply out.") -> tuple[Step, Step]:
    """The line without brackets, and the one with all terms on one side."""
    return Step(f"Without brackets: ${line}$.", reason), in_order(ordered)


def in_order(ordered: Quadratic, reason: str = "All terms on one side, so that it can be factored.") -> Step:
    """The equation that is factored."""
    return Step(f"In order: ${ordered.tex('x')} = 0$.", reason)


def final(tale: Tale) -> Step:
    """What the two solutions mean in the story."""
    first, second = tale.roots
    if tale.answer is None:
        return Step(told(frozenset(tale.kept)), "Put each into the story: both fit.")
    both = f"So $x$ could be ${first}$ or ${second}$."
    return Step(f"{both} {tale.ending}", "Check each solution in the story, not only in the equation.")


def different(tale: Tale) -> dict[str, Hashable]:
    """The slips that differ from the answer and from each other. Raises Reroll when there are fewer than two."""
    right: Hashable = frozenset(tale.kept) if tale.answer is None else Fraction(tale.answer)
    kept: dict[str, Hashable] = {}
    for name, slip in tale.wrong.items():
        value: Hashable = frozenset(slip) if isinstance(slip, tuple) else Fraction(slip)
        if tale.answer is None and not isinstance(value, frozenset):
            value = frozenset((value,))
        if value != right and value not in kept.values():
            kept[name.replace("_", "-")] = value
    if len(kept) < 2:
        raise Reroll
    return kept


def numbers_in(text: str) -> list[int]:
    """The whole numbers of a text in order."""
    return [int(digits) for digits in re.findall(r"\d+", text)]


def fitting(text: str, holds: Holds, reach: int = 400) -> set[Fraction]:
    """All integers within reach that fit the story when its numbers are read back."""
    numbers = numbers_in(text)
    return {Fraction(value) for value in range(-reach, reach + 1) if holds(Fraction(value), numbers)}
