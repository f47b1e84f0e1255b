"""Graph a line from a table."""

from collections.abc import Sequence
from random import Random

from courses.alg1.lines.points import EIGHT, equation_in, holds, line_of, pair
from exercises import Line, Question, Reroll, Step, integer, nonzero, num, pick, poly, shuffled, template
from exercises.exact import Fraction
from exercises.geometry import Exact, LineForm, Point, line_through, slope_line


def through_the_rows(question: Question) -> None:
    """The line goes through every row of the table (or fits the equation), found by putting the numbers in."""
    assert isinstance(question.answer, Line)
    a, b, c = question.answer.value
    rows = table_rows(question.prompt)
    if rows:
        assert all(a * x + b * y == c for x, y in rows)
        assert len(set(rows)) > 1
    else:
        sides = equation_in(question.prompt)
        assert question.answer.value == line_of(sides)
        assert all(holds(sides, p) for p in ((0, Fraction(c, b)), (1, Fraction(c - a, b))))


def table_rows(prompt: str) -> list[Point]:
    """The pairs in a Markdown table with a row for x and a row for y; none without one."""
    lines = [line.strip("| ").split("|") for line in prompt.splitlines() if line.startswith("|")]
    if not lines:
        return []
    (_, *xs), _, (_, *ys) = lines
    return [(Fraction(x.strip(" $")), Fraction(y.strip(" $"))) for x, y in zip(xs, ys, strict=True)]


def table(points: Sequence[Point], names: tuple[str, str] = ("x", "y")) -> str:
    """A Markdown table, across, of some points."""
    head = " | ".join([f"${names[0]}$", *(f"${num(x)}$" for x, _ in points)])
    below = " | ".join([f"${names[1]}$", *(f"${num(y)}$" for _, y in points)])
    return f"| {head} |\n|{' --- |' * (len(points) + 1)}\n| {below} |"


def drawn(rng: Random) -> tuple[Fraction, int, list[Point]]:
    """A slope, a height at 0, and places of the line on the grid, from left to right."""
    run = pick(rng, (1, 1, 1, 2, 3, 4))
    slope, b = Fraction(nonzero(rng, -4, 4), run), integer(rng, -6, 6)
    places = [(x, slope * x + b) for x in range(-8, 9) if (slope * x).denominator == 1 and abs(slope * x + b) <= 8]
    if len(places) < 4:
        raise Reroll
    return slope, b, [(x, int(y)) for x, y in places]


def lines_of_mistakes(slope: Fraction, b: int, rows: list[Point]) -> dict[str, LineForm]:
    """What the usual slips draw."""
    found: dict[str, LineForm] = {
        "table-swapped-axes": line_through(*((y, x) for x, y in rows[:2])),
        "table-sign-of-slope": slope_line(-slope, b),
        "table-start-shifted": slope_line(slope, b + (1 if b < 4 else -1)),
    }
    right = slope_line(slope, b)
    kept = {name: line for name, line in found.items() if line != right and fits(line)}
    if len(kept) < 2 or len(set(kept.values())) < len(kept):
        raise Reroll
    return kept


def fits(line: LineForm) -> bool:
    """Whether two places of a line are on the grid."""
    try:
        Line(line, EIGHT)
    except ValueError:
        return False
    return True


def question(key: tuple[object, ...], prompt: str, slope: Fraction, b: int, rows: list[Point]) -> Question:
    """The line through these rows is to be drawn."""
    first, last = rows[0], rows[-1]
    return Question(
        key=("line", *key),
        prompt=prompt,
        answer=Line(slope_line(slope, b), EIGHT),
        wrong=lines_of_mistakes(slope, b, rows),
        hints=(
            "Each column is a point: $x$ says how far to go across, $y$ how far up or down.",
            f"One point is ${pair(first)}$. Find a second one that lies far from it, and check with a third.",
            f"Draw the line through ${pair(first)}$ and ${pair(last)}$.",
        ),
        solution=(
            Step(f"Two points are ${pair(first)}$ and ${pair(last)}$.", "Far apart, they make a straight line."),
            Step(f"The line goes through ${pair(first)}$ and ${pair(last)}$: $y = {poly(slope, 'x', b)}$.",
                 "All other pairs lie on it too."),
        ),
    )  # fmt: skip


def from_table(rng: Random) -> Question:
    """The table is given."""
    slope, b, places = drawn(rng)
    rows = sorted(shuffled(rng, places)[:4])
    if rows[-1][0] - rows[0][0] < 3:
        raise Reroll
    prompt = f"The table belongs to a line. Draw it.\n\n{table(rows)}"
    return question(("table", slope, b, rows[0][0]), prompt, slope, b, rows)


def from_equation(rng: Random) -> Question:
    """The equation is given, and the table is the learner's own."""
    slope, b, places = drawn(rng)
    if not b:
        raise Reroll
    prompt = (
        f"Make a table for the equation $y = {poly(slope, 'x', b)}$ with some values of $x$ of your choice,"
        " and draw its line."
    )
    asked = question(("equation", slope, b), prompt, slope, b, [places[0], *places[2:]])
    value: Exact = slope * places[0][0] + b
    hints = (
        "Choose easy values of $x$: 0, and one further away that gives a whole number.",
        f"For $x = {places[0][0]}$ the equation gives $y = {num(value)}$: that is one point.",
        asked.hints[-1],
    )
    return Question(asked.key, prompt, asked.answer, hints, asked.solution, asked.wrong)


@template(
    "alg1/lines/graph-line-table",
    version=1,
    standards=("HSA.REI.D.10",),
    answer=Line,
    check=through_the_rows,
    band="a table of four pairs, or an equation to make one for; slope up to 3 or a simple fraction, grid to 8",
    min_instances=200,
)
def graph_from_table(rng: Random) -> Question:
    """Draw the line of a table, or of a table you make."""
    return pick(rng, (from_table, from_table, from_equation))(rng)
