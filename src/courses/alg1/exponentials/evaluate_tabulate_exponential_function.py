"""Evaluate and tabulate an exponential function."""

from collections.abc import Mapping
from random import Random

from courses.alg1.exponentials.growth import Growth, function_in, growth, power_of
from courses.alg1.forms import hints, one_of
from courses.alg1.reading import value_of
from courses.alg1.slips import apart
from exercises import Exact, Number, Question, Reroll, Step, Table, integer, num, person, pick, template
from exercises.answers.table import Cell
from exercises.exact import Fraction

BASES = (2, 2, 3, 3, 4, 5, 10, Fraction(1, 2), Fraction(1, 2), Fraction(1, 3), Fraction(1, 4), Fraction(3, 2))
FIRST = "The exponent belongs to the base alone: work out the power first, then multiply."


def drawn(rng: Random) -> Growth:
    """A start and a base; a base that is a fraction has a start that is a multiple of its denominator now and then."""
    b = Fraction(str(pick(rng, tuple(map(str, BASES)))))
    a = integer(rng, 2, 12) if rng.random() < 0.6 else integer(rng, 1, 4) * b.denominator ** integer(rng, 1, 3)
    if rng.random() < 0.15:
        a = -a
    if abs(a) == 1:
        raise Reroll
    return growth(a, b)


def worked(one: Growth, n: int) -> tuple[Step, ...]:
    """The power, then the product."""
    power = one.b**n
    shown = power_of(one.b, n)
    if n == 0:
        first = Step(f"${one.base}^0 = 1$", "A power with the exponent $0$ is $1$.")
    elif n < 0:
        first = Step(
            f"${shown} = {num(power)}$", "A negative exponent means one over the power, or the base upside down."
        )
    else:
        first = Step(f"${shown} = {num(power)}$", "The exponent counts the factors.")
    return first, Step(
        f"$f({n}) = {num(one.a)} \\cdot {bracketed(power)} = {num(one.at(n))}$", "Multiply by the start last."
    )


def bracketed(value: Fraction) -> str:
    """A fraction or negative number in brackets where it follows a dot."""
    return num(value) if value >= 0 else f"({num(value)})"


def slips_of(one: Growth, n: int) -> dict[str, Exact]:
    """What goes wrong often."""
    found: dict[str, Exact] = {
        "expo-multiplied-before-power": (one.a * one.b) ** n,
        "expo-exponent-as-factor": one.a * one.b * n,
        "expo-start-left-out": one.b**n,
        "expo-start-added": one.a + one.b**n,
    }
    if n < 0:
        found |= {"expo-negative-exponent-as-sign": -one.a * one.b**-n, "expo-sign-of-exponent-lost": one.a * one.b**-n}
    if n == 0:
        found |= {"expo-zero-exponent": Fraction(0)}
    return found


def value(rng: Random) -> Question:
    """One value; perhaps somebody multiplied too early."""
    one, n = drawn(rng), pick(rng, (-3, -2, -1, 0, 2, 3, 3, 4, 4, 5))
    right = one.at(n)
    if abs(right) > 3000 or right.denominator > 64 or n == 1:
        raise Reroll
    prompt = pick(rng, (f"For $f(x) = {one.tex()}$, what is $f({n})$?",
                        f"A function is $f(x) = {one.tex()}$. Find its value at $x = {n}$."))  # fmt: skip
    wrong_way = (one.a * one.b) ** n
    if n >= 2 and one.b.denominator == 1 and rng.random() < 0.3:
        name = person(rng)
        prompt = (
            f"For $f(x) = {one.tex()}$, {name} writes $f({n}) = {power_of(one.a * one.b, n)} = {num(wrong_way)}$. That "
            f"is not right. What is $f({n})$?"
        )
    steps = worked(one, n)
    return Question(
        key=("value", one.a, one.b, n),
        prompt=prompt,
        answer=Number(right),
        hints=hints(FIRST, steps),
        solution=steps,
        wrong=apart(right, {name: Fraction(slip) for name, slip in slips_of(one, n).items()}),
    )


def place(rng: Random) -> Question:
    """For which x has it this value?"""
    one, n = drawn(rng), pick(rng, (-2, -1, 2, 3, 4, 5, 6))
    reached = one.at(n)
    if abs(reached) > 3000 or reached.denominator > 30:
        raise Reroll
    power = reached / one.a
    steps = (
        Step(
            f"${one.tex()} = {num(reached)}$ means ${one.base}^x = {num(power)}$.",
            f"Divide both sides by ${num(one.a)}$.",
        ),
        Step(f"${power_of(one.b, n)} = {num(power)}$, so $x = {n}$.", "Try whole exponents, also negative ones."),
    )
    return Question(
        key=("place", one.a, one.b, n),
        prompt=f"For which $x$ does $f(x) = {one.tex()}$ have the value ${num(reached)}$?",
        answer=Number(n),
        hints=hints("First find which number the power alone has to be.", steps),
        solution=steps,
        wrong=apart(
            Fraction(n),
            {
                "expo-sign-of-exponent-lost": Fraction(-n),
                "expo-power-for-exponent": power,
                "expo-divided-by-base": reached / (one.a * one.b),
                "expo-one-step-off": Fraction(n + 1),
            },
        ),
        before="x =",
    )


