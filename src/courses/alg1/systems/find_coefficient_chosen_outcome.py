"""Find a coefficient for a chosen outcome."""

from collections.abc import Callable
from random import Random

from courses.alg1.forms import one_of
from courses.alg1.lines.points import pair, pairs_in
from courses.alg1.reading import formulas, letters
from courses.alg1.slips import apart
from courses.alg1.systems.rows import ALL, NONE, Row, both, fits, how_many, linear, spot, through
from exercises import (
    Number,
    Question,
    Reroll,
    Step,
    bracketed,
    integer,
    nonzero,
    num,
    pick,
    poly,
    signed,
    template,
    term,
)
from exercises.exact import Fraction
from exercises.geometry import Exact, size

K = "k"


def tried_with_neighbours(question: Question) -> None:
    """With the answer for k the system has what is asked for; with other values near it, it has not."""
    assert isinstance(question.answer, Number)
    value = Fraction(question.answer.value)
    shown = [tex for tex in formulas(question.prompt) if tex.count("=") == 1 and letters(tex) & {"x", "y"}]
    point = pairs_in(question.prompt)

    def holds(k: Fraction) -> bool:
        one, two = (linear(replaced(tex, k)) for tex in shown)
        if point:
            return fits(one, point[0]) and fits(two, point[0])
        return how_many(one, two) == (NONE if "no solution" in question.prompt else ALL)

    assert holds(value), question.prompt
    assert not any(holds(value + Fraction(step, 2)) for step in (-40, -7, -4, -2, -1, 1, 2, 3, 6, 50))
    assert not value or not holds(-value)


def replaced(tex: str, k: Fraction) -> str:
    """An equation with a number in place of k."""
    return tex.replace(K, f"({num(k)})")


def asked(key: tuple[object, ...], ask: str, shown: tuple[str, str], value: Exact, slips: dict[str, Exact],
          hints: tuple[str, ...], work: tuple[Step, ...]) -> Question:  # fmt: skip
    """The question for a value of k."""
    if not 2 <= size(value) <= 40:
        raise Reroll
    return Question(
        key=key,
        prompt=f"{ask}\n\n{both(*shown)}",
        answer=Number(value),
        wrong=apart(value, slips),
        before=f"{K} =",
        hints=(*hints, work[-1].text),
        solution=work,
    )


def multiple(rng: Random) -> tuple[Row, int]:
    """An equation, and by how much it is multiplied."""
    row = Row(integer(rng, 1, 7), nonzero(rng, -7, 7), nonzero(rng, -9, 9))
    if abs(row.a) == abs(row.b):
        raise Reroll
    return row, pick(rng, (-4, -3, -2, 2, 3, 4, 5))


def no_solution(rng: Random) -> Question:
    """A coefficient that makes the lines parallel."""
    row, times = multiple(rng)
    letter, c = pick(rng, "xy"), nonzero(rng, -15, 15)
    given, rest = (row.a, row.b) if letter == "x" else (row.b, row.a)
    if c == times * row.c:
        raise Reroll
    value = times * given
    second = f"{K}x {signed(times * rest, 'y')} = {c}" if letter == "x" else f"{term(times * rest, 'x')} + {K}y = {c}"
    other = "y" if letter == "x" else "x"
    return asked(
        ("none", row, times, letter, c), f"For which value of ${K}$ does the system have no solution?",
        (row.tex, second), value,
        {"coefficient-sign-turned": -value, "coefficient-copied": given,
         "coefficient-other-letter": times * rest, "coefficient-one-solution": Fraction(c, row.c) * given},
        ("Two equations have no pair in common when their lines are parallel.",
         f"Then the numbers before ${letter}$ change by the same factor as those before ${other}$. "
         f"Compare ${rest}$ with ${times * rest}$: by what is it multiplied?"),
        (Step(f"Before ${other}$ the first equation has ${rest}$, the second ${times * rest}$: that is ${times}$ times"
              " as much.", "For parallel lines both letters' numbers are multiplied by the same factor."),
         Step(f"On the right ${times} \\cdot {bracketed(row.c)} = {times * row.c}$, but the second equation has ${c}$.",
              "So the two lines are different ones: they never meet."),
         Step(f"${K} = {times} \\cdot {bracketed(given)} = {value}$", f"The same factor for ${letter}$.")),
    )  # fmt: skip


def same_line(rng: Random) -> Question:
    """A constant or a coefficient that makes both equations say the same."""
    row, times = multiple(rng)
    place = pick(rng, ("x", "y", "right"))
    a, b, c = times * row.a, times * row.b, times * row.c
    value = {"x": a, "y": b, "right": c}[place]
    given = {"x": row.a, "y": row.b, "right": row.c}[place]
    second = {"x": f"{K}x {signed(b, 'y')} = {c}", "y": f"{term(a, 'x')} + {K}y = {c}",
              "right": f"{poly(a, 'x', b, 'y')} = {K}"}[place]  # fmt: skip
    seen, there = (row.a, a) if place != "x" else (row.b, b)
    letter = "x" if place != "x" else "y"
    what = "The number on the right" if place == "right" else f"The number before ${place}$"
    return asked(
        ("all", row, times, place), f"For which value of ${K}$ does the system have infinitely many solutions?",
        (row.tex, second), value,
        {"coefficient-copied": given, "coefficient-sign-turned": -value,
         "coefficient-added-in-place": given + there - seen},
        ("Both equations must have the same line: the second is a multiple of the first.",
         f"Compare the numbers before ${letter}$, ${seen}$ and ${there}$: by what is it multiplied?"),
        (Step(f"Before ${letter}$ the first equation has ${seen}$, the second ${there}$: that is ${times}$ times as"
              " much.", "A multiple of an equation says the same as the equation."),
         Step(f"${K} = {times} \\cdot {bracketed(given)} = {value}$",
              f"{what} is multiplied by the same factor.")),
    )  # fmt: skip


