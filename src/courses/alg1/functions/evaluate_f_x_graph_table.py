"""Evaluate f(x) from a graph or a table: one value, two values, a value of a value."""

from collections.abc import Callable, Mapping, Sequence
from random import Random

from courses.alg1.forms import one_of
from courses.alg1.functions.readback import lies_on, pieces_in, rows_in
from courses.alg1.functions.tracks import EIGHT, Track, zigzag
from courses.alg1.lines.graph_line_table import table
from courses.alg1.reading import formulas
from courses.alg1.slips import apart
from exercises import (
    Number,
    Question,
    Reroll,
    Step,
    bracketed,
    integer,
    num,
    pick,
    pick_distinct,
    template,
)
from exercises.geometry import Exact

REMINDER = "In $f(3)$ the $3$ is an input: a value of $x$. The output $f(3)$ is the $y$ that belongs to it."


def readable(track: Track) -> dict[int, int]:
    """The whole inputs with a whole output, from left to right; the corners are whole."""
    found: dict[int, int] = {}
    for (x1, y1), (x2, y2) in track.pieces:
        for x in range(int(x1), int(x2) + 1):
            rise, rest = divmod((y2 - y1) * (x - x1), x2 - x1)
            if not rest:
                found[x] = int(y1 + rise)
    return found


def one_from_graph(rng: Random) -> Question:
    """f(a) from a graph."""
    track = Track(zigzag(rng, 4))
    known = readable(track)
    x = pick(rng, sorted(known))
    y, corners = known[x], dict(track.points)
    if x == y or (x in corners and rng.random() < 0.7):
        raise Reroll
    back = sorted(place for place in track.where(x) if place.denominator == 1) if low_high(track, x) else []
    slips: dict[str, Exact] = {
        "read-output-as-input": back[0] if back else y + 100,
        "read-mirrored-input": known.get(-x, y + 100),
        "read-sign-of-output": -y,
        "read-next-corner": next(v for at, v in track.points if at > x or at == track.end),
    }
    slips = {name: v for name, v in slips.items() if v != y + 100}
    return Question(
        key=("graph", track.points, x),
        prompt=f"The graph shows the function $f$. What is $f({num(x)})$?",
        answer=Number(y),
        before=f"f({num(x)}) =",
        wrong=apart(y, slips),
        figure=track.figure(EIGHT),
        hints=(REMINDER.replace("3", num(x)), f"Find ${num(x)}$ on the $x$-axis and go straight up or down to"
                                              f" the graph.",
               f"The graph is at height ${num(y)}$ there."),
        solution=(Step(f"Go from ${num(x)}$ on the $x$-axis straight to the graph.", "The input stands on that axis."),
                  Step(f"The graph goes through $({num(x)}, {num(y)})$, so $f({num(x)}) = {num(y)}$.",
                       "The second number of the point is the output.")),
    )  # fmt: skip


def low_high(track: Track, y: int) -> bool:
    """Whether the graph reaches this height."""
    heights = [h for _, h in track.points]
    return min(heights) <= y <= max(heights)


def two_from_graph(rng: Random) -> Question:
    """f(a) + f(b), f(a) - f(b) from a graph."""
    track, sign = Track(zigzag(rng, 4)), pick(rng, ("+", "-"))
    known = readable(track)
    a, b = pick_distinct(rng, sorted(known), 2)
    return question_of_two(("two-graph", track.points, a, b, sign), "graph", known, (a, b), sign, track)


def question_of_two(
    key: tuple[object, ...], where: str, known: Mapping[int, int], inputs: tuple[int, int], sign: str,
    track: Track | None, lead: str = "",
) -> Question:  # fmt: skip
    """The sum or difference of two values that are read. `known`: all values that can be."""
    a, b = inputs
    y, z = known[a], known[b]
    if not y or not z:
        raise Reroll
    right, other, together = (y + z, y - z, a + b) if sign == "+" else (y - z, y + z, a - b)
    slips: dict[str, Exact] = {
        "read-sign-between": other,
        "read-one-value-only": y,
        "read-inputs-used": together,
        "notation-inputs-combined": known.get(together, right),
    }
    asked = f"f({num(a)}) {sign} f({num(b)})"
    work = f"${num(y)} {sign} {bracketed(z)} = {num(right)}$"
    return Question(
        key=key,
        prompt=f"The {where} shows the function $f$.{lead or ' '}What is ${asked}$?",
        answer=Number(right),
        wrong=apart(right, slips),
        figure=track.figure(EIGHT) if track else None,
        hints=("Read the two outputs one by one. Then put them together.",
               f"$f({num(a)}) = {num(y)}$. Now the other one.", f"$f({num(b)}) = {num(z)}$, and {work}."),
        solution=(Step(f"$f({num(a)}) = {num(y)}$ and $f({num(b)}) = {num(z)}$", f"Read from the {where}."),
                  Step(work, "Work with the outputs, not with the inputs.")),
    )  # fmt: skip


