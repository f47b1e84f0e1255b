"""Answer projectile and revenue questions."""

from random import Random

from courses.alg1.forms import one_of
from courses.alg1.quadratic_functions.flights import flight
from courses.alg1.quadratic_functions.meanings import meaning
from courses.alg1.quadratic_functions.sales import sale
from courses.alg1.quadratic_functions.tried import tried
from exercises import Number, Question, SingleChoice, template


@template(
    "alg1/quadratic-functions/answer-projectile-revenue-questions",
    version=1,
    standards=("HSF.IF.B.4",),
    answer=(Number, SingleChoice),
    check=tried,
    band="flights of up to 12 s with -5t² in metres or -16t² in feet; prices to 80 dollars; tops at whole numbers or "
    "halves",
)
def flights_and_sales(rng: Random) -> Question:
    """A draw of one of the forms."""
    return one_of(rng, (flight, flight, flight, sale, sale, meaning, meaning))
