"""Spot equivalent expressions: families of forms, some equal and some made by a named mistake."""

import re
from collections.abc import Callable, Sequence
from random import Random

from courses.alg1.reading import choices_of, formulas
from exercises import (
    Choice,
    MultipleChoice,
    Question,
    Reroll,
    Step,
    evaluate,
    integer,
    nonzero,
    num,
    parse,
    pick,
    pick_distinct,
    poly,
    same_value,
    shuffled,
    template,
    term,
)
from exercises.exact import Fraction

Family = tuple[str, tuple[str, ...], tuple[tuple[str, str], ...], str]
"""The expression, forms that equal it, (form, mistake) pairs, and the expanded form to compare by."""


def factor_and_bracket(rng: Random, x: str) -> Family:
    """a(bx + c)."""
    a, b, c = integer(rng, 2, 6), integer(rng, 2, 5), nonzero(rng, -7, 7)
    full = poly(a * b, x, a * c)
    right = (full, poly(a * c, "", a * b, x), f"({poly(b, x, c)}) \\cdot {a}", f"{term(a * b, x)} {_plus(a)}({c})")
    wrong = (
        (poly(a * b, x, c), "distributed-to-first-only"),
        (poly(a * b, x, -a * c), "sign-of-term-changed"),
        (poly(a * b + a * c, x), "combined-unlike-terms"),
        (poly(a + b, x, a + c), "added-the-coefficient"),
    )
    return f"{a}({poly(b, x, c)})", right, wrong, full


def common_factor(rng: Random, x: str) -> Family:
    """akx + ak, to be read backwards."""
    g, m, n = integer(rng, 2, 6), integer(rng, 2, 5), nonzero(rng, -7, 7)
    full = poly(g * m, x, g * n)
    right = (
        f"{g}({poly(m, x, n)})",
        f"-{g}({poly(-m, x, -n)})",
        poly(g * n, "", g * m, x),
        f"{term(g * (m - 1), x)} + {g}({poly(1, x, n)})",
    )
    wrong = (
        (f"{g}({poly(m, x, g * n)})", "factored-one-term-only"),
        (f"{g}({poly(m, x, -n)})", "sign-of-term-changed"),
        (poly(g * m + g * n, x), "combined-unlike-terms"),
        (f"{g * m}({poly(1, x, n)})", "factored-one-term-only"),
    )
    return full, right, wrong, full


def minus_bracket(rng: Random, x: str) -> Family:
    """a - (bx + c)."""
    a, b, c = integer(rng, 3, 15), integer(rng, 2, 7), nonzero(rng, -9, 9)
    full = poly(-b, x, a - c)
    right = (full, poly(a, "", -b, x, -c), poly(a - c, "", -b, x), f"{a} + (-1)({poly(b, x, c)})")
    wrong = (
        (poly(a, "", -b, x, c), "sign-not-distributed"),
        (poly(b, x, a - c), "sign-of-first-term-lost"),
        (poly(a - b - c, x), "combined-unlike-terms"),
        (f"({poly(b, x, c)}) - {a}", "turned-the-difference"),
    )
    return f"{a} - ({poly(b, x, c)})", right, wrong, full


def square_of_sum(rng: Random, x: str) -> Family:
    """(x + a)^2."""
    a = pick(rng, (-1, 1)) * integer(rng, 2, 9)
    piece = poly(1, x, a)
    full = poly(1, f"{x}^2", 2 * a, x, a * a)
    right = (
        full,
        f"({piece})({piece})",
        f"{x}({piece}) {_plus(a)}({piece})",
        f"({poly(-1, x, -a)})^2",
    )
    wrong = (
        (poly(1, f"{x}^2", a * a), "squared-each-term"),
        (poly(1, f"{x}^2", a, x, a * a), "squared-each-term"),
        (poly(2, x, 2 * a), "square-read-as-double"),
        (f"({piece})({poly(1, x, -a)})", "sign-of-term-changed"),
    )
    return f"({piece})^2", right, wrong, full


def difference_of_squares(rng: Random, x: str) -> Family:
    """(x + a)(x - a)."""
    a = integer(rng, 2, 12)
    full = poly(1, f"{x}^2", -a * a)
    right = (full, f"({x} - {a})({x} + {a})", f"{x}({x} - {a}) + {a}({x} - {a})", poly(-a * a, "", 1, f"{x}^2"))
    wrong = (
        (f"({x} - {a})^2", "product-taken-for-square"),
        (poly(1, f"{x}^2", a * a), "sign-of-term-changed"),
        (poly(1, f"{x}^2", -2 * a, x, -a * a), "product-taken-for-square"),
        (poly(1, f"{x}^2", -2 * a), "square-read-as-double"),
    )
    return f"({x} + {a})({x} - {a})", right, wrong, full


