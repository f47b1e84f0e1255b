"""Compare average rates over intervals: which is greatest, in which order, of which of two functions."""

import re
from itertools import pairwise
from random import Random

from courses.alg1.forms import one_of
from courses.alg1.functions.readback import pieces_in, rows_in
from courses.alg1.functions.tracks import Track
from courses.alg1.lines.graph_line_table import table
from courses.alg1.reading import choices_of, formulas, right_choice, value_of
from exercises import (
    Axis,
    Choice,
    Grid,
    Order,
    Question,
    Reroll,
    SingleChoice,
    Step,
    integer,
    nonzero,
    num,
    pick,
    pick_distinct,
    poly,
    shuffled,
    template,
)
from exercises.exact import Fraction

SCENES = (
    ("the height of a kite above the ground in metres", "h", "t", "minutes", "Time in minutes", "Height in m"),
    ("the water in a tank in litres", "w", "t", "minutes", "Time in minutes", "Water in litres"),
    ("the number of members of a club", "m", "t", "months", "Time in months", "Members"),
    ("the distance of a cyclist from home in kilometres", "s", "t", "hours", "Time in hours", "Distance in km"),
    ("the temperature outdoors in degrees Celsius", "T", "t", "hours", "Time in hours", "Temperature in °C"),
)
Interval = tuple[tuple[int, int], tuple[int, int]]
REMINDER = "Divide the change of the output by the length of the interval, for each of them."


def drawn(rng: Random, top: int) -> list[tuple[int, int]]:
    """Five readings with intervals of different lengths and four different rates, not all in the same direction."""
    xs = [0]
    for _ in range(4):
        xs.append(xs[-1] + integer(rng, 1, 4))
    ys = [integer(rng, 1, top) for _ in xs]
    rates = [rate(p, q) for p, q in pairwise(zip(xs, ys, strict=True))]
    changes = [b - a for a, b in pairwise(ys)]
    if len(set(rates)) < 4 or len({b - a for a, b in pairwise(xs)}) < 2 or 0 in changes:
        raise Reroll
    if max(changes) < 0 or min(changes) > 0:
        raise Reroll
    if rates.index(max(rates)) == changes.index(max(changes)) and rng.random() < 0.6:
        raise Reroll
    return list(zip(xs, ys, strict=True))


def rate(p: tuple[int, int], q: tuple[int, int]) -> Fraction:
    """The average rate between two readings."""
    return Fraction(q[1] - p[1], q[0] - p[0])


def interval(p: tuple[int, int], q: tuple[int, int], letter: str) -> str:
    """From 2 to 5."""
    return f"From ${letter} = {p[0]}$ to ${letter} = {q[0]}$"


def worked(rows: list[tuple[int, int]], letter: str) -> list[str]:
    """The rates, one by one."""
    return [f"{interval(p, q, letter)}: ${num(q[1] - p[1])} \\div {q[0] - p[0]} = {num(rate(p, q))}$."
            for p, q in pairwise(rows)]  # fmt: skip


def shown(rows: list[tuple[int, int]], scene: tuple[str, ...], rng: Random) -> tuple[str, Track | None]:
    """As a table or as a graph."""
    what, f, t, each, *_ = scene
    lead = f"${f}({t})$ is {what} after ${t}$ {each}."
    if rng.random() < 0.55:
        return f"{lead}\n\n{table(rows, (t, f'{f}({t})'))}\n\n", None
    return f"{lead} The graph shows it. ", Track(tuple(rows), "", "")


def grid_for(rows: list[tuple[int, int]], scene: tuple[str, ...]) -> Grid:
    """A grid that holds the readings."""
    return Grid(Axis(scene[4], 0, 16), Axis(scene[5], 0, 16))


