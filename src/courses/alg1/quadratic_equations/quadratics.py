"""A quadratic equation with its exact solutions, and the question that asks for all of them."""

import re
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from math import lcm
from random import Random

from courses.alg1.forms import hints
from courses.alg1.reading import formulas
from courses.alg1.slips import apart as slips_apart
from exercises import RIGHT, NumberSet, Question, Reroll, Step, Surd, listed, num, pick, poly, root_of
from exercises.exact import Fraction

LETTERS = "xyntmz"
Exact = int | Fraction | Surd
Values = frozenset[Exact]

ALL_SOLUTIONS = "Type all real solutions with commas between them, or “no solution”."
EXACTLY = f"{ALL_SOLUTIONS} Keep roots exact and in simplest form."
REQUESTS = (
    "Solve for ${}$.",
    "Solve this equation.",
    "Which real numbers make this equation true?",
)
CHECK = "Put each number into the first equation to check it."
SEVERAL = re.compile(r"\\pm|[,;]|\bor\b|\band\b")
NOTHING = "An equation need not have a solution."
"""Sentences above the equation; the letter goes into the place."""


@dataclass(frozen=True, slots=True)
class Quadratic:
    """`a x² + b x + c` with whole numbers, a not 0."""

    a: int
    b: int
    c: int

    @property
    def discriminant(self) -> int:
        """What stands under the root of the quadratic formula."""
        return self.b**2 - 4 * self.a * self.c

    @property
    def roots(self) -> Values:
        """Its real zeros, exactly."""
        return both(-self.b, self.discriminant, 2 * self.a)

    def tex(self, letter: str) -> str:
        """For example `2x^2 - 3x + 1`."""
        return poly(self.a, f"{letter}^2", self.b, letter, self.c)


def both(middle: int | Fraction, square: int | Fraction, over: int | Fraction = 1) -> Values:
    """`(middle ± sqrt(square)) / over`: two numbers, one, or none."""
    if square < 0:
        return frozenset()
    centre = Fraction(middle) / over
    one = root_of(square, 1 / Fraction(over), centre)
    if not isinstance(one, Surd):
        return frozenset((one, 2 * centre - one))
    return frozenset((one, Surd(tuple((under, factor if under == 1 else -factor) for under, factor in one.parts))))


def shown(value: Exact) -> str:
    """TeX of a number with or without a root."""
    return value.tex if isinstance(value, Surd) else num(value)


def told(values: Values) -> str:
    """The sentence that states the solutions, from small to large."""
    texts = [f"${shown(value)}$" for value in sorted(values)]
    if not texts:
        return "So there is no real solution."
    return f"The solutions are {listed(texts)}." if texts[1:] else f"The only solution is {texts[0]}."


def sizes(values: Values, largest: int = 30, denominator: int = 6) -> None:
    """Raises Reroll for solutions that no learner should have to handle."""
    for value in values:
        parts = [factor for _, factor in value.parts] if isinstance(value, Surd) else [Fraction(value)]
        under = value.parts[-1][0] if isinstance(value, Surd) else 1
        if under > 60 or any(abs(part) > largest or part.denominator > denominator for part in parts):
            raise Reroll


@dataclass(frozen=True, slots=True)
class Posed:
    """An equation ready to ask: `tex` is what the learner sees, `steps` lead to the solutions (without stating
    them), `wrong` says by misconception (with `_` for `-`) what that slip leads to."""

    key: tuple[Hashable, ...]
    tex: str
    reminder: str
    steps: tuple[Step, ...]
    values: Values
    wrong: Mapping[str, Values | None]
    story: str = ""  # sentences in place of the request
    last: str = ""  # the reason of the last step


def ask(rng: Random, posed: Posed, letter: str, typing: str = ALL_SOLUTIONS, request: str = "") -> Question:
    """The question for all real solutions of a posed equation."""
    sizes(posed.values)
    intro = posed.story or request or pick(rng, REQUESTS).format(letter)
    steps = concluded(posed)
    return Question(
        key=posed.key,
        prompt=f"{intro} {typing}\n\n$${posed.tex}$$",
        answer=NumberSet(posed.values),
        hints=hints(posed.reminder, steps),
        solution=steps,
        wrong=apart(posed.values, {**posed.wrong, "bar_under_root_only": without_brackets(posed.values)}),
        before=f"{letter} =",
    )


def concluded(posed: Posed) -> tuple[Step, ...]:
    """The steps with the solutions at the end; a step that tells them already becomes the last one."""
    steps, answer = list(posed.steps), NumberSet(posed.values)
    reason = posed.last or (CHECK if posed.values else NOTHING)
    if steps and any(tells(tex, answer) for tex in formulas(steps[-1].text)):
        almost = steps.pop()
        return (*steps, Step(f"{almost.text} {told(posed.values)}", almost.reason))
    return (*steps, Step(told(posed.values), reason))


def tells(tex: str, answer: NumberSet) -> bool:
    """Whether a formula is the whole answer, as it may be typed; one of a single number is not where there are two."""
    if len(answer.values) > 1 and not SEVERAL.search(tex):
        return False
    return answer.grade({"value": tex}).mark is RIGHT


def apart(values: Values, slips: Mapping[str, Values | None], at_least: int = 2) -> dict[str, Values]:
    """The slips that differ from the answer and from each other. Raises Reroll when too few are left."""
    given = {name.replace("_", "-"): slip for name, slip in slips.items() if slip is not None}
    return slips_apart(values, given, at_least)


def only(*values: Exact) -> Values:
    """These numbers as a set."""
    return frozenset(values)


def upper(values: Values) -> Values | None:
    """Only the larger of two numbers."""
    return frozenset((max(values, key=float),)) if len(values) == 2 else None


def without_brackets(values: Values) -> Values | None:
    """What `(1 ± sqrt(2))/3` means when it is typed without its brackets; None where there is no such bar."""
    surds = [value for value in values if isinstance(value, Surd) and value.parts[0][0] == 1]
    bottom = lcm(*(factor.denominator for value in surds for _, factor in value.parts))
    if not surds or bottom == 1:
        return None
    return frozenset(Surd(((1, value.parts[0][1] * bottom), *value.parts[1:])) for value in surds)


def opposite(values: Values) -> Values:
    """Every number with its sign turned."""
    return frozenset(-value for value in values)


def square_tex(inside: str) -> str:
    """The square of a letter or of a bracket."""
    return f"{inside}^2" if len(inside) == 1 else f"({inside})^2"


def rooted(inside: str, square: int | Fraction) -> tuple[Step, ...]:
    """From `inside² = square` to `inside = ± root`."""
    if square < 0:
        return (Step(f"${square_tex(inside)} = {num(square)}$ asks for a square that is negative.",
                     "The square of a real number is never negative."),)  # fmt: skip
    if square == 0:
        return (Step(f"Only $0$ has the square $0$: ${inside} = 0$.", "Zero has no second root."),)
    root = shown(root_of(square))
    first = f"\\sqrt{{{num(square)}}}"
    between = "" if root == first else f" = \\pm {root}"
    if inside.isalpha():
        simpler = f" Here ${first} = {root}$." if isinstance(root_of(square), Surd) and between else ""
        return (Step(f"${square_tex(inside)} = {num(square)}$ has two roots: ${first}$ and its opposite.{simpler}",
                     "A positive number and its opposite have the same square."),)  # fmt: skip
    return (Step(f"Take square roots: ${inside} = \\pm {first}{between}$.",
                 "A positive number and its opposite have the same square."),)  # fmt: skip
