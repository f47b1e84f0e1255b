"""Solve equations that hold brackets or fractions, most with the letter on both sides."""

from math import lcm
from random import Random

from courses.alg1.equations.balance import (
    LETTERS,
    Posed,
    ask,
    balanced,
    over,
    side,
    slip,
    slips,
    times_bracket,
)  # fmt: skip
from courses.alg1.equations.readback import answer_balances
from courses.alg1.equations.solve_multi_step_equations import REQUESTS, distributes
from exercises import (
    Number,
    Question,
    Reroll,
    Step,
    integer,
    nonzero,
    num,
    pick,
    pick_distinct,
    poly,
    signed,
    template,
)
from exercises.exact import Fraction

SAME = "Multiplying every term on both sides by the same number keeps them equal."


def two_brackets(rng: Random, x: str) -> Posed:
    """`3(x + 4) = 5(x - 2)`; worked back from what each bracket is worth."""
    root, t = nonzero(rng, -9, 9), nonzero(rng, -4, 4)
    k, m = pick_distinct(rng, (-4, -3, -2, 2, 3, 4, 5, 6, 7), 2)
    p, q = pick(rng, (1, 1, 2, 3)), pick(rng, (1, 1, 2, 3))
    b, d = fits(m * t - p * root), fits(k * t - q * root)
    if k * p == m * q:
        raise Reroll
    left, right = side(k * p, k * b), side(m * q, m * d)
    return Posed(
        key=("two", k, p, b, m, q, d),
        tex=balanced(times_bracket(k, poly(p, x, b)), times_bracket(m, poly(q, x, d))),
        reminder="Both sides hold a bracket. What does each factor in front multiply?",
        opening=(
            Step(
                f"Multiply out both brackets: ${balanced(left.tex(x), right.tex(x))}$.",
                "Each factor multiplies every term in its bracket (distributive property).",
            ),
        ),
        left=left,
        right=right,
        wrong=slips(
            multiplied_first_term_only=slip(side(k * p, b), side(m * q, d)),
            added_letter_terms_of_both_sides=slip(side(k * p + m * q, k * b), side(0, m * d)),
            lost_sign_when_dividing=slip(side(-k * p, k * b), side(-m * q, m * d)),
        ),
    )


def brackets_apart(rng: Random, x: str) -> Posed:
    """`5(x + 2) - 3(x - 4) = 26`."""
    root, k, m = nonzero(rng, -9, 9), integer(rng, 2, 6), integer(rng, 2, 6)
    p, q = pick(rng, (1, 1, 2)), pick(rng, (1, 1, 2, 3))
    b, d = nonzero(rng, -9, 9), nonzero(rng, -9, 9)
    slope, constant = k * p - m * q, k * b - m * d
    if abs(slope) < 2:
        raise Reroll
    total = slope * root + constant
    left, right = side(slope, constant), side(0, total)
    spread = f"{poly(k * p, x, k * b)} {signed(-m * q, x)} {signed(-m * d)}"
    return Posed(
        key=("apart", k, p, b, m, q, d, total),
        tex=balanced(f"{times_bracket(k, poly(p, x, b))} - {times_bracket(m, poly(q, x, d))}", num(total)),
        reminder=f"The second bracket is taken away ${m}$ times. Watch both of its signs.",
        opening=(
            Step(f"Multiply out: ${spread} = {total}$.", f"The factor ${-m}$ multiplies both terms of its bracket."),
            Step(f"Collect like terms: ${left.tex(x)} = {total}$.", "Letters with letters, constants with constants."),
        ),
        left=left,
        right=right,
        wrong=slips(
            minus_reached_first_term_only=slip(side(slope, k * b + m * d), right),
            multiplied_first_term_only=slip(side(slope, b - d), right),
            wrong_inverse_for_constant=slip(side(slope, -constant), right),
        ),
    )


