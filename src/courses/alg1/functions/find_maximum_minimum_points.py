"""Find maximum and minimum points: on graphs, parabolas and stories, as points, values and places."""

import re
from collections.abc import Sequence
from random import Random

from courses.alg1.forms import one_of
from courses.alg1.functions.readback import measure, pieces_in, rows_in
from courses.alg1.functions.tracks import EIGHT, Track, zigzag
from courses.alg1.lines.graph_line_table import table
from courses.alg1.lines.points import pair
from courses.alg1.slips import apart
from exercises import (
    Axis,
    Figure,
    Grid,
    Number,
    Pair,
    Question,
    Reroll,
    Step,
    integer,
    num,
    parabola,
    pick,
    plot,
    template,
)
from exercises.exact import Fraction
from exercises.geometry import Exact, Point

PATH = re.compile(r'class="curve" d="M([^"]+)"')
WIDTHS: tuple[Exact, ...] = (1, 1, -1, -1, Fraction(1, 2), -Fraction(1, 2))
HIGH, LOW = "maximum", "minimum"
SAY = {HIGH: ("highest", "up"), LOW: ("lowest", "down")}


def extreme(points: Sequence[Point], what: str) -> Point:
    """The one highest or lowest of some points. Reroll when two are."""
    wanted = (max if what == HIGH else min)(y for _, y in points)
    found = [p for p in points if p[1] == wanted]
    if len(found) != 1:
        raise Reroll
    return found[0]


def of_graph(rng: Random) -> Question:
    """The maximum point, the maximum, or where it is, on a graph of pieces."""
    track, what = Track(zigzag(rng, pick(rng, (4, 5)))), pick(rng, (HIGH, LOW))
    x, y = extreme(track.points, what)
    a, b = extreme(track.points, LOW if what == HIGH else HIGH)
    if x == y or len({x, y, a, b}) < 3:
        raise Reroll
    inner = [p for p in track.points[1:-1] if p != (x, y)]
    return asked(rng, ("graph", what, track.points), "The graph shows the whole function $f$.", what, (x, y), (a, b),
                 inner[0] if inner else (a, b), track.figure(EIGHT))  # fmt: skip


def of_parabola(rng: Random) -> Question:
    """The vertex of a parabola, as a drawn curve."""
    a: Exact = pick(rng, WIDTHS)
    h, k = integer(rng, -5, 5), integer(rng, -6, 6)
    if h == k or h == 0 or not -8 <= k + 4 * a <= 8:
        raise Reroll
    what = LOW if a > 0 else HIGH
    curve = parabola(a, h, k)
    opens = "upwards" if a > 0 else "downwards"
    words = f"A parabola that opens {opens}. In steps from where the axes cross, it goes through"
    spots = ", ".join(
        f"{steps(x, 'right', 'left')} {steps(int(a * (x - h) ** 2 + k), 'up', 'down')}" for x in (h - 2, h, h + 2)
    )
    figure, beside = plot(EIGHT, curve, describe=f"{words} these places: {spots}."), (h + 2, k + 4 * a)
    key = ("parabola", a, h, k)
    return asked(rng, key, "The graph shows the function $f$.", what, (h, k), (-h, -k), beside, figure)


def steps(n: int, ahead: str, back: str) -> str:
    """ "3 right", "2 down", "0 up"."""
    return f"{abs(n)} {ahead if n >= 0 else back}"


