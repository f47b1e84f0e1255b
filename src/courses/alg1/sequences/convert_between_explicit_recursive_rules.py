"""Convert between explicit and recursive rules, of arithmetic and of geometric sequences."""

import re
from random import Random

from courses.alg1.forms import hints
from courses.alg1.reading import formulas, value_of
from courses.alg1.sequences.geometric_runs import rising
from courses.alg1.sequences.readback import leads, unrolled
from courses.alg1.sequences.runs import LETTERS, Run, arithmetic, power_tex, rules_apart
from exercises import Expression, Question, Step, bracketed, evaluate, nonzero, num, parse, person, pick, template, term
from exercises.exact import Fraction

TO_EXPLICIT = "Type an explicit rule: an expression in $n$, where $n = 1$ stands for the first term."
TO_RECURSIVE = "Type an expression with $p$ for the term before."


def sums(rng: Random) -> Run:
    """An arithmetic sequence."""
    bottom = 2 if rng.random() < 0.1 else 1
    return arithmetic(Fraction(nonzero(rng, -20, 30), bottom), Fraction(nonzero(rng, -12, 12), bottom))


def either(rng: Random) -> Run:
    """Arithmetic or geometric."""
    return pick(rng, (sums, rising))(rng)


def written(rng: Random, one: Run) -> str:
    """The explicit rule in one of its forms."""
    if one.geometric:
        same = power_tex(one.step, "n") if one.first == one.step else ""
        return pick(rng, [one.explicit_tex, one.explicit_tex, *([same] if same else [])])
    start = f"{num(one.first)} {'+' if one.step > 0 else '-'} {term(abs(one.step), '(n - 1)')}"
    return pick(rng, (one.explicit_tex, one.explicit_tex, start))


def to_recursive(rng: Random) -> Question:
    """The explicit rule is given: what follows p?"""
    one, a = either(rng), pick(rng, LETTERS)
    rule = written(rng, one)
    terms = one.terms(3)
    begin = ", ".join(f"${a}_{i} = {num(value)}$" for i, value in enumerate(terms, 1))
    first = Step(f"The rule gives {begin}.", "Put $n = 1$, $2$ and $3$ into it.")
    verb = f"multiplied by ${num(one.step)}$" if one.geometric else f"changed by ${num(one.step)}$"
    last = Step(
        f"Each term is {verb} to get the next: after $p$ comes ${one.next_tex}$.",
        "The base of the power is the ratio." if one.geometric else "The factor of $n$ is the difference.",
    )
    slips: dict[str, str | None] = {
        "added_in_place_of_multiplying": f"p + ({one.step})", "inverse_ratio": f"({1 / one.step})*p",
        "first_term_as_ratio": f"({one.first})*p", "stopped_at_the_step": str(one.step),
    } if one.geometric else {
        "multiplied_in_place_of_adding": f"({one.step})*p",
        "started_from_the_rule_number": f"p + ({one.first - one.step})",
        "difference_with_wrong_sign": f"p - ({one.step})", "difference_and_first_swapped": f"p + ({one.first})",
    }  # fmt: skip
    return Question(
        key=("to recursive", one.geometric, one.first, one.step, rule),
        prompt=f"A sequence has the explicit rule ${a}_n = {rule}$. Write a recursive rule: what is ${a}_n$ when "
        f"${a}_{{n - 1}} = p$? {TO_RECURSIVE}",
        answer=Expression(one.next_text, ("p",)),
        hints=hints("Write down the first three terms. How does one lead to the next?", (first, last)),
        solution=(first, last),
        wrong=rules_apart(one.next_text, "p", slips),
    )


def to_explicit(rng: Random) -> Question:
    """The recursive rule is given; perhaps with somebody's slip."""
    one, a, name = either(rng), pick(rng, LETTERS), person(rng)
    rule = one.after(f"{a}_{{n - 1}}")
    slip = f"{num(one.first)} \\cdot {power_tex(one.step, 'n')}" if one.geometric else (
        f"{num(one.first)} {'+' if one.step > 0 else '-'} {term(abs(one.step), 'n')}")  # fmt: skip
    told = f"A sequence has ${a}_1 = {num(one.first)}$ and the recursive rule ${a}_n = {rule}$."
    wrong_rule = rng.random() < 0.3
    if wrong_rule:
        told += f" {name} writes the explicit rule ${a}_n = {slip}$, but that does not give ${a}_1$ for $n = 1$."
    steps = steps_of(one, a)
    base = f"({one.step})"
    slips: dict[str, str | None] = {
        "power_off_by_one": f"{one.first}*{base}^n", "first_term_as_ratio": f"{base}*({one.first})^(n-1)",
        "exponent_as_factor": f"{one.first}*{base}*(n-1)",
        "multiplied_before_the_power": f"({one.first * one.step})^(n-1)",
    } if one.geometric else {
        "steps_counted_from_one": f"{base}*n + ({one.first})", "forgot_the_first_term": f"{base}*n",
        "difference_and_first_swapped": f"{base} + ({one.first})*(n-1)", "difference_with_wrong_sign":
        f"{one.first} - {base}*(n-1)",
    }  # fmt: skip
    return Question(
        key=("to explicit", one.geometric, one.first, one.step, wrong_rule),
        prompt=f"{told} {TO_EXPLICIT}",
        answer=Expression(one.explicit, ("n",)),
        hints=hints("How many steps does it take from the first term to the place $n$?", steps),
        solution=steps,
        wrong=rules_apart(one.explicit, "n", slips),
        before=f"{a}_n =",
    )


def steps_of(one: Run, a: str) -> tuple[Step, ...]:
    """From the first term and the step to the explicit rule."""
    what = "multiplies by" if one.geometric else "adds"
    read = Step(
        f"Each step {what} ${num(one.step)}$, and the first term is ${num(one.first)}$.", "Read it off the rule."
    )
    count = Step("From place $1$ to place $n$ it takes $n - 1$ steps.", "At $n = 1$ no step has been made.")
    if one.geometric:
        return (read, count, Step(f"${a}_n = {one.explicit_tex}$", "Repeated multiplication is a power."))
    start = f"{num(one.first)} + (n - 1) \\cdot {bracketed(one.step)}"
    return (read, count, Step(f"${a}_n = {start} = {one.explicit_tex}$", "Repeated addition is a product."))


FORMS = (to_recursive, to_explicit)


def rules_agree(question: Question) -> None:
    """Both rules are used for several terms, one by one."""
    assert isinstance(question.answer, Expression)
    text, rule = question.prompt, question.answer.text
    if question.key[0] == "to recursive":
        explicit = parse(formulas(text)[0].split(" = ")[1])
        terms = [evaluate(explicit, {"n": Fraction(n)}) for n in range(1, 8)]
        assert leads(rule, terms)
        return
    first, given = formulas(text)[:2]
    terms = unrolled(given.split(" = ")[1], value_of(first.split(" = ")[1]), 7)
    assert all(evaluate(parse(rule), {"n": Fraction(n)}) == value for n, value in enumerate(terms, 1))
    assert not re.search("[p]", rule)


@template(
    "alg1/sequences/convert-between-explicit-recursive-rules",
    version=1,
    standards=("HSF.BF.A.2",),
    answer=Expression,
    check=rules_agree,
    band="arithmetic with steps to 12, now and then halves; geometric with positive ratios to 10, also fractions",
)
def convert(rng: Random) -> Question:
    """A draw of one of the forms."""
    return pick(rng, FORMS)(rng)
