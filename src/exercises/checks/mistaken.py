"""Named mistakes: wrong, different from each other, known by name."""

from collections.abc import Hashable, Iterator
from itertools import combinations

from exercises.answers import Dropdowns, Match, MultipleChoice, SingleChoice
from exercises.grading import gives, grade
from exercises.misconceptions import MISCONCEPTIONS
from exercises.question import Question
from exercises.template import Template
from exercises.verdict import WRONG, Response


def typed(question: Question, value: Hashable) -> Response:
    """A response that types this value."""
    if isinstance(question.answer, SingleChoice | MultipleChoice | Dropdowns):
        raise TypeError("`wrong` is for typed answers; choices and slots carry their own misconceptions")
    return question.answer.like(value).examples()[0]


def mistakes_are_wrong_and_named(_: Template, question: Question) -> Iterator[str]:
    """What a named mistake gives grades wrong under its name."""
    for name, value in question.wrong.items():
        verdict = grade(question, typed(question, value))
        if verdict.mark is not WRONG:
            yield f"{name} gives {value}, which grades {verdict.mark}"
        elif verdict.misconception != name:
            yield f"{name} gives {value}, which is counted as {verdict.misconception}"


def mistakes_differ(_: Template, question: Question) -> Iterator[str]:
    """No two mistakes give the same value."""
    for (name, value), (other, same) in combinations(question.wrong.items(), 2):
        if gives(question, value, typed(question, same)):
            yield f"{name} and {other} both give {value}"


def names_are_known(_: Template, question: Question) -> Iterator[str]:
    """Every name has its feedback."""
    for name in names(question):
        if name not in MISCONCEPTIONS:
            yield f"{name} is not in the table of misconceptions"


def names(question: Question) -> list[str]:
    """The names that a question uses."""
    if isinstance(question.answer, SingleChoice | MultipleChoice):
        return [choice.misconception for choice in question.answer.choices if choice.misconception]
    if isinstance(question.answer, Dropdowns):
        return [name for slot in question.answer.slots for name in slot.misconceptions.values()]
    if isinstance(question.answer, Match):
        return [*question.answer.misconceptions.values(), *question.wrong]
    return list(question.wrong)
