"""Check a formula by its units."""

import re
from collections.abc import Mapping
from random import Random

from courses.alg1.reading import choices_of, formulas, value_of
from courses.alg1.units.dimensions import SCENES, Scene
from exercises import Choice, Question, SingleChoice, Step, integer, listed, pick, pick_distinct, shuffled, template
from exercises.exact import Fraction

BASES = {"m": 2, "s": 3, "kg": 5, "dollars": 7, "L": 11, "min": 13, "h": 17, "kW": 19}
"""By how much each base unit is made smaller in the check: a different prime for each."""


def smaller_units_scale_alike(question: Question) -> None:
    """Measure everything in smaller units: a formula fits when its value grows as its unit says, else not.

    A metre half as long makes each length twice, each area four times as large, and so on with another
    prime for each unit; a sum of unlike terms grows by no such number.
    """
    units = dict(re.findall(r"\$([A-Za-z])\$ [^,:.]*? in ([^ ,;.]+)", question.prompt))
    numbers = {name: Fraction(n) for name, n in zip(units, (29, 31, 37), strict=False)}
    grown = {name: numbers[name] * growth(unit) for name, unit in units.items()}
    if "In which unit" in question.prompt:
        formula = formulas(question.prompt)[-1]
        fitting = [growth(choice.text) for choice in choices_of(question) if choice.right]
        assert [value_of(formula, **grown) / value_of(formula, **numbers)] == fitting
        assert sum(growth(choice.text) == fitting[0] for choice in choices_of(question)) == 1
        return
    wanted = growth(question.prompt.split("must be in ")[1].split(".")[0])
    odd_one_out = "cannot" in question.prompt
    for choice in choices_of(question):
        formula = formulas(choice.text)[0]
        fits = value_of(formula, **grown) / value_of(formula, **numbers) == wanted
        assert fits is (choice.right is not odd_one_out)


def growth(unit: str) -> Fraction:
    """By how much an amount grows that is measured in this unit."""
    above, _, below = unit.strip().partition("/")
    return _product(above) / _product(below)


def _product(units: str) -> Fraction:
    found = re.findall(r"(kWh|kW|kg|min|dollars|[msLh])([²³]?)", units)
    powers = {"": 1, "²": 2, "³": 3}
    result = Fraction(1)
    for name, power in found:
        result *= BASES["kW"] * BASES["h"] if name == "kWh" else BASES[name] ** powers[power]
    return result


@template(
    "alg1/units/check-formula-units",
    version=1,
    standards=("HSN.Q.A.1",),
    answer=SingleChoice,
    check=smaller_units_scale_alike,
    band="three letters, at most two terms, units up to the third power",
    answer_in_prompt=True,
)
def check_by_units(rng: Random) -> Question:
    """Which formula fits, which does not, or which unit comes out."""
    return pick(rng, (which_fits, which_fits, which_fails, which_unit))(rng, pick(rng, SCENES))


def _letters(scene: Scene) -> str:
    return listed([f"${letter.name}$ is {letter.what} in {letter.unit}" for letter in scene.letters])


def _with_k(rng: Random, tex: str) -> str:
    return tex.format(k=integer(rng, 2, 9))


def which_fits(rng: Random, scene: Scene) -> Question:
    """One formula of four has the wanted unit."""
    right = _with_k(rng, pick(rng, scene.fits))
    wrong = [(_with_k(rng, tex), name) for tex, name in pick_distinct(rng, scene.fails, 3)]
    choices = [Choice(f"${right}$", True), *(Choice(f"${tex}$", misconception=name) for tex, name in wrong)]
    return Question(
        key=("fits", right, *sorted(tex for tex, _ in wrong)),
        prompt=f"Here {_letters(scene)}. Plain numbers have no unit."
        f" Which formula can give {scene.wanted}? The result must be in {scene.unit}.",
        answer=SingleChoice(shuffled(rng, choices)),
        hints=(
            *_reminders(scene),
            f"Every term of ${right}$ comes out in {scene.unit}, so this one can give {scene.wanted}.",
        ),
        solution=(
            *(Step(f"${tex}$ cannot: {WHY[name]}", f"Only {scene.unit} would fit.") for tex, name in wrong),
            Step(f"${right}$ comes out in {scene.unit}.", "Each of its terms has that unit."),
        ),
    )


