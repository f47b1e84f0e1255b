"""Test points in a system of inequalities."""

from functools import partial
from random import Random

from courses.alg1.equations.tale import persistent
from courses.alg1.forms import one_of
from courses.alg1.ineq_2d.halves import Slope, Upright, sign, sloped, upright
from courses.alg1.ineq_2d.shadings import shaded
from courses.alg1.ineq_2d.texts import fits, inequalities_in, on_edge, tried
from courses.alg1.inequalities.relations import TEX
from courses.alg1.lines.points import EIGHT, coefficients, pair, pairs_in
from courses.alg1.reading import choices_of
from courses.alg1.systems.rows import both
from exercises import Choice, MultipleChoice, Question, Reroll, Step, integer, listed, pick, poly, shuffled, template
from exercises.figures import Shade, plot

Place = tuple[int, int]
REACH = 7
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


def rows_of(rng: Random, told: tuple[str, str], strict: bool = False) -> list[Choice]:
    """Five points: one or two solutions, points that fit only one, and one of an edge."""
    points = [(x, y) for x in range(-REACH, REACH + 1) for y in range(-REACH, REACH + 1)]
    states = {p: (fits(told[0], p), fits(told[1], p)) for p in points}
    edges = {p: [on_edge(tex, p) for tex in told] for p in points}
    edge = [p for p in points if sum(edges[p]) == 1]
    calm = [p for p in points if not any(edges[p])]
    wanted = [(True, True)] * pick(rng, (1, 1, 2)) + [(True, False), (False, True)]
    found: list[Place] = []
    for state in wanted:
        fitting = [p for p in calm if states[p] == state and p not in found]
        if not fitting:
            raise Reroll
        found.append(pick(rng, fitting))
    found += [p for p in shuffled(rng, edge) if any(states[p])][:1]
    found += [p for p in shuffled(rng, points) if p not in found][: 5 - len(found)]
    rows = []
    for p in found:
        state = states[p]
        slip = "half-plane-edge" if any(on_edge(tex, p) and not fits(tex, p) for tex in told) else STATES.get(state)
        rows.append(Choice(f"${pair(p)}$", all(state), None if all(state) else slip, value=p))
    if strict and not any(row.misconception == "half-plane-edge" for row in rows):
        raise Reroll
    return rows


def question(rng: Random, key: tuple[object, ...], prompt: str, told: tuple[str, str], rows: list[Choice],
             halves: tuple[Slope | Upright, ...] = ()) -> Question:  # fmt: skip
    """The question with its help."""
    good, bad = [row for row in rows if row.right], next(row for row in rows if not row.right)
    named = listed([row.text for row in good])
    (p,) = pairs_in(bad.text)
    failing = 0 if not fits(told[0], p) else 1
    last = f"These are solutions: {named}." if len(good) > 1 else f"Only one is a solution: {named}."
    shared = "Only the part that both shadings share holds solutions. Is the edge dashed where a point lies on it?"
    return Question(
        key=key,
        prompt=prompt,
        answer=MultipleChoice(shuffled(rng, rows)),
        figure=plot(EIGHT, *(Shade(half.half, colour=i) for i, half in enumerate(halves)), describe="steps")
        if halves else None,
        hints=(
            "A solution of a system makes both inequalities true." if not halves else shared,
            f"Take for example {bad.text}: {tried(told[failing], p)}." if not halves else
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
    rows = rows_of(rng, told)
    return question(rng, ("points", *told, *sorted(row.text for row in rows)),
                    f"Which of these points are solutions of the system?\n\n{both(*told)}", told, rows)  # fmt: skip


def from_graph(rng: Random) -> Question:
    """Two shaded half-planes and five points."""
    one, two = pair_of(rng)
    told = (one.tex, two.tex)
    rows = rows_of(rng, told)
    prompt = "The solutions of two inequalities are shaded. Which of these points are solutions of both?"
    return question(rng, ("graph", *told, *sorted(row.text for row in rows)), prompt, told, rows, (one, two))


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
    tex = f"{poly(a, 'x', b, 'y')} {TEX[way]} {a * p[0] + b * p[1] + pick(rng, (-2, -1, 0, 1, 2, 3))}"
    if fits(tex, p) is not fine:
        raise Reroll
    return tex


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
