"""Choose a quantity that measures a situation."""

from random import Random

from courses.alg1.reading import choices_of, value_of
from courses.alg1.units.situations import SITUATIONS, Situation
from exercises import Choice, Question, SingleChoice, Step, pick, shuffled, template
from exercises.exact import Fraction


def right_one_alone_keeps_the_laws(question: Question) -> None:
    """Doubling the data and changing one number at a time: only the right quantity behaves as it must."""
    situation = next(one for one in SITUATIONS if one.asks in question.prompt)
    start = {name: Fraction(range_[len(range_) // 2]) for name, range_ in situation.ranges.items()}
    for choice in choices_of(question):
        assert _keeps_laws(str(choice.worth), situation, start) is choice.right


def _keeps_laws(formula: str, situation: Situation, start: dict[str, Fraction]) -> bool:
    def worth(**changed: Fraction) -> Fraction:
        return value_of(formula, **{**start, **changed})

    before = worth()
    grows = all(worth(**{name: start[name] * Fraction(11, 10)}) > before for name in situation.up)
    shrinks = all(worth(**{name: start[name] * Fraction(11, 10)}) < before for name in situation.down)
    scales = all(
        worth(**{name: 2 * start[name] for name in names}) == times * before
        for names, times in situation.scaled.items()
    )
    a, b, counted = situation.example or (1, 1, None)
    return grows and shrinks and scales and (counted is None or worth(a=Fraction(a), b=Fraction(b)) == counted)


@template(
    "alg1/units/choose-quantity-measures-situation",
    version=1,
    standards=("HSN.Q.A.2",),
    answer=SingleChoice,
    check=right_one_alone_keeps_the_laws,
    band="one situation with two or three numbers; quantities with at most two operations",
)
def choose_quantity(rng: Random) -> Question:
    """Which of four quantities says what is asked?"""
    situation = pick(rng, SITUATIONS)
    data = {name: pick(rng, range_) for name, range_ in situation.ranges.items()}
    words, formula = situation.right
    choices = (
        Choice(_capital(words), True, value=formula),
        *(Choice(_capital(text), misconception=name, value=form) for text, form, name in situation.wrong),
    )
    return Question(
        key=(situation.asks, *data.values()),
        prompt=f"{situation.says.format(**data)} Which quantity measures {situation.asks}?"
        " A larger value has to mean more of what is measured.",
        answer=SingleChoice(shuffled(rng, choices)),
        hints=(
            f"Say in your own words what has to be larger when this is larger: {situation.asks}.",
            "Try each quantity: double one number, then the other. Does it change as it should?",
            f"{situation.why} So take this one: {words}.",
        ),
        solution=(
            Step(f"Asked is {situation.asks}.", "First say what is to be measured, then choose the quantity."),
            Step(situation.why, "A good measure changes only when what it measures changes."),
            Step(f"{_capital(words)}.", "This one changes in the right way with each of the numbers."),
        ),
    )


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
