"""Situations that one linear equation describes."""

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

from exercises import Reroll, integer, people, person, pick, pick_distinct


@dataclass(frozen=True, slots=True)
class Situation:
    """A text, what the letter stands for, the equation, and what other equations would have said.

    `text` holds `numbers` in this order; `value` is the letter's true value, `parts` say what each side holds.
    """

    name: str
    numbers: tuple[int, ...]
    text: str
    letter: str
    stands_for: str
    value: int
    equation: str
    think: str
    parts: tuple[str, str]
    wrong: Mapping[str, str]


def fixed_and_rate(rng: Random) -> Situation:
    """A fixed amount, then the same again and again, up to a total."""
    fixed, rate, n = integer(rng, 3, 60), integer(rng, 2, 25), integer(rng, 3, 20)
    if fixed == rate:
        raise Reroll
    total, name = fixed + rate * n, person(rng)
    text, letter, stands = pick(rng, (
        (f"Hiring a canoe costs {fixed} dollars and {rate} dollars for each hour. {name} pays {total} dollars.", "h",
        "the number of hours"),
        (f"A phone plan costs {fixed} euros once and {rate} euros a month. So far {name} has paid {total} euros.", "m",
        "the number of months"),
        (f"{name} has {fixed} stamps and gets {rate} new ones every week. Now there are {total} stamps.", "w",
        "the number of weeks"),
        (f"A rickshaw ride costs {fixed} rupees and {rate} rupees for each kilometre. {name} pays {total} rupees.",
        "d", "the number of kilometres"),
    ))  # fmt: skip
    return Situation(
        "fixed-rate", (fixed, rate, total), text, letter, stands, n, f"{fixed} + {rate}{letter} = {total}",
        "Which amount comes once, and which comes again and again?",
        (f"What comes once is ${fixed}$, and ${rate}$ comes ${letter}$ times: ${fixed} + {rate}{letter}$.",
        f"Together that is ${total}$."),
        {"swapped-fixed-and-rate": f"{rate} + {fixed}{letter} = {total}",
        "joined-fixed-and-rate": f"{fixed + rate}{letter} = {total}",
         "reversed-change": f"{rate}{letter} - {fixed} = {total}"},
    )  # fmt: skip


def shrinking(rng: Random) -> Situation:
    """A start from which the same is taken again and again, down to what is left."""
    rate, n, rest = integer(rng, 2, 15), integer(rng, 3, 16), integer(rng, 2, 60)
    start, name = rate * n + rest, person(rng)
    text, letter, stands = pick(rng, (
        (f"A water tank holds {start} litres. Every hour {rate} litres are used, and now {rest} litres are left.", "h",
        "the number of hours"),
        (f"{name} has a book of {start} pages and reads {rate} pages a day. There are {rest} pages left.", "d",
        "the number of days"),
        (f"A bus card holds {start} pesos. Each ride costs {rate} pesos, and {name} has {rest} pesos left.", "r",
        "the number of rides"),
        (f"A rope is {start} metres long. {name} cuts off pieces of {rate} metres each, and {rest} metres are left.",
        "p", "the number of pieces"),
    ))  # fmt: skip
    return Situation(
        "shrinking", (start, rate, rest), text, letter, stands, n, f"{start} - {rate}{letter} = {rest}",
        "How much is there at first, and what happens to it each time?",
        (f"From ${start}$ the amount ${rate}$ is taken ${letter}$ times: ${start} - {rate}{letter}$.",
        f"What is left is ${rest}$."),
        {"reversed-subtraction": f"{rate}{letter} - {start} = {rest}",
        "joined-fixed-and-rate": f"{start - rate}{letter} = {rest}",
         "swapped-fixed-and-rate": f"{rate} - {start}{letter} = {rest}"},
    )  # fmt: skip


