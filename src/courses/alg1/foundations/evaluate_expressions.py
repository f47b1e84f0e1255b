"""Evaluate expressions with several variables."""

from collections.abc import Mapping, Sequence
from random import Random

from courses.alg1.foundations.evaluate_shapes import LETTERS, SHAPES, Part, Values, square, tex_of, total
from courses.alg1.foundations.formulas import FORMULAS
from courses.alg1.reading import formulas, holdings, put_in, value_of
from courses.alg1.slips import apart
from exercises import (
    Number,
    Question,
    Reroll,
    Step,
    bracketed,
    listed,
    nonzero,
    num,
    pick,
    signed,
    template,
)
from exercises.exact import Fraction


def mistakes(parts: Sequence[Part], values: Values) -> dict[str, int]:
    """What the common mistakes make of a sum."""
    products = [(part.coef, part.body(values, square)) for part in parts]
    return {
        "minus-kept-in-square": total(parts, values, lambda n: -n * n if n < 0 else n * n),
        "square-read-as-double": total(parts, values, lambda n: 2 * n),
        "added-the-coefficient": sum(
            c + v if abs(c) != 1 and part.tex else c * v for (c, v), part in zip(products, parts, strict=True)
        ),
        "minus-times-minus-stays-minus": sum(-abs(c * v) if c < 0 and v < 0 else c * v for c, v in products),
    }


def same_when_put_in(question: Question) -> None:
    """Reading the formula and the values from the prompt and evaluating gives the answer."""
    assert isinstance(question.answer, Number)
    formula = max((tex for tex in formulas(question.prompt) if " = " not in tex), key=len)
    assert value_of(formula, **holdings(question.prompt)) == question.answer.value


@template(
    "alg1/foundations/evaluate-expressions-several-variables",
    version=1,
    standards=("HSA.SSE.A.1",),
    answer=Number,
    check=same_when_put_in,
    band="two or three letters, one operation more than letters, values -6 to 9, results within 200",
)
def evaluate_expressions(rng: Random) -> Question:
    """Put values in for letters and work out the result."""
    return from_formula(rng) if rng.random() < 0.3 else from_shape(rng)


def from_shape(rng: Random) -> Question:
    """An expression without a story."""
    names = pick(rng, LETTERS)
    shape = pick(rng, SHAPES)(rng, *names)
    top, under = tex_of(shape.parts), tex_of(shape.under) if shape.under else ""
    tex = f"\\frac{{{top}}}{{{under}}}" if under else top
    used = [name for name in names if name in top + under]
    values = {name: nonzero(rng, -6, 7) for name in used}
    above, below = total(shape.parts, values), total(shape.under, values) if under else 1
    if below == 0 or (under and abs(below) == 1):
        raise Reroll
    answer = Fraction(above, below)
    others = {name: Fraction(value, below) for name, value in mistakes(shape.parts, values).items()}
    shown = {name: bracketed(value)[1:-1] if value < 0 else str(value) for name, value in values.items()}
    bodies = [(part.coef, part.body(values, square), part.tex) for part in shape.parts]
    return Question(
        key=(tex, *values.values()),
        prompt=f"{pick(rng, ASKS)} ${tex}$ when {_holding(values)}.",
        answer=Number(answer),
        wrong=_usable({**shape.wrong(values), **others}, answer),
        hints=(
            "Put each value in for its letter, in brackets, so that no sign and no multiplication is lost.",
            f"With the values in their places: ${put_in(tex, shown)}$.",
            "Powers and brackets come first, then products, then sums. A fraction bar works like brackets.",
            _last_hint(above, below, answer),
        ),
        solution=_solution(tex, shown, bodies, above, below, answer),
    )


ASKS = ("Find the value of", "Evaluate", "Work out the value of")


def _holding(values: Values) -> str:
    return listed([f"${name} = {value}$" for name, value in values.items()])


def _usable(wrong: Mapping[str, Fraction], answer: Fraction) -> dict[str, Fraction]:
    if abs(answer) > 200:
        raise Reroll
    return apart(answer, wrong)


def _last_hint(above: int, below: int, answer: Fraction) -> str:
    if below == 1:
        return f"Adding what the terms are worth gives ${num(answer)}$."
    return f"The top is ${above}$ and the bottom is ${below}$, so the value is ${num(answer)}$."


Body = tuple[int, int, str]  # coefficient, value of the letters' part, its TeX


def _products(bodies: Sequence[Body]) -> str:
    """The sum with each body as a number: `2 \\cdot 36 + 3 \\cdot (-3)`."""
    text = ""
    for coef, value, name in bodies:
        sign = ("-" if coef < 0 else "") if not text else (" - " if coef < 0 else " + ")
        factor = "" if abs(coef) == 1 and name else f"{abs(coef)} \\cdot "
        text += f"{sign}{factor}{bracketed(value)}" if name else f"{sign}{abs(coef)}"
    return text


def _solution(
    tex: str, shown: Mapping[str, str], bodies: Sequence[Body], above: int, below: int, answer: Fraction
) -> tuple[Step, ...]:
    first, *rest = [coef * value for coef, value, _ in bodies]
    worth = " ".join([str(first), *(signed(value) for value in rest)])
    steps = [Step(f"${put_in(tex, shown)}$", "Each letter is replaced by its value, in brackets.")]
    if any("^" in name or "(" in name for _, _, name in bodies):
        steps.append(Step(f"$= {_products(bodies)}$", "Brackets and powers come first."))
    if below == 1:
        steps.append(Step(f"$= {worth}$", "Then the products."))
    else:
        steps.append(Step(f"$= \\frac{{{worth}}}{{{below}}}$", "Work out the top and the bottom, each for itself."))
    if below != 1 and num(answer) != f"\\frac{{{above}}}{{{below}}}":
        steps.append(Step(f"$= \\frac{{{above}}}{{{below}}}$", "Add on the top."))
    return (
        *steps,
        Step(f"$= {num(answer)}$", "Add from left to right." if below == 1 else "Divide, and leave no common factor."),
    )


def from_formula(rng: Random) -> Question:
    """A formula from life or science, with values of a plausible size."""
    formula = pick(rng, FORMULAS)
    values = {name: pick(rng, range_) for name, range_ in formula.values.items()}
    answer = value_of(formula.tex, **values)
    if not formula.fits(values) or (answer * 4).denominator != 1 or len(set(values.values())) < len(values):
        raise Reroll
    given = listed([f"${name} = {value}$" for name, value in values.items()])
    shown = {name: str(value) for name, value in values.items()}
    wrong = {name: value_of(tex, **values) for name, tex in formula.wrong.items()}
    return Question(
        key=(formula.tex, *values.values()),
        prompt=f"{formula.says.format(tex=f'${formula.tex}$')} Work it out for {given}.",
        answer=Number(answer, unit=formula.unit),
        wrong=_usable(wrong, answer),
        after=formula.unit,
        hints=(
            "Put each value in for its letter, in brackets.",
            f"With the values in their places: ${put_in(formula.tex, shown)}$.",
            formula.hint,
            f"Worked out, this is ${num(answer)}$ {formula.unit}.",
        ),
        solution=(
            Step(f"${put_in(formula.tex, shown)}$", "Each letter is replaced by its value, in brackets."),
            Step(f"$= {formula.middle(values)}$", formula.reason),
            Step(f"$= {num(answer)}$ {formula.unit}", "Work out what is left."),
        ),
    )
