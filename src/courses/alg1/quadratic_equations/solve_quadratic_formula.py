"""Solve with the quadratic formula."""

from math import gcd
from random import Random

from courses.alg1.equations.readback import displayed
from courses.alg1.quadratic_equations.quadratics import (
    EXACTLY,
    LETTERS,
    Posed,
    Quadratic,
    Values,
    ask,
    both,
    opposite,
    shown,
)
from courses.alg1.quadratic_equations.readback import all_solutions
from exercises import (
    NumberSet,
    Question,
    Reroll,
    Step,
    bracketed,
    integer,
    nonzero,
    parse,
    person,
    pick,
    poly,
    root_of,
    template,
)
from exercises.answers.surds import exact, outside

KINDS = ("root", "root", "root", "root", "root", "root", "fraction", "fraction", "one", "none")


def drawn(rng: Random) -> Quadratic:
    """Coefficients without a common factor, with the kind of solutions that is wanted."""
    kind = pick(rng, KINDS)
    if kind == "one":
        p, q = integer(rng, 2, 5), nonzero(rng, -7, 7)
        if gcd(p, q) > 1:
            raise Reroll
        return Quadratic(p * p, 2 * p * q, q * q)
    if kind == "fraction":
        p, q, r, s = integer(rng, 2, 4), nonzero(rng, -7, 7), integer(rng, 1, 3), nonzero(rng, -7, 7)
        return usable(Quadratic(p * r, p * s + q * r, q * s), lambda d: d > 0)
    found = Quadratic(pick(rng, (1, 1, 2, 2, 3, 4, 5)), nonzero(rng, -9, 9), nonzero(rng, -9, 9))
    if kind == "none":
        return usable(found, lambda d: -80 < d < 0)
    return usable(found, lambda d: d > 0 and 1 < outside(d)[1] <= 60)


def usable(found: Quadratic, wanted: object) -> Quadratic:
    """The quadratic when its discriminant is as wanted; Reroll for any other and for common factors."""
    if gcd(found.a, found.b, found.c) > 1 or not found.b or not callable(wanted) or not wanted(found.discriminant):
        raise Reroll
    return found


def worked(q: Quadratic) -> tuple[Step, ...]:
    """From the coefficients to the solutions."""
    d, two_a = q.discriminant, 2 * q.a
    named = Step(f"Read the coefficients: $a = {q.a}$, $b = {q.b}$, $c = {q.c}$.", "From the form $ax^2 + bx + c = 0$.")
    under = f"{bracketed(q.b)}^2 - 4 \\cdot {q.a} \\cdot {bracketed(q.c)}"
    below = Step(
        f"Under the root: $b^2 - 4ac = {under} = {d}$.", "This discriminant tells how many solutions there are."
    )
    if d < 0:
        return (named, below)
    formula = f"\\frac{{{-q.b} \\pm \\sqrt{{{d}}}}}{{{two_a}}}"
    put_in = Step(f"The formula gives ${formula}$.", "$\\frac{-b \\pm \\sqrt{b^2 - 4ac}}{2a}$ with these numbers.")
    if d == 0:
        return (named, below, put_in)
    root = shown(root_of(d))
    if root == f"\\sqrt{{{d}}}":
        return (named, below, put_in)
    simpler = Step(f"Here $\\sqrt{{{d}}} = {root}$, so that is $\\frac{{{-q.b} \\pm {root}}}{{{two_a}}}$.",
                   "Simplify the root before anything is cancelled.")  # fmt: skip
    return (named, below, put_in, simpler)


def slips(q: Quadratic, roots: Values) -> dict[str, Values | None]:
    """What the usual mistakes give."""
    d = q.discriminant
    return {
        "root_of_negative": both(-q.b, -d, 2 * q.a) if d < 0 else None,
        "wrong_sign_of_b": opposite(roots) or None,
        "sign_of_four_a_c": both(-q.b, q.b**2 + 4 * q.a * q.c, 2 * q.a) or None,
        "denominator_a_for_two_a": both(-q.b, d, q.a) or None,
        "divided_root_only": both(-2 * q.a * q.b, d, 2 * q.a) or None,
        "forgot_four_in_discriminant": both(-q.b, q.b**2 - q.a * q.c, 2 * q.a) or None,
    }


LAST = "Simplify: cancel only what divides every term above and the number below."


def posed(key: str, q: Quadratic, tex: str) -> Posed:
    """The equation as it stands."""
    reminder = (
        "In the formula stands $-b$, not $b$, and under the root $b^2 - 4ac$. Which numbers are $a$, $b$ and $c$?"
    )
    roots = q.roots
    return Posed(
        key=(key, q.a, q.b, q.c),
        tex=tex,
        reminder=reminder,
        steps=worked(q),
        values=roots,
        wrong=slips(q, roots),
        last=LAST if q.discriminant > 0 else "A negative number has no real root." if q.discriminant < 0 else
        "The root is $0$: both signs give the same number.",
    )  # fmt: skip


