"""Solve f(x) = k: from a formula, a graph or a table; and f(x) = g(x) from a graph."""

from random import Random

from courses.alg1.forms import one_of
from courses.alg1.functions.evaluate_f_x_graph_table import readable, rows_drawn, shown
from courses.alg1.functions.readback import Piece, crossings, lies_on, pieces_in, rows_in, rules_in
from courses.alg1.functions.tracks import EIGHT, Track, zigzag
from courses.alg1.reading import formulas, value_of
from courses.alg1.slips import apart
from exercises import (
    Number,
    NumberSet,
    Question,
    Reroll,
    Step,
    integer,
    nonzero,
    num,
    pick,
    pick_distinct,
    poly,
    template,
)
from exercises.exact import Fraction
from exercises.figures import Stretch, plot
from exercises.geometry import Exact

NAMES = ("f", "g", "h")
REMINDER = "In $f(x) = 3$ the output is known. Which inputs give it?"


def from_rule(rng: Random) -> Question:
    """f(x) = 5x - 3 and f(x) = 17."""
    a, b, x, f = nonzero(rng, -9, 9), nonzero(rng, -15, 15), nonzero(rng, -9, 9), pick(rng, NAMES)
    bottom = pick(rng, (1, 1, 2, 3))
    root = Fraction(x, bottom)
    k = a * root + b
    if abs(a) == 1 or k.denominator != 1 or k == root or k == 0:
        raise Reroll
    return linear_question(("rule", a, b, root), f, poly(a, "x", b), int(k), root, {
        "solve-evaluated-instead": a * k + b,
        "solve-added-instead": Fraction(k + b) / a,
        "solve-not-divided": k - b,
        "solve-sign-of-root": -root,
    }, (f"${poly(a, 'x')} = {num(k - b)}$", f"{'Subtract' if b > 0 else 'Add'} {abs(b)} on both sides."),
        f"Divide both sides by ${num(a)}$.")  # fmt: skip


def from_brackets(rng: Random) -> Question:
    """f(x) = 2(x - 3) + 5 and f(x) = 11; or f(x) = x/4 - 2."""
    f, b = pick(rng, NAMES), nonzero(rng, -9, 9)
    if rng.random() < 0.5:
        a, c, inner = pick(rng, (-4, -3, -2, 2, 3, 4, 5)), nonzero(rng, -7, 7), nonzero(rng, -6, 8)
        root, k = inner - c, a * inner + b
        rule, middle = f"{a}({poly(1, 'x', c)}) {'+' if b > 0 else '-'} {abs(b)}", f"${poly(1, 'x', c)} = {inner}$"
        slips: dict[str, Exact] = {
            "solve-evaluated-instead": a * (k + c) + b,
            "solve-inner-constant-left": inner,
            "solve-sign-of-inner-constant": inner + c,
            "solve-sign-of-root": -root,
        }
        why = f"{'Subtract' if b > 0 else 'Add'} {abs(b)}, then divide by ${num(a)}$."
        last = f"{'Subtract' if c > 0 else 'Add'} {abs(c)} on both sides."
    else:
        a, part = pick(rng, (2, 3, 4, 5, 6)), nonzero(rng, -7, 7)
        root, k = a * part, part + b
        rule, middle = f"\\frac{{x}}{{{a}}} {'+' if b > 0 else '-'} {abs(b)}", f"$\\frac{{x}}{{{a}}} = {part}$"
        slips = {
            "solve-divided-instead": Fraction(part, a),
            "solve-not-divided": part,
            "solve-added-instead": a * (k + b),
            "solve-sign-of-root": -root,
        }
        why, last = f"{'Subtract' if b > 0 else 'Add'} {abs(b)} on both sides.", f"Multiply both sides by {a}."
    if root in (0, k) or k == 0:
        raise Reroll
    return linear_question(("brackets", rule, k), f, rule, k, root, slips, (middle, why), last)


def linear_question(
    key: tuple[object, ...], f: str, rule: str, k: int, root: Exact, slips: dict[str, Exact], middle: tuple[str, str],
    last: str,
) -> Question:  # fmt: skip
    """The question on a linear rule."""
    return Question(
        key=key,
        prompt=f"For the function ${f}(x) = {rule}$, which $x$ gives ${f}(x) = {num(k)}$?",
        answer=Number(root),
        before="x =",
        wrong=apart(root, slips),
        hints=(REMINDER.replace("f(x) = 3", f"{f}(x) = {num(k)}"),
               f"The rule must have the value ${num(k)}$: ${rule} = {num(k)}$.",
               f"So {middle[0]}. {middle[1]}", f"$x = {num(root)}$."),
        solution=(Step(f"${rule} = {num(k)}$", f"${num(k)}$ is the output, so the rule equals it."),
                  Step(*middle), Step(f"$x = {num(root)}$", last)),
    )  # fmt: skip


