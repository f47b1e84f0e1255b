"""Solve a linear equation whose constants are letters."""

from collections.abc import Iterable
from dataclasses import dataclass
from random import Random

from courses.alg1.equations.isolate import (
    Move,
    Part,
    apply,
    coefficient,
    different,
    joined,
    spoiled,
    steps,
    trial,
)  # fmt: skip
from courses.alg1.equations.readback import displayed, gap
from exercises import Expression, Question, Step, evaluate, integer, parse, pick, pick_distinct, template

UNKNOWNS = ("x", "x", "x", "y", "z")
CONSTANTS = ("a", "b", "c", "d", "h", "k", "m", "n", "p", "q", "r")


@dataclass(frozen=True, slots=True)
class Letters:
    """Three constants with their coefficients, as shown: `3a`, `b`, `2c`; `numbers` are the coefficients."""

    one: str
    two: str
    three: str
    names: tuple[str, str, str]
    numbers: tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Frame:
    """An equation to free the unknown in: steps that bring it there, the free side, the moves to come."""

    tex: str
    start: Part
    moves: tuple[Move, ...]
    not_zero: str
    reminder: str
    opening: tuple[Step, ...] = ()
    slips: tuple[tuple[str, str], ...] = ()


def times_then_plus(c: Letters, x: str, sign: str) -> Frame:
    """`ax + b = c`."""
    undo = "subtract" if sign == "+" else "add"
    return Frame(
        f"{c.one}{x} {sign} {c.two} = {c.three}", Part(c.three), ((undo, c.two), ("divide", c.one)), c.names[0],
        f"If the letters were numbers, what would you undo first on the side with ${x}$?",
    )  # fmt: skip


def bracket(c: Letters, x: str, sign: str) -> Frame:
    """`a(x + b) = c`."""
    undo = "subtract" if sign == "+" else "add"
    return Frame(
        f"{c.one}({x} {sign} {c.two}) = {c.three}", Part(c.three), (("divide", c.one), (undo, c.two)), c.names[0],
        "Think of the bracket as one object: what multiplies it, and what does that leave to undo?",
    )  # fmt: skip


def quotient(c: Letters, x: str, sign: str) -> Frame:
    r"""`\frac{x}{a} + b = c`."""
    undo = "subtract" if sign == "+" else "add"
    return Frame(
        rf"\frac{{{x}}}{{{c.one}}} {sign} {c.two} = {c.three}", Part(c.three), ((undo, c.two), ("multiply", c.one)),
        c.names[0],
        f"What was done to ${x}$ first, and what last? Undo the last thing first.",
    )  # fmt: skip


def sum_over(c: Letters, x: str, sign: str) -> Frame:
    r"""`\frac{x + b}{a} = c`."""
    undo = "subtract" if sign == "+" else "add"
    return Frame(
        rf"\frac{{{x} {sign} {c.two}}}{{{c.one}}} = {c.three}", Part(c.three), (("multiply", c.one), (undo, c.two)),
        c.names[0],
        "The bar of a fraction works like a bracket. What is done to the whole top?",
    )  # fmt: skip


def taken_away(c: Letters, x: str, sign: str) -> Frame:
    """`b - ax = c`, or `c = b - ax`."""
    sides = (f"{c.two} - {c.one}{x}", c.three)
    left, right = sides if sign == "+" else sides[::-1]
    return Frame(
        f"{left} = {right}", Part(c.three), (("take from", c.two), ("divide", c.one)), c.names[0],
        f"The term with ${x}$ is taken away. How can you make it positive?",
    )  # fmt: skip


def two_terms(c: Letters, x: str, sign: str) -> Frame:
    """`ax + bx = c`: the unknown is a common factor."""
    other, both = "-" if sign == "+" else "+", f"{c.one} {sign} {c.two}"
    return Frame(
        f"{c.one}{x} {sign} {c.two}{x} = {c.three}", Part(c.three), (("divide", both),), both,
        f"Both terms on one side hold ${x}$. What is their common factor?",
        (Step(f"Take ${x}$ out as a factor: ${x}({both}) = {c.three}$.", "Distributive property, read backwards."),),
        (
            ("lost-sign-when-collecting", rf"\frac{{{c.three}}}{{{c.one} {other} {c.two}}}"),
            ("solved-without-factoring", rf"\frac{{{c.three}}}{{{c.one}}} {other} {c.two}"),
        ),
    )  # fmt: skip


