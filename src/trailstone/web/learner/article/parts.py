"""An article's pieces as a page shows them: text, worked examples, check questions that count for nothing."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from django.http import QueryDict
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

import courses
from courses.glossary import linked
from exercises import BuiltAnswer, Dropdowns, Mark, Question, Response, Step, Verdict, grade
from trailstone.practice.questions import question, template_of
from trailstone.web.practice.question.control import Control, control

PLACE: Final = re.compile(r"<select.*?</select>", re.DOTALL)  # a worked example is read, not filled in
FIELDS: Final = ("value", "x", "y", "choice")
KINDS: Final = {courses.Example: "example", courses.Check: "check", courses.Drawing: "figure"}
MOODS: Final = {Mark.RIGHT: "ok", Mark.WRONG: "retry", Mark.NOT_GRADABLE: ""}


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece. ``kind``: "prose", "example", "check", or "figure" for a picture alone."""

    kind: str
    markdown: str = ""
    number: int = 0  # counted from 1 among its kind
    question: Question | None = None
    control: Control | None = None
    verdict: Verdict | None = None

    @property
    def mood(self) -> str:
        """How the check stands: "ok", "retry", "info" for what cannot be read, "" before an answer."""
        return (MOODS[self.verdict.mark] or "info") if self.verdict else ""

    @property
    def prompt(self) -> SafeString:
        """The question. An article is read from its start: nothing in it asks for the focus, as it does in practice."""
        if self.control is None:
            return SafeString()
        html = self.control.prompt.replace(" data-focus", "")
        return mark_safe(PLACE.sub("…", html) if self.kind == "example" else html)  # noqa: S308 as safe as before

    @property
    def steps(self) -> tuple[Step, ...]:
        """The lines of the worked answer."""
        return self.question.solution if self.question else ()


def pieces(article: courses.Article, sent: QueryDict) -> list[Piece]:
    """The article's pieces. ``sent``: what the address says, with the number of the check that was answered, if any.

    An example or check whose skill is not published yet is left out.
    """
    return list(_pieces(article, sent))


def _pieces(article: courses.Article, sent: QueryDict) -> Iterator[Piece]:
    counts: Counter[str] = Counter()
    words = reverse("glossary", args=[article.id.partition("/")[0]])
    for part in article.parts:
        if isinstance(part, courses.Prose):
            yield Piece("prose", linked(part.markdown, words))
            continue
        asked = _question(part.skill, part.seed)
        if asked is None:
            continue
        kind = KINDS[type(part)]
        counts[kind] += 1
        yield _piece(kind, counts[kind], asked, sent)


def _piece(kind: str, number: int, asked: Question, sent: QueryDict) -> Piece:
    if kind == "figure":
        return Piece(kind, number=number, question=asked)
    return _example(number, asked) if kind == "example" else _check(number, asked, sent)


def _example(number: int, asked: Question) -> Piece:
    return Piece("example", number=number, question=asked, control=control(asked, {}, "", done=True))


def _question(skill: str, seed: int) -> Question | None:
    try:
        return question(skill, template_of(skill).version, seed)
    except KeyError:
        return None


def _check(number: int, asked: Question, sent: QueryDict) -> Piece:
    response = _response(asked, sent) if sent.get("check") == str(number) else None
    verdict = grade(asked, response) if response is not None else None
    mood = MOODS[verdict.mark] if verdict else ""
    fields = control(asked, response or {}, mood, done=mood == "ok")
    return Piece("check", number=number, question=asked, control=fields, verdict=verdict)


def _response(asked: Question, sent: QueryDict) -> Response:
    """The fields of this kind of answer out of what was sent; anything else is left behind."""
    slots = [slot.name for slot in asked.answer.slots] if isinstance(asked.answer, Dropdowns) else []
    slots += asked.answer.fields if isinstance(asked.answer, BuiltAnswer) else ()
    found: dict[str, str | list[str]] = {name: str(sent[name]) for name in (*FIELDS, *slots) if name in sent}
    return found | {"choices": [*map(str, sent.getlist("choices"))]} if "choices" in sent else found
