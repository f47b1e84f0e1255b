"""Add, subtract and multiply functions: from rules, backwards from a sum, and in stories."""

import re
from random import Random

from courses.alg1.forms import one_of
from courses.alg1.functions.readback import rules_in
from courses.alg1.reading import formulas, value_of
from courses.alg1.slips import apart
from exercises import Expression, Question, Reroll, Step, integer, nonzero, pick, poly, template
from exercises.exact import Fraction

REMINDER = "$(f + g)(x)$ is $f(x) + g(x)$, $(f - g)(x)$ is $f(x) - g(x)$, and $(f \\cdot g)(x)$ is $f(x) \\cdot g(x)$."
Poly = tuple[int, int, int]


def shown(p: Poly, letter: str = "x") -> str:
    """TeX of a rule."""
    return poly(p[0], f"{letter}^2", p[1], letter, p[2])


def drawn(rng: Random, square: bool) -> Poly:
    """A rule with at least two terms."""
    p = (pick(rng, (1, 1, 2, 3, -1, -2)) if square else 0, nonzero(rng, -8, 8), nonzero(rng, -12, 12))
    return p if not square or rng.random() < 0.8 else (p[0], 0, p[2])


def added(p: Poly, q: Poly, times: int = 1) -> Poly:
    """p + times q."""
    return p[0] + times * q[0], p[1] + times * q[1], p[2] + times * q[2]


def sum_or_difference(rng: Random) -> Question:
    """(f + g)(x) or (f - g)(x)."""
    p, q = drawn(rng, rng.random() < 0.6), drawn(rng, rng.random() < 0.5)
    times = pick(rng, (1, -1, -1))
    right = added(p, q, times)
    sign = "+" if times > 0 else "-"
    if sum(n != 0 for n in right) < 2 or (p[0] == 0 and q[0] == 0 and rng.random() < 0.5):
        raise Reroll
    half = (p[0] - q[0], p[1] + q[1], p[2] + q[2]) if q[0] else (p[0], p[1] - q[1], p[2] + q[2])
    slips = {
        "combine-added-instead": shown(added(p, q, -times)),
        "combine-unlike-terms": poly(sum(right), "x"),
    }
    if times < 0:
        slips = {"combine-minus-first-term-only": shown(half), "combine-turned-round": shown(added(q, p, -1)), **slips}
    work = f"({shown(p)}) {sign} ({shown(q)})"
    open_ = f"{shown(p)} {tail(q, times)}"
    return Question(
        key=("sum", p, q, times),
        prompt=f"For $f(x) = {shown(p)}$ and $g(x) = {shown(q)}$, find $(f {sign} g)(x)$ and simplify it.",
        answer=Expression(shown(right), ("x",), "simplified"),
        before=f"(f {sign} g)(x) =",
        wrong=apart(shown(right), slips),
        hints=(REMINDER, f"Write both rules in brackets: ${work}$.", f"Without brackets: ${open_}$. Now collect like"
               " terms.", f"${shown(right)}$."),
        solution=(Step(f"${work}$", "Each rule in brackets."),
                  Step(f"${open_}$", "A minus before a bracket turns each sign in it." if times < 0 else
                       "A plus before a bracket changes nothing."),
                  Step(f"${shown(right)}$", "Like terms together.")),
    )  # fmt: skip


def tail(q: Poly, times: int) -> str:
    """The terms of a rule after others, with their signs."""
    turned = (times * q[0], times * q[1], times * q[2])
    said = poly(turned[0], "x^2", turned[1], "x", turned[2])
    return f"- {said[1:]}" if said.startswith("-") else f"+ {said}"


