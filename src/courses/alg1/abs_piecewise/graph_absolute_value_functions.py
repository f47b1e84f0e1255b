"""Graph absolute value functions."""

from random import Random

from courses.alg1.abs_piecewise.bars import scaled, value_at
from courses.alg1.forms import one_of
from courses.alg1.lines.points import EIGHT, pair, pairs_in
from courses.alg1.reading import formulas
from courses.alg1.slips import apart
from exercises import Points, Question, Reroll, Step, integer, listed, nonzero, pick, poly, template
from exercises.figures import absolute

Places = frozenset[tuple[int, int]]


def on_the_graph(question: Question) -> None:
    """Each point fits the formula (or the words), and one of them is where the values turn round."""
    assert isinstance(question.answer, Points)
    places = question.answer.value
    if question.key[0] == "words":
        corner, through = pairs_in(question.prompt)
        a, h, k = (through[1] - corner[1]) / abs(through[0] - corner[0]), *corner
        assert all(a * abs(x - h) + k == y for x, y in places)
        assert {corner, through} < {(x, y) for x, y in places}
        return
    (tex,) = (one.removeprefix("f(x) = ") for one in formulas(question.prompt) if one.startswith("f(x) ="))
    assert all(value_at(tex, x) == y for x, y in places)
    turning = [(x, y) for x, y in places if (value_at(tex, x - 1) - y) * (value_at(tex, x + 1) - y) > 0]
    assert len(turning) == 1
    others = {x for x, y in places} - {turning[0][0]}
    if question.key[0] == "zeros":
        assert all(value_at(tex, x) == 0 for x in others)
    else:
        assert {f"$x = {x}$" for x in others} <= {f"${one}$" for one in formulas(question.prompt)}


def height(a: int, h: int, k: int, x: int) -> int:
    """a|x - h| + k."""
    return a * abs(x - h) + k


def marked(a: int, h: int, k: int, xs: tuple[int, ...]) -> Places:
    """The corner and the points at these places. Reroll when one does not fit on the grid."""
    found = frozenset(((h, k), *((x, height(a, h, k, x)) for x in xs)))
    if any(max(abs(x), abs(y)) > 8 for x, y in found):
        raise Reroll
    return found


def slips(right: Places, a: int, h: int, k: int, xs: tuple[int, int]) -> dict[str, Places]:
    """What goes wrong often."""
    candidates = {
        "absolute-shift-wrong-way": ((-h, k), *((x, height(a, -h, k, x)) for x in xs)),
        "absolute-opens-other-way": ((h, k), *((x, height(-a, h, k, x)) for x in xs)),
        "absolute-one-straight-line": ((h, k), *((x, a * (x - h) + k) for x in xs)),
        "absolute-factor-left-out": ((h, k), *((x, height(1 if a > 0 else -1, h, k, x)) for x in xs)),
    }
    fitting = {
        name: frozenset(places)
        for name, places in candidates.items()
        if all(max(abs(x), abs(y)) <= 8 for x, y in places) and len(set(places)) == 3
    }
    return apart(right, fitting)


def drawn(rng: Random) -> tuple[int, int, int]:
    """A factor and a corner."""
    return pick(rng, (1, 1, 2, 3, -1, -1, -2, -3)), nonzero(rng, -5, 5), integer(rng, -6, 6)


def formula(a: int, h: int, k: int) -> str:
    """TeX of the function."""
    return f"f(x) = {scaled(a, poly(1, 'x', -h), k)}"


def question(
    key: tuple[object, ...],
    prompt: str,
    right: Places,
    law: tuple[int, int, int],
    work: tuple[Step, ...],
    reminder: str,
    wrong: dict[str, Places],
) -> Question:
    """Three points to put."""
    return Question(
        key=key,
        prompt=prompt,
        answer=Points(right, EIGHT, drawn=(absolute(*law),)),
        wrong=wrong,
        hints=(reminder, *(step.text for step in work)),
        solution=work,
    )


