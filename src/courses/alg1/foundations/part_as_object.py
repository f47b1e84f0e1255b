"""Treat part of an expression as one object: put one letter for it, use its value, see what it forces."""

from random import Random

from courses.alg1.foundations.object_readings import extreme_value, scaled_letter
from courses.alg1.reading import formulas, letters, right_choice, value_of
from exercises import (
    Expression,
    Number,
    Question,
    Reroll,
    SingleChoice,
    Step,
    integer,
    nonzero,
    pick,
    poly,
    signed,
    template,
    term,
)
from exercises.exact import Fraction

LETTERS = ("x", "y", "n", "t", "k")


def same_at_many_places(question: Question) -> None:
    """Trying many values: the new expression, the value, or the reading holds for each of them."""
    if isinstance(question.answer, Expression):
        _replacing_back_gives_the_original(question, question.answer)
    elif isinstance(question.answer, Number):
        _every_pair_with_the_given_value_agrees(question, question.answer)
    else:
        _reading_holds(question)


def _replacing_back_gives_the_original(question: Question, answer: Expression) -> None:
    (given, whole), x = formulas(question.prompt)[:2], sorted(letters(formulas(question.prompt)[1]))[0]
    piece = given.partition(" = ")[2]
    for n in range(-4, 9):
        u = value_of(piece, **{x: n})
        assert value_of(answer.text, u=u) == value_of(whole, **{x: n})


def _every_pair_with_the_given_value_agrees(question: Question, answer: Number) -> None:
    given, whole = formulas(question.prompt)[:2]
    piece, _, held = given.partition(" = ")
    x, y = sorted(letters(piece))
    for n in range(-5, 6):
        slope = value_of(piece, **{x: n, y: 1}) - value_of(piece, **{x: n, y: 0})
        m = (Fraction(held) - value_of(piece, **{x: n, y: 0})) / slope
        point: dict[str, int | Fraction] = {x: n, y: m}
        assert value_of(whole, **point) == answer.value


def _reading_holds(question: Question) -> None:
    found, right = formulas(question.prompt), str(right_choice(question).worth)
    if right.startswith("times "):
        whole, letter, by = found[0], found[-2], Fraction(found[-1])
        before: dict[str, int | Fraction] = {name: 2 + index for index, name in enumerate(sorted(letters(whole)))}
        after = {**before, letter: before[letter] * by}
        assert value_of(whole, **after) / value_of(whole, **before) == Fraction(right[6:])
        return
    bound, (x,) = Fraction(right.split()[-1]), letters(found[1])
    values = [value_of(found[1], **{x: n}) for n in range(-20, 21)]
    assert (max(values) if "at most" in right else min(values)) == bound


@template(
    "alg1/foundations/treat-part-expression-object",
    version=1,
    standards=("HSA.SSE.A.1.b",),
    answer=(Expression, Number, SingleChoice),
    check=same_at_many_places,
    band="one repeated piece with at most two terms; numbers up to 12; results within 150",
)
def part_as_object(rng: Random) -> Question:
    """Four ways to look at a piece as one thing."""
    forms = (new_letter, new_letter, known_value, known_value, extreme_value, scaled_letter)
    return pick(rng, forms)(rng)


def new_letter(rng: Random) -> Question:
    """Write an expression with u in place of a piece."""
    x, a, b, c = pick(rng, LETTERS), nonzero(rng, -4, 5), nonzero(rng, -7, 7), nonzero(rng, -9, 9)
    piece, whole, hidden = pick(rng, (_twice, _common_factor, _power_of_power, _multiple))(rng, x, a, b, c)
    answer = poly(a, "u^2", b, "u", c)
    if abs(a) == abs(b):
        raise Reroll
    return Question(
        key=(whole, piece),
        prompt=f"Let $u = {piece}$. Write ${whole}$ with the letter $u$ only.",
        answer=Expression(answer, ("u",)),
        wrong={"power-lost": poly(a + b, "u", c), "swapped-letter-not-object": whole.replace(x, "u")},
        hints=(
            f"Cover ${piece}$ with your hand wherever it stands. What is left around it?",
            f"The square belongs to the whole piece: write it as $({piece})^2$.",
            *([f"Written with the piece: ${hidden}$. Now each ${piece}$ is a $u$."] if hidden != whole else []),
            f"With $u$ for each piece: ${answer}$.",
        ),
        solution=(
            Step(f"${hidden}$", f"Look for ${piece}$, and make it visible where it hides."),
            Step(f"${answer}$", f"Put $u$ for each ${piece}$: the numbers and powers around it stay."),
        ),
    )


