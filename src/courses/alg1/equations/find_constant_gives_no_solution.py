"""Find the value of a constant for which a linear equation has no solution."""

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

from courses.alg1.equations.balance import balanced, over, slips, sum_tex, times_bracket
from courses.alg1.equations.readback import at_zero, displayed, line
from courses.alg1.slips import apart
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

LETTER_PAIRS = (("x", "k"), ("x", "a"), ("y", "k"), ("n", "p"), ("t", "c"), ("x", "m"), ("w", "k"), ("y", "a"))
"""The unknown and the constant."""

FOR_NONE = ("For which value of ${k}$ does this equation in ${x}$ have no solution?",
            "Find the value of the constant ${k}$ that leaves this equation in ${x}$ without a solution.",
            "Which value of ${k}$ makes this equation false for every value of ${x}$?")  # fmt: skip
FOR_ANY = (
    "For all values of the constant ${k}$ but one, this equation in ${x}$ has no solution. "
    "Which value is the exception?"
)


@dataclass(frozen=True, slots=True)
class Draw:
    """An equation with a constant to find: `tidying` are the steps before the deciding comparison."""

    numbers: tuple[int, ...]
    tex: str
    tidying: tuple[Step, ...]
    compare: str
    value: Fraction
    wrong: Mapping[str, Fraction]


def coefficient(rng: Random, x: str, k: str) -> Draw:
    """`kx + 5 = 7x - 2`, sides in either order."""
    c, b, d = sized(nonzero(rng, -12, 12)), nonzero(rng, -15, 15), nonzero(rng, -15, 15)
    differ(b, d)
    first, second = shuffled(rng, (f"{k}{x} {signed(b)}", poly(c, x, d)))
    return Draw(
        (c, b, d), balanced(first, second), (), f"{k} = {c}", Fraction(c),
        slips(cancelled_with_opposite_sign=Fraction(-c), matched_the_constants=Fraction(d),
        took_constants_for_coefficients=Fraction(d - b)),
    )  # fmt: skip


def against_bracket(rng: Random, x: str, k: str) -> Draw:
    """`3(2x - 5) = kx + 4`."""
    m, p, b, d = pick(rng, (-4, -3, -2, 2, 3, 4, 5)), integer(rng, 1, 4), nonzero(rng, -9, 9), nonzero(rng, -15, 15)
    differ(m * b, d)
    first, second = shuffled(rng, (times_bracket(m, poly(p, x, b)), f"{k}{x} {signed(d)}"))
    opened = Step(f"Multiply out: the bracket gives ${poly(m * p, x, m * b)}$.", "The factor multiplies both terms.")
    return Draw(
        (m, p, b, d), balanced(first, second), (opened,), f"{k} = {m * p}", Fraction(m * p),
        slips(left_bracket_unopened=Fraction(p), cancelled_with_opposite_sign=Fraction(-m * p),
        matched_the_constants=Fraction(m * b)),
    )  # fmt: skip


def inside_bracket(rng: Random, x: str, k: str) -> Draw:
    """`2(kx + 3) = 8x - 1`."""
    m, value, b, d = integer(rng, 2, 6), sized(nonzero(rng, -6, 6)), nonzero(rng, -9, 9), nonzero(rng, -15, 15)
    c = m * value
    differ(m * b, d)
    first, second = shuffled(rng, (f"{m}({k}{x} {signed(b)})", poly(c, x, d)))
    opened = Step(f"Multiply out: the bracket gives ${m}{k}{x} {signed(m * b)}$.", "The factor multiplies both terms.")
    return Draw(
        (m, value, b, d), balanced(first, second), (opened,), f"{m}{k} = {c}", Fraction(value),
        slips(left_bracket_unopened=Fraction(c), cancelled_with_opposite_sign=Fraction(-value),
        divided_upside_down=Fraction(1, value)),
    )  # fmt: skip