def numbers(values: frozenset[Fraction]) -> str:
    """The solutions in TeX, from small to large."""
    return ", ".join(num(v) for v in sorted(values))


def from_graph(rng: Random) -> Question:
    """All x with f(x) = k on a graph."""
    track = Track(zigzag(rng, pick(rng, (4, 5))))
    k = integer(rng, -6, 6)
    found = track.where(k)
    if any(x.denominator != 1 for x in found) or (not found and rng.random() < 0.8):
        raise Reroll
    if len(found) == 1 and rng.random() < 0.6:
        raise Reroll
    height = track.at(k) if track.start <= k <= track.end else None
    slips: dict[str, frozenset[Fraction]] = {}
    if height is not None and height.denominator == 1:
        slips["solve-read-at-input"] = frozenset((height,))
    if len(found) > 1:
        slips["solve-first-only"] = frozenset((min(found),))
        slips["solve-last-only"] = frozenset((max(found),))
    slips["solve-output-named"] = frozenset((Fraction(k),))
    slips["solve-all-signs-turned"] = frozenset(-x for x in found)
    if not found:
        slips = {"solve-output-named": frozenset((Fraction(k),)), "solve-zero-for-none": frozenset((Fraction(0),)),
                 **{n: v for n, v in slips.items() if n == "solve-read-at-input"}}  # fmt: skip
    count = {0: "does not meet the graph", 1: "meets the graph once", 2: "meets the graph twice"}.get(
        len(found), f"meets the graph {len(found)} times"
    )
    says = f"$x = {numbers(found)}$" if found else "There is no solution"
    ask = f"The graph shows the whole function $f$. Find all $x$ with $f(x) = {num(k)}$."
    return Question(
        key=("graph", track.points, k),
        prompt=f"{ask} If there is none, type “no solution”.",
        answer=NumberSet(found),
        wrong=apart(found, slips),
        figure=track.figure(EIGHT),
        hints=(REMINDER.replace("3", num(k)), f"Go along the level line $y = {num(k)}$. Where does it meet the graph?",
               f"It {count}. {says}." if found else f"It {count}: no solution."),
        solution=(Step(f"The level line $y = {num(k)}$ {count}.", "Its points have the output that is asked for."),
                  Step(f"{says}." if found else "So there is no solution.",
                       "Read the inputs straight above or below, on the $x$-axis." if found else
                       "No input gives this output.")),
    )  # fmt: skip


def from_table(rng: Random) -> Question:
    """All x with f(x) = k in a table."""
    rows = rows_drawn(rng)
    known = dict(rows)
    k = pick(rng, [y for _, y in rows])
    found = frozenset(Fraction(x) for x, y in rows if y == k)
    if len(found) < 2 and rng.random() < 0.5:
        raise Reroll
    slips = {
        "solve-read-at-input": frozenset((Fraction(known.get(k, k)),)),
        "solve-first-only": frozenset((min(found),)),
        "solve-output-named": frozenset((Fraction(k),)),
        "solve-column-number": frozenset((Fraction([x for x, _ in rows].index(int(min(found))) + 1),)),
    }
    return Question(
        key=("table", *rows, k),
        prompt=f"The table shows the whole function $f$.{shown(rows)}Find all $x$ with $f(x) = {num(k)}$.",
        answer=NumberSet(found),
        wrong=apart(found, slips),
        hints=(REMINDER.replace("3", num(k)), f"Look for ${num(k)}$ in the row of $f(x)$. It may come more than once.",
               f"Above it stands: $x = {numbers(found)}$."),
        solution=(Step(f"Find each ${num(k)}$ in the row of $f(x)$.", "That row holds the outputs."),
                  Step(f"The inputs above are $x = {numbers(found)}$.", "The row of $x$ holds the inputs.")),
    )  # fmt: skip


