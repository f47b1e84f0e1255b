"""Second opinions: read the equation back from the prompt, and put the solutions into it exactly."""

import re
from collections.abc import Sequence

from courses.alg1.equations.readback import displayed, gap
from exercises import Node, NumberSet, Question, parse
from exercises.answers.surds import SURDS, Exact, surd
from exercises.exact import Fraction
from exercises.parser.fields import value

LETTER = re.compile(r"(?<![\\a-z])[a-z](?![a-z])")


def letter_of(tex: str) -> str:
    """The one letter of a formula."""
    (found,) = set(LETTER.findall(tex))
    return str(found)


def coefficients(equation: str) -> tuple[Fraction, Fraction, Fraction]:
    """a, b, c of left minus right, from three values of the letter and confirmed by two more."""
    letter = letter_of(equation)
    at = [gap(equation, {letter: Fraction(x)}) for x in (0, 1, -1, 2, 7)]
    c, a = at[0], (at[1] + at[2]) / 2 - at[0]
    b = at[1] - a - c
    assert at[3] == 4 * a + 2 * b + c and at[4] == 49 * a + 7 * b + c, f"not quadratic: {equation}"  # noqa: PT018
    return a, b, c


def how_many(equation: str) -> int:
    """How many real solutions: from the height of the lowest or highest point and the way it opens."""
    a, b, c = coefficients(equation)
    assert a != 0, f"not quadratic: {equation}"
    turn = -b / (2 * a)
    height = (a * turn + b) * turn + c
    return 1 if height == 0 else 2 if (height < 0) == (a > 0) else 0


def sides(equation: str) -> tuple[Node, Node]:
    """Left and right side."""
    left, right = equation.split("=")
    return parse(left), parse(right)


def balances(equation: str, at: Exact) -> bool:
    """Whether both sides are the same number when the letter is this one, roots and all."""
    letter = letter_of(equation)
    left, right = (value(side, {letter: surd(at)}, SURDS) for side in sides(equation))
    return left == right


def all_solutions(question: Question) -> None:
    """Every number of the answer balances the displayed equation, and there are as many as it has."""
    (equation,) = displayed(question.prompt)
    fits(equation, question)


def fits(equation: str, question: Question) -> None:
    """The same for an equation found elsewhere."""
    assert isinstance(question.answer, NumberSet)
    answer: Sequence[Exact] = list(question.answer.values)
    assert all(balances(equation, each) for each in answer), f"does not balance: {equation}"
    assert len(answer) == how_many(equation), f"not all solutions of {equation}: {answer}"
