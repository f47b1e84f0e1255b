"""Test points in a system of inequalities."""

from functools import partial
from random import Random

from courses.alg1.equations.tale import persistent
from courses.alg1.forms import one_of
from courses.alg1.ineq_2d.halves import Slope, Upright, sign, sloped, upright
from courses.alg1.ineq_2d.shadings import shaded
from courses.alg1.ineq_2d.texts import fits, holds, inequalities_in, tried
from courses.alg1.inequalities.relations import TEX
from courses.alg1.lines.points import EIGHT, coefficients, pair, pairs_in
from courses.alg1.reading import choices_of
from courses.alg1.systems.rows import both
from exercises import Choice, MultipleChoice, Question, Reroll, Step, integer, listed, pick, poly, shuffled, template
from exercises.figures import Shade, plot
from exercises.geometry import HalfPlane

Place = tuple[int, int]
Halves = tuple[HalfPlane, HalfPlane]
POINTS = [(x, y) for x in range(-7, 8) for y in range(-7, 8)]
STATES = {
    (True, False): "region-first-only",
    (False, True): "region-second-only",
    (False, False): "region-neither",
}


def both_tried(question: Question) -> None:
    """Put each point into both inequalities, or look for it in both shaded regions of the picture."""
    for choice in choices_of(question):
        if question.key[0] == "which systems":
            (p,) = pairs_in(question.prompt)
            told = inequalities_in(choice.text)
            assert len(told) == 2
            assert all(fits(tex, p) for tex in told) is choice.right
            continue
        (p,) = pairs_in(choice.text)
        if question.figure:
            assert shaded(question.figure.svg, p) is choice.right, p
        else:
            one, two = inequalities_in(question.prompt)
            assert (fits(one, p) and fits(two, p)) is choice.right


def rows_of(rng: Random, halves: Halves) -> list[Choice]:
    """Five points: one or two solutions, points that fit only one, and one of an edge."""
    calm, edge = apart(halves)
    wanted = [(True, True)] * pick(rng, (1, 1, 2)) + [(True, False), (False, True)]
    found: list[Place] = []
    for state in wanted:
        fitting = [p for p in calm[state] if p not in found]
        if not fitting:
            raise Reroll
        found.append(pick(rng, fitting))
    found += [p for p in shuffled(rng, edge) if any(half.holds(p) for half in halves)][:1]
    found += [p for p in shuffled(rng, POINTS) if p not in found][: 5 - len(found)]
    return [row_of(p, halves) for p in found]


def apart(halves: Halves) -> tuple[dict[tuple[bool, bool], list[Place]], list[Place]]:
    """The points beside both edges, by whether they lie in each half-plane; and those of one edge."""
    calm: dict[tuple[bool, bool], list[Place]] = {state: [] for state in ((True, True), *STATES)}
    edge: list[Place] = []
    for p, one, two in zip(POINTS, *(half.depths(POINTS) for half in halves), strict=True):
        if one and two:
            calm[one > 0, two > 0].append(p)
        elif one or two:
            edge.append(p)
    return calm, edge


def row_of(p: Place, halves: Halves) -> Choice:
    """A point as a choice, with the mistake that takes it for a solution."""
    state = halves[0].holds(p), halves[1].holds(p)
    if all(state):
        return Choice(f"${pair(p)}$", True, value=p)
    slip = "half-plane-edge" if any(half.strict and half.on_edge(p) for half in halves) else STATES[state]
    return Choice(f"${pair(p)}$", misconception=slip, value=p)


def question(rng: Random, key: tuple[object, ...], prompt: str, told: tuple[str, str], halves: Halves,
             drawn: bool = False) -> Question:  # fmt: skip
    """The question with its help."""
    rows = rows_of(rng, halves)
    good, bad = [row for row in rows if row.right], next(row for row in rows if not row.right)
    named = listed([row.text for row in good])
    (p,) = pairs_in(bad.text)
    failing = 1 if halves[0].holds(p) else 0
    last = f"These are solutions: {named}." if len(good) > 1 else f"Only one is a solution: {named}."
    shared = "Only the part that both shadings share holds solutions. Is the edge dashed where a point lies on it?"
    return Question(
        key=(*key, *sorted(row.text for row in rows)),
        prompt=prompt,
        answer=MultipleChoice(shuffled(rng, rows)),
        figure=plot(EIGHT, *(Shade(half, colour=i) for i, half in enumerate(halves)), describe="steps")
        if drawn else None,
        hints=(
            "A solution of a system makes both inequalities true." if not drawn else shared,
            f"Take for example {bad.text}: {tried(told[failing], p)}." if not drawn else
            "Find each point on the grid: across by the first number, up or down by the second.",
            last,
        ),
        solution=(
            *(Step(f"{row.text}: {tried(told[0], pairs_in(row.text)[0])}, and {tried(told[1], pairs_in(row.text)[0])}.",
                   "It has to fit both.") for row in good),
            Step(f"{bad.text}: {tried(told[failing], p)}.", "One that fails is enough to rule a point out."),
            Step(last, "The other points fail in one inequality at least."),
        ),
    )  # fmt: skip


