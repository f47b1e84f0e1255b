"""Figures, export, and what a browser may see."""

import json
from collections.abc import Iterator
from xml.etree import ElementTree

from exercises.answers import Answer, DrawnAnswer, Match, MultipleChoice, Order, Parts, SingleChoice
from exercises.figures import Figure
from exercises.question import Question
from exercises.template import Template

LARGEST = 8192
SECRETS = ("right", "misconception", "misconceptions", "hints", "solution", "answer", "wrong", "key", "value")


def figures_are_described(_: Template, question: Question) -> Iterator[str]:
    """Every figure is a small, harmless SVG with a text alternative."""
    figures = [question.figure] if question.figure else []
    if isinstance(question.answer, SingleChoice | MultipleChoice):
        figures += [choice.figure for choice in question.answer.choices if choice.figure]
    for figure in (*figures, *built_figures(question.answer)):
        yield from figure_problems(figure)


def built_figures(answer: Answer) -> list[Figure]:
    """The figures of an answer that is put together: what is picked from, what is filled in and what is right."""
    if isinstance(answer, DrawnAnswer):
        return [answer.picture({}), answer.picture(answer.examples()[0]), answer.right_picture()]
    if isinstance(answer, Order | Match):
        items = answer.shown if isinstance(answer, Order) else (*answer.left, *answer.options)
        return [item.figure for item in items if item.figure]
    return [answer.figure] if isinstance(answer, Parts) else []


def figure_problems(figure: Figure) -> Iterator[str]:
    """What is not right with one figure."""
    if len(figure.svg.encode()) > LARGEST:
        yield f"the figure has {len(figure.svg.encode())} bytes"
    if not figure.description.strip():
        yield "the figure has no description"
    root = ElementTree.fromstring(figure.svg)  # noqa: S314 - the package's own figures, not a stranger's
    if not root.tag.endswith("svg") or root.get("role") != "img" or root.get("viewBox") is None:
        yield "the figure is no <svg viewBox role='img'>"
    for part in root.iter():
        if part.tag.endswith("script") or any(name.startswith("on") for name in part.attrib):
            yield "the figure holds a script"


def exports_as_json(_: Template, question: Question) -> Iterator[str]:
    """The whole question can be written as JSON."""
    json.dumps(question.to_dict(), allow_nan=False)
    yield from ()


def public_keeps_the_key(_: Template, question: Question) -> Iterator[str]:
    """What a browser sees holds none of the fields that tell the answer."""
    yield from (f"public() shows {name!r}" for name in fields(question.public()) if name in SECRETS)


def fields(value: object) -> Iterator[str]:
    """All names of fields, also of nested ones."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield str(name)
            yield from fields(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from fields(inner)
