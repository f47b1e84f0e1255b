"""Give an example or counterexample: choose the one that decides, or find the number that makes it."""

from collections.abc import Callable
from random import Random

from courses.alg1.exponents_radicals.kinds import FREE, IRRATIONAL, RATIONAL, decimal_of, kind_of, looks_rational
from courses.alg1.exponents_radicals.writing import radical
from courses.alg1.reading import choices_of, formulas
from courses.alg1.slips import apart
from exercises import Choice, Number, Question, Reroll, SingleChoice, Step, integer, nonzero, pick, shuffled, template

Pair = tuple[str, str]

CLAIMS = {
    "The sum of two irrational numbers is always irrational.": "+",
    "The difference of two irrational numbers is always irrational.": "-",
    "The product of two irrational numbers is always irrational.": "\\cdot",
    "The quotient of two irrational numbers is always irrational.": "/",
}
WORD = {"+": "sum", "-": "difference", "\\cdot": "product", "/": "quotient"}


def root(n: int) -> str:
    """TeX of a square root."""
    return f"\\sqrt{{{n}}}"


def deciding(rng: Random, sign: str) -> Pair:
    """Two irrational numbers with a rational result."""
    n, k, a = pick(rng, FREE), integer(rng, 2, 5), integer(rng, 1, 9)
    pairs = {
        "+": ((f"{a} + {root(n)}", f"{k} - {root(n)}"), (root(n), f"-{root(n)}"), ("\\pi", f"{a} - \\pi")),
        "-": ((f"{a} + {root(n)}", root(n)), (f"{a} + \\pi", "\\pi"), (root(k * k * n), radical(k, n))),
        "\\cdot": ((root(n), root(k * k * n)), (f"{a} + {root(n)}", f"{a} - {root(n)}"), (root(n), radical(k, n))),
        "/": ((root(k * k * n), root(n)), (radical(k, n), root(n)), (f"{k}\\pi", "\\pi")),
    }
    return pick(rng, pairs[sign])


def near(rng: Random, sign: str) -> Pair:
    """Two irrational numbers with the same root, whose result is irrational all the same."""
    n, k, a, b = pick(rng, FREE), integer(rng, 2, 5), integer(rng, 1, 9), integer(rng, 1, 9)
    pairs = {
        "+": ((root(n), radical(k, n)), (f"{a} + {root(n)}", f"{b} + {root(n)}")),
        "-": ((radical(k, n), root(n)), (f"{a} + {root(n)}", f"{b} - {root(n)}")),
        "\\cdot": ((root(n), f"{a} + {root(n)}"), (f"{a} + {root(n)}", root(n))),
        "/": ((f"{a} + {root(n)}", root(n)), (root(n), f"{a} + {root(n)}")),
    }
    return pick(rng, pairs[sign])


def supporting(rng: Random, sign: str) -> Pair:
    """Two irrational numbers whose result is irrational, half of them with the same root."""
    if rng.random() < 0.5:
        return near(rng, sign)
    n, m = pick(rng, ((2, 3), (3, 5), (2, 5), (5, 7), (2, 7), (3, 7), (5, 11), (2, 11), (6, 5), (10, 3)))
    a, b = integer(rng, 1, 9), integer(rng, 1, 9)
    return pick(
        rng,
        (
            (root(n), root(m)),
            (root(m), radical(integer(rng, 2, 4), n)),
            (f"{a} + {root(n)}", root(m)),
            (f"{a} + {root(n)}", f"{b} - {root(m)}"),
        ),
    )


def beside(rng: Random) -> Pair:
    """Two numbers that are not both irrational."""
    n, k = pick(rng, FREE), integer(rng, 2, 9)
    if rng.random() < 0.4:
        return f"{integer(rng, 1, 9)} + {root(n)}", root(k * k)
    return pick(rng, ((str(k), root(n)), (root(k * k), root(n)), ("0", root(n)), (f"\\frac{{1}}{{{k}}}", root(n))))


def outside(rng: Random) -> Pair:
    """Two rational numbers."""
    k, a = integer(rng, 2, 9), integer(rng, 2, 9)
    return pick(rng, ((root(k * k), str(a)), (f"\\frac{{1}}{{{k}}}", str(a)), (root(k * k), root(a * a))))


