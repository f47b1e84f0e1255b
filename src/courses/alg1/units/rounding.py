"""Rounding exactly: to decimal places, to significant digits, and writing with a given number of places."""

from math import floor

from exercises.exact import Fraction


def rounded(value: Fraction, places: int) -> Fraction:
    """To the nearest multiple of a power of ten, halves up."""
    unit = Fraction(10) ** -places
    return floor(value / unit + Fraction(1, 2)) * unit


def cut_off(value: Fraction, places: int) -> Fraction:
    """The digits after a place left out."""
    unit = Fraction(10) ** -places
    return floor(value / unit) * unit


def places_for(value: Fraction, digits: int) -> int:
    """The decimal places that leave a positive value with this many significant digits."""
    places = digits
    while value * Fraction(10) ** places >= 10**digits:
        places -= 1
    while value * Fraction(10) ** places < 10 ** (digits - 1):
        places += 1
    return places


def to_digits(value: Fraction, digits: int) -> Fraction:
    """Rounded to this many significant digits."""
    return rounded(value, places_for(value, digits))


def written(value: Fraction, places: int) -> str:
    """With exactly this many decimal places: `12.40`."""
    whole, rest = divmod(int(value * 10**places), 10**places)
    return f"{whole}.{rest:0{places}}" if places > 0 else str(int(value))
