"""Find the average rate of change: from a formula, a table, a graph, a story; and an end value from a rate."""

from collections.abc import Mapping
from random import Random

from courses.alg1.forms import one_of
from courses.alg1.functions.evaluate_f_x_formula import filled, rule, value
from courses.alg1.functions.readback import lies_on, pieces_in, rows_in, value_at
from courses.alg1.functions.tracks import EIGHT, Track, zigzag
from courses.alg1.lines.graph_line_table import table
from courses.alg1.reading import formulas, value_of
from courses.alg1.slips import apart
from exercises import (
    Figure,
    FractionAnswer,
    Number,
    Question,
    Reroll,
    Step,
    bracketed,
    integer,
    nonzero,
    num,
    pick,
    pick_distinct,
    template,
)
from exercises.exact import Fraction
from exercises.geometry import Exact

REMINDER = "Average rate of change: the change of the output divided by the change of the input."


def rated(
    key: tuple[object, ...], lead: str, a: int, b: int, y: Exact, z: Exact, found: str, figure: Figure | None = None
) -> Question:  # fmt: skip
    """The average rate from a to b when the outputs there are y and z."""
    rise, run = Fraction(z - y), b - a
    rate = rise / run
    slips: dict[str, Exact] = {
        "rate-change-not-divided": rise,
        "rate-upside-down": run / rise if rise else 1,
        "rate-sign": -rate,
        "rate-divided-by-end": rise / b if b else rate,
        "rate-mean-of-values": Fraction(y + z, 2),
        "rate-end-over-input": Fraction(z) / b if b else rate,
    }
    work = f"\\frac{{{num(z)} - {bracketed(y)}}}{{{b} - {bracketed(a)}}}"
    return Question(
        key=key,
        prompt=f"{lead}What is the average rate of change of $f$ from $x = {a}$ to $x = {b}$?",
        answer=FractionAnswer(rate),
        wrong=apart(rate, slips),
        figure=figure,
        hints=(REMINDER, f"{found} How far do the outputs lie apart, and how far the inputs?",
               f"${work} = \\frac{{{num(rise)}}}{{{run}}}$. Write it as simply as you can.", f"It is ${num(rate)}$."),
        solution=(Step(found, "First the outputs at both ends."),
                  Step(f"${work} = \\frac{{{num(rise)}}}{{{run}}}$", "Second minus first, above and below the bar."),
                  Step(f"The average rate of change is ${num(rate)}$.", "Divide, or write the fraction in lowest"
                                                                        " terms.")),
    )  # fmt: skip


def from_formula(rng: Random) -> Question:
    """A quadratic rule."""
    p, q, r = pick(rng, (1, 1, 2, -1, -2, 3)), integer(rng, -6, 6), integer(rng, -9, 9)
    a, b = sorted(pick_distinct(rng, range(-5, 7), 2))
    y, z = value(p, q, r, a), value(p, q, r, b)
    if b - a == 1 or y == z:
        raise Reroll
    found = f"$f({a}) = {filled(p, q, r, a)} = {num(y)}$ and $f({b}) = {filled(p, q, r, b)} = {num(z)}$."
    return rated(("formula", p, q, r, a, b), f"The function is $f(x) = {rule(p, q, r)}$. ", a, b, y, z, found)


def from_table(rng: Random) -> Question:
    """A table with uneven steps."""
    xs = sorted(pick_distinct(rng, range(-4, 13), 5))
    rows = [(x, integer(rng, -12, 20)) for x in xs]
    (a, y), (b, z) = sorted(pick_distinct(rng, rows, 2))
    if y == z or b - a < 2:
        raise Reroll
    found = f"$f({a}) = {num(y)}$ and $f({b}) = {num(z)}$."
    return rated(("table", *rows, a, b), f"The table shows the function $f$.\n\n{table(rows, ('x', 'f(x)'))}\n\n", a, b,
                 y, z, found)  # fmt: skip


