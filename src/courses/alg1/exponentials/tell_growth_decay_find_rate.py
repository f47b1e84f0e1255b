"""Tell growth from decay and find the rate."""

from random import Random

from courses.alg1.exponentials.growth import function_in, growth
from courses.alg1.forms import hints, one_of
from courses.alg1.reading import choices_of, formulas, value_of
from courses.alg1.slips import apart
from exercises import (
    Choice,
    Number,
    Question,
    Reroll,
    SingleChoice,
    Step,
    decimal,
    integer,
    person,
    pick,
    shuffled,
    template,
)
from exercises.exact import Fraction

BOTH = (("The number of members of a club", ("year", "month")), ("The number of frogs in a pond", ("year", "month")),
        ("The number of visitors of a web page", ("week", "day")))  # fmt: skip
FAST = (*BOTH, ("The number of bacteria in a dish", ("hour", "day")))
GROWING = (*FAST, ("The value of a painting", ("year",)), ("The price of a flat", ("year",)))
FALLING = (
    *BOTH,
    ("The value of a motorbike", ("year",)),
    ("The amount of a medicine in the blood", ("hour",)),
    ("The weight of a block of ice", ("hour",)),
    ("The pressure in a leaking tyre", ("hour", "day")),
)
SIZES = {
    "The value of a painting": ("dollars", 5, 90, 100),
    "The price of a flat": ("dollars", 8, 60, 10000),
    "The value of a motorbike": ("dollars", 15, 90, 100),
    "The amount of a medicine in the blood": ("mg", 5, 80, 10),
    "The weight of a block of ice": ("kg", 2, 60, 10),
    "The pressure in a leaking tyre": ("kPa", 20, 40, 10),
}
"""What is measured, and its amount at the start: from, to, times."""
FASTEST_PRICE = Fraction(3, 10)


def told(rng: Random, rate: Fraction) -> tuple[str, str]:
    """What grows or decays at this rate, and the unit of time."""
    things = FALLING if rate < 0 else GROWING if rate <= FASTEST_PRICE else FAST
    thing, units = pick(rng, things)
    return thing, pick(rng, units)


def measured(rng: Random, thing: str) -> tuple[str, int]:
    """The thing with its unit of measure, if it has one, and how much of it there is at the start."""
    if thing not in SIZES:
        return thing, integer(rng, 2, 90) * pick(rng, (1, 10, 100))
    unit, lo, hi, times = SIZES[thing]
    return f"{thing} in {unit}", integer(rng, lo, hi) * times


def percent(value: Fraction) -> str:
    """In percent, as a decimal."""
    return decimal(value * 100)


def rate_of(rng: Random) -> Fraction:
    """A rate, positive for growth: mostly whole percents, now and then halves or large ones."""
    kind = rng.random()
    if kind < 0.15:
        return Fraction(pick(rng, (100, 200, 50, 150, 300, 25)), 100)
    if kind < 0.3:
        return Fraction(pick(rng, (-1, 1)) * (2 * integer(rng, 0, 9) + 1), 200)
    return Fraction(pick(rng, (-1, 1)) * integer(rng, 1, 45), 100)


def steps_of(rate: Fraction, unit: str) -> tuple[Step, ...]:
    """From the base to the rate."""
    base = 1 + rate
    grows = rate > 0
    first = Step(f"The base is ${decimal(base)}$, which is {'above' if grows else 'below'} $1$: the function "
                 f"{'grows' if grows else 'decays'}.", "Each step multiplies by the base.")  # fmt: skip
    gap = f"${decimal(base)} - 1 = {decimal(rate)}$" if grows else f"$1 - {decimal(base)} = {decimal(-rate)}$"
    then = Step(
        f"The change in one {unit} is {gap} of the amount.", "Compare the base with $1$, which means no change."
    )
    return first, then


