"""Solve f(x) = g(x) from graphs or tables."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from random import Random

from courses.alg1.equations.tale import persistent
from courses.alg1.forms import one_of
from courses.alg1.lines.points import EIGHT
from courses.alg1.slips import apart
from exercises import Number, NumberSet, Question, Reroll, Step, integer, listed, nonzero, num, pick, shuffled, template
from exercises.exact import Fraction
from exercises.figures import Curve, Straight, absolute, parabola, plot, rising
from exercises.geometry import Exact

Rule = Callable[[Fraction], Fraction]
PATH = re.compile(r'class="(?:line|curve)" d="([^"]+)"')


@dataclass(frozen=True, slots=True)
class Graph:
    """A function with its drawing and what it is called in the picture."""

    rule: Rule
    shape: Curve | Straight
    called: str


def found_again(question: Question) -> None:
    """Measure both graphs of the picture, or go through the columns of the table and past its end."""
    answer = question.answer
    values = answer.values if isinstance(answer, NumberSet) else {answer.value} if isinstance(answer, Number) else set()
    if question.figure:
        one, two = (runs_of(path) for path in PATH.findall(question.figure.svg))
        for x in values:
            assert isinstance(x, int | Fraction)
            heights = [height_at(runs, Fraction(x)) for runs in (one, two)]
            assert None not in heights
            assert abs(heights[0] - heights[1]) * 12 < 1  # type: ignore[operator]
        assert changes(one, two) == len(values)
        return
    xs, fs, gs = rows_of(question.prompt)
    equal = {x for x, f, g in zip(xs, fs, gs, strict=True) if f == g}
    if question.key[0] == "beyond":
        steps = [sorted({b - a for a, b in pairwise(row)}) for row in (fs, gs)]
        assert all(len(step) == 1 for step in steps)
        assert not equal
        x, f, g = xs[-1], fs[-1], gs[-1]
        while f != g:
            x, f, g = x + xs[1] - xs[0], f + steps[0][0], g + steps[1][0]
            assert x < 100, question.prompt
        equal = {x}
    assert equal == set(values)


def runs_of(path: str) -> list[list[tuple[Fraction, Fraction]]]:
    """The stretches of a drawn graph as points of the grid to 8."""
    unit = Fraction(20)
    return [
        [((Fraction(x) - EIGHT.left) / unit - 8, 8 - (Fraction(y) - EIGHT.top) / unit)
         for x, y in (point.split() for point in run.split("L"))]
        for run in path.split("M")[1:]
    ]  # fmt: skip


def height_at(runs: list[list[tuple[Fraction, Fraction]]], x: Fraction) -> Fraction | None:
    """How high a drawn graph is at x; None where it has left the grid."""
    for run in runs:
        for (a, low), (b, high) in pairwise(run):
            if a <= x <= b and a < b:
                return low + (high - low) * (x - a) / (b - a)
    return None


def changes(one: list[list[tuple[Fraction, Fraction]]], two: list[list[tuple[Fraction, Fraction]]]) -> int:
    """How often the one graph passes the other, where both are on the grid."""
    signs = []
    for step in range(-78, 79):
        x = Fraction(step, 10) + Fraction(1, 30)
        a, b = height_at(one, x), height_at(two, x)
        if a is not None and b is not None:
            signs.append(a > b)
    return sum(here != there for here, there in pairwise(signs))


def rows_of(prompt: str) -> tuple[list[Fraction], ...]:
    """The three rows of the table."""
    lines = [line.strip("| ").split("|")[1:] for line in prompt.splitlines() if line.startswith("|")]
    return tuple([Fraction(cell.strip(" $")) for cell in line] for line in (lines[0], *lines[2:]))


def table(xs: Sequence[Exact], fs: Sequence[Exact], gs: Sequence[Exact]) -> str:
    """A Markdown table with a row for x and for each function."""
    rows = [
        " | ".join([f"${name}$", *(f"${num(value)}$" for value in values)])
        for name, values in (("x", xs), ("f(x)", fs), ("g(x)", gs))
    ]
    return f"| {rows[0]} |\n|{' --- |' * (len(xs) + 1)}\n| {rows[1]} |\n| {rows[2]} |"


def on_grid(value: Fraction) -> bool:
    """Whether a height can be read off the grid."""
    return abs(value) <= 7 and value.denominator == 1


def two_curves(rng: Random) -> tuple[Graph, Graph, list[int]]:
    """A parabola or a V shape with a line that crosses it twice, at crossings of the grid."""
    left, gap = integer(rng, -5, 3), integer(rng, 2, 6)
    right = left + gap
    m = Fraction(pick(rng, (-4, -2, -1, 0, 1, 2, 4)), 2)
    d = integer(rng, -6, 6)
    ys = [m * x + d for x in (left, right)]
    if right > 6 or not all(map(on_grid, ys)):
        raise Reroll
    line = Graph(lambda x: m * x + d, rising(m, d, colour=1), "the straight line")
    if rng.random() < 0.6:
        a = pick(rng, (1, -1, 1, -1, 2))
        h = (left + right - m / a) / 2  # then a(x - h)^2 + k - (mx + d) has the zeros left and right
        k = m * h + d - a * (h - left) * (right - h)
        if h.denominator > 1 or not on_grid(k) or abs(h) > 6:
            raise Reroll
        curve = Graph(lambda x: a * (x - h) ** 2 + k, parabola(a, int(h), int(k)), "the parabola")
    else:
        h = Fraction(integer(rng, left + 1, right - 1))
        up = pick(rng, (1, -1))
        k = ys[0] - up * (h - left)
        if ys[1] - up * (right - h) != k or not on_grid(k) or abs(m) >= 1:
            raise Reroll
        curve = Graph(lambda x: up * abs(x - h) + k, absolute(up, int(h), int(k)), "the V shape")
    return curve, line, [left, right]


def two_lines(rng: Random) -> tuple[Graph, Graph, list[int]]:
    """Two lines that cross at a crossing of the grid."""
    x, y = nonzero(rng, -6, 6), integer(rng, -6, 6)
    slopes = [Fraction(pick(rng, (-3, -2, -1, 1, 2, 3)), pick(rng, (1, 1, 2))) for _ in "fg"]
    heights = [y - m * x for m in slopes]
    if abs(slopes[0] - slopes[1]) < 1 or any(b.denominator > 1 or abs(b) > 7 for b in heights) or x == y:
        raise Reroll
    (m, n), (b, d) = slopes, heights
    first = Graph(lambda v: m * v + b, rising(m, b), "the solid line")
    return first, Graph(lambda v: n * v + d, rising(n, d, dashed=True, colour=1), "the dashed line"), [x]


def from_graph(rng: Random, drawn: Callable[[Random], tuple[Graph, Graph, list[int]]]) -> Question:
    """Both graphs are drawn."""
    one, two, places = drawn(rng)
    heights = [one.rule(Fraction(x)) for x in places]
    right = frozenset(Fraction(x) for x in places)
    wrong = {
        "common-gave-the-height": frozenset(heights),
        "common-one-of-two": frozenset(sorted(right)[:1]) if len(places) > 1 else None,
        "common-sign": frozenset(-x for x in right),
        "common-start": frozenset((one.rule(Fraction(0)), two.rule(Fraction(0)))),
    }
    points = listed([f"$({x}, {num(y)})$" for x, y in zip(places, heights, strict=True)])
    at = " and ".join(f"${x}$" for x in places)
    several = len(places) > 1
    return Question(
        key=("graph", tuple(places), tuple(heights), one.rule(Fraction(9)), two.rule(Fraction(9))),
        prompt=f"The graph of $f$ is {one.called}, the graph of $g$ is {two.called}. For which values of $x$ is"
        " $f(x) = g(x)$? Type all that there are, with commas between them.",
        answer=NumberSet(right),
        wrong=apart(right, {name: values for name, values in wrong.items() if values is not None}),
        before="x =",
        figure=plot(EIGHT, one.shape, two.shape, describe="steps"),
        hints=(
            "$f(x) = g(x)$ asks where both functions have the same value. How do you see that in the picture?",
            f"Look for the points that both graphs share. {'There are two.' if several else 'There is one.'}",
            f"They share {points}, so the values of $x$ are ${', '.join(map(str, places))}$."
            if several else f"They share {points}, so $x = {places[0]}$.",
        ),
        solution=(
            Step(f"Both graphs go through {points}.", "At a common point both functions have the same value."),
            Step(f"The values of $x$ are ${', '.join(map(str, places))}$." if several else f"So $x = {places[0]}$.",
                 f"Only the first number of each point is asked for, here {at}."),
        ),
    )  # fmt: skip


def curves(rng: Random) -> Question:
    """A curve and a line."""
    return from_graph(rng, lambda chance: persistent(two_curves, chance))


def lines(rng: Random) -> Question:
    """Two lines."""
    return from_graph(rng, lambda chance: persistent(two_lines, chance))


def from_table(rng: Random) -> Question:
    """The values stand in a table; two of the columns agree, or one."""
    first = integer(rng, -4, 1)
    xs = [first + i for i in range(6)]
    a, m, d = pick(rng, (1, -1, 1, 2)), integer(rng, -4, 4), integer(rng, -9, 9)
    places = sorted(shuffled(rng, xs)[: pick(rng, (1, 2, 2))])
    if len(places) == 1 and rng.random() < 0.5:
        raise Reroll
    r, s = (places[0], places[-1]) if len(places) > 1 else (places[0], xs[-1] + integer(rng, 1, 3))
    gs = [m * x + d for x in xs]
    fs = [a * (x - r) * (x - s) + g for x, g in zip(xs, gs, strict=True)]
    if not m or max(map(abs, (*fs, *gs))) > 40 or abs(r - s) < 2:
        raise Reroll
    right = frozenset(Fraction(x) for x in places)
    values = frozenset(Fraction(m * x + d) for x in places)
    elsewhere = frozenset(Fraction(x) for x, f in zip(xs, fs, strict=True) if f in gs) - right
    wrong = {
        "common-gave-the-height": values,
        "common-one-of-two": frozenset(sorted(right)[:1]) if len(places) > 1 else None,
        "common-same-number-elsewhere": elsewhere or None,
        "common-gave-zeros": frozenset(Fraction(x) for x, f, g in zip(xs, fs, gs, strict=True) if 0 in (f, g)) or None,
        "common-sign": frozenset(-x for x in right),
    }
    agree = "two columns" if len(places) > 1 else "one column"
    shown = listed([f"${num(f)}$ at $x = {x}$" for x, f in zip(xs, fs, strict=True) if x in places])
    ending = f"The values of $x$ are ${', '.join(map(str, places))}$." if len(places) > 1 else f"So $x = {places[0]}$."
    return Question(
        key=("table", tuple(xs), tuple(fs), tuple(gs)),
        prompt="The table shows some values of two functions. For which values of $x$ in the table is $f(x) = g(x)$?"
        f" Type all of them, with commas between them.\n\n{table(xs, fs, gs)}",
        answer=NumberSet(right),
        wrong=apart(right, {name: one for name, one in wrong.items() if one is not None}),
        before="x =",
        hints=(
            "Go through the table column by column. What has to be the same in a column?",
            f"Look at $f(x)$ and $g(x)$ one below the other. They agree in {agree}.",
            f"Both are {shown}. {ending}",
        ),
        solution=(
            Step(f"In the same column, both functions are {shown}.", "A solution is an $x$ that gives equal values."),
            Step(ending, "Equal values in different columns do not count."),
        ),
    )


def beyond_the_table(rng: Random) -> Question:
    """Both functions are linear; they become equal after the end of the table."""
    step, first = pick(rng, (1, 1, 2, 5)), integer(rng, 0, 2)
    xs = [first * step + i * step for i in range(4)]
    up, faster, more = integer(rng, -3, 6), integer(rng, 1, 5), integer(rng, 2, 7)
    target, meet = xs[-1] + more * step, integer(rng, -20, 40)
    total = more + 3
    fs = [meet - up * (total - i) for i in range(4)]
    gs = [meet - (up + faster) * (total - i) for i in range(4)]
    if not up or not up + faster or max(map(abs, (*fs, *gs))) > 70:
        raise Reroll
    swap = rng.random() < 0.5
    one, two = (gs, fs) if swap else (fs, gs)
    changes_ = (up + faster, up) if swap else (up, up + faster)
    apart_by = fs[-1] - gs[-1]
    wrong: dict[str, Exact] = {
        "common-last-column": xs[-1],
        "common-step-read-as-one": xs[-1] + more if step > 1 else target - xs[0],
        "common-gave-the-height": meet,
        "common-one-too-far": target + step,
    }
    says = f"From column to column $f(x)$ changes by ${changes_[0]}$ and $g(x)$ by ${changes_[1]}$."
    closing = f"The gap in the last column is {apart_by}, and it shrinks by {faster} with each column."
    return Question(
        key=("beyond", tuple(xs), tuple(one), tuple(two)),
        prompt="Both functions are linear, and the table shows some of their values. For which value of $x$ is"
        f" $f(x) = g(x)$?\n\n{table(xs, one, two)}",
        answer=Number(target),
        wrong=apart(target, wrong),
        before="x =",
        hints=(
            "No column has equal values, so go on with the table. How do the values change from column to column?",
            f"{says} {closing}",
            f"After {more} more columns both are ${meet}$. That is at $x = {target}$.",
        ),
        solution=(
            Step(says, "A linear function changes evenly."),
            Step(closing, "So the two come closer."),
            Step(f"${apart_by} \\div {faster} = {more}$ more columns, and each is {step} in $x$: "
                 f"$x = {xs[-1]} + {more * step} = {target}$.", "There both functions have the same value."),
        ),
    )  # fmt: skip


@template(
    "alg1/systems/solve-f-x-g-x",
    version=1,
    standards=("HSA.REI.D.11",),
    answer=(NumberSet, Number),
    check=found_again,
    band="two graphs on a grid to 8 that meet at crossings, a table of six columns, or a table to be continued",
    answer_in_prompt=True,
)
def solve_f_g(rng: Random) -> Question:
    """From two graphs, from a table, or beyond the end of a table."""
    return one_of(rng, (curves, lines, from_table, beyond_the_table))
