"""Solve equations that need two or more moves, with the letter on one side only."""

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
    sum_tex,
    times_bracket,
)  # fmt: skip
from courses.alg1.equations.readback import answer_balances
from exercises import (
    Number,
    Question,
    Reroll,
    Step,
    integer,
    nonzero,
    num,
    pick,
    poly,
    shuffled,
    signed,
    template,
    term,
)
from exercises.exact import Fraction

REQUESTS = (
    "Solve for ${}$.",
    "Find the value of ${}$.",
    "Which value of ${}$ makes this equation true?",
)
"""Sentences above the equation; the letter goes into the place."""


def like_terms(rng: Random, x: str) -> Posed:
    """`7x - 5 - 3x = 11` with the three terms in any order."""
    a, c, root = nonzero(rng, -9, 9), nonzero(rng, -9, 9), nonzero(rng, -9, 9)
    b = nonzero(rng, -15, 15)
    if a + c in (0, 1, -1) or a + b + c == 0:
        raise Reroll
    total = (a + c) * root + b
    shown = sum_tex(*shuffled(rng, (term(a, x), num(b), term(c, x))))
    left, right = side(a + c, b), side(0, total)
    return Posed(
        key=("like", a, b, c, total),
        tex=shown_either_way(rng, shown, num(total)),
        reminder="Which terms on the longer side are alike? Put those together before you undo anything.",
        opening=(
            Step(
                f"Collect the terms in ${x}$: ${balanced(left.tex(x), num(total))}$.",
                f"${term(a, x)}$ and ${term(c, x)}$ are like terms: ${a} {signed(c)} = {a + c}$.",
            ),
        ),
        left=left,
        right=right,
        wrong=slips(
            combined_unlike_terms=slip(side(a + b + c, 0), right),
            wrong_inverse_for_constant=slip(side(a + c, -b), right),
            lost_sign_when_collecting=slip(side(a - c, b), right),
            lost_sign_when_dividing=slip(side(-a - c, b), right),
        ),
    )


def bracket_and_constant(rng: Random, x: str) -> Posed:
    """`3(2x - 5) + 4 = 25`."""
    k, p, root = pick(rng, (-5, -4, -3, -2, 2, 3, 4, 5, 6)), integer(rng, 1, 4), nonzero(rng, -8, 8)
    b, c = nonzero(rng, -9, 9), nonzero(rng, -12, 12)
    total = k * (p * root + b) + c
    expanded = poly(k * p, x, k * b)
    left, right = side(k * p, k * b + c), side(0, total)
    shown = f"{times_bracket(k, poly(p, x, b))} {signed(c)}"
    return Posed(
        key=("bracket", k, p, b, c, total),
        tex=shown_either_way(rng, shown, num(total)),
        reminder=f"There is a bracket. What does the ${k}$ in front of it multiply?",
        opening=(
            Step(f"Multiply out the bracket: ${expanded} {signed(c)} = {total}$.", distributes(k)),
            Step(f"Collect the constants: ${left.tex(x)} = {total}$.", f"${k * b} {signed(c)} = {k * b + c}$."),
        ),
        left=left,
        right=right,
        wrong=slips(
            multiplied_first_term_only=slip(side(k * p, b + c), right),
            wrong_inverse_for_constant=slip(side(k * p, -k * b - c), right),
            lost_sign_when_dividing=slip(side(-k * p, k * b + c), right),
        ),
    )


def bracket_taken_away(rng: Random, x: str) -> Posed:
    """`9 - 2(x - 4) = 5`."""
    k, p, root = integer(rng, 2, 6), pick(rng, (1, 1, 1, 2, 3)), nonzero(rng, -9, 9)
    b, c = nonzero(rng, -9, 9), integer(rng, k + 1, 20)
    total = c - k * (p * root + b)
    left, right = side(-k * p, c - k * b), side(0, total)
    return Posed(
        key=("away", k, p, b, c, total),
        tex=shown_either_way(rng, f"{c} - {times_bracket(k, poly(p, x, b))}", num(total)),
        reminder=f"The ${k}$ times the bracket is taken away. What happens to each sign inside?",
        opening=(
            Step(f"Multiply out the bracket: ${c} {signed(-k * p, x)} {signed(-k * b)} = {total}$.", distributes(-k)),
            Step(f"Collect the constants: ${left.tex(x)} = {total}$.", f"${c} {signed(-k * b)} = {c - k * b}$."),
        ),
        left=left,
        right=right,
        wrong=slips(
            minus_reached_first_term_only=slip(side(-k * p, c + k * b), right),
            subtracted_before_multiplying=slip(side((c - k) * p, (c - k) * b), right),
            lost_sign_when_dividing=slip(side(k * p, c - k * b), right),
        ),
    )


