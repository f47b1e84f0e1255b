"""The texts of a question, the TeX in them, and whether a text states the answer."""

import re
from collections.abc import Callable, Iterator

from exercises.answers import (
    BuiltAnswer,
    Dropdowns,
    FractionAnswer,
    Match,
    MultipleChoice,
    Number,
    NumberSet,
    Order,
    Parts,
    Points,
    SingleChoice,
    Table,
)
from exercises.checks.stating import tells
from exercises.question import Question
from exercises.verdict import RIGHT

Render = Callable[[str], object]

MATH = re.compile(r"(?<!\\)\$\$(?P<display>.+?)(?<!\\)\$\$|(?<!\\)\$(?P<inline>.+?)(?<!\\)\$", re.DOTALL)
WRAPPED = re.compile(r"\\(?:boxed|text|textbf|mathbf)\{(.*)\}")
MOST = 0.6
LABEL = re.compile(r"\s*([A-Za-z])\s*=\s*")


def labelled(question: Question) -> Iterator[tuple[str, str]]:
    """Every text that a learner may read, with where it stands."""
    yield "prompt", question.prompt
    yield from ((f"hint {i}", hint) for i, hint in enumerate(question.hints, 1))
    for i, step in enumerate(question.solution, 1):
        yield f"step {i}", step.text
        if step.reason:
            yield f"reason {i}", step.reason
    yield from (("option", text) for text in (*options(question), *written(question)))
    if question.figure:
        yield "figure", question.figure.description


def options(question: Question) -> list[str]:
    """The texts to choose from; none when the answer is typed."""
    if isinstance(question.answer, SingleChoice | MultipleChoice):
        return [choice.text for choice in question.answer.choices]
    if isinstance(question.answer, Dropdowns):
        return [option for slot in question.answer.slots for option in slot.options]
    return []


def written(question: Question) -> list[str]:
    """The texts that stand in an answer that is put together: items, names of parts, cells that are filled."""
    match question.answer:
        case Order(shown):
            return [item.text for item in shown]
        case Match(left, right):
            return [item.text for item in (*left, *right)]
        case Table(head, rows):
            return [text for text in (*head, *(cell for row in rows for cell in row)) if isinstance(text, str)]
        case Parts():
            return list(question.answer.names)
    return []


def right_options(question: Question) -> list[str]:
    """The texts that are right to choose; none when the answer is typed."""
    if isinstance(question.answer, SingleChoice | MultipleChoice):
        return [choice.text for choice in question.answer.choices if choice.right]
    return [slot.right for slot in question.answer.slots] if isinstance(question.answer, Dropdowns) else []


def maths(text: str) -> list[str]:
    """The TeX parts of a markdown text."""
    return [match["display"] or match["inline"] for match in MATH.finditer(text)]


def prose(text: str) -> str:
    """The text with a $ in place of each TeX part."""
    return MATH.sub("$", text)


def unrenderable(question: Question, render: Render) -> Iterator[str]:
    """TeX that does not render."""
    found = [(where, tex) for where, text in labelled(question) for tex in maths(text)]
    found += [("answer", tex) for tex in maths(question.answer.show())]
    found += [("before", question.before)] if question.before else []
    for where, tex in found:
        try:
            render(tex)
        except Exception as error:  # each renderer has its own errors
            yield f"{where}: {tex!r} does not render: {error}"


def states(question: Question, text: str) -> bool:
    """Whether a text states the answer: for choices in most of their words, else as a TeX part (or a side of
    one, or a word group) that grades right."""
    if right_options(question):
        return all(says(text, option) for option in right_options(question))
    if isinstance(question.answer, BuiltAnswer):
        return tells(question.answer, text)
    return any(grades_right(question, part) for part in parts(text))


def says(text: str, option: str) -> bool:
    """Whether a text holds an option as it stands, or all its TeX and most of its words."""
    if bare(option) in bare(text):
        return True
    words = re.findall(r"\w+", prose(option).lower())
    held = sum(word in re.findall(r"\w+", prose(text).lower()) for word in words)
    return all(bare(tex) in bare(text) for tex in maths(option)) and bool(words) and held >= MOST * len(words)


def parts(text: str) -> Iterator[str]:
    """What in a text could be an answer: TeX parts, their sides, runs of the prose."""
    for tex in maths(text):
        tex = WRAPPED.sub(r"\1", tex.strip()).rstrip(".,;")
        yield tex
        yield from (side.strip() for side in re.split(r"=|\\approx|\\Rightarrow|\\to", tex))
    plain = text.replace("$", "").replace("**", "")
    yield from (run.strip(" .") for run in re.split(r"[:=]|\. |\bis\b|\bare\b|\bso\b|\bhas\b|\n", plain))
    yield from re.findall(r"-?\d[\d,./]*(?<![.,])", plain)


def grades_right(question: Question, part: str) -> bool:
    """Whether this would be the right thing to type."""
    return question.answer.grade({"value": part}).mark is RIGHT


def gives_away(question: Question, text: str) -> bool:
    """Whether a text that comes before the answer tells it, by more than coincidence.

    A number alone may stand anywhere; it tells the answer after the letter that is asked for ("x = 7").
    Naming the right option tells nothing when other options are named with it.
    """
    if right_options(question):
        wrong = [option for option in options(question) if option not in right_options(question)]
        named_wrong = any(bare(option) in bare(text) for option in wrong)
        named = [bare(option) in bare(text) for option in right_options(question) if len(bare(option)) > 3]
        return bool(named) and all(named) and not named_wrong
    if isinstance(question.answer, Points):
        return tells(question.answer, text)
    if isinstance(question.answer, BuiltAnswer):
        return False  # the equation, the data, the items stand in the prompt: the second reader sees to it
    if isinstance(question.answer, Number | FractionAnswer | NumberSet):
        return any(asked_letter(question, tex) and grades_right(question, tex) for tex in maths(text))
    return any(grades_right(question, tex) for tex in maths(text))


def asked_letter(question: Question, tex: str) -> bool:
    """Whether TeX begins with the letter that stands before the field, and an equals sign."""
    asked, found = LABEL.match(question.before), LABEL.match(tex)
    return asked is not None and found is not None and asked[1] == found[1]


def bare(text: str) -> str:
    """Lower-case letters and signs without spaces, ends of sentences and emphasis."""
    return re.sub(r"[\s*]+", " ", text).strip(" .!").lower().replace("$", "").replace(" ", "")
