"""Rational or irrational, and why: four verdicts with reasons, of which the number itself decides.

Each sentence that is right for one kind of number stands among the wrong ones of another kind.
"""

from random import Random

from courses.alg1.exponents_radicals.kinds import FREE, IRRATIONAL, RATIONAL, irrational, kind_of, rational
from courses.alg1.exponents_radicals.writing import radical
from exercises import Choice, Question, Reroll, SingleChoice, Step, integer, pick, shuffled

Reason = tuple[str, str]
"""A wrong verdict with its reason, and the mistake that leads to it."""

FRACTION = "A rational number can be written as a fraction of whole numbers."
ROOT_SIGN = ("Irrational: there is a root sign or $\\pi$ in it.", "root-sign-means-irrational")
DECIMALS = ("Irrational: its decimals go on without an end.", "endless-decimals-mean-irrational")
ROUNDED = ("Rational: it can be written as a decimal number.", "rounded-decimal-for-number")
ONE_IS = ("Rational: one of the two numbers is rational.", "one-rational-number-is-enough")
CANCELS = ("Rational: the irrational parts cancel.", "cancelling-without-looking")


def both_irrational(word: str) -> Reason:
    """The false rule that irrational numbers stay among themselves."""
    return f"Irrational: two irrational numbers always have an irrational {word}.", "irrational-thought-closed"


def never_irrational(word: str) -> Reason:
    """The false rule the other way round."""
    return f"Rational: two irrational numbers always have a rational {word}.", "irrational-thought-to-cancel"


def of_two_rational(word: str) -> str:
    """The rule for two rational numbers."""
    return f"Rational: two rational numbers have a rational {word}."


def of_one_each(word: str) -> str:
    """The rule for one of each kind."""
    other = " other than 0" if word in ("product", "quotient") else ""
    return f"Irrational: a rational number{other} and an irrational number have an irrational {word}."


def worked_out(kind: str, tex: str | int) -> str:
    """The verdict that a value decides."""
    return f"{kind.capitalize()}: worked out, it is ${tex}$."


def taken_for_rational(tex: str) -> str:
    """The mistake of whoever takes an irrational number for a rational one."""
    return "no-square-under-root" if "sqrt" in tex else "fraction-form-overlooked"


def reasoned(key: tuple[object, ...], tex: str, right: str, wrong: list[Reason], hints: tuple[str, ...],
             why: str, rng: Random) -> Question:  # fmt: skip
    """A verdict with its reason, among three others."""
    choices = [Choice(right, True), *(Choice(text, misconception=name) for text, name in wrong)]
    return Question(
        key=tuple(map(str, key)),
        prompt=f"Is this number rational or irrational? Choose the right answer with the right reason.\n\n$${tex}$$",
        answer=SingleChoice(shuffled(rng, choices)),
        hints=(*hints, f"So this is the right reason. {right}"),
        solution=(Step(hints[-1], FRACTION), Step(right, why)),
    )


def two_rational(rng: Random) -> Question:
    """Both are rational, one of them in disguise."""
    (one, why), (two, _) = rational(rng), rational(rng)
    sign, word = pick(rng, (("+", "sum"), ("\\cdot", "product")))
    if one == two or not ("sqrt" in one or "overline" in one):
        raise Reroll
    look = ROOT_SIGN if "sqrt" in one + two else DECIMALS
    every = (f"Rational: every {word} of two numbers is rational.", "every-result-rational")
    return reasoned(
        ("both", one, two, word), f"{one} {sign} {two}", of_two_rational(word),
        [look, (of_one_each(word), look[1]), pick(rng, (both_irrational(word), every))],
        (FRACTION, f"Look at the numbers one by one. ${one}$ is a fraction of whole numbers: {why}."),
        f"The other number, ${two}$, is a fraction of whole numbers as well.", rng,
    )  # fmt: skip


def one_of_each(rng: Random) -> Question:
    """A rational and an irrational number."""
    (one, _), (two, why) = rational(rng), irrational(rng)
    sign, word = pick(rng, (("+", "sum"), ("-", "difference"), ("\\cdot", "product")))
    pair = (one, two) if sign == "-" or rng.random() < 0.5 else (two, one)
    if sign == "\\cdot" and not two.startswith("\\"):
        raise Reroll
    sign_rule = (f"Irrational: every {word} with a root sign or $\\pi$ is irrational.", "root-sign-means-irrational")
    wrong = [
        pick(rng, (ONE_IS, ROUNDED)),
        (of_two_rational(word), taken_for_rational(two)),
        pick(rng, (CANCELS, sign_rule)),
    ]
    return reasoned(
        ("each", one, two, word), f"{pair[0]} {sign} {pair[1]}", of_one_each(word), wrong,
        (FRACTION, f"Look at the numbers one by one. ${two}$ is no fraction of whole numbers: {why}."),
        f"If the {word} were a fraction of whole numbers, ${two}$ could be worked out from it as one. It cannot.", rng,
    )  # fmt: skip


