"""Convert rates with more than one unit."""

import re
from random import Random

from courses.alg1.slips import apart
from courses.alg1.units.rates import LINKS, SCENES, SIZES, Scene
from exercises import Number, Question, Reroll, Step, decimal, pick, template
from exercises.exact import Fraction


def steps_to(unit: str, other: str) -> Fraction:
    """How many of the other unit one unit is."""
    if (unit, other) in LINKS:
        return Fraction(LINKS[unit, other])
    return 1 / Fraction(LINKS[other, unit])


def same_amount_in_base_units(question: Question) -> None:
    """The rate in the prompt and the answer are equal when both are written in base units."""
    stated = re.search(r"(\d+(?:\.\d+)?) ([^ /]+)/([^ ?.,]+)", question.prompt)
    assert stated
    assert isinstance(question.answer, Number)
    amount, above, below = stated.groups()
    to_above, to_below = question.after.split("/")
    assert Fraction(amount) * SIZES[above] / SIZES[below] == question.answer.value * SIZES[to_above] / SIZES[to_below]


@template(
    "alg1/units/convert-rates-more-unit",
    version=1,
    standards=("HSN.Q.A.1",),
    answer=Number,
    check=same_amount_in_base_units,
    band="both units of a rate change, each by one known factor; at most three decimals",
)
def convert_rates(rng: Random) -> Question:
    """The same rate in other units."""
    scene = pick(rng, SCENES)
    amount = pick(rng, scene.amounts)
    top, bottom = steps_to(scene.above, scene.to_above), steps_to(scene.below, scene.to_below)
    answer = amount * top / bottom
    wrong = {
        "rate-converted-top-only": amount * top,
        "rate-converted-bottom-only": amount / bottom,
        "rate-bottom-multiplied": amount * top * bottom,
        "rate-factors-upside-down": amount * bottom / top,
    }
    if (answer * 1000).denominator != 1:
        raise Reroll
    rate = f"{decimal(amount)} {scene.above}/{scene.below}"
    unit = f"{scene.to_above}/{scene.to_below}"
    return Question(
        key=(scene.above, scene.below, unit, amount),
        prompt=f"{scene.says.format(rate=rate)} {pick(rng, ASKS).format(unit)}",
        answer=Number(answer, unit=unit),
        wrong=apart(answer, wrong),
        after=unit,
        calculator=True,
        hints=_hints(scene, amount, answer),
        solution=_solution(scene, amount, answer),
    )


ASKS = ("How much is that in {}?", "Give this rate in {}.", "What is that in {}?")


def plain(n: Fraction) -> str:
    """A number with its thousands set apart, as TeX."""
    whole, dot, rest = decimal(n).partition(".")
    grouped = f"{int(whole):,}".replace(",", "\\,") if len(whole) > 4 else whole
    return f"{grouped}{dot}{rest}"


ONE = {"dollars": "dollar", "cents": "cent"}
MANY = {"day": "days", "week": "weeks", "year": "years"}
"""Units that are words: one of them, where the question names many, and many, where it names one."""


def with_unit(n: Fraction, unit: str) -> str:
    """TeX of an amount with its unit."""
    return f"{plain(n)}\\,{upright((ONE if n == 1 else MANY).get(unit, unit))}"


def upright(unit: str) -> str:
    """TeX of a unit: upright letters, its power as a power."""
    power = {"²": "^2", "³": "^3"}.get(unit[-1], "")
    return f"\\text{{{unit.rstrip('²³')}}}{power}"


def factor(up: str, down: str) -> str:
    """TeX of a fraction that is worth 1: an amount of one unit over the same amount of the other."""
    n = steps_to(down, up)
    above, below = (n, Fraction(1)) if n >= 1 else (Fraction(1), 1 / n)
    return f"\\frac{{{with_unit(above, up)}}}{{{with_unit(below, down)}}}"


def _known(scene: Scene) -> str:
    pairs = ((scene.above, scene.to_above), (scene.below, scene.to_below))
    large_first = [(a, b) if steps_to(a, b) >= 1 else (b, a) for a, b in pairs]
    return " and ".join(f"${with_unit(Fraction(1), a)} = {with_unit(steps_to(a, b), b)}$" for a, b in large_first)


def _hints(scene: Scene, amount: Fraction, answer: Fraction) -> tuple[str, ...]:
    top, bottom = factor(scene.to_above, scene.above), factor(scene.below, scene.to_below)
    return (
        "Both units change. Multiply by fractions that are worth 1, so that the old units cancel.",
        f"You need {_known(scene)}.",
        f"Set it up so that {scene.above} and {scene.below} cancel: multiply by ${top}$ and by ${bottom}$.",
        f"The result is ${plain(answer)}$ {scene.to_above}/{scene.to_below}.",
    )


def _solution(scene: Scene, amount: Fraction, answer: Fraction) -> tuple[Step, ...]:
    top, bottom = factor(scene.to_above, scene.above), factor(scene.below, scene.to_below)
    rate = f"\\frac{{{with_unit(amount, scene.above)}}}{{{with_unit(Fraction(1), scene.below)}}}"
    return (
        Step(f"{_known(scene)}.", "These facts give fractions that are worth 1."),
        Step(f"${rate} \\cdot {top} \\cdot {bottom}$", f"Place them so that {scene.above} and {scene.below} cancel."),
        Step(f"$= {plain(answer)}$ {scene.to_above}/{scene.to_below}", "Multiply the tops, divide by the bottoms."),
    )