def two_graphs(rng: Random) -> Question:
    """All x with f(x) = g(x), g a straight line."""
    track = Track(zigzag(rng, 4))
    (x, y), (to_x, to_y) = sorted(pick_distinct(rng, tuple(readable(track).items()), 2))
    if (to_y - y) % (to_x - x):
        raise Reroll
    m = (to_y - y) // (to_x - x)
    b = y - m * x
    lo, hi = int(track.start), int(track.end)
    line = Track(((lo, m * lo + b), (hi, m * hi + b)))
    if (
        max(abs(m * at + b) for at in (lo, hi)) > 8
        or (lo, m * lo + b) in track.points
        or (hi, m * hi + b) in track.points
    ):
        raise Reroll
    found = meeting(track, m, b)
    if len(found) < 2 or any(x.denominator != 1 for x in found) or (m == 0 and rng.random() < 0.7):
        raise Reroll
    heights = frozenset(m * x + b for x in found)
    slips = {
        "solve-heights-of-crossings": heights,
        "solve-first-only": frozenset((min(found),)),
        "solve-zeros-instead": frozenset(x for x in track.where(0)),
    }
    dashed = Stretch(line.points[0], line.points[1], "closed", "closed", dashed=True, colour=1)
    words = f"Graph of f: {track.told(EIGHT)} Graph of g, dashed: {line.told(EIGHT)}"
    return Question(
        key=("two", track.points, m, b),
        prompt="The graph of $f$ is drawn solid, the graph of $g$ dashed. Find all $x$ with $f(x) = g(x)$.",
        answer=NumberSet(found),
        wrong=apart(found, slips),
        figure=plot(EIGHT, *track.shapes(), dashed, describe=words),
        hints=("$f(x) = g(x)$ says that one input gives the same output in both.",
               "So look for the points that lie on both graphs. How many are there?",
               f"There are {len(found)}: $x = {numbers(found)}$."),
        solution=(Step(f"The graphs share {len(found)} points.", "There both have the same output."),
                  Step(f"Their inputs are $x = {numbers(found)}$.", "An input is read on the $x$-axis.")),
    )  # fmt: skip


def meeting(track: Track, m: int, b: int) -> frozenset[Fraction]:
    """Where the line y = mx + b meets the graph. Reroll when they share a piece."""
    found = set()
    for (x1, y1), (x2, y2) in track.pieces:
        first, second = y1 - m * x1 - b, y2 - m * x2 - b
        if first == second == 0:
            raise Reroll
        if first * second <= 0:
            found.add(x1 + Fraction(first) * (x2 - x1) / (first - second))
    return frozenset(found)


def found_again(question: Question) -> None:
    """Put the answer into the rule; on pictures, points on the measured pieces and the number of changes of side."""
    answer, form = question.answer, question.key[0]
    if form in ("rule", "brackets"):
        assert isinstance(answer, Number)
        (name, (letter, body)), asked = next(iter(rules_in(question.prompt).items())), formulas(question.prompt)[-1]
        assert asked.startswith(f"{name}({letter}) = ")
        assert value_of(body, x=answer.value) == value_of(asked.split(" = ")[1])
        return
    assert isinstance(answer, NumberSet)
    if form == "table":
        inputs, outputs = rows_in(question.prompt)
        shown_k = formulas(question.prompt)[-1].split(" = ")[1]
        assert answer.values == {int(x) for x, y in zip(inputs[1:], outputs[1:], strict=True) if y == shown_k}
        return
    assert question.figure
    pieces = pieces_in(question.figure.svg)
    if form == "graph":
        k = int(formulas(question.prompt)[-1].split(" = ")[1])
        assert len(answer.values) == crossings(pieces, k)
        assert all(lies_on(pieces, (Fraction(str(x)), k)) for x in answer.values)
    else:
        *solid, dashed = pieces
        tried = {Fraction(x, 2) for x in range(-16, 17)}
        assert answer.values == {x for x in tried if any(on_both(solid, dashed, x, Fraction(y, 2)) for y in both())}


def both() -> range:
    """Heights in half steps."""
    return range(-16, 17)


def on_both(solid: list[Piece], dashed: Piece, x: Fraction, y: Fraction) -> bool:
    """Whether a point lies on both graphs."""
    return lies_on([dashed], (x, y)) and lies_on(solid, (x, y))


@template(
    "alg1/functions/solve-f-x-k",
    version=1,
    standards=("HSF.IF.A.2",),
    answer=(Number, NumberSet),
    check=found_again,
    band="linear rules with one bracket or fraction at most; graphs of three or four pieces; tables of six pairs",
    answer_in_prompt=True,
)
def solve_for_input(rng: Random) -> Question:
    """One of the forms."""
    return one_of(rng, (from_rule, from_brackets, from_graph, from_graph, from_table, two_graphs))