def they_cancel(rng: Random) -> Question:
    """Two irrational numbers with a rational result."""
    n, k, a = pick(rng, FREE), integer(rng, 2, 6), integer(rng, 1, 9)
    root, left, parts = f"\\sqrt{{{n}}}", f"2\\sqrt{{{n}}}", "cancelling-overlooked"
    tex, worth, word, line, off, slip = pick(rng, (
        (f"({a} + {root}) - {root}", a, "difference", "The roots are taken away from each other", f"{a} + {left}",
         parts),
        (f"{root} \\cdot \\sqrt{{{k * k * n}}}", k * n, "product", f"Under one root stands ${k * k * n * n}$",
         f"\\sqrt{{{n + k * k * n}}}", "roots-of-sum"),
        (f"({root} + {a}) + ({k} - {root})", a + k, "sum", "The roots are opposites", f"{a + k} + {left}", parts),
        (f"\\frac{{\\sqrt{{{k * k * n}}}}}{{{root}}}", k, "quotient", f"Under one root stands ${k * k}$",
         f"\\sqrt{{{k * k * n - n}}}", "numbers-subtracted-in-quotient"),
        (f"({a} + {root})({a} - {root})", a * a - n, "product", "The middle products cancel",
         f"{a * a - n} + {radical(2 * a, n)}", "middle-terms-kept"),
        (f"{k}\\pi - (\\pi + {a}) - {k - 1}\\pi" if k > 2 else f"\\pi + ({a} - \\pi)", -a if k > 2 else a,
         "difference" if k > 2 else "sum", "All the $\\pi$ cancel", f"2\\pi {'-' if k > 2 else '+'} {a}", parts),
    ))  # fmt: skip
    if kind_of(off) == RATIONAL:
        raise Reroll
    stay = [never_irrational(word)]
    if word in ("product", "quotient"):
        stay.append((of_two_rational(word), "no-square-under-root"))
    never = (both_irrational(word), ROOT_SIGN, (of_one_each(word), "irrational-thought-closed"))
    return reasoned(
        ("cancel", tex), tex, worked_out(RATIONAL, worth),
        [(worked_out(IRRATIONAL, off), slip), pick(rng, never), pick(rng, stay)],
        ("Work it out as far as you can before you decide.", f"{line}."),
        f"What is left is ${worth}$, a whole number.", rng,
    )  # fmt: skip


def something_stays(rng: Random) -> Question:
    """Two irrational numbers with an irrational result."""
    n, m, k = pick(rng, FREE[:6]), pick(rng, (2, 3, 5, 7)), integer(rng, 2, 5)
    if n % m == 0 or m % n == 0:
        raise Reroll
    tex, left, word, off = pick(rng, (
        (f"\\sqrt{{{n}}} \\cdot \\sqrt{{{m}}}", f"\\sqrt{{{n * m}}}", "product", n * m),
        (f"\\sqrt{{{k * k * n}}} + \\sqrt{{{n}}}", radical(k + 1, n), "sum", (k + 1) * n),
        (f"\\sqrt{{{k * k * n}}} - \\sqrt{{{n}}}", radical(k - 1, n), "difference", (k - 1) * n),
        (f"{k}\\sqrt{{{n}}} \\cdot \\sqrt{{{m}}}", radical(k, n * m), "product", k * n * m),
    ))  # fmt: skip
    if kind_of(tex) == RATIONAL:
        raise Reroll
    wrong = [
        (worked_out(RATIONAL, off), "root-sign-lost"),
        both_irrational(word),
        pick(rng, (never_irrational(word), CANCELS, ROUNDED)),
    ]
    return reasoned(
        ("stays", tex), tex, worked_out(IRRATIONAL, left), wrong,
        ("Work it out as far as you can before you decide.", "Take squares out of the roots, or put both under one. "
         "Then see whether a root is left."),
        f"It is ${left}$, and no square number stands under that root.", rng,
    )  # fmt: skip
