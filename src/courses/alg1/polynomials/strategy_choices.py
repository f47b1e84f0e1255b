"""Which first step fits, which polynomial has no factors, and is a factoring complete: to be chosen."""

from collections.abc import Mapping
from math import gcd, isqrt
from random import Random

from courses.alg1.polynomials.second_looks import same_everywhere
from courses.alg1.polynomials.writing import LETTERS, bracket, falling, product
from courses.alg1.reading import choices_of, formulas, right_choice
from exercises import (
    Choice,
    Question,
    Reroll,
    SingleChoice,
    Step,
    integer,
    nonzero,
    parse,
    pick,
    pick_distinct,
    shuffled,
)
from exercises.parser.polynomials import Polynomial, content, polynomial, shared_letter, splits
from exercises.parser.shapes import count, factors

COMMON, SQUARES, PERFECT, PAIR, GROUP = "common", "squares", "perfect", "pair", "group"
STEPS = {
    COMMON: "Take a common factor out of all the terms.",
    SQUARES: "Use the pattern of a difference of squares.",
    PERFECT: "Use the pattern of a perfect square trinomial.",
    PAIR: "Look for two numbers with a fitting product and sum.",
    GROUP: "Take the four terms two by two, in groups.",
}
SEEN = {
    COMMON: "All the terms share a factor, and that comes out before anything else.",
    SQUARES: "There are two terms, both squares, and one is taken away from the other.",
    PERFECT: "The first and last terms are squares, and the middle term is twice the product of what was squared.",
    PAIR: "There are three terms without a common factor, and they make no perfect square.",
    GROUP: "There are four terms without a common factor.",
}
NOT_THERE = {
    COMMON: "no-common-factor-there",
    SQUARES: "no-difference-of-squares-there",
    PERFECT: "no-perfect-square-there",
    PAIR: "two-numbers-need-three-terms",
    GROUP: "grouping-needs-four-terms",
}
OTHERS: Mapping[str, tuple[str, ...]] = {
    COMMON: (SQUARES, PERFECT, GROUP),
    SQUARES: (COMMON, PERFECT, GROUP),
    PERFECT: (COMMON, SQUARES, GROUP),
    PAIR: (COMMON, SQUARES, PERFECT, GROUP),
    GROUP: (COMMON, SQUARES, PERFECT, PAIR),
}


def drawn(rng: Random, strategy: str) -> tuple[int, ...]:
    """Coefficients of a polynomial that this step begins best."""
    a, b = integer(rng, 1, 4), nonzero(rng, -9, 9)
    match strategy:
        case "common":
            k = integer(rng, 2, 6)
            inside = pick(rng, ((1, 0, -b * b), product((1, b), (1, b)), product((1, b), (1, nonzero(rng, -6, 6)))))
            return tuple(k * c for c in inside)
        case "squares":
            return product((a, b), (a, -b))
        case "perfect":
            return product((a, b), (a, b))
        case "pair":
            return product((pick(rng, (1, 1, a)), b), (1, nonzero(rng, -9, 9)))
    return product((1, b), (1, 0, nonzero(rng, -9, 9)))


def first_step(rng: Random) -> Question:
    """What to do first."""
    strategy, x = pick(rng, tuple(STEPS)), pick(rng, LETTERS)
    coefs = drawn(rng, strategy)
    if fitting(coefs) != strategy or (strategy == GROUP and 0 in coefs):
        raise Reroll
    tex = falling(coefs, x)
    wrong = pick_distinct(rng, OTHERS[strategy], 3)
    names = {other: "common-factor-overlooked" if strategy == COMMON else NOT_THERE[other] for other in wrong}
    choices = [Choice(STEPS[strategy], True), *(Choice(STEPS[other], misconception=names[other]) for other in wrong)]
    return Question(
        key=("first", *coefs),
        prompt=f"${tex}$ is to be factored completely. Which first step fits best?",
        answer=SingleChoice(shuffled(rng, choices)),
        hints=(
            "Ask in this order: is there a common factor? How many terms are left? Are any of them squares?",
            SEEN[strategy],
            f"So the first step is this. {STEPS[strategy]}",
        ),
        solution=(
            Step(SEEN[strategy], f"Look at the terms of ${tex}$ one after the other."),
            Step(STEPS[strategy], "This step fits what is there."),
        ),
    )