def equal_fractions(rng: Random, x: str) -> Posed:
    r"""`\frac{2x + 3}{5} = \frac{x - 1}{2}`."""
    root, t = nonzero(rng, -12, 12), nonzero(rng, -6, 6)
    m, n = pick_distinct(rng, (2, 3, 4, 5, 6, 7), 2)
    p, q = pick(rng, (1, 1, 2, 3)), pick(rng, (1, 1, 2, 3))
    b, d, whole = fits(m * t - p * root), fits(n * t - q * root), lcm(m, n)
    up, down = whole // m, whole // n
    if up * p == down * q:
        raise Reroll
    left, right = side(up * p, up * b), side(down * q, down * d)
    cleared = balanced(times_bracket(up, poly(p, x, b)) if up > 1 else poly(p, x, b),
                       times_bracket(down, poly(q, x, d)) if down > 1 else poly(q, x, d))  # fmt: skip
    return Posed(
        key=("equal", m, p, b, n, q, d),
        tex=balanced(over(poly(p, x, b), m), over(poly(q, x, d), n)),
        reminder=f"Which number can you multiply both sides by, so that neither ${m}$ nor ${n}$ is left below?",
        opening=(
            Step(
                f"Multiply both sides by ${whole}$: ${cleared}$.",
                f"${whole}$ is the least common multiple of ${m}$ and ${n}$.",
            ),
            Step(
                f"Multiply out: ${balanced(left.tex(x), right.tex(x))}$.",
                "Each factor multiplies every term in its bracket.",
            ),
        ),
        left=left,
        right=right,
        wrong=slips(
            crossed_with_own_denominator=slip(side(m * p, m * b), side(n * q, n * d)),
            multiplied_first_term_only=slip(side(up * p, b), side(down * q, d)),
            dropped_denominators=slip(side(p, b), side(q, d)),
        ),
    )


def parts_of_letter(rng: Random, x: str) -> Posed:
    r"""`\frac{x}{3} + \frac{x}{4} = 7`, or with a minus."""
    m, n = pick_distinct(rng, (2, 3, 4, 5, 6, 8, 10), 2)
    sign, whole = pick(rng, (-1, 1)), lcm(m, n)
    if whole > 30:
        raise Reroll
    slope, extra = Fraction(1, m) + sign * Fraction(1, n), integer(rng, -9, 9)
    root = Fraction(whole * nonzero(rng, -6, 6), pick(rng, (1, 1, 2)))
    total = slope * root + extra
    if total.denominator != 1 or not total:
        raise Reroll
    up, down = whole // m, sign * whole // n
    tail = f" {signed(extra)}" if extra else ""
    spread = f"{poly(up, x, down, x, whole * extra)} = {num(whole * total)}"
    left, right = side(up + down, whole * extra), side(0, whole * total)
    steps = [Step(f"Multiply every term by ${whole}$: ${spread}$.", SAME)]
    steps += [Step(f"Collect the terms in ${x}$: ${balanced(left.tex(x), right.tex(x))}$.", "They are like terms now.")]
    return Posed(
        key=("parts", m, n, sign, extra, total),
        tex=balanced(rf"\frac{{{x}}}{{{m}}} {'+' if sign > 0 else '-'} \frac{{{x}}}{{{n}}}{tail}", num(total)),
        reminder=f"Which number do both ${m}$ and ${n}$ divide? Multiplying by it clears the fractions.",
        opening=tuple(steps),
        left=left,
        right=right,
        wrong=slips(
            added_denominators=slip(side(Fraction(2, m + n), extra), side(0, total)) if sign > 0 else None,
            cleared_fraction_from_one_side=slip(left, side(0, total)),
            cleared_fraction_from_one_term=slip(side(up + down, extra), right) if extra else None,
            dropped_denominators=slip(side(1 + sign, extra), side(0, total)),
        ),
    )


def fraction_of_bracket(rng: Random, x: str) -> Posed:
    r"""`\frac{2}{3}(x - 6) = 4x + 1`."""
    part = pick(rng, [Fraction(p, q) for q in (2, 3, 4, 5) for p in (1, 2, 3) if Fraction(p, q).denominator == q])
    root, t, c = nonzero(rng, -12, 12), nonzero(rng, -6, 6), nonzero(rng, -5, 5)
    above, below = part.numerator, part.denominator
    b, d = fits(below * t - root), fits(above * t - c * root)
    first_left, first_right = side(above, above * b), side(below * c, below * d)
    if above == below * c:
        raise Reroll
    cleared = times_bracket(above, poly(1, x, b)) if above > 1 else poly(1, x, b)
    opening = [Step(f"Multiply both sides by ${below}$: ${cleared} = {first_right.tex(x)}$.",
                    f"This clears the fraction; on the right both terms become ${below}$ times as large.")]  # fmt: skip
    if above > 1:
        opening += [Step(f"Multiply out: ${balanced(first_left.tex(x), first_right.tex(x))}$.", distributes(above))]
    return Posed(
        key=("of", part, b, c, d),
        tex=balanced(f"{num(part)}(" + poly(1, x, b) + ")", poly(c, x, d)),
        reminder=f"What could you multiply both sides by, so that the fraction ${num(part)}$ becomes a whole number?",
        opening=tuple(opening),
        left=first_left,
        right=first_right,
        wrong=slips(
            cleared_fraction_from_one_term=slip(first_left, side(below * c, d)),
            multiplied_first_term_only=slip(side(part, b), side(c, d)),
            cleared_fraction_from_one_side=slip(first_left, side(c, d)),
        ),
    )


