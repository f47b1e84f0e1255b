"""How a simulated learner answers: right by ability, and wrong in the ways that real learners are."""

import math
from collections.abc import Iterator
from random import Random

from exercises import WRONG, BuiltAnswer, Question, Response, grade
from exercises.exact import Fraction

GUESSES = ("11", "2x + 1", "x = 11", "x > 11", "y = 11", "(1, 11)", "11/7")


def chance_right(ability: float, hard: bool, done_before: int) -> float:
    """How likely the first answer is right: higher with ability and with questions of this skill done before."""
    strength = 3.4 * ability - 1.0 + 0.07 * min(done_before, 12) - (2.6 if hard else 0.0)
    return 0.97 / (1 + math.exp(-strength))


def right(question: Question) -> Response:
    """A right answer."""
    return question.answer.examples()[0]


def wrong(question: Question, rng: Random) -> Response | None:
    """A wrong answer, one of a named mistake's where there is one; None when none was found."""
    found = [response for response in _mistakes(question) if grade(question, response).mark is WRONG]
    return rng.choice(found[:3]) if found else None


def _mistakes(question: Question) -> Iterator[Response]:
    if isinstance(question.answer, BuiltAnswer):
        yield from (question.answer.like(value).examples()[0] for value in question.wrong.values())
        yield from question.answer.near()
        return
    for value in question.wrong.values():
        yield {"value": str(value) if isinstance(value, int | str | Fraction) else _listed(value)}
    control = question.answer.public()
    choices = control.get("choices", ())
    yield from ({"choice": one["id"]} for one in _rows(choices))
    yield from ({"choices": [one["id"]]} for one in _rows(choices))
    slots = _rows(control.get("slots", ()))
    for shift in range(3) if slots else ():
        yield {slot["name"]: slot["options"][shift % len(slot["options"])] for slot in slots}
    yield from ({"value": guess} for guess in GUESSES)


def _rows(value: object) -> list[dict[str, str]]:
    return [dict(one) for one in value] if isinstance(value, list | tuple) else []


def _listed(value: object) -> str:
    return f"({', '.join(map(str, value))})" if isinstance(value, tuple) else str(value)
