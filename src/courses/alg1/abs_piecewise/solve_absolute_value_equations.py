"""Solve absolute value equations."""

from itertools import pairwise
from random import Random

from courses.alg1.abs_piecewise.bars import bars, scaled, value_at
from courses.alg1.equations.readback import displayed
from courses.alg1.forms import one_of
from courses.alg1.slips import apart
from exercises import NumberSet, Question, Reroll, Step, integer, nonzero, num, pick, poly, template
from exercises.exact import Fraction
from exercises.geometry import Exact

Values = frozenset[Fraction]


def balanced_nowhere_else(question: Question) -> None:
    """Every number of the answer balances the equation; the sides meet nowhere else, told by their signs in between."""
    assert isinstance(question.answer, NumberSet)
    (equation,) = displayed(question.prompt)
    left, right = equation.split(" = ")
    gap = [(x, value_at(left, x) - value_at(right, x)) for x in (Fraction(n, 6) for n in range(-360, 361))]
    assert {x for x, off in gap if not off} == question.answer.values, equation
    signs = [off > 0 for _, off in gap if off]
    crossed = sum(a != b for a, b in pairwise(signs))
    assert crossed == len(question.answer.values) or (crossed, len(question.answer.values)) == (0, 1)


def shown(values: Values) -> str:
    """The numbers from small to large."""
    return ", ".join(num(value) for value in sorted(values))


def question(
    key: tuple[object, ...],
    equation: str,
    m: int,
    b: int,
    alone: Exact,
    opening: tuple[Step, ...],
    more: dict[str, Values],
) -> Question:
    """The question for |mx + b| = alone, in whatever form it is shown."""
    inside, values = (
        poly(m, "x", b),
        frozenset(Fraction(sign * alone - b) / m for sign in (1, -1)) if alone >= 0 else frozenset(),
    )
    if any(value.denominator > 3 or abs(value) > 40 for value in values):
        raise Reroll
    first, steps = Fraction(alone - b) / m, (*opening, *cases(inside, m, b, alone, values))
    slips: dict[str, Values] = {
        "absolute-one-case": frozenset((first,)),
        "absolute-sign-of-answers": frozenset(-value for value in values),
        "absolute-opposite-answers": frozenset((first, -first)),
    }
    if alone < 0:
        both = frozenset(Fraction(sign * alone - b) / m for sign in (1, -1))
        slips = {"absolute-not-put-in": frozenset((first,)), "absolute-negative-taken": both}
    slips |= more
    return Question(
        key=key,
        prompt=f"Solve the equation. Type all solutions with commas between them, or “no solution”.\n\n$${equation}$$",
        answer=NumberSet(values),
        wrong=apart(values, {name: slip for name, slip in slips.items() if slip}),
        before="x =",
        hints=(
            "An absolute value is a distance from 0. Get the bars alone, and ask which numbers lie that far.",
            *([" ".join(step.text for step in opening)] if opening else []),
            *([steps[-2].text] if len(steps) > len(opening) + 1 else []),
            steps[-1].text,
        ),
        solution=steps,
    )


def cases(inside: str, m: int, b: int, alone: Exact, values: Values) -> tuple[Step, ...]:
    """From the bars alone to the numbers."""
    if alone < 0:
        return (
            Step(
                f"${bars(inside)} = {num(alone)}$: a distance is never negative.", "No number is less than 0 far away."
            ),
            Step("So there is no solution.", "Whatever $x$ is, the left side is at least 0."),
        )
    if not alone:
        (only,) = values
        return (
            Step(f"${bars(inside)} = 0$, so ${inside} = 0$.", "Only 0 lies at the distance 0."),
            Step(f"The only solution is $x = {num(only)}$.", "There are not two cases here."),
        )
    if inside == "x":
        return (
            Step(f"${bars(inside)} = {num(alone)}$, so two numbers fit.", f"Two numbers are {num(alone)} away from 0."),
            Step(f"The solutions are ${shown(values)}$.", "One to each side of 0."),
        )
    return (
        Step(f"${inside} = {num(alone)}$ or ${inside} = {num(-alone)}$.", "Both numbers have this absolute value."),
        Step(f"The solutions are ${shown(values)}$.", "Each of the two equations is solved on its own."),
    )


