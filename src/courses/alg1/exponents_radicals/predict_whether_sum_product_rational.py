"""Predict whether a sum or product is rational: with a reason, number by number, and for all numbers at once."""

from random import Random

from courses.alg1.exponents_radicals.kinds import IRRATIONAL, RATIONAL, irrational, kind_of, rational
from courses.alg1.exponents_radicals.reasons import one_of_each, something_stays, they_cancel, two_rational
from courses.alg1.reading import choices_of, formulas, right_choice
from exercises import (
    Choice,
    Dropdowns,
    Question,
    Reroll,
    SingleChoice,
    Slot,
    Step,
    pick,
    shuffled,
    template,
)

WORDS = (RATIONAL, IRRATIONAL)


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