def counterexample(rng: Random) -> Question:
    """Which pair shows that a claim about two irrational numbers is false?"""
    claim, sign = pick(rng, tuple(CLAIMS.items()))
    right, name = deciding(rng, sign), WORD[sign]
    wrong = ((supporting(rng, sign), "example-supports-the-claim"), (beside(rng), "example-outside-the-claim"),
             (outside(rng), "example-outside-the-claim"))  # fmt: skip
    choices = [Choice(said(right), True), *(Choice(said(pair), misconception=slip) for pair, slip in wrong)]
    result = worked(*right, sign)
    if rng.random() < 0.5:
        prompt = f"Somebody says: \u201c{claim}\u201d Which pair of numbers shows that this is false?"
    else:
        prompt = f"Which pair is an example of two irrational numbers with a rational {name}?"
    return Question(
        key=("pair", sign, *right, *wrong[0][0]),
        prompt=prompt,
        answer=SingleChoice(shuffled(rng, choices)),
        hints=(
            "The numbers must be of the kind that the sentence is about: both irrational.",
            f"Then work out the {name} of each such pair: which one is rational?",
            f"{said(right)} are both irrational, and their {name} is ${result}$.",
        ),
        solution=(
            Step(f"{said(right)} are both irrational.", "The sentence is about such pairs."),
            Step(
                f"For {said(right)} the {name} is ${result}$, which is rational.",
                "One such pair is enough to decide.",
            ),
        ),
    )


def said(pair: Pair) -> str:
    """Two numbers in words."""
    return f"${pair[0]}$ and ${pair[1]}$"


def worked(one: str, two: str, sign: str) -> str:
    """The rational result as TeX of a whole number."""
    value = decimal(one, two, sign)
    return str(round(value))


def decimal(one: str, two: str, sign: str) -> float:
    """The value of two numbers joined by a sign."""

    return decimal_of(f"({one}) {sign} ({two})")


def times_root(rng: Random) -> Question:
    """The smallest number whose root makes a root rational."""
    n, k = pick(rng, FREE), integer(rng, 2, 7)
    under = k * k * n
    if under > 400:
        raise Reroll
    return Question(
        key=("times", under),
        prompt=f"Find the smallest positive whole number $n$ for which ${root(under)} \\cdot \\sqrt{{n}}$ is rational.",
        answer=Number(n),
        wrong={"the-number-itself": under, "square-part-taken": k * k, "root-of-square-part": k}
        if len({n, under, k * k, k}) == 4 else {"the-number-itself": under, "square-part-taken": k * k},
        hints=(
            "The product is one root. When is a root of a whole number rational?",
            f"${under} \\cdot n$ must be a square number. Write ${under}$ as a square times a rest.",
            f"${under} = {k * k} \\cdot {n}$. The rest needs a partner: $n = {n}$.",
        ),
        solution=(
            Step(f"${under} = {k * k} \\cdot {n}$", "Take the largest square out."),
            Step(f"$n = {n}$", f"${root(under)} \\cdot {root(n)} = {root(under * n)} = {k * n}$, and no smaller number "
                 "completes the square."),
        ),
        before="n =",
    )  # fmt: skip


def add_multiple(rng: Random) -> Question:
    """The multiple of a root that has to be added."""
    n, k, a = pick(rng, FREE[:7]), pick(rng, (1, 2, 3, 4, 5)), integer(rng, 1, 9)
    b = nonzero(rng, -6, 6)
    shown = root(k * k * n) if k > 1 else radical(b, n)
    start = k if k > 1 else b
    first = f"{a} + {shown}" if not shown.startswith("-") else f"{a} - {shown[1:]}"
    return Question(
        key=("add", n, start, a, k > 1),
        prompt=f"For which integer $k$ is $({first}) + k{root(n)}$ rational?",
        answer=Number(-start),
        wrong=apart(-start, {"sign-of-what-is-added": start, "zero-for-number": 0, "whole-part-taken": -a}),
        hints=(
            "The irrational part has to disappear.",
            f"What is the irrational part of ${first}$?" + (f" Take the square out of ${k * k * n}$." if k > 1 else ""),
            f"It is ${radical(start, n)}$. Together with $k{root(n)}$ nothing may be left: $k = {-start}$.",
        ),
        solution=(
            Step(f"The irrational part is ${radical(start, n)}$.", f"${a}$ is rational."),
            Step(
                f"$k = {-start}$",
                "Then the roots cancel, and a whole number is left. Any other multiple leaves a root.",
            ),
        ),
        before="k =",
    )


