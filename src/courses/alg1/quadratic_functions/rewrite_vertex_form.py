"""Rewrite in vertex form."""

import re
from collections.abc import Callable, Mapping
from random import Random

from courses.alg1.forms import hints, one_of
from courses.alg1.quadratic_functions.forms import Quad, quad, square_tex, with_zeros
from courses.alg1.quadratic_functions.readback import agree, function_in, rule
from courses.alg1.slips import apart
from exercises import (
    Expression,
    Question,
    Reroll,
    Step,
    integer,
    nonzero,
    num,
    person,
    pick,
    poly,
    signed,
    template,
    term,
)
from exercises.exact import Fraction

SHAPE = "Type it in the form $a(x - h)^2 + k$."


def question(
    key: tuple[object, ...], prompt: str, one: Quad, steps: tuple[Step, ...], slips: Mapping[str, Quad], x: str = "x"
) -> Question:
    """The question for the vertex form of a function."""
    last = Step(f"The vertex form is ${one.vertex_tex(x)}$.", f"Its vertex is $({num(one.h)}, {num(one.k)})$.")
    lines = (*steps, last)
    kept = apart(one, {name: slip for name, slip in slips.items() if slip.a})
    return Question(
        key=key,
        prompt=prompt,
        answer=Expression(one.typed(x), (x,), "vertex"),
        hints=hints("Which bracket has a square with the same first two terms? Then mend the number.", lines),
        solution=lines,
        wrong={name: slip.typed(x) for name, slip in kept.items()},
    )


def completed(one: Quad, x: str = "x") -> tuple[Step, ...]:
    """Completing the square, with the factor in front taken out first."""
    half, inside = -one.h, square_tex(x, one.h)
    opened = poly(1, f"{x}^2", 2 * half, x, half**2)
    if one.a == 1:
        return (
            Step(f"Half of ${num(one.b)}$ is ${num(half)}$: ${inside} = {opened}$.", "So the first two terms fit."),
            Step(f"From ${num(half**2)}$ to ${num(one.c)}$ it takes ${num(one.k)}$.",
                 f"${num(one.c)} - {num(half**2)} = {num(one.k)}$."),
        )  # fmt: skip
    start = poly(1, f"{x}^2", 2 * half, x)
    pulled = term(one.a, f"({start})") + (f" {signed(one.c)}" if one.c else "")
    return (
        Step(f"Take ${num(one.a)}$ out of the first two terms: ${pulled}$.", "Complete the square inside."),
        Step(f"Half of ${num(2 * half)}$ is ${num(half)}$: ${inside} = {opened}$, and ${num(one.a)}$ times it begins "
             "with "
             "the same two terms.", "So this is the bracket."),
        Step(f"It brings in ${num(one.a)} \\cdot {num(half**2)} = {num(one.a * half**2)}$. From there to "
             f"${num(one.c)}$ it takes ${num(one.k)}$.", f"{minus(one)}."),
    )  # fmt: skip


def minus(one: Quad) -> str:
    """The constant minus what the square brings in."""
    brought = one.a * one.h**2
    shown = num(brought) if brought >= 0 else f"({num(brought)})"
    return f"${num(one.c)} - {shown} = {num(one.k)}$"


def slips_of(one: Quad) -> dict[str, Quad]:
    """What goes wrong often."""
    return {
        "vertex-form-constant-kept": quad(one.a, one.h, one.c),
        "vertex-form-sign-of-bracket": quad(one.a, -one.h, one.k),
        "vertex-form-not-halved": quad(one.a, 2 * one.h, one.c - one.a * (2 * one.h) ** 2),
        "vertex-form-square-added": quad(one.a, one.h, one.c + one.a * one.h**2),
        "vertex-form-factor-left-out": quad(one.a, one.h, one.c - one.h**2),
    }


def drawn(rng: Random, widths: tuple[int, ...]) -> Quad:
    """Whole numbers, with a middle term."""
    one = quad(pick(rng, widths), nonzero(rng, -9, 9), integer(rng, -30, 30))
    if not one.k or abs(one.c) > 99:
        raise Reroll
    return one


def monic(rng: Random) -> Question:
    """Nothing before the square; the middle number is odd now and then."""
    one = drawn(rng, (1,))
    if rng.random() < 0.2:
        odd = Fraction(pick(rng, (-7, -5, -3, -1, 1, 3, 5, 7)), 2)
        one = quad(1, odd, integer(rng, -9, 9) - odd**2)
    ask = pick(rng, (
        f"Write the function $f(x) = {one.standard_tex()}$ in vertex form.",
        f"Rewrite $f(x) = {one.standard_tex()}$ so that the lowest value of $f$ can be read off.",
        f"Complete the square to find the vertex form of $f(x) = {one.standard_tex()}$.",
    ))  # fmt: skip
    return question(("monic", *one.form), f"{ask} {SHAPE}", one, completed(one), slips_of(one))


