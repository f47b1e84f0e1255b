"""Test points in an inequality."""

from random import Random

from courses.alg1.equations.tale import persistent
from courses.alg1.ineq_2d.halves import Slope, sign, sloped
from courses.alg1.ineq_2d.shadings import shaded
from courses.alg1.ineq_2d.texts import fits, holds, inequalities_in, tried
from courses.alg1.inequalities.relations import TEX
from courses.alg1.lines.points import EIGHT, coefficients, pair, pairs_in
from courses.alg1.reading import choices_of
from exercises import Choice, MultipleChoice, Question, Reroll, Step, integer, listed, pick, poly, shuffled, template
from exercises.figures import Shade, plot
from exercises.geometry import HalfPlane, LineForm, half_plane

Place = tuple[int, int]
SOLVED, STANDARD = "y {sign} {x}", "{sum} {sign} {c}"
EDGE, OTHER, FAR = "half-plane-edge", "half-plane-not-tried", "half-plane-swapped"


def all_tried(question: Question) -> None:
    """Put each point into the inequality of the prompt, or look for it in the picture."""
    if question.key[0] == "which inequalities":
        (p,) = pairs_in(question.prompt)
        for choice in choices_of(question):
            (tex,) = inequalities_in(choice.text)
            assert fits(tex, p) is choice.right
        return
    for choice in choices_of(question):
        (p,) = pairs_in(choice.text)
        if question.figure:
            assert shaded(question.figure.svg, p) is choice.right, p
        else:
            (tex,) = inequalities_in(question.prompt)
            assert fits(tex, p) is choice.right


def chosen(rng: Random, right: list[Place], wrong: dict[Place, str], edge: list[Place], edge_in: bool) -> list[Choice]:
    """Five points: one or two of the edge, the rest from both sides, in a drawn order."""
    on_edge = list(shuffled(rng, edge))[: pick(rng, (1, 1, 2))]
    inner = list(shuffled(rng, right))[: integer(rng, 1, 2)]
    rows = [Choice(f"${pair(p)}$", True, value=p) for p in inner]
    rows += [Choice(f"${pair(p)}$", edge_in, None if edge_in else EDGE, value=p) for p in on_edge]
    outer = list(shuffled(rng, wrong))[: 5 - len(rows)]
    if len(rows) + len(outer) < 5:
        raise Reroll
    return [*rows, *(Choice(f"${pair(p)}$", misconception=wrong[p], value=p) for p in outer)]


def sides_of(half: HalfPlane, edge: list[Place], reach: int) -> tuple[list[Place], dict[Place, str]]:
    """Points of the grid that tell something, apart from the edge: those that fit and lie at most two steps above or
    below a point of the edge; and those that do not, near as well or right with their numbers exchanged."""
    points = [(x, y) for x in range(-reach, reach + 1) for y in range(-reach, reach + 1) if (x, y) not in edge]
    depth = dict(zip(points, half.depths(points), strict=True))
    least = 1 if half.strict else 0
    near = {(x, y + step) for x, y in edge for step in (-2, -1, 0, 1, 2)}
    right = [p for p in points if depth[p] >= least and p in near]
    wrong = {p: FAR if half.holds((p[1], p[0])) else OTHER for p in points if depth[p] < least}
    return right, {p: name for p, name in wrong.items() if name == FAR or p in near}


def which_points(rng: Random) -> Question:
    """An inequality and five points."""
    edge: list[Place]
    if rng.random() < 0.5:
        one = sloped(rng, origin=True)
        tex, half, edge = one.tex, one.half, one.places()
    else:
        (a, b), way, p = coefficients(rng, 5), sign(rng), (integer(rng, -4, 4), integer(rng, -4, 4))
        c = a * p[0] + b * p[1]
        tex, half = f"{poly(a, 'x', b, 'y')} {TEX[way]} {c}", half_plane(a, b, way, c)
        edge = [(p[0] + b * t, p[1] - a * t) for t in (-1, 0, 1) if max(abs(p[0] + b * t), abs(p[1] - a * t)) <= 9]
    rows = chosen(rng, *sides_of(half, edge, 6), edge, not half.strict)
    return asked(
        rng, ("points", tex, *sorted(row.text for row in rows)),
        f"Which of these points are solutions of the inequality?\n\n$${tex}$$", rows, tex, None,
    )  # fmt: skip


