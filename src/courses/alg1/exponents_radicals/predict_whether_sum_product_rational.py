"""Predict whether a sum or product is rational: with a reason, number by number, and for all numbers at once."""

from random import Random

from courses.alg1.exponents_radicals.kinds import FREE, IRRATIONAL, RATIONAL, irrational, kind_of, rational
from courses.alg1.exponents_radicals.writing import radical
from courses.alg1.reading import choices_of, formulas, right_choice
from exercises import (
    Choice,
    Dropdowns,
    Question,
    Reroll,
    SingleChoice,
    Slot,
    Step,
    integer,
    pick,
    shuffled,
    template,
)

WORDS = (RATIONAL, IRRATIONAL)
FRACTION = "A rational number can be written as a fraction of whole numbers."
ROOT_SIGN = ("Irrational: there is a root sign or $\\pi$ in it.", "root-sign-means-irrational")
DECIMALS = ("Irrational: its decimals go on without an end.", "endless-decimals-mean-irrational")
ROUNDED = ("Rational: it can be written as a decimal number.", "rounded-decimal-for-number")
ONE_IS = ("Rational: one of the two numbers is rational.", "one-rational-number-is-enough")
CANCELS = ("Rational: the irrational parts cancel.", "cancelling-without-looking")


def both_irrational(word: str) -> tuple[str, str]:
    """The false rule that irrational numbers stay among themselves."""
    return f"Irrational: two irrational numbers always have an irrational {word}.", "irrational-thought-closed"


def never_irrational(word: str) -> tuple[str, str]:
    """The false rule the other way round."""
    return f"Rational: two irrational numbers always have a rational {word}.", "irrational-thought-to-cancel"


