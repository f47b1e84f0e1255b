"""Quantities with their units, and formulas whose units fit or do not: material for "check by units"."""

from dataclasses import dataclass

MISSING, EXTRA, UNLIKE = "units-one-factor-missing", "units-one-factor-too-many", "units-added-unlike"
DOWN, TIMES = "units-quotient-upside-down", "units-multiplied-for-divided"


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter with what it measures and in which unit."""

    name: str
    what: str
    unit: str


@dataclass(frozen=True, slots=True)
class Scene:
    """Letters, a wanted quantity, formulas whose units fit it, and others with the mistake in each.

    `{k}` is a number without a unit.
    """

    letters: tuple[Letter, ...]
    wanted: str
    unit: str
    fits: tuple[str, ...]
    fails: tuple[tuple[str, str], ...]


SOLID = (Letter("a", "a length", "m"), Letter("b", "a width", "m"), Letter("h", "a height", "m"))
TRIP = (Letter("d", "a distance", "m"), Letter("v", "a speed", "m/s"), Letter("t", "a time", "s"))
SPEEDING = (Letter("v", "a speed", "m/s"), Letter("a", "an acceleration", "m/s²"), Letter("t", "a time", "s"))
BLOCK = (Letter("m", "a mass", "kg"), Letter("V", "a volume", "m³"), Letter("r", "a density", "kg/m³"))
STALL = (Letter("p", "a price", "dollars/kg"), Letter("n", "a mass", "kg"), Letter("f", "a fee", "dollars"))
TANK = (Letter("q", "a flow", "L/min"), Letter("t", "a time", "min"), Letter("V", "a volume", "L"))
HEATER = (Letter("P", "a power", "kW"), Letter("t", "a time", "h"), Letter("c", "a price", "dollars/kWh"))
FIELD = (Letter("y", "a yield", "kg/m²"), Letter("w", "a width", "m"), Letter("m", "a mass", "kg"))
JOB = (Letter("w", "a wage", "dollars/h"), Letter("t", "a time", "h"), Letter("b", "a bonus", "dollars"))

SCENES = (
    Scene(
        SOLID,
        "an area",
        "m²",
        ("{k}ab", "\\frac{{1}}{{{k}}}ah", "a(b + {k}h)", "{k}a^2 + bh", "{k}(ab + bh)", "\\frac{{a^2b}}{{{k}h}}"),
        (
            ("{k}(a + b)", MISSING),
            ("{k}abh", EXTRA),
            ("a + {k}bh", UNLIKE),
            ("\\frac{{ab}}{{{k}h}}", MISSING),
            ("{k}a^2b", EXTRA),
        ),
    ),
    Scene(
        SOLID,
        "a length",
        "m",
        ("{k}(a + b)", "a + {k}h", "\\frac{{ab}}{{{k}h}}", "{k}(a + b + h)", "\\frac{{a + b}}{{{k}}}"),
        (
            ("{k}ab", EXTRA),
            ("a + {k}bh", UNLIKE),
            ("{k}a^2 + h", UNLIKE),
            ("\\frac{{a}}{{{k}h}}", MISSING),
            ("{k}ah^2", EXTRA),
        ),
    ),
    Scene(
        SOLID,
        "a volume",
        "m³",
        ("{k}abh", "\\frac{{1}}{{{k}}}a^2h", "a^2(b + {k}h)", "{k}ah^2 + b^3", "{k}ab(a + h)"),
        (
            ("{k}(a + b + h)", MISSING),
            ("{k}(ab + bh)", MISSING),
            ("a^2b + {k}bh", UNLIKE),
            ("{k}a^2h^2", EXTRA),
            ("\\frac{{{k}abh}}{{b}}", MISSING),
        ),
    ),
    Scene(
        TRIP,
        "a distance",
        "m",
        ("{k}vt", "d + {k}vt", "{k}(d - vt)", "\\frac{{vt}}{{{k}}}"),
        (("\\frac{{v}}{{{k}t}}", TIMES), ("d + {k}v", UNLIKE), ("{k}dt", TIMES), ("\\frac{{{k}t}}{{v}}", DOWN)),
    ),
    Scene(
        TRIP,
        "a speed",
        "m/s",
        ("\\frac{{{k}d}}{{t}}", "v + \\frac{{d}}{{{k}t}}", "{k}v - \\frac{{d}}{{t}}", "\\frac{{d}}{{{k}t}}"),
        (("{k}dt", TIMES), ("\\frac{{{k}t}}{{d}}", DOWN), ("v + {k}dt", UNLIKE), ("d + {k}vt", EXTRA)),
    ),
    Scene(
        TRIP,
        "a time",
        "s",
        ("\\frac{{{k}d}}{{v}}", "t + \\frac{{{k}d}}{{v}}", "\\frac{{d}}{{{k}v}}", "{k}t - \\frac{{d}}{{v}}"),
        (("{k}dv", TIMES), ("\\frac{{{k}v}}{{d}}", DOWN), ("t + {k}dv", UNLIKE), ("{k}t + d", UNLIKE)),
    ),
    Scene(
        SPEEDING,
        "a distance",
        "m",
        ("\\frac{{1}}{{{k}}}at^2", "vt + {k}at^2", "\\frac{{v^2}}{{{k}a}}", "{k}vt"),
        (("{k}at", MISSING), ("v + {k}at^2", UNLIKE), ("{k}vt^2", EXTRA), ("\\frac{{v}}{{{k}a}}", MISSING)),
    ),
    Scene(
        SPEEDING,
        "a speed",
        "m/s",
        ("v + {k}at", "{k}at", "{k}v - at", "\\frac{{at}}{{{k}}}"),
        (("{k}at^2", EXTRA), ("v + {k}at^2", UNLIKE), ("\\frac{{a}}{{{k}t}}", TIMES), ("v + {k}a", UNLIKE)),
    ),
    Scene(
        SPEEDING,
        "a time",
        "s",
        ("\\frac{{{k}v}}{{a}}", "t + \\frac{{v}}{{{k}a}}", "{k}t - \\frac{{v}}{{a}}", "\\frac{{v}}{{{k}a}}"),
        (("\\frac{{{k}a}}{{v}}", DOWN), ("{k}av", TIMES), ("t + {k}v", UNLIKE), ("\\frac{{v^2}}{{{k}a}}", EXTRA)),
    ),
    Scene(
        BLOCK,
        "a mass",
        "kg",
        ("{k}rV", "m + {k}rV", "{k}(m - rV)", "\\frac{{rV}}{{{k}}}"),
        (("\\frac{{{k}r}}{{V}}", TIMES), ("m + {k}V", UNLIKE), ("\\frac{{V}}{{{k}r}}", DOWN), ("{k}mV", EXTRA)),
    ),
    Scene(
        BLOCK,
        "a volume",
        "m³",
        ("\\frac{{{k}m}}{{r}}", "V + \\frac{{m}}{{{k}r}}", "\\frac{{m}}{{{k}r}}", "{k}V - \\frac{{m}}{{r}}"),
        (("{k}mr", TIMES), ("\\frac{{{k}r}}{{m}}", DOWN), ("V + {k}mr", UNLIKE), ("{k}rV", TIMES)),
    ),
    Scene(
        STALL,
        "a cost",
        "dollars",
        ("pn + {k}f", "{k}pn", "{k}(pn - f)", "\\frac{{pn}}{{{k}}}"),
        (("\\frac{{{k}p}}{{n}}", TIMES), ("p + {k}n", UNLIKE), ("{k}fn + p", UNLIKE), ("n(p + {k}f)", UNLIKE)),
    ),
    Scene(
        TANK,
        "a time",
        "min",
        ("\\frac{{{k}V}}{{q}}", "t + \\frac{{V}}{{{k}q}}", "\\frac{{V}}{{{k}q}}", "{k}t - \\frac{{V}}{{q}}"),
        (("{k}qV", TIMES), ("\\frac{{{k}q}}{{V}}", DOWN), ("V - {k}qt", MISSING), ("t + {k}V", UNLIKE)),
    ),
    Scene(
        TANK,
        "a volume",
        "L",
        ("V + {k}qt", "{k}qt", "V - {k}qt", "\\frac{{qt}}{{{k}}}"),
        (("\\frac{{{k}q}}{{t}}", TIMES), ("V + {k}q", UNLIKE), ("{k}Vt", EXTRA), ("\\frac{{t}}{{{k}q}}", DOWN)),
    ),
    Scene(
        HEATER,
        "a cost",
        "dollars",
        ("{k}cPt", "\\frac{{cPt}}{{{k}}}", "cP(t + {k}t)", "{k}Pct"),
        (("\\frac{{{k}c}}{{Pt}}", TIMES), ("{k}cP", MISSING), ("\\frac{{{k}Pt}}{{c}}", DOWN), ("c + {k}Pt", UNLIKE)),
    ),
    Scene(
        FIELD,
        "a mass",
        "kg",
        ("{k}yw^2", "m + {k}yw^2", "\\frac{{yw^2}}{{{k}}}", "{k}(m - yw^2)"),
        (("{k}yw", MISSING), ("\\frac{{{k}y}}{{w^2}}", TIMES), ("m + {k}yw", UNLIKE), ("m + {k}w^2", UNLIKE)),
    ),
    Scene(
        JOB,
        "an amount of pay",
        "dollars",
        ("wt + {k}b", "{k}wt", "b + {k}wt", "\\frac{{wt}}{{{k}}}"),
        (("\\frac{{{k}w}}{{t}}", TIMES), ("w + {k}t", UNLIKE), ("t(w + {k}b)", UNLIKE), ("{k}bt + w", UNLIKE)),
    ),
)