def two_plans(rng: Random) -> Situation:
    """Two offers, each with a fixed part and a rate, that come to the same."""
    low, high = sorted(pick_distinct(rng, range(2, 16), 2))
    n, base = integer(rng, 2, 20), integer(rng, 2, 40)
    more = base + (high - low) * n
    a, b = people(rng, 2)
    text, letter, stands = pick(rng, (
        (f"One gym asks {more} dollars once and {low} dollars a visit, another {base} dollars once and {high} dollars "
        f"a visit. "
         "For some number of visits both cost the same.", "v", "that number of visits"),
        (f"{a} has {more} shells and finds {low} more each day. {b} has {base} shells and finds {high} more each day. "
         "One day both have equally many.", "d", "the number of days until then"),
        (f"A fir is {more} cm tall and grows {low} cm a year. A pine is {base} cm tall and grows {high} cm a year. "
         "After some years they are equally tall.", "t", "the number of years until then"),
    ))  # fmt: skip
    return Situation(
        "two-plans", (more, low, base, high), text, letter, stands, n, f"{more} + {low}{letter} = {base} + "
        f"{high}{letter}",
        "Write one expression for each of the two. What do you know about them?",
        (f"The first is ${more} + {low}{letter}$ and the second ${base} + {high}{letter}$.", "Both are equal."),
        {"crossed-the-two-plans": f"{more} + {high}{letter} = {base} + {low}{letter}",
         "swapped-fixed-and-rate": f"{low} + {more}{letter} = {high} + {base}{letter}",
         "joined-fixed-and-rate": f"{more + low}{letter} = {base + high}"},
    )  # fmt: skip


def rising_and_falling(rng: Random) -> Situation:
    """One amount grows, another shrinks, until they are equal."""
    up, down, n, low = integer(rng, 2, 9), integer(rng, 2, 9), integer(rng, 3, 15), integer(rng, 2, 40)
    high = low + (up + down) * n
    a, b = people(rng, 2)
    text, letter, stands = pick(rng, (
        (f"Tank A holds {low} litres and gains {up} litres a minute. Tank B holds {high} litres and loses {down} "
        f"litres a minute. "
         "At one moment both hold the same.", "t", "the number of minutes until then"),
        (f"{a} has saved {low} dollars and adds {up} dollars a week. {b} has {high} dollars and spends {down} dollars "
        f"a week. "
         "After some weeks both have the same.", "w", "the number of weeks until then"),
        (f"One drone is {low} metres up and rises {up} metres a second. Another is {high} metres up and sinks {down} "
        f"metres a second. "
         "At one moment they are level.", "s", "the number of seconds until then"),
    ))  # fmt: skip
    return Situation(
        "rising-falling", (low, up, high, down), text, letter, stands, n, f"{low} + {up}{letter} = {high} - "
        f"{down}{letter}",
        "One of the two grows and the other shrinks. Write an expression for each.",
        (f"The first is ${low} + {up}{letter}$ and the second ${high} - {down}{letter}$.", "Both are equal."),
        {"reversed-change": f"{low} + {up}{letter} = {high} + {down}{letter}",
         "crossed-the-two-plans": f"{low} - {down}{letter} = {high} + {up}{letter}",
         "swapped-fixed-and-rate": f"{up} + {low}{letter} = {down} - {high}{letter}"},
    )  # fmt: skip


def rectangle(rng: Random) -> Situation:
    """A length told by the width, and the perimeter."""
    k, more, w = integer(rng, 2, 4), integer(rng, 2, 9), integer(rng, 2, 25)
    round_it = 2 * w + 2 * (k * w + more)
    what, unit = pick(rng, ("vegetable bed", "rice field", "school yard", "market square")), "metres"
    text = f"The length of a {what} is {more} {unit} more than {k} times its width. The perimeter is {round_it} {unit}."
    return Situation(
        "rectangle", (more, k, round_it), text, "w", f"the width in {unit}", w, f"2w + 2({k}w + {more}) = {round_it}",
        "Write the length with $w$ first. How many of each side make up the perimeter?",
        (f"The length is ${k}w + {more}$. Two widths and two lengths are $2w + 2({k}w + {more})$.",
        f"The perimeter is ${round_it}$."),
        {"took-half-the-perimeter": f"w + {k}w + {more} = {round_it}",
        "multiplied-first-term-only": f"2w + {2 * k}w + {more} = {round_it}",
         "wrote-more-as-times": f"2w + 2(w + {k} + {more}) = {round_it}"},
    )  # fmt: skip


