"""Choose linear or exponential from a table."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from random import Random

from courses.alg1.exponentials.growth import rule
from courses.alg1.forms import one_of
from courses.alg1.lines.graph_line_table import table, table_rows
from courses.alg1.reading import choices_of, right_choice
from exercises import (
    Choice,
    Question,
    Reroll,
    SingleChoice,
    Step,
    integer,
    nonzero,
    num,
    person,
    pick,
    shuffled,
    template,
)
from exercises.exact import Fraction

LIN, EXP, NONE = "linear", "exponential", "neither"
TEXTS = {LIN: "Linear", EXP: "Exponential", NONE: "Neither of the two"}
SLIPS = {
    (LIN, EXP): "table-sums-not-factors", (LIN, NONE): "table-look-once-more", (EXP, LIN): "table-factors-not-sums",
    (EXP, NONE): "table-look-once-more", (NONE, LIN): "table-not-all-steps", (NONE, EXP): "table-not-all-factors",
}  # fmt: skip
Values = tuple[Fraction, ...]


def kind_of(values: Sequence[Fraction]) -> str:
    """Compares the changes, then the factors."""
    pairs = list(pairwise(values))
    if len({b - a for a, b in pairs}) == 1:
        return LIN
    return EXP if all(values) and len({b / a for a, b in pairs}) == 1 else NONE


def values_of(rng: Random, kind: str) -> Values:
    """Five values."""
    if kind == LIN:
        start, step = integer(rng, -20, 60), nonzero(rng, -12, 15)
        found = [Fraction(start + n * step) for n in range(5)]
    elif kind == EXP:
        ratio = Fraction(str(pick(rng, ("2", "2", "3", "4", "5", "1/2", "1/2", "1/3", "3/2", "4/5", "11/10"))))
        start = integer(rng, 1, 8) * ratio.denominator**4
        found = [start * ratio**n for n in range(5)]
    else:
        found = pick(rng, OTHERS)(rng)
    if max(map(abs, found)) > 12000 or kind_of(found) != kind:
        raise Reroll
    return tuple(found)


def growing_steps(rng: Random) -> list[Fraction]:
    """The step grows by the same amount each time."""
    start, step, more = integer(rng, 1, 30), integer(rng, 1, 6), integer(rng, 1, 5)
    return [Fraction(start + n * step + more * n * (n - 1) // 2) for n in range(5)]


def spoiled(rng: Random) -> list[Fraction]:
    """All but the last value fit."""
    *rest, last = values_of(rng, pick(rng, (LIN, EXP)))
    return [*rest, last + pick(rng, (-3, -2, -1, 1, 2, 3))]


def squares(rng: Random) -> list[Fraction]:
    """Square numbers times a number."""
    start, times = integer(rng, 1, 5), integer(rng, 1, 4)
    return [Fraction(times * n * n) for n in range(start, start + 5)]


OTHERS: tuple[Callable[[Random], list[Fraction]], ...] = (growing_steps, spoiled, squares)


def seen(values: Values, gap: int = 1) -> tuple[Step, ...]:
    """Differences, and factors when these are not equal."""
    steps = ", ".join(num(b - a) for a, b in pairwise(values))
    each = "From column to column" if gap > 1 else "From each $x$ to the next"
    found = [Step(f"{each} the value of $y$ changes by ${steps}$.", "Equal changes over equal steps: linear.")]
    if kind_of(values) != LIN and all(values):
        quotients = ", ".join(num(b / a) for a, b in pairwise(values))
        found.append(Step(f"The factors are ${quotients}$.", "Equal factors over equal steps: exponential."))
    return tuple(found)


def kinds(rng: Random, right: str) -> SingleChoice:
    """The three answers."""
    rows = [Choice(TEXTS[k], k == right, SLIPS.get((right, k)), value=k) for k in TEXTS]
    return SingleChoice(shuffled(rng, rows))


REMINDER = "Compare the changes over equal steps first, then the factors."
WHY = {LIN: "Equal changes over equal steps", EXP: "Equal factors over equal steps",
       NONE: "Neither all changes nor all factors are equal"}  # fmt: skip


def which_kind(rng: Random) -> Question:
    """One table; the steps of x may be larger than 1."""
    kind, gap = pick(rng, (LIN, EXP, EXP, LIN, NONE)), pick(rng, (1, 1, 2, 5, 10))
    values, start = values_of(rng, kind), pick(rng, (0, 0, 1, 2))
    rows = table([(start + n * gap, v) for n, v in enumerate(values)])
    steps = seen(values, gap)
    last = Step(f"{WHY[kind]}. {TEXTS[kind]}.", "All of the steps count, not only the first.")
    name = person(rng)
    ask = pick(rng, ("Is the function of this table linear, exponential, or neither?",
                     f"{name} looks for a function for this table. Which kind fits?"))  # fmt: skip
    return Question(
        key=("kind", *values, gap, start),
        prompt=f"{ask}\n\n{rows}",
        answer=kinds(rng, kind),
        hints=(REMINDER, *(step.text for step in steps), last.text),
        solution=(*steps, last),
    )


def which_reason(rng: Random) -> Question:
    """The kind with its reason."""
    kind = pick(rng, (LIN, EXP))
    values = values_of(rng, kind)
    change, factor = values[1] - values[0], values[1] / values[0] if values[0] else Fraction(0)
    if not factor or factor == 1 or factor.denominator > 12 or abs(factor.numerator) > 60:
        raise Reroll
    way = "grows" if change > 0 else "falls"
    texts = {
        LIN: f"Linear: $y$ changes by ${num(change)}$ at each step.",
        EXP: f"Exponential: $y$ is multiplied by ${num(factor)}$ at each step.",
        "grows": f"Exponential: $y$ {way} at each step.",
        "line": f"Linear: $y$ {way} at each step.",
    }
    names = {LIN: "table-factors-not-sums", EXP: "table-sums-not-factors", "grows": "table-any-growth",
             "line": "table-any-growth"}  # fmt: skip
    rows = [Choice(text, key == kind, None if key == kind else names[key], value=key) for key, text in texts.items()]
    steps = seen(values)
    last = Step(texts[kind], "The reason has to hold for every step.")
    return Question(
        key=("reason", *values),
        prompt="Which kind of function fits this table, and for which reason?\n\n" + table(list(enumerate(values))),
        answer=SingleChoice(shuffled(rng, rows)),
        hints=(REMINDER, steps[-1].text, f"The answer is: {last.text}"),
        solution=(*steps, last),
    )


def prove_it(rng: Random) -> Question:
    """What stays the same over equal intervals: one of four statements about f(x) = mx + b or a b^x is true."""
    gap = pick(rng, (2, 3, 4, 5))
    if rng.random() < 0.5:
        m, b = nonzero(rng, -9, 9), nonzero(rng, -20, 20)
        tex = f"{'' if m == 1 else '-' if m == -1 else m}x {'+' if b > 0 else '-'} {abs(b)}"
        right = f"$f(x + {gap}) - f(x)$ is ${m * gap}$ for every $x$."
        wrong = {
            "table-sums-not-factors": f"$f(x + {gap}) \\div f(x)$ is ${m * gap}$ for every $x$.",
            "table-step-not-counted": f"$f(x + {gap}) - f(x)$ is ${m}$ for every $x$.",
            "table-changes-grow": f"$f(x + {gap}) - f(x)$ is larger for larger $x$.",
        }
        key: tuple[object, ...] = ("line", m, b, gap)
        why = f"$x$ grows by {gap}, so the term with $x$ changes by ${m} \\cdot {gap} = {m * gap}$ wherever you begin."
    else:
        a, base = integer(rng, 2, 9), integer(rng, 2, 5)
        whole = base**gap
        tex = f"{a} \\cdot {base}^x"
        right = f"$f(x + {gap}) \\div f(x)$ is ${whole}$ for every $x$."
        wrong = {
            "table-factors-not-sums": f"$f(x + {gap}) - f(x)$ is ${whole}$ for every $x$.",
            "table-step-not-counted": f"$f(x + {gap}) \\div f(x)$ is ${base}$ for every $x$.",
            "table-factors-grow": f"$f(x + {gap}) \\div f(x)$ is larger for larger $x$.",
        }
        key = ("power", a, base, gap)
        why = f"$x$ grows by {gap}, so there are {gap} factors ${base}$ more: ${base}^{gap} = {whole}$ times as much."
    rows = [
        Choice(right, True, value="right"),
        *(Choice(text, False, name, value=name) for name, text in wrong.items()),
    ]
    first = Step(why, "Compare the two values in general, not at one place.")
    last = Step(f"So this is true: {right}", "Over equal intervals the same happens everywhere.")
    return Question(
        key=key,
        prompt=f"A function is $f(x) = {tex}$. Which statement is true?",
        answer=SingleChoice(shuffled(rng, rows)),
        hints=(f"Write down $f(x)$ and $f(x + {gap})$ for $x = 0$ and for $x = 1$.", first.text, last.text),
        solution=(first, last),
    )


FORMS = (which_kind, which_kind, which_kind, which_reason, prove_it)


def compared_anew(question: Question) -> None:
    """Rows of the table are compared pair by pair; statements are tried at several places."""
    form, right = question.key[0], right_choice(question)
    if form in ("kind", "reason"):
        ys = [Fraction(y) for _, y in table_rows(question.prompt)]
        xs = [Fraction(x) for x, _ in table_rows(question.prompt)]
        assert len({b - a for a, b in pairwise(xs)}) == 1
        even = all(ys[n + 1] - ys[n] == ys[1] - ys[0] for n in range(4))
        scaled = all(ys[n + 1] * ys[0] == ys[n] * ys[1] for n in range(4)) and ys[0] != 0
        assert right.worth == (LIN if even else EXP if scaled else NONE)
        return
    tex = question.prompt.split("f(x) = ")[1].split("$")[0]
    assert [holds(choice.text, tex) for choice in choices_of(question)] == [c.right for c in choices_of(question)]


def holds(text: str, tex: str) -> bool:
    """Whether a statement about f(x + n) and f(x) is true at several places."""
    f, n = rule(tex), int(text.split("x + ")[1].split(")")[0])
    pairs = [(f(x + n), f(x)) for x in range(-3, 6) if f(x)]
    found = [a / b if "div" in text else a - b for a, b in pairs]
    if "larger for larger" in text:
        return all(b > a for a, b in pairwise(found))
    return set(found) == {Fraction(text.split("is $")[1].split("$")[0])}


@template(
    "alg1/exponentials/choose-linear-exponential-table",
    version=1,
    standards=("HSF.LE.A.1.a",),
    answer=SingleChoice,
    check=compared_anew,
    band="five values to 12,000 at equal steps of 1 to 10; kinds with reasons; equal differences and factors in "
    "general",
    min_instances=60,
)
def choose_from_table(rng: Random) -> Question:
    """A draw of one of the forms."""
    return one_of(rng, FORMS)