def product(rng: Random) -> Question:
    """(f · g)(x): a single term or two linear rules."""
    if rng.random() < 0.5:
        a, (b, c) = nonzero(rng, -6, 6), (nonzero(rng, -7, 7), nonzero(rng, -9, 9))
        f, g = poly(a, "x"), poly(b, "x", c)
        right = (a * b, a * c, 0)
        slips = {"combine-first-term-only": poly(a * b, "x^2", c), "combine-added-instead": poly(a + b, "x", c),
                 "combine-composed": poly(a * b, "x", a * c)}  # fmt: skip
        middle = f"{poly(a, 'x')} \\cdot {times(b)} {'+' if c > 0 else '-'} {poly(a, 'x')} \\cdot {abs(c)}"
        if a < 0 or abs(a) == 1:
            raise Reroll
    else:
        (a, d), (b, c) = (nonzero(rng, -4, 5), nonzero(rng, -8, 8)), (nonzero(rng, -4, 5), nonzero(rng, -8, 8))
        f, g = poly(a, "x", d), poly(b, "x", c)
        right = (a * b, a * c + b * d, d * c)
        if right[1] == 0 or f == g:
            raise Reroll
        slips = {"combine-ends-only": poly(a * b, "x^2", d * c), "combine-added-instead": poly(a + b, "x", d + c),
                 "combine-composed": poly(a * b, "x", a * c + d)}  # fmt: skip
        middle = poly(a * b, "x^2", a * c, "x", b * d, "x", d * c)
    found = shown(right)
    return Question(
        key=("product", f, g),
        prompt=f"For $f(x) = {f}$ and $g(x) = {g}$, find $(f \\cdot g)(x)$. Write it without brackets.",
        answer=Expression(found, ("x",), "simplified"),
        before="(f \\cdot g)(x) =",
        wrong=apart(found, slips),
        hints=(REMINDER, f"So multiply the two outputs: $({f})({g})$." if "x " in f else
               f"So multiply the two outputs: ${f}({g})$.", f"Each term times each term: ${middle}$.",
               f"${found}$."),
        solution=(Step(f"$({f})({g})$" if "x " in f else f"${f}({g})$", "The product of the two rules."),
                  Step(f"${middle}$", "Each term with each term."), Step(f"${found}$", "Like terms together.")),
    )  # fmt: skip


def times(b: int) -> str:
    """bx as a factor that comes second."""
    return f"({poly(b, 'x')})" if b < 0 else poly(b, "x")


def missing(rng: Random) -> Question:
    """f and f + g are known: find g."""
    p, q = drawn(rng, rng.random() < 0.5), drawn(rng, rng.random() < 0.5)
    sign = pick(rng, ("+", "-"))
    total = added(p, q, 1 if sign == "+" else -1)
    if sum(n != 0 for n in total) < 2:
        raise Reroll
    work = f"({shown(total)}) - ({shown(p)})" if sign == "+" else f"({shown(p)}) - ({shown(total)})"
    slips = {
        "combine-part-does-not-fit": shown(added(total, p)),
        "combine-turned-round": shown((-q[0], -q[1], -q[2])),
        "combine-minus-first-term-only": shown((total[0] - p[0], total[1] - p[1], total[2] + p[2])) if sign == "+" else
        shown((p[0] - total[0], p[1] - total[1], p[2] + total[2])),
    }  # fmt: skip
    why = "g(x) = (f + g)(x) - f(x)" if sign == "+" else "g(x) = f(x) - (f - g)(x)"
    return Question(
        key=("missing", p, q, sign),
        prompt=f"You know $f(x) = {shown(p)}$ and $(f {sign} g)(x) = {shown(total)}$. Find $g(x)$ and simplify it.",
        answer=Expression(shown(q), ("x",), "simplified"),
        before="g(x) =",
        wrong=apart(shown(q), slips),
        hints=(f"What must be {'added to' if sign == '+' else 'taken away from'} $f(x)$ to get what is known?",
               f"${why}$, so ${work}$.", f"${shown(q)}$."),
        solution=(Step(f"${why}$", "Solve for $g(x)$ as for a letter."), Step(f"${work}$", "Put both rules in."),
                  Step(f"${shown(q)}$", "Take care of the signs, and collect like terms.")),
    )  # fmt: skip


SHOPS = (("a stall that sells $n$ kites", "kite"), ("a bakery that sells $n$ cakes", "cake"),
         ("a weaver who sells $n$ baskets", "basket"), ("a club that sells $n$ calendars", "calendar"))  # fmt: skip


