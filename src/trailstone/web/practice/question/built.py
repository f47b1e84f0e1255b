"""The control of an answer that is drawn or put together: what its template shows."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from exercises import BuiltAnswer, DrawnAnswer, Figure, Item, Match, Order, Parts, Question, Response, Table
from exercises.answers.choices import chosen_ids
from exercises.answers.items import ids
from trailstone.content.spoken import spoken
from trailstone.web.practice.question.blanks import CHOOSE, Blank, Group, groups, text
from trailstone.web.practice.question.handles import plot_data

GRID = _("Tap the grid to put a point. Drag a point, or move it with the arrow keys.")
HOW = {
    "points": GRID,
    "line": GRID,
    "parabola": GRID,
    "region": _("Tap the grid to put the points of the line, then tap the side to shade. Points can be moved."),
    "marks": _("Tap the line to put a point. Drag a point, or move it with the arrow keys."),
    "spans": _("Tap the line for an end, then to the side that is shaded. Tap the end for an open or a closed circle."),
    "counts": _("Tap a column as high as it should be, or use the arrow keys."),
    "box": _("Tap the line for the five numbers, the smallest first. They can be moved."),
}
"""How a picture is used where there is a script."""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing in a list: its text and figure, and the field that says where it goes or what belongs to it."""

    id: str
    item: Item
    blank: Blank | None = None
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Built:
    """The fields of an answer that is put together, and the picture they make. ``state`` colours them.

    ``right`` is the right picture, once the question is done.
    """

    template: str
    state: str
    locked: bool
    picture: Figure | None = None
    right: Figure | None = None
    data: str = ""
    groups: tuple[Group, ...] = ()
    how: str | Promise = ""
    words: str = ""
    head: tuple[str, ...] = ()
    rows: tuple[tuple[str | Blank, ...], ...] = ()
    heads: bool = False
    lines: tuple[Line, ...] = ()
    options: tuple[Line, ...] = ()

    @property
    def page(self) -> str:
        """Where its template is."""
        return f"practice/question/controls/{self.template}.html"


def built(question: Question, response: Response, state: str, *, done: bool) -> Built | None:
    """The control holding ``response``; None for answers that are typed or chosen."""
    answer = question.answer
    if not isinstance(answer, BuiltAnswer):
        return None
    if isinstance(answer, DrawnAnswer):
        fields = groups(answer, response)
        right = answer.right_picture() if done else None
        picture, how = answer.picture(response), HOW[str(answer.public()["plot"])]
        return Built("plot", state, done, picture, right, plot_data(answer, fields), fields, how, _bare(answer))
    if isinstance(answer, Table):
        return Built("table", state, done, head=answer.head, rows=_rows(answer, response), heads=answer.heads)
    if isinstance(answer, Order):
        return Built("order", state, done, lines=tuple(_places(answer, response)))
    if isinstance(answer, Match):
        options = tuple(Line(id.upper(), item) for id, item in ids(answer.options).items())
        return Built("match", state, done, lines=tuple(_partners(answer, response)), options=options)
    return Built("parts", state, done, answer.figure, lines=tuple(_parts(answer, response)))


def _bare(answer: DrawnAnswer) -> str:
    """The picture in words as it is while a script draws in it: without what is drawn."""
    words = answer.picture({}).description
    return words.removesuffix(" Nothing is drawn on it.").removesuffix(" Nothing is shaded.")


def _rows(answer: Table, response: Response) -> tuple[tuple[str | Blank, ...], ...]:
    names = iter(answer.blanks)

    def cell(one: object, row: Sequence[object], column: int) -> str | Blank:
        if isinstance(one, str):
            return one
        name = next(names)
        first = row[0] if answer.heads and column and isinstance(row[0], str) else ""
        label = ", ".join(filter(None, (spoken(answer.head[column]), spoken(first) if first else "")))
        return Blank(name, label or f"Cell {name[1:]}", text(response, name))

    return tuple(tuple(cell(one, row, at) for at, one in enumerate(row)) for row in answer.rows)


def _places(answer: Order, response: Response) -> list[Line]:
    places = tuple((str(n), str(n)) for n in range(1, len(answer.shown) + 1))
    lines = [
        Line(id, item, Blank(id, spoken(item.text), text(response, id), (("", "–"), *places)))
        for id, item in ids(answer.shown).items()
    ]
    known = all(line.blank and line.blank.value.isdecimal() for line in lines)
    return sorted(lines, key=lambda line: int(line.blank.value) if line.blank else 0) if known else lines


def _partners(answer: Match, response: Response) -> list[Line]:
    words = tuple((id, f"{id.upper()}: {spoken(item.text)}") for id, item in ids(answer.options).items())
    return [
        Line(name, item, Blank(name, spoken(item.text), text(response, name), (CHOOSE, *words)))
        for name, item in zip(answer.fields, answer.left, strict=True)
    ]


def _parts(answer: Parts, response: Response) -> list[Line]:
    picked = chosen_ids(response)
    return [Line(id, Item(name), chosen=id in picked) for id, name in answer.letters().items()]