def asked(rng: Random, key: tuple[object, ...], prompt: str, rows: list[Choice], tex: str,
          one: Slope | None) -> Question:  # fmt: skip
    """The question with its help: a point on the edge is tried in the hint when there is one."""
    good = [row for row in rows if row.right]
    bad = next(row for row in rows if not row.right)
    named = listed([row.text for row in good])
    (p,) = pairs_in(bad.text)
    edge = "A point on the edge itself makes both sides equal: does the sign allow that?"
    fails = f"{bad.text} is not in the shaded part" if one else bad.text
    look = f"Take for example {bad.text}: {tried(tex, p)}."
    hints = ("In a pair the first number is $x$ and the second is $y$. Put both in.", f"{look} {edge}")
    if one:
        hints = ("The shaded side holds the solutions. Go across by $x$ and up or down by $y$ for each point.",
                 f"The edge is {one.style}. Do its own points belong to the solutions then?")  # fmt: skip
    return Question(
        key=key,
        prompt=prompt,
        answer=MultipleChoice(shuffled(rng, rows)),
        figure=plot(EIGHT, Shade(one.half), describe="steps") if one else None,
        hints=(*hints, f"These are solutions: {named}." if len(good) > 1 else f"Only one is a solution: {named}."),
        solution=(
            *(Step(f"{row.text}: {tried(tex, pairs_in(row.text)[0])}.", "Put both numbers in.") for row in good),
            Step(f"{fails}: {tried(tex, p)}.",
                 "The edge does not belong to it." if bad.misconception == EDGE else "So it is no solution."),
            Step(f"So these are solutions: {named}." if len(good) > 1 else f"So only this one is a solution: {named}.",
                 "A solution makes the inequality true."),
        ),
    )  # fmt: skip


def from_graph(rng: Random) -> Question:
    """A shaded half-plane and five points."""
    one = sloped(rng)
    edge = one.places()
    rows = chosen(rng, *sides_of(one.half, edge, 7), edge, not one.strict)
    return asked(
        rng, ("graph", one.m, one.sign, one.b, *sorted(row.text for row in rows)),
        "The solutions of an inequality are shaded. Which of these points are solutions?", rows, one.tex, one,
    )  # fmt: skip


def which_inequalities(rng: Random) -> Question:
    """A point and five inequalities."""
    p = (integer(rng, -5, 5), integer(rng, -5, 5))
    if 0 in p or abs(p[0]) == abs(p[1]):
        raise Reroll
    drawn: list[tuple[LineForm, str, str]] = []
    on_edge = integer(rng, 1, 2)
    for place in range(5):
        (a, b), way = coefficients(rng, 5), sign(rng)
        c = a * p[0] + b * p[1] + (0 if place < on_edge else pick(rng, (-3, -2, -1, 1, 2, 3)))
        line, form = (a, b, c), STANDARD
        if rng.random() < 0.4:
            m = pick(rng, (-3, -2, -1, 1, 2, 3))
            d = p[1] - m * p[0] + (0 if place < on_edge else pick(rng, (-3, -2, 2, 3)))
            line, form = (-m, 1, d), SOLVED
        drawn.append((line, way, form))
    if not 1 <= sum(holds(line, way, p) for line, way, _ in drawn) <= 3:
        raise Reroll
    rows = [about(p, *one, place < on_edge) for place, one in enumerate(drawn)]
    if len({row.text for row in rows}) < 5:
        raise Reroll
    good = [row for row in rows if row.right]
    bad = next(row for row in rows if not row.right)
    named = listed([row.text for row in good])
    texts = [inequalities_in(row.text)[0] for row in good]
    wrong = inequalities_in(bad.text)[0]
    return Question(
        key=("which inequalities", p, *sorted(row.text for row in rows)),
        prompt=f"Which of these inequalities have the solution ${pair(p)}$?",
        answer=MultipleChoice(shuffled(rng, rows)),
        hints=(
            f"Put $x = {p[0]}$ and $y = {p[1]}$ into each of them. Which statements are true?",
            f"For example {tried(wrong, p)}.",
            f"The point fits these: {named}." if len(good) > 1 else f"The point fits only {named}.",
        ),
        solution=(
            *(Step(f"{tried(tex, p)}.".replace("$ says", "$ says"), "Put both numbers in.") for tex in texts),
            Step(f"{tried(wrong, p)}.", "So the point is no solution of this one."),
            Step(f"So it fits these: {named}." if len(good) > 1 else f"So it fits only {named}.",
                 "The others are false for the point."),
        ),
    )  # fmt: skip


def about(p: Place, line: LineForm, way: str, form: str, on_edge: bool) -> Choice:
    """The inequality ax + by `way` c as a choice, in this form."""
    a, b, c = line
    tex = form.format(x=poly(-a, "x", c), sum=poly(a, "x", b, "y"), c=c, sign=TEX[way])
    if holds(line, way, p):
        return Choice(f"${tex}$", True)
    far = FAR if holds(line, way, (p[1], p[0])) else OTHER
    return Choice(f"${tex}$", misconception=EDGE if on_edge else far)


@template(
    "alg1/ineq-2d/test-points-inequality",
    version=1,
    standards=("HSA.REI.D.12",),
    answer=MultipleChoice,
    check=all_tried,
    band="coefficients up to 5 and points up to 9, some of them on the edge: from a formula, a graph, or for one point",
)
def test_points(rng: Random) -> Question:
    """Which points, or which inequalities?"""
    return persistent(pick(rng, (which_points, which_points, from_graph, which_inequalities)), rng)