def reasoned(key: tuple[object, ...], tex: str, right: str, wrong: list[tuple[str, str]], hints: tuple[str, ...],
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
    return reasoned(
        ("both", one, two, word), f"{one} {sign} {two}", f"Rational: two rational numbers have a rational {word}.",
        [look, both_irrational(word), (f"Rational: every {word} of two numbers is rational.", "every-result-rational")],
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
    other = " other than 0" if word == "product" else ""
    rule = f"Irrational: a rational number{other} and an irrational number have an irrational {word}."
    sign_rule = f"Irrational: every {word} with a root sign or $\\pi$ is irrational."
    wrong = [pick(rng, (ONE_IS, ROUNDED)), CANCELS, (sign_rule, "root-sign-means-irrational")]
    return reasoned(
        ("each", one, two, word), f"{pair[0]} {sign} {pair[1]}", rule, wrong,
        (FRACTION, f"Look at the numbers one by one. ${two}$ is no fraction of whole numbers: {why}."),
        f"If the {word} were a fraction of whole numbers, ${two}$ could be worked out from it as one. It cannot.", rng,
    )  # fmt: skip


def they_cancel(rng: Random) -> Question:
    """Two irrational numbers with a rational result."""
    n, k, a = pick(rng, FREE), integer(rng, 2, 6), integer(rng, 1, 9)
    tex, worth, word, line = pick(rng, (
        (f"({a} + \\sqrt{{{n}}}) - \\sqrt{{{n}}}", a, "difference", "The roots are taken away from each other"),
        (f"\\sqrt{{{n}}} \\cdot \\sqrt{{{k * k * n}}}", k * n, "product", f"Under one root stands ${k * k * n * n}$"),
        (f"(\\sqrt{{{n}}} + {a}) + ({k} - \\sqrt{{{n}}})", a + k, "sum", "The roots are opposites"),
        (f"\\frac{{\\sqrt{{{k * k * n}}}}}{{\\sqrt{{{n}}}}}", k, "quotient", f"Under one root stands ${k * k}$"),
        (f"({a} + \\sqrt{{{n}}})({a} - \\sqrt{{{n}}})", a * a - n, "product", "The middle products cancel"),
        (f"{k}\\pi - (\\pi + {a}) - {k - 1}\\pi" if k > 2 else f"\\pi + ({a} - \\pi)", -a if k > 2 else a,
         "difference" if k > 2 else "sum", "All the $\\pi$ cancel"),
    ))  # fmt: skip
    return reasoned(
        ("cancel", tex), tex, f"Rational: worked out, it is ${worth}$.",
        [both_irrational(word), ROOT_SIGN, never_irrational(word)],
        ("Work it out as far as you can before you decide.", f"{line}."),
        f"What is left is ${worth}$, a whole number.", rng,
    )  # fmt: skip


def something_stays(rng: Random) -> Question:
    """Two irrational numbers with an irrational result."""
    n, m, k = pick(rng, FREE[:6]), pick(rng, (2, 3, 5, 7)), integer(rng, 2, 5)
    if n % m == 0 or m % n == 0:
        raise Reroll
    tex, left, word = pick(rng, (
        (f"\\sqrt{{{n}}} \\cdot \\sqrt{{{m}}}", f"\\sqrt{{{n * m}}}", "product"),
        (f"\\sqrt{{{k * k * n}}} + \\sqrt{{{n}}}", radical(k + 1, n), "sum"),
        (f"\\sqrt{{{k * k * n}}} - \\sqrt{{{n}}}", radical(k - 1, n), "difference"),
        (f"{k}\\sqrt{{{n}}} \\cdot \\sqrt{{{m}}}", radical(k, n * m), "product"),
    ))  # fmt: skip
    if kind_of(tex) == RATIONAL:
        raise Reroll
    return reasoned(
        ("stays", tex), tex, f"Irrational: worked out, it is ${left}$.",
        [never_irrational(word), pick(rng, (CANCELS, ROUNDED)), both_irrational(word)],
        ("Work it out as far as you can before you decide.", "Take squares out of the roots, or put both under one. "
         "Then see whether a root is left."),
        f"It is ${left}$, and no square number stands under that root.", rng,
    )  # fmt: skip


def number_by_number(rng: Random) -> Question:
    """Kind of each number and of the result, chosen in the sentence."""
    pool = (rational(rng), irrational(rng))
    (one, why_one), (two, why_two) = shuffled(rng, (pool[0], pick(rng, (pool[1], rational(rng)))))
    sign, word = pick(rng, (("+", "sum"), ("\\cdot", "product")))
    if one == two:
        raise Reroll
    kinds = [kind_of(one), kind_of(two), kind_of(f"{one} {sign} {two}")]
    names = ("one", "two", "result")
    slip = [slip_for(tex, kind) for tex, kind in zip((one, two), kinds, strict=False)]
    slip.append("one-rational-number-is-enough" if kinds[2] == IRRATIONAL else "rational-thought-open")
    slots = [Slot(name, WORDS, kind, {pick_other(kind): wrong})
             for name, kind, wrong in zip(names, kinds, slip, strict=True)]  # fmt: skip
    facts = f"${one}$ is {kinds[0]}: {why_one}. ${two}$ is {kinds[1]}: {why_two}."
    end = f"${one}$ is {kinds[0]}, ${two}$ is {kinds[1]}, and their {word} is {kinds[2]}."
    rule = (f"Two rational numbers have a rational {word}." if IRRATIONAL not in kinds else
            f"A rational number{' other than 0' if word == 'product' else ''} and an irrational one have an irrational "
            f"{word}.")  # fmt: skip
    return Question(
        key=("number", one, two, word),
        prompt=f"What kind of number is each? ${one}$ is [[one]], ${two}$ is [[two]], and their {word} is [[result]].",
        answer=Dropdowns(tuple(slots)),
        hints=(
            "Ask for each number: can it be written as a fraction of whole numbers?",
            "A root of a square number is a whole number. Decimals that end or repeat make a fraction.",
            end,
        ),
        solution=(Step(facts, "Look at each number alone."), Step(end, rule)),
    )


def slip_for(tex: str, kind: str) -> str:
    """What the other word says about a number."""
    if "sqrt" in tex:
        return "root-sign-means-irrational" if kind == RATIONAL else "no-square-under-root"
    return "endless-decimals-mean-irrational" if "overline" in tex else "fraction-form-overlooked"


def pick_other(kind: str) -> str:
    """The other word."""
    return RATIONAL if kind == IRRATIONAL else IRRATIONAL


GENERAL = (
    ("the sum of a rational and an irrational number", "It is always irrational.", "each", "sum"),
    ("the sum of two rational numbers", "It is always rational.", "both", "sum"),
    ("the product of two rational numbers", "It is always rational.", "both", "product"),
    (
        "the product of an irrational number and a rational number other than 0",
        "It is always irrational.",
        "each",
        "product",
    ),
    ("the sum of two irrational numbers", "It may be either.", "none", "sum"),
    ("the product of two irrational numbers", "It may be either.", "none", "product"),
    ("the difference of two irrational numbers", "It may be either.", "none", "difference"),
    ("the quotient of two irrational numbers", "It may be either.", "none", "quotient"),
    ("the square of an irrational number", "It may be either.", "none", "square"),
    ("the product of an irrational number and a rational number", "It may be either.", "zero", "product"),
)
ANSWERS = ("It is always rational.", "It is always irrational.", "It may be either.")
PROOFS = {
    "both": "Two fractions of whole numbers, added or multiplied, make a fraction of whole numbers.",
    "each": "If the result were a fraction, undoing the step with the rational number would turn the other into one.",
    "zero": "With $0$ the product is $0$; with any other rational number it is irrational.",
    "sum": "For $\\sqrt{2}$ and $-\\sqrt{2}$ the sum is $0$, for $\\sqrt{2}$ and $\\sqrt{3}$ it is irrational.",
    "product": "For $\\sqrt{2}$ and $\\sqrt{8}$ the product is $4$, for $\\sqrt{2}$ and $\\sqrt{3}$ it is $\\sqrt{6}$.",
    "difference": "For $1 + \\sqrt{2}$ and $\\sqrt{2}$ the difference is $1$, for $\\sqrt{8}$ and $\\sqrt{2}$ "
    "it is $\\sqrt{2}$.",
    "quotient": "For $\\sqrt{8}$ and $\\sqrt{2}$ the quotient is $2$, for $\\sqrt{6}$ and $\\sqrt{2}$ "
    "it is $\\sqrt{3}$.",
    "square": "The square of $\\sqrt{2}$ is rational, the square of $1 + \\sqrt{2}$ is not.",
}


def in_general(rng: Random) -> Question:
    """What is true about all such numbers?"""
    what, right, kind, word = pick(rng, GENERAL)
    slip = {
        "both": "rational-thought-open",
        "each": "one-rational-number-is-enough",
        "none": "irrational-thought-closed",
        "zero": "zero-overlooked",
    }[kind]
    names = {text: slip for text in ANSWERS if text != right}
    always = {"none": "irrational-thought-to-cancel", "zero": "one-rational-number-is-enough"}
    if kind in always:
        names["It is always rational."] = "square-thought-to-clear" if word == "square" else always[kind]
    choices = [Choice(text, text == right, names.get(text)) for text in ANSWERS]
    proof = PROOFS[word if kind == "none" else kind]
    end = "Both kinds of result come up." if kind in ("none", "zero") else "The reason holds for all such numbers."
    return Question(
        key=("general", what),
        prompt=f"What is true about {what}?",
        answer=SingleChoice(shuffled(rng, choices)),
        hints=(
            "Try numbers such as $\\sqrt{2}$, $-\\sqrt{2}$, $\\sqrt{3}$, $\\frac{1}{2}$ and $0$.",
            proof,
            f"So this is true of {what}. {right}",
        ),
        solution=(Step(proof, "Examples show what may happen, a reason shows what must."), Step(right, end)),
    )


def holds(question: Question) -> None:
    """Look at decimals: of the number shown, of each number in the sentence; for general rules, of many pairs."""
    if isinstance(question.answer, Dropdowns):
        one, two = formulas(question.prompt)[:2]
        result = f"{one} + {two}" if "sum" in question.prompt else f"{one} \\cdot {two}"
        assert [slot.right for slot in question.answer.slots] == [kind_of(one), kind_of(two), kind_of(result)]
    elif "$$" in question.prompt:
        kind = kind_of(question.prompt.split("$$")[1].strip())
        assert right_choice(question).text.lower().startswith(f"{kind}:")
        assert len(choices_of(question)) == 4
    else:
        assert right_choice(question).text == by_trying(question.prompt)


TRIED = ("\\sqrt{2}", "\\sqrt{8}", "(-\\sqrt{2})", "\\sqrt{3}", "(1 + \\sqrt{2})", "3", "\\frac{1}{2}", "(-5)", "0")


def by_trying(prompt: str) -> str:
    """The kinds that come up among pairs of the numbers tried."""
    words = prompt.partition("about the ")[2]
    sign = {"sum": "+", "difference": "-", "product": "\\cdot", "quotient": "/", "square": "^"}[words.split()[0]]
    results = set()
    for one in TRIED:
        for two in TRIED:
            kinds = sorted((kind_of(one), kind_of(two)))
            wanted = ["irrational"] * 2 if "two irrational" in words or "square" in words else ["rational"] * 2 \
                if "two rational" in words else ["irrational", "rational"]  # fmt: skip
            if kinds == wanted and not ("other than 0" in words and "0" in (one, two)):
                results.add(kind_of(f"{one}^2" if sign == "^" else f"{one} {sign} {two}"))
    return "It may be either." if len(results) == 2 else f"It is always {results.pop()}."


REASONED = (two_rational, one_of_each, they_cancel, something_stays)


@template(
    "alg1/exponents-radicals/predict-whether-sum-product-rational",
    version=1,
    standards=("HSN.RN.B.3",),
    answer=(SingleChoice, Dropdowns),
    check=holds,
    band="two numbers among whole numbers, fractions, decimals, square roots and pi; one operation",
    min_instances=150,
)
def predict_whether_sum_product_rational(rng: Random) -> Question:
    """A draw of one of the forms."""
    draw = rng.random()
    if draw < 0.55:
        return pick(rng, REASONED)(rng)
    return number_by_number(rng) if draw < 0.88 else in_general(rng)
