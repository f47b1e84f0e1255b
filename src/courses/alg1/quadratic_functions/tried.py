"""Second opinions about stories: the function of the prompt is tried at many places, nothing is solved."""

import re

from courses.alg1.quadratic_functions.readback import Rule, functions_in
from courses.alg1.reading import choices_of
from exercises import Number, Question, SingleChoice
from exercises.exact import Fraction

TIMES = [Fraction(n, 4) for n in range(400)]
MEANT = re.compile(r"\$[hP]\((\d+)\) = (\d+)\$ tell")


def tried(question: Question) -> None:
    """The best place, the top, the zeros or the value, found by trying times or prices in quarters."""
    f = functions_in(question.prompt)[-1]
    if isinstance(question.answer, SingleChoice):
        assert [holds(f, choice.text, question.prompt) for choice in choices_of(question)] == [
            choice.right for choice in choices_of(question)
        ]
        return
    assert isinstance(question.answer, Number)
    values = {t: f(t) for t in TIMES}
    assert question.answer.value == asked(f, question.prompt, values)


def asked(f: Rule, text: str, values: dict[Fraction, Fraction]) -> Fraction:
    """What the last sentence asks for."""
    best = max(values, key=lambda t: values[t])
    ask = text.rsplit(". ", 1)[-1]
    given = re.search(r"after (\d+) second", ask)
    if "at the start again" in ask:
        return next(t for t in values if t > 0 and values[t] == values[Fraction(0)])
    if "at the start" in ask:
        return f(0)
    if given and "How high" in ask:
        return f(int(given[1]))
    if "greatest height" in ask or "is the greatest" in ask:
        return values[best]
    if "highest?" in ask or "gives the greatest" in ask:
        return best
    return max(t for t in values if t > 0 and values[t] == 0)


def holds(f: Rule, claim: str, prompt: str) -> bool:
    """Whether a sentence about the point of the prompt is true of the function and says what that point says."""
    x, y = (Fraction(n) for n in MEANT.findall(prompt)[0])
    assert f(x) == y
    best = max(TIMES, key=f)
    numbers = [Fraction(n.replace(",", "")) for n in re.findall(r"\d[\d,]*(?<!,)", claim)]
    if "highest point, at" in claim or "greatest profit is" in claim:
        place, value = numbers if "highest point" in claim else numbers[::-1]
        return (place, value) == (x, y) == (best, f(best))
    if claim.startswith("After") and "down again, at" in claim:
        return numbers[0] == x and y == 0 == f(numbers[0])
    if "the beginning" in claim:
        return x == 0 and numbers == [y]
    if "there is a loss" in claim:
        side = Fraction(-1, 4) if "below" in claim else Fraction(1, 4)
        return numbers[0] == x and f(x) == 0 > f(x + side)
    return False
