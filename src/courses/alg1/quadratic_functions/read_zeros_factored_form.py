"""Read zeros from factored form, and what the zeros tell."""

import re
from collections.abc import Iterable, Mapping
from random import Random

from courses.alg1.forms import hints, one_of
from courses.alg1.quadratic_equations.factors import factor, leading, monic, product
from courses.alg1.quadratic_functions.forms import bracket, with_zeros
from courses.alg1.quadratic_functions.readback import function_in, functions_in
from courses.alg1.slips import apart
from exercises import NumberSet, Question, Reroll, Step, integer, listed, nonzero, num, person, pick, shuffled, template
from exercises.exact import Fraction

Values = frozenset[Fraction]
TYPE = "Type all of them, with commas between them."


def told(values: Values) -> str:
    """The zeros in words."""
    shown = [f"${num(value)}$" for value in sorted(values)]
    return f"The zeros are {listed(shown)}." if shown[1:] else f"The only zero is {shown[0]}."


def question(
    key: tuple[object, ...], prompt: str, values: Values, steps: tuple[Step, ...],
    slips: Mapping[str, Iterable[Fraction | int] | None],
    reminder: str = "A zero is a number for which the function is $0$. When is a product $0$?",
) -> Question:  # fmt: skip
    """The question for all zeros."""
    lines = (*steps, Step(told(values), "Put it in: the function is $0$ there."))
    given = {name: frozenset(map(Fraction, slip)) for name, slip in slips.items() if slip}
    return Question(
        key=key,
        prompt=f"{prompt} {TYPE}",
        answer=NumberSet(values),
        hints=hints(reminder, lines),
        solution=lines,
        wrong=apart(values, given),
    )


def plain(rng: Random) -> Question:
    """Two factors, perhaps with a coefficient, a factor in front, or the letter alone."""
    first, second = pick(rng, ((monic(rng), monic(rng)), (monic(rng), leading(rng)), (factor(1, 0), monic(rng)),
                               (factor(1, 0), leading(rng)), (leading(rng), leading(rng))))  # fmt: skip
    front = pick(rng, (1, 1, 1, 2, 3, 5, -1, -2, -4))
    values = frozenset((first.zero, second.zero))
    if len(values) < 2:
        raise Reroll
    tex = product("x", shuffled(rng, (first, second)) if first.q else (first, second), front)
    ask = pick(rng, (f"What are the zeros of $f(x) = {tex}$?", f"For which values of $x$ is $f(x) = {tex}$ equal to "
                                                               "$0$?",
                     f"At which $x$-values does the graph of $f(x) = {tex}$ meet the $x$-axis?"))  # fmt: skip
    each = [f"${one.tex('x')} = 0$" + (f" gives $x = {num(one.zero)}$" if one.q else "") for one in (first, second)]
    return question(
        ("plain", front, *sorted(values)), ask, values,
        (Step("The product is $0$ when one of its factors is $0$.", "This is the zero product rule."),
         Step(f"{listed(each)}.", "One small equation for each factor with $x$.")),
        {"zeros-signs-turned": {-value for value in values}, "zeros-not-divided": {-one.q for one in (first, second)},
         "zeros-lost-the-zero": values - {0}, "zeros-number-in-front": {*values, front} if front != 1 else None,
         "zeros-one-factor": {max(values)}},
    )  # fmt: skip


def double(rng: Random) -> Question:
    """A square: one zero."""
    zero, front = nonzero(rng, -12, 12), pick(rng, (1, 1, 2, 3, -1, -2))
    one = with_zeros(front, zero, zero)
    return question(
        ("double", zero, front), f"What are the zeros of $f(x) = {one.factored_tex()}$?", frozenset((Fraction(zero),)),
        (Step(f"The square is $0$ only where ${bracket('x', zero)[1:-1]} = 0$.", "Both factors are the same."),),
        {"zeros-signs-turned": {-zero}, "zeros-root-with-both-signs": {zero, -zero},
         "zeros-number-in-front": {zero, front} if front != 1 else {zero, 0}},
    )  # fmt: skip