def greatest(rng: Random) -> Question:
    """On which interval is the average rate greatest (or smallest)?"""
    scene = pick(rng, SCENES)
    rows = drawn(rng, 15)
    most = rng.random() < 0.7
    pairs = list(pairwise(rows))
    best = (max if most else min)(pairs, key=lambda pair: rate(*pair))
    text, track = shown(rows, scene, rng)
    choices = [Choice(f"{interval(*pair, scene[2])}.", pair == best, None if pair == best else slip(pair, most, pairs),
                      value=(pair[0][0], pair[1][0])) for pair in pairs]  # fmt: skip
    found = worked(rows, scene[2])
    word = "greatest" if most else "smallest"
    ask = f"On which interval is the average rate of change {word}?"
    more = " Falling counts as negative." if any(rate(*pair) < 0 for pair in pairs) else ""
    return Question(
        key=("greatest", scene[1], *rows, most, track is None),
        prompt=f"{text}{ask}{more}",
        answer=SingleChoice(shuffled(rng, choices)),
        figure=track.figure(grid_for(rows, scene)) if track else None,
        hints=(REMINDER, " ".join(found[:2]) + " Now the other two.", f"The {word} rate is ${num(rate(*best))}$:"
               f" {interval(*best, scene[2])[0].lower()}{interval(*best, scene[2])[1:]}."),
        solution=(*(Step(one, "Change divided by length.") for one in found),
                  Step(f"{interval(*best, scene[2])} the rate is the {word}.", "Compare the four quotients.")),
    )  # fmt: skip


def slip(pair: Interval, most: bool, pairs: list[Interval]) -> str:
    """Why somebody takes this one."""
    (_, y), (_, z) = pair
    if z - y == (max if most else min)(q[1] - p[1] for p, q in pairs):
        return "rate-largest-change"
    if most and max(y, z) == max(max(p[1], q[1]) for p, q in pairs):
        return "rate-largest-value"
    return "rate-falls" if z < y and most else "rate-smaller"


def in_order(rng: Random) -> Question:
    """Put the intervals in order of their rates."""
    scene = pick(rng, SCENES)
    rows = drawn(rng, 15)
    text, track = shown(rows, scene, rng)
    pairs = sorted(pairwise(rows), key=lambda pair: rate(*pair))
    texts = [interval(*pair, scene[2]) for pair in pairs]
    found = worked(rows, scene[2])
    last = "From the smallest to the greatest: " + "; ".join(texts) + "."
    return Question(
        key=("order", scene[1], *rows, track is None),
        prompt=f"{text}Put the intervals in order of their average rates of change, the smallest first. A negative rate"
        " is smaller than a positive one.",
        answer=Order.drawn(rng, texts),
        figure=track.figure(grid_for(rows, scene)) if track else None,
        hints=(REMINDER, " ".join(found[:2]) + " Now the other two.", last),
        solution=(*(Step(one, "Change divided by length.") for one in found), Step(last, "Negative rates come first.")),
    )  # fmt: skip


FIRST, SECOND, SAME = "That of $f$", "That of $g$", "Both are the same"


