"""An assignment on paper: its questions with room to answer, and the key."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Final
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from exercises import (
    DrawnAnswer,
    Dropdowns,
    Figure,
    Item,
    Match,
    MultipleChoice,
    Order,
    Parts,
    Question,
    SingleChoice,
    Table,
)
from exercises.answers.choices import by_id
from exercises.answers.items import ids
from mastery import Activity
from trailstone.assignments.models import Kind
from trailstone.assignments.naming import Named
from trailstone.content.catalogue import SkillMap
from trailstone.practice.errors import Refused as NotEnough
from trailstone.practice.questions import FAULTS, question
from trailstone.practice.start import same_questions
from trailstone.web.practice.answers import blanks, right_answer, right_figure

ROOMY: Final = frozenset({"expr", "eq", "ineq", "set"})


@dataclass(frozen=True, slots=True)
class Asked:
    """One question on paper: what is asked, how to answer, where to tick, and of the key what is ``right``.

    ``partners``: what a box can be matched with, with their letters; ``slots``: what to choose from at each number;
    ``room``: "none", "line" or "wide", the room to write in.
    """

    number: int
    prompt: str
    figures: tuple[str, ...]
    boxes: tuple[Item, ...]
    partners: tuple[tuple[str, Item], ...]
    slots: tuple[tuple[int, tuple[str, ...]], ...]
    before: str
    after: str
    how: Promise | str
    room: str
    right: tuple[str, ...]
    right_figure: Figure | None


@dataclass(frozen=True, slots=True)
class Part:
    """A thing of the assignment. ``missing``: how many of its questions cannot be shown any more."""

    title: str
    over: str
    asks: tuple[Asked, ...]
    missing: int


def parts(things: Sequence[Named], assignment_id: UUID, version: int) -> Iterator[Part]:
    """The things with questions, numbered through. Fixed questions are those of everybody; else the same for the same
    ``version`` of the paper, and others for the next."""
    number = 0
    for place, thing in enumerate(things):
        if thing.about is None or thing.thing.kind == Kind.ARTICLE:
            continue
        skills = {skill.id: skill for skill in thing.about.skills}
        chosen = thing.fixed or _drawn(thing, Random(f"{assignment_id} {place} {version}"))
        found = [_question(skills, *each) for each in chosen]
        asks = tuple(_asked(number + at, one) for at, one in enumerate((one for one in found if one), 1))
        number += len(asks)
        yield Part(thing.title, thing.over, asks, len(found) - len(asks))


def _drawn(thing: Named, rng: Random) -> Sequence[tuple[int, int, int]]:
    about = thing.about
    if about is None:
        return ()
    try:
        return same_questions(Activity(thing.thing.kind.value), about.skills, about.length, rng)
    except (NotEnough, KeyError):
        return ()


def _question(skills: Mapping[int, SkillMap], skill_id: int, version: int, seed: int) -> Question | None:
    try:
        return question(skills[skill_id].slug, version, seed)
    except FAULTS:
        return None


def _asked(number: int, one: Question) -> Asked:
    return Asked(
        number,
        prompt=blanks(one),
        figures=tuple(_figures(one)),
        boxes=_boxes(one),
        partners=_partners(one),
        slots=_slots(one),
        before=one.before,
        after=one.after,
        how=_how(one),
        room=_room(one),
        right=right_answer(one),
        right_figure=right_figure(one),
    )


def _figures(one: Question) -> Iterator[str]:
    """The figure of the question, and what an answer is drawn or found in, with nothing drawn yet."""
    if one.figure:
        yield one.figure.svg
    if isinstance(one.answer, DrawnAnswer):
        yield one.answer.picture({}).svg
    elif isinstance(one.answer, Parts):
        yield one.answer.figure.svg


def _boxes(one: Question) -> tuple[Item, ...]:
    answer = one.answer
    if isinstance(answer, SingleChoice | MultipleChoice):
        return tuple(Item(choice.text, choice.figure) for choice in by_id(answer.choices).values())
    if isinstance(answer, Parts):
        return tuple(Item(name) for name in answer.names)
    if isinstance(answer, Order):
        return answer.shown
    return answer.left if isinstance(answer, Match) else ()


def _partners(one: Question) -> tuple[tuple[str, Item], ...]:
    return tuple(ids(one.answer.options).items()) if isinstance(one.answer, Match) else ()


def _slots(one: Question) -> tuple[tuple[int, tuple[str, ...]], ...]:
    if not isinstance(one.answer, Dropdowns):
        return ()
    return tuple((number, tuple(slot.options)) for number, slot in enumerate(one.answer.slots, 1))


HOW: Final[Mapping[type, Promise]] = {
    SingleChoice: _("Tick one."),
    MultipleChoice: _("Tick all that are right."),
    Parts: _("Tick all that fit."),
    Dropdowns: _("Ring what is right for each number."),
    Table: _("Fill in the numbered cells."),
    Order: _("Number the boxes: 1 comes first."),
    Match: _("Write the letter of its partner into each box."),
}


def _how(one: Question) -> Promise | str:
    """How it is answered on paper, where a line to write on does not say it."""
    return _("Draw it here.") if isinstance(one.answer, DrawnAnswer) else HOW.get(type(one.answer), "")


def _room(one: Question) -> str:
    if type(one.answer) in HOW or isinstance(one.answer, DrawnAnswer):
        return "none"
    return "wide" if one.answer.kind in ROOMY else "line"