def asked(
    rng: Random, key: tuple[object, ...], lead: str, what: str, best: Point, other: Point, second: Point, figure: Figure
) -> Question:
    """The point, its height, or its place."""
    (x, y), way = best, SAY[what]
    far = "extreme-signs" if key[0] == "parabola" else "extreme-other-kind"
    form = pick(rng, ("point", "point", "value", "place"))
    seek = f"Look for the {way[0]} place of the graph."
    where = f"The {way[0]} place of the graph is ${pair(best)}$."
    if form == "point":
        answer: Pair | Number = Pair((x, y))
        ask = f"What is its {what} point? Give it as a pair."
        slips: dict[str, Exact | Point] = {"extreme-swapped": (y, x), far: other, "extreme-another-turn": second}
        last = Step(f"The {what} point is ${pair(best)}$.", "A pair names the place across first, then the height.")
    elif form == "value":
        answer = Number(y)
        ask = f"What is the {what} value of $f$?"
        slips = {"extreme-place-for-value": x, far: other[1], "extreme-another-turn": second[1]}
        last = Step(f"The {what} value is ${num(y)}$.", "The value is the output: the height of the point.")
    else:
        answer = Number(x)
        ask = f"At which $x$ does $f$ have its {what}?"
        slips = {"extreme-value-for-place": y, far: other[0], "extreme-another-turn": second[0]}
        last = Step(f"$f$ has its {what} at $x = {num(x)}$.", "The place is the input: the first number of the point.")
    return Question(
        key=(*key, form),
        prompt=f"{lead} {ask}",
        answer=answer,
        before="x =" if form == "place" else "",
        wrong=apart(answer.value, slips),
        figure=figure,
        hints=(f"{seek} Then ask: is its place across, its height or both wanted?", f"Go {way[1]} as far as the graph"
               " does, and read both numbers of that point.", f"{where} {last.text}"),
        solution=(Step(where, f"No other place of the graph is {'higher' if what == HIGH else 'lower'}."), last),
    )  # fmt: skip


STORIES = (
    ("Time in hours", "Temperature in °C", "the temperature in a greenhouse", "hours", "after sunrise",
     "degrees Celsius", 1, (2, 5)),
    ("Time in minutes", "Height in metres", "the height of a kite", "minutes", "after noon", "metres", 2, (5, 10)),
    ("Time in days", "Water level in cm", "the level of a pond", "days", "after the rain", "centimetres", 1, (10, 20)),
    ("Time in hours", "Visitors", "the number of visitors in a museum", "hours", "after noon",
     "visitors", 1, (20, 50)),
)  # fmt: skip


def of_story(rng: Random) -> Question:
    """When is it highest, and how high, in a story on axes with steps."""
    across, up, what_is, each, since, unit, step_x, steps_y = pick(rng, STORIES)
    step_y, what = pick(rng, steps_y), pick(rng, (HIGH, LOW))
    grid = Grid(Axis(across, 0, 8 * step_x, step_x), Axis(up, 0, 8 * step_y, step_y))
    xs = sorted({0, *(integer(rng, 1, 7) for _ in range(3)), 8})
    corners = [(x * step_x, integer(rng, 1, 8) * step_y) for x in xs]
    track = Track(tuple(corners), "", "")
    turns = [(b[1] - a[1]) * (c[1] - b[1]) for a, b, c in zip(corners, corners[1:], corners[2:], strict=False)]
    if len(corners) < 4 or any(turn >= 0 for turn in turns):
        raise Reroll
    (x, y), (a, b) = extreme(corners, what), extreme(corners, LOW if what == HIGH else HIGH)
    if x == y:
        raise Reroll
    when, way = rng.random() < 0.5, SAY[what][0]
    key = ("story", across, up, tuple(corners), what, when)
    noun = "number" if unit == "visitors" else "value"
    if when:
        ask, value, after = f"How many {each} {since} is the {what_is.split()[1]} at its {what}?", x, each
        slips: dict[str, Exact] = {"extreme-value-for-place": y, "extreme-other-kind": a,
                                   "extreme-step-read-as-one": Fraction(x, step_x)}  # fmt: skip
        last = f"It is ${num(x)}$ {each} {since}."
    else:
        ask, value, after = f"What is the {what} {noun} in the time shown?", y, unit
        slips = {"extreme-place-for-value": x, "extreme-other-kind": b, "extreme-step-read-as-one": Fraction(y, step_y)}
        last = f"It is ${num(y)}$ {unit}."
    if x == 0 and when:
        raise Reroll
    return Question(
        key=key,
        prompt=f"The graph shows {what_is}. {ask}",
        answer=Number(value, unit=after),
        after=after,
        wrong=apart(value, slips),
        figure=track.figure(grid),
        hints=(f"Look for the {way} place of the graph. Does the question ask when, or how much?",
               "Read both numbers of that place, with the steps of both axes.", last),
        solution=(Step(f"The {way} place of the graph stands at ${num(x)}$ across and ${num(y)}$"
                       f" up.", "Read both axes."),
                  Step(last, "When is read below, how much at the side.")),
    )  # fmt: skip


