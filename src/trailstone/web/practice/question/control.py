"""How an answer is given: the fields of one question with what stands in them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, get_args

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from exercises import BuiltAnswer, Dropdowns, MultipleChoice, Question, Response, SingleChoice
from exercises.answers.choices import by_id, chosen_ids
from trailstone.content.markdown import prose
from trailstone.content.spoken import spoken, spoken_tex
from trailstone.web.practice.answers import SLOT
from trailstone.web.practice.question.built import Built, built

SHORT = 24  # signs of a choice that fits in half a column
UNTYPED = frozenset({"choice", "multi", "drop", *(one.kind for one in get_args(BuiltAnswer))})
WIDE = frozenset({"expr", "eq", "ineq", "set"})


@dataclass(frozen=True, slots=True)
class Choice:
    """One card. ``mark`` is "ok" or "retry" once it may be told, else empty."""

    id: str
    text: str
    figure: str
    chosen: bool
    mark: str


@dataclass(frozen=True, slots=True)
class Option:
    """One option of a dropdown, in words (a list cannot show formulas)."""

    value: str
    words: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Field:
    """One typed field."""

    name: str
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Control:
    """The prompt and the fields of a question. ``state`` colours them: "", "retry" or "ok"."""

    kind: str
    prompt: SafeString
    state: str
    locked: bool
    before: str
    after: str
    help: str
    wide: bool
    fields: tuple[Field, ...] = ()
    choices: tuple[Choice, ...] = ()
    two: bool = False
    built: Built | None = None

    @property
    def before_spoken(self) -> str:
        """The name of the field for screen readers: the formula before it, in words."""
        return f"{spoken_tex(self.before)}, your answer"

    @property
    def target(self) -> str:
        """The id of the field that the calculator can fill."""
        return f"answer-{self.fields[0].name}" if self.fields else ""

    @property
    def focused(self) -> str:
        """The card that takes the focus: the chosen one, else the first."""
        return next((choice.id for choice in self.choices if choice.chosen), "a")


def control(question: Question, response: Response, state: str, *, done: bool) -> Control:
    """The control of a question holding ``response``. Nothing of the key is in it before the question is done."""
    public = question.answer.public()
    choices = tuple(_choices(question, response, state, done=done))
    return Control(
        kind=question.answer.kind,
        prompt=_prompt(question, response, state, done=done),
        state=state,
        locked=done,
        before=question.before,
        after=question.after,
        help=f"Type {public['format']}." if "format" in public else "",
        wide=question.answer.kind in WIDE,
        fields=tuple(_fields(question.answer.kind, public, response)),
        choices=choices,
        two=bool(choices) and all(len(choice.text) <= SHORT or choice.figure for choice in choices),
        built=built(question, response, state, done=done),
    )


def _fields(kind: str, public: Mapping[str, object], response: Response) -> Iterable[Field]:
    if kind in UNTYPED:
        return
    if kind != "pair" or "value" in response:
        yield Field("value", "Your answer", _text(response, "value"))
        return
    for name, label in zip(("x", "y"), ("First number", "Second number"), strict=True):
        yield Field(name, label, _text(response, name))


def _text(response: Response, name: str) -> str:
    value = response.get(name, "")
    return value if isinstance(value, str) else ""


def _choices(question: Question, response: Response, state: str, *, done: bool) -> Iterable[Choice]:
    answer = question.answer
    if not isinstance(answer, SingleChoice | MultipleChoice):
        return
    chosen = chosen_ids({"choices": response.get("choices") or response.get("choice") or []})
    for id, choice in by_id(answer.choices).items():
        told = "ok" if done and choice.right else "retry" if state == "retry" and id in chosen else ""
        yield Choice(id, choice.text, choice.figure.svg if choice.figure else "", id in chosen, told)


def _prompt(question: Question, response: Response, state: str, *, done: bool) -> SafeString:
    """The prompt as HTML, a select in each dropdown's place."""
    html = prose(question.prompt)
    if not isinstance(question.answer, Dropdowns):
        return html
    slots = {slot.name: (number, slot.options) for number, slot in enumerate(question.answer.slots, 1)}

    def select(place: re.Match[str]) -> str:
        if place[1] not in slots:
            return place[0]
        number, options = slots[place[1]]
        return render_to_string(
            "practice/question/slot.html", _slot(place[1], number, options, _text(response, place[1]), state, done)
        )

    return mark_safe(SLOT.sub(select, html))  # noqa: S308 prose is safe, and the template escapes


def _slot(name: str, number: int, options: Sequence[str], value: str, state: str, done: bool) -> dict[str, Any]:
    words = [Option(one, spoken(one) if "$" in one else one, one == value) for one in options]
    return {"name": name, "number": number, "options": words, "state": state, "locked": done}
