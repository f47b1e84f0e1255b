"""Evaluate f(x) from a formula: at a number, at an expression, at two numbers, with a missing constant."""

from random import Random

from courses.alg1.forms import one_of
from courses.alg1.functions.readback import rules_in
from courses.alg1.reading import formulas, put_in, value_of
from courses.alg1.slips import apart
from exercises import (
    Expression,
    Number,
    Question,
    Reroll,
    Step,
    bracketed,
    integer,
    nonzero,
    num,
    pick,
    pick_distinct,
    poly,
    signed,
    template,
)
from exercises.exact import Fraction
from exercises.geometry import Exact

NAMES = ("f", "g", "h", "p")
REMINDER = "The number in the brackets after the function's name is what goes in for the letter, everywhere."


def rule(a: int, b: int, c: int) -> str:
    """TeX of ax^2 + bx + c."""
    return poly(a, "x^2", b, "x", c)


def value(a: int, b: int, c: int, x: Exact) -> Exact:
    """Its value."""
    return a * x * x + b * x + c


def filled(a: int, b: int, c: int, x: int) -> str:
    """The rule with a number put in: 3 \\cdot (-2)^2 - 5 \\cdot (-2) + 1."""
    said = bracketed(x)
    square = f"{said}^2" if abs(a) == 1 else f"{abs(a)} \\cdot {said}^2"
    parts = [("-" if a < 0 else "") + square] if a else []
    linear = said if abs(b) == 1 else f"{abs(b)} \\cdot {said}"
    if b:
        parts.append(f"{'-' if b < 0 else '+'} {linear}" if parts else ("-" if b < 0 else "") + linear)
    return " ".join([*parts, *([signed(c)] if c else [])]).replace("-0^2", "-(0^2)")


def coefficients(rng: Random) -> tuple[int, int, int]:
    """A quadratic rule, or a linear one."""
    a = pick(rng, (0, 0, 1, 1, 2, 3, -1, -2))
    b = nonzero(rng, -7, 7) if a == 0 or rng.random() < 0.8 else 0
    c = integer(rng, -9, 9)
    if a == 0 and (abs(b) == 1 or c == 0):
        raise Reroll
    return a, b, c


def at_number(rng: Random) -> Question:
    """f(-2)."""
    (a, b, c), x, f = coefficients(rng), nonzero(rng, -6, 6), pick(rng, NAMES)
    if x == 1:
        raise Reroll
    right = value(a, b, c, x)
    slips: dict[str, Exact] = {
        "notation-square-of-negative": -a * x * x + b * x + c if x < 0 else right,
        "notation-squared-with-factor": (a * x) ** 2 + b * x + c,
        "notation-square-as-double": a * 2 * x + b * x + c,
        "notation-read-as-product": x * right,
        "notation-sign-of-input": value(a, b, c, -x),
        "notation-constant-left-out": right - c,
    }
    return Question(
        key=("number", a, b, c, x),
        prompt=f"For the function ${f}(x) = {rule(a, b, c)}$, find ${f}({num(x)})$.",
        answer=Number(right),
        before=f"{f}({num(x)}) =",
        wrong=apart(right, slips),
        hints=(REMINDER, f"Put ${bracketed(x)}$ in for $x$: ${filled(a, b, c, x)}$.",
               f"${f}({num(x)}) = {num(right)}$."),
        solution=(Step(f"${f}({num(x)}) = {filled(a, b, c, x)}$", f"${num(x)}$ takes the place of $x$."),
                  *squared(a, b, c, x),
                  Step(f"${f}({num(x)}) = {num(right)}$", "Powers first, then products, then sums.")),
    )  # fmt: skip


def squared(a: int, b: int, c: int, x: int) -> tuple[Step, ...]:
    """The products, worked out one by one."""
    sums = [n for n in (a * x * x, b * x, c) if n]
    if len(sums) < 2:
        return ()
    shown = " ".join([num(sums[0]), *(signed(n) for n in sums[1:])])
    return (Step(f"${shown}$", "Each term by itself."),)