def both_sides(c: Letters, x: str, sign: str) -> Frame:
    """`ax + b = cx`: gather the unknown, then take it out as a factor."""
    undo = "-" if sign == "+" else ""
    both = f"{c.one} - {c.three}" if sign == "-" else f"{c.three} - {c.one}"
    gathered = f"{c.one}{x} - {c.three}{x} = {c.two}" if sign == "-" else f"{c.two} = {c.three}{x} - {c.one}{x}"
    factored = f"{x}({both}) = {c.two}" if sign == "-" else f"{c.two} = {x}({both})"
    return Frame(
        f"{c.one}{x} {sign} {c.two} = {c.three}{x}", Part(c.two), (("divide", both),), both,
        f"The unknown ${x}$ stands on both sides. Bring its terms to one side and everything else to the other.",
        (
            Step(f"Bring the terms with ${x}$ to one side: ${gathered}$.", "The same is added to or taken from both "
            "sides."),
            Step(f"Take ${x}$ out as a factor: ${factored}$.", "Distributive property, read backwards."),
        ),
        (
            ("added-coefficients-across-sides", rf"\frac{{{undo}{c.two}}}{{{c.one} + {c.three}}}"),
            ("lost-sign-when-dividing", rf"-\frac{{{c.two}}}{{{both}}}"),
        ),
    )  # fmt: skip


def bracket_both_sides(c: Letters, x: str, sign: str) -> Frame:
    """`a(x + b) = cx`: multiply out, gather, take out the unknown as a factor."""
    product = joined(c.one, c.two)
    inner = both_sides(Letters(c.one, product, c.three, c.names, c.numbers), x, sign)
    first = Step(f"Multiply out: ${inner.tex}$.", "The factor multiplies both terms in the bracket.")
    slip = ("multiplied-first-term-only", both_sides(c, x, sign))
    return Frame(
        f"{c.one}({x} {sign} {c.two}) = {c.three}{x}", inner.start, inner.moves, inner.not_zero,
        f"One ${x}$ stands in a bracket. Free it first, then bring the terms with ${x}$ together.",
        (first, *inner.opening), ((slip[0], apply(slip[1].start, slip[1].moves).tex), *inner.slips),
    )  # fmt: skip


FRAMES = (times_then_plus, bracket, quotient, sum_over, taken_away, two_terms, both_sides, bracket_both_sides)


def letters(rng: Random) -> Letters:
    """Three different letters; each has a coefficient one time in two."""
    names = tuple(sorted(pick_distinct(rng, CONSTANTS, 3)))
    one, two, three = (pick(rng, (1, integer(rng, 2, 9))) for _ in range(3))
    shown = [coefficient(n, name) for n, name in zip((one, two, three), names, strict=True)]
    return Letters(shown[0], shown[1], shown[2], (names[0], names[1], names[2]), (one, two, three))


def answer_fits(question: Question) -> None:
    """With whole numbers for the letters, the answer's value makes both sides of the shown equation equal."""
    (equation,) = displayed(question.prompt)
    assert isinstance(question.answer, Expression)
    unknown = question.before.removesuffix(" =")
    for seed in ("three", "four", "five"):
        values = trial(question.answer.variables, seed)
        found = evaluate(parse(question.answer.text), values)
        assert gap(equation, {**values, unknown: found}) == 0, (equation, question.answer.text)
        assert gap(equation, {**values, unknown: found + 1}) != 0, equation


@template(
    "alg1/equations/solve-equation-letters-constants",
    version=1,
    standards=("HSA.REI.B.3",),
    answer=Expression,
    check=answer_fits,
    band="three constant letters, coefficients up to 9; two moves, or one common factor to take out",
)
def letters_constants(rng: Random) -> Question:
    """A draw of one of the frames."""
    c, x, sign, make = letters(rng), pick(rng, UNKNOWNS), pick(rng, "+-"), pick(rng, FRAMES)
    frame = make(c, x, sign)
    solution = frame.opening + steps(x, frame.start, frame.moves)
    answer = apply(frame.start, frame.moves).tex
    slips: Iterable[tuple[str, str]] = (*frame.slips, *spoiled(frame.start, frame.moves))
    return Question(
        key=(make.__name__, sign, *c.numbers),
        prompt=f"Solve for ${x}$. The other letters stand for constants, and ${frame.not_zero}$ is not "
        f"zero.\n\n$${frame.tex}$$",
        answer=Expression(answer, c.names),
        hints=(frame.reminder, *(step.text for step in solution)),
        solution=solution,
        wrong=different(answer, slips, c.names),
        before=f"{x} =",
    )
