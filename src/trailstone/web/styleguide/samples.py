"""One question of each kind that is drawn, filled in, ordered or matched: for the style page, tests, and authors."""

from collections.abc import Mapping
from random import Random

from exercises import (
    Axis,
    BoxPlot,
    DataPlot,
    Dot,
    Expression,
    Figure,
    Frequency,
    Grid,
    Item,
    Line,
    Match,
    Number,
    NumberLine,
    Order,
    Parabola,
    Parts,
    Points,
    Question,
    Region,
    Span,
    Step,
    Table,
    above,
    absolute,
    below,
    parabola,
    plot,
    rising,
    slope_line,
)
from exercises.exact import Fraction

SMALL = Grid(Axis("x", -6, 6), Axis("y", -6, 6))
WEEK = Grid(Axis("Day", 0, 8), Axis("Height in cm", 0, 40, 5))
MEASURED = tuple(Dot(point, colour=1) for point in ((1, 10), (2, 15), (3, 15), (5, 25), (7, 35)))
TRIANGLE = Figure(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 210" role="img" aria-label="A right-angled triangle'
    ' ABC with the right angle at B." fill="none" stroke="currentColor" stroke-width="4" font-size="18">'
    '<path data-part="a" d="M40 30V170"/><path data-part="b" d="M40 170H280"/><path data-part="c" d="M40 30L280 170"/>'
    '<path d="M40 152h18v18" stroke-width="1.5"/><g fill="currentColor" stroke="none"><text x="20" y="30">A</text>'
    '<text x="18" y="186">B</text><text x="288" y="186">C</text></g></svg>',
    "A right-angled triangle ABC with the right angle at B.",
)


def sample(prompt: str, answer: object, figure: Figure | None = None) -> Question:
    """A question with the least help that one can have."""
    shown = answer.show()  # type: ignore[attr-defined]  # every kind has it; they share no base
    hints = ("Look at one part after the other.", f"The answer is {shown}.")
    return Question((prompt,), prompt, answer, hints, (Step(f"The answer is {shown}."),), figure=figure)  # type: ignore[arg-type]  # any kind


def _order() -> Order:
    graphs = {m: plot(SMALL, rising(m, 0)) for m in (Fraction(1, 2), 1, 3)}
    names = {Fraction(1, 2): "Graph K", 1: "Graph L", 3: "Graph M"}
    return Order.drawn(Random(2), [Item(names[m], graphs[m]) for m in graphs])


SAMPLES: Mapping[str, Question] = {
    "number-line": sample("Graph the solution set of $x < -1$ or $x \\ge 4$.",
                          NumberLine((Span(high=-1), Span(low=4, low_closed=True)), Axis("x", -8, 8))),
    "marks": sample("Mark $\\frac{1}{2}$ and $-\\frac{3}{2}$.",
                    NumberLine((Fraction(1, 2), Fraction(-3, 2)), Axis("x", -3, 3), snap=Fraction(1, 2))),
    "points": sample("Plot the points of $y = 2|x - 1| - 3$ for $x = -1$, $1$ and $3$.",
                     Points(((-1, 1), (1, -3), (3, 1)), SMALL, drawn=(absolute(2, 1, -3),))),
    "line": sample("Graph $y = 2x - 1$.", Line(slope_line(2, -1), SMALL)),
    "fitted-line": sample("Draw a line that fits the points well.",
                          Line(slope_line(5, 0), WEEK, MEASURED, ((1, 0, 15), (7, 30, 40)))),
    "parabola": sample("Graph $y = (x - 2)^2 - 3$.", Parabola((1, 2, -3), SMALL)),
    "region": sample("Graph $y < x + 2$.", Region(below(1, 2, strict=True), SMALL)),
    "regions": sample("Graph the system $y < x + 2$ and $y \\ge -x$.",
                      Region((below(1, 2, strict=True), above(-1, 0)), SMALL)),
    "table": sample("Fill in the table of $f(x) = 2x + 1$.", Table(("$x$", "$f(x)$"), (
        ("$-1$", Number(-1)), ("$\\frac{1}{4}$", Number(Fraction(3, 2))), ("$3$", "$7$"),
        ("$n$", Expression("2n + 1", ("n",)))))),
    "order": sample("Put the graphs in order from the smallest to the largest slope.", _order()),
    "match": sample("Match each function to what it does.", Match.drawn(
        Random(3), {"$y = 2x$": "It rises.", "$y = -2x$": "It falls.", "$y = 2$": "It stays level."},
        ("It is no function.",))),
    "match-graphs": sample("Match each equation to its graph.", Match.drawn(Random(5), {
        "$y = x^2 - 4$": Item("Graph P", plot(SMALL, parabola(1, 0, -4), describe="points")),
        "$y = (x - 4)^2$": Item("Graph Q", plot(SMALL, parabola(1, 4, 0), describe="points"))})),
    "dot-plot": sample("Draw a dot plot of 1, 2, 2, 3, 3, 3 and 5.",
                       DataPlot((1, 2, 3, 0, 1), Frequency(("1", "2", "3", "4", "5"), 6, "Goals in a match"))),
    "histogram": sample("Draw a histogram of 3, 8, 12, 15, 16 and 24.",
                        DataPlot((2, 3, 1), Frequency(("0–9", "10–19", "20–29"), 8, "Minutes", "bars"))),
    "box-plot": sample("Draw the box plot of 2, 4, 5, 6, 8, 9 and 12.",
                       BoxPlot((2, 4, 6, 9, 12), Axis("Books", 0, 14))),
    "figure": sample("Pick the two shorter sides.",
                     Parts(("side AB", "side BC"), ("side AB", "side BC", "side AC"), TRIANGLE)),
}  # fmt: skip