def two_functions(rng: Random) -> Question:
    """Whose average rate is greater on the same interval: a rule and a table."""
    xs = sorted(pick_distinct(rng, range(-2, 8), 4))
    rows = [(x, integer(rng, -9, 18)) for x in xs]
    (a, y), (b, z) = sorted(pick_distinct(rng, rows, 2))
    p, q = nonzero(rng, -2, 2), integer(rng, -5, 5)
    r = integer(rng, -5, 5)
    values = [p * x * x + q * x + r for x in (a, b)]
    one, two = Fraction(values[1] - values[0], b - a), rate((a, y), (b, z))
    if b - a < 2 or abs(one - two) > 4 or (one == two and rng.random() < 0.5):
        raise Reroll
    right = SAME if one == two else FIRST if one > two else SECOND
    rows_of = [Choice(text, text == right, None if text == right else "rate-equal-claimed" if text == SAME else
                      "rate-smaller") for text in (FIRST, SECOND, SAME)]  # fmt: skip
    larger = FIRST if max(values) > max(y, z) else SECOND
    choices = [
        c if c.right or c.text != larger else Choice(c.text, misconception="rate-largest-value") for c in rows_of
    ]
    f_said = f"$f$: $({num(values[1])} - {br(values[0])}) \\div {b - a} = {num(one)}$."
    g_said = f"$g$: $({num(z)} - {br(y)}) \\div {b - a} = {num(two)}$."
    rule = poly(p, "x^2", q, "x", r)
    falling = " Falling counts as negative." if min(one, two) < 0 else ""
    return Question(
        key=("two", p, q, r, *rows, a, b),
        prompt=f"The function $f$ has the rule $f(x) = {rule}$, the table shows the function $g$.\n\n"
        f"{table(rows, ('x', 'g(x)'))}\n\nWhich average rate of change from $x = {a}$ to $x = {b}$ is greater?"
        f"{falling}",
        answer=SingleChoice(shuffled(rng, choices)),
        hints=(REMINDER, f"$f({a}) = {num(values[0])}$ and $f({b}) = {num(values[1])}$; take those of $g$ from"
                         f" the table.",
               f"The rates are ${num(one)}$ and ${num(two)}$. {right}."),
        solution=(Step(f_said, "Use the rule at both ends."), Step(g_said, "Read both outputs in the table."),
                  Step(f"{right}.", "Compare the two quotients.")),
    )  # fmt: skip


def br(n: int) -> str:
    """A number after a minus sign."""
    return f"({n})" if n < 0 else str(n)


def told_again(question: Question) -> None:
    """Read the pairs back, and compare by cross products, without a division."""
    form = question.key[0]
    if form == "two":
        known = dict(pairs_of(question))
        rule = formulas(question.prompt)[1].split(" = ")[1]
        a, b = (Fraction(tex.split(" = ")[1]) for tex in formulas(question.prompt)[-2:])
        one = value_of(rule, x=b) - value_of(rule, x=a)
        two = known[b] - known[a]
        assert right_choice(question).text == (SAME if one == two else FIRST if one > two else SECOND)
        return
    known = dict(pairs_of(question))
    if form == "order":
        assert isinstance(question.answer, Order)
        parts = [ends_in(text) for text in question.answer.value]
        assert all(less(known, one, two) for one, two in pairwise(parts))
        assert len(parts) == len(known) - 1
        return
    best = ends_in(right_choice(question).text)
    rest = [ends_in(choice.text) for choice in choices_of(question) if not choice.right]
    most = "greatest?" in question.prompt
    assert all(less(known, one, best) if most else less(known, best, one) for one in rest)


def pairs_of(question: Question) -> list[tuple[Fraction, Fraction]]:
    """The readings in the table or in the picture."""
    if question.figure:
        pieces = pieces_in(question.figure.svg)
        return [pieces[0][0], *(end for _, end in pieces)]
    inputs, outputs = rows_in(question.prompt)
    return [(Fraction(x), Fraction(y)) for x, y in zip(inputs[1:], outputs[1:], strict=True)]


def ends_in(text: str) -> tuple[Fraction, Fraction]:
    """The two ends of an interval that a text names."""
    a, b = re.findall(r"= (-?\d+)\$", text)
    return Fraction(a), Fraction(b)


def less(known: dict[Fraction, Fraction], one: tuple[Fraction, Fraction], two: tuple[Fraction, Fraction]) -> bool:
    """Whether the rate over one interval is smaller than over another."""
    (a, b), (c, d) = one, two
    return (known[b] - known[a]) * (d - c) < (known[d] - known[c]) * (b - a)


@template(
    "alg1/functions/compare-average-rates-over-intervals",
    version=1,
    standards=("HSF.IF.B.6",),
    answer=(SingleChoice, Order),
    check=told_again,
    band="five readings with intervals of different lengths, in a table or graph; or a quadratic rule beside a table",
    min_instances=60,
)
def compare_rates(rng: Random) -> Question:
    """One of the forms."""
    return one_of(rng, (greatest, greatest, in_order, two_functions))
