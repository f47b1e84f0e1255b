"""Tell how many real solutions a quadratic equation has, by its discriminant."""

import re
from itertools import product
from random import Random

from courses.alg1.equations.readback import displayed, gap
from courses.alg1.quadratic_equations.quadratics import LETTERS, Quadratic
from courses.alg1.quadratic_equations.readback import how_many
from courses.alg1.reading import formulas, right_choice
from exercises import (
    Choice,
    Question,
    Reroll,
    SingleChoice,
    Step,
    Surd,
    bracketed,
    integer,
    nonzero,
    person,
    pick,
    poly,
    shuffled,
    template,
)
from exercises.exact import Fraction

TWO, ONE, NONE = 2, 1, 0
TEXTS = {TWO: "Two real solutions", ONE: "Exactly one real solution", NONE: "No real solution"}
ASKED = {TWO: "two real solutions", ONE: "exactly one real solution", NONE: "no real solution"}
SLIPS = {
    (TWO, ONE): "took-positive-for-one",
    (TWO, NONE): "took-positive-discriminant-for-none",
    (ONE, TWO): "took-zero-discriminant-for-two",
    (ONE, NONE): "took-zero-discriminant-for-none",
    (NONE, TWO): "took-negative-discriminant-for-two",
    (NONE, ONE): "took-negative-discriminant-for-one",
}
WHY = {
    TWO: "A positive discriminant has a root, which is added once and taken away once.",
    ONE: "The root of $0$ is $0$: adding it and taking it away give the same number.",
    NONE: "A negative number has no real root.",
}


def of_kind(rng: Random, kind: int) -> Quadratic:
    """A quadratic with this many real zeros."""
    if kind == ONE:
        p, q, k = integer(rng, 1, 4), nonzero(rng, -6, 6), pick(rng, (1, 1, -1, 2))
        return Quadratic(k * p * p, 2 * k * p * q, k * q * q)
    found = Quadratic(pick(rng, (1, 1, 2, 3, 4, -1, -2, -3)), nonzero(rng, -10, 10), nonzero(rng, -12, 12))
    if number_of(found) != kind or abs(found.discriminant) > 200:
        raise Reroll
    return found


def number_of(q: Quadratic) -> int:
    """How many real zeros."""
    return (q.discriminant > 0) - (q.discriminant < 0) + 1


def worked(q: Quadratic) -> Step:
    """The discriminant with numbers."""
    numbers = f"{bracketed(q.b)}^2 - 4 \\cdot {bracketed(q.a)} \\cdot {bracketed(q.c)}"
    return Step(f"$b^2 - 4ac = {numbers} = {q.discriminant}$.",
                f"Here $a = {q.a}$, $b = {q.b}$ and $c = {q.c}$.")  # fmt: skip


REMINDER = "The sign of $b^2 - 4ac$ decides. Put all terms on one side before you read $a$, $b$ and $c$."


def how_many_has(rng: Random, x: str) -> Question:
    """One equation, perhaps not in order."""
    kind = pick(rng, (TWO, ONE, NONE))
    q = of_kind(rng, kind)
    moved = f"{poly(q.a, f'{x}^2', q.b, x)} = {-q.c}", f"{poly(q.a, f'{x}^2')} = {poly(-q.b, x, -q.c)}"
    tex = pick(rng, (f"{q.tex(x)} = 0", f"{q.tex(x)} = 0", *moved))
    name = person(rng)
    ask = pick(rng, (
        "How many real solutions does this equation have?",
        f"{name} wants to know how many real solutions to expect before solving this equation. How many are there?",
        "Use the discriminant to tell how many real solutions this equation has.",
    ))  # fmt: skip
    first = Step(f"With all terms on one side: ${q.tex(x)} = 0$.", "The coefficients are read in this form.")
    ordered = (first,) if tex in moved else ()
    last = Step(f"The discriminant is {sign_of(q.discriminant)}: {ASKED[kind]}.", WHY[kind])
    choices = [Choice(TEXTS[k], k == kind, SLIPS.get((kind, k)), value=k) for k in (TWO, ONE, NONE)]
    return Question(
        key=("how many", tex.replace(x, "x")),
        prompt=f"{ask}\n\n$${tex}$$",
        answer=SingleChoice(shuffled(rng, choices)),
        hints=(REMINDER, *(step.text for step in ordered), worked(q).text, last.text),
        solution=(*ordered, worked(q), last),
    )


def sign_of(d: int) -> str:
    """In words."""
    return "positive" if d > 0 else "negative" if d < 0 else "$0$"


