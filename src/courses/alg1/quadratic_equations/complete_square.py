"""Complete the square: the number that is missing, the binomial, and what is left over."""

import re
from math import isqrt
from random import Random

from courses.alg1.quadratic_equations.lowest import lowest, polynomial_of
from courses.alg1.reading import formulas
from courses.alg1.slips import apart as slips_apart
from exercises import (
    Expression,
    Number,
    Question,
    Reroll,
    Step,
    bracketed,
    decimal,
    evaluate,
    integer,
    nonzero,
    num,
    parse,
    person,
    pick,
    poly,
    signed,
    template,
    term,
)
from exercises.exact import Fraction

HALF_SQUARED = "The middle term of $(x + p)^2$ is $2px$, so half of the coefficient stands in the bracket."


def apart(answer: Fraction, **slips: Fraction | int) -> dict[str, Fraction]:
    """Slips by name (with `_` for `-`) that differ from the answer and each other; Reroll with fewer than two."""
    return slips_apart(answer, {name.replace("_", "-"): Fraction(value) for name, value in slips.items()})


def middle(rng: Random) -> int:
    """The coefficient of the middle term; odd in one draw of three."""
    return 2 * nonzero(rng, -12, 12) if rng.random() < 0.67 else pick(rng, (-11, -9, -7, -5, -3, 3, 5, 7, 9, 11))


def halved(b: int) -> Step:
    """Half of the middle coefficient."""
    return Step(f"Half of ${b}$ is ${num(Fraction(b, 2))}$.", HALF_SQUARED)


def square_of(value: Fraction) -> str:
    """`(-3)^2 = 9`."""
    shown = num(value) if value >= 0 and value.denominator == 1 else rf"\left({num(value)}\right)"
    return f"{shown}^2 = {num(value**2)}"


def missing(rng: Random, x: str) -> Question:
    """What must be added?"""
    b = middle(rng)
    half, start = Fraction(b, 2), poly(1, f"{x}^2", b, x)
    ask = pick(rng, (
        f"Which number must be added to ${start}$ to make a perfect square trinomial?",
        f"For which number $c$ is ${start} + c$ the square of a binomial?",
        f"To complete the square in an equation with ${start}$ on one side, which number is added to both sides?",
    ))  # fmt: skip
    return Question(
        key=("missing", b),
        prompt=ask,
        answer=Number(half**2),
        hints=("Think of $(x + p)^2 = x^2 + 2px + p^2$. How do you get from $2p$ to $p^2$?", halved(b).text,
               f"Square that half: ${square_of(half)}$."),
        solution=(halved(b), Step(f"Its square is what is missing: ${square_of(half)}$.", "This is $p^2$.")),
        wrong=apart(half**2, halved_but_not_squared=half, squared_without_halving=b * b, added_in_place_of_taking_back=
                    -(half**2), doubled_for_halved=4 * b * b),
    )  # fmt: skip


def binomial(rng: Random, x: str) -> Question:
    """Write the completed trinomial as a square."""
    b = middle(rng)
    if b == 2:  # its half is its own square
        raise Reroll
    half, start = Fraction(b, 2), poly(1, f"{x}^2", b, x)
    inside = f"{x} {'+' if half > 0 else '-'} {abs(half)}"
    shown = rf"\left({poly(1, x, half)}\right)^2"
    return Question(
        key=("binomial", b),
        prompt=f"Add the right number to ${start}$ so that the result is a perfect square trinomial. Write this "
        "trinomial as the square of a binomial.",
        answer=Expression(f"({inside})^2", (x,), "factored"),
        hints=("The first term of the binomial is the letter. Where does its second term come from?", halved(b).text,
               f"The trinomial is ${poly(1, f'{x}^2', b, x, half**2)}$.",
               f"It is the square of ${poly(1, x, half)}$: ${shown}$."),
        solution=(halved(b), Step(f"The square of the half is ${num(half**2)}$: ${poly(1, f'{x}^2', b, x, half**2)}$.",
                                  "That number completes the square."),
                  Step(f"${shown}$", "Square it again to check the middle term.")),
        wrong={"halved-but-not-squared": f"{x}^2 + ({b}){x} + ({half})", "half-with-wrong-sign": f"({x} - ({half}))^2",
               "whole-coefficient-in-bracket": f"({x} + ({b}))^2"},
    )  # fmt: skip