def fitting(coefs: tuple[int, ...]) -> str:
    """The first step for these coefficients, the highest power first."""
    if gcd(*coefs) > 1 or coefs[-1] == 0:
        return COMMON
    if len(coefs) == 4:
        return GROUP
    a, b, c = coefs
    if b == 0:
        return SQUARES
    under = b * b - 4 * a * c
    return PERFECT if under == 0 else PAIR if under > 0 and isqrt(under) ** 2 == under else ""


def without_factors(rng: Random) -> Question:
    """Which one cannot be factored with whole numbers?"""
    x, a, p, q = pick(rng, LETTERS), integer(rng, 2, 9), nonzero(rng, -7, 7), nonzero(rng, -7, 7)
    middle, last = nonzero(rng, -7, 7), nonzero(rng, -9, 9)
    right = pick(rng, ((1, 0, a * a), (1, 0, a * a), (1, middle, last)))
    if p in (q, -q) or splits(polynomial(parse(falling(right, x)))):
        raise Reroll
    wrong = (
        (product((1, a), (1, -a)), "difference-of-squares-overlooked"),
        (product((1, a), (1, a)), "perfect-square-overlooked"),
        (product((1, p), (1, q)), "two-numbers-overlooked"),
        ((1, a * pick(rng, (1, -1)), 0), "common-letter-overlooked"),
        ((a, 0, a * integer(rng, 2, 5)), "common-factor-overlooked"),
    )
    picked = pick_distinct(rng, wrong, 3)
    choices = [Choice(f"${falling(right, x)}$", True)]
    choices += [Choice(f"${falling(coefs, x)}$", misconception=name) for coefs, name in picked]
    tex = falling(right, x)
    why = (
        f"a sum of squares has no such factors, as two numbers would need the product ${right[2]}$ and the sum $0$."
        if right[1] == 0
        else f"no two whole numbers have the product ${right[2]}$ and the sum ${right[1]}$."
    )
    return Question(
        key=("none", right, *sorted(coefs for coefs, _ in picked)),
        prompt="Which of these polynomials **cannot** be factored with whole numbers?",
        answer=SingleChoice(shuffled(rng, choices)),
        hints=(
            "Go through them: is there a common factor, a difference of squares, a perfect square?",
            "For three terms, look for two whole numbers with the right product and sum. Where none are found, there "
            "are no factors.",
            f"${tex}$ cannot be factored: {why}",
        ),
        solution=(
            *(Step(f"${falling(coefs, x)}$ can be factored.", HOW[name]) for coefs, name in picked),
            Step(f"${tex}$ cannot be factored.", f"{why[0].upper()}{why[1:]}"),
        ),
    )


HOW = {
    "difference-of-squares-overlooked": "It is a difference of squares.",
    "perfect-square-overlooked": "It is a perfect square trinomial.",
    "two-numbers-overlooked": "Two whole numbers with the right product and sum exist.",
    "common-letter-overlooked": "Its letter is in both terms.",
    "common-factor-overlooked": "A number divides both terms.",
}
DONE, GOES_ON, NOT_RIGHT = "It is right and complete.", "It is right, but not complete.", "It is not right."


