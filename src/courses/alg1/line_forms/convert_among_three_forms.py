"""Convert among the three forms."""

from collections.abc import Callable
from random import Random

from courses.alg1.line_forms.writing import (
    Slip,
    equations,
    kept,
    line_answered,
    of_slope,
    point_form,
    slope,
    slope_form,
    sloped,
    standard_form,
)
from exercises import (
    Equation,
    Question,
    Reroll,
    Step,
    bracketed,
    integer,
    nonzero,
    num,
    pick,
    poly,
    signed,
    template,
    term,
)
from exercises.exact import Fraction
from exercises.geometry import LineForm, line_form


def same_points(question: Question) -> None:
    """The equation of the prompt and the answer's have the same line, found from points of both."""
    assert isinstance(question.answer, Equation)
    assert equations(question.prompt.split(".")[0] + ".") == [line_answered(question.answer.text)]


def asked(key: tuple[object, ...], given: str, answer: Equation, line: LineForm, slips: dict[str, Slip],
          steps: tuple[tuple[str, str], ...]) -> Question:  # fmt: skip
    """The question; the steps are text and reason, the last one the answer."""
    wanted = {
        "standard": "standard form $ax + by = c$, with integers for $a$, $b$ and $c$",
        "slope-intercept": "the form $y = mx + b$",
    }[answer.shape]
    first = {
        "standard": "Clear the fractions first, if there are any. Then both letters go to one side.",
        "slope-intercept": "Free the $y$: undo what is done to it, one step at a time, on both sides.",
    }[answer.shape]
    return Question(
        key=key,
        prompt=f"A line has the equation ${given}$. Write it in {wanted}.",
        answer=answer,
        wrong=kept(line, slips),
        hints=(first, *(text for text, _ in steps[:-1][:3]), f"You get {steps[-1][0]}"),
        solution=tuple(Step(*step) for step in steps),
    )


def in_slope_form(m: Fraction, b: Fraction) -> Equation:
    """The answer y = mx + b."""
    return Equation(slope_form(m, b), solved_for="y", shape="slope-intercept")


def standard_to_slope(rng: Random) -> Question:
    """ax + by = c solved for y."""
    a, b, c = nonzero(rng, -9, 9), nonzero(rng, -6, 6), nonzero(rng, -24, 24)
    m, k = Fraction(-a, b), Fraction(c, b)
    if abs(b) == 1 or max(m.denominator, k.denominator) > 6 or (m.denominator == 1) != (k.denominator == 1):
        raise Reroll
    given = f"{poly(a, 'x', b, 'y')} = {c}"
    slips = {
        "form-moved-without-sign": sloped(-m, k),
        "form-constant-not-divided": sloped(m, c),
        "form-not-solved-for-y": sloped(-a, c),
        "form-sign-of-intercept": sloped(m, -k),
    }
    act = f"${term(a, 'x')}$ is taken away on both sides" if a > 0 else f"${term(-a, 'x')}$ is added to both sides"
    return asked(
        ("standard-slope", a, b, c), given, in_slope_form(m, k), line_form(a, b, c), slips,
        ((f"${term(b, 'y')} = {poly(-a, 'x', c)}$.", f"Here {act}."),
         (f"${slope_form(m, k)}$.", f"Every term is divided by ${b}$.")),
    )  # fmt: skip


def point_to_slope(rng: Random) -> Question:
    """y - q = m(x - p) solved for y."""
    m, p = slope(rng, 6, (1, 1, 2, 3)), (nonzero(rng, -9, 9), nonzero(rng, -9, 9))
    b = p[1] - m * p[0]
    if not b or b.denominator > 3:
        raise Reroll
    slips = {
        "form-bracket-first-term-only": sloped(m, p[1] - p[0]),
        "form-moved-without-sign": sloped(m, -p[1] - m * p[0]),
        "form-bracket-sign": sloped(m, p[1] + m * p[0]),
    }
    expanded = poly(m, "x", -m * p[0])
    act = f"{abs(p[1])} is {'added to' if p[1] > 0 else 'taken away on'} both sides."
    return asked(
        ("point-slope", m, p), point_form(m, p), in_slope_form(m, b), of_slope(m, p), slips,
        ((f"$y {signed(-p[1])} = {expanded}$.",
          f"The bracket is multiplied out: ${num(m)} \\cdot {bracketed(-p[0])} = {num(-m * p[0])}$."),
         (f"${slope_form(m, b)}$.", act)),
    )  # fmt: skip


def slope_to_standard(rng: Random) -> Question:
    """y = mx + b with a fraction to be cleared."""
    m, b = slope(rng, 9, (2, 3, 4, 5, 6)), integer(rng, -9, 9)
    if m.denominator == 1 or not b:
        raise Reroll
    d = m.denominator
    line = line_form(-m, 1, b)
    slips: dict[str, Slip] = {
        "form-denominator-not-cleared": (standard_form((-m.numerator, d, b)), line_form(-m.numerator, d, b)),
        "form-moved-without-sign": (standard_form((m.numerator, d, b * d)), line_form(m.numerator, d, b * d)),
        "form-sign-of-intercept": (standard_form((-m.numerator, d, -b * d)), line_form(-m.numerator, d, -b * d)),
    }
    act = "taken away" if m > 0 else "added"
    return asked(
        ("slope-standard", m, b), slope_form(m, b), Equation(standard_form(line), shape="standard"), line, slips,
        ((f"${d}y = {poly(m.numerator, 'x', b * d)}$.", f"Every term is multiplied by {d}."),
         (f"${poly(-m.numerator, 'x', d, 'y')} = {b * d}$.",
          f"The term with $x$ is {act} on both sides; all signs may also be turned round.")),
    )  # fmt: skip


def point_to_standard(rng: Random) -> Question:
    """y - q = m(x - p) with a whole slope, to standard form."""
    m, p = nonzero(rng, -6, 6), (nonzero(rng, -9, 9), nonzero(rng, -9, 9))
    if abs(m) == 1 or p[1] == m * p[0]:
        raise Reroll
    line = of_slope(m, p)
    b = p[1] - m * p[0]
    slips: dict[str, Slip] = {
        "form-bracket-first-term-only": (standard_form((-m, 1, p[1] - p[0])), line_form(-m, 1, p[1] - p[0])),
        "form-moved-without-sign": (standard_form((m, 1, b)), line_form(m, 1, b)),
        "form-bracket-sign": (standard_form((-m, 1, p[1] + m * p[0])), line_form(-m, 1, p[1] + m * p[0])),
    }
    return asked(
        ("point-standard", m, p), point_form(m, p), Equation(standard_form(line), shape="standard"), line, slips,
        ((f"$y {signed(-p[1])} = {poly(m, 'x', -m * p[0])}$.", "The bracket is multiplied out."),
         (f"${poly(-m, 'x', 1, 'y')} = {b}$.",
          "Letters to one side, numbers to the other; all signs may also be turned round.")),
    )  # fmt: skip


WAYS: tuple[Callable[[Random], Question], ...] = (
    standard_to_slope, standard_to_slope, point_to_slope, slope_to_standard, point_to_standard,
)  # fmt: skip


@template(
    "alg1/line-forms/convert-among-three-forms",
    version=1,
    standards=("HSA.SSE.B.3",),
    answer=Equation,
    check=same_points,
    band="one line from one form to another in two steps; denominators up to 6",
)
def convert(rng: Random) -> Question:
    """From standard or point-slope form to y = mx + b, or to standard form."""
    return pick(rng, WAYS)(rng)
