"""Write an explicit rule for an arithmetic sequence."""

import re
from itertools import pairwise
from random import Random

from courses.alg1.forms import hints
from courses.alg1.reading import formulas, value_of
from courses.alg1.sequences.readback import follows, shown_terms
from courses.alg1.sequences.runs import LETTERS, Run, arithmetic, listed, rules_apart
from exercises import (
    Expression,
    Question,
    Reroll,
    Step,
    bracketed,
    evaluate,
    integer,
    nonzero,
    num,
    parse,
    pick,
    template,
)
from exercises.exact import Fraction

TYPE = "Type it as an expression in $n$, where $n = 1$ stands for the first term."


def run(rng: Random) -> Run:
    """Whole numbers mostly, now and then halves."""
    bottom = 2 if rng.random() < 0.12 else 1
    found = arithmetic(Fraction(nonzero(rng, -25, 30), bottom), Fraction(nonzero(rng, -12, 12), bottom))
    if found.step in (1, -1) and rng.random() < 0.7:
        raise Reroll
    return found


def question(key: str, prompt: str, one: Run, a: str, opening: tuple[Step, ...], reminder: str) -> Question:
    """The question for the rule of a run."""
    start = f"{num(one.first)} + (n - 1) \\cdot {bracketed(one.step)}"
    built = Step(f"The place $n$ lies $n - 1$ steps after the first term, so start at ${num(one.first)}$ and add "
                 f"${num(one.step)}$ that often.", "At place $1$ no step has been made.")  # fmt: skip
    last = Step(f"${a}_n = {start} = {one.explicit_tex}$", "Multiply out and collect; both forms are right.")
    steps = (*opening, built, last)
    zero = one.first
    return Question(
        key=(key, one.first, one.step),
        prompt=prompt,
        answer=Expression(one.explicit, ("n",)),
        hints=hints(reminder, steps),
        solution=steps,
        wrong=rules_apart(one.explicit, "n", {
            "steps_counted_from_one": f"{one.step}*n + ({zero})",
            "difference_and_first_swapped": f"{one.step} + ({one.first})*(n-1)",
            "forgot_the_first_term": f"{one.step}*n",
            "difference_with_wrong_sign": f"{one.first} - ({one.step})*(n-1)",
        }),
        before=f"{a}_n =",
    )  # fmt: skip


def difference(one: Run) -> Step:
    """The common difference from the first two terms."""
    return Step(f"The common difference is ${num(one.term(2))} - {bracketed(one.first)} = {num(one.step)}$.",
                "It is the same between all neighbours.")  # fmt: skip


def from_list(rng: Random) -> Question:
    """`4, 7, 10, ...`."""
    one, a = run(rng), pick(rng, LETTERS)
    shown = listed(one.terms(pick(rng, (4, 5))))
    ask = pick(rng, (f"Write an explicit rule for the term ${a}_n$ of the arithmetic sequence ${shown}$.",
                     f"The sequence ${shown}$ is arithmetic. Write a rule for its term ${a}_n$."))  # fmt: skip
    return question(
        "list", f"{ask} {TYPE}", one, a, (difference(one),), "What is added at each step? Where does it start?"
    )


def from_table(rng: Random) -> Question:
    """Places and terms in a table."""
    one, a = run(rng), pick(rng, LETTERS)
    rows = "| $n$ | " + " | ".join(f"${n}$" for n in range(1, 5)) + " |\n|---|---|---|---|---|\n"
    rows += f"| ${a}_n$ | " + " | ".join(f"${num(value)}$" for value in one.terms(4)) + " |"
    ask = f"The table shows an arithmetic sequence. Write a rule for ${a}_n$. {TYPE}"
    return question("table", f"{ask}\n\n{rows}", one, a,
                    (difference(one),), "How does the lower row change when $n$ grows by $1$?")  # fmt: skip


def from_facts(rng: Random) -> Question:
    """The first term and the common difference in words."""
    one, a = run(rng), pick(rng, LETTERS)
    ask = pick(rng, (
        f"An arithmetic sequence has the first term ${num(one.first)}$ and the common difference ${num(one.step)}$.",
        f"In an arithmetic sequence ${a}_1 = {num(one.first)}$ and the common difference is ${num(one.step)}$.",
    ))  # fmt: skip
    return question("facts", f"{ask} Write an explicit rule for ${a}_n$. {TYPE}", one, a, (),
                    "How many times has the difference been added when you are at place $n$?")  # fmt: skip