def is_it_done(rng: Random) -> Question:
    """Somebody's factoring: right, complete, neither?"""
    x, a, b, k = pick(rng, LETTERS), integer(rng, 2, 8), nonzero(rng, -8, 8), integer(rng, 2, 5)
    if abs(b) == a or gcd(a, b) > 1:
        raise Reroll
    verdict = pick(rng, (DONE, GOES_ON, NOT_RIGHT))
    squares = f"{bracket(1, x, b)}({x}^2 - {a * a})"
    shown, whole, why = {
        DONE: pick(rng, (
            (f"{k}{bracket(1, x, b)}^2", tuple(k * c for c in product((1, b), (1, b))), "No factor can be split."),
            (f"{bracket(1, x, b)}({x}^2 + {a})", product((1, b), (1, 0, a)), "The second bracket has no factors."),
            (f"{k}{bracket(1, x, a)}{bracket(1, x, b)}", tuple(k * c for c in product((1, a), (1, b))),
             "No factor can be split."),
        )),
        GOES_ON: pick(rng, (
            (squares, product((1, b), (1, 0, -a * a)), "The second bracket is a difference of squares."),
            (f"{bracket(k, x, k * a)}{bracket(1, x, b)}", product((k, k * a), (1, b)),
             f"A factor ${k}$ is left in the first bracket."),
            (f"{k}({falling(product((1, a), (1, b)), x)})", tuple(k * c for c in product((1, a), (1, b))),
             "The trinomial in the bracket can be factored."),
        )),
        NOT_RIGHT: pick(rng, (
            (f"{k}{bracket(1, x, -a)}^2", tuple(k * c for c in (1, 0, -a * a)), "A square has a middle term."),
            (f"{bracket(1, x, -a)}{bracket(1, x, -b)}", product((1, a), (1, b)), "The middle term has the other sign."),
            (f"{bracket(1, x, a)}^2", (1, 0, a * a), "A square has a middle term."),
        )),
    }[verdict]  # fmt: skip
    if 0 in whole[:2] and verdict != NOT_RIGHT:
        raise Reroll
    slip = {
        DONE: {GOES_ON: "factor-thought-to-split", NOT_RIGHT: "right-product-rejected"},
        GOES_ON: {DONE: "factoring-stopped-early", NOT_RIGHT: "right-product-rejected"},
        NOT_RIGHT: {DONE: "did-not-multiply-back", GOES_ON: "did-not-multiply-back"},
    }[verdict]
    choices = [Choice(verdict, True), *(Choice(text, misconception=name) for text, name in slip.items())]
    tex = falling(whole, x)
    return Question(
        key=("done", shown.replace(x, "x"), *whole),
        prompt="A polynomial is to be factored completely, with whole numbers. What is true about this result?\n\n"
        f"$${tex} = {shown}$$",
        answer=SingleChoice(shuffled(rng, choices)),
        hints=(
            "Two things have to be seen: do both sides have the same value, and can a factor still be split?",
            "Multiply the right side out, or put a small number in for the letter on both sides.",
            f"{why} {verdict}",
        ),
        solution=(
            Step(f"{'The two sides differ' if verdict == NOT_RIGHT else 'Multiplied back, it gives the left side'}.",
                 "A factoring is checked by multiplying back."),
            Step(verdict, why),
        ),
    )  # fmt: skip


def check_choice(question: Question) -> None:
    """Look again at what is shown, with the parser's own polynomials."""
    if "first step" in question.prompt:
        assert right_choice(question).text == STEPS[step_for(polynomial(parse(formulas(question.prompt)[0])))]
    elif "cannot" in question.prompt:
        assert all(splits(polynomial(parse(formulas(c.text)[0]))) is not c.right for c in choices_of(question))
    else:
        left, right = question.prompt.split("$$")[1].split("=")
        tree = parse(right)
        left_over = any(splits(polynomial(factor)) and count(factor) == 1 for factor in factors(tree))
        found = NOT_RIGHT if not same_everywhere(left, right) else GOES_ON if left_over else DONE
        assert right_choice(question).text == found, (question.prompt, found)


def step_for(found: Polynomial) -> str:
    """The first step for a polynomial, from its terms alone."""
    if content(found) != 1 or shared_letter(found):
        return COMMON
    if len(found) in (2, 4):
        return SQUARES if len(found) == 2 else GROUP
    numbers = {sum(n for _, n in monomial): int(number) for monomial, number in found.items()}
    a, c = isqrt(abs(numbers[2])), isqrt(abs(numbers[0]))
    squares = a * a == numbers[2] and c * c == numbers[0]
    return PERFECT if squares and abs(numbers[1]) == 2 * a * c else PAIR
