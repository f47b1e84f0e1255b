"""What the three skills on drawing a parabola share: the question, and how its equation is read back."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from random import Random

from courses.alg1.forms import hints
from courses.alg1.quadratic_functions.forms import TALL, Quad, pair
from courses.alg1.quadratic_functions.readback import points_in
from courses.alg1.reading import formulas, letters, value_of
from courses.alg1.slips import apart
from exercises import Exact, Parabola, Question, Reroll, Step
from exercises.exact import Fraction
from exercises.geometry import ParabolaForm, Point, height

PUT = "Put the vertex first, then one more point of the parabola."
TRIES = [Fraction(n, d) for d in (1, 2, 4) for n in range(-40, 41) if n]


@lru_cache(maxsize=4096)
def places(form: ParabolaForm) -> tuple[Point, ...]:
    """Where the second point of a parabola may be put; none when it cannot be drawn on the grid."""
    vertex = form[1], form[2]
    if not form[0] or not (TALL.holds(vertex) and TALL.snapped(vertex)):
        return ()
    beside = ((x, height(form, x)) for x in TALL.x.marks if x != vertex[0])
    return tuple(p for p in beside if TALL.holds(p) and TALL.snapped(p))


def fits(form: ParabolaForm) -> bool:
    """Whether its vertex and another point have places on the grid."""
    return bool(places(form))


def near(one: Quad) -> Point:
    """A point beside the vertex. Raises Reroll when the parabola cannot be put on the grid."""
    if not fits(one.form):
        raise Reroll
    return min(places(one.form), key=lambda p: (abs(p[0] - one.h), -p[0]))


def drawn(
    key: tuple[object, ...], prompt: str, one: Quad, reminder: str, steps: Sequence[Step],
    slips: Mapping[str, Quad], second: Point | None = None,
) -> Question:  # fmt: skip
    """The question that asks for a parabola; the last step tells both points."""
    beside = second or near(one)
    last = Step(f"Put the vertex at ${pair(one.vertex)}$ and another point at ${pair(beside)}$.",
                "The vertex and one more point fix a parabola.")  # fmt: skip
    lines = (*steps, last)
    kept = {name: slip.form for name, slip in slips.items() if slip.a and fits(slip.form)}
    return Question(
        key=key,
        prompt=f"{prompt} {PUT}",
        answer=Parabola(one.form, TALL),
        hints=hints(reminder, lines),
        solution=lines,
        wrong=apart(one.form, kept),
    )


def as_the_equation_says(question: Question) -> None:
    """The drawn parabola has the values that the equation has; a letter in it is found by trying numbers."""
    assert isinstance(question.answer, Parabola)
    a, h, k = question.answer.value
    tex = next(tex for tex in formulas(question.prompt) if "x" in letters(tex) and "=" in tex).split(" = ")[1]
    unknown = letters(tex) - {"x"}
    given: dict[str, Exact] = {}
    if unknown:
        (letter,) = unknown
        ((x, y),) = points_in(question.prompt)
        (found,) = {n for n in TRIES if value_of(tex, **{"x": x, letter: n}) == y}
        given = {letter: found}
    for at in (-3, -1, 0, 2, 5):
        assert value_of(tex, x=at, **given) == a * (at - h) ** 2 + k


def usable(rng: Random, one: Quad) -> Quad:
    """The parabola when it fits on the grid, with whole numbers in its standard form. Raises Reroll."""
    if not fits(one.form) or abs(one.c) > 40 or abs(one.h) > 7:
        raise Reroll
    return one