def standard(rng: Random, x: str) -> Posed:
    """`2x² - 3x - 4 = 0`."""
    q = drawn(rng)
    return posed("standard", q, pick(rng, (f"{q.tex(x)} = 0", f"{q.tex(x)} = 0", f"0 = {q.tex(x)}")))


def rearranged(rng: Random, x: str) -> Posed:
    """`2x² = 3x + 4`, `x² + 5x = 2x² - 3`, ..."""
    q, k = drawn(rng), integer(rng, 1, 3)
    tex = pick(rng, (
        f"{poly(q.a, f'{x}^2')} = {poly(-q.b, x, -q.c)}",
        f"{poly(q.a, f'{x}^2', q.b, x)} = {-q.c}",
        f"{poly(q.a, f'{x}^2', q.c)} = {poly(-q.b, x)}",
        f"{poly(q.a + k, f'{x}^2', q.c)} = {poly(k, f'{x}^2', -q.b, x)}",
    ))  # fmt: skip
    start = posed("rearranged", q, tex)
    order = Step(f"Put all terms on one side: ${q.tex(x)} = 0$.", "The coefficients are read in this form only.")
    unordered = Quadratic(q.a, -q.b, -q.c)
    return Posed(
        key=("rearranged", tex.replace(x, "x")),
        tex=tex,
        reminder="The formula needs $0$ on one side. How do you get there without losing a sign?",
        steps=(order, *start.steps),
        values=start.values,
        wrong={"read_coefficients_before_ordering": unordered.roots or None, **start.wrong},
        last=start.last,
    )


def put_in_already(rng: Random, x: str) -> Posed:
    """The formula with the numbers in it; the equation is not shown."""
    q, name = drawn(rng), person(rng)
    if q.discriminant <= 0:
        raise Reroll
    under = f"{bracketed(q.b)}^2 - 4 \\cdot {q.a} \\cdot {bracketed(q.c)}"
    start = posed("put in", q, f"{x} = \\frac{{{-q.b} \\pm \\sqrt{{{under}}}}}{{2 \\cdot {q.a}}}")
    return Posed(
        key=start.key,
        tex=start.tex,
        reminder="Work out what stands under the root first. Which sign does $-4ac$ get here?",
        steps=start.steps[1:],
        values=start.values,
        wrong={name: value for name, value in start.wrong.items() if name != "wrong_sign_of_b"},
        story=f"{name} puts the coefficients of an equation into the quadratic formula and gets the line below. "
        "Finish it.",
        last=LAST,
    )  # fmt: skip


def slipped(rng: Random, x: str) -> Posed:
    """Somebody reads b with the wrong sign, or forgets a sign under the root."""
    q, name = drawn(rng), person(rng)
    if q.discriminant <= 0:
        raise Reroll
    start, wrong_d = posed("slipped", q, f"{q.tex(x)} = 0"), q.b**2 + 4 * q.a * q.c
    told = [f"begins with ${q.b} \\pm$ above the fraction line"]
    if wrong_d > 0:
        told.append(f"gets ${wrong_d}$ under the root")
    if q.a > 1:
        told.append(f"writes ${q.a}$ below the fraction line")
    return Posed(
        key=(*start.key, slip := integer(rng, 0, len(told) - 1)),
        tex=start.tex,
        reminder=f"Go through the formula piece by piece and compare it with what {name} did.",
        steps=start.steps,
        values=start.values,
        wrong=start.wrong,
        story=f"{name} solves the equation below with the quadratic formula and {told[slip]}. That is a slip; "
        "the rest is right.",
        last=start.last,
    )


FORMS = (standard, standard, standard, standard, rearranged, rearranged, rearranged, put_in_already, slipped)


def solutions_fit(question: Question) -> None:
    """The numbers balance the equation and are all there; or they are what both signs of the shown line give."""
    (tex,) = displayed(question.prompt)
    if "\\pm" not in tex:
        all_solutions(question)
        return
    assert isinstance(question.answer, NumberSet)
    line = tex.split("=")[1]
    assert {exact(parse(line.replace("\\pm", sign))) for sign in "+-"} == question.answer.values


@template(
    "alg1/quadratic-equations/solve-quadratic-formula",
    version=1,
    standards=("HSA.REI.B.4.b",),
    answer=NumberSet,
    check=solutions_fit,
    band="leading coefficient to 25, others mostly to 9; roots of numbers to 60 when simplified; sometimes one or none",
)
def quadratic_formula(rng: Random) -> Question:
    """A draw of one of the forms."""
    x = pick(rng, LETTERS)
    found = pick(rng, FORMS)(rng, x)
    return ask(rng, found, x, EXACTLY, "Solve with the quadratic formula.")