def following_numbers(rng: Random) -> Situation:
    """Three whole numbers that follow each other, and their sum."""
    first = integer(rng, 2, 120)
    step, kind = pick(rng, ((1, "whole"), (1, "page"), (2, "even"), (2, "odd")))
    if kind in ("even", "odd"):
        first = 2 * first + (kind == "odd")
    total = 3 * first + 3 * step
    text = f"The sum of three consecutive {kind} numbers is {total}."
    return Situation(
        f"consecutive-{kind}", (total,), text, "n", "the smallest of the three numbers", first,
        f"n + (n + {step}) + (n + {2 * step}) = {total}",
        f"By how much is the next {kind} number larger than $n$?",
        (f"The three numbers are $n$, $n + {step}$ and $n + {2 * step}$.", f"Their sum is ${total}$."),
        {"wrote-consecutive-as-multiples": f"n + 2n + 3n = {total}", "left-out-a-part": f"n + (n + {step}) = {total}",
         "wrong-step-between-numbers": f"n + (n + {3 - step}) + (n + {6 - 2 * step}) = {total}"},
    )  # fmt: skip


def shares(rng: Random) -> Situation:
    """A total in three parts, two of them told by the third."""
    k, more, y = integer(rng, 2, 5), integer(rng, 2, 15), integer(rng, 3, 30)
    total = (k + 2) * y + more
    a, b, c = people(rng, 3)
    text, stands = pick(rng, (
        (f"{a}, {b} and {c} pick {total} kg of olives. {b} picks {k} times as much as {a}, and {c} picks {more} kg "
        f"more than {a}.",
         f"the number of kilograms that {a} picks"),
        (f"{a}, {b} and {c} score {total} points together. {b} scores {k} times as many as {a}, and {c} scores {more} "
        f"more than {a}.",
         f"the number of points that {a} scores"),
        (f"{a}, {b} and {c} share {total} dollars. {b} gets {k} times as much as {a}, and {c} gets {more} dollars "
        f"more than {a}.",
         f"the number of dollars that {a} gets"),
    ))  # fmt: skip
    return Situation(
        "shares", (total, k, more), text, "x", stands, y, f"x + {k}x + (x + {more}) = {total}",
        f"Write each of the three parts with $x$, where $x$ belongs to {a}.",
        (f"The three parts are $x$, ${k}x$ and $x + {more}$.", f"Together they make ${total}$."),
        {"left-out-a-part": f"x + {k}x + {more} = {total}", "wrote-more-as-times": f"x + (x + {k}) + (x + {more}) = "
        f"{total}",
         "multiplied-too-much": f"x + {k}x + {k}(x + {more}) = {total}"},
    )  # fmt: skip


def number_puzzle(rng: Random) -> Situation:
    """Two descriptions of the same result."""
    n, a, k, m = integer(rng, 2, 20), integer(rng, 1, 20), integer(rng, 3, 9), integer(rng, 2, 8)
    left = k * n + a
    if k == m or left % m or not 1 <= left // m - n <= 30:
        raise Reroll
    b, name = left // m - n, person(rng)
    text = pick(rng, (
        f"{a} more than {k} times a number is the same as {m} times the sum of the number and {b}.",
        f"{name} thinks of a number, multiplies it and adds something: {a} more than {k} times the number comes out. "
        f"To get the same result, {name} could take {m} times the sum of the number and {b}.",
    ))  # fmt: skip
    return Situation(
        "puzzle", (a, k, m, b), text, "n", "the number", n, f"{k}n + {a} = {m}(n + {b})",
        "Translate one phrase at a time. What does the word sum gather?",
        (f"{a} more than {k} times the number is ${k}n + {a}$; {m} times the sum is ${m}(n + {b})$.",
        "Both are the same."),
        {"multiplied-first-term-only": f"{k}n + {a} = {m}n + {b}", "multiplied-too-much": f"{k}(n + {a}) = {m}(n + "
        f"{b})",
         "wrote-more-as-times": f"{k * a}n = {m}(n + {b})"},
    )  # fmt: skip


