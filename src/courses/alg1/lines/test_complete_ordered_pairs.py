"""Test and complete ordered pairs."""

from random import Random

from courses.alg1.lines.points import coefficients, equation_in, holds, pair, pairs_in, spot, standard
from courses.alg1.reading import choices_of
from courses.alg1.slips import apart
from exercises import (
    Choice,
    MultipleChoice,
    Pair,
    Question,
    Reroll,
    Step,
    bracketed,
    integer,
    listed,
    nonzero,
    num,
    pick,
    poly,
    shuffled,
    template,
)
from exercises.exact import Fraction
from exercises.geometry import Exact, Point


def put_back(question: Question) -> None:
    """Put every pair into the equation of the prompt; a completed pair must also keep the number that was given."""
    sides = equation_in(question.prompt)
    if isinstance(question.answer, MultipleChoice):
        for choice in choices_of(question):
            (point,) = pairs_in(choice.text)
            assert holds(sides, point) is choice.right
        return
    assert isinstance(question.answer, Pair)
    assert holds(sides, question.answer.value)
    given = question.prompt.split("Complete")[1]
    letter, value = ("x", 0) if "x = " in given else ("y", 1)
    assert f"{letter} = {num(question.answer.value[value])}$" in given


def which_fit(rng: Random) -> Question:
    """Four pairs: which make the equation true?"""
    (a, b), (x, y) = coefficients(rng), spot(rng)
    c = a * x + b * y
    on = [(x + b * t, y - a * t) for t in (-2, -1, 0, 1, 2)]
    right = list(shuffled(rng, [p for p in on if max(map(abs, p)) <= 15]))[: integer(rng, 1, 3)]
    wrong: list[tuple[Point, str]] = [((p[1], p[0]), "pair-swapped") for p in right[:1]]
    wrong += [((-p[0], p[1]), "pair-sign-lost") for p in right]
    wrong += [((Fraction(c, a), y), "pair-only-one-letter")] if c % a == 0 else []
    wrong += [((p[0], p[1] + pick(rng, (-2, -1, 1, 2))), "pair-not-tried") for p in right]
    false: dict[Point, str] = {p: name for p, name in wrong if a * p[0] + b * p[1] != c and p not in right}
    if len(right) + len(false) < 4:
        raise Reroll
    rows = [Choice(f"${pair(p)}$", True, value=p) for p in right]
    rows += [Choice(f"${pair(p)}$", misconception=false[p], value=p) for p in list(false)[: 4 - len(right)]]
    lines = [_tried(a, b, p) for p in right]
    return Question(
        key=("which", a, b, c, tuple(sorted(right))),
        prompt=f"Which of these pairs are solutions of the equation?\n\n$${standard(a, b, c)}$$",
        answer=MultipleChoice(shuffled(rng, rows)),
        hints=(
            "In a pair the first number is $x$ and the second is $y$.",
            f"Put both numbers in, with brackets: ${a} \\cdot (\\ldots) {'+' if b > 0 else '-'} "
            f"{abs(b)} \\cdot (\\ldots)$. Does it make ${c}$?",
            f"These make it true: {listed([f'${pair(p)}$' for p in right])}.",
        ),
        solution=(
            *(Step(f"${line} = {c}$", "Both sides are the same.") for line in lines),
            Step(f"So {listed([f'${pair(p)}$' for p in right])} "
                 f"{'is a solution' if len(right) == 1 else 'are solutions'}.",
                 "The other pairs give another number."),
        ),
    )  # fmt: skip


def _tried(a: int, b: int, p: Point) -> str:
    sign = "+" if b > 0 else "-"
    return f"{a} \\cdot {bracketed(p[0])} {sign} {abs(b)} \\cdot {bracketed(p[1])}"


