"""Second opinions: read an equation back from the prompt that a learner sees, and try the answer in it."""

import re
from collections.abc import Iterable, Mapping

from exercises import Node, Number, Question, evaluate, parse
from exercises.exact import Fraction

DISPLAYED = re.compile(r"\$\$(.+?)\$\$", re.DOTALL)

Values = Mapping[str, Fraction]


def displayed(prompt: str) -> list[str]:
    """The TeX of every displayed formula of a prompt."""
    return DISPLAYED.findall(prompt)


def gap(equation: str, values: Values) -> Fraction:
    """Left side minus right side of an equation in TeX when its letters have these values."""
    return gaps(equation, (values,))[0]


def gaps(equation: str, places: Iterable[Values]) -> list[Fraction]:
    """The same for several values of its letters."""
    sides = _sides(equation)
    return [_gap(sides, values) for values in places]


def _sides(equation: str) -> tuple[Node, Node]:
    left, right = equation.split("=")
    return parse(left), parse(right)


def _gap(sides: tuple[Node, Node], values: Values) -> Fraction:
    return evaluate(sides[0], values) - evaluate(sides[1], values)


def at_zero(equation: str, letter: str, others: Values) -> tuple[Fraction, Fraction]:
    """The values of both sides where the letter is 0."""
    left, right = _sides(equation)
    at = {**others, letter: Fraction(0)}
    return evaluate(left, at), evaluate(right, at)


def line(equation: str, letter: str, others: Values | None = None) -> tuple[Fraction, Fraction]:
    """Slope and constant of left minus right, found from two values of the letter, confirmed by a third."""
    at = gaps(equation, ({**(others or {}), letter: Fraction(x)} for x in (0, 1, 7)))
    slope, constant = at[1] - at[0], at[0]
    assert at[2] == constant + 7 * slope, f"not linear in {letter}: {equation}"
    return slope, constant


def answer_balances(question: Question) -> None:
    """The answer put into the displayed equation makes both sides equal, and no other number does."""
    (equation,) = displayed(question.prompt)
    assert isinstance(question.answer, Number)
    letter = question.before.removesuffix(" =")
    slope, _ = line(equation, letter)
    assert slope != 0, f"not exactly one solution: {equation}"
    assert gap(equation, {letter: Fraction(question.answer.value)}) == 0, f"does not balance: {equation}"
