"""The fields of an answer that is drawn or put together, in the groups in which a learner fills them in."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from exercises import BoxPlot, DataPlot, DrawnAnswer, Line, NumberLine, Parabola, Points, Region, Response

CHOOSE = ("", "Choose…")


@dataclass(frozen=True, slots=True)
class Blank:
    """One field: a text, or a list when it has options (value, words). ``role`` is what a script knows it by."""

    name: str
    label: str
    value: str
    options: tuple[tuple[str, str], ...] = ()
    role: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Fields that belong together, under a name that may be empty."""

    legend: str
    blanks: tuple[Blank, ...]


def text(response: Response, name: str) -> str:
    """What stands in a field."""
    value = response.get(name, "")
    return value if isinstance(value, str) else ""


def groups(answer: DrawnAnswer, response: Response) -> tuple[Group, ...]:
    """The fields of a drawn answer."""
    return tuple(GROUPS[type(answer)](answer, response))


def _point(legend: str, number: int, response: Response) -> Group:
    names = (("x", f"x{number}"), ("y", f"y{number}"))
    return Group(legend, tuple(Blank(name, label, text(response, name)) for label, name in names))


def _points(answer: Points, response: Response) -> Iterator[Group]:
    for number in range(1, answer.count + 1):
        yield _point(_("Point %(number)s") % {"number": number}, number, response)


def _line(answer: Line, response: Response) -> Iterator[Group]:
    yield _point(_("First point"), 1, response)
    yield _point(_("Second point"), 2, response)


def _parabola(answer: Parabola, response: Response) -> Iterator[Group]:
    yield _point(_("Vertex"), 1, response)
    yield _point(_("Another point"), 2, response)


def _region(answer: Region, response: Response) -> Iterator[Group]:
    several = len(answer.halves) > 1
    styles = (CHOOSE, ("solid", _("solid")), ("dashed", _("dashed")))
    sides = (CHOOSE, ("above", _("above the line")), ("below", _("below the line")),
             ("left", _("left of the line")), ("right", _("right of the line")))  # fmt: skip
    for i in range(1, len(answer.halves) + 1):
        names = [_("First point"), _("Second point"), _("Edge and side")]
        if several:
            names = [f"{_('Line %(number)s') % {'number': i}}: {name.lower()}" for name in names]
        yield _point(names[0], 2 * i - 1, response)
        yield _point(names[1], 2 * i, response)
        style = Blank(f"line{i}", _("Line"), text(response, f"line{i}"), styles, "style")
        side = Blank(f"side{i}", _("Shaded side"), text(response, f"side{i}"), sides, "side")
        yield Group(names[2], (style, side))


def _number_line(answer: NumberLine, response: Response) -> Iterator[Group]:
    if answer.points:
        names = answer.fields
        yield Group("", tuple(Blank(name, _("Point %(n)s") % {"n": name[1:]}, text(response, name)) for name in names))
        return
    yield _piece(_("Shading"), 1, response)
    yield _piece(_("A second piece, only if there is one"), 2, response)


def _piece(legend: str, i: int, response: Response) -> Group:
    shapes = [CHOOSE, ("left", _("all to the left of the end")), ("right", _("all to the right of the end")),
              ("between", _("all between two ends"))]  # fmt: skip
    alone = [("all", _("the whole line")), ("none", _("nothing"))] if i == 1 else []
    circles = (CHOOSE, ("open", _("open circle")), ("closed", _("closed circle")))
    blanks = [Blank(f"shape{i}", _("Shade"), text(response, f"shape{i}"), (*shapes, *alone), "shape")]
    for name, end, circle in (("from", _("End"), _("Circle there")), ("to", _("Second end"), _("Its circle"))):
        blanks.append(Blank(f"{name}{i}", end, text(response, f"{name}{i}"), role=name))
        blanks.append(Blank(f"{name}{i}_end", circle, text(response, f"{name}{i}_end"), circles, f"{name}-circle"))
    return Group(legend, tuple(blanks))


def _counts(answer: DataPlot, response: Response) -> Iterator[Group]:
    labels = zip(answer.fields, answer.plot.labels, strict=True)
    blanks = (Blank(name, label, text(response, name)) for name, label in labels)
    yield Group(_("How often each one comes"), tuple(blanks))


def _box(answer: BoxPlot, response: Response) -> Iterator[Group]:
    names = (_("Smallest"), _("Lower quartile"), _("Median"), _("Upper quartile"), _("Largest"))
    both = zip(answer.fields, names, strict=True)
    yield Group("", tuple(Blank(name, label, text(response, name)) for name, label in both))


GROUPS: dict[type, Callable[..., Iterator[Group]]] = {
    Points: _points,
    Line: _line,
    Parabola: _parabola,
    Region: _region,
    NumberLine: _number_line,
    DataPlot: _counts,
    BoxPlot: _box,
}
