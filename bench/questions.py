"""Making, showing and grading questions, and loading the course: in processor time, for the machine may be busy.

What is promised: an instance within 2 ms (median) and 10 ms (99th percentile) with its formulas set from
a warm cache, the course loaded within 5 s, figures of at most 8 KB.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass

import courses
from bench.times import Times, times
from exercises import Question, Response, Template, grade
from exercises.answers import MultipleChoice, SingleChoice
from exercises.checks.data import built_figures
from exercises.figures import Figure
from trailstone.content.markdown import prose, prose_line

SEEDS = 300


@dataclass(frozen=True, slots=True)
class Row:
    """One template: making an instance and setting all its text once it was set before, grading one answer (right
    ones, mistakes, a blank and rubbish), and the bytes of its largest figure (0: it has none)."""

    name: str
    making: Times
    grading: Times
    figure: int


@dataclass(frozen=True, slots=True)
class Loading:
    """Seconds of the processor: reading all packages of the course, writing it into an empty SQLite database, and
    looking again whether anything changed."""

    packages: float
    first: float
    again: float


def measured(seeds: int = SEEDS) -> list[Row]:
    """Every template of every course."""
    return [_row(template, seeds) for template in courses.templates().values()]


def loading() -> Loading:
    """The course loaded by a process of its own."""
    with tempfile.TemporaryDirectory(prefix="trailstone-bench-") as folder:
        env = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "TRAILSTONE_DATA")}
        env |= {"TRAILSTONE_DATA": folder, "DJANGO_SETTINGS_MODULE": "trailstone.settings"}
        words = [sys.executable, "-m", "bench.loading"]
        done = subprocess.run(words, env=env, stdout=subprocess.PIPE, text=True, check=True)
    return Loading(**json.loads(done.stdout.splitlines()[-1]))


def _row(template: Template, seeds: int) -> Row:
    asked = [template.instance(seed) for seed in range(seeds)]
    for question in asked:
        _set(question)
    made = [_made(template, seed) for seed in range(seeds)]
    graded = [_graded(question, response) for question in asked for response in _responses(question)]
    largest = max((len(figure.svg.encode()) for question in asked for figure in _figures(question)), default=0)
    return Row(template.id, times(made, lasted=sum(made)), times(graded, lasted=sum(graded)), largest)


def _made(template: Template, seed: int) -> float:
    began = time.thread_time()
    _set(template.instance(seed))
    return time.thread_time() - began


def _set(question: Question) -> None:
    """All that a learner can come to see of it, as HTML."""
    prose(question.prompt)
    if isinstance(question.answer, SingleChoice | MultipleChoice):
        for choice in question.answer.choices:
            prose_line(choice.text)
    for text in (*question.hints, *(part for step in question.solution for part in (step.text, step.reason) if part)):
        prose(text)


def _figures(question: Question) -> Iterator[Figure]:
    if question.figure:
        yield question.figure
    if isinstance(question.answer, SingleChoice | MultipleChoice):
        yield from (choice.figure for choice in question.answer.choices if choice.figure)
    yield from built_figures(question.answer)


def _graded(question: Question, response: Response) -> float:
    began = time.thread_time()
    grade(question, response)
    return time.thread_time() - began


def _responses(question: Question) -> Iterator[Response]:
    yield from question.answer.examples()[:2]
    yield from ({"value": str(value)} for value in list(question.wrong.values())[:2])
    yield {}
    yield {"value": "(2x + 3)/(4 - x) = 7y^2", "choice": "z", "choices": ["z"]}
