"""Write and use a recursive rule for an arithmetic sequence."""

from random import Random

from courses.alg1.sequences.recursive import FORMS, stepped
from courses.alg1.sequences.runs import Run, arithmetic
from exercises import Expression, Number, Question, nonzero, pick, template
from exercises.exact import Fraction


def run(rng: Random) -> Run:
    """Whole numbers mostly, now and then halves."""
    bottom = 2 if rng.random() < 0.15 else 1
    return arithmetic(Fraction(nonzero(rng, -30, 40), bottom), Fraction(nonzero(rng, -15, 15), bottom))


@template(
    "alg1/sequences/write-recursive-rule-arithmetic-sequence",
    version=1,
    standards=("HSF.BF.A.2",),
    answer=(Number, Expression),
    check=stepped,
    band="first terms to 40, steps to 15, now and then halves; at most five steps forward or back",
)
def recursive_arithmetic(rng: Random) -> Question:
    """A draw of one of the forms."""
    return pick(rng, FORMS)(rng, run)
