"""An inequality that is solved for its letter."""

from collections.abc import Hashable
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import ClassVar

from exercises.answers.forms import spellings
from exercises.answers.solution_sets import Solved, solved
from exercises.parser import Unreadable
from exercises.parser.normal import normal
from exercises.verdict import Response, Verdict, judged, not_gradable, typed

REVERSED = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "=": "="}


@dataclass(frozen=True, slots=True)
class Inequality:
    """The set of numbers that `text` describes: `x < 3`, `-2 < x <= 5`, `x < 1 or x > 4`, "no solution",
    "all real numbers".

    `also` are other sets that are as right in the story, for example with "zero or more" said too.
    """

    text: str
    variable: str = "x"
    also: tuple[str, ...] = ()
    kind: ClassVar[str] = "ineq"

    def grade(self, response: Response) -> Verdict:
        """Read the field `value`; it must be solved for the letter."""
        try:
            given = solved(typed(response), self.variable)
        except Unreadable as problem:
            return not_gradable(problem.message)
        right = any(same_numbers(given, solved(text, self.variable)) for text in (self.text, *self.also))
        if right and not given.reduced:
            return not_gradable("Write the numbers in lowest terms.", given.tex)
        return judged(right, given.tex)

    def like(self, value: Hashable) -> "Inequality":
        """The same question about another set."""
        return Inequality(str(value), self.variable)

    def show(self) -> str:
        """TeX, or the words for none and all."""
        return solved(self.text, self.variable).shown

    def examples(self) -> list[Response]:
        """The text in several ways of typing, with ≤ and ≥, as TeX, and read from the right."""
        text = normal(self.text)
        ways = [*spellings(text), text.replace("<=", "≤").replace(">=", "≥")]
        ways.append(text.replace("<=", "\\le ").replace(">=", "\\ge ").replace(" or ", "\\text{ or }"))
        words = text.split()
        if len(words) == 3 and words[1] in REVERSED:
            ways.append(f"{words[2]} {REVERSED[words[1]]} {words[0]}")
        return [{"value": way} for way in ways]

    def public(self) -> dict[str, object]:
        """Which letter is asked for."""
        return {"variable": self.variable, "format": "an inequality with <, >, <= or >="}


def same_numbers(a: Solved, b: Solved) -> bool:
    """Whether two sets of numbers are equal: tried at all their ends, between them and beyond them.

    Nothing can change between two neighbouring ends, so this is exact.
    """
    ends = sorted(a.ends | b.ends) or [Fraction(0)]
    between = [(low + high) / 2 for low, high in pairwise(ends)]
    return all(a.holds(at) == b.holds(at) for at in (*ends, *between, ends[0] - 1, ends[-1] + 1))