def from_graph(rng: Random) -> Question:
    """A graph of pieces, from corner to corner or place to place."""
    track = Track(zigzag(rng, 4))
    whole = [(x, int(track.at(x))) for x in range(int(track.start), int(track.end) + 1) if track.at(x).denominator == 1]
    (a, y), (b, z) = sorted(pick_distinct(rng, whole, 2))
    if y == z or b - a < 2 or any(p[0] <= a and b <= q[0] for p, q in track.pieces):
        raise Reroll
    found = f"The graph goes through $({a}, {num(y)})$ and $({b}, {num(z)})$."
    return rated(("graph", track.points, a, b), "The graph shows the function $f$. ", a, b, y, z, found,
                 track.figure(EIGHT))  # fmt: skip


TELLS = (
    ("A hiker's phone shows a height of {y} m above the sea after {a} minutes of walking and of {z} m after {b}"
     " minutes.",
     "metres", "minute", (200, 900), 2, 30),
    ("A tank holds {y} litres of water {a} minutes after it is opened, and {z} litres {b} minutes after it is opened.",
     "litres", "minute", (100, 700), 2, 40),
    ("A village had {y} people {a} years after 1990 and {z} people {b} years after 1990.",
     "people", "year", (200, 900), 1, 25),
    ("An oven has a temperature of {y} °C at {a} minutes past noon and of {z} °C at {b} minutes past noon.",
     "degrees Celsius", "minute", (60, 200), 2, 45),
    ("A shop had sold {y} loaves of bread after {a} hours, and {z} loaves after {b} hours.",
     "loaves", "hour", (30, 120), 2, 11),
    ("A long-distance runner was {y} m from the start after {a} seconds and {z} m from it after {b} seconds.",
     "metres", "second", (100, 400), 20, 90),
)  # fmt: skip


def from_story(rng: Random) -> Question:
    """Two readings in a story."""
    text, unit, each, (lo, hi), soonest, latest = pick(rng, TELLS)
    a, b = sorted(pick_distinct(rng, range(soonest, latest + 1), 2))
    rate = Fraction(
        nonzero(rng, -9, 9) if "tank" in text or "people" in text or "oven" in text else integer(rng, 2, 9),
        pick(rng, (1, 1, 2)),
    )
    y = integer(rng, lo, hi)
    z = y + rate * (b - a)
    if z.denominator != 1 or not lo // 2 <= z <= 2 * hi or b - a < 2 or ("runner" in text and not 2 <= rate <= 6):
        raise Reroll
    if a == 1 or ("tank" in text and rate > 0) or y == z or ("runner" in text and not 2 * a < y < 7 * a):
        raise Reroll
    rise, run = int(z - y), b - a
    slips: dict[str, Exact] = {"rate-change-not-divided": rise, "rate-upside-down": Fraction(run, rise),
                               "rate-sign": -rate, "rate-end-over-input": Fraction(z) / b}  # fmt: skip
    work = f"\\frac{{{num(z)} - {y}}}{{{b} - {a}}} = \\frac{{{rise}}}{{{run}}}"
    return Question(
        key=("story", text[:12], a, b, y, int(z)),
        prompt=f"{text.format(a=a, b=b, y=y, z=num(z))} What is the average rate of change in this time, in {unit} per"
        f" {each}?{'' if each in ('hour', 'second') else ' A fall is negative.'}",
        answer=Number(rate),
        after=f"{unit} per {each}",
        wrong=apart(rate, slips),
        hints=(REMINDER, f"The change is ${rise}$ {unit} in {run} {each}s.", f"${work} = {num(rate)}$."),
        solution=(Step(f"The change is ${num(z)} - {y} = {rise}$ {unit}.", "Later minus earlier."),
                  Step(f"The time between is ${b} - {a} = {run}$ {each}s.", "The same order."),
                  Step(f"${work} = {num(rate)}$ {unit} per {each}.", "The change for each one of the time.")),
    )  # fmt: skip