def factor_first(rng: Random) -> Question:
    """Three terms: the factored form shows the zeros."""
    p, q = integer(rng, -9, 9), integer(rng, -9, 9)
    one = with_zeros(pick(rng, (1, 1, 1, 2, -1)), p, q)
    if p == q or p == -q or abs(one.c) > 60:
        raise Reroll
    values = frozenset(one.zeros)
    return question(
        ("three", *one.form), f"Rewrite $f(x) = {one.standard_tex()}$ in factored form. What are the zeros of "
                              "$f$?", values,
        (Step(f"Factored: $f(x) = {one.factored_tex()}$.", "The zeros stand in the factors."),
         Step("The product is $0$ when one of its factors is $0$.", "This is the zero product rule.")),
        {"zeros-signs-turned": {-value for value in values}, "zeros-took-y-intercept": {one.c},
         "zeros-took-axis": {one.h}, "zeros-one-factor": {max(values)}},
        "Factor first. The factored form shows for which numbers the function is $0$.",
    )  # fmt: skip


def shifted(rng: Random) -> Question:
    """The graph is moved along the x-axis, and its zeros move with it."""
    p, q, step = integer(rng, -7, 7), integer(rng, -7, 7), nonzero(rng, -6, 6)
    if p == q or p == -q or {p + step, q + step} == {p, q}:
        raise Reroll
    one, values = with_zeros(pick(rng, (1, 2, -1, -3)), p, q), frozenset((Fraction(p + step), Fraction(q + step)))
    way, name = "right" if step > 0 else "left", person(rng)
    far = f"{abs(step)} {'unit' if abs(step) == 1 else 'units'} to the {way}"
    return question(
        ("shifted", *one.form, step),
        f"{name} moves the graph of $f(x) = {one.factored_tex()}$ {far}. What are the zeros of the function that "
        "belongs "
        "to the new graph?", values,
        (Step(f"The zeros of $f$ are ${min(p, q)}$ and ${max(p, q)}$.", "A product is $0$ when one of its factors is."),
         Step(f"All points of the graph move {far}, also those on the $x$-axis.", "The heights stay the same.")),
        {"zeros-not-moved": {p, q}, "zeros-moved-the-other-way": {p - step, q - step},
         "zeros-signs-turned": {-p + step, -q + step}},
        "First read the zeros of $f$. What happens to points on the $x$-axis when the graph moves?",
    )  # fmt: skip


def stretched(rng: Random) -> Question:
    """The function is multiplied by a number, or turned over: the zeros stay."""
    first, second = monic(rng), pick(rng, (monic(rng), leading(rng)))
    times, values = pick(rng, (-5, -3, -2, -1, 2, 3, 4, 10)), frozenset((first.zero, second.zero))
    if len(values) < 2:
        raise Reroll
    tex = product("x", (first, second))
    g = "-f(x)" if times == -1 else f"{times} \\cdot f(x)"
    return question(
        ("stretched", times, *sorted(values)), f"A function is $f(x) = {tex}$. What are the zeros of $g(x) = "
                                               f"{g}$?", values,
        (Step("$g(x)$ is $0$ exactly where $f(x)$ is $0$.", f"${times}$ times a number is $0$ only when the number "
                                                            "is."),
         Step(f"The factors of $f$ are $0$ at $x = {num(first.zero)}$ and $x = {num(second.zero)}$.",
              "This is the zero product rule.")),
        {"zeros-multiplied": {times * value for value in values}, "zeros-signs-turned": {-value for value in values},
         "zeros-number-in-front": {*values, times}, "zeros-one-factor": {max(values)}},
        "For which $x$ can a multiple of $f(x)$ be $0$?",
    )  # fmt: skip


STORIES = (
    ("A stall sells scarves for $x$ dollars each. Its profit is $P(x) = {} $ dollars.", "At which prices is the "
                                                                                        "profit $0$?"),
    ("A path leads through a dip between two dunes. At $x$ metres from its beginning it is $P(x) = {} $ metres above "
     "sea "
     "level.", "For which $x$ is the path exactly at sea level?"),
    ("A company sells bicycle lamps for $x$ dollars each. Its yearly profit is $P(x) = {} $ thousand dollars.",
     "At which prices does it neither gain nor lose?"),
)  # fmt: skip