def two_terms(rng: Random, x: str, k: str) -> Draw:
    """`5x - kx + 4 = 2x - 9`."""
    a, sign, c, b, d = (
        integer(rng, 2, 12),
        pick(rng, (-1, 1)),
        nonzero(rng, -9, 9),
        nonzero(rng, -12, 12),
        nonzero(rng, -12, 12),
    )
    value = Fraction(sized((c - a) * sign))
    differ(b, d)
    first, second = shuffled(rng, (sum_tex(term(a, x), f"{'-' if sign < 0 else ''}{k}{x}", num(b)), poly(c, x, d)))
    joined = f"{a} {'+' if sign > 0 else '-'} {k}"
    gathered = Step(
        f"Put the terms in ${x}$ together: the coefficient is ${joined}$.", f"Take ${x}$ out of both terms."
    )
    return Draw(
        (a, sign, c, b, d), balanced(first, second), (gathered,), f"{joined} = {c}", value,
        slips(missed_collecting_first=Fraction(c), cancelled_with_opposite_sign=-value,
        lost_sign_when_collecting=Fraction(a + c)),
    )  # fmt: skip


def bracket_and_constant(rng: Random, x: str, k: str) -> Draw:
    """`k(x + 2) = 5x - 7`: the constant multiplies a bracket."""
    value, b, d = sized(nonzero(rng, -9, 9)), nonzero(rng, -9, 9), nonzero(rng, -20, 20)
    differ(value * b, d)
    first, second = shuffled(rng, (f"{k}({poly(1, x, b)})", poly(value, x, d)))
    opened = Step(f"Multiply out: the bracket gives ${k}{x} {signed(b, k)}$.", "The constant multiplies both terms.")
    return Draw(
        (value, b, d), balanced(first, second), (opened,), f"{k} = {value}", Fraction(value),
        slips(matched_the_constants=Fraction(d, b), cancelled_with_opposite_sign=Fraction(-value),
        took_constants_for_coefficients=Fraction(d)),
    )  # fmt: skip


def fraction_with_constant(rng: Random, x: str, k: str) -> Draw:
    r"""`\frac{kx + 3}{4} = 2x - 5`."""
    m, c, b, d = integer(rng, 2, 6), nonzero(rng, -5, 5), nonzero(rng, -12, 12), nonzero(rng, -9, 9)
    value = sized(m * c)
    differ(b, m * d)
    first, second = shuffled(rng, (over(f"{k}{x} {signed(b)}", m), poly(c, x, d)))
    cleared = Step(
        f"Multiply both sides by ${m}$: the sides are ${k}{x} {signed(b)}$ and ${poly(m * c, x, m * d)}$.",
        "This clears the fraction.",
    )
    return Draw(
        (m, c, b, d), balanced(first, second), (cleared,), f"{k} = {value}", Fraction(value),
        slips(missed_denominator=Fraction(c), cancelled_with_opposite_sign=Fraction(-value),
        matched_the_constants=Fraction(m * d)),
    )  # fmt: skip


def exception(rng: Random, x: str, k: str) -> Draw:
    """`4(2x - 3) = 8x + 3k`: only one constant gives solutions at all."""
    m, p, value, s = (
        pick(rng, (-4, -3, -2, 2, 3, 4, 5)),
        integer(rng, 1, 3),
        sized(nonzero(rng, -9, 9)),
        pick(rng, (1, 2, 3, -1, -2)),
    )
    if s * value % m:
        raise Reroll
    b = s * value // m
    first, second = shuffled(rng, (times_bracket(m, poly(p, x, b)), f"{term(m * p, x)} {signed(s, k)}"))
    opened = Step(f"Multiply out: the bracket gives ${poly(m * p, x, m * b)}$.", "The factor multiplies both terms.")
    return Draw(
        (m, p, value, s), balanced(first, second), (opened,), f"{term(s, k)} = {m * b}", Fraction(value),
        slips(left_bracket_unopened=Fraction(b, s), constant_with_opposite_sign=Fraction(-value),
        stopped_before_dividing=Fraction(s * value)),
    )  # fmt: skip


HIDDEN = (against_bracket, inside_bracket, two_terms, fraction_with_constant, exception)
FORMS = (coefficient, bracket_and_constant, *HIDDEN, *HIDDEN)
"""The forms that show the wanted number as a coefficient come half as often as those that do not."""


