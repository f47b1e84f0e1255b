"""Hints lead to the answer, the solution ends with it, the prompt keeps it."""

import json
from collections.abc import Iterator

from exercises.checks.pieces import gives_away, states
from exercises.question import Question
from exercises.template import Template


def hints_lead_to_the_answer(_: Template, question: Question) -> Iterator[str]:
    """Two to five hints with text; only the last states the answer."""
    if not 2 <= len(question.hints) <= 5:
        yield f"{len(question.hints)} hints instead of 2 to 5"
    for i, hint in enumerate(question.hints[:-1], 1):
        if not hint.strip():
            yield f"hint {i} is empty"
        if gives_away(question, hint):
            yield f"hint {i} already states the answer: {hint!r}"
    if question.hints and not states(question, question.hints[-1]):
        yield f"the last hint does not state {question.answer.show()}: {question.hints[-1]!r}"


def hints_are_not_shown_before_they_are_opened(_: Template, question: Question) -> Iterator[str]:
    """No hint stands word for word in what a browser sees before the answer."""
    shown = json.dumps(question.public(), ensure_ascii=False)
    for i, hint in enumerate(question.hints, 1):
        if json.dumps(hint, ensure_ascii=False)[1:-1] in shown:
            yield f"hint {i} is already on the screen: {hint!r}"


def solution_ends_with_the_answer(_: Template, question: Question) -> Iterator[str]:
    """At least one step, and the last states the answer."""
    last = question.solution[-1].text if question.solution else ""
    if not states(question, last):
        yield f"the last step does not state {question.answer.show()}: {last!r}"


def prompt_keeps_the_answer(template: Template, question: Question) -> Iterator[str]:
    """The prompt does not contain the answer, unless the template declares it."""
    if not template.answer_in_prompt and gives_away(question, question.prompt):
        yield f"the prompt contains {question.answer.show()}"