def group_discount(rng: Random) -> Situation:
    """The same bundle for each of a group, with something off the total."""
    k, extra, off, price = integer(rng, 3, 12), integer(rng, 2, 9), integer(rng, 2, 20), integer(rng, 4, 40)
    total = k * (price + extra) - off
    what, also, money = pick(rng, (("concert ticket", "drink", "dollars"), ("bowl of noodles", "cup of tea", "yuan"),
                                   ("museum ticket", "map", "euros"), ("train ticket", "seat", "dirhams")))  # fmt: skip
    text = (f"Each of {k} friends buys a {what} and a {also} that costs {extra} {money}. "
            f"A voucher takes {off} {money} off the bill, so that they pay {total} {money} altogether.")  # fmt: skip
    return Situation(
        "group", (k, extra, off, total), text, "p", f"the price of one {what} in {money}", price, f"{k}(p + {extra}) "
        f"- {off} = {total}",
        "What does each friend buy? How many times does that come, and what happens to the bill after that?",
        (f"Each friend spends $p + {extra}$, so the bill is ${k}(p + {extra})$. The voucher makes it ${k}(p + "
        f"{extra}) - {off}$.",
         f"They pay ${total}$."),
        {"multiplied-first-term-only": f"{k}p + {extra} - {off} = {total}", "multiplied-too-much": f"{k}(p + {extra} "
        f"- {off}) = {total}",
         "reversed-change": f"{k}(p + {extra}) + {off} = {total}"},
    )  # fmt: skip


def ages(rng: Random) -> Situation:
    """An age difference, and a comparison some years later."""
    n, later, k = integer(rng, 1, 15), integer(rng, 2, 12), integer(rng, 2, 4)
    gap = (k - 1) * (n + later)
    if gap > 45:
        raise Reroll
    a, b = people(rng, 2)
    text = f"{a} is {gap} years older than {b}. In {later} years {a} will be {k} times as old as {b} will be then."
    return Situation(
        "ages", (gap, later, k), text, "x", f"the age of {b} now, in years", n, f"x + {gap} + {later} = {k}(x + "
        f"{later})",
        f"Write both ages now with $x$. How old will the two of them be in {later} years?",
        (f"In {later} years {a} will be $x + {gap} + {later}$ and {b} $x + {later}$ years old.", f"The first is {k} "
        f"times the second."),
        {"aged-one-person-only": f"x + {gap} = {k}(x + {later})", "multiplied-first-term-only": f"x + {gap} + {later} "
        f"= {k}x + {later}",
         "reversed-comparison": f"{k}(x + {gap} + {later}) = x + {later}"},
    )  # fmt: skip


MAKERS = (fixed_and_rate, shrinking, two_plans, rising_and_falling, rectangle, following_numbers, shares,
          number_puzzle, group_discount, ages)  # fmt: skip


HOLDS = {
    "fixed-rate": lambda v, n: n[0] + sum([n[1]] * v) == n[2],
    "shrinking": lambda v, n: n[0] - sum([n[1]] * v) == n[2],
    "two-plans": lambda v, n: n[0] + sum([n[1]] * v) == n[2] + sum([n[3]] * v),
    "rising-falling": lambda v, n: n[0] + sum([n[1]] * v) == n[2] - sum([n[3]] * v),
    "rectangle": lambda v, n: sum((v, n[1] * v + n[0], v, n[1] * v + n[0])) == n[2],
    "consecutive-whole": lambda v, n: sum(range(v, v + 3)) == n[0],
    "consecutive-page": lambda v, n: sum(range(v, v + 3)) == n[0],
    "consecutive-even": lambda v, n: v % 2 == 0 and sum(range(v, v + 6, 2)) == n[0],
    "consecutive-odd": lambda v, n: v % 2 == 1 and sum(range(v, v + 6, 2)) == n[0],
    "shares": lambda v, n: n[0] - v - n[1] * v == v + n[2],
    "puzzle": lambda v, n: n[0] + n[1] * v == n[2] * (v + n[3]),
    "group": lambda v, n: sum([v + n[1]] * n[0]) - n[2] == n[3],
    "ages": lambda v, n: v + n[0] + n[1] == n[2] * (v + n[1]),
}
"""By name: whether a value fits the text with these numbers, counted without the equation."""
