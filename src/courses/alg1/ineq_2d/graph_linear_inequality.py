"""Graph a linear inequality."""

from random import Random

from courses.alg1.equations.tale import persistent
from courses.alg1.ineq_2d.halves import WORDS, Slope, Upright, drawable, everywhere, sloped, upright, where
from courses.alg1.ineq_2d.texts import fits, inequalities_in
from courses.alg1.lines.points import EIGHT, pair, pairs_in
from courses.alg1.slips import apart
from exercises import Question, Region, Reroll, Step, num, pick, template
from exercises.exact import Fraction
from exercises.geometry import HalfPlane, Point, line_through, on_line


def same_points(question: Question) -> None:
    """The answer holds the very points of the grid that make the inequality true, or that the words tell of."""
    assert isinstance(question.answer, Region)
    (half,) = question.answer.halves
    told = inequalities_in(question.prompt)
    if told:
        assert all(fits(told[0], p) is half.holds(p) for p in everywhere())
        return
    first, second, belongs = pairs_in(question.prompt)
    assert on_line(half.line, first)
    assert on_line(half.line, second)
    assert half.holds(first) is ("edge belong to" in question.prompt)
    assert half.holds(belongs)
    assert not on_line(line_through(first, second), belongs)


def slips(one: Slope | Upright, right: HalfPlane) -> dict[str, HalfPlane]:
    """What goes wrong often."""
    found = {
        "half-plane-other-side": one.turned().half,
        "half-plane-edge-style": one.switched().half,
    }
    if isinstance(one, Slope):
        found["form-sign-of-slope"] = Slope(-one.m, one.sign, one.b).half
        found["form-sign-of-intercept"] = Slope(one.m, one.sign, -one.b).half
        found["form-slope-upside-down"] = Slope(1 / one.m, one.sign, one.b).half
    else:
        found["line-upright-for-level"] = one.other_letter().half
        found["half-plane-both"] = one.turned().switched().half
    return apart(right, {name: half for name, half in found.items() if drawable(half)})


def described(one: Slope | Upright) -> str:
    """The whole answer in words."""
    return f"The edge is {one.style}, and the side {where(one)} is shaded."


def from_slope_form(rng: Random) -> Question:
    """y > mx + b."""
    one = sloped(rng)
    places = one.places()
    return question(("slope", one), one.tex, one, places, (
        Step(f"The edge is $y = {one.right}$, through ${pair(places[0])}$ and ${pair(places[-1])}$.",
             "There both sides are equal."),
        *ending(one),
    ), "Which line is the edge? Draw it first, as if there were an equals sign.")  # fmt: skip


def ending(one: Slope | Upright) -> tuple[Step, Step]:
    """Style, side, and both together."""
    says = f"The sign says “{WORDS[one.sign]}”"
    points = "its points do not fit" if one.strict else "its points fit as well"
    origin = fits(one.tex, (0, 0))
    inside = "belongs to" if origin else "does not belong to"
    return (
        Step(f"{says}, so the edge is {one.style}: {points}.", "Put a point of the edge in: both sides are equal."),
        Step(described(one), f"Try $(0, 0)$: it {inside} the solutions."),
    )


def from_standard(rng: Random) -> Question:
    """ax + by < c."""
    one = sloped(rng)
    times = pick(rng, (1, -1, 1, -1, 2, -2))
    tex, places = one.standard(times), one.places()
    first = one.standard(abs(times))
    turns = times * one.m.denominator < 0
    says = "divided by a negative number, so the sign turns round" if turns else "divided by a positive number"
    reason = f"The term in $x$ goes to the other side; then both are {says}."
    if times * one.m.denominator == 1:
        reason = "The term in $x$ goes to the other side."
    steps = (
        Step(f"Solved for $y$ it is ${one.tex}$.", reason),
        Step(f"The edge is $y = {one.right}$, through ${pair(places[0])}$ and ${pair(places[-1])}$.",
             "There both sides are equal."),
        *ending(one),
    )  # fmt: skip
    if turns and first == tex:
        raise Reroll
    return question(("standard", tex), tex, one, places, steps,
                    "Which line is the edge? Solve for $y$, and mind the sign when you divide.")  # fmt: skip


