"""Find values from a linear graph."""

import re
from random import Random

from courses.alg1.lines.find_slope_graph_table import TICK
from courses.alg1.slips import apart
from exercises import Axis, Grid, Number, Question, Reroll, Step, integer, num, pick, plural, template
from exercises.exact import Fraction
from exercises.figures import Dot, Stretch, plot
from exercises.geometry import Exact

GRAPHS = (
    ("Time in minutes", "Water in litres", "the amount of water in a tank", ("minute", "litre"),
     (1, 2, 5), (10, 20, 50), True),
    ("Time in hours", "Distance in kilometres", "how far Ines is from home on her bicycle", ("hour", "kilometre"),
     (1,), (5, 10), False),
    ("Time in weeks", "Height in centimetres", "the height of a sunflower", ("week", "centimetre"), (1, 2), (10, 20),
     False),
    ("Time in days", "Rice in kilograms", "the amount of rice in a store", ("day", "kilogram"),
     (1, 2, 5), (5, 10, 20), True),
    ("Time in seconds", "Height in metres", "the height of a lift", ("second", "metre"), (5, 10), (5, 10), True),
    ("Number of guests", "Price in dollars", "the price of a party", ("guest", "dollar"), (5, 10), (20, 50), False),
)  # fmt: skip
"""Names of the axes, what is shown, the units, steps across and up, and whether it may fall."""


def looked_up(question: Question) -> None:
    """Measure the ends of the piece in the picture, and find the asked place between them by proportion."""
    assert question.figure
    assert isinstance(question.answer, Number)
    (x, y), (to_x, to_y) = ends_read(question.figure.svg)
    slope = (to_y - y) / (to_x - x)
    numbers = [int(n) for n in re.findall(r"\d+", question.prompt)]
    if question.key[0] == "value":
        found = y + slope * (numbers[0] - x)
    elif question.key[0] == "when":
        found = x + (numbers[0] - y) / slope
    else:
        found = abs(slope * (numbers[1] - numbers[0]))
    assert abs(found - question.answer.value) * 100 < 1 + abs(found), (found, question.answer.value)


def ends_read(svg: str) -> list[tuple[Fraction, Fraction]]:
    """The two ends of the piece, in the numbers of the axes."""
    across, up = (TICK.findall(group) for group in svg.split('class="ticks"')[1:3])
    x0, y0 = Fraction(across[0][0]), Fraction(up[0][1]) - Fraction(9, 2)
    unit_x = (Fraction(across[-1][0]) - x0) / (int(across[-1][2]) - int(across[0][2]))
    unit_y = (y0 - Fraction(up[-1][1]) + Fraction(9, 2)) / (int(up[-1][2]) - int(up[0][2]))
    path = svg.split('class="stretch" d="M')[1].split('"')[0]
    ends = [tuple(map(Fraction, end.split())) for end in path.split("L")]
    first = int(across[0][2]), int(up[0][2])
    return [(first[0] + (x - x0) / unit_x, first[1] + (y0 - y) / unit_y) for x, y in ends]


