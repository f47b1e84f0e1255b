"""Give the property that allows each step of a shown solution."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from random import Random

from courses.alg1.equations.balance import LETTERS, balanced, over, times_bracket
from courses.alg1.equations.properties import (
    ADDITION,
    COLLECT,
    DISTRIBUTE,
    DIVISION,
    FILLERS,
    MIX_UPS,
    MULTIPLICATION,
    SUBTRACTION,
    SYMMETRIC,
    WHY,
    named_by_algebra,
)  # fmt: skip
from courses.alg1.equations.readback import displayed
from exercises import (
    Dropdowns,
    Question,
    Reroll,
    Slot,
    Step,
    integer,
    nonzero,
    num,
    pick,
    pick_distinct,
    poly,
    shuffled,
    signed,
    template,
    term,
)

INTRO = (
    "This solution is correct. Below each line after the first, choose the property "
    "that leads to it from the line above. Taking a term away counts as subtraction, although adding its opposite "
    "does the same."
)
PLACES = ("first", "second", "third", "fourth")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the solution and the property that leads to it from the line before."""

    tex: str
    property: str


Lines = tuple[tuple[int, ...], list[Line]]


def collect_then_undo(rng: Random, x: str) -> Lines:
    """`5x + 3 - 2x = 18`: collect, move the constant, divide."""
    root, a, c, b = nonzero(rng, -9, 9), integer(rng, 2, 9), nonzero(rng, -6, 6), nonzero(rng, -12, 12)
    slope = sized(a + c)
    total = slope * root + b
    return (a, b, c, root), [
        Line(balanced(f"{poly(a, x, b)} {signed(c, x)}", num(total)), ""),
        Line(balanced(poly(slope, x, b), num(total)), COLLECT),
        Line(balanced(term(slope, x), num(total - b)), moved(b)),
        Line(balanced(x, num(root)), DIVISION),
    ]


def bracket_then_undo(rng: Random, x: str) -> Lines:
    """`4(x - 3) = 20`: multiply out, move the constant, divide."""
    root, k, b = nonzero(rng, -9, 9), pick(rng, (-4, -3, -2, 2, 3, 4, 5, 6)), nonzero(rng, -9, 9)
    total = k * (root + b)
    return (k, b, root), [
        Line(balanced(times_bracket(k, poly(1, x, b)), num(total)), ""),
        Line(balanced(poly(k, x, k * b), num(total)), DISTRIBUTE),
        Line(balanced(term(k, x), num(k * root)), moved(k * b)),
        Line(balanced(x, num(root)), DIVISION),
    ]


def divide_first(rng: Random, x: str) -> Lines:
    """`4(x - 3) + 2 = 22`: move the constant, divide before the bracket goes, move the last constant."""
    root, k, b, c = nonzero(rng, -9, 9), integer(rng, 2, 7), nonzero(rng, -9, 9), nonzero(rng, -9, 9)
    inside = root + b
    return (k, b, c, root), [
        Line(balanced(f"{times_bracket(k, poly(1, x, b))} {signed(c)}", num(k * inside + c)), ""),
        Line(balanced(times_bracket(k, poly(1, x, b)), num(k * inside)), moved(c)),
        Line(balanced(poly(1, x, b), num(inside)), DIVISION),
        Line(balanced(x, num(root)), moved(b)),
    ]


def letter_on_both_sides(rng: Random, x: str) -> Lines:
    """`7x - 4 = 3x + 12`: gather the letter, move the constant, divide."""
    root, c, b = nonzero(rng, -9, 9), nonzero(rng, -7, 7), nonzero(rng, -12, 12)
    slope = integer(rng, 2, 6)
    a, d = sized(c + slope), slope * root + b
    if not d:
        raise Reroll
    return (a, b, c, root), [
        Line(balanced(poly(a, x, b), poly(c, x, d)), ""),
        Line(balanced(poly(slope, x, b), num(d)), moved(c)),
        Line(balanced(term(slope, x), num(d - b)), moved(b)),
        Line(balanced(x, num(root)), DIVISION),
    ]


def bracket_both_sides(rng: Random, x: str) -> Lines:
    """`5(x + 1) = 2x + 17`: multiply out, gather, move, divide."""
    root, k, b, slope = nonzero(rng, -9, 9), integer(rng, 2, 7), nonzero(rng, -6, 6), integer(rng, 2, 6)
    c, d = sized(k - slope), slope * root + k * b
    if not d:
        raise Reroll
    return (k, b, c, root), [
        Line(balanced(times_bracket(k, poly(1, x, b)), poly(c, x, d)), ""),
        Line(balanced(poly(k, x, k * b), poly(c, x, d)), DISTRIBUTE),
        Line(balanced(poly(slope, x, k * b), num(d)), moved(c)),
        Line(balanced(term(slope, x), num(slope * root)), moved(k * b)),
        Line(balanced(x, num(root)), DIVISION),
    ]