def story(rng: Random) -> Question:
    """Where a profit is nothing, or where a path is at sea level."""
    at = integer(rng, 0, 2)
    text, ask = STORIES[at]
    p, q = integer(rng, 2, 20), integer(rng, 6, 45)
    if q - p < 4:
        raise Reroll
    front = "" if at == 1 else pick(rng, ("-", "-2", "-3", "-4"))
    tex = f"{front}(x - {p})(x - {q})"
    if at == 1:
        tex = f"\\frac{{1}}{{{pick(rng, (100, 150, 200))}}}(x - {p})(x - {q})"
    values = frozenset((Fraction(p), Fraction(q)))
    return question(
        ("story", at, p, q), f"{text.format(tex).replace(' $ ', '$ ')} {ask}", values,
        (Step("The product is $0$ when one of its factors is $0$.", "This is the zero product rule."),
         Step(f"$x - {p} = 0$ gives $x = {p}$, and $x - {q} = 0$ gives $x = {q}$.", "One small equation for each.")),
        {"zeros-signs-turned": {-p, -q}, "zeros-took-axis": {Fraction(p + q, 2)}, "zeros-one-factor": {q}},
    )  # fmt: skip


def hidden(rng: Random) -> Question:
    """One zero is known, a number in the formula is not."""
    p, q, front = nonzero(rng, -12, 12), nonzero(rng, -12, 12), pick(rng, (1, 2, -1, 3))
    if p in (q, -q):
        raise Reroll
    shown = bracket("x", q)
    sign = {1: "", -1: "-"}.get(front, str(front))
    tex = f"{sign}(x + k){shown}"
    return question(
        ("hidden", p, q, front),
        f"In $f(x) = {tex}$ the letter $k$ stands for a number. One zero of $f$ is ${p}$. What are the zeros of $f$?",
        frozenset((Fraction(p), Fraction(q))),
        (Step(f"The factor ${shown}$ is $0$ at $x = {q}$, whatever $k$ is.", "That is the other zero."),
         Step(f"The zero ${p}$ belongs to the factor with $k$.", f"So $k = {-p}$, but that need not be known.")),
        {"zeros-signs-turned": {-p, -q}, "zeros-one-factor": {q}, "zeros-took-k": {-p, q}},
        "Which factor can you read without knowing $k$?",
    )  # fmt: skip


FORMS = (plain, plain, plain, plain, double, factor_first, factor_first, shifted, stretched, story, hidden)
MOVED = re.compile(r"(\d+) units? to the (right|left)")
RANGE = {Fraction(n, d) for d in (1, 2, 3, 4, 5) for n in range(*(-50, 51) if d == 1 else (-12 * d, 12 * d + 1))}


def zero_there_alone(question: Question) -> None:
    """Of all fractions of moderate size exactly those of the answer make the function 0, tried one by one."""
    assert isinstance(question.answer, NumberSet)
    text, values = question.prompt, question.answer.values
    if question.key[0] == "hidden":
        tex = text.split("f(x) = ")[1].split("$")[0]
        known = Fraction(text.split("zero of $f$ is $")[1].split("$")[0])
        f = function_in(f"$f(x) = {tex.replace('k', f'({-known})')}$")
    else:
        f = functions_in(text)[0]
    moved = MOVED.search(text)
    step = (int(moved[1]) if moved[2] == "right" else -int(moved[1])) if moved else 0
    found = {x + step for x in RANGE if abs(x) <= 46 and f(x) == 0}
    assert found == values, found


@template(
    "alg1/quadratic-functions/read-zeros-factored-form",
    version=1,
    standards=("HSA.SSE.B.3.a",),
    answer=NumberSet,
    check=zero_there_alone,
    band="two linear factors with coefficients to 5 and constants to 12 (45 in stories); shifted or multiplied graphs",
)
def read_zeros(rng: Random) -> Question:
    """A draw of one of the forms."""
    return one_of(rng, FORMS)