def with_factor(rng: Random) -> Question:
    """A number before the square."""
    one = drawn(rng, (2, 2, 3, 4, 5, -1, -1, -2, -3))
    ask = pick(rng, (
        f"Write the function $f(x) = {one.standard_tex()}$ in vertex form.",
        f"Rewrite $f(x) = {one.standard_tex()}$ so that the {one.turn} value of $f$ can be read off.",
    ))  # fmt: skip
    return question(("factor", *one.form), f"{ask} {SHAPE}", one, completed(one), slips_of(one))


def from_factors(rng: Random) -> Question:
    """Factored form: the axis lies between the zeros."""
    p, q = integer(rng, -9, 9), integer(rng, -9, 9)
    one = with_zeros(pick(rng, (1, 1, -1, 2, -2, 3)), p, q)
    if (p + q) % 2 or p == q or p == -q:
        raise Reroll
    middle = Step(f"The zeros are ${min(p, q)}$ and ${max(p, q)}$, so the axis is at $x = {num(one.h)}$.",
                  "It lies halfway between the zeros.")  # fmt: skip
    height = Step(f"There $f({num(one.h)}) = {num(one.k)}$.", f"Put $x = {num(one.h)}$ into the formula.")
    slips = {
        "vertex-form-sign-of-bracket": quad(one.a, -one.h, one.k),
        "vertex-form-constant-kept": quad(one.a, one.h, one.c),
        "vertex-form-factor-dropped": quad(1, one.h, one.k),
        "vertex-form-height-sign": quad(one.a, one.h, -one.k),
    }
    asked = question(
        ("factors", *one.form), f"Write the function $f(x) = {one.factored_tex()}$ in vertex form. {SHAPE}", one,
        (middle, height), slips,
    )  # fmt: skip
    reminder = "Where is the vertex, when you know the two zeros? The factor in front stays the same."
    return Question(asked.key, asked.prompt, asked.answer, (reminder, *asked.hints[1:]), asked.solution, asked.wrong)


def corrected(rng: Random) -> Question:
    """Somebody's vertex form is not right."""
    one, name = drawn(rng, (1, 1, 1, 2, -1)), person(rng)
    slips = slips_of(one)
    said = slips[pick(rng, ("vertex-form-constant-kept", "vertex-form-sign-of-bracket", "vertex-form-square-added"))]
    if said == one or not said.k:
        raise Reroll
    prompt = (f"{name} rewrites $f(x) = {one.standard_tex()}$ as ${said.vertex_tex()}$, but that is not the same "
              f"function. Write the right vertex form of $f$. {SHAPE}")  # fmt: skip
    return question(("corrected", *one.form, *said.form), prompt, one, completed(one), slips)


THROWS = (("A ball is thrown up from a tower.", 2), ("A signal rocket is launched from a roof.", 4),
          ("An arrow is shot up from a castle wall.", 4), ("A stone is flung upwards from a cliff.", 2))  # fmt: skip
"""What flies, and for how many seconds at most it rises."""


def flight(rng: Random) -> Question:
    """A height in metres after t seconds."""
    story, most = pick(rng, THROWS)
    h, start = integer(rng, 1, most), integer(rng, 3, 40)
    one = quad(-5, h, start + 5 * h * h)
    told = f"{story} After $t$ seconds it is about $f(t) = {one.standard_tex('t')}$ metres above the ground."
    prompt = f"{told} Rewrite this so that the greatest height can be read off. Type it in the form $a(t - h)^2 + k$."
    return question(("flight", *one.form), prompt, one, completed(one, "t"), slips_of(one), "t")


FORMS: tuple[Callable[[Random], Question], ...] = (
    monic, monic, monic, with_factor, with_factor, from_factors, corrected, flight,
)  # fmt: skip
VERTEX_FORM = re.compile(r"-?(?:\d+(?:/\d+)?\*)?(?:[xt]\^2|\([xt] [-+] [\d/]+\)\^2)(?: [-+] [\d/]+)?")


def same_function_turning_there(question: Question) -> None:
    """The answer has the values of the function in the prompt, and it is written as a square and a number."""
    assert isinstance(question.answer, Expression)
    (letter,), text = question.answer.variables, question.answer.text
    assert VERTEX_FORM.fullmatch(text)
    assert agree(function_in(question.prompt), rule(text, letter))


@template(
    "alg1/quadratic-functions/rewrite-vertex-form",
    version=1,
    standards=("HSF.IF.C.8.a", "HSA.SSE.B.3.b"),
    answer=Expression,
    check=same_function_turning_there,
    band="vertex at whole numbers up to 9, now and then halves; factor of the square up to 5; constants to 99",
)
def rewrite(rng: Random) -> Question:
    """A draw of one of the forms."""
    return one_of(rng, FORMS)