def fraction_first(rng: Random, x: str) -> Lines:
    r"""`\frac{2x + 5}{3} = 7`: multiply, move the constant, divide."""
    root, m, p = nonzero(rng, -9, 9), integer(rng, 2, 7), integer(rng, 2, 5)
    quotient = nonzero(rng, -9, 9)
    b = sized(m * quotient - p * root)
    return (m, p, b, root), [
        Line(balanced(over(poly(p, x, b), m), num(quotient)), ""),
        Line(balanced(poly(p, x, b), num(m * quotient)), MULTIPLICATION),
        Line(balanced(term(p, x), num(p * root)), moved(b)),
        Line(balanced(x, num(root)), DIVISION),
    ]


def letter_on_the_right(rng: Random, x: str) -> Lines:
    r"""`9 = \frac{x}{4} - 2`: swap the sides, move the constant, multiply."""
    m, quotient, b = integer(rng, 2, 9), nonzero(rng, -9, 9), nonzero(rng, -12, 12)
    part = rf"\frac{{{x}}}{{{m}}}"
    return (m, b, quotient), [
        Line(balanced(num(quotient + b), f"{part} {signed(b)}"), ""),
        Line(balanced(f"{part} {signed(b)}", num(quotient + b)), SYMMETRIC),
        Line(balanced(part, num(quotient)), moved(b)),
        Line(balanced(x, num(m * quotient)), MULTIPLICATION),
    ]


FORMS: tuple[Callable[[Random, str], Lines], ...] = (
    collect_then_undo, bracket_then_undo, divide_first, letter_on_both_sides, bracket_both_sides,
    fraction_first, letter_on_the_right,
)  # fmt: skip


def sized(value: int) -> int:
    """A coefficient or constant that is not 0 or 1 and not large; otherwise the draw is of no use."""
    if value in (-1, 0, 1) or abs(value) > 30:
        raise Reroll
    return value


def moved(amount: int) -> str:
    """The property that takes a term of this sign away."""
    return SUBTRACTION if amount > 0 else ADDITION


def named_steps_agree(question: Question) -> None:
    """Each reason follows from comparing two shown lines, and the last line solves the first."""
    lines = displayed(question.prompt)
    assert isinstance(question.answer, Dropdowns)
    letter = next(sign for sign in lines[-1] if sign.isalpha())
    found = [named_by_algebra(old, new, letter) for old, new in pairwise(lines)]
    assert found == [slot.right for slot in question.answer.slots], (found, lines)


@template(
    "alg1/equations/justify-each-step-solution",
    version=1,
    standards=("HSA.REI.A.1",),
    answer=Dropdowns,
    check=named_steps_agree,
    band="a linear equation with a whole solution; 3 or 4 steps; properties of equality and rewriting one side",
)
def justify(rng: Random) -> Question:
    """A shown solution with a place for the reason after each line."""
    form, x = pick(rng, FORMS), pick(rng, LETTERS)
    numbers, lines = form(rng, x)
    rights = list(dict.fromkeys(line.property for line in lines[1:]))
    spare = [name for name in FILLERS if name not in rights]
    options = shuffled(rng, (*rights, *pick_distinct(rng, spare, 5 - len(rights) if len(rights) < 4 else 1)))
    slots = tuple(
        Slot(place, options, line.property, {o: MIX_UPS[line.property, o] for o in options if o != line.property})
        for place, line in zip(PLACES, lines[1:], strict=False)
    )
    rows = [f"$${lines[0].tex}$$"] + [
        f"$${line.tex}$$\n\n[[{slot.name}]]" for slot, line in zip(slots, lines[1:], strict=True)
    ]
    steps = tuple(explained(old, new) for old, new in pairwise(lines))
    return Question(
        key=(form.__name__, *numbers),
        prompt="\n\n".join([INTRO, *rows]),
        answer=Dropdowns(slots),
        hints=(
            "Compare two lines that follow each other. Did both sides change, or was one side only written another "
            "way?",
            "If both sides changed, ask what was done to both: added, subtracted, multiplied or divided?",
            " ".join(step.text for step in steps),
        ),
        solution=(*steps, Step(f"The properties in order: {'; '.join(slot.right for slot in slots)}.")),
    )


def explained(old: Line, new: Line) -> Step:
    """One line's property in a sentence."""
    return Step(f"From ${old.tex}$ to ${new.tex}$: {new.property}.", WHY[new.property])
