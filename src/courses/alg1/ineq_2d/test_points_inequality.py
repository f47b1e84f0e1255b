"""Test points in an inequality."""

from random import Random

from courses.alg1.equations.tale import persistent
from courses.alg1.ineq_2d.halves import Slope, sign, sloped
from courses.alg1.ineq_2d.shadings import shaded
from courses.alg1.ineq_2d.texts import fits, inequalities_in, tried
from courses.alg1.inequalities.relations import TEX
from courses.alg1.inequalities.truth import COMPARE
from courses.alg1.lines.points import EIGHT, coefficients, pair, pairs_in
from courses.alg1.reading import choices_of
from exercises import Choice, MultipleChoice, Question, Reroll, Step, integer, listed, pick, poly, shuffled, template
from exercises.figures import Shade, plot

Place = tuple[int, int]
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


def sides_of(tex: str, edge: list[Place], reach: int) -> tuple[list[Place], dict[Place, str]]:
    """Points of the grid that fit, and that do not, apart from the edge."""
    points = [(x, y) for x in range(-reach, reach + 1) for y in range(-reach, reach + 1) if (x, y) not in edge]
    right = [p for p in points if fits(tex, p)]
    wrong = {p: FAR if fits(tex, (p[1], p[0])) else OTHER for p in points if not fits(tex, p)}
    return right, wrong


def near(points: list[Place], edge: list[Place]) -> list[Place]:
    """Those at most two steps above or below a point of the edge."""
    return [p for p in points if any(p[0] == q[0] and abs(p[1] - q[1]) <= 2 for q in edge)]


def around_edge(wrong: dict[Place, str], edge: list[Place]) -> dict[Place, str]:
    """The wrong points that say something: near the edge, or right with their numbers exchanged."""
    close = set(near(list(wrong), edge))
    return {p: name for p, name in wrong.items() if name == FAR or p in close}


def which_points(rng: Random) -> Question:
    """An inequality and five points."""
    edge: list[Place]
    if rng.random() < 0.5:
        one = sloped(rng, origin=True)
        tex, strict, edge = one.tex, one.strict, one.places()
    else:
        (a, b), way, p = coefficients(rng, 5), sign(rng), (integer(rng, -4, 4), integer(rng, -4, 4))
        tex, strict = f"{poly(a, 'x', b, 'y')} {TEX[way]} {a * p[0] + b * p[1]}", len(way) == 1
        edge = [(p[0] + b * t, p[1] - a * t) for t in (-1, 0, 1) if max(abs(p[0] + b * t), abs(p[1] - a * t)) <= 9]
    right, wrong = sides_of(tex, edge, 6)
    around = around_edge(wrong, edge)
    rows = chosen(rng, near(right, edge), around, edge, not strict)
    return asked(
        rng, ("points", tex, *sorted(row.text for row in rows)),
        f"Which of these points are solutions of the inequality?\n\n$${tex}$$", rows, tex, strict, None,
    )  # fmt: skip


def asked(rng: Random, key: tuple[object, ...], prompt: str, rows: list[Choice], tex: str, strict: bool,
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
    right, wrong = sides_of(one.tex, edge, 7)
    around = around_edge(wrong, edge)
    rows = chosen(rng, near(right, edge), around, edge, not one.strict)
    return asked(
        rng, ("graph", one.m, one.sign, one.b, *sorted(row.text for row in rows)),
        "The solutions of an inequality are shaded. Which of these points are solutions?", rows, one.tex, one.strict,
        one,
    )  # fmt: skip


def holds(line: tuple[int, int, int], way: str, p: Place) -> bool:
    """Whether ax + by stands to c as the sign says. (`fits` says it of a text.)"""
    a, b, c = line
    return COMPARE[way](a * p[0] + b * p[1], c)


def which_inequalities(rng: Random) -> Question:
    """A point and five inequalities."""
    p = (integer(rng, -5, 5), integer(rng, -5, 5))
    if 0 in p or abs(p[0]) == abs(p[1]):
        raise Reroll
    rows: list[Choice] = []
    on_edge = integer(rng, 1, 2)
    for place in range(5):
        (a, b), way = coefficients(rng, 5), sign(rng)
        c = a * p[0] + b * p[1] + (0 if place < on_edge else pick(rng, (-3, -2, -1, 1, 2, 3)))
        tex, line = f"{poly(a, 'x', b, 'y')} {TEX[way]} {c}", (a, b, c)
        if rng.random() < 0.4:
            m = pick(rng, (-3, -2, -1, 1, 2, 3))
            d = p[1] - m * p[0] + (0 if place < on_edge else pick(rng, (-3, -2, 2, 3)))
            tex, line = f"y {TEX[way]} {poly(m, 'x', d)}", (-m, 1, d)
        right, swapped = holds(line, way, p), holds(line, way, (p[1], p[0]))
        slip = None if right else EDGE if place < on_edge else FAR if swapped else OTHER
        rows.append(Choice(f"${tex}$", right, slip))
    good = [row for row in rows if row.right]
    if not 1 <= len(good) <= 3 or len({row.text for row in rows}) < 5:
        raise Reroll
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
