"""The one ``Fraction`` of questions and answers: Python's own, compiled (quicktions; ADR 17).

It takes and gives the same values as ``fractions.Fraction`` and compares, hashes and prints alike, but its values are
of another class. So everything imports it from here, and ``isinstance`` knows these values and no others.
"""

from fractions import Fraction as Plain  # noqa: TID251 - reads texts, see below
from typing import TYPE_CHECKING, Any

import quicktions

Compiled = quicktions.Fraction


class _Made(type):
    """What ``Fraction(...)`` and ``isinstance(..., Fraction)`` mean."""

    def __call__(cls, numerator: Any = 0, denominator: Any = None) -> Any:
        """A text is read by Python's own class: quicktions 1.19 to 1.24 writes the digit of a text like "3" into memory
        that all of Python shares (the bytes of one zero). A test holds that this memory stays as it is."""
        if isinstance(numerator, str):
            numerator = Plain(numerator)
        return Compiled(numerator, denominator)

    def __instancecheck__(cls, value: object) -> bool:
        return value.__class__ is Compiled


if TYPE_CHECKING:  # it has no types of its own
    Fraction = Plain
else:

    class Fraction(metaclass=_Made):
        """See above."""


__all__ = ["Compiled", "Fraction"]