def backwards(rng: Random) -> Question:
    """f(2) = 5 and a rate of 3 from 2 to 6: what is f(6)?"""
    a, b = sorted(pick_distinct(rng, range(-5, 10), 2))
    rate, y = Fraction(nonzero(rng, -9, 9), pick(rng, (1, 1, 2))), integer(rng, -15, 20)
    change = rate * (b - a)
    z = y + change
    if change.denominator != 1 or b - a < 2 or z == 0:
        raise Reroll
    return Question(
        key=("back", a, b, y, rate),
        prompt=f"A function has $f({a}) = {y}$, and its average rate of change from $x = {a}$ to $x = {b}$ is"
        f" ${num(rate)}$. What is $f({b})$?",
        answer=Number(int(z)),
        before=f"f({b}) =",
        wrong=apart(int(z), {"rate-start-forgotten": int(change), "rate-sign": y - int(change),
                             "rate-one-step-only": y + rate}),
        hints=(REMINDER, f"The input grows by {b - a}, so the output changes by ${num(rate)} \\cdot {b - a} ="
               f" {num(change)}$.", f"$f({b}) = {y} + {bracketed(change)} = {num(z)}$."),
        solution=(Step(f"The output changes by ${num(rate)} \\cdot {b - a} = {num(change)}$.",
                       f"From ${a}$ to ${b}$ are {b - a} steps."),
                  Step(f"$f({b}) = {y} + {bracketed(change)} = {num(z)}$", "Begin at the output that is known.")),
    )  # fmt: skip


def arrives(question: Question) -> None:
    """From the first place, so many steps with the answer as rate must arrive at the second place that is shown."""
    answer, form = question.answer, question.key[0]
    assert isinstance(answer, FractionAnswer | Number)
    if form == "story":
        first, second = told_story(question.prompt)
        rate = Fraction(answer.value)
    elif form == "back":
        start, a, b, shown = formulas(question.prompt)[:4]
        x, y = start[2:].split(") = ")
        first = (Fraction(x), Fraction(y))
        second = (Fraction(b.split(" = ")[1]), Fraction(answer.value))
        assert a.split(" = ")[1] == x
        rate = value_of(shown)
    else:
        ends = [Fraction(tex.split(" = ")[1]) for tex in formulas(question.prompt)[-2:]]
        first, second = ((x, output(question, x)) for x in ends)
        rate = Fraction(answer.value)
    walked = first[1]
    for _ in range(int(second[0] - first[0])):
        walked += rate
    assert walked == second[1], (first, second, rate)


def output(question: Question, x: Fraction) -> Fraction:
    """The output at a place, from what is shown."""
    if question.figure:
        pieces = pieces_in(question.figure.svg)
        return next(Fraction(y) for y in range(-8, 9) if lies_on(pieces, (x, y)))
    if "|" in question.prompt:
        inputs, outputs = rows_in(question.prompt)
        cells: Mapping[Fraction, Fraction] = {
            Fraction(a): Fraction(b) for a, b in zip(inputs[1:], outputs[1:], strict=True)
        }
        return cells[x]
    return value_at(question.prompt, "f", x)


def told_story(text: str) -> tuple[tuple[Fraction, Fraction], tuple[Fraction, Fraction]]:
    """The two readings of a story, each as time and amount: all numbers but the year 1990, amount first."""
    numbers = [
        Fraction(word)
        for word in text.replace("1990", "").replace(".", " ").replace(",", " ").split()
        if word.isdigit()
    ]
    (y, a, z, b) = numbers
    return (a, y), (b, z)


@template(
    "alg1/functions/find-average-rate-change",
    version=1,
    standards=("HSF.IF.B.6",),
    answer=(FractionAnswer, Number),
    check=arrives,
    band="quadratic rules with small coefficients, tables of five pairs, graphs of pieces, stories with two readings",
)
def average_rate(rng: Random) -> Question:
    """One of the forms."""
    return one_of(rng, (from_formula, from_formula, from_table, from_graph, from_story, backwards))