def long_bar(rng: Random, x: str) -> Family:
    """(ax + b) / c."""
    c = integer(rng, 2, 6)
    a, b = c * integer(rng, 1, 4), nonzero(rng, -9, 9)
    full = poly(a // c, x, Fraction(b, c))
    right = (
        full,
        f"\\frac{{1}}{{{c}}}({poly(a, x, b)})",
        poly(Fraction(b, c), "", a // c, x),
        f"\\frac{{{term(a, x)}}}{{{c}}} {_plus_fraction(b, c)}",
    )
    wrong = (
        (poly(a // c, x, b), "divided-first-term-only"),
        (poly(a, x, Fraction(b, c)), "fraction-bar-over-last-only"),
        (term(Fraction(a + b, c), x), "combined-unlike-terms"),
        (poly(a * c, x, b * c), "multiplied-for-divided"),
    )
    return f"\\frac{{{poly(a, x, b)}}}{{{c}}}", right, wrong, full


def power_of_product(rng: Random, x: str) -> Family:
    """(ax)^2 plus more of the same."""
    a, b = integer(rng, 2, 6), nonzero(rng, -5, 5)
    full = poly(a * a + b, f"{x}^2")
    right = (
        full,
        poly(a * a, f"{x}^2", b, f"{x}^2"),
        f"{term(a, x)} \\cdot {term(a, x)} {_signed_square(b, x)}",
        f"{x}({poly(a * a, x, b, x)})",
    )
    wrong = (
        (poly(a + b, f"{x}^2"), "coefficient-not-raised"),
        (poly(2 * a, x, b, f"{x}^2"), "square-read-as-double"),
        (poly(a * a, f"{x}^2", b, x), "square-forgotten"),
        (poly(a * a + b, f"{x}^4"), "added-exponent-as-factor"),
    )
    return f"({term(a, x)})^2 {_signed_square(b, x)}", right, wrong, full


FAMILIES: Sequence[Callable[[Random, str], Family]] = (
    factor_and_bracket,
    common_factor,
    minus_bracket,
    square_of_sum,
    difference_of_squares,
    long_bar,
    power_of_product,
)


def _plus(n: int) -> str:
    return f"+ {n}" if n > 0 else f"- {-n}"


def _plus_fraction(n: int, d: int) -> str:
    return f"{'+' if n > 0 else '-'} \\frac{{{abs(n)}}}{{{d}}}"


def _signed_square(n: int, x: str) -> str:
    return f"{'+' if n > 0 else '-'} {term(abs(n), f'{x}^2')}"


def right_ones_alone_are_equal(question: Question) -> None:
    """Each choice against the expression in the prompt, by value at random points."""
    asked = parse(formulas(question.prompt)[0])
    for choice in choices_of(question):
        assert same_value(parse(formulas(choice.text)[0]), asked) is choice.right


@template(
    "alg1/foundations/spot-equivalent-expressions",
    version=1,
    standards=("HSA.SSE.A.2",),
    answer=MultipleChoice,
    check=right_ones_alone_are_equal,
    band="one bracket, square or fraction bar; five choices, one to three of them equal",
)
def equivalent_expressions(rng: Random) -> Question:
    """Tick all that are equal to the expression for every value of the letter."""
    x = pick(rng, ("x", "y", "n", "t", "a"))
    tex, equal, slips, full = pick(rng, FAMILIES)(rng, x)
    equal = tuple(dict.fromkeys(form for form in equal if form != tex))
    count = integer(rng, 1, min(3, len(equal)))
    rights = pick_distinct(rng, equal, count)
    worth = {form: _values(form, x) for form in (full, *(form for form, _ in slips))}
    by_value = {worth[form]: (form, name) for form, name in slips}
    unequal = [slip for values, slip in by_value.items() if values != worth[full]]
    if len(unequal) < 5 - count:
        raise Reroll
    wrongs = pick_distinct(rng, unequal, 5 - count)
    choices = [Choice(f"${form}$", True) for form in rights]
    choices += [Choice(f"${form}$", misconception=name) for form, name in wrongs]
    if len({choice.text for choice in choices}) < 5:
        raise Reroll
    listed = "; ".join(f"${form}$" for form in rights)
    return Question(
        key=(tex, tuple(sorted(choice.text for choice in choices))),
        prompt=f"Which of these are equal to ${tex}$ for every value of ${x}$? Tick all of them.",
        answer=MultipleChoice(shuffled(rng, choices)),
        hints=(
            f"Try a value, such as ${x} = 2$, in both. If the results differ, the two are not equivalent.",
            "One value that fits is not yet a proof: take brackets away and collect like terms to be sure.",
            f"Written out and collected, {'this' if count == 1 else 'each of these'} becomes ${full}$: {listed}.",
        ),
        solution=(
            Step(f"${tex} = {full}$", _how(tex))
            if tex != full
            else Step(f"Compare each with ${full}$.", "It has no brackets, so write the others out too."),
            *(Step(f"${form}$ is not the same.", _why(worth[form], worth[full], x)) for form, _ in wrongs[:2]),
            Step(
                f"Equal for every value: {listed}.",
                f"{'It' if count == 1 else 'Each of them'} becomes the same when it is written out.",
            ),
        ),
    )


def _how(tex: str) -> str:
    """What leads from an expression to its written out form."""
    if tex.startswith("\\frac"):
        return "Divide each term by the number under the bar."
    return "Square both factors, then collect." if re.match(r"\(\d+\w\)\^2", tex) else "Distribute and collect."


POINTS = (2, 3, -4)


def _values(form: str, x: str) -> tuple[Fraction, ...]:
    tree = parse(form)
    return tuple(evaluate(tree, {x: Fraction(n)}) for n in POINTS)


def _why(mine: tuple[Fraction, ...], asked: tuple[Fraction, ...], x: str) -> str:
    at, (one, other) = next((n, pair) for n, *pair in zip(POINTS, mine, asked, strict=True) if pair[0] != pair[1])
    return f"For ${x} = {at}$ it is ${num(one)}$, not ${num(other)}$."