def from_one_letter(rng: Random) -> Question:
    """x > a or y <= b."""
    one = upright(rng)
    runs = "upright" if one.letter == "x" else "level"
    places = [(one.n, -3), (one.n, 3)] if one.letter == "x" else [(-3, one.n), (3, one.n)]
    steps = (
        Step(f"The edge is ${one.letter} = {one.n}$, {runs}, through ${pair(places[0])}$ and ${pair(places[1])}$.",
             f"All its points have the same ${one.letter}$."),
        *ending(one),
    )  # fmt: skip
    return question(("letter", one), one.tex, one, places, steps,
                    "Only one letter is in it. Which points have just this value for that letter?")  # fmt: skip


def question(key: tuple[object, ...], tex: str, one: Slope | Upright, places: list[tuple[int, int]],
             steps: tuple[Step, ...], reminder: str) -> Question:  # fmt: skip
    """An inequality to draw."""
    edge = next(step.text for step in steps if step.text.startswith("The edge is $"))
    first = [steps[0].text] if steps[0].text != edge else []
    return Question(
        key=key,
        prompt=f"Shade the solutions of the inequality.\n\n$${tex}$$",
        answer=Region(one.half, EIGHT),
        wrong=slips(one, one.half),
        hints=(reminder, *first, edge, steps[-2].text, described(one)),
        solution=steps,
    )


def from_words(rng: Random) -> Question:
    """Two points of the edge, whether it belongs, and a point of the region."""
    one = sloped(rng)
    places = one.places()
    first, last = places[0], places[-1]
    candidates: list[Point] = [(0, 0), (1, 1), (-2, 3), (4, -1), (-3, -4), (5, 5), (0, -6), (0, 6)]
    inner = [p for p in candidates if one.half.holds(p) and p[1] != one.m * p[0] + one.b]
    if not inner:
        raise Reroll
    p = pick(rng, inner)
    edge = "do not belong to it; the point {} does" if one.strict else "belong to it, and so does the point {}"
    belongs = edge.format(f"${pair(p)}$")
    sides = (
        f"The point lies {one.side} the edge: at $x = {p[0]}$ the edge has $y = {num(one.m * p[0] + Fraction(one.b))}$."
    )
    return Question(
        key=("words", one, p),
        prompt=f"The edge of a half-plane goes through ${pair(first)}$ and ${pair(last)}$. The points of the edge"
        f" {belongs}. Shade the half-plane.",
        answer=Region(one.half, EIGHT),
        wrong=slips(one, one.half),
        hints=(
            "Draw the edge first. On which side of it is the point?",
            f"Points of the edge that belong to the region make it solid, else it is dashed: here {one.style}.",
            f"{sides} {described(one)}",
        ),
        solution=(
            Step(f"The edge is the line through ${pair(first)}$ and ${pair(last)}$.", "Two points fix a line."),
            Step(f"It is {one.style}.", "A solid edge belongs to the half-plane, a dashed one does not."),
            Step(f"{sides} {described(one)}", "All points of one side belong together."),
        ),
    )


@template(
    "alg1/ineq-2d/graph-linear-inequality",
    version=1,
    standards=("HSA.REI.D.12",),
    answer=Region,
    check=same_points,
    band="one half-plane on a grid to 8: solved for y, in standard form, with one letter, or told in words",
)
def graph_inequality(rng: Random) -> Question:
    """Shade the solutions of an inequality, or a half-plane told in words."""
    return persistent(
        pick(rng, (from_slope_form, from_slope_form, from_standard, from_standard, from_one_letter, from_words)), rng
    )