def rows_drawn(rng: Random) -> list[tuple[int, int]]:
    """A table of six pairs whose outputs are often inputs too."""
    first, step = integer(rng, -4, 1), pick(rng, (1, 1, 2))
    xs = [first + step * n for n in range(6)]
    ys = [pick(rng, (*xs, integer(rng, -9, 12))) for _ in xs]
    if len(set(ys)) < 5 or any(x == y for x, y in zip(xs, ys, strict=True)):
        raise Reroll
    return list(zip(xs, ys, strict=True))


def shown(rows: Sequence[tuple[int, int]]) -> str:
    """The table, for a prompt."""
    return f"\n\n{table(rows, ('x', 'f(x)'))}\n\n"


def one_from_table(rng: Random) -> Question:
    """f(a) from a table."""
    rows = rows_drawn(rng)
    known, (x, y) = dict(rows), pick(rng, rows)
    back = {v: k for k, v in reversed(rows)}
    slips: dict[str, Exact] = {
        "read-output-as-input": back.get(x, y),
        "read-column-by-its-number": rows[x - 1][1] if 1 <= x <= 6 else y,
        "read-next-column": known.get(x + (rows[1][0] - rows[0][0]), rows[-2][1]),
        "read-mirrored-input": known.get(-x, y),
    }
    return Question(
        key=("table", *rows, x),
        prompt=f"The table shows the function $f$.{shown(rows)}What is $f({num(x)})$?",
        answer=Number(y),
        before=f"f({num(x)}) =",
        wrong=apart(y, slips),
        hints=(REMINDER.replace("3", num(x)), f"Look for ${num(x)}$ in the row of the inputs, the row of $x$.",
               f"Below it stands ${num(y)}$."),
        solution=(Step(f"Find ${num(x)}$ in the row of $x$.", "That row holds the inputs."),
                  Step(f"Below it stands ${num(y)}$, so $f({num(x)}) = {num(y)}$.", "The other row holds the"
                                                                                    " outputs.")),
    )  # fmt: skip


def two_from_table(rng: Random) -> Question:
    """f(a) + f(b) from a table."""
    rows, sign = rows_drawn(rng), pick(rng, ("+", "-"))
    known = dict(rows)
    a, b = pick_distinct(rng, [x for x, _ in rows], 2)
    return question_of_two(("two-table", *rows, a, b, sign), "table", known, (a, b), sign, None, shown(rows))


def value_of_value(rng: Random) -> Question:
    """f(f(a)) from a table."""
    rows = rows_drawn(rng)
    known = dict(rows)
    a = pick(rng, [x for x, y in rows if y in known])
    middle, right = known[a], known[known[a]]
    slips: dict[str, Exact] = {
        "read-inner-value-only": middle,
        "read-value-doubled": 2 * middle,
        "read-value-squared": middle * middle,
        "read-output-as-input": {v: k for k, v in reversed(rows)}.get(middle, right),
    }
    return Question(
        key=("inner", *rows, a),
        prompt=f"The table shows the function $f$.{shown(rows)}What is $f(f({num(a)}))$?",
        answer=Number(right),
        before=f"f(f({num(a)})) =",
        wrong=apart(right, slips),
        hints=(f"Begin inside: read $f({num(a)})$ first. Its output is the next input.",
               f"$f({num(a)}) = {num(middle)}$. So look for ${num(middle)}$ in the row of $x$.",
               f"$f({num(middle)}) = {num(right)}$."),
        solution=(Step(f"$f({num(a)}) = {num(middle)}$", "The inner brackets come first."),
                  Step(f"$f(f({num(a)})) = f({num(middle)}) = {num(right)}$", "The first output is the next input.")),
    )  # fmt: skip


def read_again(question: Question) -> None:
    """Walk through the inputs that are named; outputs from the cells, or points that lie on the measured pieces."""
    assert isinstance(question.answer, Number)
    asked = formulas(question.prompt)[-1]
    outputs = outputs_of(question)
    if question.key[0] == "inner":
        found = outputs(outputs(int(asked[4:-2])))
    else:
        sign = -1 if ") - f" in asked else 1
        first, *rest = (int(part.split("(")[1].split(")")[0]) for part in asked.split("f")[1:])
        found = outputs(first) + sum(sign * outputs(x) for x in rest)
    assert found == question.answer.value


def outputs_of(question: Question) -> Callable[[int], int]:
    """A look-up in what is shown."""
    if question.figure is None:
        inputs, values = rows_in(question.prompt)
        return lambda x: next(int(v) for k, v in zip(inputs[1:], values[1:], strict=True) if int(k) == x)
    pieces = pieces_in(question.figure.svg)
    return lambda x: next(y for y in range(-8, 9) if lies_on(pieces, (x, y)))


@template(
    "alg1/functions/evaluate-f-x-graph-table",
    version=1,
    standards=("HSF.IF.A.2",),
    answer=Number,
    check=read_again,
    band="a graph of three straight pieces on a grid to 8, or a table of six whole pairs; one value, two, or f(f(a))",
    answer_in_prompt=True,
)
def evaluate_shown(rng: Random) -> Question:
    """One of the forms."""
    forms = (one_from_graph, one_from_graph, two_from_graph, one_from_table, two_from_table, value_of_value)
    return one_of(rng, forms)
