"""Graph a system of inequalities."""

from collections.abc import Callable
from random import Random

from courses.alg1.forms import one_of
from courses.alg1.ineq_2d.halves import Slope, Upright, drawable, everywhere, sloped, upright, where
from courses.alg1.ineq_2d.texts import fits, inequalities_in
from courses.alg1.lines.points import EIGHT, pair
from courses.alg1.slips import apart
from courses.alg1.systems.rows import both
from exercises import Question, Region, Reroll, Step, pick, template
from exercises.geometry import HalfPlane

Half = Slope | Upright
Halves = tuple[HalfPlane, ...]
WITHIN = tuple((x, y) for x in range(-6, 7) for y in range(-6, 7))
"""Places well inside the grid: the regions share one of them at least."""


def same_points(question: Question) -> None:
    """The answer's regions share the very points of the grid that make both inequalities true, each its own."""
    assert isinstance(question.answer, Region)
    told, halves = inequalities_in(question.prompt), question.answer.halves
    assert len(told) == len(halves) == 2
    for tex, half in zip(told, halves, strict=True):
        assert all(fits(tex, p) is half.holds(p) for p in everywhere())
    assert any(all(half.holds(p) for half in halves) for p in everywhere())


def slips(one: Half, two: Half) -> dict[str, Halves]:
    """What goes wrong often."""
    found: dict[str, Halves] = {
        "region-other-side": (one.turned().half, two.half),
        "half-plane-edge-style": (one.half, two.switched().half),
        "region-both-turned": (one.turned().half, two.turned().half),
    }
    if isinstance(one, Slope):
        found["form-sign-of-slope"] = (Slope(-one.m, one.sign, one.b).half, two.half)
    if isinstance(two, Upright):
        found["line-upright-for-level"] = (one.half, two.other_letter().half)
    right = frozenset((one.half, two.half))
    kept = {name: halves for name, halves in found.items() if frozenset(halves) != right and len(set(halves)) == 2}
    return apart((one.half, two.half), {name: halves for name, halves in kept.items() if all(map(drawable, halves))})


def says(one: Half, name: str, shown: str) -> tuple[str, str]:
    """How one of the two is drawn, and why."""
    if isinstance(one, Upright):
        edge = f"${one.letter} = {one.n}$, {'upright' if one.letter == 'x' else 'level'}"
        why = f"All points of the edge have the same ${one.letter}$."
    else:
        places = one.places()
        edge = f"$y = {one.right}$, through ${pair(places[0])}$ and ${pair(places[-1])}$"
        why = "The edge is where both sides are equal."
    solved = "" if shown == one.tex else f"Solved for $y$ the {name} one is ${one.tex}$. "
    return f"{solved}The {name} edge is {edge}. It is {one.style}, and the side {where(one)} is shaded.", why


def asked(kind: str, one: Half, two: Half, shown: tuple[str, str]) -> Question:
    """Shade both; what they share is the solution."""
    halves = one.half, two.half
    if not any(all(half.holds(p) for half in halves) for p in WITHIN):
        raise Reroll
    first, second = says(one, "first", shown[0]), says(two, "second", shown[1])
    return Question(
        key=(kind, *shown),
        prompt=f"Shade both half-planes of the system. The points that they share are its solutions.\n\n{both(*shown)}",
        answer=Region(halves, EIGHT),
        wrong=slips(one, two),
        hints=(
            "Take one inequality at a time: its edge first, then the style of the edge, then the side.",
            first[0],
            f"{second[0]} Together: {ending(one, two)}",
        ),
        solution=(
            Step(*first),
            Step(*second),
            Step(f"So shade {ending(one, two)}", "The solutions of the system are the points of both."),
        ),
    )


def ending(one: Half, two: Half) -> str:
    """Both regions in few words."""
    return f"{side(one)} {one.style} first edge, {side(two)} {two.style} second edge."


def side(one: Half) -> str:
    """The side with an article behind it."""
    return f"to the {one.side} of the" if one.side in ("left", "right") else f"{one.side} the"


def two_slopes(rng: Random) -> Question:
    """Both solved for y."""
    one, two = sloped(rng), sloped(rng)
    if one.m == two.m:
        raise Reroll
    return asked("slopes", one, two, (one.tex, two.tex))


def slope_and_upright(rng: Random) -> Question:
    """One edge is parallel to an axis."""
    one, two = sloped(rng), upright(rng)
    shown = (one.tex, two.tex)
    if rng.random() < 0.5:
        return asked("upright", one, two, shown)
    return asked("upright", two, one, shown[::-1])


def standard_form(rng: Random) -> Question:
    """One or both in standard form."""
    one, two = sloped(rng), sloped(rng)
    times = pick(rng, (1, -1, -1))
    if one.m == two.m:
        raise Reroll
    second = two.standard(pick(rng, (1, -1))) if rng.random() < 0.4 else two.tex
    return asked("standard", one, two, (one.standard(times), second))


def strip(rng: Random) -> Question:
    """Two parallel edges with a strip between them."""
    one = sloped(rng)
    if one.side != "above":
        raise Reroll
    two = Slope(one.m, pick(rng, ("<", "<=")), one.b + pick(rng, (3, 4, 5, 6, 7)))
    if len(two.places()) < 2 or not two.b:
        raise Reroll
    return asked("strip", one, two, (one.tex, two.tex))


FORMS: tuple[Callable[[Random], Question], ...] = (two_slopes, two_slopes, slope_and_upright, standard_form, strip)


@template(
    "alg1/ineq-2d/graph-system-inequalities",
    version=1,
    standards=("HSA.REI.D.12",),
    answer=Region,
    check=same_points,
    band="two half-planes on a grid to 8 with simple slopes or parallel to an axis, solved for y or in standard form",
)
def graph_system(rng: Random) -> Question:
    """Shade two half-planes."""
    return one_of(rng, FORMS)