def complete_standard(rng: Random) -> Question:
    """One number of the pair is given; the equation is ax + by = c."""
    (a, b), (x, y) = coefficients(rng, 7), (nonzero(rng, -7, 7), nonzero(rng, -7, 7))
    c, letter = a * x + b * y, pick(rng, "xy")
    known, other, factor, rest = (x, "y", b, c - a * x) if letter == "x" else (y, "x", a, c - b * y)
    mine = a if letter == "x" else b
    found = y if letter == "x" else x
    if abs(factor) == 1 or mine * known == 0:
        raise Reroll
    slips: dict[str, Exact] = {
        "pair-undone-with-same-sign": Fraction(c + mine * known, factor),
        "pair-coefficient-dropped": rest,
        "pair-only-one-letter": Fraction(c, factor),
    }
    said: dict[str, Point] = {
        name: (known, value) if letter == "x" else (value, known) for name, value in slips.items()
    }
    return Question(
        key=("standard", a, b, c, letter),
        prompt=f"The equation is ${standard(a, b, c)}$. Complete the pair that has ${letter} = {known}$.",
        answer=Pair((x, y)),
        wrong=apart((x, y), {**said, "pair-swapped": (y, x)}),
        hints=(
            f"Put ${bracketed(known)}$ in the place of ${letter}$. Only one letter is left.",
            f"${mine} \\cdot {bracketed(known)} = {mine * known}$, so ${poly(factor, other)} = {rest}$.",
            f"${other} = {found}$, so the pair is ${pair((x, y))}$.",
        ),
        solution=(
            Step(f"${mine} \\cdot {bracketed(known)} = {mine * known}$", f"The given number is put in for ${letter}$."),
            Step(f"${poly(factor, other)} = {c} - {bracketed(mine * known)} = {rest}$",
                 "The same is taken away on both sides."),
            Step(f"${other} = {rest} \\div {bracketed(factor)} = {found}$", f"Divide both sides by ${factor}$."),
            Step(f"The pair is ${pair((x, y))}$.", "The value of $x$ comes first."),
        ),
    )  # fmt: skip


def complete_solved(rng: Random) -> Question:
    """One number of the pair is given; the equation is solved for y."""
    m, b, x = nonzero(rng, -6, 6), nonzero(rng, -9, 9), nonzero(rng, -8, 8)
    if abs(m) == 1:
        raise Reroll
    y, backwards = m * x + b, rng.random() < 0.5
    given = f"y = {y}" if backwards else f"x = {x}"
    slips: dict[str, Point] = {
        "pair-swapped": (y, x),
        "pair-undone-with-same-sign": (Fraction(y + b, m), y),
        "pair-sign-lost": (Fraction(b - y, m), y),
        "pair-coefficient-dropped": (y - b, y),
    } if backwards else {
        "pair-swapped": (y, x),
        "pair-constant-sign": (x, m * x - b),
        "pair-sign-lost": (x, -m * x + b),
        "pair-coefficient-left-out": (x, x + b),
    }  # fmt: skip
    steps = (
        (f"${poly(m, 'x')} = {y} - {bracketed(b)} = {y - b}$", "The same is taken away on both sides."),
        (f"$x = {y - b} \\div {bracketed(m)} = {x}$", f"Divide both sides by ${m}$."),
    ) if backwards else (
        (f"$y = {m} \\cdot {bracketed(x)} {'+' if b > 0 else '-'} {abs(b)} = {y}$", "The given number is put in."),
    )  # fmt: skip
    return Question(
        key=("solved", m, b, x, backwards),
        prompt=f"The equation is $y = {poly(m, 'x', b)}$. Complete the pair that has ${given}$.",
        answer=Pair((x, y)),
        wrong=apart((x, y), slips),
        hints=(
            f"Put ${given.split('= ')[1]}$ in the place of ${given[0]}$.",
            f"You get ${poly(m, 'x', b)} = {y}$. Solve it for $x$." if backwards
            else f"${m} \\cdot {bracketed(x)} = {m * x}$. Then {'add' if b > 0 else 'take away'} {abs(b)}.",
            f"The pair is ${pair((x, y))}$.",
        ),
        solution=(
            *(Step(*step) for step in steps),
            Step(f"The pair is ${pair((x, y))}$.", "The value of $x$ comes first."),
        ),
    )  # fmt: skip


@template(
    "alg1/lines/test-complete-ordered-pairs",
    version=1,
    standards=("HSA.REI.D.10",),
    answer=(MultipleChoice, Pair),
    check=put_back,
    band="one equation in x and y with whole numbers up to 7; four pairs to test, or one number of a pair to find",
)
def ordered_pairs(rng: Random) -> Question:
    """Which pairs fit, or the number that is missing in one."""
    return pick(rng, (which_fit, complete_standard, complete_solved))(rng)
