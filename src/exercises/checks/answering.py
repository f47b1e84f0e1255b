"""The answer of a question is right, what is near it is wrong, and what is no answer costs nothing."""

import re
from collections.abc import Iterator

from exercises.answers import (
    BuiltAnswer,
    Dropdowns,
    Equation,
    Expression,
    FractionAnswer,
    Inequality,
    MultipleChoice,
    Number,
    NumberSet,
    Pair,
    SingleChoice,
)
from exercises.exact import Fraction
from exercises.question import Question
from exercises.template import Template
from exercises.verdict import NOT_GRADABLE, RIGHT, WRONG, Response

NONSENSE = ("", "   ", "?!", "asdfgh", "3+", "(2", "x=", "1/0", "\\frac{1}{", "\x00", "🙂", "9" * 2000, "(" * 2000)
UPSIDE_DOWN = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}
STRICTNESS = {"<": "<=", ">": ">=", "<=": "<", ">=": ">"}


def declared_kind(template: Template, question: Question) -> Iterator[str]:
    """The answer is of the kind that the template declares."""
    if not isinstance(question.answer, template.answer):
        yield f"the answer is {type(question.answer).__name__}, declared is {template.answer}"


def stated_answer_is_right(_: Template, question: Question) -> Iterator[str]:
    """Every usual way to give the answer grades right."""
    for response in question.answer.examples():
        verdict = question.answer.grade(response)
        if verdict.mark is not RIGHT:
            yield f"{response} grades {verdict.mark} ({verdict.message}), the answer is {question.answer.show()}"


def second_opinion_agrees(template: Template, question: Question) -> Iterator[str]:
    """The template's own second computation finds the same answer."""
    try:
        template.check(question)
    except AssertionError as disagreement:
        yield f"disagrees: {disagreement}"


def near_misses_are_wrong(_: Template, question: Question) -> Iterator[str]:
    """What is close to the answer grades wrong."""
    for response in near_misses(question):
        verdict = question.answer.grade(response)
        if verdict.mark is not WRONG:
            yield f"{response} grades {verdict.mark}, the answer is {question.answer.show()}"


def near_misses(question: Question) -> list[Response]:
    """Responses close to the answer."""
    answer = question.answer
    match answer:
        case Number(value, tolerance):
            return [{"value": str(n)} for n in near_numbers(value) if abs(n - value) > tolerance]
        case FractionAnswer(value):
            return [{"value": str(n)} for n in near_numbers(value)]
        case Pair((x, y)):
            return [{"value": f"({a}, {b})"} for a, b in ((y, x), (-x, y), (x, y + 1)) if (a, b) != (x, y)]
        case SingleChoice() | MultipleChoice() | Dropdowns():
            return near_choices(answer)
        case Expression() | Equation() | Inequality() | NumberSet():
            return [{"value": text} for text in near_texts(answer)]
        case _:
            return answer.near()


def near_numbers(value: int | Fraction) -> list[Fraction]:
    """One more, one less, the opposite, the reciprocal, ten times, a tenth."""
    value = Fraction(value)
    near = [value + 1, value - 1, -value, value * 10, value / 10, *([1 / value] if value else [])]
    return [n for n in dict.fromkeys(near) if n != value]


def near_choices(answer: SingleChoice | MultipleChoice | Dropdowns) -> list[Response]:
    """Every response that differs from the right one in one place."""
    right = answer.examples()[0]
    if isinstance(answer, Dropdowns):
        return [{**right, s.name: option} for s in answer.slots for option in s.options if option != s.right]
    ids = [chr(ord("a") + i) for i in range(len(answer.choices))]
    if isinstance(answer, SingleChoice):
        return [{"choice": id} for id in ids if id != right["choice"]]
    changed = [sorted(set(right["choices"]) ^ {id}) for id in ids]
    return [{"choices": ticked} for ticked in changed if ticked]


def near_texts(answer: Expression | Equation | Inequality | NumberSet) -> list[str]:
    """Texts that differ from the right one in one respect."""
    match answer:
        case Expression(text):
            return [f"{text} + 1", f"2({text}) + 1/7"]
        case Equation(text):
            return [f"{text} + 1"]
        case Inequality(text):
            turned = [exchanged(text, UPSIDE_DOWN), exchanged(text, STRICTNESS)]
            return turned if text not in turned else [f"{answer.variable} < 0"]
        case NumberSet(values):
            largest = max(values, default=Fraction(0))
            more = [*values, largest + 1]
            fewer = [value for value in values if value != largest]
            return [", ".join(map(str, some)) for some in (more, fewer) if some]


def exchanged(text: str, table: dict[str, str]) -> str:
    """The text with each sign of the table replaced."""
    return re.sub("<=|>=|<|>", lambda sign: table[sign[0]], text)


def nonsense_is_not_gradable(_: Template, question: Question) -> Iterator[str]:
    """Blank, half-typed and hostile texts are not gradable and say why."""
    for text in NONSENSE:
        sent = dict.fromkeys(("value", "choice", "choices", *fields_of(question)), text)
        verdict = question.answer.grade(sent)
        if verdict.mark is not NOT_GRADABLE or not verdict.message:
            yield f"{text[:20]!r} grades {verdict.mark} with message {verdict.message!r}"


def fields_of(question: Question) -> tuple[str, ...]:
    """The fields that only this question has."""
    answer = question.answer
    if isinstance(answer, Dropdowns):
        return tuple(slot.name for slot in answer.slots)
    return answer.fields if isinstance(answer, BuiltAnswer) else ()
