"""Units typed after a number."""

import re

from exercises.parser.normal import normal

SPELLINGS = {
    "m": ("metre", "metres", "meter", "meters"),
    "cm": ("centimetre", "centimetres", "centimeter", "centimeters"),
    "mm": ("millimetre", "millimetres", "millimeter", "millimeters"),
    "km": ("kilometre", "kilometres", "kilometer", "kilometers"),
    "g": ("gram", "grams"),
    "kg": ("kilogram", "kilograms", "kilo", "kilos"),
    "L": ("l", "litre", "litres", "liter", "liters"),
    "mL": ("ml", "millilitre", "millilitres", "milliliter", "milliliters"),
    "s": ("sec", "secs", "second", "seconds"),
    "min": ("mins", "minute", "minutes"),
    "h": ("hr", "hrs", "hour", "hours"),
    "day": ("days",),
    "week": ("weeks",),
    "year": ("years", "yr", "yrs", "y"),
    "in": ("inch", "inches"),
    "ft": ("foot", "feet"),
    "yd": ("yard", "yards"),
    "mi": ("mile", "miles"),
    "lb": ("lbs", "pound", "pounds"),
    "oz": ("ounce", "ounces"),
    "gal": ("gallon", "gallons"),
    "%": ("percent", "per cent"),
    "$": ("dollar", "dollars", "usd"),
}
USUAL = {spelling: unit for unit, spellings in SPELLINGS.items() for spelling in spellings}
POWER = re.compile(r"\b([a-z]{1,2})([23])\b")
PARTS = re.compile(r"[A-Za-z]+|[^A-Za-z\s]")
NUMBER_THEN_UNIT = re.compile(
    r"\s*(?P<sign>-?)\s*(?P<currency>[$€£]?)\s*(?P<number>(?:\\frac|\\sqrt|[^A-Za-z%°$€£\\])*)"
    r"(?P<unit>(?:[A-Za-z%°$€£\\].*)?)\Z",
    re.DOTALL,
)


def usual(unit: str) -> str:
    """A unit in one spelling: "kilometres per hour" and "km / h" are "km/h", "m3" is "m^3"."""
    text = normal(unit).lower().replace("\\", "").replace("per cent", "%").replace(" per ", "/")
    text = text.replace("square ", "sq ").replace("{", "").replace("}", "").removesuffix(" old")
    text = POWER.sub(r"\1^\2", text)
    squared = re.sub(r"\bsq ([a-z]+)", r"\1^2", re.sub(r"\bcubic ([a-z]+)", r"\1^3", text))
    return "".join(USUAL.get(part, part) for part in PARTS.findall(squared)).lower()


def same_unit(typed: str, declared: str) -> bool:
    """Whether two units are the same but for spelling, capitals, a plural or spaces."""
    a, b = usual(typed), usual(declared)
    return a == b or (a.rstrip("s") == b.rstrip("s") and min(len(a), len(b)) > 3)


def apart(text: str) -> tuple[str, str]:
    """The number and the unit in a typed text; a currency sign in front is its unit."""
    found = NUMBER_THEN_UNIT.match(normal(text).replace("\\$", "$"))
    if found is None:
        return text, ""
    if found["currency"] and not found["unit"]:
        return found["sign"] + found["number"], found["currency"]
    return found["sign"] + found["number"], found["unit"].strip()
