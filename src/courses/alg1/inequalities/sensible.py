"""Decide which answers make sense: what a story allows besides what the inequality says."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random

from exercises import (
    Choice,
    MultipleChoice,
    Question,
    Reroll,
    Step,
    decimal,
    integer,
    listed,
    money,
    person,
    pick,
    pick_distinct,
    shuffled,
    template,
)
from exercises.exact import Fraction

HALF = Fraction(1, 2)
Value = int | Fraction
POSSIBLE: Mapping[str, Callable[[Fraction, int, int], bool]] = {
    "buy": lambda n, budget, price: n in range(100) and sum([price] * int(n)) <= budget,
    "seats": lambda n, people, size: n in range(100) and sum([size] * int(n)) >= people,
    "team": lambda n, low, high: n in range(low, high + 1),
    "cut": lambda n, length, _: n > 0 and length - n >= 0,
    "cold": lambda n, low, high: max(n, low) == n == min(n, high),
    "tall": lambda n, low, high: max(n, low) == n == min(n, high),
}
"""For each kind of story: is this value possible? Found by acting it out, not from the inequality."""


def agrees(question: Question) -> None:
    """Each choice is put into the story."""
    kind, one, two = (str(part) for part in question.key[:3])
    assert isinstance(question.answer, MultipleChoice)
    for choice in question.answer.choices:
        value = Fraction(choice.text.strip("$"))
        assert POSSIBLE[kind](value, int(one), int(two)) == choice.right, choice.text


@dataclass(frozen=True, slots=True)
class Scene:
    """A story with its two numbers, what its inequality says, what else it asks, and values to offer."""

    kind: str
    numbers: tuple[int, int]
    told: str
    limits: str
    sort: str
    right: tuple[Value, ...]
    wrong: tuple[tuple[Value, str], ...]


@template(
    "alg1/inequalities/decide-which-answers-make-sense",
    version=1,
    standards=("HSA.CED.A.3",),
    answer=MultipleChoice,
    check=agrees,
    band="one limit or two; whole numbers and halves; five values to judge, 1 to 3 of them possible",
)
def sensible(rng: Random) -> Question:
    """Five values, to be judged by limit, sign and whether parts can be counted."""
    scene = pick(rng, (buy, buy, seats, seats, team, cut, cold, tall))(rng)
    count = integer(rng, 1, min(3, len(set(scene.right))))
    right = pick_distinct(rng, sorted(set(scene.right)), count)
    wrong = pick_distinct(rng, scene.wrong, min(5 - count, len(scene.wrong)))
    values = [*right, *(value for value, _ in wrong)]
    if len({name for _, name in wrong}) < 2 or len(set(values)) < 5:
        raise Reroll
    choices = (
        *(Choice(f"${decimal(n)}$", True, value=Fraction(n)) for n in right),
        *(Choice(f"${decimal(n)}$", False, name, value=Fraction(n)) for n, name in wrong),
    )
    answer = MultipleChoice(shuffled(rng, choices))
    if answer.show() in scene.told:
        raise Reroll
    ending = f"Only {answer.show()} is possible." if count == 1 else f"These are possible: {answer.show()}."
    return Question(
        key=(scene.kind, *scene.numbers, *sorted(values)),
        prompt=f"{scene.told} Which of these values are possible? Tick every one of them.",
        answer=answer,
        hints=("Ask three things: is it inside the limits, can it be below zero, can there be a part of one?",
               scene.limits, scene.sort, ending),
        solution=(Step(scene.limits, "The limits come from the story."),
                  Step(scene.sort, "What is counted or measured decides the kind of number."),
                  Step(faults(answer), "Each value was put into the story."),
                  Step(ending, "These are the ones that are left." if count > 1 else "It is the one that is left.")),
    )  # fmt: skip


WHOLE = "These are counted, so only whole numbers make sense, and none below zero."
FAULTS = {
    "past-the-limit": "is too high",
    "short-of-the-limit": "is too low",
    "not-a-whole-number": "is not a whole number",
    "below-zero": "is below zero",
    "wrong-side-of-zero": "is above zero, far too warm",
}


def faults(answer: MultipleChoice) -> str:
    """What is wrong with each value that is not possible."""
    found = [f"{choice.text} {FAULTS[choice.misconception]}" for choice in answer.choices if choice.misconception]
    return f"{listed(found)}."


def buy(rng: Random) -> Scene:
    """At most: rounding down."""
    thing, letter, prices = pick(rng, (("notebook", "n", (2, 3, 4)), ("cinema ticket", "t", (7, 8, 9)),
                                       ("plant", "p", (4, 5, 6)), ("sandwich", "s", (4, 5, 6))))  # fmt: skip
    price, top = pick(rng, prices), integer(rng, 4, 12)
    budget, who = price * top + integer(rng, 0, price - 1), person(rng)
    many = {"sandwich": "sandwiches"}.get(thing, f"{thing}s")
    return Scene(
        "buy", (budget, price),
        f"{who} has {money(budget)} to spend on {many}. Each {thing} costs {money(price)}. "
        f"Let ${letter}$ be the number of {many} that {who} buys.",
        rf"The cost may be at most the money there is: ${price}{letter} \le {budget}$.",
        WHOLE,
        (top, top - 1, integer(rng, 1, top - 1), integer(rng, 1, top - 1)),
        ((top + 1, "past-the-limit"), (top + integer(rng, 2, 5), "past-the-limit"), (top - HALF, "not-a-whole-number"),
         (integer(rng, 1, top - 2) + HALF, "not-a-whole-number"), (-integer(rng, 1, top), "below-zero")),
    )  # fmt: skip


def seats(rng: Random) -> Scene:
    """At least: rounding up."""
    each, letter, box, size, who = pick(rng, (
        ("learner", "b", "bus", pick(rng, (20, 30, 40, 50)), "goes on a trip by bus. Each bus has {} seats."),
        ("guest", "t", "table", pick(rng, (4, 6, 8, 10)), "comes to a dinner. Each table has {} seats."),
        ("egg", "b", "box", pick(rng, (6, 10, 12)), "is packed. Each box holds {}."),
    ))  # fmt: skip
    need = integer(rng, 3, 9)
    people = size * need - integer(rng, 1, size - 1)
    boxes = {"bus": "buses", "box": "boxes"}.get(box, f"{box}s")
    story = who.format(size).replace("goes", "go").replace("comes", "come").replace("is packed", "are packed")
    placed = "hold all of them" if each == "egg" else "give everyone a seat"
    return Scene(
        "seats", (people, size),
        f"{people} {each}s {story} Let ${letter}$ be the number of {boxes}, which must {placed}.",
        rf"The places must be at least as many as there are {each}s: ${size}{letter} \ge {people}$.",
        WHOLE,
        (need, need + 1, need + integer(rng, 2, 4)),
        ((need - 1, "short-of-the-limit"), (integer(rng, 1, need - 1), "short-of-the-limit"),
         (need - HALF, "not-a-whole-number"), (need + integer(rng, 0, 2) + HALF, "not-a-whole-number"),
         (-need, "below-zero")),
    )  # fmt: skip


def team(rng: Random) -> Scene:
    """A count between two limits."""
    groups = (("A choir group", "g"), ("A dance group", "d"), ("A rescue crew", "c"), ("A work party", "p"))
    group, letter = pick(rng, groups)
    low = integer(rng, 4, 12)
    high = low + integer(rng, 3, 8)
    return Scene(
        "team", (low, high),
        f"{group} needs at least {low} and at most {high} people. Let ${letter}$ be the number of people in it.",
        rf"Both limits are allowed: ${low} \le {letter} \le {high}$.",
        WHOLE,
        (low, high, integer(rng, low + 1, high - 1)),
        ((low - 1, "short-of-the-limit"), (high + 1, "past-the-limit"),
         (integer(rng, low, high - 1) + HALF, "not-a-whole-number"),
         (-integer(rng, low, high), "below-zero"), (high + integer(rng, 2, 4), "past-the-limit")),
    )  # fmt: skip


def cut(rng: Random) -> Scene:
    """A length: parts of a metre are fine."""
    thing, letter = pick(rng, (("ribbon", "r"), ("rope", "r"), ("cable", "c"), ("hose", "h")))
    length, who = integer(rng, 4, 15), person(rng)
    return Scene(
        "cut", (length, 0),
        f"{who} cuts a piece off a {thing} that is {length} metres long. "
        f"Let ${letter}$ be the length of the piece in metres.",
        rf"The piece has some length, and at most what there is: $0 < {letter} \le {length}$.",
        "A length is measured, so parts of a metre are possible.",
        (length - HALF, integer(rng, 1, length - 2) + HALF, integer(rng, 1, length - 1)),
        ((length + HALF, "past-the-limit"), (length + integer(rng, 1, 3), "past-the-limit"),
         (-integer(rng, 1, length), "below-zero"), (-integer(rng, 0, 2) - HALF, "below-zero")),
    )  # fmt: skip


def cold(rng: Random) -> Scene:
    """Temperatures: below zero is right here, and parts of a degree are fine."""
    low = -integer(rng, 12, 30)
    high = low + integer(rng, 4, 9)
    store = pick(rng, ("An ice store", "A freezer van", "A freezer room", "A laboratory freezer"))
    return Scene(
        "cold", (low, high),
        f"{store} must never be colder than ${low}$ °C nor warmer than ${high}$ °C. "
        "Let $t$ be the temperature in °C while all is well.",
        rf"Both limits are allowed: ${low} \le t \le {high}$.",
        "A temperature is measured: it may be below zero, and parts of a degree are possible.",
        (low, high, integer(rng, low + 1, high - 1), integer(rng, low, high - 1) + HALF),
        ((low - 1, "short-of-the-limit"), (low - HALF, "short-of-the-limit"), (high + 1, "past-the-limit"),
         (high + HALF, "past-the-limit"), (-integer(rng, low + 1, high - 1), "wrong-side-of-zero")),
    )  # fmt: skip


def tall(rng: Random) -> Scene:
    """Heights between two limits."""
    ride = pick(rng, ("A roller coaster", "A go-kart track", "A climbing wall", "A water slide"))
    low = integer(rng, 100, 140)
    high = low + integer(rng, 40, 60)
    return Scene(
        "tall", (low, high),
        f"{ride} is open to people who are at least {low} cm and at most {high} cm tall. "
        "Let $h$ be the height in cm of somebody who may go in.",
        rf"Both limits are allowed: ${low} \le h \le {high}$.",
        "A height is measured, so parts of a centimetre are possible.",
        (low, high, low + HALF, integer(rng, low + 1, high - 1), integer(rng, low + 1, high - 1) + HALF),
        ((low - HALF, "short-of-the-limit"), (low - integer(rng, 1, 5), "short-of-the-limit"),
         (high + HALF, "past-the-limit"), (high + integer(rng, 1, 5), "past-the-limit")),
    )  # fmt: skip
