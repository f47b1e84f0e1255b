"""Prices, revenue and profit."""

from collections.abc import Mapping
from random import Random

from courses.alg1.forms import hints
from courses.alg1.quadratic_functions.forms import Quad, with_zeros
from courses.alg1.slips import apart
from exercises import Exact, Number, Question, Reroll, Step, integer, num, pick
from exercises.exact import Fraction

GOODS = (
    ("A theatre group sells tickets for $p$ dollars each.", "tickets"),
    ("A bakery sells boxes of baklava for $p$ dollars each.", "boxes"),
    ("A club sells printed T-shirts for $p$ dollars each.", "T-shirts"),
    ("A workshop sells woven baskets for $p$ dollars each.", "baskets"),
    ("A boat company sells harbour tours for $p$ dollars a seat.", "seats"),
    ("A potter sells tea bowls for $p$ dollars each.", "tea bowls"),
)


def sale(rng: Random) -> Question:
    """Revenue or profit: the best price, what it brings, where nothing is left."""
    story, goods = pick(rng, GOODS)
    profit = rng.random() < 0.4
    front, last_price = pick(rng, (1, 2, 3, 4, 5, 8, 10)), 2 * integer(rng, 5, 40)
    first_price = 2 * integer(rng, 2, 12) if profit else 0
    one = with_zeros(-front, first_price, last_price)
    if last_price - first_price < 8 or one.h < 3:
        raise Reroll
    told = profit_told(one) if profit else revenue_told(rng, front, last_price, goods)
    ask = pick(rng, ("price", "price", "most", "most", "nothing"))
    make = {"price": price, "most": most, "nothing": nothing}[ask]
    text, right, steps, slips = make(one, "profit" if profit else "revenue")
    return Question(
        key=("sale", ask, *one.form, told[:20]),
        prompt=f"{story} {told} {text}",
        answer=Number(right, unit="$"),
        hints=hints("Does the question ask for a price or for what it brings? Which point of the parabola is "
                    "it?", steps),
        solution=steps,
        wrong=apart(Fraction(right), {name: Fraction(value) for name, value in slips.items()}),
        after="dollars",
    )  # fmt: skip


def revenue_told(rng: Random, front: int, last: int, goods: str) -> str:
    """The revenue as price times number, or multiplied out."""
    n = "" if front == 1 else str(front)
    if rng.random() < 0.5:
        return (f"At that price ${front * last} - {n}p$ {goods} are sold, so the revenue is $R(p) = "
                f"p({front * last} - {n}p)$ dollars.")  # fmt: skip
    return f"The revenue is then $R(p) = -{n}p^2 + {front * last}p$ dollars."


def profit_told(one: Quad) -> str:
    """The profit in factored or standard form."""
    if one.k > 300:
        return f"The profit is then $P(p) = {one.factored_tex('p')}$ dollars."
    return f"The profit is then $P(p) = {one.standard_tex('p')}$ dollars."


Asked = tuple[str, Exact, tuple[Step, ...], Mapping[str, Exact]]


def zeros_of(one: Quad, what: str) -> Step:
    """Where nothing comes in."""
    first, second = one.zeros
    return Step(
        f"The {what} is $0$ at the prices ${num(first)}$ and ${num(second)}$.", "Factor, and look at each factor."
    )


def price(one: Quad, what: str) -> Asked:
    """The best price."""
    last = Step(f"The vertex is halfway between them: at a price of ${num(one.h)}$ dollars.",
                "The parabola opens downwards, so its vertex is the highest point.")  # fmt: skip
    slips = {"story-value-for-price": one.k, "story-zero-for-best-price": one.zeros[-1], "story-price-doubled":
             2 * one.h, "story-price-halved": one.h / 2}  # fmt: skip
    return f"Which price gives the greatest {what}?", one.h, (zeros_of(one, what), last), slips


def most(one: Quad, what: str) -> Asked:
    """What the best price brings."""
    best = Step(
        f"The best price is halfway between them: ${num(one.h)}$ dollars.", "There the parabola has its vertex."
    )
    last = Step(f"It brings ${num(one.k)}$ dollars.", f"Put ${num(one.h)}$ into the formula.")
    slips = {
        "story-price-for-value": one.h,
        "story-zero-for-value": one.zeros[-1],
        "story-front-dropped": one.k / -one.a,
    }
    return f"What is the greatest {what}?", one.k, (zeros_of(one, what), best, last), slips


def nothing(one: Quad, what: str) -> Asked:
    """The highest price at which nothing is left."""
    last = Step(f"The higher one of these is ${num(one.zeros[-1])}$ dollars.", "Both are zeros of the function.")
    slips = {"story-best-price-for-zero": one.h, "story-other-zero": one.zeros[0], "story-value-for-price": one.k}
    return (
        f"What is the highest price at which the {what} is exactly $0$?",
        one.zeros[-1],
        (zeros_of(one, what), last),
        slips,
    )
