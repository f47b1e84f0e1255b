"""Whether a text tells an answer that is put together: its points, its equation, its cells, its order."""

import re
from collections.abc import Iterator

from exercises.answers import BuiltAnswer, Equation
from exercises.answers.line import Line
from exercises.answers.number_line import NumberLine
from exercises.answers.parabola import Parabola
from exercises.answers.points import Points
from exercises.answers.reading import read_number
from exercises.answers.region import Region, side_word
from exercises.answers.table import Table
from exercises.exact import Fraction
from exercises.geometry import LineForm, Point, height, on_line
from exercises.parser import Unreadable
from exercises.verdict import RIGHT

MATH = re.compile(r"\$([^$]+)\$")
PAIR = re.compile(r"\(([^(),]*),([^(),]*)\)")
NUMBER = re.compile(r"-?\\d?frac\{\d+\}\{\d+\}|-?\d+(?:\.\d+|/\d+)?")


def tells(answer: BuiltAnswer, text: str) -> bool:
    """Whether a reader of the text knows the answer."""
    match answer:
        case Line():
            return tells_line(answer, text)
        case Parabola():
            found = points_in(text)
            return answer.vertex in found and any(height(answer.value, p[0]) == p[1] for p in found - {answer.vertex})
        case Points():
            return set(answer.value) <= points_in(text)
        case Region():
            words = text.lower()
            styles = {"dashed" if half.strict else "solid" for half in answer.halves}
            return all(word in words for word in {*styles, *map(side_word, answer.halves)})
        case NumberLine():
            ends = [*answer.points, *(value for span in answer.spans for value, _ in span.ends())]
            return set(map(Fraction, ends)) <= numbers_in(text)
        case Table():
            return all(any(cell.grade({"value": part}).mark is RIGHT for part in cells_in(text))
                       for cell in answer.blanks.values())  # fmt: skip
    return numbers_in(answer.show()) <= numbers_in(text) and all(word in text for word in names_in(answer.show()))


def tells_line(answer: Line, text: str) -> bool:
    """Whether its equation or two of its points are there; of a line fitted by eye, any that fits."""
    on = [p for p in points_in(text) if on_line(answer.value, p)]
    return len(on) > 1 or any(is_equation(answer.value, tex) for tex in MATH.findall(text))


def is_equation(line: LineForm, tex: str) -> bool:
    """Whether TeX is an equation of the line."""
    a, b, c = line
    return (
        Equation(f"{a}*x + {b}*y = {c}" if a and b else f"{a}*x = {c}" if a else f"{b}*y = {c}")
        .grade({"value": tex})
        .mark
        is RIGHT
    )


def points_in(text: str) -> set[Point]:
    """The points that are written in a text."""
    plain = text.replace("\\left", "").replace("\\right", "")
    return {p for p in map(pair, PAIR.findall(plain)) if p is not None}


def pair(texts: tuple[str, str]) -> Point | None:
    """Two numbers, or None when these are none."""
    try:
        return read_number(texts[0]).value, read_number(texts[1]).value
    except Unreadable:
        return None


def numbers_in(text: str) -> set[Fraction]:
    """The numbers that are written in a text."""
    found: set[Fraction] = set()
    for match in NUMBER.finditer(text.replace("−", "-")):
        try:
            found.add(read_number(match[0]).value)
        except Unreadable:
            continue
    return found


def cells_in(text: str) -> Iterator[str]:
    """What in a text could stand in a cell: TeX, its sides, numbers."""
    for tex in MATH.findall(text):
        yield tex
        yield from (side.strip() for side in tex.split("="))
    yield from (match[0] for match in NUMBER.finditer(text))


def names_in(shown: str) -> list[str]:
    """The texts of an answer that is made of texts."""
    return [part.strip() for part in re.split(r"[;:]\s", shown)]