def _twice(rng: Random, x: str, a: int, b: int, c: int) -> tuple[str, str, str]:
    piece = poly(integer(rng, 1, 3), x, nonzero(rng, -9, 9))
    whole = poly(a, f"({piece})^2", b, f"({piece})", c)
    return piece, whole, whole


def _common_factor(rng: Random, x: str, a: int, b: int, c: int) -> tuple[str, str, str]:
    """The second time the piece is multiplied out."""
    k = nonzero(rng, -8, 8)
    piece = poly(1, x, k)
    hidden = poly(a, f"({piece})^2", b, f"({piece})", c)
    return piece, poly(a, f"({piece})^2", b, x, b * k + c), hidden


def _power_of_power(rng: Random, x: str, a: int, b: int, c: int) -> tuple[str, str, str]:
    n = integer(rng, 2, 3)
    piece = f"{x}^{n}"
    return piece, poly(a, f"{x}^{2 * n}", b, piece, c), poly(a, f"({piece})^2", b, piece, c)


def _multiple(rng: Random, x: str, a: int, b: int, c: int) -> tuple[str, str, str]:
    """9x^2 is (3x)^2."""
    m = integer(rng, 2, 4)
    piece = term(m, x)
    whole = poly(a * m * m, f"{x}^2", b * m, x, c)
    return piece, whole, poly(a, f"({piece})^2", b, f"({piece})", c)


def known_value(rng: Random) -> Question:
    """The value of a piece is known, the letters are not."""
    x, y = pick(rng, (("x", "y"), ("a", "b"), ("m", "n"), ("p", "q")))
    p, q, held = integer(rng, 1, 3), nonzero(rng, -3, 3), nonzero(rng, -6, 9)
    a, b, c = nonzero(rng, -5, 6), nonzero(rng, -4, 4), nonzero(rng, -12, 12)
    piece = poly(p, x, q, y)
    form = pick(rng, ("bracket", "hidden", "square"))
    whole, shown, answer = {
        "bracket": (poly(a, f"({piece})", c), poly(a, f"({piece})", c), a * held + c),
        "hidden": (poly(a * p, x, a * q, y, c), poly(a, f"({piece})", c), a * held + c),
        "square": (
            poly(1, f"({piece})^2", b * p, x, b * q, y),
            poly(1, f"({piece})^2", b, f"({piece})"),
            held * held + b * held,
        ),
    }[form]
    wrong = {
        "object-value-for-letter": value_of(whole, **{x: held, y: held}),
        "forgot-to-multiply-object": Fraction(held * held + held if form == "square" else held + c),
        "forgot-to-add-rest": Fraction(held * held if form == "square" else a * held),
    }
    if abs(a) == 1 or len({answer, *wrong.values()}) < 4 or answer == held or abs(answer) > 150:
        raise Reroll
    steps = [Step(f"${whole} = {shown}$", f"Look for ${piece}$ as one thing.")] if whole != shown else []
    replaced = shown.replace(f"({piece})", f"({held})")
    first, rest = (held * held, b * held) if form == "square" else (a * held, c)
    return Question(
        key=(piece, held, whole),
        prompt=f"It is known that ${piece} = {held}$. What is the value of ${whole}$?",
        answer=Number(answer),
        wrong=wrong,
        hints=(
            f"You need not know ${x}$ or ${y}$. Look for the whole piece ${piece}$ in the expression.",
            f"The expression is the same as ${shown}$." if steps else "Keep what stands around the piece.",
            f"With the piece's value in its place: ${replaced} = {answer}$.",
        ),
        solution=(
            *steps,
            Step(f"${replaced}$", f"Put ${held}$ in place of ${piece}$."),
            Step(f"$= {first} {signed(rest)}$", "Powers and products come before sums."),
            Step(f"$= {answer}$", "Add."),
        ),
    )