def sized(value: int) -> int:
    """A value for the constant that is worth asking for; 0, 1 and -1 are guessed too easily."""
    if abs(value) < 2:
        raise Reroll
    return value


def differ(one: int, other: int) -> None:
    """The constants must differ, or else every number would be a solution."""
    if one == other:
        raise Reroll


def no_solution_left(question: Question) -> None:
    """With the answer put in the letter cancels and the constants settle it; with neighbours it is otherwise."""
    (equation,) = displayed(question.prompt)
    assert isinstance(question.answer, Number)
    value, (x, k) = Fraction(question.answer.value), letters(question)
    slope, constant = line(equation, x, {k: value})
    beside = [line(equation, x, {k: value + step}) for step in (-2, -1, Fraction(1, 2), 1)]
    if question.key[0] == "exception":
        assert slope == 0, equation
        assert constant == 0, equation
        assert all(near[0] == 0 and near[1] != 0 for near in beside), equation
    else:
        assert slope == 0, equation
        assert constant != 0, equation
        assert all(near[0] != 0 for near in beside), equation


def letters(question: Question) -> tuple[str, str]:
    """The unknown and the constant of a question."""
    (equation,) = displayed(question.prompt)
    constant = question.before.removesuffix(" =")
    return next((x, k) for x, k in LETTER_PAIRS if k == constant and x in equation.replace("frac", ""))


@template(
    "alg1/equations/find-constant-gives-no-solution",
    version=1,
    standards=("HSA.REI.B.3",),
    answer=Number,
    check=no_solution_left,
    band="one constant letter; one bracket or one fraction at most; whole answers from 2 to 30 in size",
)
def find_constant(rng: Random) -> Question:
    """A draw of one of the forms; the exception form asks for the constant that does give solutions."""
    (x, k), form = pick(rng, LETTER_PAIRS), pick(rng, FORMS)
    draw = form(rng, x, k)
    if abs(draw.value) > 30:
        raise Reroll
    request = FOR_ANY if form is exception else pick(rng, FOR_NONE)
    compare = constants_agree(draw, x, k) if form is exception else coefficients_agree(draw, x, k)
    steps = (*draw.tidying, *compare)
    return Question(
        key=(form.__name__, *draw.numbers),
        prompt=f"{request.format(x=x, k=k)}\n\n$${draw.tex}$$",
        answer=Number(draw.value),
        hints=(
            f"What must happen to the terms in ${x}$, so that no value of ${x}$ can matter any more?",
            *(step.text for step in steps[:-1][-2:]),
            steps[-1].text,
        ),
        solution=steps,
        wrong=apart(draw.value, draw.wrong),
        before=f"{k} =",
    )


def coefficients_agree(draw: Draw, x: str, k: str) -> tuple[Step, ...]:
    """The deciding steps when the constant is part of a coefficient, and a look at what is left."""
    one, other = (num(side) for side in at_zero(draw.tex, x, {k: draw.value}))
    return (
        Step(
            f"The terms in ${x}$ must cancel, while the constants differ.",
            "What is left is then a false statement, so no number solves it.",
        ),
        Step(
            f"So the coefficients of ${x}$ are equal: ${draw.compare}${so(draw, k)}.",
            f"Equal coefficients cancel. The sides then always differ, as they do for ${x} = 0$: ${one}$, ${other}$.",
        ),
    )


def constants_agree(draw: Draw, x: str, k: str) -> tuple[Step, ...]:
    """The deciding steps when the terms with the unknown cancel anyway."""
    return (
        Step(
            f"The coefficients of ${x}$ agree already, so the terms in ${x}$ cancel.",
            "Only the constants are left to compare.",
        ),
        Step(
            f"The equation has solutions only when the constants agree too: ${draw.compare}${so(draw, k)}.",
            "Then every number is a solution.",
        ),
    )


def so(draw: Draw, k: str) -> str:
    """The value of the constant, unless the comparison says it already."""
    stated = f"{k} = {num(draw.value)}"
    return "" if draw.compare == stated else f", so ${stated}$"
