"""Second computations: each reads the prompt as a learner does and tries the answer in numbers."""

from math import isclose

from courses.alg1.reading import formulas
from exercises import Expression, FractionAnswer, Question, grade, num, parse
from exercises.parser.fields import FLOATING, value
from exercises.parser.nodes import letters

BLANK = "\\square"
TRIED = (0.83, 1.41, 2.6, 3.17)


def near(one: str, other: str) -> bool:
    """Whether two formulas have the same value for several positive numbers in place of their letters."""
    a, b = parse(one), parse(other)
    names = sorted(letters(a) | letters(b))
    for start in TRIED:
        at = {name: start + 0.37 * i for i, name in enumerate(names)}
        if not isclose(value(a, at, FLOATING), value(b, at, FLOATING), rel_tol=1e-9):
            return False
    return True


def displayed(question: Question) -> str:
    """The one formula that stands on a line of its own."""
    _, tex, _ = question.prompt.split("$$")
    return tex.strip()


def answer_holds(question: Question) -> None:
    """The displayed formula has the answer's value; a displayed equation holds with the answer in its blank."""
    answer = question.answer
    assert isinstance(answer, Expression | FractionAnswer)
    text = answer.text if isinstance(answer, Expression) else num(answer.value)
    asked = displayed(question)
    if BLANK in asked:
        left, right = asked.replace(BLANK, f"({text})").split("=")
        assert near(left, right), asked
    else:
        assert near(asked, text), asked
    assert grade(question, {"value": text}).mark == "right"


def inline(question: Question) -> tuple[str, ...]:
    """All formulas of the prompt."""
    return formulas(question.prompt)
