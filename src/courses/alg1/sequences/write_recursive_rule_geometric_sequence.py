"""Write and use a recursive rule for a geometric sequence."""

from random import Random

from courses.alg1.sequences.geometric_runs import run
from courses.alg1.sequences.recursive import FORMS, stepped
from exercises import Expression, Number, Question, pick, template


@template(
    "alg1/sequences/write-recursive-rule-geometric-sequence",
    version=1,
    standards=("HSF.BF.A.2",),
    answer=(Number, Expression),
    check=stepped,
    band="ratios to 10, also fractions and negative ones; terms to 3,000; at most five steps forward or back",
)
def recursive_geometric(rng: Random) -> Question:
    """A draw of one of the forms."""
    return pick(rng, FORMS)(rng, run)
