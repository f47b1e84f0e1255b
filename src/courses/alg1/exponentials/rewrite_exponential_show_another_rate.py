"""Rewrite an exponential to show another rate."""

from random import Random

from courses.alg1.exponentials.growth import Growth, formulas_apart, growth
from courses.alg1.forms import hints, one_of
from courses.alg1.reading import formulas
from courses.alg1.slips import apart
from exercises import (
    Choice,
    Expression,
    Question,
    Reroll,
    SingleChoice,
    Step,
    decimal,
    integer,
    parse,
    person,
    pick,
    shuffled,
    template,
)
from exercises.exact import Fraction
from exercises.parser.fields import FLOATING, value

UNITS = {"year": 12, "week": 7, "decade": 10, "quarter": 3}
SMALLER = {"year": "month", "week": "day", "decade": "year", "quarter": "month"}
APP, ART, FISH = "the number of users of an app", "the value of a collection in dollars", "the number of fish in a lake"
INSECTS, CELLS = "the number of insects in a test field", "the number of bacteria in a culture"
THINGS = (
    (CELLS, "hour"),
    (CELLS, "day"),
    (APP, "week"),
    (APP, "month"),
    (ART, "year"),
    (FISH, "year"),
    (INSECTS, "week"),
)
LONG = (
    (APP, "year"),
    (APP, "quarter"),
    (APP, "week"),
    (ART, "year"),
    (ART, "decade"),
    (FISH, "year"),
    (FISH, "decade"),
    (INSECTS, "week"),
)
"""What is counted, and in which unit of time."""


def factor_for(rng: Random) -> tuple[Fraction, bool]:
    """A base for one unit, and whether it is shown as a decimal."""
    if rng.random() < 0.5:
        return Fraction(str(pick(rng, ("2", "3", "4", "5", "1/2", "1/3", "2/3", "3/2", "10")))), False
    return Fraction(pick(rng, (110, 120, 130, 140, 150, 90, 80, 70, 60, 102, 103, 105, 95)), 100), True


def thing_for(rng: Random, factor: Fraction) -> tuple[str, str]:
    """What may change by this factor in one unit of time: only bacteria grow faster than fourfold."""
    if factor > 64:
        return CELLS, "day"
    return pick(rng, THINGS[:2] if factor > 4 else THINGS)


def several_to_one(rng: Random) -> Question:
    """`a·9^{t/2}` with base per unit: `a·3^t`."""
    b, decimals = factor_for(rng)
    n, start = pick(rng, (2, 2, 3)), integer(rng, 2, 90) * pick(rng, (1, 10))
    outer = b**n
    if outer.denominator > 10000 or outer > 1000:
        raise Reroll
    thing, unit = thing_for(rng, b)
    inner, shown = growth(start, b, decimals), growth(start, outer, decimals)
    told = f"After $t$ {unit}s {thing} is $f(t) = {shown.tex(f'{chr(92)}frac{{t}}{{{n}}}')}$."
    ask = f"Rewrite it so that the factor for one {unit} can be seen: as a number times a power with the exponent $t$."
    root = Step(
        f"In {n} {unit}s the factor is ${plain(shown)}$. In one {unit} it is the number whose power with exponent "
        f"${n}$ is "
        f"that: ${inner.base}^{n} = {plain(shown)}$.",
        "Equal factors, one for each unit of time.",
    )
    slips = {
        "rewrite-divided-not-rooted": growth(start, outer / n).typed("t"),
        "rewrite-exponent-dropped": shown.typed("t"),
        "rewrite-wrong-way": growth(start, outer**n).typed("t") if outer**n < 10**6 else shown.typed("t"),
    }
    return expr(("to one", start, b, n), f"{told} {ask}", inner, root, slips)


def plain(one: Growth) -> str:
    """The base without brackets."""
    return one.base.removeprefix("\\left(").removesuffix("\\right)")


