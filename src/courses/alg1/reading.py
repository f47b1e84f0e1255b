"""Reads a question as a learner sees it, so that a check starts from the prompt and not from the draw."""

import re
from collections.abc import Mapping
from functools import lru_cache

from exercises import Choice, MultipleChoice, Question, SingleChoice, evaluate, parse
from exercises.exact import Fraction

_TEX = re.compile(r"(?<!\\)\$\$?(.+?)(?<!\\)\$\$?", re.DOTALL)
_LETTER = re.compile(r"\\[A-Za-z]+|([A-Za-z])")
_HOLDS = re.compile(r"([A-Za-z]) = (.+)")
_read = lru_cache(maxsize=1024)(parse)  # one formula is tried with many values


def formulas(text: str) -> tuple[str, ...]:
    """The TeX between dollar signs, in order."""
    return tuple(tex.strip() for tex in _TEX.findall(text))


def holdings(text: str) -> Mapping[str, Fraction]:
    """The values that the text gives to single letters: "$a = -2$" is `{"a": -2}`."""
    matches = filter(None, (_HOLDS.fullmatch(tex) for tex in formulas(text)))
    return {match[1]: value_of(match[2]) for match in matches}


def letters(tex: str) -> frozenset[str]:
    """The letters that stand for numbers in a formula."""
    return frozenset(filter(None, _LETTER.findall(tex)))


def value_of(tex: str, **values: int | Fraction) -> Fraction:
    """The exact value of a formula with these values for its letters."""
    return evaluate(_read(tex), values)


def put_in(tex: str, values: Mapping[str, str]) -> str:
    """The formula with each letter replaced by a TeX text in brackets: `3x` becomes `3(-2)`."""
    return _LETTER.sub(lambda piece: f"({values[piece[0]]})" if piece[0] in values else piece[0], tex)


def choices_of(question: Question) -> tuple[Choice, ...]:
    """The choices of a choice question."""
    assert isinstance(question.answer, SingleChoice | MultipleChoice)
    return question.answer.choices


def right_choice(question: Question) -> Choice:
    """The one right choice."""
    (right,) = (choice for choice in choices_of(question) if choice.right)
    return right
