"""Find domain and range from a graph: pieces with open and closed ends, and graphs of single points."""

from collections.abc import Callable
from random import Random

from courses.alg1.forms import one_of
from courses.alg1.functions.readback import dots_in, pieces_in
from courses.alg1.functions.tracks import EIGHT, SIX, Track, ends, zigzag
from courses.alg1.inequalities.truth import statement
from courses.alg1.reading import choices_of, formulas
from courses.alg1.slips import apart
from exercises import (
    Choice,
    Dot,
    Inequality,
    Question,
    Reroll,
    SingleChoice,
    Step,
    integer,
    num,
    pick,
    pick_distinct,
    plot,
    shuffled,
    template,
)
from exercises.exact import Fraction

REMINDER = {
    "domain": "The domain holds all the inputs: the numbers on the $x$-axis above or below which there is graph.",
    "range": "The range holds all the outputs: the heights on the $y$-axis that the graph reaches.",
}
LETTER = {"domain": "x", "range": "y"}


def chain(low: int, low_in: bool, high: int, high_in: bool, letter: str) -> str:
    """The interval as it is typed: -3 <= x < 5."""
    return f"{low} {'<=' if low_in else '<'} {letter} {'<=' if high_in else '<'} {high}"


def tex(text: str) -> str:
    """The same in TeX."""
    return text.replace("<=", "\\le")


def span(track: Track, asked: str) -> tuple[int, bool, int, bool]:
    """The lowest and highest input or output, each with whether it belongs."""
    first, *middle, last = track.points
    held = {first: track.start_dot == "closed", last: track.end_dot == "closed", **dict.fromkeys(middle, True)}
    at = 0 if asked == "domain" else 1
    values = [p[at] for p in track.points]
    low, high = min(values), max(values)
    return (
        int(low), any(inside for p, inside in held.items() if p[at] == low),
        int(high), any(inside for p, inside in held.items() if p[at] == high),
    )  # fmt: skip


def from_pieces(rng: Random) -> Question:
    """Domain or range of a graph of pieces, typed as an inequality."""
    asked = pick(rng, ("domain", "range"))
    start_dot, end_dot = ends(rng)
    track = Track(zigzag(rng, pick(rng, (3, 4)), level=True), start_dot, end_dot)
    low, low_in, high, high_in = span(track, asked)
    letter, other = LETTER[asked], "range" if asked == "domain" else "domain"
    if high - low < 3 or (any(a[1] == b[1] for a, b in track.pieces) and rng.random() < 0.7):
        raise Reroll
    right = chain(low, low_in, high, high_in, letter)
    far_low, _, far_high, _ = span(track, other)
    begin, end = track.points[0], track.points[-1]
    at_ends = sorted((int(begin[1]), int(end[1])))
    slips = {
        "domain-for-range": chain(far_low, low_in, far_high, high_in, letter),
        "domain-dots-turned": chain(low, not low_in, high, not high_in, letter),
    }
    if asked == "range" and at_ends[0] < at_ends[1]:
        slips["range-between-ends"] = chain(at_ends[0], low_in, at_ends[1], high_in, letter)
    if not (low_in and high_in):
        slips["domain-open-dot-taken-in"] = chain(low, True, high, True, letter)
    else:
        slips["domain-closed-dot-left-out"] = chain(low, False, high, False, letter)
    where = ("leftmost", "rightmost") if asked == "domain" else ("lowest", "highest")
    seen = f"The {where[0]} place is at ${letter} = {num(low)}$, the {where[1]} at ${letter} = {num(high)}$"
    dots = " ".join(dict.fromkeys((said(low, low_in), said(high, high_in))))
    return Question(
        key=("pieces", asked, track.points, start_dot, end_dot),
        prompt=f"The graph shows the whole function $f$. What is its {asked}? Write an inequality in ${letter}$.",
        answer=Inequality(right, letter),
        wrong=apart(right, slips),
        figure=track.figure(EIGHT),
        hints=(REMINDER[asked], f"{seen}.", "An open dot is not part of the graph, a closed one is. " + dots,
               f"${tex(right)}$."),
        solution=(Step(f"{seen}.", REMINDER[asked]), Step(dots, "Only an open dot leaves its number out."),
                  Step(f"The {asked} is ${tex(right)}$.", "All the numbers between belong to it, too.")),
    )  # fmt: skip


def said(value: int, inside: bool) -> str:
    """Whether a number belongs."""
    return f"${num(value)}$ {'belongs' if inside else 'does not belong'} to it."


def from_points(rng: Random) -> Question:
    """Domain or range of a few single points: which set?"""
    asked = pick(rng, ("domain", "range"))
    xs = sorted(pick_distinct(rng, range(-5, 6), 4))
    ys = [integer(rng, -5, 5) for _ in xs]
    points = tuple(zip(xs, ys, strict=True))
    inputs, outputs = braces(xs), braces(sorted(set(ys)))
    if inputs == outputs or len(set(ys)) < 3:
        raise Reroll
    mine, other = (xs, sorted(set(ys))) if asked == "domain" else (sorted(set(ys)), xs)
    letter = LETTER[asked]
    rows = [
        (braces(mine), None, tuple(mine)),
        (braces(other), "domain-for-range", tuple(other)),
        (f"{mine[0]} \\le {letter} \\le {mine[-1]}", "domain-filled-between", "between"),
        (braces(list(range(mine[0], mine[-1] + 1))), "domain-filled-between", "whole"),
    ]
    if len(mine) == mine[-1] - mine[0] + 1:
        raise Reroll
    steps = "first" if asked == "domain" else "second"
    return Question(
        key=("points", asked, points),
        prompt=f"The graph of the function $f$ consists of four points. What is its {asked}?",
        answer=SingleChoice(shuffled(rng, [Choice(f"${t}$", slip is None, slip, value=v) for t, slip, v in rows])),
        figure=plot(SIX, *(Dot(p) for p in points), describe="steps"),
        hints=(REMINDER[asked].replace("above or below which there is graph", "above or below which a point stands"),
               f"Between the points there is no graph. Collect the {steps} numbers of the points.",
               f"They are ${braces(mine)}$."),
        solution=(Step(f"The points are ${', '.join(f'({num(x)}, {num(y)})' for x, y in points)}$.",
                       "Read them one by one."),
                  Step(f"The {asked} is ${braces(mine)}$.", f"It holds the {steps} numbers and no others.")),
    )  # fmt: skip