def table(rng: Random) -> Question:
    """Five places, all or most of the values to fill in."""
    one, lo = drawn(rng), pick(rng, (-2, -2, -1, 0))
    places = range(lo, lo + 4)
    values = [one.at(x) for x in places]
    if any(abs(v) > 1500 or v.denominator > 30 for v in values):
        raise Reroll
    shown = pick(rng, (None, None, *places)) if rng.random() < 0.5 else None
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (f"${x}$", f"${num(v)}$" if x == shown else Number(v)) for x, v in zip(places, values, strict=True)
    )
    asked = [x for x in places if x != shown]
    told = ", ".join(f"$f({x}) = {num(one.at(x))}$" for x in asked)
    times = Step(
        f"From each row to the next the value is multiplied by ${num(one.b)}$.", "$x$ grows by 1, one factor more."
    )
    start = Step(
        f"At $x = 0$ the power is $1$, so $f(0) = {num(one.a)}$."
        if 0 in asked
        else f"One value is $f({asked[0]}) = {num(one.at(asked[0]))}$.",
        "Put the number in for $x$.",
    )
    last = Step(f"{told}.", "Multiply on to go down, divide to go up.")
    slips: Mapping[str, tuple[Fraction, ...]] = {
        "expo-start-left-out": tuple(one.b**x for x in asked),
        "expo-multiplied-before-power": tuple((one.a * one.b) ** x for x in asked),
        "expo-exponent-as-factor": tuple(one.a * one.b * x for x in asked),
        "expo-base-upside-down": tuple(one.at(-x) for x in asked),
    }
    return Question(
        key=("table", one.a, one.b, lo, shown),
        prompt=f"Fill in the table of $f(x) = {one.tex()}$. Write values that are not whole as fractions in lowest "
        "terms.",
        answer=Table(("$x$", "$f(x)$"), rows),
        hints=hints(f"Begin with $x = 0$ or another easy row. {FIRST}", (start, times, last)),
        solution=(start, times, last),
        wrong=apart(tuple(one.at(x) for x in asked), slips),
    )


STORIES = (
    ("A colony has $f(t) = {}$ bacteria after $t$ hours.", "hour", "How many bacteria are there", "bacteria", True),
    ("After $t$ days $f(t) = {}$ people have heard a rumour.", "day", "How many people have heard it", "people", True),
    (
        "A lake has $f(t) = {}$ square metres of water lilies after $t$ weeks.",
        "week",
        "How many square metres are covered",
        "m²",
        True,
    ),
    (
        "Of a medicine $f(t) = {}$ milligrams are left after $t$ hours.",
        "hour",
        "How many milligrams are left",
        "mg",
        False,
    ),
    (
        "A ball bounces. After bounce number $t$ it rises to $f(t) = {}$ centimetres.",
        "bounce",
        "How high does it rise",
        "cm",
        False,
    ),
    (
        "A phone has $f(t) = {}$ percent of its charge left after $t$ days in a drawer.",
        "day",
        "How many percent are left",
        "percent",
        False,
    ),
)


def story(rng: Random) -> Question:
    """A value in a story."""
    text, unit, ask, what, grows = pick(rng, STORIES)
    b = Fraction(str(pick(rng, ("2", "3", "2", "4") if grows else ("1/2", "1/3", "3/4", "2/3", "4/5"))))
    n = pick(rng, (2, 3, 4, 5)) if grows else pick(rng, (2, 3))
    a = integer(rng, 2, 60) if grows else b.denominator**n * integer(rng, 1, 100 // b.denominator**n + 1)
    one = growth(a, b)
    if one.at(n) > 9000 or (what == "percent" and a > 100) or (what == "cm" and a < 40):
        raise Reroll
    when = f"after bounce number {n}" if unit == "bounce" else f"after {n} {unit}s"
    steps = worked(one, n)
    return Question(
        key=("story", unit, a, b, n),
        prompt=f"{text.format(one.tex('t'))} {ask} {when}?",
        answer=Number(one.at(n), unit=what),
        hints=hints(FIRST, steps),
        solution=steps,
        wrong=apart(one.at(n), {name: Fraction(slip) for name, slip in slips_of(one, n).items()}),
        after=what,
    )


FORMS = (value, value, place, table, table, table, story)


def computed_anew(question: Question) -> None:
    """The formula of the prompt is read back, and the start multiplied or divided step by step."""
    f = function_in(question.prompt)
    start, ratio = f(0), f(1) / f(0)

    def walk(n: int) -> Fraction:
        found = start
        for _ in range(abs(n)):
            found = found * ratio if n > 0 else found / ratio
        return found

    form, answer = question.key[0], question.answer
    if isinstance(answer, Table):
        for x, cell in answer.rows:
            at = int(str(x).strip("$"))
            shown = cell.value if isinstance(cell, Number) else value_of(str(cell).strip("$"))
            assert walk(at) == f(at) == shown
        return
    assert isinstance(answer, Number)
    if form == "place":
        reached = value_of(question.prompt.split("have the value $")[1].removesuffix("$?"))
        assert [n for n in range(-8, 9) if walk(n) == reached] == [answer.value]
        return
    asked = question.prompt.split("f(")[-1].split(")")[0] if "$?" in question.prompt else ""
    found = (
        asked
        or question.prompt.rstrip("?.$").split("number " if "bounce" in question.prompt else "after ")[-1].split()[0]
    )
    at = int(found if found.lstrip("-").isdigit() else question.prompt.split("x = ")[-1].split("$")[0])
    assert walk(at) == answer.value


@template(
    "alg1/exponentials/evaluate-tabulate-exponential-function",
    version=1,
    standards=("HSF.LE.A.2",),
    answer=(Number, Table),
    check=computed_anew,
    band="bases 2 to 5, 10 and simple fractions, starts to 60 or multiples of powers; exponents from -3 to 6",
)
def evaluate_exponential(rng: Random) -> Question:
    """A draw of one of the forms."""
    return one_of(rng, FORMS)