def which_has(rng: Random, x: str) -> Question:
    """Three equations, one of each kind."""
    kind = pick(rng, (TWO, ONE, NONE))
    three = shuffled(rng, [of_kind(rng, k) for k in (TWO, ONE, NONE)])
    right = next(q for q in three if number_of(q) == kind)
    choices = tuple(
        Choice(f"${q.tex(x)} = 0$", q is right, SLIPS.get((number_of(q), kind)), value=(q.a, q.b, q.c)) for q in three
    )
    others = [Step(f"${q.tex(x)} = 0$: the discriminant is ${q.discriminant}$.", WHY[number_of(q)])
              for q in three if q is not right]  # fmt: skip
    last = Step(
        f"${right.tex(x)} = 0$ has the discriminant ${right.discriminant}$, so it has {ASKED[kind]}.", WHY[kind]
    )
    return Question(
        key=("which", kind, *sorted((q.a, q.b, q.c) for q in three)),
        prompt=f"Which of these equations has {ASKED[kind]}?",
        answer=SingleChoice(choices),
        hints=(f"What sign must $b^2 - 4ac$ have for {ASKED[kind]}?", others[0].text, last.text),
        solution=(*others, last),
    )


def like_of(q: Quadratic) -> str:
    """What its solutions are like."""
    if q.discriminant <= 0:
        return "none" if q.discriminant else "one"
    return "irrational" if any(isinstance(root, Surd) for root in q.roots) else "rational"


SMALL: dict[str, list[Quadratic]] = {"rational": [], "irrational": [], "one": [], "none": []}
"""All quadratics with small numbers by what their solutions are like."""
for _numbers in product((1, 2, 3, 4), (n for n in range(-9, 10) if n), (n for n in range(-9, 10) if n)):
    SMALL[like_of(Quadratic(*_numbers))].append(Quadratic(*_numbers))


def told_discriminant(rng: Random, x: str) -> Question:
    """The discriminant is known; what are the solutions like?"""
    name, right = person(rng), pick(rng, ("rational", "irrational", "irrational", "one", "none"))
    q = pick(rng, SMALL[right])
    a, b, d = q.a, q.b, q.discriminant
    texts = {
        "rational": "Two solutions, both integers or fractions",
        "irrational": "Two solutions that need a root sign",
        "one": "One solution, an integer or a fraction",
        "none": "No real solution",
    }
    slips = {
        ("rational", "irrational"): "missed-square-discriminant", ("irrational", "rational"): "took-root-for-whole",
        ("one", "rational"): "took-zero-discriminant-for-two", ("one", "irrational"): "took-root-for-whole",
        ("one", "none"): "took-zero-discriminant-for-none", ("none", "one"): "took-negative-discriminant-for-one",
    }  # fmt: skip
    fallback = {"none": "took-negative-discriminant-for-two", "rational": "took-positive-for-one",
                "irrational": "took-positive-for-one"}  # fmt: skip
    choices = [Choice(text, k == right, None if k == right else slips.get((right, k), fallback.get(right)), value=k)
               for k, text in texts.items()]  # fmt: skip
    choices = [named(c, right) for c in choices]
    formula = f"\\frac{{{-b} \\pm \\sqrt{{{d}}}}}{{{2 * a}}}"
    put_in = Step(f"The formula gives ${formula}$.", "The discriminant stands under the root.")
    last = Step(f"{TOLD[right]} {texts[right]}.", "The other numbers of the formula are integers.")
    return Question(
        key=("told", a, b, d),
        prompt=f"{name} puts the coefficients of an equation, all integers, into the quadratic formula and gets the "
        f"line below. What does it tell about the solutions?\n\n$${x} = {formula}$$",
        answer=SingleChoice(shuffled(rng, choices)),
        hints=("Look at the number under the root only. Is it positive, zero or negative?",
               "If it has a root, is that root a whole number?", f"{TOLD[right]} {texts[right]}."),
        solution=(Step(f"Under the root stands ${d}$.", put_in.reason), last),
    )  # fmt: skip


TOLD = {
    "rational": "The root is a whole number and not $0$.",
    "irrational": "The number under the root is positive, but it is not a square.",
    "one": "The root is $0$.",
    "none": "A negative number has no real root.",
}


def named(choice: Choice, right: str) -> Choice:
    """The choice "none" for an equation with two solutions has its own feedback."""
    if choice.value == "none" and right in ("rational", "irrational"):
        return Choice(choice.text, False, "took-positive-discriminant-for-none", value="none")
    return choice


