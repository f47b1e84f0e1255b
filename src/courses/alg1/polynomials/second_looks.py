"""Second computations: each reads the prompt as a learner does and tries the answer in numbers."""

from itertools import product

from courses.alg1.reading import formulas
from exercises import Expression, Question, evaluate, grade, parse
from exercises.exact import Fraction
from exercises.parser.nodes import letters

TRIED = tuple(Fraction(n) for n in (2, -3, 5, 7, -11, Fraction(1, 2)))
BLANK = "\\square"


def values(tex: str, at: dict[str, Fraction]) -> Fraction:
    """The exact value of a formula."""
    return evaluate(parse(tex), at)


def same_everywhere(one: str, other: str) -> bool:
    """Whether two formulas agree in a grid of numbers: more points than their degrees allow for chance."""
    names = sorted(letters(parse(one)) | letters(parse(other)))
    points = (dict(zip(names, numbers, strict=True)) for numbers in product(TRIED, repeat=len(names)))
    return all(values(one, at) == values(other, at) for at in points)


def answer_holds(question: Question) -> None:
    """The displayed formula has the answer's value; a displayed equation holds with the answer in its blank."""
    assert isinstance(question.answer, Expression)
    asked, answer = displayed(question), question.answer.text
    if BLANK in asked:
        left, right = asked.replace(BLANK, f"({answer})").split("=")
        assert same_everywhere(left, right), asked
    else:
        assert same_everywhere(asked, answer), asked
    assert grade(question, {"value": answer}).mark == "right"


def displayed(question: Question) -> str:
    """The one formula that stands on a line of its own."""
    _, tex, _ = question.prompt.split("$$")
    return tex.strip()


def inline(question: Question) -> tuple[str, ...]:
    """All formulas of the prompt."""
    return formulas(question.prompt)
