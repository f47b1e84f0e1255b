"""An article's pieces as a page shows them: text, worked examples, check questions that count for nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from django.http import QueryDict

import courses
from exercises import Dropdowns, Mark, Question, Response, Step, Verdict, grade
from trailstone.practice.questions import question, template_of
from trailstone.web.practice.answers import right_answer
from trailstone.web.practice.question.control import Control, control

FIELDS: Final = ("value", "x", "y", "choice")
MOODS: Final = {Mark.RIGHT: "ok", Mark.WRONG: "retry", Mark.NOT_GRADABLE: ""}


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece. ``kind``: "prose", "example" or "check"."""

    kind: str
    markdown: str = ""
    number: int = 0  # checks count from 1
    question: Question | None = None
    control: Control | None = None
    verdict: Verdict | None = None
    right: tuple[str, ...] = ()

    @property
    def mood(self) -> str:
        """How the check stands: "ok", "retry", "info" for what cannot be read, "" before an answer."""
        return (MOODS[self.verdict.mark] or "info") if self.verdict else ""

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
    number = 0
    for part in article.parts:
        if isinstance(part, courses.Prose):
            yield Piece("prose", part.markdown)
            continue
        asked = _question(part.skill, part.seed)
        if asked is None:
            continue
        if isinstance(part, courses.Example):
            yield Piece("example", question=asked, control=control(asked, {}, "", done=True), right=right_answer(asked))
            continue
        number += 1
        yield _check(number, asked, _response(asked, sent) if sent.get("check") == str(number) else None)


def _question(skill: str, seed: int) -> Question | None:
    try:
        return question(skill, template_of(skill).version, seed)
    except KeyError:
        return None


def _check(number: int, asked: Question, response: Response | None) -> Piece:
    verdict = grade(asked, response) if response is not None else None
    mood = MOODS[verdict.mark] if verdict else ""
    fields = control(asked, response or {}, mood, done=mood == "ok")
    right = right_answer(asked) if mood == "ok" else ()
    return Piece("check", number=number, question=asked, control=fields, verdict=verdict, right=right)


def _response(asked: Question, sent: QueryDict) -> Response:
    """The fields of this kind of answer out of what was sent; anything else is left behind."""
    slots = [slot.name for slot in asked.answer.slots] if isinstance(asked.answer, Dropdowns) else []
    found: dict[str, str | list[str]] = {name: str(sent[name]) for name in (*FIELDS, *slots) if name in sent}
    return found | {"choices": [*map(str, sent.getlist("choices"))]} if "choices" in sent else found
