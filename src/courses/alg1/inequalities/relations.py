"""Solved inequalities as values: their text, their TeX, and how two of them combine."""

from dataclasses import dataclass, replace

from exercises import num
from exercises.exact import Fraction

TEX = {"<": "<", ">": ">", "<=": r"\le", ">=": r"\ge"}
TURNED = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}
SWITCHED = {"<": "<=", ">": ">=", "<=": "<", ">=": ">"}
SIGNS = tuple(TEX)
ALL, NONE = "all real numbers", "no solution"


@dataclass(frozen=True, slots=True)
class Bound:
    """One solved inequality, such as x <= 3."""

    letter: str
    sign: str
    value: Fraction

    @property
    def text(self) -> str:
        """As an answer is typed: `x <= -3/2`."""
        return f"{self.letter} {self.sign} {self.value}"

    @property
    def tex(self) -> str:
        """As it is shown: `x \\le -\\frac{3}{2}`."""
        return f"{self.letter} {TEX[self.sign]} {num(self.value)}"

    @property
    def upward(self) -> bool:
        """Whether the numbers above the boundary solve it."""
        return self.sign[0] == ">"

    def turned(self) -> "Bound":
        """The same boundary, the other direction."""
        return replace(self, sign=TURNED[self.sign])

    def switched(self) -> "Bound":
        """The boundary itself taken in instead of left out, or the other way round."""
        return replace(self, sign=SWITCHED[self.sign])

    def at(self, value: Fraction | int) -> "Bound":
        """The same sign at another boundary."""
        return replace(self, value=Fraction(value))


def between(low: Bound, high: Bound, form: str = "text") -> str:
    """The chain of `low` (an upward bound) and `high`, as text or as TeX."""
    left, right = TURNED[low.sign], high.sign
    if form == "text":
        return f"{low.value} {left} {low.letter} {right} {high.value}"
    return f"{num(low.value)} {TEX[left]} {low.letter} {TEX[right]} {num(high.value)}"


def combined(word: str, first: Bound, second: Bound, form: str = "text") -> str:
    """What "and" or "or" of two bounds comes to, where `first` has the smaller boundary."""
    shown = {"text": (first.text, second.text, ALL, NONE, " or ")}.get(
        form, (first.tex, second.tex, rf"\text{{{ALL}}}", rf"\text{{{NONE}}}", r" \text{ or } ")
    )
    one, two, everything, nothing, joint = shown
    return {
        ("and", True, True): two,
        ("and", False, False): one,
        ("and", True, False): between(first, second, form),
        ("and", False, True): nothing,
        ("or", True, True): one,
        ("or", False, False): two,
        ("or", True, False): everything,
        ("or", False, True): f"{one}{joint}{two}",
    }[word, first.upward, second.upward]


def relation(left: str, sign: str, right: str) -> str:
    """TeX of an inequality between two sides."""
    return f"{left} {TEX[sign]} {right}"
