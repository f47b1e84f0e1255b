"""Choices and slots."""

import re
from collections.abc import Iterator

from exercises.answers import Dropdowns, MultipleChoice, SingleChoice
from exercises.checks.pieces import bare
from exercises.question import Question
from exercises.template import Template

SLOT = re.compile(r"\[\[(.+?)\]\]")


def choices_differ(_: Template, question: Question) -> Iterator[str]:
    """Choices differ as they are read and in what they mean; a right one carries no misconception."""
    if not isinstance(question.answer, SingleChoice | MultipleChoice):
        return
    choices = question.answer.choices
    shown = [(bare(choice.text), choice.figure and choice.figure.svg) for choice in choices]
    if len(set(shown)) < len(choices):
        yield f"two choices look alike: {[choice.text for choice in choices]}"
    if len({choice.worth for choice in choices}) < len(choices):
        yield f"two choices mean the same: {[choice.worth for choice in choices]}"
    if any(choice.right and choice.misconception for choice in choices):
        yield "a right choice carries a misconception"


def slots_stand_in_the_prompt(_: Template, question: Question) -> Iterator[str]:
    """Each slot stands once in the prompt, and nothing else does."""
    slots = [slot.name for slot in question.answer.slots] if isinstance(question.answer, Dropdowns) else []
    if sorted(SLOT.findall(question.prompt)) != sorted(slots):
        yield f"the prompt has places {SLOT.findall(question.prompt)}, the answer {slots}"