def pair_of(rng: Random) -> tuple[Slope, Slope | Upright]:
    """Two half-planes whose edges are not parallel."""
    one = sloped(rng)
    two: Slope | Upright = sloped(rng) if rng.random() < 0.7 else upright(rng)
    if isinstance(two, Slope) and two.m == one.m:
        raise Reroll
    return one, two


def which_points(rng: Random) -> Question:
    """Two inequalities and five points."""
    one, two = pair_of(rng)
    first, second = one.tex, two.tex
    if rng.random() < 0.5:
        first = one.standard(pick(rng, (1, -1)))
    told = (first, second)
    prompt = f"Which of these points are solutions of the system?\n\n{both(*told)}"
    return question(rng, ("points", *told), prompt, told, (one.half, two.half))


def from_graph(rng: Random) -> Question:
    """Two shaded half-planes and five points."""
    one, two = pair_of(rng)
    told = (one.tex, two.tex)
    prompt = "The solutions of two inequalities are shaded. Which of these points are solutions of both?"
    return question(rng, ("graph", *told), prompt, told, (one.half, two.half), drawn=True)


def which_systems(rng: Random) -> Question:
    """A point and four systems."""
    p = (integer(rng, -5, 5), integer(rng, -5, 5))
    if 0 in p:
        raise Reroll
    states = shuffled(rng, [(True, True), (True, False), (False, True), pick(rng, ((True, True), (False, False)))])
    rows: list[Choice] = []
    for state in states:
        texts = [persistent(partial(about, p=p, fine=fine), rng) for fine in state]
        rows.append(Choice(f"${texts[0]}$ and ${texts[1]}$", all(state), STATES.get(state)))
    if len({row.text for row in rows}) < len(rows):
        raise Reroll
    good, bad = [row for row in rows if row.right], next(row for row in rows if not row.right)
    failing = next(tex for tex in inequalities_in(bad.text) if not fits(tex, p))
    first = inequalities_in(good[0].text)
    last = f"The point is a solution of {listed([row.text for row in good], 'and also of')}."
    return Question(
        key=("which systems", p, *sorted(row.text for row in rows)),
        prompt=f"Which of these systems have the solution ${pair(p)}$?",
        answer=MultipleChoice(shuffled(rng, rows)),
        hints=(
            f"Put $x = {p[0]}$ and $y = {p[1]}$ into both inequalities of each system.",
            f"For example in {bad.text}: {tried(failing, p)}.",
            last,
        ),
        solution=(
            Step(f"In {good[0].text}: {tried(first[0], p)}, and {tried(first[1], p)}.", "It fits both."),
            Step(f"In {bad.text}: {tried(failing, p)}.", "One that fails is enough."),
            Step(last, "In the other systems one inequality at least is false."),
        ),
    )


def about(rng: Random, p: Place, fine: bool) -> str:
    """An inequality that a point fits or not, sometimes with equal sides."""
    (a, b), way = coefficients(rng, 5), sign(rng)
    c = a * p[0] + b * p[1] + pick(rng, (-2, -1, 0, 1, 2, 3))
    if holds((a, b, c), way, p) is not fine:
        raise Reroll
    return f"{poly(a, 'x', b, 'y')} {TEX[way]} {c}"


@template(
    "alg1/ineq-2d/test-points-system",
    version=1,
    standards=("HSA.REI.D.12",),
    answer=MultipleChoice,
    check=both_tried,
    band="two inequalities and points up to 7, some on an edge: from formulas, a graph, or four systems",
)
def test_points_in_system(rng: Random) -> Question:
    """Which points, or which systems?"""
    return one_of(rng, (which_points, which_points, from_graph, which_systems))
