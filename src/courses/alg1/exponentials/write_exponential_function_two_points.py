"""Write an exponential function from two points."""

from random import Random

from courses.alg1.exponentials.growth import Growth, formulas_apart, growth, rule
from courses.alg1.forms import hints, one_of
from courses.alg1.lines.graph_line_table import table, table_rows
from courses.alg1.lines.points import pairs_in
from courses.alg1.reading import formulas, value_of
from exercises import Expression, Question, Reroll, Step, integer, num, person, pick, template
from exercises.exact import Fraction

TYPE = "Type it as an expression in $x$."
BASES = (
    2,
    2,
    3,
    4,
    5,
    6,
    10,
    Fraction(1, 2),
    Fraction(1, 3),
    Fraction(1, 4),
    Fraction(3, 2),
    Fraction(2, 3),
    Fraction(5, 2),
)


def drawn(rng: Random, span: int) -> Growth:
    """A function whose values at the places up to `span` are whole and not large."""
    b = Fraction(str(pick(rng, tuple(map(str, BASES)))))
    a = integer(rng, 1, 12) * b.denominator**span
    one = growth(a, b)
    if abs(one.at(span)) > 4000 or a > 2000:
        raise Reroll
    return one


def question(
    key: tuple[object, ...], prompt: str, one: Growth, steps: tuple[Step, ...], reminder: str, slips: dict[str, str]
) -> Question:
    """The question for a function."""
    last = Step(f"The function is $f(x) = {one.tex()}$.", "Check it with the values that are given.")
    return Question(
        key=key,
        prompt=prompt if TYPE in prompt else f"{prompt} {TYPE}",
        answer=Expression(one.typed()),
        hints=hints(reminder, (*steps, last)),
        solution=(*steps, last),
        wrong=formulas_apart(one.typed(), "x", slips),
        before="f(x) =",
    )


def slips_of(one: Growth, x: int, to_x: int) -> dict[str, str]:
    """What goes wrong often with two points."""
    u, v = one.at(x), one.at(to_x)
    slope = (v - u) / (to_x - x)
    found = {
        "points-straight-line": f"({slope})*x + ({u - slope * x})",
        "points-root-not-taken": f"({one.a})*({v / u})^x",
        "points-factor-upside-down": f"({one.a})*({1 / one.b})^x",
        "points-start-and-base-exchanged": f"({one.b})*({one.a})^x",
    }
    if x:
        found["points-first-value-as-start"] = f"({u})*({one.b})^x"
    return found


def factor_step(one: Growth, x: int, to_x: int) -> Step:
    """The base from the quotient of the values."""
    u, v, steps = one.at(x), one.at(to_x), to_x - x
    quotient = f"{num(v)} \\div {num(u)} = {num(v / u)}"
    if steps == 1:
        return Step(f"In one step the value is multiplied by ${quotient}$.", "That is the base.")
    return Step(
        f"In {steps} steps the value is multiplied by ${quotient}$, so $b^{steps} = {num(v / u)}$ and $b = "
        f"{num(one.b)}$.",
        "The same factor at every step, and it is positive.",
    )


def with_start(rng: Random) -> Question:
    """The point at x = 0 and another one."""
    n = pick(rng, (1, 2, 2, 3))
    one = drawn(rng, n)
    steps = (Step(f"At $x = 0$ the power is $1$, so $a = {num(one.a)}$.", "The point on the $y$-axis shows the start."),
             factor_step(one, 0, n))  # fmt: skip
    ask = pick(
        rng,
        (
            f"The graph of an exponential function $f(x) = ab^x$ with $b > 0$ goes through $(0, {one.a})$ and "
            f"$({n}, {one.at(n)})$. Write the function.",
            f"For the function $f(x) = ab^x$ with $b > 0$ it is known that $f(0) = {one.a}$ and $f({n}) = "
            f"{one.at(n)}$. Write it "
            "with numbers.",
        ),
    )
    return question(("start", one.a, one.b, n), ask, one, steps, "What is $ab^x$ at $x = 0$?", slips_of(one, 0, n))


