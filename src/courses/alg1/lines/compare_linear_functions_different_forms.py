"""Compare linear functions in different forms."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random

from courses.alg1.lines.graph_line_table import table, table_rows
from courses.alg1.lines.points import pair, pairs_in
from courses.alg1.reading import formulas, right_choice, value_of
from exercises import (
    Choice,
    Dropdowns,
    Question,
    Reroll,
    SingleChoice,
    Slot,
    Step,
    integer,
    pick,
    pick_distinct,
    plural,
    poly,
    shuffled,
    template,
)  # fmt: skip

SCENES = (
    ("tank", "A", "B", "minute", "litre", "Two tanks are being filled", "holds $y$ litres"),
    ("account", "P", "Q", "week", "dollar", "Two people save money", "account holds $y$ dollars"),
    ("sunflower", "C", "D", "week", "centimetre", "Two sunflowers are growing", "is $y$ centimetres tall"),
    ("cyclist", "K", "L", "hour", "kilometre", "Two cyclists ride away from a harbour", "is $y$ kilometres from it"),
    ("queue", "R", "S", "minute", "person", "Two queues are getting longer", "has $y$ people"),
)
"""What, the two names, the unit of time and of the amount, the scene, what y is."""
WORDS = re.compile(r"begins at (\d+) .* gains (\d+) more")
SAME = "It is the same for both"


@dataclass(frozen=True, slots=True)
class Law:
    """So much at the start, so much more for each unit of time."""

    rate: int
    start: int

    def at(self, time: int) -> int:
        """The amount."""
        return self.start + self.rate * time


def as_equation(law: Law, rng: Random, each: str, unit: str) -> str:
    """y = mx + b."""
    return f"$y = {poly(law.rate, 'x', law.start)}$"


def as_words(law: Law, rng: Random, each: str, unit: str) -> str:
    """In a sentence."""
    return f"begins at {plural(law.start, unit)} and gains {law.rate} more each {each}"


def as_points(law: Law, rng: Random, each: str, unit: str) -> str:
    """Two points of its graph."""
    first, gap = integer(rng, 1, 2), integer(rng, 2, 3)
    return (
        f"its graph is a line through ${pair((first, law.at(first)))}$ and ${pair((first + gap, law.at(first + gap)))}$"
    )


def as_table(law: Law, rng: Random, each: str, unit: str) -> str:
    """A table of three columns in steps of more than 1."""
    step = pick(rng, (2, 3, 4))
    return "this table:\n\n" + table([(n * step, law.at(n * step)) for n in (1, 2, 3)]) + "\n\n"


FORMS: tuple[Callable[[Law, Random, str, str], str], ...] = (as_equation, as_words, as_points, as_table)


def law_read(text: str) -> Law:
    """A law from how it is told."""
    words, rows, points = WORDS.search(text), table_rows(text), pairs_in(text)
    if words:
        return Law(int(words[2]), int(words[1]))
    if rows or points:
        (x, y), *_, (to_x, to_y) = rows or points
        rate = (to_y - y) / (to_x - x)
        assert all(one[1] == y + rate * (one[0] - x) for one in rows)
        return Law(int(rate), int(y - rate * x))
    (equation,) = (tex.split("=")[1] for tex in formulas(text) if tex.startswith("y ="))
    zero, one = (int(value_of(equation, x=x)) for x in (0, 1))
    return Law(one - zero, zero)


def compared_anew(question: Question) -> None:
    """Read both laws back from how they are told, and compare them."""
    first, second = question.prompt.split("**")[1], question.prompt.split("**")[3]
    told = question.prompt.split(f"**{first}**: ")[1].split(f"**{second}**: ")
    laws = {first: law_read(told[0]), second: law_read(told[1])}
    asked = re.search(r"after (\d+)", told[1])
    sizes: Mapping[str, Callable[[Law], int]] = {
        "faster": lambda law: law.rate,
        "start": lambda law: law.start,
        "later": lambda law: law.at(int(asked[1]) if asked else 0),
    }
    if isinstance(question.answer, Dropdowns):
        for slot in question.answer.slots:
            assert slot.right == larger(laws, sizes[slot.name])
    else:
        assert right_choice(question).worth == larger(laws, sizes[str(question.key[0])])


def larger(laws: Mapping[str, Law], size: Callable[[Law], int]) -> str:
    """Whose is larger, or that they are equal."""
    (first, a), (second, b) = ((name, size(law)) for name, law in laws.items())
    return SAME if a == b else first if a > b else second


def pair_of_laws(rng: Random) -> tuple[Law, Law, int]:
    """Two laws and a time: who is ahead may change in between."""
    rate, start, time = integer(rng, 3, 12), integer(rng, 5, 40), integer(rng, 4, 10)
    other = Law(rate + pick(rng, (-2, -1, 0, 1, 2, 3)), start + pick(rng, (-12, -6, -3, 0, 4, 8, 15)))
    law = Law(rate, start)
    if other.rate < 2 or other.start < 3 or law == other or law.at(time) == other.at(time):
        raise Reroll
    first, second = shuffled(rng, (law, other))
    return first, second, time


def told(rng: Random) -> tuple[str, tuple[str, str], tuple[Law, Law, int], tuple[str, str]]:
    """The two laws in two different forms: the text, the names, the laws with a time, the units."""
    what, a, b, each, unit, scene, is_y = pick(rng, SCENES)
    first, second, time = pair_of_laws(rng)
    forms = pick_distinct(rng, FORMS, 2)
    names = f"{what.capitalize()} {a}", f"{what.capitalize()} {b}"
    says = [form(law, rng, each, unit) for form, law in zip(forms, (first, second), strict=True)]
    lines = "\n\n".join(f"**{name}**: {text.strip()}" + ("" if text.endswith("\n") else ".")
                        for name, text in zip(names, says, strict=True))  # fmt: skip
    text = f"{scene}, each at a steady rate. After $x$ {each}s each {is_y}.\n\n{lines}"
    return text, names, (first, second, time), (each, unit)


def reasons(names: tuple[str, str], laws: tuple[Law, Law, int], each: str) -> tuple[Step, ...]:
    """What each law says, in one form."""
    said = (
        f"{name} has {law.start} at the start and {law.rate} more each {each}: $y = {poly(law.rate, 'x', law.start)}$."
        for name, law in zip(names, laws[:2], strict=True)
    )
    return tuple(Step(text, "Bring both into the same form.") for text in said)


ASKS = {
    "faster": ("For which one does $y$ grow faster?", "compare-start-for-rate"),
    "start": ("For which one is $y$ larger at the start, when $x$ is 0?", "compare-rate-for-start"),
    "later": ("For which one is $y$ larger after {time}?", "compare-not-worked-out"),
}
MIXED = {"faster": ("start", "compare-rates-not-found"), "start": ("faster", "compare-starts-not-found")}
"""What else may have been compared, and the name for a choice that does not come from that."""


def sizes_of(first: Law, second: Law, time: int) -> dict[str, tuple[int, int]]:
    """For each thing that may be asked, how much of it the two have."""
    return {"faster": (first.rate, second.rate), "start": (first.start, second.start),
            "later": (first.at(time), second.at(time))}  # fmt: skip


def rights_of(names: tuple[str, str], laws: tuple[Law, Law, int]) -> dict[str, str]:
    """For each thing that may be asked, who has more of it."""
    return {name: SAME if a == b else names[0] if a > b else names[1] for name, (a, b) in sizes_of(*laws).items()}


def slip(asked: str, option: str, rights: Mapping[str, str]) -> str:
    """The mistake that a wrong option shows: the other thing was compared, or neither was found."""
    other, name = MIXED.get(asked, (asked, ASKS[asked][1]))
    return ASKS[asked][1] if rights[other] == option else name


def which(rng: Random) -> Question:
    """One comparison as a choice."""
    text, names, laws, (each, _) = told(rng)
    first, second, time = laws
    asked = pick(rng, tuple(ASKS))
    a, b = sizes_of(*laws)[asked]
    rights = rights_of(names, laws)
    right = rights[asked]
    rows = [Choice(one, one == right, None if one == right else slip(asked, one, rights), value=one)
            for one in (*names, SAME)]  # fmt: skip
    rows.append(Choice("It cannot be told from what is given", misconception="compare-can-be-told", value="cannot"))
    ask = ASKS[asked][0].format(time=plural(time, each))
    found = f"The numbers to compare are {a} and {b}."
    return Question(
        key=(asked, names[0], first.rate, first.start, second.rate, second.start, time),
        prompt=f"{text.strip()}\n\n{ask}",
        answer=SingleChoice(shuffled(rng, rows)),
        hints=(
            "Find for both: how much is there at the start, and how much more is there for each one of $x$?",
            f"The one told first has {first.start} at the start and {first.rate} more each {each};"
            f" the other has {second.start} and {second.rate}.",
            f"{found} So the answer is this: {right[0].lower() + right[1:] if right == SAME else right}.",
        ),
        solution=(*reasons(names, laws, each), Step(f"{found} {right}.", "Compare only what the question asks for.")),
    )


def fill_in(rng: Random) -> Question:
    """Three comparisons at once, as words to choose."""
    text, names, laws, (each, _) = told(rng)
    first, second, time = laws
    rights = rights_of(names, laws)
    if len(set(rights.values())) < 2:
        raise Reroll
    options = (*names, SAME)
    slots = tuple(
        Slot(name, options, right, {option: slip(name, option, rights) for option in options if option != right})
        for name, right in rights.items()
    )
    answers = f"{rights['faster']}, {rights['start']}, {rights['later']}"
    return Question(
        key=("fill", names[0], first.rate, first.start, second.rate, second.start, time),
        prompt=f"{text.strip()}\n\nGrows faster: [[faster]]. Larger $y$ at the start: [[start]]."
        f" Larger $y$ after {plural(time, each)}: [[later]].",
        answer=Dropdowns(slots),
        hints=(
            "Find for both: how much is there at the start, and how much more is there for each one of $x$?",
            f"The one told first has {first.start} at the start and {first.rate} more each {each};"
            f" the other has {second.start} and {second.rate}.",
            f"After {plural(time, each)} there are {first.at(time)} and {second.at(time)}. In order: {answers}.",
        ),
        solution=(
            *reasons(names, laws, each),
            Step(f"After {plural(time, each)}: {first.at(time)} and {second.at(time)}. In order: {answers}.",
                 "Compare rate with rate, start with start, value with value."),
        ),
    )  # fmt: skip


@template(
    "alg1/lines/compare-linear-functions-different-forms",
    version=1,
    standards=("HSF.IF.C.9",),
    answer=(SingleChoice, Dropdowns),
    check=compared_anew,
    band="two growing linear functions with whole numbers, as equation, words, two points or a table of three columns",
    min_instances=60,
    answer_in_prompt=True,
)
def compare(rng: Random) -> Question:
    """Which grows faster, starts higher, is ahead later?"""
    return pick(rng, (which, which, fill_in))(rng)
