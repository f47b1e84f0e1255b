"""Graph from standard form."""

from random import Random

from courses.alg1.line_forms.writing import equations, slope_form, standard_form
from courses.alg1.lines.graph_line_table import fits
from courses.alg1.lines.points import EIGHT, pair
from courses.alg1.slips import apart
from exercises import Line, Question, Reroll, Step, bracketed, integer, num, pick, signed, template, term
from exercises.exact import Fraction
from exercises.geometry import LineForm, line_form, on_line


def same_line(question: Question) -> None:
    """The drawn line has two points that make the equation of the prompt true."""
    assert isinstance(question.answer, Line)
    ((a, b, c),) = equations(question.prompt)
    assert all(on_line(question.answer.value, (x, Fraction(c - a * x, b))) for x in (-1, 4))


def crossings(line: LineForm) -> list[tuple[int, int]]:
    """The crossings of the grid on a line, from left to right."""
    a, b, c = line
    return [(x, (c - a * x) // b) for x in range(-8, 9) if (c - a * x) % b == 0 and abs((c - a * x) // b) <= 8]


@template(
    "alg1/line-forms/graph-standard-form",
    version=1,
    standards=("HSA.CED.A.2",),
    answer=Line,
    check=same_line,
    band="ax + by = c with whole numbers up to 6; whole intercepts, or one fraction and another crossing near",
)
def graph_standard(rng: Random) -> Question:
    """Draw a line from ax + by = c, by its intercepts or by solving for y."""
    a, b, c = line_form(integer(rng, -6, 6), integer(rng, -6, 6) or 1, integer(rng, -24, 24))
    if not a or not c or (c % a and c % b) or abs(a) == abs(b):
        raise Reroll
    places = crossings((a, b, c))
    if len(places) < 2:
        raise Reroll
    times = pick(rng, (1, 1, -1, 2))
    shown = standard_form((a * times, b * times, c * times))
    first, second = both(a, b, c, places)
    return Question(
        key=("standard", a * times, b * times, c * times),
        prompt=f"Draw the line of the equation ${shown}$.",
        answer=Line((a, b, c), EIGHT),
        wrong=mistakes(a, b, c),
        hints=(
            "You may put in 0 for one letter, then for the other; or solve for $y$ and use the slope.",
            f"One point is ${pair(first)}$: put it in and see. Find another one.",
            f"Draw the line through ${pair(first)}$ and ${pair(second)}$.",
        ),
        solution=(
            *(Step(reached(a * times, b * times, c * times, p), "One letter gets a number, the other is solved for.")
              for p in (first, second)),
            Step(f"The line goes through ${pair(first)}$ and ${pair(second)}$.",
                 f"Solved for $y$ it is ${slope_form(Fraction(-a, b), Fraction(c, b))}$."),
        ),
    )  # fmt: skip


def both(a: int, b: int, c: int, places: list[tuple[int, int]]) -> tuple[tuple[int, int], tuple[int, int]]:
    """Two points that are easy to find: intercepts where these are whole, else crossings near them."""
    easy = sorted(places, key=lambda p: (0 not in p, abs(p[0]) + abs(p[1])))
    return easy[0], easy[1]


def reached(a: int, b: int, c: int, p: tuple[int, int]) -> str:
    """How a point is found: one number is put in, the other is what is left."""
    x, y = p
    if x == 0 or y:
        rest = c - a * x
        first = num(x) if a == 1 else f"{a} \\cdot {bracketed(x)}"
        put_in = f"{first} {signed(b, 'y')} = {c}"
        solved = "" if b == 1 else f"${term(b, 'y')} = {rest}$ and "
        return f"$x = {x}$ gives ${put_in}$, so {solved}$y = {y}$."
    return f"$y = 0$ gives ${term(a, 'x')} = {c}$, so $x = {x}$." if a != 1 else f"$y = 0$ gives $x = {x}$."


def mistakes(a: int, b: int, c: int) -> dict[str, LineForm]:
    """What the usual slips draw."""
    found = {
        "form-sign-of-slope": line_form(-a, b, c),
        "intercepts-exchanged": line_form(b, a, c),
        "form-slope-upside-down": line_form(b, -a, c),
        "form-constant-not-divided": line_form(Fraction(a, b), 1, c),
        "form-sign-of-intercept": line_form(a, b, -c),
    }
    return apart((a, b, c), {name: line for name, line in found.items() if fits(line)})