def one_to_several(rng: Random) -> Question:
    """`a·b^{2t}` as `a·(b²)^t`: the factor for the longer unit."""
    b, decimals = factor_for(rng)
    n, start = pick(rng, (2, 2, 3, 4)), integer(rng, 2, 90) * pick(rng, (1, 10))
    whole = b**n
    if whole.denominator > 10000 or whole > 1000:
        raise Reroll
    thing, unit = thing_for(rng, whole)
    given, wanted = growth(start, b, decimals), growth(start, whole, decimals)
    name = person(rng)
    told = f"After $t$ {unit}s {thing} is $f(t) = {given.tex(f'{n}t')}$."
    ask = f"Rewrite it so that the factor for one {unit} can be seen: as a number times a power with the exponent $t$."
    if rng.random() < 0.3:
        told += f" {name} says that it is multiplied by ${plain(given)}$ each {unit}, but that is not so."
    step = Step(
        f"${given.base}^{{{n}t}} = \\left({given.base}^{n}\\right)^t$ and ${given.base}^{n} = {plain(wanted)}$.",
        "A power of a power: the exponents are multiplied.",
    )
    slips = {
        "rewrite-multiplied-not-raised": growth(start, b * n).typed("t"),
        "rewrite-exponent-dropped": given.typed("t"),
        "rewrite-start-raised": growth(start**n, whole).typed("t") if start > 1 else given.typed("t"),
    }
    return expr(("to several", start, b, n), f"{told} {ask}", wanted, step, slips)


def expr(key: tuple[object, ...], prompt: str, right: Growth, step: Step, slips: dict[str, str]) -> Question:
    """The question for a power with the exponent t."""
    last = Step(f"$f(t) = {right.tex('t')}$", "The start stays as it was.")
    return Question(
        key=key,
        prompt=prompt,
        answer=Expression(right.typed("t"), ("t",), "exponential"),
        hints=hints("A power of a power: $(b^m)^t = b^{mt}$. Which number must stand in the bracket?", (step, last)),
        solution=(step, last),
        wrong=formulas_apart(right.typed("t"), "t", slips),
        before="f(t) =",
    )


def another_unit(rng: Random) -> Question:
    """From a long unit to a short one: which expression shows the factor for the short one?"""
    thing, unit = pick(rng, LONG)
    n, small = UNITS[unit], SMALLER[unit]
    percent = pick(rng, (3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, -5, -8, -10, -15, -20, -30))
    base, start = Fraction(100 + percent, 100), integer(rng, 2, 90) * 10
    one = growth(start, base, decimals=True)
    shown, b = one.tex("t"), one.base
    rate = decimal(Fraction(abs(percent), 100))
    share = f"\\left(1 {'+' if percent > 0 else '-'} \\frac{{{rate}}}{{{n}}}\\right)^{{{n}t}}"
    texts = {
        "": f"{start} \\cdot \\left({b}^{{\\frac{{1}}{{{n}}}}}\\right)^{{{n}t}}",
        "rewrite-rate-divided": f"{start} \\cdot {share}",
        "rewrite-exponents-not-balanced": f"{start} \\cdot \\left({b}^{{\\frac{{t}}{{{n}}}}}\\right)^{{{n}t}}",
        "rewrite-exponent-one-sided": f"{start} \\cdot \\left({b}^{{\\frac{{1}}{{{n}}}}}\\right)^t",
    }
    rows = [Choice(f"${text}$", not name, name or None, value=text) for name, text in texts.items()]
    first = Step(
        f"In one {unit} there are {n} {small}s, so the factor for one {small} is ${b}^{{\\frac{{1}}{{{n}}}}}$.",
        f"Its power with the exponent ${n}$ is ${b}$ again.",
    )
    last = Step(
        f"So it is ${texts['']}$.", f"In $t$ {unit}s there are ${n}t$ {small}s, and the value is the same as before."
    )
    return Question(
        key=("another", unit, start, percent),
        prompt=f"After $t$ {unit}s {thing} is $f(t) = {shown}$. Which expression is equal to it and shows the factor "
        "for one "
        f"{small}?",
        answer=SingleChoice(shuffled(rng, rows)),
        hints=(
            f"There are {n} {small}s in one {unit}. Equal factors for them must multiply to ${b}$.",
            first.text,
            last.text,
        ),
        solution=(first, last),
    )