def without_start(rng: Random) -> Question:
    """Two points beside the y-axis."""
    x = integer(rng, 1, 3)
    to_x = x + pick(rng, (1, 1, 2))
    one = drawn(rng, to_x)
    back = {1: "once", 2: "twice", 3: "three times"}[x]
    steps = (
        factor_step(one, x, to_x),
        Step(f"Go back from $x = {x}$ to $x = 0$: divide ${num(one.at(x))}$ by ${num(one.b)}$ {back}. That gives "
             f"$a = {num(one.a)}$.", "At $x = 0$ the value is the start."),
    )  # fmt: skip
    prompt = (f"The graph of an exponential function $f(x) = ab^x$ with $b > 0$ goes through $({x}, {one.at(x)})$ and "
              f"$({to_x}, {one.at(to_x)})$. Write the function.")  # fmt: skip
    return question(
        ("two", one.a, one.b, x, to_x),
        prompt,
        one,
        steps,
        "Compare the two values: by which factor do they differ, in how many steps?",
        slips_of(one, x, to_x),
    )


def from_table(rng: Random) -> Question:
    """A table of neighbouring places, perhaps without 0."""
    lo = pick(rng, (0, 1, 1, 2))
    one = drawn(rng, lo + 3)
    rows = table([(x, one.at(x)) for x in range(lo, lo + 4)], ("x", "f(x)"))
    first = factor_step(one, lo, lo + 1)
    start = Step(f"At $x = 0$ the value is $a = {num(one.a)}$." if lo == 0 else
                 f"Divide ${num(one.at(lo))}$ by ${num(one.b)}$ {'once' if lo == 1 else 'twice'} to come to $x = 0$: "
                 f"$a = {num(one.a)}$.", "The start belongs to $x = 0$.")  # fmt: skip
    return question(
        ("table", one.a, one.b, lo),
        f"The table belongs to an exponential function $f(x) = ab^x$. Write the function. {TYPE}\n\n{rows}",
        one,
        (first, start),
        "What are neighbouring values multiplied by?",
        slips_of(one, lo, lo + 1),
    )


def corrected(rng: Random) -> Question:
    """Somebody forgot the root, or took the first value for the start."""
    one, name = drawn(rng, 3), person(rng)
    u, v = one.at(1), one.at(3)
    said = growth(u, one.b) if rng.random() < 0.5 else growth(one.a, v / u)
    if said.tex() == one.tex():
        raise Reroll
    steps = (
        factor_step(one, 1, 3),
        Step(f"Go back from $x = 1$ to $x = 0$: ${num(u)} \\div {num(one.b)} = {num(one.a)}$, which is $a$.",
             "At $x = 0$ the value is the start."),
    )  # fmt: skip
    prompt = (
        f"{name} looks for the exponential function $f(x) = ab^x$ with $b > 0$ through $(1, {u})$ and $(3, {v})$, and "
        f"writes ${said.tex()}$. That does not go through both points. Write the right function."
    )
    return question(
        ("corrected", one.a, one.b, said.a),
        prompt,
        one,
        steps,
        "Compare the two values: by which factor do they differ, in how many steps?",
        slips_of(one, 1, 3),
    )


FORMS = (with_start, with_start, without_start, without_start, from_table, corrected)


def goes_through(question: Question) -> None:
    """The function has the values that are told, and multiplies by the same positive factor everywhere."""
    assert isinstance(question.answer, Expression)
    f, text = rule(question.answer.text), question.prompt
    points = table_rows(text) or pairs_in(text.replace("f(x)", ""))
    if "known" in text:
        told = [tex.split(" = ") for tex in formulas(text) if tex.startswith("f(") and "x" not in tex]
        points = [(value_of(left[2:-1]), value_of(right)) for left, right in told]
    assert len(points) >= 2
    assert all(f(x) == y for x, y in points)
    assert len({f(x + 1) / f(x) for x in range(-2, 5)}) == 1
    assert f(1) / f(0) > 0


@template(
    "alg1/exponentials/write-exponential-function-two-points",
    version=1,
    standards=("HSF.LE.A.2",),
    answer=Expression,
    check=goes_through,
    band="whole values to 4,000 at places from 0 to 5, one to three steps apart; bases to 10 and simple fractions",
)
def write_from_points(rng: Random) -> Question:
    """A draw of one of the forms."""
    return one_of(rng, FORMS)