def from_two_terms(rng: Random) -> Question:
    """Two terms are known."""
    one, a = run(rng), pick(rng, LETTERS)
    i = integer(rng, 2, 6)
    j = i + integer(rng, 2, 6)
    gap = one.term(j) - one.term(i)
    share = Step(f"From ${a}_{{{i}}}$ to ${a}_{{{j}}}$ it is {j - i} steps, which change the terms by ${num(gap)}$: "
                 f"one step is ${num(gap)} \\div {j - i} = {num(one.step)}$.", "All steps are equal.")  # fmt: skip
    word = "1 step" if i == 2 else f"{i - 1} steps"
    back = Step(f"Go {word} back from ${a}_{{{i}}}$: the first term is ${num(one.first)}$.", "That is where $n = 1$.")
    return question(
        f"two {i} {j}",
        f"In an arithmetic sequence ${a}_{{{i}}} = {num(one.term(i))}$ and ${a}_{{{j}}} = {num(one.term(j))}$. Write "
        f"an explicit rule for ${a}_n$. {TYPE}", one, a, (share, back), "How many steps lie between these terms?",
    )  # fmt: skip


PATTERNS = (
    ("Figure 1 of a tile pattern has {a} tiles, and each figure has {d} tiles more than the one before.", "tiles"),
    (
        "A mosaic grows in rings. Ring 1 has {a} stones, and each ring has {d} stones more than the one inside it.",
        "stones",
    ),
    ("A tower is built of cubes. Level 1 at the top has {a} cubes, and each lower level has {d} cubes more.", "cubes"),
    ("A bead pattern has {a} beads in row 1, and each row has {d} beads more than the row before.", "beads"),
)


def from_pattern(rng: Random) -> Question:
    """Figures that grow."""
    text, things = pick(rng, PATTERNS)
    one = arithmetic(integer(rng, 3, 20), integer(rng, 2, 12))
    where = {"tiles": "figure $n$", "stones": "ring $n$", "cubes": "level $n$", "beads": "row $n$"}[things]
    told = text.format(a=one.first, d=one.step)
    ask = f"{told} Write an expression in $n$ for the number of {things} in {where}."
    return question(f"pattern {things}", ask, one, "a", (), "How many times has the pattern grown by then?")


FORMS = (from_list, from_list, from_list, from_table, from_facts, from_two_terms, from_two_terms, from_pattern)
ROW = re.compile(r"\| \$[a-z]_n\$ \|(.+)\|")
KNOWN = re.compile(r"\$[a-z]_\{?(\d+)\}? = (.+?)\$")


def gives_the_terms(question: Question) -> None:
    """The rule is evaluated at the places that are shown, and must change by the same amount everywhere."""
    assert isinstance(question.answer, Expression)
    text, rule = question.prompt, question.answer.text
    form = str(question.key[0]).split()[0]
    at = [evaluate(parse(rule), {"n": Fraction(n)}) for n in range(1, 14)]
    assert len({after - before for before, after in pairwise(at)}) == 1
    if form == "list":
        assert follows(rule, shown_terms(text))
    elif form == "table":
        row = ROW.search(text)
        assert row and follows(rule, [value_of(tex) for tex in formulas(row[1])])  # noqa: PT018
    elif form == "two":
        assert all(at[int(n) - 1] == value_of(value) for n, value in KNOWN.findall(text))
    elif form == "facts":
        first, step = (value_of(tex.split("=")[-1]) for tex in formulas(text)[:2])
        assert (at[0], at[1]) == (first, first + step)
    else:
        first, step = (Fraction(n) for n in re.findall(r"\d+", text) if n != "1")
        assert (at[0], at[1]) == (first, first + step)


@template(
    "alg1/sequences/write-explicit-rule-arithmetic-sequence",
    version=1,
    standards=("HSF.BF.A.2",),
    answer=Expression,
    check=gives_the_terms,
    band="first terms to 30, steps to 12, now and then halves; from terms, a table, two facts, two terms or a pattern",
)
def explicit_arithmetic(rng: Random) -> Question:
    """A draw of one of the forms."""
    return pick(rng, FORMS)(rng)
