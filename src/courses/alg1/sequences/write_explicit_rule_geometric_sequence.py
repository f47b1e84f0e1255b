"""Write an explicit rule for a geometric sequence."""

import re
from itertools import pairwise
from random import Random

from courses.alg1.forms import hints
from courses.alg1.reading import formulas, value_of
from courses.alg1.sequences.geometric_runs import rising
from courses.alg1.sequences.readback import follows, shown_terms
from courses.alg1.sequences.runs import LETTERS, Run, geometric, listed, power_tex, rules_apart
from exercises import Expression, Question, Reroll, Step, bracketed, evaluate, integer, num, parse, pick, template
from exercises.exact import Fraction

TYPE = "Type it as an expression in $n$, where $n = 1$ stands for the first term."


def run(rng: Random) -> Run:
    """Positive ratio; the first term is negative now and then."""
    one = rising(rng)
    return geometric(-one.first, one.step) if rng.random() < 0.15 else one


def question(key: str, prompt: str, one: Run, a: str, opening: tuple[Step, ...], reminder: str) -> Question:
    """The question for the rule of a run."""
    built = Step(f"The place $n$ lies $n - 1$ steps after the first term: multiply ${num(one.first)}$ by "
                 f"${num(one.step)}$ that often.", "At place $1$ nothing has been multiplied yet.")  # fmt: skip
    last = Step(f"${a}_n = {one.explicit_tex}$", "Repeated multiplication is a power.")
    steps = (*opening, built, last)
    base = f"({one.step})"
    return Question(
        key=(key, one.first, one.step),
        prompt=prompt,
        answer=Expression(one.explicit, ("n",)),
        hints=hints(reminder, steps),
        solution=steps,
        wrong=rules_apart(one.explicit, "n", {
            "power_off_by_one": f"{one.first}*{base}^n",
            "multiplied_before_the_power": f"({one.first * one.step})^(n-1)" if one.first > 0 else None,
            "added_in_place_of_multiplying": f"{one.first} + ({one.term(2) - one.first})*(n-1)",
            "exponent_as_factor": f"{one.first}*{base}*(n-1)",
            "first_term_as_ratio": f"{base}*({one.first})^(n-1)" if one.first > 0 else None,
            "inverse_ratio": f"{one.first}*({1 / one.step})^(n-1)",
        }),
        before=f"{a}_n =",
    )  # fmt: skip


def ratio(one: Run) -> Step:
    """The common ratio from the first two terms."""
    return Step(f"The common ratio is ${num(one.term(2))} \\div {bracketed(one.first)} = {num(one.step)}$.",
                "It is the same between all neighbours.")  # fmt: skip


def from_list(rng: Random) -> Question:
    """`5, 10, 20, ...`."""
    one, a = run(rng), pick(rng, LETTERS)
    shown = listed(one.terms(4))
    ask = pick(rng, (f"Write an explicit rule for the term ${a}_n$ of the geometric sequence ${shown}$.",
                     f"The sequence ${shown}$ is geometric. Write a rule for its term ${a}_n$."))  # fmt: skip
    return question(
        "list", f"{ask} {TYPE}", one, a, (ratio(one),), "What is each term multiplied by, and where is the start?"
    )


def from_table(rng: Random) -> Question:
    """Places and terms in a table."""
    one, a = run(rng), pick(rng, LETTERS)
    rows = "| $n$ | " + " | ".join(f"${n}$" for n in range(1, 5)) + " |\n|---|---|---|---|---|\n"
    rows += f"| ${a}_n$ | " + " | ".join(f"${num(value)}$" for value in one.terms(4)) + " |"
    ask = f"The table shows a geometric sequence. Write a rule for ${a}_n$. {TYPE}"
    return question("table", f"{ask}\n\n{rows}", one, a,
                    (ratio(one),), "What happens to the lower number when $n$ grows by $1$?")  # fmt: skip


