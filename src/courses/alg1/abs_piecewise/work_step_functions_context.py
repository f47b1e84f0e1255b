"""Work with step functions in context."""

import re
from random import Random

from courses.alg1.forms import one_of
from courses.alg1.reading import choices_of
from courses.alg1.slips import apart
from exercises import (
    Choice,
    Number,
    Question,
    Reroll,
    SingleChoice,
    Step,
    a_an,
    integer,
    money,
    pick,
    plural,
    shuffled,
    template,
)
from exercises.geometry import Exact

PLACES = (
    ("A car park", "parking", 60, "hour"),
    ("A boat hire", "hiring a canoe", 60, "hour"),
    ("A music room", "practising", 30, "half hour"),
    ("A bike shop", "renting a bike", 60, "hour"),
    ("A tennis hall", "playing", 30, "half hour"),
)
"""Who asks for money, what for, minutes of a step, and its name."""


def counted(question: Question) -> None:
    """Count the begun steps one by one until the time is used up, with the numbers of the prompt."""
    text = question.prompt
    numbers = [int(n.replace(",", "")) for n in re.findall(r"\d[\d,]*", text.replace("\\$", ""))]
    begin, each = numbers[0], numbers[1]
    length = 30 if "half hour" in text else 60

    def price(minutes: int) -> int:
        total, used = begin, 0
        while used < minutes:
            total, used = total + each, used + length
        return total

    if question.key[0] == "price":
        assert isinstance(question.answer, Number)
        assert price(numbers[2]) == question.answer.value
    elif question.key[0] == "longest":
        assert isinstance(question.answer, Number)
        assert max(m for m in range(1, 2000) if price(m) <= numbers[2]) == question.answer.value
    else:
        for choice in choices_of(question):
            (minutes,) = (int(n) for n in re.findall(r"\d+", choice.text))
            assert (price(minutes) == numbers[2]) is choice.right, choice.text


def drawn(rng: Random) -> tuple[tuple[str, str, int, str], int, int]:
    """A place with a fixed price and one for each begun step."""
    return pick(rng, PLACES), integer(rng, 2, 9), integer(rng, 2, 7)


def told(place: tuple[str, str, int, str], begin: int, each: int) -> str:
    """The rule in words."""
    who, what, _, unit = place
    return (
        f"{who} asks {money(begin)} once and {money(each)} for each {unit} of {what}."
        f" {a_an(unit).capitalize()} that has begun is counted as a whole one."
    )


def price_of(rng: Random) -> Question:
    """What does it cost?"""
    place, begin, each = drawn(rng)
    length, unit = place[2], place[3]
    whole, rest = integer(rng, 1, 5), pick(rng, (0, 0, 1, 5, 10, 20, 25, length - 1))
    minutes = whole * length + rest
    begun = whole + (1 if rest else 0)
    total = begin + each * begun
    wrong: dict[str, Exact] = {
        "step-rounded-down" if rest else "step-edge-too-early": begin + each * (whole if rest else whole + 1),
        "step-fixed-left-out": each * begun,
        "step-fixed-each-time": (begin + each) * begun,
        "step-counted-by-minutes": begin + each * minutes,
    }
    work = (
        Step(
            f"{minutes} minutes are {plural(whole, unit)}"
            + (
                f" and {plural(rest, 'minute')}, so {plural(begun, unit)} are counted."
                if rest
                else ", not a minute more."
            ),
            "What has begun is counted as a whole one.",
        ),
        Step(f"${begin} + {begun} \\cdot {each} = {total}$", "The fixed price, and the price of each one that counts."),
        Step(f"So the price is {money(total)}.", "In dollars."),
    )
    return Question(
        key=("price", place[0], begin, each, minutes),
        prompt=f"{told(place, begin, each)} What is the price for {minutes} minutes?",
        answer=Number(total, unit="$"),
        wrong=apart(total, wrong),
        after="dollars",
        hints=(f"How many {unit}s are counted for {minutes} minutes?", work[0].text, f"{work[1].text}. {work[2].text}"),
        solution=work,
    )


def longest(rng: Random) -> Question:
    """How long for so much money at most?"""
    place, begin, each = drawn(rng)
    length, unit = place[2], place[3]
    begun, rest = integer(rng, 2, 7), integer(rng, 0, each - 1)
    budget, most = begin + each * begun + rest, begun * length
    wrong: dict[str, Exact] = {
        "step-one-more": most + length,
        "step-units-for-minutes": begun,
        "step-fixed-left-out": budget // each * length,
        "step-one-fewer": most - length,
    }
    work = (
        Step(f"After the fixed price {money(budget - begin)} are left.", f"${budget} - {begin} = {budget - begin}$."),
        Step(
            f"That pays for {plural(begun, unit)}: ${begun} \\cdot {each} = {begun * each}$.",
            "One more would be too much.",
        ),
        Step(
            f"${begun} \\cdot {length} = {most}$, so it is {most} minutes.",
            "The last one may be used up to its very end.",
        ),
    )
    return Question(
        key=("longest", place[0], begin, each, budget),
        prompt=f"{told(place, begin, each)} You have {money(budget)}. For how many minutes at most is that enough?",
        answer=Number(most, unit="minutes"),
        wrong=apart(most, wrong),
        after="minutes",
        hints=(
            "How much is left after the fixed price?",
            f"{work[0].text} How many {unit}s does that pay for?",
            work[1].text,
            work[2].text,
        ),
        solution=work,
    )


def which_time(rng: Random) -> Question:
    """Which of these times has this price?"""
    place, begin, each = drawn(rng)
    length, unit = place[2], place[3]
    begun = integer(rng, 2, 6)
    total = begin + each * begun
    inside = pick(rng, (1, 5, 12, length // 2, length - 5, length))
    right = (begun - 1) * length + inside
    rows = [
        Choice(f"{right} minutes", True, value=right),
        Choice(f"{(begun - 1) * length} minutes", misconception="step-edge-too-early", value="early"),
        Choice(f"{begun * length + pick(rng, (1, 5, 10))} minutes", misconception="step-rounded-down", value="late"),
        Choice(
            f"{(begun - 2) * length + pick(rng, (5, 10, 20))} minutes", misconception="step-one-fewer", value="fewer"
        ),
    ]
    if len({row.text for row in rows}) < 4:
        raise Reroll
    work = (
        Step(
            f"{money(total)} without the fixed price are {money(total - begin)}, so {plural(begun, unit)} are counted.",
            f"${total - begin} \\div {each} = {begun}$.",
        ),
        Step(
            f"That is so for more than {(begun - 1) * length} and at most {begun * length} minutes.",
            "The price stays the same until the next one begins.",
        ),
        Step(f"So it is {right} minutes.", "It lies on this step."),
    )
    return Question(
        key=("time", place[0], begin, each, begun, right),
        prompt=f"{told(place, begin, each)} Which of these times has the price {money(total)}?",
        answer=SingleChoice(shuffled(rng, rows)),
        hints=(
            f"Find out how many {unit}s are counted for this price.",
            work[0].text,
            f"{work[1].text} {work[2].text}",
        ),
        solution=work,
    )


@template(
    "alg1/abs-piecewise/work-step-functions-context",
    version=1,
    standards=("HSF.IF.C.7.b",),
    answer=(Number, SingleChoice),
    check=counted,
    band="a fixed price and one for each hour or half hour begun: the price, the longest time, the time of a price",
)
def steps_in_context(rng: Random) -> Question:
    """The price, the longest time, or a time with this price."""
    return one_of(rng, (price_of, price_of, longest, which_time))
