"""Solve equations with the letter on both sides."""

from random import Random

from courses.alg1.equations.balance import LETTERS, Posed, Side, ask, balanced, side, slip, slips, sum_tex
from courses.alg1.equations.readback import answer_balances
from courses.alg1.equations.solve_multi_step_equations import REQUESTS
from exercises import Number, Question, Reroll, Step, integer, nonzero, num, pick, shuffled, signed, template, term
from exercises.exact import Fraction

REMINDER = "The letter stands on both sides. Which term could you take from both sides so that it is on one side only?"


def plain(rng: Random, x: str) -> Posed:
    """`7x - 4 = 3x + 12`."""
    root, a, c = solution(rng), nonzero(rng, -9, 12), nonzero(rng, -9, 12)
    b = nonzero(rng, -20, 20)
    left, right = side(a, b), side(c, whole((a - c) * root + b))
    return both_sides("plain", x, balanced(left.tex(x), right.tex(x)), left, right)


def constant_first(rng: Random, x: str) -> Posed:
    """`15 - 2x = 4x - 9` or `8 + 3x = 20 - x`."""
    root, a, c = solution(rng), nonzero(rng, -9, 9), nonzero(rng, -9, 9)
    b = integer(rng, 1, 20)
    left, right = side(a, b), side(c, whole((a - c) * root + b))
    second = (num(right.constant), term(c, x))
    shown = sum_tex(*(second if right.constant > 0 else second[::-1]))
    return both_sides("first", x, balanced(sum_tex(num(b), term(a, x)), shown), left, right)


def one_constant(rng: Random, x: str) -> Posed:
    """`9x = 4x - 35`, or with the sides swapped."""
    root, a, c = solution(rng), nonzero(rng, -12, 12), nonzero(rng, -12, 12)
    left, right = side(a, 0), side(c, whole((a - c) * root))
    first, second = shuffled(rng, (left, right))
    return both_sides("one", x, balanced(first.tex(x), second.tex(x)), first, second)


def unlike_order(rng: Random, x: str) -> Posed:
    """`5x + 3 - 2x = x + 11`: like terms to collect on the left."""
    root, a, e, c = solution(rng), nonzero(rng, -9, 9), nonzero(rng, -9, 9), nonzero(rng, -9, 9)
    b = nonzero(rng, -15, 15)
    left, right = side(a + e, b), side(c, whole((a + e - c) * root + b))
    if not a + e:
        raise Reroll
    shown = sum_tex(*shuffled(rng, (term(a, x), num(b), term(e, x))))
    first = Step(
        f"Collect the terms in ${x}$ on the left: ${balanced(left.tex(x), right.tex(x))}$.",
        f"${a} {signed(e)} = {a + e}$; like terms on one side are put together before anything moves.",
    )
    return both_sides("collect", x, balanced(shown, right.tex(x)), left, right, (first,), (a, e))


def constants_to_collect(rng: Random, x: str) -> Posed:
    """`6x - 5 = 2x + 9 - 4`: constants to collect on the right."""
    root, a, c = solution(rng), nonzero(rng, -9, 9), nonzero(rng, -9, 9)
    b, e = nonzero(rng, -15, 15), nonzero(rng, -15, 15)
    left = side(a, b)
    rest = whole((a - c) * root + b) - e
    right = side(c, rest + e)
    shown = sum_tex(*shuffled(rng, (term(c, x), num(rest), num(e))))
    first = Step(
        f"Collect the constants on the right: ${balanced(left.tex(x), right.tex(x))}$.",
        f"${num(rest)} {signed(e)} = {num(rest + e)}$; tidy each side before anything moves.",
    )
    if not rest:
        raise Reroll
    return both_sides("constants", x, balanced(left.tex(x), shown), left, right, (first,), (rest, e))


FORMS = (plain, plain, constant_first, one_constant, unlike_order, constants_to_collect)


def solution(rng: Random) -> Fraction:
    """The answer, chosen first: mostly whole, one time in five a fraction."""
    if integer(rng, 1, 5) > 1:
        return Fraction(nonzero(rng, -12, 12))
    return Fraction(nonzero(rng, -9, 9), pick(rng, (2, 3, 4)))


def whole(value: Fraction) -> int:
    """The number when it is whole and not too large; otherwise the draw is of no use."""
    if value.denominator != 1 or abs(value) > 60:
        raise Reroll
    return int(value)


def both_sides(
    form: str, x: str, tex: str, left: Side, right: Side, opening: tuple[Step, ...] = (), detail: tuple[int, ...] = ()
) -> Posed:
    """The posed equation with the slips that all forms share."""
    if left.slope == right.slope or (not right.constant and not left.constant):
        raise Reroll
    return Posed(
        key=(form, left.slope, left.constant, right.slope, right.constant, *detail),
        tex=tex,
        reminder=REMINDER if not opening else "Tidy each side first: which terms are alike?",
        opening=opening,
        left=left,
        right=right,
        wrong=slips(
            added_letter_terms_of_both_sides=slip(
                side(left.slope + right.slope, left.constant), side(0, right.constant)
            ),
            wrong_inverse_for_constant=slip(side(left.slope, -left.constant), right),
            lost_sign_when_dividing=slip(side(right.slope, left.constant), side(left.slope, right.constant)),
            divided_upside_down=slip(side(right.constant - left.constant, 0), side(0, left.slope - right.slope)),
        ),
    )


@template(
    "alg1/equations/solve-equations-variables-both-sides",
    version=1,
    standards=("HSA.REI.B.3",),
    answer=Number,
    check=answer_balances,
    band="letter on both sides; no brackets or fractions shown; 2 to 4 moves; one answer in five a fraction",
)
def variables_both_sides(rng: Random) -> Question:
    """A draw of one of the forms."""
    letter = pick(rng, LETTERS)
    return ask(pick(rng, FORMS)(rng, letter), letter, pick(rng, REQUESTS).format(letter))