def fraction_taken_away(rng: Random, x: str) -> Posed:
    r"""`\frac{x + 1}{2} - \frac{x - 3}{5} = 4`."""
    root, s, t = nonzero(rng, -12, 12), nonzero(rng, -6, 8), nonzero(rng, -6, 6)
    m, n = pick_distinct(rng, (2, 3, 4, 5, 6), 2)
    p = pick(rng, (1, 1, 2, 3))
    b, d, whole = fits(m * s - p * root), fits(n * t - root), lcm(m, n)
    up, down, total = whole // m, whole // n, s - t
    slope, constant = up * p - down, up * b - down * d
    if not slope or not total:
        raise Reroll
    first = times_bracket(up, poly(p, x, b)) if up > 1 else poly(p, x, b)
    second = times_bracket(down, poly(1, x, d)) if down > 1 else f"({poly(1, x, d)})"
    left, right = side(slope, constant), side(0, whole * total)
    return Posed(
        key=("minus", m, p, b, n, d),
        tex=balanced(f"{over(poly(p, x, b), m)} - {over(poly(1, x, d), n)}", num(total)),
        reminder="The bar of a fraction works like a bracket: the minus sign belongs to everything above it.",
        opening=(
            Step(f"Multiply every term by ${whole}$: ${first} - {second} = {whole * total}$.", SAME),
            Step(
                f"Multiply out and collect: ${balanced(left.tex(x), right.tex(x))}$.",
                "The minus sign changes both signs in the second bracket.",
            ),
        ),
        left=left,
        right=right,
        wrong=slips(
            minus_reached_first_term_only=slip(side(slope, up * b + down * d), right),
            cleared_fraction_from_one_side=slip(left, side(0, total)),
            dropped_denominators=slip(side(p - 1, b - d), side(0, total)),
        ),
    )


def letter_parts_both_sides(rng: Random, x: str) -> Posed:
    r"""`\frac{x}{2} + 3 = \frac{x}{5} - 6`."""
    m, n = pick_distinct(rng, (2, 3, 4, 5, 6), 2)
    whole = lcm(m, n)
    root = Fraction(whole * nonzero(rng, -4, 4))
    b = nonzero(rng, -9, 9)
    d = fits(root / m + b - root / n)
    up, down = whole // m, whole // n
    left, right = side(up, whole * b), side(down, whole * d)
    return Posed(
        key=("sides", m, n, b, d),
        tex=balanced(rf"\frac{{{x}}}{{{m}}} {signed(b)}", rf"\frac{{{x}}}{{{n}}} {signed(d)}"),
        reminder=f"Which number do both ${m}$ and ${n}$ divide? Multiply every term by it.",
        opening=(Step(f"Multiply every term by ${whole}$: ${balanced(left.tex(x), right.tex(x))}$.", SAME),),
        left=left,
        right=right,
        wrong=slips(
            cleared_fraction_from_one_term=slip(side(up, b), side(down, d)),
            wrong_inverse_for_constant=slip(side(up, -whole * b), right),
            added_letter_terms_of_both_sides=slip(side(up + down, whole * b), side(0, whole * d)),
        ),
    )


FORMS = (two_brackets, brackets_apart, equal_fractions, parts_of_letter, fraction_of_bracket,
         fraction_taken_away, letter_parts_both_sides)  # fmt: skip


def fits(value: Fraction | int) -> int:
    """A constant that is whole, not 0 and small enough to work with; otherwise the draw is of no use."""
    exact = Fraction(value)
    if exact.denominator != 1 or not 0 < abs(exact) <= 25:
        raise Reroll
    return int(exact)


@template(
    "alg1/equations/solve-equations-brackets-fractions",
    version=1,
    standards=("HSA.REI.B.3",),
    answer=Number,
    check=answer_balances,
    band="two brackets, or fractions with denominators up to 10; 3 to 5 moves; solution within 30",
)
def brackets_fractions(rng: Random) -> Question:
    """A draw of one of the forms."""
    letter, form = pick(rng, LETTERS), pick(rng, FORMS)
    return ask(form(rng, letter), letter, pick(rng, REQUESTS).format(letter))
