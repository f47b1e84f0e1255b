"""Count the solutions of a system from its equations."""

from functools import partial
from math import gcd
from random import Random

from courses.alg1.equations.tale import persistent
from courses.alg1.forms import one_of
from courses.alg1.line_forms.writing import slope_form
from courses.alg1.reading import choices_of, formulas
from courses.alg1.systems.rows import ALL, NONE, ONE, Row, both, equations_in, how_many, linear
from exercises import (
    Choice,
    Question,
    Reroll,
    SingleChoice,
    Step,
    integer,
    nonzero,
    num,
    person,
    pick,
    shuffled,
    template,
)
from exercises.exact import Fraction

TWO = "Exactly two solutions"
COUNTS = (NONE, ONE, ALL)
SLIPS = {
    (NONE, ONE): "count-slopes-not-compared",
    (NONE, ALL): "count-constants-not-compared",
    (ONE, NONE): "count-different-slopes-meet",
    (ONE, ALL): "count-different-slopes-meet",
    (ALL, ONE): "count-slopes-not-compared",
    (ALL, NONE): "count-same-line-shares-all",
}
"""The mistake by what is true and what was chosen."""


def slip(true: str, said: str) -> str | None:
    """The mistake behind a count; none when it is right."""
    return None if true == said else SLIPS.get((true, said), "count-lines-meet-twice")


def tried_anew(question: Question) -> None:
    """Two points of the one line are put into the other equation, for every system that is shown."""
    if question.key[0] == "which":
        wanted = next(kind for kind in COUNTS if kind.lower() in question.prompt)
        for choice in choices_of(question):
            one, two = equations_in(choice.text)
            assert (how_many(one, two) == wanted) is choice.right, choice.text
        return
    one, two = equations_in(question.prompt)[:2]
    for choice in choices_of(question):
        assert choice.text.startswith(how_many(one, two)) is choice.right
    if question.key[0] == "left over":
        left, right = formulas(question.prompt)[-1].split(" = ")
        a, b, c = linear(f"{left} + 0x = {right}")
        assert how_many(one, two) == (ONE if a or b else NONE if c else ALL)


def system(rng: Random, kind: str) -> tuple[Row, Row, int]:
    """Two equations with so many solutions; for NONE and ALL, how many times the first the second is."""
    a, b, c = integer(rng, 1, 6), nonzero(rng, -6, 6), nonzero(rng, -12, 12)
    one = Row(a, b, c)
    if gcd(a, b, c) > 1 or abs(a) == abs(b):
        raise Reroll
    times = pick(rng, (-3, -2, 2, 3, 4))
    if kind == ONE:
        d, e = pick(rng, ((a, -b), (b, a), (-a, b), (times * a, b), (a, times * b)))
        return one, Row(d, e, pick(rng, (times * c, c, -c))), 0
    shift = 0 if kind == ALL else nonzero(rng, -9, 9)
    return one, Row(times * a, times * b, times * c + shift), times


def shown(rng: Random, row: Row) -> str:
    """The equation in standard form, or solved for y when that needs no fraction but perhaps one."""
    slope, height = Fraction(-row.a, row.b), Fraction(row.c, row.b)
    return slope_form(slope, height) if height.denominator == 1 and rng.random() < 0.5 else row.tex


def reasons(one: Row, two: Row, kind: str) -> tuple[Step, ...]:
    """Both slopes and heights, and what they say."""
    lines = [slope_form(Fraction(-row.a, row.b), Fraction(row.c, row.b)) for row in (one, two)]
    says = {
        NONE: "The slopes are equal and the lines meet the $y$-axis in different places: they are parallel.",
        ONE: "The slopes differ, so the lines cross in one point.",
        ALL: "Slope and place on the $y$-axis are the same: both equations have the same line.",
    }[kind]
    if lines[0] == lines[1]:
        first = Step(f"Solved for $y$, both equations are ${lines[0]}$.", "Bring both into the same form.")
    else:
        first = Step(f"Solved for $y$: ${lines[0]}$ and ${lines[1]}$.", "Bring both into the same form.")
    return first, Step(says, "A solution is a point that lies on both lines.")


def count_them(rng: Random) -> Question:
    """How many solutions does this system have?"""
    kind = pick(rng, COUNTS)
    one, two, _ = persistent(lambda chance: system(chance, kind), rng)
    first, second = shown(rng, one), shown(rng, two)
    if first == second:
        raise Reroll
    steps = reasons(one, two, kind)
    return Question(
        key=("count", first, second),
        prompt=f"How many solutions does this system have?\n\n{both(first, second)}",
        answer=SingleChoice(shuffled(rng, [Choice(text, text == kind, slip(kind, text)) for text in (*COUNTS, TWO)])),
        hints=(
            "Think of the two lines: do they cross, are they parallel, or are they one and the same?",
            f"{steps[0].text} Compare the slopes first, then the numbers alone.",
            f"{steps[1].text} So the answer is this: {kind.lower()}.",
        ),
        solution=(*steps, Step(f"{kind}.", "Each common point of the lines is one solution.")),
    )


