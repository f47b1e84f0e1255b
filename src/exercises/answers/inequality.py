"""An inequality that is solved for its letter."""

from collections.abc import Hashable
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from exercises.answers.forms import spellings
from exercises.answers.half_planes import described
from exercises.answers.solution_sets import Solved, solved
from exercises.exact import Fraction
from exercises.parser import Unreadable, to_tex
from exercises.parser.normal import normal
from exercises.verdict import Response, Verdict, judged, not_gradable, typed

REVERSED = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "=": "="}


@dataclass(frozen=True, slots=True)
class Inequality:
    """The set of numbers that `text` describes: `x < 3`, `-2 < x <= 5`, `x < 1 or x > 4`, "no solution",
    "all real numbers".

    `also` are other sets that are as right in the story, for example with "zero or more" said too. With two `letters`
    it is a linear inequality in both, such as `y < 2x + 1`, right in every form that describes the same half-plane.
    """

    text: str
    variable: str = "x"
    also: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()
    kind: ClassVar[str] = "ineq"

    def grade(self, response: Response) -> Verdict:
        """Read the field `value`; it must be solved for the letter."""
        if self.letters:
            return self.grade_half_plane(response)
        try:
            given = solved(typed(response), self.variable)
        except Unreadable as problem:
            return not_gradable(problem.message)
        right = any(same_numbers(given, solved(text, self.variable)) for text in (self.text, *self.also))
        if right and not given.reduced:
            return not_gradable("Write the numbers in lowest terms.", given.tex)
        return judged(right, given.tex)

    def grade_half_plane(self, response: Response) -> Verdict:
        """Read the field `value` as an inequality in two letters, in any form."""
        try:
            given, node = described(typed(response), self.letters)
        except Unreadable as problem:
            return not_gradable(problem.message)
        halves = [described(text, self.letters)[0] for text in (self.text, *self.also)]
        return judged(given is not None and given in halves, to_tex(node))

    def like(self, value: Hashable) -> "Inequality":
        """The same question about another set."""
        return Inequality(str(value), self.variable, letters=self.letters)

    def show(self) -> str:
        """TeX, or the words for none and all."""
        if self.letters:
            return f"${to_tex(described(self.text, self.letters)[1])}$"
        return solved(self.text, self.variable).shown

    def examples(self) -> list[Response]:
        """The text in several ways of typing, with ≤ and ≥, as TeX, and read from the right."""
        text = normal(self.text)
        ways = [*spellings(text), text.replace("<=", "≤").replace(">=", "≥")]
        ways.append(text.replace("<=", "\\le ").replace(">=", "\\ge ").replace(" or ", "\\text{ or }"))
        words = text.split()
        if len(words) == 3 and words[1] in REVERSED:
            ways.append(f"{words[2]} {REVERSED[words[1]]} {words[0]}")
        if self.letters:
            ways += two_letter_ways(text)
        return [{"value": way} for way in ways]

    def public(self) -> dict[str, object]:
        """Which letter is asked for."""
        if self.letters:
            return {"variable": "", "format": "an inequality with <, >, <= or >="}
        return {"variable": self.variable, "format": "an inequality with <, >, <= or >="}


def two_letter_ways(text: str) -> list[str]:
    """The same half-plane read from the right, with all on one side, doubled."""
    sign = next(sign for sign in ("<=", ">=", "<", ">") if sign in text)
    left, right = text.split(sign)
    ways = [f"{right} {REVERSED[sign]} {left}", f"{left} - ({right}) {sign} 0", f"2({left}) {sign} 2({right})"]
    return [*ways, f"-({left}) {REVERSED[sign]} -({right})"]


def same_numbers(a: Solved, b: Solved) -> bool:
    """Whether two sets of numbers are equal: tried at all their ends, between them and beyond them.

    Nothing can change between two neighbouring ends, so this is exact.
    """
    ends = sorted(a.ends | b.ends) or [Fraction(0)]
    between = [(low + high) / 2 for low, high in pairwise(ends)]
    return all(a.holds(at) == b.holds(at) for at in (*ends, *between, ends[0] - 1, ends[-1] + 1))
