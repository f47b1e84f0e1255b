"""Rates from life with plausible sizes, how units hang together, and their sizes in base units."""

from collections.abc import Sequence
from dataclasses import dataclass

from exercises.exact import Fraction

LINKS = {
    ("km", "m"): 1000,
    ("m", "cm"): 100,
    ("m", "mm"): 1000,
    ("cm", "mm"): 10,
    ("mi", "ft"): 5280,
    ("h", "s"): 3600,
    ("h", "min"): 60,
    ("min", "s"): 60,
    ("day", "h"): 24,
    ("day", "min"): 1440,
    ("week", "day"): 7,
    ("year", "day"): 365,
    ("L", "mL"): 1000,
    ("kg", "g"): 1000,
    ("t", "kg"): 1000,
    ("dollars", "cents"): 100,
    ("GB", "MB"): 1000,
    ("m³", "cm³"): 1_000_000,
    ("ha", "m²"): 10_000,
}
"""How many of the second unit make one of the first (a year of 365 days, an international mile)."""

SIZES = {
    "mm": Fraction(1, 1000),
    "cm": Fraction(1, 100),
    "m": Fraction(1),
    "km": Fraction(1000),
    "ft": Fraction(3048, 10000),
    "mi": Fraction(1609344, 1000),
    "s": Fraction(1),
    "min": Fraction(60),
    "h": Fraction(3600),
    "day": Fraction(86400),
    "week": Fraction(604800),
    "year": Fraction(31536000),
    "mL": Fraction(1, 1000),
    "L": Fraction(1),
    "g": Fraction(1),
    "kg": Fraction(1000),
    "t": Fraction(1000000),
    "cents": Fraction(1),
    "dollars": Fraction(100),
    "MB": Fraction(1),
    "GB": Fraction(1000),
    "cm³": Fraction(1, 1000000),
    "m³": Fraction(1),
    "m²": Fraction(1),
    "ha": Fraction(10000),
}
"""Sizes in metres, seconds, litres or cubic metres, grams, cents, megabytes, square metres: for the check."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with a place {rate}, the units above and below the bar, those wanted, and the amounts."""

    says: str
    above: str
    below: str
    to_above: str
    to_below: str
    amounts: Sequence[Fraction]


def by(step: Fraction | int | str, first: int, last: int) -> tuple[Fraction, ...]:
    """The multiples of a step, from the first to the last."""
    return tuple(Fraction(step) * n for n in range(first, last + 1))


SCENES = (
    Scene("A cyclist on a flat road in Utrecht rides at {rate}.", "km", "h", "m", "s", by("1.8", 8, 22)),
    Scene("A train in Japan passes a small station at {rate}.", "km", "h", "m", "s", by(18, 6, 16)),
    Scene("A greyhound runs at {rate}.", "m", "s", "km", "h", by("0.5", 20, 36)),
    Scene("The wind on a pass in the Andes blows at {rate}.", "m", "s", "km", "h", by("1.5", 2, 18)),
    Scene("A walker crosses a park at {rate}.", "m", "min", "km", "h", by(5, 11, 21)),
    Scene("A ferry crosses a fjord at {rate}.", "km", "h", "m", "min", by("1.2", 10, 30)),
    Scene("A garden hose gives {rate}.", "L", "min", "mL", "s", by("1.5", 4, 16)),
    Scene("A spring in the hills gives {rate}.", "mL", "s", "L", "min", by(25, 2, 16)),
    Scene("A tap drips at {rate}.", "mL", "min", "L", "day", by("2.5", 2, 14)),
    Scene("A cow gives {rate} over a whole day.", "L", "day", "mL", "min", by("3.6", 4, 9)),
    Scene("Bamboo in a warm valley grows at {rate}.", "mm", "h", "cm", "day", by("2.5", 3, 14)),
    Scene("A glacier in Nepal moves at {rate}, in a year of 365 days.", "m", "year", "cm", "day", by("36.5", 1, 12)),
    Scene("A snail creeps at {rate}.", "mm", "s", "m", "h", by("0.25", 2, 10)),
    Scene("A film is loaded at {rate}. A GB is 1000 MB here.", "MB", "s", "GB", "min", by("2.5", 2, 20)),
    Scene("A weather station sends {rate}. A GB is 1000 MB here.", "GB", "day", "MB", "h", by("0.6", 2, 16)),
    Scene("A student job pays {rate}.", "dollars", "h", "cents", "min", by("1.5", 6, 16)),
    Scene("A parking meter asks {rate}.", "cents", "min", "dollars", "h", by("0.5", 3, 14)),
    Scene("Lentils at a market cost {rate}.", "dollars", "kg", "cents", "g", by("0.2", 8, 30)),
    Scene("A metal block has a density of {rate}.", "g", "cm³", "kg", "m³", by("0.1", 25, 115)),
    Scene("Dry wood has a density of {rate}.", "kg", "m³", "g", "cm³", by(10, 38, 95)),
    Scene("A farmer in Peru sows barley at {rate}. A hectare is 10,000 m².", "g", "m²", "kg", "ha", by("0.5", 24, 44)),
    Scene("Rice is harvested at {rate}. A hectare is 10,000 m².", "kg", "m²", "t", "ha", by("0.05", 6, 16)),
    Scene("A car drives through a village at {rate}. A mile is 5280 ft.", "mi", "h", "ft", "s", by(15, 1, 3)),
    Scene("Heavy rain falls at {rate}.", "mm", "h", "cm", "day", by("0.5", 5, 24)),
)  # fmt: skip
