"""Write the inequality of a shaded half-plane."""

from random import Random

from courses.alg1.forms import one_of
from courses.alg1.ineq_2d.halves import Slope, Upright, everywhere, sloped, upright, where
from courses.alg1.ineq_2d.shadings import areas
from courses.alg1.ineq_2d.texts import fits
from courses.alg1.inequalities.relations import TEX
from courses.alg1.lines.points import EIGHT, pair, pairs_in
from exercises import Inequality, Question, Reroll, Step, num, pick, template
from exercises.figures import Shade, plot
from exercises.geometry import HalfPlane, size

LETTERS = ("x", "y")


def measured(question: Question) -> None:
    """The inequality is true just where the picture is shaded, its edge measured too; or it fits what is told."""
    assert isinstance(question.answer, Inequality)
    tex = question.answer.text
    if question.figure is None:
        first, second, belongs = pairs_in(question.prompt)
        left, right = tex.replace("<=", "=").replace(">=", "=").replace("<", "=").replace(">", "=").split("=")
        for p in (first, second):
            assert fits(f"{left} <= {right}", p)
            assert fits(f"{left} >= {right}", p)
            assert fits(tex, p) is ("solid" in question.prompt)
        assert fits(tex, belongs)
        return
    (area,) = areas(question.figure.svg)
    assert area.dashed is ("=" not in tex)
    assert all(fits(tex, p) is area.holds(p) for p in everywhere() if all(size(v) < 8 for v in p))


def slips(one: Slope | Upright) -> dict[str, str]:
    """What goes wrong often, as inequalities that differ from the right one and from each other."""
    found: dict[str, Slope | Upright] = {
        "half-plane-other-side": one.turned(),
        "half-plane-edge-sign": one.switched(),
    }
    if isinstance(one, Slope):
        found["form-sign-of-slope"] = Slope(-one.m, one.sign, one.b)
        found["form-sign-of-intercept"] = Slope(one.m, one.sign, -one.b)
        found["form-slope-upside-down"] = Slope(1 / one.m, one.sign, one.b)
    else:
        found["line-upright-for-level"] = one.other_letter()
        found["half-plane-both"] = one.turned().switched()
    seen: list[HalfPlane] = [one.half]
    kept = {}
    for name, slip in found.items():
        if slip.half not in seen:
            seen.append(slip.half)
            kept[name] = slip.text
    return kept


def sign_step(one: Slope | Upright) -> Step:
    """From side and style to the sign."""
    letter = one.letter if isinstance(one, Upright) else "y"
    size = "larger" if one.sign[0] == ">" else "smaller"
    edge = "without" if one.strict else "with"
    return Step(
        f"The shaded side lies {where(one)}, and the edge is {one.style}: ${letter}$ is {size} there,"
        f" {edge} the edge itself.",
        "A dashed edge is left out, a solid one belongs to the solutions.",
    )


def shaded_slanted(rng: Random) -> Question:
    """A slanted edge, drawn."""
    one = sloped(rng)
    places = one.places()
    p, q = places[0], places[1]
    rise, run = q[1] - p[1], q[0] - p[0]
    edge = Step(f"The edge meets the $y$-axis at ${one.b}$, and its slope is ${rise} \\div {run} = {num(one.m)}$."
                if run > 1 else f"The edge meets the $y$-axis at ${one.b}$, and its slope is ${rise}$.",
                f"For example from ${pair(p)}$ to ${pair(q)}$.")  # fmt: skip
    return asked(("slanted", one), one, (edge, sign_step(one), last(one)),
                 "Find the equation of the edge first. Then look at its style and at the shaded side.")  # fmt: skip


def last(one: Slope | Upright) -> Step:
    """The inequality."""
    return Step(f"So it is ${one.tex}$.", "Try a point of the shaded side in it.")


def shaded_straight(rng: Random) -> Question:
    """An edge parallel to an axis, drawn."""
    one = upright(rng)
    runs = "upright" if one.letter == "x" else "level"
    edge = Step(f"The edge is {runs}, and all its points have ${one.letter} = {one.n}$.",
                f"Only ${one.letter}$ matters here.")  # fmt: skip
    return asked(("straight", one), one, (edge, sign_step(one), last(one)),
                 "Which number do all points of the edge share?")  # fmt: skip


def asked(key: tuple[object, ...], one: Slope | Upright, work: tuple[Step, ...], reminder: str) -> Question:
    """The question with its picture."""
    return Question(
        key=key,
        prompt="The shaded part shows all solutions of an inequality in $x$ and $y$. Write the inequality.",
        answer=Inequality(one.text, letters=LETTERS),
        wrong=slips(one),
        figure=plot(EIGHT, Shade(one.half), describe="steps"),
        hints=(reminder, *(step.text for step in work)),
        solution=work,
    )


def told_in_words(rng: Random) -> Question:
    """Two points of the edge, its style, and a point of the shaded side."""
    one = sloped(rng)
    places = one.places()
    p, q = places[0], places[-1]
    candidates = [(0, 0), (1, 1), (-2, 3), (4, -1), (-3, -4), (5, 5), (2, -6), (-1, 6)]
    inner = [r for r in candidates if one.half.holds(r) and r[1] != one.m * r[0] + one.b]
    if not inner or q[0] - p[0] < 2:
        raise Reroll
    r = pick(rng, inner)
    rise, run = q[1] - p[1], q[0] - p[0]
    at = one.m * r[0] + one.b
    work = (
        Step(f"The slope of the edge is ${rise} \\div {run} = {num(one.m)}$, and its equation is $y = {one.right}$.",
             f"Both points fit it: ${pair(p)}$ and ${pair(q)}$."),
        Step(f"At $x = {r[0]}$ the edge has $y = {num(at)}$, and the point has $y = {r[1]}$: it lies {one.side} the"
             " edge.", f"So ${TEX[one.sign][-1] if one.strict else TEX[one.sign]}$ is the sign: the edge is"
             f" {one.style}."),
        last(one),
    )  # fmt: skip
    return Question(
        key=("words", one, r),
        prompt=f"The edge of a shaded half-plane is a {one.style} line through ${pair(p)}$ and ${pair(q)}$. The point"
        f" ${pair(r)}$ lies in the shaded part. Write the inequality.",
        answer=Inequality(one.text, letters=LETTERS),
        wrong=slips(one),
        hints=("Find the equation of the edge first: its slope, then the place on the $y$-axis.",
               *(step.text for step in work)),
        solution=work,
    )  # fmt: skip


@template(
    "alg1/ineq-2d/write-inequality-shaded-half-plane",
    version=1,
    standards=("HSA.REI.D.12",),
    answer=Inequality,
    check=measured,
    band="one half-plane on a grid to 8 with a simple slope or parallel to an axis, drawn or told by three points",
)
def write_inequality(rng: Random) -> Question:
    """From a picture, slanted or parallel to an axis, or from words."""
    return one_of(rng, (shaded_slanted, shaded_slanted, shaded_slanted, shaded_straight, told_in_words))
