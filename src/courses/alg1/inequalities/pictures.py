"""Solution sets as pictures: shaded spans, what they say as inequalities, and how mistakes change them."""

import re
from collections.abc import Callable
from dataclasses import replace

from courses.alg1.inequalities.relations import TEX
from exercises import Figure
from exercises.exact import Fraction
from exercises.figures.number_line import Span, number_line

Picture = tuple[Span, ...]
Slip = Callable[[Picture], Picture]
EDGE = 6


def drawn(picture: Picture) -> Figure:
    """The picture on the line from -6 to 6."""
    return number_line(-EDGE, EDGE, picture)


def said(picture: Picture, letter: str, form: str = "text") -> str:
    """The inequality that a picture shows, as an answer is typed or as TeX."""
    joint = " or " if form == "text" else r" \text{ or } "
    return joint.join(_said_span(span, letter, form) for span in picture)


def _said_span(span: Span, letter: str, form: str) -> str:
    def sign(text: str) -> str:
        return text if form == "text" else TEX[text]

    if span.high is None:
        return f"{letter} {sign('>=' if span.low_closed else '>')} {span.low}"
    upper = f"{letter} {sign('<=' if span.high_closed else '<')} {span.high}"
    return upper if span.low is None else f"{span.low} {sign('<=' if span.low_closed else '<')} {upper}"


def circles_switched(picture: Picture) -> Picture:
    """Open circles closed, closed ones open."""
    return tuple(
        replace(
            span,
            low_closed=not span.low_closed if span.low is not None else False,
            high_closed=not span.high_closed if span.high is not None else False,
        )
        for span in picture
    )


def first_circle_switched(picture: Picture) -> Picture:
    """Only the leftmost circle changed."""
    first, *rest = picture
    if first.low is not None:
        return replace(first, low_closed=not first.low_closed), *rest
    return replace(first, high_closed=not first.high_closed), *rest


def other_side(picture: Picture) -> Picture:
    """What was bare is shaded and what was shaded bare; the circles stay as they are."""
    (span,) = picture
    if span.low is not None and span.high is not None:
        return Span(None, span.low, False, span.low_closed), Span(span.high, None, span.high_closed)
    return (Span(span.high, span.low, span.high_closed, span.low_closed),)


def inside(picture: Picture) -> Picture:
    """The stretch between two rays, with their circles."""
    left, right = picture
    return (Span(left.high, right.low, left.high_closed, right.low_closed),)


def mirrored(picture: Picture) -> Picture:
    """The same shape with a boundary of the other sign."""
    (span,) = picture
    return (replace(span, low=_negative(span.low), high=_negative(span.high)),)


def _negative(end: int | Fraction | None) -> int | Fraction | None:
    return None if end is None else -end


def seen(svg: str) -> Callable[[Fraction], bool]:
    """Read a number line back from its SVG: is this number shaded (or dotted by a closed circle)?"""
    names = [(float(x), int(name.replace("−", "-"))) for x, name in re.findall(r'<text x="(.+?)">(.+?)<', svg)]
    (x0, n0), (x1, n1) = names[0], names[-1]

    def value(place: str) -> Fraction:
        return Fraction(round(n0 + (float(place) - x0) * (n1 - n0) / (x1 - x0), 1)).limit_denominator(10)

    circles: dict[Fraction, bool] = {
        value(x): kind == "closed" for kind, x in re.findall(r'class="(open|closed)" cx="(.+?)"', svg)
    }
    shades = re.findall(r'class="span" d="M(\S+) \d+H([\d.]+)', svg)
    spans = [(value(left), value(right)) for left, right in shades]

    def shaded(number: Fraction) -> bool:
        if number in circles:
            return circles[number]
        return any((a <= number or a < n0) and (number <= b or b > n1) for a, b in spans)

    return shaded