def partner(rng: Random) -> Question:
    """The number that makes a product of two brackets rational."""
    n, a, c = pick(rng, FREE[:8]), integer(rng, 1, 9), integer(rng, 1, 3)
    answer = a * c if c > 1 else a
    factor = root(n) if c == 1 else radical(c, n)
    return Question(
        key=("partner", n, a, c),
        prompt=f"For which integer $k$ is $(k + {factor})({a} - {root(n)})$ rational?",
        answer=Number(answer),
        wrong=apart(
            answer, {"sign-of-what-is-added": -answer, "number-under-root-taken": n, "factor-not-carried": a}
        ),
        hints=(
            "Multiply the brackets. Two of the four products have a root.",
            f"They are $-k{root(n)}$ and ${radical(a * c, n)}$. When do they cancel?",
            f"$k = {answer}$ makes them opposites.",
        ),
        solution=(
            Step(f"The products with a root are $-k{root(n)}$ and ${radical(a * c, n)}$.", "The others are integers."),
            Step(f"$k = {answer}$", "Then they cancel, and nothing irrational is left."),
        ),
        before="k =",
    )  # fmt: skip


def square_between(rng: Random) -> Question:
    """The one whole number in a range whose root is rational."""
    m = integer(rng, 4, 15)
    low, high = m * m - integer(rng, 1, 2 * m - 4), m * m + integer(rng, 1, 2 * m - 2)
    return Question(
        key=("between", m, low, high),
        prompt=f"Somebody says: \u201cFor every whole number $n$ from {low} to {high}, $\\sqrt{{n}}$ is "
        "irrational.\u201d Which number $n$ shows that this is false?",
        answer=Number(m * m),
        wrong={"root-for-number": m, "next-square-taken": (m + 1) ** 2},
        hints=(
            "The root of a whole number is rational only when the number is a square.",
            f"Try: ${m - 1}^2 = {(m - 1) ** 2}$ is too small.",
            f"${m}^2 = {m * m}$ lies in the range: $n = {m * m}$.",
        ),
        solution=(
            Step(f"The squares near the range are ${(m - 1) ** 2}$, ${m * m}$ and ${(m + 1) ** 2}$.", "List squares."),
            Step(f"$n = {m * m}$", f"Its root is ${m}$, a whole number, and it is the only square in the range."),
        ),
        before="n =",
    )


def holds(question: Question) -> None:
    """Look at decimals of every pair, or try all numbers of a range."""
    if isinstance(question.answer, SingleChoice):
        sign = next(s for s, word in WORD.items() if word in question.prompt.lower())
        for choice in choices_of(question):
            one, two = formulas(choice.text)
            decides = {kind_of(one), kind_of(two)} == {IRRATIONAL} and looks_rational(decimal(one, two, sign))
            assert decides is choice.right, choice.text
        return
    assert isinstance(question.answer, Number)
    found = [k for k in tried(question) if fits(question.prompt)(k)]
    assert found, question.prompt
    assert found[0] == question.answer.value
    assert len(found) == 1 or "smallest" in question.prompt


def tried(question: Question) -> range:
    """The numbers to try: those of the range that is named, or many."""
    if "every whole number" in question.prompt:
        words = question.prompt.split()
        return range(int(words[words.index("from") + 1]), int(words[words.index("to") + 1].rstrip(",")) + 1)
    return range(1, 500) if "smallest" in question.prompt else range(-60, 61)


def fits(prompt: str) -> Callable[[int], bool]:
    """Whether a number makes what is asked for rational."""
    if "every whole number" in prompt:
        return lambda n: kind_of(root(n)) == RATIONAL
    tex = max(formulas(prompt), key=len)
    return lambda k: kind_of(tex.replace("\\sqrt{n}", root(k)).replace("k", f"({k})")) == RATIONAL


@template(
    "alg1/exponents-radicals/give-example-counterexample",
    version=1,
    standards=("HSN.RN.B.3",),
    answer=(SingleChoice, Number),
    check=holds,
    band="pairs of numbers with roots of at most 400 or pi; whole numbers up to 400 to find",
    min_instances=200,
)
def give_example_counterexample(rng: Random) -> Question:
    """A draw of one of the forms."""
    if rng.random() < 0.5:
        return counterexample(rng)
    return pick(rng, (times_root, add_multiple, partner, square_between))(rng)
