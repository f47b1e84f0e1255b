"""Decimals in a typed expression that stand for numbers which no decimal can show."""

from exercises.answers.reading import terminates
from exercises.exact import Fraction
from exercises.parser import Node, Undefined
from exercises.parser.nodes import Num, walk
from exercises.parser.polynomials import polynomial

MOST_PLACES = 12


def cuts_off(given: Node, exact: Node) -> bool:
    """Whether two polynomials differ only in decimals of two or more places, rounded or cut off from the exact ones."""
    if all(node.whole for node in walk(given) if isinstance(node, Num)):
        return False
    try:
        typed, right = polynomial(given), polynomial(exact)
    except Undefined:
        return False
    return typed.keys() == right.keys() and all(
        number == right[monomial] or stands_for(number, right[monomial]) for monomial, number in typed.items()
    )


def stands_for(number: Fraction, exact: Fraction) -> bool:
    """Whether a number with two or more decimals is the beginning of one whose decimals do not end."""
    if terminates(exact) or not terminates(number):
        return False
    places = next((n for n in range(MOST_PLACES) if (number * 10**n).denominator == 1), 0)
    return places >= 2 and abs(number - exact) < Fraction(1, 10**places)
