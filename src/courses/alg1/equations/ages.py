"""Stories about ages."""

from random import Random

from courses.alg1.equations.balance import side
from courses.alg1.equations.tale import Tale, whole
from exercises import Reroll, Step, integer, people, pick
from exercises.exact import Fraction

BOTH_AGE = "Everybody gets older by the same number of years."


def times_as_old_one_day(rng: Random) -> Tale:
    """In how many years will one be k times as old as the other?"""
    years, k, young = integer(rng, 2, 15), integer(rng, 2, 4), integer(rng, 2, 16)
    old = k * (young + years) - years
    if not young + 15 < old < 80:
        raise Reroll
    a, b = people(rng, 2)
    text = pick(rng, (
        f"{a} is {old} years old and {b} is {young}. In how many years will {a} be {k} times as old as {b}?",
        f"A tree in the garden is {old} years old, and {a}, who lives there, is {young}. "
        f"After how many years will the tree be {k} times as old as {a}?",
    ))  # fmt: skip
    return Tale(
        "times-one-day", (old, young, k), text, "the number of years", "year",
        "How old will each of them be after $x$ years?",
        f"{old} + x = {k}({young} + x)", BOTH_AGE,
        side(1, old), side(k, k * young),
        {"aged-one-person-only": old - k * young if old > k * young else k * young - old,
         "multiplied-first-term-only": old - k * young + years, "answered-for-another-time": young + years,
         "gave-the-other-quantity": old + years},
        (Step(f"Multiply out: ${old} + x = {k * young} + {k}x$.", "The factor multiplies both terms."),),
    )  # fmt: skip


def sum_later(rng: Random) -> Tale:
    """The sum of two ages in some years; how old is the younger one now?"""
    young, gap, years = integer(rng, 3, 30), integer(rng, 2, 30), integer(rng, 2, 12)
    total = 2 * young + gap + 2 * years
    a, b = people(rng, 2)
    text = pick(rng, (
        f"{a} is {gap} years older than {b}. In {years} years their ages will add up to {total}. How old is {b} now?",
        f"{b} has a cousin, {a}, who is {gap} years older. In {years} years the two of them will be {total} years old "
        f"together. "
        f"How old is {b} now?",
    ))  # fmt: skip
    return Tale(
        "sum-later", (gap, years, total), text, f"the age of {b} now, in years", "year",
        f"Write both ages now with $x$, then both ages in {years} years.",
        f"(x + {years}) + (x + {gap} + {years}) = {total}", BOTH_AGE,
        side(2, gap + 2 * years), side(0, total),
        {"aged-one-person-only": Fraction(total - gap - years, 2), "answered-for-another-time": young + years,
         "gave-the-other-quantity": young + gap},
        (Step(f"Collect like terms: $2x + {gap + 2 * years} = {total}$.", "Letters with letters, numbers with "
        "numbers."),),
    )  # fmt: skip


def times_now_and_before(rng: Random) -> Tale:
    """Now k times as old, some years ago m times as old; how old is the younger one now?"""
    k, ago = integer(rng, 2, 4), integer(rng, 2, 12)
    m = k + integer(rng, 1, 5)
    young = whole(Fraction(ago * (m - 1), m - k))
    if not ago < young <= 30 or k * young > 90:
        raise Reroll
    a, b = people(rng, 2)
    text = (
        f"{a} is {k} times as old as {b}. Exactly {ago} years ago, {a} was {m} times as old as {b}. How old is {b} now?"
    )
    return Tale(
        "times-before", (k, ago, m), text, f"the age of {b} now, in years", "year",
        f"Then {a} is ${k}x$ years old now. How old were the two of them {ago} years ago?",
        f"{k}x - {ago} = {m}(x - {ago})", f"Both were {ago} years younger then.",
        side(k, -ago), side(m, -m * ago),
        {"gave-the-other-quantity": k * young, "answered-for-another-time": young - ago,
         "aged-one-person-only": Fraction(m * ago, m - k)},
        (Step(f"Multiply out: ${k}x - {ago} = {m}x - {m * ago}$.", "The factor multiplies both terms."),),
    )  # fmt: skip


HOLDS = {
    "times-one-day": lambda years, n: n[0] + years == n[2] * (n[1] + years),
    "sum-later": lambda young, n: sum(age + n[1] for age in (young, young + n[0])) == n[2],
    "times-before": lambda young, n: young > n[1] and n[0] * young - n[1] == n[2] * (young - n[1]),
}

TALES = (times_as_old_one_day, sum_later, times_now_and_before)