def plain(rng: Random) -> Question:
    """|mx + b| = c."""
    m, b, c = pick(rng, (1, 1, 1, 2, 3, -1, -2)), nonzero(rng, -9, 9), integer(rng, 2, 15)
    return question(
        ("plain", m, b, c),
        f"{bars(poly(m, 'x', b))} = {c}",
        m,
        b,
        c,
        (),
        {"absolute-bars-dropped": frozenset((Fraction(c - b, m), Fraction(c + b, m)))},
    )


def outside(rng: Random) -> Question:
    """a|mx + b| + k = c; the bars have to be freed first."""
    a, m, b, k = pick(rng, (1, 2, 3, 4, 5, -2, -3, -1)), pick(rng, (1, 1, 2)), nonzero(rng, -8, 8), nonzero(rng, -9, 9)
    alone = pick(rng, (integer(rng, 1, 12), integer(rng, 1, 12), integer(rng, 1, 12), 0, -integer(rng, 1, 9)))
    c, inside = a * alone + k, poly(m, "x", b)
    freed = scaled(a, inside)
    steps = [
        Step(
            f"{'Subtract' if k > 0 else 'Add'} ${abs(k)}$ on both sides: ${freed} = {c - k}$.",
            "First free the bars: what stands beside them goes.",
        )
    ]
    if a != 1:
        steps.append(Step(f"Divide both sides by ${a}$: ${bars(inside)} = {alone}$.", "Now the bars stand alone."))
    return question(
        ("outside", a, m, b, k, c),
        f"{scaled(a, inside, k)} = {c}",
        m,
        b,
        alone,
        tuple(steps),
        {
            "absolute-not-freed": frozenset(Fraction(sign * c - b, m) for sign in (1, -1)),
            "absolute-second-side-only": frozenset((Fraction(alone - b, m), Fraction((-c - k) - a * b, a * m))),
        },
    )


def both_sides(rng: Random) -> Question:
    """a|x + b| + k = c|x + b| + d: like terms with bars."""
    a, c, b = integer(rng, 2, 7), integer(rng, 1, 6), nonzero(rng, -8, 8)
    if a - c < 1:
        raise Reroll
    alone, k = integer(rng, 1, 9), nonzero(rng, -9, 9)
    d = (a - c) * alone + k
    inside = poly(1, "x", b)
    rest = a - c
    steps = [
        Step(
            f"Subtract ${scaled(c, inside)}$ and ${num(k)}$ on both sides: ${scaled(rest, inside)} = {d - k}$.".replace(
                f"and ${num(k)}$", f"and {'subtract' if k > 0 else 'add'} ${abs(k)}$"
            ),
            "Equal bars are like terms.",
        )
    ]
    if rest > 1:
        steps.append(Step(f"Divide both sides by ${rest}$: ${bars(inside)} = {alone}$.", "Now the bars stand alone."))
    right = poly(c, bars(inside), d)
    if not d:
        raise Reroll
    return question(
        ("both", a, b, c, k, d),
        f"{scaled(a, inside, k)} = {right}",
        1,
        b,
        alone,
        tuple(steps),
        {"gathered-with-same-sign": frozenset(Fraction(sign * (d - k), a + c) - b for sign in (1, -1))},
    )


@template(
    "alg1/abs-piecewise/solve-absolute-value-equations",
    version=1,
    standards=("HSA.REI.B.3",),
    answer=NumberSet,
    check=balanced_nowhere_else,
    band="one absolute value of a linear expression with numbers up to 15, alone, with others, on both sides",
)
def solve_absolute(rng: Random) -> Question:
    """The bars alone, with numbers around them, or on both sides."""
    return one_of(rng, (plain, plain, outside, outside, outside, both_sides))