def from_formula(rng: Random) -> Question:
    """The formula is given: the rate in percent."""
    rate = rate_of(rng)
    thing, unit = told(rng, rate)
    thing, start = measured(rng, thing)
    grows, one = rate > 0, growth(start, 1 + rate, decimals=True)
    word = "grow" if grows else "decrease"
    shown = one.tex("t")
    if rate < 0 and (1 + rate).denominator <= 5 and rng.random() < 0.7:
        shown = growth(start, 1 + rate).tex("t")
    last = Step(f"That is ${percent(abs(rate))}$ percent.", "One hundredth is one percent.")
    steps = (*steps_of(rate, unit), last)
    return Question(
        key=("formula", rate, start),
        prompt=f"{thing} after $t$ {unit}s is given by $f(t) = {shown}$. By how many percent does it {word} each "
        f"{unit}?",
        answer=Number(abs(rate) * 100, unit="%"),
        hints=hints("What would the base be if nothing changed?", steps),
        solution=steps,
        wrong=apart(
            abs(rate) * 100,
            {
                "rate-whole-base": (1 + rate) * 100,
                "rate-as-decimal": abs(rate),
                "rate-moved-point": abs(rate) * 1000,
                "rate-start-for-rate": Fraction(start),
                "rate-complement": abs(1 - abs(rate)) * 100,
            },
        ),
        after="%",
    )


def to_base(rng: Random) -> Question:
    """The rate is told: by what number is it multiplied?"""
    rate, name = rate_of(rng), person(rng)
    grows, (thing, unit) = rate > 0, told(rng, rate)
    change = f"{'grows' if grows else 'decreases'} by {percent(abs(rate))}% each {unit}"
    base = 1 + rate
    prompt = f"{thing} {change}. By which number is it multiplied each {unit}?"
    if rng.random() < 0.3:
        prompt = (
            (
                f"{thing} {change}. {name} multiplies by ${decimal(abs(rate))}$ for each {unit}, but then most of it "
                "would be "
                "gone at once. By which number is it multiplied?"
            )
            if abs(rate) < Fraction(1, 2)
            else prompt
        )
    sign = "+" if grows else "-"
    steps = (
        Step(f"{percent(abs(rate))} percent is ${decimal(abs(rate))}$ of the amount.", "Divide by 100."),
        Step(f"That share is {'added to' if grows else 'taken away from'} the whole: $1 {sign} {decimal(abs(rate))} = "
             f"{decimal(base)}$.", "1 stands for the whole amount."),
    )  # fmt: skip
    return Question(
        key=("base", rate, thing[:15], unit),
        prompt=prompt,
        answer=Number(base),
        hints=hints("How much of the old amount is there afterwards?", steps),
        solution=steps,
        wrong=apart(
            base,
            {
                "rate-alone-as-base": abs(rate),
                "rate-wrong-direction": 1 - rate,
                "rate-percent-not-divided": 1 + rate * 100,
                "rate-moved-point": 1 + rate / 10,
            },
        ),
    )


def describes(rng: Random) -> Question:
    """Growth or decay, and by how much: one of four sentences is true."""
    rate = rate_of(rng)
    thing, unit = told(rng, rate)
    thing, start = measured(rng, thing)
    one = growth(start, 1 + rate, decimals=True)
    others = {
        "rate-wrong-direction": -rate,
        "rate-whole-base": 1 + rate,
        "rate-complement": -(1 + rate) if 1 + rate < 1 else -(1 - rate) if rate < 1 else rate / 2,
        "rate-moved-point": rate * 10 if abs(rate) < Fraction(1, 10) else rate / 10,
    }
    kept = apart(rate, {name: Fraction(value) for name, value in others.items() if -1 < value < 10 and value}, 3)
    wrong = tuple(kept.items())[:3]
    rows = [Choice(sentence(rate, unit), True, value=rate),
            *(Choice(sentence(value, unit), False, name, value=value) for name, value in wrong)]  # fmt: skip
    last = Step(f"So it {sentence(rate, unit)[3:]}", "Growth above 1, decay below 1.")
    steps = (*steps_of(rate, unit), last)
    return Question(
        key=("describes", rate, start),
        prompt=f"{thing} after $t$ {unit}s is given by $f(t) = {one.tex('t')}$. What happens?",
        answer=SingleChoice(shuffled(rng, rows)),
        hints=hints("What would the base be if nothing changed?", steps),
        solution=steps,
    )