def drawn(rng: Random) -> tuple[tuple[str, ...], Grid, list[tuple[int, int]], int]:
    """A graph with its crossings of the grid from left to right, and which row of GRAPHS it is."""
    place = integer(rng, 0, len(GRAPHS) - 1)
    across, up, what, units, steps_x, steps_y, falls = GRAPHS[place]
    step_x, step_y = pick(rng, steps_x), pick(rng, steps_y)
    low, climb = integer(rng, 0, 8), pick(rng, (-2, -1, 1, 2))
    run = pick(rng, (1, 2))
    count = min(8 // run, (8 - low) // climb if climb > 0 else low // -climb)
    if count < 3 or (climb < 0 and not falls) or (across.startswith("Number") and low == 0):
        raise Reroll
    points = [(i * run * step_x, (low + i * climb) * step_y) for i in range(count + 1)]
    grid = Grid(Axis(across, 0, 8 * step_x, step_x), Axis(up, 0, 8 * step_y, step_y))
    return (what, *units), grid, points, place


def asked(key: tuple[object, ...], prompt: str, value: Exact, unit: str, about: tuple[Grid, list[tuple[int, int]]],
          slips: dict[str, Exact], said: tuple[str, str, str]) -> Question:  # fmt: skip
    """A question on a graph; `said`: where to look, what is found, what it means."""
    grid, points = about
    return Question(
        key=key,
        prompt=prompt,
        answer=Number(value, unit=unit),
        after=unit,
        wrong=apart(value, slips),
        figure=plot(grid, Stretch(points[0], points[-1]), Dot(points[0]), describe="steps"),
        hints=("What is one step of the grid worth on each axis? Read the numbers that stand there.", said[0], said[1]),
        solution=(Step(said[0], "Begin on the axis of what is given."), Step(said[1], said[2])),
    )


def value_there(rng: Random) -> Question:
    """What is the value at this place?"""
    (what, each, unit), grid, points, place = drawn(rng)
    x, y = pick(rng, points[1:])
    when = f"for {plural(int(x), each)}" if each == "guest" else f"after {plural(int(x), each)}"
    slips: dict[str, Exact] = {
        "graph-step-read-as-one": Fraction(y) / grid.y.step,
        "graph-start-read": points[0][1],
        "graph-change-for-value": abs(y - points[0][1]),
        "graph-axes-exchanged": x,
    }
    return asked(
        ("value", place, tuple(points), x),
        f"The graph shows {what}. What is it {when}?",
        y, f"{unit}s", (grid, points), slips,
        (f"Go along the axis below to {x}, then up to the line.", f"Across from there the other axis says {num(y)}.",
         "The line pairs the two numbers."),
    )  # fmt: skip


def place_of(rng: Random) -> Question:
    """Where is the value this?"""
    (what, each, unit), grid, points, place = drawn(rng)
    x, y = pick(rng, points[1:])
    asks = f"For how many {each}s" if each == "guest" else f"After how many {each}s"
    slips: dict[str, Exact] = {
        "graph-step-read-as-one": Fraction(x) / grid.x.step,
        "graph-axes-exchanged": y,
        "graph-start-read": points[0][1],
    }
    return asked(
        ("when", place, tuple(points), y),
        f"The graph shows {what}. {asks} is it {plural(int(y), unit)}?",
        x, f"{each}s", (grid, points), slips,
        (f"Find {y} on the upright axis and go across to the line.", f"Straight below, the other axis says {num(x)}.",
         "The line pairs the two numbers."),
    )  # fmt: skip


def change_between(rng: Random) -> Question:
    """How much does it change between two places?"""
    (what, each, unit), grid, points, place = drawn(rng)
    at = sorted((integer(rng, 0, len(points) - 1), integer(rng, 0, len(points) - 1)))
    (x, y), (to_x, to_y) = points[at[0]], points[at[1]]
    if x == to_x or x == 0:
        raise Reroll
    change = abs(to_y - y)
    way = "grow" if to_y > y else "fall"
    slips: dict[str, Exact] = {
        "graph-value-for-change": to_y,
        "graph-step-read-as-one": Fraction(change) / grid.y.step,
        "graph-axes-exchanged": to_x - x,
        "graph-change-from-start": abs(to_y - points[0][1]),
    }
    between = f"between {x} and {plural(int(to_x), each)}"
    return asked(
        ("change", place, tuple(points), x, to_x),
        f"The graph shows {what}. By how much does it {way} {between}?",
        change, f"{unit}s", (grid, points), slips,
        (f"Read the line at {x} and at {to_x}: {num(y)} and {num(to_y)}.",
         f"The difference is ${num(max(y, to_y))} - {num(min(y, to_y))} = {num(change)}$.",
         "A change is the difference of two values."),
    )  # fmt: skip


@template(
    "alg1/lines/find-values-linear-graph",
    version=1,
    standards=("HSF.IF.B.4",),
    answer=Number,
    check=looked_up,
    band="one graph on axes with steps up to 50: a value, a place, or a change between crossings of the grid",
    answer_in_prompt=True,
)
def values_from_graph(rng: Random) -> Question:
    """Read a value, the place of a value, or a change."""
    return pick(rng, (value_there, place_of, change_between))(rng)