def of_table(rng: Random) -> Question:
    """The largest output in a table, or the input where it comes."""
    first, step = integer(rng, -4, 2), pick(rng, (1, 2))
    rows: list[tuple[int, int]] = [(first + n * step, integer(rng, -12, 15)) for n in range(6)]
    what = pick(rng, (HIGH, LOW))
    (x, y), (a, b) = extreme(rows, what), extreme(rows, LOW if what == HIGH else HIGH)
    if x == y or (x, y) in (rows[0], rows[-1]):
        raise Reroll
    place = rng.random() < 0.5
    ends = (max if what == HIGH else min)(n for n, _ in rows)
    if place:
        ask, value, slips = f"At which $x$ is the output at its {what}?", x, {"extreme-value-for-place": y,
                                                "extreme-other-kind": a, "extreme-of-inputs": ends}  # fmt: skip
        last = f"It stands below $x = {num(x)}$."
    else:
        ask, value, slips = f"What is the {what} value of $f$?", y, {"extreme-place-for-value": x,
                                                "extreme-other-kind": b, "extreme-of-inputs": ends}  # fmt: skip
        last = f"The {what} value is ${num(y)}$."
    return Question(
        key=("table", *rows, what, place),
        prompt=f"The table shows all pairs of the function $f$.\n\n{table(rows, ('x', 'f(x)'))}\n\n{ask}",
        answer=Number(value),
        before="x =" if place else "",
        wrong=apart(value, slips),
        hints=("The values of $f$ stand in the row of $f(x)$: the outputs.",
               f"Compare the outputs: which is the {'largest' if what == HIGH else 'smallest'}? A negative number is"
               " smaller than a positive one.", last),
        solution=(Step(f"The {'largest' if what == HIGH else 'smallest'} number in the row of $f(x)$ is ${num(y)}$.",
                       "Compare the outputs, not the inputs."), Step(last, "An output belongs to the input above it.")),
    )  # fmt: skip


def swept(question: Question) -> None:
    """Every drawn point of the picture, or every cell, is compared; the answer is what is left."""
    form = question.key[0]
    high = "maximum" in question.prompt
    if form == "table":
        inputs, outputs = rows_in(question.prompt)
        points = [(Fraction(x), Fraction(y)) for x, y in zip(inputs[1:], outputs[1:], strict=True)]
    elif form == "parabola":
        assert question.figure
        points = curve_points(question.figure.svg)
    else:
        assert question.figure
        points = [end for piece in pieces_in(question.figure.svg) for end in piece]
    top = sorted(points, key=lambda p: p[1])[-1 if high else 0]
    assert sum(p[1] == top[1] for p in dict.fromkeys(points)) == 1 or form == "parabola"
    if isinstance(question.answer, Pair):
        found: tuple[Fraction, ...] = top
        given = tuple(map(Fraction, question.answer.value))
    else:
        assert isinstance(question.answer, Number)
        place = "At which $x$" in question.prompt or "How many" in question.prompt
        found, given = (top[0] if place else top[1],), (Fraction(question.answer.value),)
    assert all(abs(one - other) <= Fraction(1, 5) for one, other in zip(found, given, strict=True)), (found, given)
    assert all(n.denominator == 1 for n in given)


def curve_points(svg: str) -> list[tuple[Fraction, Fraction]]:
    """The points of a drawn curve."""
    at = measure(svg)
    path = PATH.search(svg)
    assert path
    places = (place.split() for place in path[1].replace("M", "L").split("L"))
    return [at(x, y) for x, y in places]


@template(
    "alg1/functions/find-maximum-minimum-points",
    version=1,
    standards=("HSF.IF.B.4",),
    answer=(Pair, Number),
    check=swept,
    band="graphs of three or four pieces, parabolas with a whole vertex, stories on axes with steps, tables of"
    " six pairs",
    answer_in_prompt=True,
)
def maximum_minimum(rng: Random) -> Question:
    """One of the forms."""
    return one_of(rng, (of_graph, of_graph, of_parabola, of_story, of_table))