def slope_and_standard(rng: Random) -> Question:
    """One equation is solved for y; k is a slope, or stands in the other equation."""
    m, b, times = nonzero(rng, -6, 6), nonzero(rng, -9, 9), pick(rng, (2, 3, 4, 5, -2, -3))
    c, in_slope = nonzero(rng, -15, 15), rng.random() < 0.5
    if c == times * b or abs(m) == 1:
        raise Reroll
    left = -m * times
    first = f"y = {K}x {signed(b)}" if in_slope else f"y = {poly(m, 'x', b)}"
    second = f"{poly(left, 'x', times, 'y')} = {c}" if in_slope else f"{K}x {signed(times, 'y')} = {c}"
    value = m if in_slope else left
    solved = f"y = {poly(m, 'x', Fraction(c, times))}"
    loose = f"y = -\\frac{{{K}}}{{{times}}}x {signed(Fraction(c, times))}" if times > 0 else (
        f"y = \\frac{{{K}}}{{{-times}}}x {signed(Fraction(c, times))}")  # fmt: skip
    equal = f"The slopes are equal for ${K} = {value}$." if in_slope else (
        f"The slopes are equal when $-\\frac{{{K}}}{{{times}}} = {m}$, that is ${K} = {value}$." if times > 0
        else f"The slopes are equal when $\\frac{{{K}}}{{{-times}}} = {m}$, that is ${K} = {value}$.")  # fmt: skip
    slips: dict[str, Exact] = {"coefficient-sign-turned": -value}
    slips |= {"coefficient-not-solved-for-y": left, "form-slope-upside-down": Fraction(1, m)} if in_slope else {
        "coefficient-not-solved-for-y": m, "coefficient-other-letter": times}  # fmt: skip
    return asked(
        ("slope", m, b, times, c, in_slope), f"For which value of ${K}$ does the system have no solution?",
        (first, second), value, slips,
        ("Two equations have no pair in common when their lines are parallel.",
         f"Solve the second equation for $y$: ${solved if in_slope else loose}$. Compare the slopes."),
        (Step(f"Solved for $y$ the second equation is ${solved if in_slope else loose}$.", "Now it shows its slope."),
         Step(f"On the $y$-axis the lines are at ${b}$ and at ${num(Fraction(c, times))}$.",
              "So they are two different lines, and parallel ones never meet."),
         Step(equal, "Parallel lines have equal slopes.")),
    )  # fmt: skip


def has_solution(rng: Random) -> Question:
    """A number that makes a given pair the solution."""
    p = spot(rng)
    one = through(rng, p, 5)
    x, y = p
    if 0 in p:
        raise Reroll
    place, rest, value = pick(rng, "xy"), nonzero(rng, -6, 6), nonzero(rng, -9, 9)
    c = value * x + rest * y if place == "x" else rest * x + value * y
    second = f"{K}x {signed(rest, 'y')} = {c}" if place == "x" else f"{term(rest, 'x')} + {K}y = {c}"
    if one.a * rest == one.b * value if place == "x" else one.a * value == one.b * rest:
        raise Reroll
    known, mine = (rest * y, x) if place == "x" else (rest * x, y)
    if place == "x":
        put = f"{K} \\cdot {bracketed(x)} {signed(known)} = {c}"
    else:
        put = f"{known} + {K} \\cdot {bracketed(y)} = {c}"
    shown = (one.tex, second) if rng.random() < 0.5 else (second, one.tex)
    return asked(
        ("pair", one, second, p),
        f"The solution of the system is ${pair(p)}$. What is the value of ${K}$?", shown, value,
        {"undid-with-same-sign": Fraction(c + known, mine), "pair-swapped": Fraction(c - rest * mine, known // rest),
         "stopped-before-dividing": c - known, "coefficient-sign-turned": -value},
        (f"The solution makes both equations true. Which one has the ${K}$ in it?",
         f"Put $x = {x}$ and $y = {y}$ into it: ${put}$."),
        (Step(f"${put}$", f"The pair fits the equation with ${K}$ as well."),
         Step(f"${term(mine, K)} = {c - known}$", "The same is done to both sides."),
         Step(f"${K} = {value}$", f"Divide both sides by ${mine}$.")),
    )  # fmt: skip


FORMS: tuple[Callable[[Random], Question], ...] = (
    no_solution, no_solution, same_line, same_line, slope_and_standard, slope_and_standard, has_solution,
)  # fmt: skip


@template(
    "alg1/systems/find-coefficient-chosen-outcome",
    version=1,
    standards=("HSA.REI.C.6",),
    answer=Number,
    check=tried_with_neighbours,
    band="one letter k in a system with coefficients up to 35: no solution, infinitely many, or a given solution",
)
def find_coefficient(rng: Random) -> Question:
    """No solution, the same line, or a given pair."""
    return one_of(rng, FORMS)
