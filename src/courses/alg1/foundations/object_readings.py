"""What a piece, seen as one thing, forces on the whole: questions with choices."""

from random import Random

from exercises import (
    Choice,
    Question,
    SingleChoice,
    Step,
    integer,
    nonzero,
    pick,
    poly,
    shuffled,
    term,
)


def extreme_value(rng: Random) -> Question:
    """A number plus or minus a multiple of a square: the least or the greatest value."""
    x, sign = pick(rng, ("x", "t", "n", "y")), pick(rng, (-1, 1))
    c, a, h = integer(rng, 12, 60), integer(rng, 2, 9), nonzero(rng, -9, 9)
    square = f"({poly(1, x, h)})^2"
    whole = pick(rng, (poly(c, "", sign * a, square), poly(sign * a, square, c)))
    right, other = ("at most", "at least") if sign < 0 else ("at least", "at most")
    flip = "sign-of-subtracted-square" if sign < 0 else "sign-of-added-square"
    choices = (
        Choice(_says(right, c), True, value=f"{right} {c}"),
        Choice(_says(other, c), misconception=flip, value=f"{other} {c}"),
        Choice(_says(right, c + sign * a), misconception="square-fixed-at-one", value=f"{right} {c + sign * a}"),
        Choice("It can be any number.", misconception="square-has-no-bound"),
    )
    gone = "taken away from" if sign < 0 else "added to"
    return Question(
        key=("extreme", c, sign * a, h),
        prompt=f"See ${square}$ as one thing in the expression ${whole}$."
        f" What can be said about the value of the expression, whatever number ${x}$ is?",
        answer=SingleChoice(shuffled(rng, choices)),
        hints=(
            "Which values can a square have? Is there one that it cannot go below?",
            f"A multiple of a square, never negative, is {gone} ${c}$ here. Which way can that move the value?",
            f"The square can be $0$, when ${x} = {-h}$. So the value is always {right} ${c}$.",
        ),
        solution=(
            Step(f"${square}$ is never negative.", "A square of a real number is zero or positive."),
            Step(f"So ${term(a, square)}$ is $0$ or more, and it is {gone} ${c}$.", "Look at the sign before it."),
            Step(f"It is {right} ${c}$.", f"The value ${c}$ itself is reached when ${x} = {-h}$."),
        ),
    )


def _says(bound: str, value: int) -> str:
    return f"It is {bound} ${value}$."


PRODUCTS = (
    # TeX, the letter that changes, its power, what the letters are
    ("P(1 + r)^5", "P", 1, "an amount $P$ that grows by a rate $r$ for five years"),
    ("P(1 + r)^2", "P", 1, "a price $P$ that rises by a rate $r$ twice"),
    ("\\frac{1}{2}(a + b)h", "h", 1, "the area of a trapezium with height $h$"),
    ("a(b + c)^2", "a", 1, "a number $a$ times the square of a sum"),
    ("bh^2", "h", 2, "a number $b$ times a square"),
    ("(m + k)v^2", "v", 2, "a mass $m + k$ times the square of a speed $v$"),
    ("\\frac{s^2}{a + b}", "s", 2, "a square shared out over $a + b$ parts"),
    ("\\frac{k}{a + b}", "k", 1, "an amount $k$ shared out over $a + b$ parts"),
    ("6s^2", "s", 2, "the surface of a cube with edge $s$"),
    ("n(p - d)", "n", 1, "the price of $n$ tickets, each with a discount $d$"),
)


def scaled_letter(rng: Random) -> Question:
    """A factor of a product is multiplied: what happens to the product?"""
    tex, letter, power, what = pick(rng, PRODUCTS)
    k = integer(rng, 2, 9)
    right = k**power
    scaled = {1: k**2, 2: k}[power]
    choices = (
        Choice(f"It becomes ${right}$ times as large.", True, value=f"times {right}"),
        Choice(
            f"It becomes ${scaled}$ times as large.",
            misconception="scaled-the-inner-piece" if power == 1 else "power-lost",
            value=f"times {scaled}",
        ),
        Choice(f"It becomes larger by ${right}$.", misconception="scale-read-as-added", value=f"plus {right}"),
        Choice("It stays as it is.", misconception="scale-has-no-effect", value="times 1"),
    )
    before = f"{letter}^2" if power == 2 else letter
    after = f"({k}{letter})^2 = {right}{letter}^2" if power == 2 else f"{k}{letter}"
    return Question(
        key=("scaled", tex, k),
        prompt=f"In ${tex}$ ({what}) only ${letter}$ changes: it is multiplied by ${k}$."
        " What happens to the value of the whole expression?",
        answer=SingleChoice(shuffled(rng, choices)),
        hints=(
            f"See everything that has no ${letter}$ in it as one thing that does not change.",
            f"Put ${k}{letter}$ where ${letter}$ stands. Does a power belong to it?",
            f"In place of ${before}$ there is now ${after}$: the value becomes ${right}$ times as large.",
        ),
        solution=(
            Step(f"All but ${letter}$ is one factor that stays.", "Nothing else was changed."),
            Step(f"${before}$ becomes ${after}$.", f"Put ${k}{letter}$ in place of ${letter}$, in brackets."),
            Step(
                f"The value becomes ${right}$ times as large.", "One factor of the product is that many times as large."
            ),
        ),
    )
