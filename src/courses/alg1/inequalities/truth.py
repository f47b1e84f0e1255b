"""The second opinion: read an inequality back from what learners see and try numbers in it."""

import re
from collections.abc import Callable, Iterable, Mapping
from operator import ge, gt, le, lt

from exercises import Inequality, Question, evaluate, parse
from exercises.exact import Fraction

Statement = Callable[[Fraction], bool]
COMPARE: Mapping[str, Callable[[Fraction | int, Fraction | int], bool]] = {
    "<": lt, ">": gt, "<=": le, ">=": ge, r"\le": le, r"\ge": ge,
}  # fmt: skip
WORDS = {"all real numbers": True, "no solution": False}
SIGN = re.compile(r"(<=|>=|<|>|\\le(?![a-z])|\\ge(?![a-z]))")
JOINT = re.compile(r"\s*(?:\\quad)?\s*\\text\{ ?(and|or) ?\}\s*(?:\\quad)?\s*|\s+(and|or)\s+")
SOME = tuple(Fraction(n, 2) for n in range(-41, 42))
HAIR = Fraction(1, 1000)


def displayed(prompt: str) -> str:
    """The one displayed formula of a prompt."""
    (formula,) = re.findall(r"\$\$(.+?)\$\$", prompt)
    return str(formula)


def statement(text: str, letter: str) -> Statement:
    """A test of numbers from the text or TeX of an inequality, a chain, or two joined by and/or."""
    if text in WORDS:
        return lambda value: WORDS[text]
    pieces = [piece for piece in JOINT.split(text) if piece]
    if len(pieces) == 1:
        return chain(text, letter)
    first, word, second = pieces
    one, two = chain(first, letter), chain(second, letter)
    join = {"and": all, "or": any}[word]
    return lambda value: join((one(value), two(value)))


def chain(text: str, letter: str) -> Statement:
    """A test of numbers from sides with one or two signs between them."""
    parts = SIGN.split(text)
    sides, signs = [parse(side) for side in parts[0::2]], [COMPARE[sign] for sign in parts[1::2]]

    def holds(value: Fraction) -> bool:
        values = [evaluate(side, {letter: value}) for side in sides]
        return all(sign(a, b) for sign, a, b in zip(signs, values, values[1:], strict=False))

    return holds


def near(text: str) -> list[Fraction]:
    """Each number in a text, and points a hair to both sides of it."""
    numbers = [Fraction(found) for found in re.findall(r"-?\d+(?:/\d+)?", text)]
    return [number + shift for number in numbers for shift in (-HAIR, Fraction(0), HAIR)]


def assert_same(one: Statement, two: Statement, points: Iterable[Fraction]) -> None:
    """Both tests must agree at the points and all over a wide range."""
    for point in (*points, *SOME, Fraction(-(10**6)), Fraction(10**6)):
        assert one(point) == two(point), f"they differ at {point}"


def same_solutions(question: Question) -> None:
    """The answer is true where the displayed inequality is: at its ends, beside them, and far away."""
    answer = question.answer
    assert isinstance(answer, Inequality)
    text, letter = answer.text, answer.variable
    assert_same(statement(displayed(question.prompt), letter), statement(text, letter), near(text))