def corner_step(h: int, k: int) -> Step:
    """The corner."""
    return Step(
        f"The corner is where the bars give 0, at $x = {h}$: the value there is ${k}$.",
        "An absolute value is never less than 0, so the graph turns there.",
    )


def ending(right: Places) -> Step:
    """All three points."""
    return Step(f"Put the points {listed([f'${pair(p)}$' for p in sorted(right)])}.", "Straight pieces join them.")


def from_formula(rng: Random) -> Question:
    """The corner and one point on each side."""
    a, h, k = drawn(rng)
    left, right_ = h - integer(rng, 1, 4), h + integer(rng, 1, 4)
    right = marked(a, h, k, (left, right_))
    at = " and ".join(f"$f({x}) = {height(a, h, k, x)}$" for x in (left, right_))
    work = (corner_step(h, k), Step(f"On both sides: {at}.", "Put the numbers in for $x$."), ending(right))
    prompt = (
        f"Begin the graph of ${formula(a, h, k)}$: put its corner, and its points at $x = {left}$ and $x = {right_}$."
    )
    return question(
        ("formula", a, h, k, left, right_),
        prompt,
        right,
        (a, h, k),
        work,
        "For which $x$ is the number between the bars 0?",
        slips(right, a, h, k, (left, right_)),
    )


def with_zeros(rng: Random) -> Question:
    """The corner and the two points on the x-axis."""
    a, h, k = drawn(rng)
    if k % a or k // a >= 0:
        raise Reroll
    far = -k // a
    right = marked(a, h, k, (h - far, h + far))
    inside = poly(1, "x", -h)
    at = Step(
        f"The value is 0 where $|{inside}| = {far}$: at $x = {h - far}$ and $x = {h + far}$.",
        "Two places lie equally far from the corner.",
    )
    prompt = f"Begin the graph of ${formula(a, h, k)}$: put its corner, and both points where it meets the $x$-axis."
    return question(
        ("zeros", a, h, k),
        prompt,
        right,
        (a, h, k),
        (corner_step(h, k), at, ending(right)),
        "For which $x$ is the number between the bars 0?",
        slips(right, a, h, k, (h - far, h + far)),
    )


def from_words(rng: Random) -> Question:
    """The corner and one point are told; the mirror image is to be found."""
    a, h, k = drawn(rng)
    far = integer(rng, 1, 4) * pick(rng, (1, -1))
    right = marked(a, h, k, (h - far, h + far))
    given = (h + far, height(a, h, k, h + far))
    mirror = Step(
        f"The graph is the same to both sides of $x = {h}$: {abs(far)} to the {'left' if far > 0 else 'right'}"
        " it has the same height.",
        "Both sides of the V are equally steep.",
    )
    wrong = {
        "absolute-not-mirrored": frozenset(((h, k), given, (-given[0], given[1]))),
        "absolute-one-straight-line": frozenset(((h, k), given, (h - far, 2 * k - given[1]))),
    }
    fine = {
        name: places
        for name, places in wrong.items()
        if len(places) == 3 and all(max(abs(x), abs(y)) <= 8 for x, y in places)
    }
    return question(
        ("words", a, h, k, far),
        f"The graph of an absolute value function has its corner at ${pair((h, k))}$ and goes through"
        f" ${pair(given)}$. Put these two points and the other point of the same height.",
        right,
        (a, h, k),
        (mirror, ending(right)),
        "The graph is a V. What is the same on its two sides?",
        apart(right, fine),
    )


@template(
    "alg1/abs-piecewise/graph-absolute-value-functions",
    version=1,
    standards=("HSF.IF.C.7.b",),
    answer=Points,
    check=on_the_graph,
    band="a|x - h| + k with integers on a grid to 8: the corner and two more points, from a formula or told in words",
    answer_in_prompt=True,
)
def graph_absolute(rng: Random) -> Question:
    """The corner and a point on each side."""
    return one_of(rng, (from_formula, from_formula, with_zeros, from_words))
