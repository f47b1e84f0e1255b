"""Read slope and intercept from y = mx + b."""

from random import Random

from courses.alg1.line_forms.writing import equations, slope
from courses.alg1.lines.points import pair
from courses.alg1.slips import apart, different
from exercises import Number, Pair, Question, Reroll, Step, nonzero, num, pick, poly, signed, template, term
from exercises.exact import Fraction
from exercises.geometry import Exact, Point, on_line


def two_of_its_points(question: Question) -> None:
    """The slope from two points of the line, the intercept by looking where x is 0."""
    ((a, b, c),) = equations(question.prompt)
    if isinstance(question.answer, Pair):
        assert question.answer.value[0] == 0
        assert on_line((a, b, c), question.answer.value)
        return
    assert isinstance(question.answer, Number)
    heights = [Fraction(c - a * x, b) for x in (2, 7)]
    assert (heights[1] - heights[0]) / 5 == question.answer.value


def shown(rng: Random, m: Fraction, b: int) -> tuple[str, tuple[str, ...]]:
    """The equation as it is written, and the steps to y = mx + b (none when it stands there)."""
    plain = poly(m, "x", b)
    way = pick(rng, ("plain", "turned", "sides", "moved", "times", "times", "times", "times"))
    if way == "moved":
        act = f"Add {b} to both sides" if b > 0 else f"Take away {-b} on both sides"
        return f"y {signed(-b)} = {term(m, 'x')}", (f"{act}: $y = {plain}$.",)
    if way == "turned":
        return f"y = {b} {signed(m, 'x')}", ()
    if way == "sides":
        return f"{plain} = y", ()
    if way == "times":
        k = m.denominator if m.denominator > 1 else pick(rng, [n for n in (2, 3, 4, 5) if n != m])
        whole = poly(m * k, "x", b * k)
        return f"{k}y = {whole}", (f"Divide every term by {k}: $y = {plain}$.",)
    return f"y = {plain}", ()


def times_of(equation: str) -> int:
    """The number before y."""
    before = equation.split("y")[0]
    return int(before) if before.isdigit() else 1


def ask_slope(rng: Random) -> Question:
    """What is the slope?"""
    m, b = slope(rng), nonzero(rng, -12, 12)
    if m == b or (m < abs(b) and rng.random() < 0.7):  # "take the smallest number" must not lead to the slope
        raise Reroll
    equation, steps = shown(rng, m, b)
    slips: dict[str, Exact] = {
        "form-slope-for-intercept": b,
        "form-sign-of-slope": -m,
        "form-slope-upside-down": 1 / m,
        **({"form-not-solved-for-y": m * times_of(equation)} if times_of(equation) > 1 else {}),
    }
    return Question(
        key=("slope", equation),
        prompt=f"What is the slope of the line ${equation}$?",
        answer=Number(m),
        wrong=apart(m, slips),
        hints=(
            "In $y = mx + b$ the number that multiplies $x$ is the slope.",
            f"{steps[0] if steps else 'Here $y$ stands alone.'} Now look at the term with $x$: ${term(m, 'x')}$.",
            f"The slope is ${num(m)}$.",
        ),
        solution=(
            *(Step(step, "The slope can be read off when $y$ stands alone.") for step in steps),
            Step(f"The term with $x$ is ${term(m, 'x')}$.", "Its number is the slope, with its sign."),
            Step(f"The slope is ${num(m)}$.", f"For each step across, $y$ changes by ${num(m)}$."),
        ),
    )  # fmt: skip


def ask_intercept(rng: Random) -> Question:
    """Where does it meet the y-axis?"""
    m, b = slope(rng), nonzero(rng, -12, 12)
    if abs(m) == abs(b):
        raise Reroll
    equation, steps = shown(rng, m, b)
    slips: dict[str, Point] = {
        "form-intercept-on-wrong-axis": (b, 0),
        "form-slope-for-intercept": (0, m),
        "form-sign-of-intercept": (0, -b),
        **({"form-not-solved-for-y": (0, b * times_of(equation))} if times_of(equation) > 1 else {}),
    }
    return Question(
        key=("intercept", equation),
        prompt=f"Where does the line ${equation}$ meet the $y$-axis? Give the point as a pair.",
        answer=Pair((0, b)),
        wrong=different((0, b), slips),
        hints=(
            "On the $y$-axis $x$ is 0. Which term of the equation is left then?",
            f"{steps[0] if steps else 'Here $y$ stands alone.'} Put $x = 0$ in.",
            f"There $y = {b}$, so the point is ${pair((0, b))}$.",
        ),
        solution=(
            *(Step(step, "The constant is the intercept when $y$ stands alone.") for step in steps),
            Step(f"With $x = 0$ the equation gives $y = {b}$.", "Only the constant is left."),
            Step(f"The point is ${pair((0, b))}$.", "The value of $x$ comes first."),
        ),
    )  # fmt: skip


@template(
    "alg1/line-forms/read-slope-intercept-y-mx",
    version=1,
    standards=("HSF.LE.B.5",),
    answer=(Number, Pair),
    check=two_of_its_points,
    band="one equation that is solved for y or a single division away; slope up to 6 or a simple fraction",
)
def read_off(rng: Random) -> Question:
    """The slope, or the point on the y-axis."""
    return pick(rng, (ask_slope, ask_intercept))(rng)