def at_expression(rng: Random) -> Question:
    """f(a + 2) or f(3a), simplified."""
    a, b, c = coefficients(rng)
    f, t = pick(rng, NAMES), pick(rng, ("a", "n", "t"))
    k = nonzero(rng, -5, 5)
    parts: tuple[int | str, ...]
    slip: tuple[int | str, ...]
    if a:
        if abs(k) < 2 or b == c == 0 or (rng.random() < 0.5 and abs(a) > 1):
            raise Reroll
        inside, parts, slip = f"{k}{t}", (a * k * k, f"{t}^2", b * k, t, c), (a * k, f"{t}^2", b * k, t, c)
        other = poly(a * k * k, f"{t}^2", b * k, t, c * k)
        product = poly(a * k, f"{t}^3", b * k, f"{t}^2", c * k, t)
        work = poly(a, f"({inside})^2", b, f"({inside})", c)
        why = f"The square of ${inside}$ is ${k * k}{t}^2$: the number is squared too."
    else:
        inside = poly(1, t, k)
        parts, slip = (b, t, b * k + c), (b, t, k + c)
        other = poly(b, t, c)
        product = poly(b, f"{t}^2", b * k + c, t, c * k)
        work = f"{b if abs(b) > 1 else '-'}({inside}) {signed(c)}"
        why = f"The factor ${b}$ multiplies all of ${inside}$."
    right = poly(*parts)
    slips = {
        "notation-square-not-shared" if a else "notation-factor-not-shared": poly(*slip),
        "notation-constant-multiplied" if a else "notation-input-not-put-in": other,
        "notation-read-as-product": product,
    }
    return Question(
        key=("expression", a, b, c, k),
        prompt=f"For the function ${f}(x) = {rule(a, b, c)}$, find ${f}({inside})$ and simplify it.",
        answer=Expression(right, (t,), "simplified"),
        before=f"{f}({inside}) =",
        wrong=apart(right, slips),
        hints=(REMINDER.replace("number", "expression"), f"Put it in, in brackets: ${work}$.", why,
               f"Simplified, that is ${right}$."),
        solution=(Step(f"${f}({inside}) = {work}$", f"The whole of ${inside}$ takes the place of $x$."),
                  Step(f"${f}({inside}) = {right}$", why)),
    )  # fmt: skip


def two_values(rng: Random) -> Question:
    """f(3) - f(-1), or f(2) + g(5)."""
    (a, b, c), (d, e) = coefficients(rng), (nonzero(rng, -6, 6), integer(rng, -9, 9))
    x, z = pick_distinct(rng, range(-4, 6), 2)
    sign, two = pick(rng, ("+", "-")), rng.random() < 0.5
    first, second = value(a, b, c, x), (value(0, d, e, z) if two else value(a, b, c, z))
    right = first + second if sign == "+" else first - second
    if first == 0 or second == 0 or (abs(d) == 1 and two):
        raise Reroll
    g = "g" if two else "f"
    together = x + z if sign == "+" else x - z
    slips: dict[str, Exact] = {
        "notation-sign-of-second-value": first - second if sign == "+" else first + second,
        "notation-inputs-combined": value(a, b, c, together),
        "notation-first-value-only": first,
        "notation-inputs-exchanged": value(a, b, c, z) + (1 if sign == "+" else -1) * (value(0, d, e, x) if two else
                                                                                         first),
    }  # fmt: skip
    rules = f"$f(x) = {rule(a, b, c)}$" + (f" and $g(x) = {poly(d, 'x', e)}$" if two else "")
    asked = f"f({num(x)}) {sign} {g}({num(z)})"
    put = filled(0, d, e, z) if two else filled(a, b, c, z)
    return Question(
        key=("two", a, b, c, (d, e) if two else 0, x, z, sign),
        prompt=f"For {rules}, find ${asked}$.",
        answer=Number(right),
        wrong=apart(right, slips),
        hints=("Find the two values one by one, then put them together.", f"$f({num(x)}) = {num(first)}$ and"
               f" ${g}({num(z)}) = {num(second)}$.", f"${num(first)} {sign} {bracketed(second)} = {num(right)}$."),
        solution=(Step(f"$f({num(x)}) = {filled(a, b, c, x)} = {num(first)}$", f"${num(x)}$ in the place of $x$."),
                  Step(f"${g}({num(z)}) = {put} = {num(second)}$", f"${num(z)}$ in the place of $x$."),
                  Step(f"${num(first)} {sign} {bracketed(second)} = {num(right)}$", "Now the two values.")),
    )  # fmt: skip