def which_system(rng: Random) -> Question:
    """Which of four systems has so many solutions?"""
    wanted = pick(rng, COUNTS)
    rest = [kind for kind in COUNTS if kind != wanted]
    kinds = [wanted, *rest, pick(rng, rest)]
    systems = [persistent(partial(system, kind=kind), rng)[:2] for kind in kinds]
    if len({one for one, _ in systems}) < 4 or any(one == two for one, two in systems):
        raise Reroll
    texts = [f"${one.tex}$ and ${two.tex}$" for one, two in systems]
    choices = [
        Choice(text, kind == wanted, slip(kind, wanted), value=rows)
        for text, kind, rows in zip(texts, kinds, systems, strict=True)
    ]
    first = reasons(*systems[0], wanted)
    return Question(
        key=("which", wanted, *systems),
        prompt=f"Which of these systems has {wanted.lower()}?",
        answer=SingleChoice(shuffled(rng, choices)),
        hints=(
            "Compare the numbers before each letter: from the first equation to the second, are both multiplied by"
            " the same factor?",
            "When both letters' numbers are multiplied by the same factor, the slopes are equal. Then look at the"
            " number alone: is it multiplied by that factor too?",
            f"It is the system {texts[0]}.",
        ),
        solution=(*first, Step(f"So it is {texts[0]}.", f"It has {wanted.lower()}; the others have not.")),
    )


def left_over(rng: Random) -> Question:
    """What elimination leaves, and what it says."""
    kind = pick(rng, COUNTS)
    one, two, times = persistent(lambda chance: system_for(chance, kind), rng)
    name, letter = person(rng), "x"
    if kind == ONE:
        by = -1 if one.b == two.b else 1
        rest = one.times(by).plus(two)
        what = f"{'subtracts the first equation from the second' if by < 0 else 'adds the two equations'}"
        left = f"{rest.left} = {rest.c}"
        if rest.c:
            left = f"{rest.left} = 0"
            two = Row(two.a, two.b, two.c - rest.c)
        says = f"The letter ${letter}$ is left: ${left}$ gives $x = 0$, and that is an ordinary number."
    else:
        left = f"0 = {num(two.c - times * one.c)}"
        what = f"subtracts ${times}$ times the first equation from the second"
        if times < 0:
            what = f"adds ${-times}$ times the first equation to the second"
        says = (
            f"No letter is left, and ${left}$ is {'always true' if kind == ALL else 'never true'}: "
            f"{'both equations say the same' if kind == ALL else 'no pair fits both equations'}."
        )
    ending = {
        NONE: "the lines are parallel",
        ONE: "the lines cross once",
        ALL: "both equations have the same line",
    }
    choices = [Choice(f"{text}: {ending[text]}.", text == kind, slip_left(kind, text), value=text) for text in COUNTS]
    right = f"{kind}: {ending[kind]}."
    return Question(
        key=("left over", one, two),
        prompt=f"{name} works on this system:\n\n{both(one.tex, two.tex)}\n\n{name} {what} and is left with ${left}$."
        " How many solutions does the system have?",
        answer=SingleChoice(shuffled(rng, choices)),
        hints=(
            "Is a letter left in the last line? If not, is what is left true or false?",
            says,
            f"So the answer is this. {right}",
        ),
        solution=(
            Step(says, "The last line follows from both equations."),
            Step(right, "Each common point of the lines is one solution."),
        ),
    )


def system_for(rng: Random, kind: str) -> tuple[Row, Row, int]:
    """A system; for ONE its terms in y match."""
    one, two, times = system(rng, kind)
    if kind == ONE and (abs(one.b) != abs(two.b) or one.a * two.b == two.a * one.b):
        raise Reroll
    return one, two, times


def slip_left(true: str, said: str) -> str | None:
    """The mistake in reading what is left."""
    if true == said:
        return None
    if true == ONE:
        return "letter-left-at-zero"
    if said == ONE:
        return "letters-gone-taken-for-one"
    return "letters-gone-left-false" if true == NONE else "letters-gone-left-true"


@template(
    "alg1/systems/count-solutions-equations",
    version=1,
    standards=("HSA.REI.C.6",),
    answer=SingleChoice,
    check=tried_anew,
    band="coefficients up to 24 in standard form or solved for y: one system, four systems, or what elimination leaves",
)
def count_from_equations(rng: Random) -> Question:
    """How many, which system, or what does the last line say?"""
    return one_of(rng, (count_them, count_them, which_system, left_over))