def sentence(rate: Fraction, unit: str) -> str:
    """What a rate means."""
    return f"It {'grows' if rate > 0 else 'decreases'} by {percent(abs(rate))}% each {unit}."


def which_decays(rng: Random) -> Question:
    """Four functions: which one decays, or grows fastest?"""
    grows = rng.random() < 0.5
    pool = [Fraction(n, 100) for n in (102, 104, 107, 112, 125, 130, 150, 200)] if grows else [
        Fraction(n, 100) for n in (35, 50, 60, 75, 85, 90, 96, 98)]  # fmt: skip
    bases = sorted(shuffled(rng, pool)[:3])
    best = bases[-1] if grows else bases[0]
    other = Fraction(pick(rng, (60, 75, 85, 95) if grows else (105, 110, 120, 140)), 100)
    starts = shuffled(rng, [integer(rng, 2, 30) * 10 for _ in range(4)])
    made = [growth(a, b, decimals=True) for a, b in zip(starts, (*bases, other), strict=True)]
    if max(starts) == starts[(*bases, other).index(best)] and rng.random() < 0.8:
        raise Reroll
    word = "grows by the greatest percentage" if grows else "decays by the greatest percentage"
    rows = [Choice(f"$f(t) = {one.tex('t')}$", one.b == best, None if one.b == best else
                   "rate-other-direction" if one.b == other else "rate-not-the-fastest", value=(one.a, one.b))
            for one in made]  # fmt: skip
    right = next(one for one in made if one.b == best)
    first = Step(
        f"Only bases {'above' if grows else 'below'} $1$ {'grow' if grows else 'decay'}; the start does not matter.",
        "The rate is in the base.",
    )
    last = Step(f"$f(t) = {right.tex('t')}$ has the base furthest from $1$ that way.", "Compare each base with $1$.")
    return Question(
        key=("which", grows, *starts, *bases, other),
        prompt=f"Which of these functions {word} in each step?",
        answer=SingleChoice(shuffled(rng, rows)),
        hints=("Look at the bases only, and compare them with $1$.", first.text, last.text),
        solution=(first, last),
    )


FORMS = (from_formula, from_formula, to_base, to_base, describes, describes, which_decays)


def one_step_is_taken(question: Question) -> None:
    """A hundred things grow or shrink by one step of the formula; the sentences are read back and compared."""
    form, answer = question.key[0], question.answer
    if form == "which":
        rates = {c: function_in(c.text) for c in choices_of(question)}
        change = {c: f(1) / f(0) - 1 for c, f in rates.items()}
        best = (
            max(change, key=lambda c: change[c]) if "grows" in question.prompt else min(change, key=lambda c: change[c])
        )
        assert best.right
        return
    if form == "base":
        share = question.prompt.split(" by ")[1].split("%")[0]
        after = 100 + value_of(share) * (1 if "grows" in question.prompt else -1)
        assert isinstance(answer, Number)
        assert answer.value * 100 == after
        return
    f = function_in(question.prompt)
    gained = (f(1) - f(0)) * 100 / f(0)
    if isinstance(answer, Number):
        assert (gained if "grow" in question.prompt else -gained) == answer.value > 0
        return
    for choice in choices_of(question):
        said = Fraction(choice.text.split(" by ")[1].split("%")[0])
        assert ((said if "grows" in choice.text else -said) == gained) is choice.right
    assert formulas(question.prompt)


@template(
    "alg1/exponentials/tell-growth-decay-find-rate",
    version=1,
    standards=("HSF.IF.C.8.b",),
    answer=(Number, SingleChoice),
    check=one_step_is_taken,
    band="rates from 0.5 to 45 percent, now and then 50 to 300; from formula to rate, from rate to base, comparing "
    "bases",
)
def growth_or_decay(rng: Random) -> Question:
    """A draw of one of the forms."""
    return one_of(rng, FORMS)