def missing_constant(rng: Random) -> Question:
    """f(x) = 3x + k and f(4) = 10: find k."""
    (a, b, _), x, k = coefficients(rng), nonzero(rng, -5, 6), nonzero(rng, -12, 12)
    shown, f = value(a, b, 0, x), pick(rng, NAMES)
    total = shown + k
    if shown == 0 or k == total:
        raise Reroll
    body = f"{poly(a, 'x^2', b, 'x')} + k"
    slips: dict[str, Exact] = {
        "notation-value-and-input-exchanged": x - value(a, b, 0, total),
        "notation-undone-with-same-sign": total + shown,
        "notation-constant-sign": -k,
        "notation-value-as-constant": total,
    }
    return Question(
        key=("constant", a, b, x, k),
        prompt=f"The function ${f}(x) = {body}$ has the value ${f}({num(x)}) = {num(total)}$. What is $k$?",
        answer=Number(k),
        before="k =",
        wrong=apart(k, slips),
        hints=(f"${f}({num(x)})$ is what the rule gives when ${bracketed(x)}$ takes the place of $x$.",
               f"So ${filled(a, b, 0, x)} + k = {num(total)}$, that is ${num(shown)} + k = {num(total)}$.",
               f"$k = {num(total)} - {bracketed(shown)} = {num(k)}$."),
        solution=(Step(f"${filled(a, b, 0, x)} + k = {num(total)}$", f"${num(x)}$ in the place of $x$."),
                  Step(f"${num(shown)} + k = {num(total)}$", "Work out what has no $k$."),
                  Step(f"$k = {num(k)}$", f"Subtract ${num(shown)}$ on both sides.")),
    )  # fmt: skip


def put_in_again(question: Question) -> None:
    """Put the input into the shown rule as text and let the parser work it out; expressions at five numbers."""
    form, answer = question.key[0], question.answer
    rules = rules_in(question.prompt)
    if form == "number":
        assert isinstance(answer, Number)
        (_, body), inside = next(iter(rules.values())), question.before.split("(")[1].split(")")[0]
        assert value_of(put_in(body, {"x": inside})) == answer.value
    elif form == "expression":
        assert isinstance(answer, Expression)
        (letter,) = answer.variables
        (_, body), inside = next(iter(rules.values())), question.before.split("(")[1].split(")")[0]
        for n in (-3, Fraction(-1, 2), 0, 2, 7):
            assert value_of(put_in(body, {"x": inside}), **{letter: n}) == value_of(answer.text, **{letter: n})
    elif form == "two":
        assert isinstance(answer, Number)
        total = Fraction(0)
        asked = formulas(question.prompt)[-1]
        for i, part in enumerate(asked.replace(" - ", " + ").split(" + ")):
            found = value_of(put_in(rules[part[0]][1], {"x": part[2:-1]}))
            total += -found if i and " - " in asked else found
        assert total == answer.value
    else:
        assert isinstance(answer, Number)
        (_, body), given = next(iter(rules.values())), formulas(question.prompt)[1]
        inside, total_said = given.split("(")[1].split(") = ")
        assert value_of(put_in(body, {"x": inside}), k=answer.value) == value_of(total_said)


@template(
    "alg1/functions/evaluate-f-x-formula",
    version=1,
    standards=("HSF.IF.A.2",),
    answer=(Number, Expression),
    check=put_in_again,
    band="linear and quadratic rules with coefficients up to 7; inputs from -6 to 6, or one term or sum in a letter",
)
def evaluate_formula(rng: Random) -> Question:
    """One of the forms."""
    return one_of(rng, (at_number, at_number, at_number, at_expression, at_expression, two_values, missing_constant))