def left_over(rng: Random, x: str) -> Question:
    """`x² + 6x + 5 = (x + 3)² + q`: q, perhaps after somebody's slip."""
    p, c = nonzero(rng, -9, 9), nonzero(rng, -30, 60)
    q = Fraction(c - p * p)
    whole, bracket = poly(1, f"{x}^2", 2 * p, x, c), f"({poly(1, x, p)})^2"
    if q == 0:
        raise Reroll
    name = person(rng)
    way, ask = pick(rng, tuple(enumerate((
        f"The expression ${whole}$ can be written as ${bracket} + q$. What is $q$?",
        f"The expression ${whole}$ can be written as $({x} + p)^2 + q$. What is $q$?",
        f"{name} writes ${whole} = {bracket} {signed(c)}$. The bracket is right, but the last number is not. What "
        "should the last number be, with its sign?",
        f"The expression ${whole}$ is never less than $q$, and for one value of ${x}$ it is equal to $q$. What is $q$?",
    ))))  # fmt: skip
    opened = Step(f"${bracket} = {poly(1, f'{x}^2', 2 * p, x, p * p)}$, which has ${p * p}$ where ${c}$ should be.",
                  f"Half of ${2 * p}$ is ${p}$, so this is the bracket.")  # fmt: skip
    return Question(
        key=("left", p, c, way),
        prompt=ask,
        answer=Number(q),
        hints=("First find the bracket whose square has the same middle term.", opened.text,
               f"The last number is ${c} - {p * p} = {num(q)}$."),
        solution=(opened, Step(f"From ${p * p}$ to ${c}$ it takes ${c} - {p * p} = {num(q)}$.",
                               "What the square brought in is taken away again; no square is less than $0$.")),
        wrong=apart(q, completed_without_taking_back=c, added_in_place_of_taking_back=c + p * p,
                    squared_without_halving=c - 4 * p * p, halved_but_not_squared=c - p),
        before="q =" if "$q$?" in ask else "",
    )  # fmt: skip


def right_side(rng: Random, x: str) -> Question:
    """`x² + 6x = 11` becomes `(x + 3)² = ?`."""
    p, r = nonzero(rng, -10, 10), nonzero(rng, -20, 40)
    n = Fraction(r + p * p)
    if n <= 0:
        raise Reroll
    line, bracket = f"{poly(1, f'{x}^2', 2 * p, x)} = {r}", f"({poly(1, x, p)})^2"
    name = person(rng)
    moved = pick(rng, (True, False))
    shown = f"{poly(1, f'{x}^2', 2 * p, x, -r)} = 0" if moved else line
    ask = pick(rng, (
        f"{name} completes the square in ${shown}$ and gets ${bracket} = n$. What is $n$?",
        f"The equation ${shown}$ has the same solutions as ${bracket} = n$. What is $n$?",
    ))  # fmt: skip
    first = Step(f"The constant goes to the other side: ${line}$.", "The left side is to become a square.")
    both = Step(f"Add ${p * p}$ to both sides: ${bracket} = {r} + {p * p}$.", f"Half of ${2 * p}$ is ${p}$, and its "
                f"square is ${p * p}$.")  # fmt: skip
    last = Step(f"So $n = {num(n)}$.", "Both sides grew by the same number.")
    return Question(
        key=("right", p, r, moved),
        prompt=ask,
        answer=Number(n),
        hints=(f"What must stand beside ${poly(1, f'{x}^2', 2 * p, x)}$ to make it the square of ${poly(1, x, p)}$?",
               *([first.text] if moved else []), f"Both sides get ${p * p}$ more.", last.text),
        solution=(*([first] if moved else []), both, last),
        wrong=apart(n, added_square_to_one_side=r, halved_but_not_squared=r + p, squared_without_halving=r + 4 * p * p,
                    added_in_place_of_taking_back=r - p * p),
        before="n =",
    )  # fmt: skip


def backwards(rng: Random, x: str) -> Question:
    """`x² + bx + 49` is a square: b."""
    root, sign = integer(rng, 2, 15), pick(rng, (-1, 1))
    b, word = Fraction(2 * sign * root), "positive" if sign > 0 else "negative"
    shown = f"{x}^2 + b{x} + {root**2}"
    last = f"The middle coefficient is twice that: $b = 2 \\cdot {bracketed(sign * root)} = {num(b)}$."
    return Question(
        key=("backwards", root, sign),
        prompt=f"The number $b$ is {word}, and ${shown}$ is the square of a binomial. What is $b$?",
        answer=Number(b),
        hints=("The last term of the trinomial is the square of a number. Which one?",
               f"${isqrt(root**2)}^2 = {root**2}$, and $b$ is {word}. So which number stands in the bracket?", last),
        solution=(Step(f"${root**2}$ is the square of ${sign * root}$, so this is $({poly(1, x, sign * root)})^2$.",
                       f"The constant term is $p^2$, and $b$ is {word}."), Step(last, "The middle term is $2px$.")),
        wrong=apart(b, root_not_doubled=sign * root, half_with_wrong_sign=-b, constant_as_middle=sign * root**2),
        before="b =",
    )  # fmt: skip