def braces(values: list[int]) -> str:
    """A set in TeX."""
    return f"\\{{{', '.join(map(num, values))}\\}}"


def which_graph(rng: Random) -> Question:
    """Which statement about one input or output is true?"""
    start_dot, end_dot = ends(rng)
    track = Track(zigzag(rng, 4), start_dot, end_dot)
    low, low_in, high, high_in = span(track, "domain")
    bottom, bottom_in, top, top_in = span(track, "range")
    if low_in and high_in:
        raise Reroll
    edge = high if low_in else low
    kept = chain(low, low_in, high, high_in, "x"), chain(bottom, bottom_in, top, top_in, "y")
    rows = [
        (f"The domain is ${tex(kept[0])}$ and the range is ${tex(kept[1])}$.", None),
        (f"The domain is ${tex(chain(bottom, bottom_in, top, top_in, 'x'))}$ and the range is"
         f" ${tex(chain(low, low_in, high, high_in, 'y'))}$.", "domain-for-range"),
        (f"The domain is ${tex(chain(low, True, high, True, 'x'))}$ and the range is ${tex(kept[1])}$.",
         "domain-open-dot-taken-in"),
        (f"The domain is ${tex(kept[0])}$ and the range is"
         f" ${tex(chain(bottom, not bottom_in, top, not top_in, 'y'))}$.",
         "domain-dots-turned"),
    ]  # fmt: skip
    if (low, high) == (bottom, top):
        raise Reroll
    return Question(
        key=("both", track.points, start_dot, end_dot),
        prompt="The graph shows the whole function $f$. Which description is right?",
        answer=SingleChoice(shuffled(rng, [Choice(t, slip is None, slip) for t, slip in rows])),
        figure=track.figure(EIGHT),
        hints=("The domain is found on the $x$-axis, the range on the $y$-axis. An open dot is not part of the graph.",
               f"The graph goes from $x = {num(low)}$ to $x = {num(high)}$, and there is an open dot at"
               f" $x = {num(edge)}$.", f"So this is right. {rows[0][0]}"),
        solution=(Step(f"Across, the graph goes from ${num(low)}$ to ${num(high)}$; up, from ${num(bottom)}$ to"
                       f" ${num(top)}$.", "The outermost places to all four sides."),
                  Step(rows[0][0], "Numbers at open dots are left out, unless another place of the graph has them.")),
    )  # fmt: skip


def measured(question: Question) -> None:
    """From the picture's pieces and dots: try numbers whether a line through them meets the graph."""
    assert question.figure
    if question.key[0] == "points":
        asked = "domain" if "domain" in question.prompt else "range"
        at = 0 if asked == "domain" else 1
        found = sorted({p[at] for p in dots_in(question.figure.svg)})
        for choice in choices_of(question):
            listed = choice.text.startswith("$\\{")
            shown = [Fraction(n) for n in choice.text.strip("$").strip("\\{}").split(",")] if listed else None
            assert (shown == found) is choice.right
        return
    meets = {"x": meeting(question.figure.svg, 0), "y": meeting(question.figure.svg, 1)}
    if isinstance(question.answer, Inequality):
        holds = statement(question.answer.text, question.answer.variable)
        assert all(holds(n) == meets[question.answer.variable](n) for n in tried())
        return
    for choice in choices_of(question):
        tests = [(statement(one, letter), letter) for one, letter in zip(formulas(choice.text), "xy", strict=True)]
        fits = all(holds(n) == meets[letter](n) for holds, letter in tests for n in tried())
        assert fits is choice.right


def tried() -> list[Fraction]:
    """Numbers from -9 to 9 in quarter steps."""
    return [Fraction(n, 4) for n in range(-36, 37)]


def meeting(svg: str, at: int) -> Callable[[Fraction], bool]:
    """Whether a number belongs to the inputs (0) or outputs (1) of the drawn graph."""
    pieces, dots = pieces_in(svg), dots_in(svg)
    missing = [p for p, filled in dots.items() if not filled]

    def belongs(value: Fraction) -> bool:
        for p, q in pieces:
            lo, hi = sorted((p[at], q[at]))
            if lo < value < hi or (lo == value == hi):
                return True
            if any(one[at] == value and one not in missing for one in (p, q)):
                return True
        return False

    return belongs


@template(
    "alg1/functions/find-domain-range-graph",
    version=1,
    standards=("HSF.IF.B.5",),
    answer=(Inequality, SingleChoice),
    check=measured,
    band="graphs of two or three straight pieces with open and closed ends on a grid to 8, or of four single points",
)
def domain_range(rng: Random) -> Question:
    """One of the forms."""
    return one_of(rng, (from_pieces, from_pieces, from_pieces, from_points, which_graph))