def which_rate(rng: Random) -> Question:
    """The percentage for several units of time."""
    percent, n = pick(rng, (10, 20, 30, 40, 50, -10, -20, -30, -40, -50, 5, -5)), pick(rng, (2, 2, 3))
    base, (thing, unit) = Fraction(100 + percent, 100), pick(rng, THINGS)
    start = integer(rng, 2, 90) * 10
    one = growth(start, base, decimals=True)
    whole = base**n
    rates = {
        "": (whole - 1) * 100,
        "rewrite-rates-added": Fraction(percent * n),
        "rewrite-whole-factor": whole * 100 if percent > 0 else -whole * 100,
        "rewrite-rate-unchanged": Fraction(percent),
    }
    kept = apart(rates[""], {name: rate for name, rate in rates.items() if name}, 3)
    rows = [Choice(sentence(rates[""], n, unit), True, value=rates[""]),
            *(Choice(sentence(rate, n, unit), False, name, value=rate) for name, rate in kept.items())]  # fmt: skip
    first = Step(
        f"In {n} {unit}s it is multiplied by ${one.base}^{n} = {decimal(whole)}$.", "One factor for each unit of time."
    )
    last = Step(
        f"Compare that with $1$: {sentence(rates[''], n, unit)[0].lower()}{sentence(rates[''], n, unit)[1:]}",
        "The 1 stands for what was there.",
    )
    return Question(
        key=("rate", start, percent, n),
        prompt=f"After $t$ {unit}s {thing} is $f(t) = {one.tex('t')}$. How does it change in {n} {unit}s?",
        answer=SingleChoice(shuffled(rng, rows)),
        hints=("First find the factor for the longer time, then compare it with $1$.", first.text, last.text),
        solution=(first, last),
    )


def sentence(rate: Fraction, n: int, unit: str) -> str:
    """What a rate means."""
    word = "grows" if rate > 0 else "decreases"
    return f"It {word} by {decimal(abs(rate))}% in {n} {unit}s."


FORMS = (several_to_one, several_to_one, one_to_several, one_to_several, another_unit, which_rate)


def same_values(question: Question) -> None:
    """Both forms are put side by side at many times; a percentage is found by living through the time."""
    tex = next(tex for tex in formulas(question.prompt) if tex.startswith("f(t) =")).split(" = ")[1]

    def at(text: str, t: float) -> float:
        return value(parse(text), {"t": t}, FLOATING)

    def same(text: str) -> bool:
        return all(abs(at(text, t) - at(tex, t)) < 1e-9 * abs(at(tex, t)) for t in (0.0, 1.0, 2.5, 6.0))

    answer = question.answer
    if isinstance(answer, Expression):
        assert same(answer.text)
        return
    assert isinstance(answer, SingleChoice)
    for choice in answer.choices:
        if question.key[0] == "another":
            unit = question.prompt.split("$t$ ")[1].split("s ")[0]
            shows = f"}}\\right)^{{{UNITS[unit]}t}}" in choice.text
            assert (same(formulas(choice.text)[0]) and shows) is choice.right
        else:
            n = int(choice.text.split(" in ")[1].split()[0])
            gained = (at(tex, n) / at(tex, 0) - 1) * 100
            told = float(choice.text.split(" by ")[1].split("%")[0]) * (1 if "grows" in choice.text else -1)
            assert (abs(gained - told) < 1e-9) is choice.right


@template(
    "alg1/exponentials/rewrite-exponential-show-another-rate",
    version=1,
    standards=("HSA.SSE.B.3.c",),
    answer=(Expression, SingleChoice),
    check=same_values,
    band="two to four units of time in one, or units such as months in years; bases to 10 and percentages to 50",
)
def rewrite_rate(rng: Random) -> Question:
    """A draw of one of the forms."""
    return one_of(rng, FORMS)
