"""Making and grading questions: no Django, no database."""

import time
from collections.abc import Iterator
from dataclasses import dataclass

import courses
from bench.times import Times, times
from exercises import Question, Response, Template, grade

SEEDS = 300


@dataclass(frozen=True, slots=True)
class Row:
    """One template: making an instance, and grading one answer (right ones, mistakes, a blank and rubbish)."""

    name: str
    making: Times
    grading: Times


def measured(seeds: int = SEEDS) -> list[Row]:
    """Every template of every course."""
    return [_row(template, seeds) for template in courses.templates().values()]


def _row(template: Template, seeds: int) -> Row:
    template.instance(0)
    made, asked = [], []
    for seed in range(seeds):
        began = time.perf_counter()
        question = template.instance(seed)
        made.append(time.perf_counter() - began)
        asked.append(question)
    graded = [_graded(question, response) for question in asked for response in _responses(question)]
    return Row(template.id, times(made, lasted=sum(made)), times(graded, lasted=sum(graded)))


def _graded(question: Question, response: Response) -> float:
    began = time.perf_counter()
    grade(question, response)
    return time.perf_counter() - began


def _responses(question: Question) -> Iterator[Response]:
    yield from question.answer.examples()[:2]
    yield from ({"value": str(value)} for value in list(question.wrong.values())[:2])
    yield {}
    yield {"value": "(2x + 3)/(4 - x) = 7y^2", "choice": "z", "choices": ["z"]}