def unknown_constant(rng: Random, x: str) -> Question:
    """For which k does `x² + 6x + k = 0` have two, one, no real solutions?"""
    a, half = pick(rng, (1, 1, 2, 3)), nonzero(rng, -7, 7)
    b, edge = 2 * a * half, a * half * half
    kind = pick(rng, (TWO, ONE, NONE))
    q = f"{poly(a, f'{x}^2', b, x)} + k"
    signs = {TWO: "<", NONE: ">", ONE: "="}
    other = {TWO: ">", NONE: "<"}.get(kind, "<")
    wrong_edge = pick(rng, (b * b // (2 * a), b * b // a, 2 * abs(half) * a, -edge))
    if wrong_edge == edge:
        raise Reroll
    right = f"$k {signs[kind]} {edge}$"
    rows = [
        (right, None),
        (f"$k {other} {edge}$", "turned-the-condition" if kind != ONE else "took-positive-for-one"),
        (f"$k {signs[kind]} {wrong_edge}$", "boundary-miscalculated"),
        (f"$k = {edge}$" if kind != ONE else f"$k > {edge}$",
         "forgot-the-equal-case" if kind != ONE else "took-negative-discriminant-for-one"),
    ]  # fmt: skip
    d = Step(
        f"$b^2 - 4ac = {bracketed(b)}^2 - 4 \\cdot {a} \\cdot k = {b * b} - {4 * a}k$.",
        f"Here $c$ is $k$ and $a = {a}$.",
    )
    wanted = {TWO: "> 0", ONE: "= 0", NONE: "< 0"}[kind]
    rule = Step(f"For {ASKED[kind]} it must be ${wanted}$: ${b * b} - {4 * a}k {wanted}$.", WHY[kind])
    last = Step(f"So {right}.", f"${b * b} \\div {4 * a} = {edge}$; the sign turns round when you divide by ${-4 * a}$."
                if kind != ONE else f"${b * b} \\div {4 * a} = {edge}$.")  # fmt: skip
    return Question(
        key=("constant", a, half, kind),
        prompt=f"For which numbers $k$ does this equation have {ASKED[kind]}?\n\n$${q} = 0$$",
        answer=SingleChoice(shuffled(rng, [Choice(text, name is None, name) for text, name in rows])),
        hints=("Write the discriminant with $k$ in it.", d.text, rule.text, last.text),
        solution=(d, rule, last),
    )


FORMS = (how_many_has, how_many_has, how_many_has, which_has, which_has, told_discriminant, unknown_constant,
         unknown_constant)  # fmt: skip


def counted(question: Question) -> None:
    """Counts solutions from the height of the turning point, or tries many values of k."""
    right = right_choice(question)
    form = question.key[0]
    if form == "how many":
        assert right.worth == how_many(displayed(question.prompt)[0])
    elif form == "which":
        asked = next(kind for kind, phrase in ASKED.items() if phrase in question.prompt)
        assert isinstance(question.answer, SingleChoice)
        fitting = [c for c in question.answer.choices if how_many(c.text.strip("$")) == asked]
        assert fitting == [right]
    elif form == "told":
        assert right.worth == _by_multiplying(displayed(question.prompt)[0])
    else:
        _tried(question)


def _by_multiplying(line: str) -> str:
    """Tries all whole numbers as the root."""
    found = re.search(r"sqrt\{(-?\d+)\}", line)
    assert found
    under = int(found[1])
    whole = [n for n in range(-60, 61) if n * n == under]
    return {2: "rational", 1: "one"}.get(len(whole), "irrational" if under > 0 else "none")


def _tried(question: Question) -> None:
    """Each choice is tested with many numbers k."""
    assert isinstance(question.answer, SingleChoice)
    asked = next(kind for kind, phrase in ASKED.items() if phrase in question.prompt)
    equation = displayed(question.prompt)[0]
    letter = next(sign for sign in LETTERS if sign in equation.replace("k", ""))
    flat = _lowest(equation, letter)
    fits = {k: 1 + (k + flat < 0) - (k + flat > 0) == asked for k in range(-700, 701)}
    for choice in question.answer.choices:
        sign, edge = re.fullmatch(r"k ([<>=]) (-?\d+)", formulas(choice.text)[0]).groups()  # type: ignore[union-attr] # fails loudly
        says = {k: {"<": k < int(edge), ">": k > int(edge), "=": k == int(edge)}[sign] for k in fits}
        assert (says == fits) is choice.right, choice.text


def _lowest(equation: str, letter: str) -> Fraction:
    """The lowest value of the left side without k, from three values."""
    zero, one, two = (gap(equation, {letter: Fraction(at), "k": Fraction(0)}) for at in (0, 1, 2))
    a = (two - 2 * one + zero) / 2
    b = one - zero - a
    return zero - b * b / (4 * a)


@template(
    "alg1/quadratic-equations/count-real-solutions-discriminant",
    version=1,
    standards=("HSA.REI.B.4.b",),
    answer=SingleChoice,
    check=counted,
    band="coefficients to 36, discriminants to 200; one step of ordering; a boundary for a constant to 147",
)
def count_real_solutions(rng: Random) -> Question:
    """A draw of one of the forms."""
    return pick(rng, FORMS)(rng, pick(rng, LETTERS))