def which_fails(rng: Random, scene: Scene) -> Question:
    """Three formulas fit, one cannot be right."""
    tex, mistake = pick(rng, scene.fails)
    wrong = _with_k(rng, tex)
    fits = [_with_k(rng, tex) for tex in pick_distinct(rng, scene.fits, 3)]
    choices = [Choice(f"${wrong}$", True), *(Choice(f"${tex}$", misconception="units-fit-there") for tex in fits)]
    return Question(
        key=("fails", wrong, *sorted(fits)),
        prompt=f"Here {_letters(scene)}. Plain numbers have no unit."
        f" Which formula cannot give {scene.wanted}? The result must be in {scene.unit}.",
        answer=SingleChoice(shuffled(rng, choices)),
        hints=(*_reminders(scene), f"${wrong}$ cannot be right: {WHY[mistake]}"),
        solution=(
            Step(f"The others come out in {scene.unit}: {listed([f'${tex}$' for tex in fits])}.", "Term by term."),
            Step(f"${wrong}$ cannot be right: {WHY[mistake]}", "Units that do not fit show a mistake for sure."),
        ),
    )


def which_unit(rng: Random, scene: Scene) -> Question:
    """The unit of a formula's value."""
    right = _with_k(rng, pick(rng, scene.fits))
    others = _other_units(scene)
    choices = [Choice(scene.unit, True), *(Choice(unit, misconception=name) for unit, name in others.items())]
    if len(choices) < 4:
        return which_fits(rng, scene)
    return Question(
        key=("unit", right, scene.unit),
        prompt=f"Here {_letters(scene)}. Plain numbers have no unit. In which unit does ${right}$ come out?",
        answer=SingleChoice(shuffled(rng, choices[:4])),
        hints=(*_reminders(scene), f"After cancelling, the unit {scene.unit} is left."),
        solution=(
            Step("Write the unit in place of each letter.", "Units are multiplied and cancelled like numbers."),
            Step("Cancel what stands above and below; terms that are added must agree.", "Only like may be added."),
            Step(f"What is left is {scene.unit}.", f"So the value is {scene.wanted}."),
        ),
    )


def _other_units(scene: Scene) -> Mapping[str, str]:
    """Units that look near: of the letters, and some usual ones, each with its mistake."""
    near = {
        "m": ("m²", "m/s"),
        "m²": ("m", "m³"),
        "m³": ("m²", "kg"),
        "s": ("1/s", "m·s"),
        "m/s": ("s/m", "m·s"),
        "kg": ("kg/m²", "m³/kg"),
        "dollars": ("dollars/h", "dollars·h"),
        "min": ("1/min", "L/min"),
        "L": ("L/min", "min"),
    }[scene.unit]
    own = [letter.unit for letter in scene.letters]
    units = dict.fromkeys(unit for unit in (*near, *own) if growth(unit) != growth(scene.unit))
    return {unit: _slip(unit, scene.unit) for unit in list(units)[:3]}


def _slip(unit: str, right: str) -> str:
    if growth(unit) == 1 / growth(right):
        return "units-quotient-upside-down"
    return "units-not-cancelled"


WHY = {
    "units-one-factor-missing": "a unit is missing in the result.",
    "units-one-factor-too-many": "a unit comes in once too often.",
    "units-added-unlike": "it adds amounts with different units.",
    "units-quotient-upside-down": "its units come out upside down.",
    "units-multiplied-for-divided": "multiplying and dividing leave another unit.",
}


def _reminders(scene: Scene) -> tuple[str, str]:
    units = dict.fromkeys(letter.unit for letter in scene.letters)
    return (
        "Put the unit in place of each letter and cancel. Only amounts with the same unit can be added.",
        f"The letters have these units: {listed(list(units))}. Work out the unit of each term for itself.",
    )