def bracket_and_letter(rng: Random, x: str) -> Posed:
    r"""`4(x - 3) + 2x = 18`, or with the extra term first."""
    k, root = pick(rng, (-4, -3, -2, 2, 3, 4, 5, 6)), nonzero(rng, -9, 9)
    b, c = nonzero(rng, -9, 9), nonzero(rng, -7, 7)
    if k + c in (0, 1, -1):
        raise Reroll
    total = (k + c) * root + k * b
    parts = (times_bracket(k, poly(1, x, b)), term(c, x))
    shown = sum_tex(*shuffled(rng, parts))
    left, right = side(k + c, k * b), side(0, total)
    return Posed(
        key=("bracket-letter", k, b, c, total),
        tex=shown_either_way(rng, shown, num(total)),
        reminder=f"First free the ${x}$ inside the bracket, then put the terms in ${x}$ together.",
        opening=(
            Step(f"Multiply out the bracket: ${poly(k, x, k * b)} {signed(c, x)} = {total}$.", distributes(k)),
            Step(f"Collect the terms in ${x}$: ${left.tex(x)} = {total}$.", f"${k} {signed(c)} = {k + c}$."),
        ),
        left=left,
        right=right,
        wrong=slips(
            multiplied_first_term_only=slip(side(k + c, b), right),
            wrong_inverse_for_constant=slip(side(k + c, -k * b), right),
            lost_sign_when_collecting=slip(side(k - c, k * b), right),
        ),
    )


def fraction_of_letter(rng: Random, x: str) -> Posed:
    r"""`\frac{2}{3}x - 4 = 6`, or `7 - \frac{3}{4}x = 1`."""
    part = pick(rng, [Fraction(p, q) for q in (2, 3, 4, 5) for p in (1, 2, 3, 4) if Fraction(p, q).denominator == q])
    slope, root = part * pick(rng, (-1, 1)), part.denominator * nonzero(rng, -5, 5)
    b = nonzero(rng, -12, 12)
    total = slope * root + b
    parts = (term(slope, x), num(b))
    shown = sum_tex(*(parts if slope > 0 else parts[::-1]))
    left, right = side(slope, b), side(0, total)
    return Posed(
        key=("part", slope, b, total),
        tex=shown_either_way(rng, shown, num(total)),
        reminder=f"Get the term in ${x}$ alone first. Which number is added to it or taken from it?",
        opening=(),
        left=left,
        right=right,
        wrong=slips(
            multiplied_by_same_fraction=(total - b) * slope,
            wrong_inverse_for_constant=slip(side(slope, -b), right),
            lost_sign_when_dividing=slip(side(-slope, b), right),
        ),
    )


def sum_over_number(rng: Random, x: str) -> Posed:
    r"""`\frac{2x - 5}{3} + 4 = 7`."""
    m, p, root = integer(rng, 2, 7), integer(rng, 1, 3), nonzero(rng, -12, 12)
    quotient = nonzero(rng, -8, 8)
    b, c = m * quotient - p * root, nonzero(rng, -9, 9)
    if not 0 < abs(b) <= 20:
        raise Reroll
    total, top = quotient + c, poly(p, x, b)
    return Posed(
        key=("over", m, p, b, c, total),
        tex=shown_either_way(rng, f"{over(top, m)} {signed(c)}", num(total)),
        reminder="Think of the fraction as one object. What is done to it last?",
        opening=(
            Step(
                f"{'Subtract' if c > 0 else 'Add'} ${abs(c)}$ {'from' if c > 0 else 'to'} both sides: "
                f"${over(top, m)} = {quotient}$.",
                "The fraction is undone last in, first out: the number beside it goes first.",
            ),
            Step(f"Multiply both sides by ${m}$: ${top} = {m * quotient}$.", f"Multiplying undoes dividing by ${m}$."),
        ),
        left=side(p, b),
        right=side(0, m * quotient),
        wrong=slips(
            cleared_fraction_from_one_term=slip(side(p, b + c), side(0, m * total)),
            wrong_inverse_for_constant=slip(side(p, b), side(0, m * (total + c))),
            divided_again=slip(side(p, b), side(0, Fraction(quotient, m))),
        ),
    )


FORMS = (like_terms, like_terms, bracket_and_constant, bracket_taken_away, bracket_and_letter,
         fraction_of_letter, sum_over_number)  # fmt: skip


def shown_either_way(rng: Random, left: str, right: str) -> str:
    """The equation, one time in four with its sides swapped."""
    return balanced(right, left) if integer(rng, 1, 4) == 1 else balanced(left, right)


def distributes(factor: int) -> str:
    """Why a bracket may be multiplied out."""
    return f"The factor ${factor}$ multiplies every term in the bracket (distributive property)."


@template(
    "alg1/equations/solve-multi-step-equations",
    version=1,
    standards=("HSA.REI.B.3",),
    answer=Number,
    check=answer_balances,
    band="letter on one side; 2 to 4 moves; at most one bracket or one fraction; solution within 30",
)
def multi_step(rng: Random) -> Question:
    """A draw of one of the forms."""
    letter = pick(rng, LETTERS)
    return ask(pick(rng, FORMS)(rng, letter), letter, pick(rng, REQUESTS).format(letter))