def from_facts(rng: Random) -> Question:
    """The first term and the common ratio in words."""
    one, a = run(rng), pick(rng, LETTERS)
    ask = pick(rng, (
        f"A geometric sequence has the first term ${num(one.first)}$ and the common ratio ${num(one.step)}$.",
        f"In a geometric sequence ${a}_1 = {num(one.first)}$ and the common ratio is ${num(one.step)}$.",
    ))  # fmt: skip
    return question("facts", f"{ask} Write an explicit rule for ${a}_n$. {TYPE}", one, a, (),
                    "How many times has the ratio been multiplied in when you are at place $n$?")  # fmt: skip


def from_two_terms(rng: Random) -> Question:
    """Two terms are known; the ratio is positive."""
    one, a, i = run(rng), pick(rng, LETTERS), integer(rng, 2, 3)
    j = i + pick(rng, (1, 2, 2))
    u, v = one.term(i), one.term(j)
    if v.denominator > 1 or abs(v) > 20000:
        raise Reroll
    quotient = f"{num(v)} \\div {bracketed(u)} = {num(v / u)}"
    share = Step(f"From ${a}_{{{i}}}$ to ${a}_{{{j}}}$ the factor is ${quotient}$, in {j - i} steps: the common "
                 f"ratio is ${num(one.step)}$.", "It is positive, and the same at each step.")  # fmt: skip
    if j == i + 1:
        share = Step(
            f"The terms are neighbours: the common ratio is ${quotient}$.", "One step leads from one to the other."
        )
    positive = " with a positive common ratio" if j > i + 1 else ""
    times = "once" if i == 2 else "twice"
    back = Step(
        f"Divide ${num(u)}$ by ${num(one.step)}$ {times}: the first term is ${num(one.first)}$.", "There $n = 1$."
    )
    return question(
        f"two {i} {j}",
        f"In a geometric sequence{positive} ${a}_{{{i}}} = {num(u)}$ and ${a}_{{{j}}} = {num(v)}$. "
        f"Write an explicit rule for ${a}_n$. {TYPE}", one, a, (share, back), "How many steps lie between these terms?",
    )  # fmt: skip


def another_start(rng: Random) -> Question:
    """Somebody's rule is one step off."""
    one, a = run(rng), pick(rng, LETTERS)
    shown = listed(one.terms(4))
    return question(
        "corrected",
        f"For the geometric sequence ${shown}$ somebody writes the rule ${a}_n = {num(one.first)} \\cdot "
        f"{power_tex(one.step, 'n')}$. That rule gives ${num(one.term(2))}$ for $n = 1$. Write the right rule. {TYPE}",
        one, a, (ratio(one),), "Which exponent leaves the first term as it is when $n = 1$?",
    )  # fmt: skip


FORMS = (from_list, from_list, from_list, from_table, from_facts, from_two_terms, from_two_terms, another_start)
ROW = re.compile(r"\| \$[a-z]_n\$ \|(.+)\|")
KNOWN = re.compile(r"\$[a-z]_\{?(\d+)\}? = ([^$]+)\$")


def gives_the_terms(question: Question) -> None:
    """The rule is evaluated at the places that are shown, and must multiply by the same number everywhere."""
    assert isinstance(question.answer, Expression)
    text, rule = question.prompt, question.answer.text
    form = str(question.key[0]).split()[0]
    at = [evaluate(parse(rule), {"n": Fraction(n)}) for n in range(1, 9)]
    assert len({after / before for before, after in pairwise(at)}) == 1
    if form in ("list", "corrected"):
        assert follows(rule, shown_terms(text))
    elif form == "table":
        row = ROW.search(text)
        assert row and follows(rule, [value_of(tex) for tex in formulas(row[1])])  # noqa: PT018
    elif form == "two":
        assert all(at[int(n) - 1] == value_of(value) for n, value in KNOWN.findall(text))
    else:
        first, by = (value_of(tex.split("=")[-1]) for tex in formulas(text)[:2])
        assert (at[0], at[1]) == (first, first * by)


@template(
    "alg1/sequences/write-explicit-rule-geometric-sequence",
    version=1,
    standards=("HSF.BF.A.2",),
    answer=Expression,
    check=gives_the_terms,
    band="positive ratios to 10, also fractions; first terms to 12 times a cube; terms to 20,000",
)
def explicit_geometric(rng: Random) -> Question:
    """A draw of one of the forms."""
    return pick(rng, FORMS)(rng)
