"""Write a perpendicular line."""

from random import Random

from courses.alg1.line_forms.write_parallel_line import ASK, asked, given_line, shown
from courses.alg1.line_forms.writing import line_answered, meets_y, sloped, through
from courses.alg1.lines.points import pair, pairs_in
from exercises import Equation, Question, Reroll, integer, nonzero, pick, template
from exercises.exact import Fraction
from exercises.geometry import on_line


def at_a_right_angle(question: Question) -> None:
    """The answer goes through the point, and steps along both lines make a right angle (Pythagoras)."""
    assert isinstance(question.answer, Equation)
    first, line = given_line(question.prompt), line_answered(question.answer.text)
    assert on_line(line, pairs_in(question.prompt)[-1])
    (a, b), (c, d) = (first[1], -first[0]), (line[1], -line[0])
    assert a * a + b * b + c * c + d * d == (a - c) ** 2 + (b - d) ** 2


@template(
    "alg1/line-forms/write-perpendicular-line",
    version=1,
    standards=("HSG.GPE.B.5",),
    answer=Equation,
    check=at_a_right_angle,
    band="a line by its equation in two forms or by two points, slope up to 5 or with denominator 2 or 3, and a point",
)
def perpendicular(rng: Random) -> Question:
    """The line through a point at a right angle to a given one."""
    m, b = Fraction(nonzero(rng, -5, 5), pick(rng, (1, 1, 2, 3))), integer(rng, -9, 9)
    if abs(m) == 1 or not b:
        raise Reroll
    new = -1 / m
    p = (nonzero(rng, -3, 3) * new.denominator, nonzero(rng, -9, 9))
    start = meets_y(new, p)
    if not start:
        raise Reroll
    says, found = shown(rng, m, b)
    slips = {
        "perpendicular-took-parallel": through(m, p),
        "perpendicular-only-sign": through(-m, p),
        "perpendicular-only-reciprocal": through(1 / m, p),
        "parallel-point-not-used": sloped(new, b),
        "form-point-as-intercept": sloped(new, p[1]),
    }
    rule = "At a right angle the slope is turned upside down and changes its sign."
    prompt = f"{says} {ASK.format(p=f'${pair(p)}$', how='perpendicular')}"
    return asked(("perpendicular", says, p), prompt, found, rule, new, p, slips)