def profit(rng: Random) -> Question:
    """Income minus cost."""
    who, thing = pick(rng, SHOPS)
    price, cost, fixed = integer(rng, 8, 30), integer(rng, 2, 12), 10 * integer(rng, 2, 15)
    if price <= cost:
        raise Reroll
    right = poly(price - cost, "n", -fixed)
    slips = {
        "combine-minus-first-term-only": poly(price - cost, "n", fixed),
        "combine-turned-round": poly(cost - price, "n", fixed),
        "combine-added-instead": poly(price + cost, "n", fixed),
        "combine-fixed-forgotten": poly(price - cost, "n"),
    }
    work = f"{price}n - ({cost}n + {fixed})"
    return Question(
        key=("profit", price, cost, fixed),
        prompt=f"For {who} the income is $R(n) = {price}n$ dollars, the costs are $C(n) = {cost}n + {fixed}$ dollars."
        " The profit is what is left of the income after the costs: $P(n) = (R - C)(n)$. Find $P(n)$ and simplify it.",
        answer=Expression(right, ("n",), "simplified"),
        before="P(n) =",
        wrong=apart(right, slips),
        hints=("Take the whole of the costs away from the income.", f"${work}$", f"${right}$"),
        solution=(Step(f"${work}$", "All the costs are taken away, so they stand in brackets."),
                  Step(f"${right}$", f"For each {thing} ${price - cost}$ dollars are left; ${fixed}$ are paid once.")),
    )  # fmt: skip


def takings(rng: Random) -> Question:
    """Price times number."""
    start, fall = 10 * integer(rng, 3, 12), integer(rng, 2, 9)
    base, step = integer(rng, 4, 20), integer(rng, 1, 3)
    right = poly(-fall * step, "d^2", start * step - fall * base, "d", start * base)
    slips = {
        "combine-ends-only": poly(-fall * step, "d^2", start * base),
        "combine-added-instead": poly(step - fall, "d", start + base),
        "combine-first-term-only": poly(start * step - fall, "d", start * base),
    }
    price = poly(step, "d", base)
    order = f"{start} - {poly(fall, 'd')}"
    middle = poly(start * step, "d", -fall * step, "d^2", -fall * base, "d", start * base)
    if start * step == fall * base or start - 3 * fall < 5:
        raise Reroll
    return Question(
        key=("takings", start, fall, base, step),
        prompt=f"A boat trip costs $p(d) = {price}$ dollars when its price is raised $d$ times, and then"
        f" $v(d) = {order}$ people come. The takings are $T(d) = (p \\cdot v)(d)$. Find $T(d)$, without brackets.",
        answer=Expression(right, ("d",), "simplified"),
        before="T(d) =",
        wrong=apart(right, slips),
        hints=("Takings are the price times the number of people.", f"$({price})({order})$",
               f"Each term with each term: ${middle}$.", f"${right}$"),
        solution=(Step(f"$({price})({order})$", "Price times number of people."),
                  Step(f"${middle}$", "Each term with each term."), Step(f"${right}$", "Like terms together.")),
    )  # fmt: skip


ASKED = re.compile(r"\(([a-zA-Z]) (\+|-|\\cdot) ([a-zA-Z])\)\(([a-z])\)")


def at_several_places(question: Question) -> None:
    """At seven inputs: work out both rules as numbers, combine the numbers, and compare with the answer."""
    assert isinstance(question.answer, Expression)
    (letter,) = question.answer.variables
    rules = rules_in(question.prompt)
    for n in (-7, -2, -1, 0, 3, Fraction(5, 2), 11):
        answer = value_of(question.answer.text, **{letter: n})
        at = {name: value_of(body, **{of: n}) for name, (of, body) in rules.items() if "(" not in body}
        if question.key[0] == "missing":
            known = next(tex for tex in formulas(question.prompt) if tex.startswith("(f "))
            left, right = known.split(" = ")
            total = at["f"] + answer if "+" in left.split(")")[0] else at["f"] - answer
            assert total == value_of(right, x=n)
            continue
        first, sign, second, _ = next(m for m in map(ASKED.search, formulas(question.prompt)) if m).groups()
        one, two = at[first], at[second]
        assert answer == {"+": one + two, "-": one - two, "\\cdot": one * two}[sign]


@template(
    "alg1/functions/add-subtract-multiply-functions",
    version=1,
    standards=("HSF.BF.A.1.b",),
    answer=Expression,
    check=at_several_places,
    band="sums and differences of linear and quadratic rules, products of linear ones; coefficients up to 12",
)
def combine(rng: Random) -> Question:
    """One of the forms."""
    return one_of(rng, (sum_or_difference, sum_or_difference, product, product, missing, profit, takings))