def with_factor(rng: Random, x: str) -> Question:
    """`3x² + 12x + c = 3(x + 2)²`: c."""
    a, p = pick(rng, (2, 3, 4, 5, -1, -2, -3)), nonzero(rng, -8, 8)
    c, start = Fraction(a * p * p), poly(a, f"{x}^2", 2 * a * p, x)
    inside = poly(1, f"{x}^2", 2 * p, x)
    name = person(rng)
    ask = pick(rng, (
        f"Which number $c$ makes ${start} + c$ equal to ${term(a, f'({x} + p)^2')}$ for some number $p$?",
        f"{name} wants to write ${start} + c$ as ${a}$ times the square of a binomial. What is $c$?",
    ))  # fmt: skip
    out = Step(f"Take out ${a}$: ${start} = {term(a, f'({inside})')}$.", "The square is completed inside the bracket.")
    add = Step(f"Inside, ${p * p}$ completes the square.", f"Half of ${2 * p}$ is ${p}$.")
    last = Step(f"Outside the bracket that is ${a} \\cdot {p * p} = {num(c)}$.", f"The bracket is multiplied by ${a}$.")
    return Question(
        key=("factor", a, p),
        prompt=ask,
        answer=Number(c),
        hints=("Take the coefficient of the square out of both terms first.", out.text, add.text, last.text),
        solution=(out, add, last),
        wrong=apart(c, forgot_to_divide_through=(a * p) ** 2, factor_not_multiplied_back=p * p,
                    halved_but_not_squared=a * p, squared_without_halving=4 * a * p * p),
        before="c =",
    )  # fmt: skip


def corner(rng: Random, x: str) -> Question:
    """The picture behind the name: strips along two sides of a square, and the corner that is missing."""
    width, name = Fraction(integer(rng, 2, 31), 2), person(rng)
    place, unit = pick(
        rng, (("carpet", "dm"), ("flower bed", "m"), ("quilt", "dm"), ("courtyard", "m"), ("mosaic", "cm"))
    )
    b, wide = 2 * width, decimal(width)
    strip = "x" if width == 1 else f"{wide}x"
    start = poly(1, "x^2", b, "x")
    first = Step(f"Both strips have ${term(b, 'x')}$ together: each has ${strip}$, so it is {wide} {unit} wide.",
                 "Each strip is as long as the side $x$.")  # fmt: skip
    last = Step(f"The corner is a square of {wide} by {wide}: its area is ${decimal(width**2)}$ {unit}².",
                "With the corner the whole is a square again.")  # fmt: skip
    return Question(
        key=("corner", width, unit),
        prompt=f"A square {place} has sides of $x$ {unit}. {name} adds a strip of the same width along two "
        f"neighbouring sides, without the corner. Now the area is ${start}$ {unit}². Which area must the corner piece "
        "have so that the whole is a square again?",
        answer=Number(width**2, unit=f"{unit}²"),
        hints=("Sketch it: a square, two equal strips, and a gap in the corner. How wide is a strip?", first.text,
               last.text),
        solution=(first, last),
        wrong=apart(width**2, halved_but_not_squared=width, squared_without_halving=b * b, took_sum_for_product=b),
        after=f"{unit}²",
    )  # fmt: skip


FORMS = (missing, binomial, binomial, left_over, left_over, left_over, right_side, right_side, right_side, backwards,
         with_factor, with_factor, corner)  # fmt: skip


def reached_by_trying(question: Question) -> None:
    """The lowest value of each expression, found by trying every half: a square's lowest value is 0."""
    form, found = question.key[0], [tex for tex in formulas(question.prompt) if re.search(r"\^2", tex)]
    if form == "binomial":
        assert isinstance(question.answer, Expression)
        square, x = parse(question.answer.text), question.answer.variables[0]
        grown = polynomial_of(found[0])
        gaps = {evaluate(square, {x: at}) - grown(at) for at in map(Fraction, range(-9, 9))}
        assert gaps == {-lowest(grown)}
        return
    assert isinstance(question.answer, Number)
    assert question.answer.value == EXPECTED[str(form)](found, question.prompt)


def _right(found: list[str], _: str) -> Fraction:
    left, right = found[0].split(" = ")
    return Fraction(right) - lowest(polynomial_of(left))


def _left(found: list[str], _: str) -> Fraction:
    return lowest(polynomial_of(found[0].split(" = ")[0]))


def _backwards(found: list[str], prompt: str) -> Fraction:
    signs = range(1, 61) if "positive" in prompt else range(-60, 0)
    (b,) = (b for b in signs if lowest(polynomial_of(found[0].replace("+ b", f"+ ({b})"))) == 0)
    return Fraction(b)


def _started(found: list[str], _: str) -> Fraction:
    start = polynomial_of(found[0].removesuffix(" + c"))
    if start(Fraction(50)) > 0:
        return -lowest(start)
    return lowest(lambda at: -start(at))


EXPECTED = {"missing": _started, "left": _left, "right": _right, "backwards": _backwards, "factor": _started,
            "corner": _started}  # fmt: skip


@template(
    "alg1/quadratic-equations/complete-square",
    version=1,
    standards=("HSA.REI.B.4.a",),
    answer=(Number, Expression),
    check=reached_by_trying,
    band="middle coefficients to 24, odd ones with quarters; a factor to 5 before the square; constants to 60",
)
def complete_square(rng: Random) -> Question:
    """A draw of one of the forms."""
    return pick(rng, FORMS)(rng, pick(rng, "xyzt"))
