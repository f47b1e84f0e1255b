"""Stories about distance, speed and time."""

from random import Random

from courses.alg1.equations.balance import side
from courses.alg1.equations.tale import Tale, whole
from exercises import Reroll, Step, integer, people, person, pick, pick_distinct, poly
from exercises.exact import Fraction

PAIRS = ((4, 12), (5, 20), (6, 12), (10, 15), (12, 20), (6, 18), (8, 12), (20, 30), (15, 30), (8, 24), (12, 24),
         (14, 35), (40, 60), (60, 90), (48, 80), (36, 45), (45, 90), (50, 75))  # fmt: skip
"""Speeds whose times add up to whole hours for many distances."""

WAY = "Distance is speed times time."


def apart(rng: Random) -> Tale:
    """Two leave in opposite directions; after how many hours are they so far apart?"""
    hours, (u, v) = integer(rng, 2, 6), speeds(rng)
    a, b = people(rng, 2)
    text = pick(rng, (
        f"{a} and {b} leave the same village at the same time in opposite directions. {a} cycles at {u} km/h and {b} "
        f"at {v} km/h. "
        f"After how many hours are they {(u + v) * hours} km apart?",
        f"Two boats leave a harbour at noon, one due north at {u} km/h, the other due south at {v} km/h. "
        f"How many hours later are they {(u + v) * hours} km apart?",
    ))  # fmt: skip
    return _sum_of_ways("apart", u, v, hours, text)


def towards(rng: Random) -> Tale:
    """Two set out towards each other; after how many hours do they meet?"""
    hours, (u, v) = integer(rng, 2, 6), speeds(rng)
    a, b = people(rng, 2)
    text = pick(rng, (
        f"{a} rides a bicycle at {u} km/h from one town to another, {b} rides at {v} km/h the other way on the same "
        f"road. "
        f"They start at the same time, {(u + v) * hours} km apart. After how many hours do they meet?",
        f"Two barges travel towards each other on a canal, one at {u} km/h and one at {v} km/h. "
        f"At first they are {(u + v) * hours} km apart. How many hours pass until they meet?",
    ))  # fmt: skip
    return _sum_of_ways("towards", u, v, hours, text)


def _sum_of_ways(name: str, u: int, v: int, hours: int, text: str) -> Tale:
    total = (u + v) * hours
    return Tale(
        name, (u, v, total), text, "the number of hours", "hour",
        "How far does each of them get in $x$ hours? The two distances make up the whole distance.",
        f"{u}x + {v}x = {total}", WAY,
        side(u + v, 0), side(0, total),
        {"subtracted-speeds-opposite": Fraction(total, abs(u - v)), "used-one-speed-only": Fraction(total, u),
         "averaged-for-together": Fraction(2 * total, u + v)},
        (Step(f"Collect like terms: ${u + v}x = {total}$.", "Together they cover this distance each hour."),),
    )  # fmt: skip


def catching_up(rng: Random) -> Tale:
    """One starts later and faster; how many hours until it catches up?"""
    slow, ahead, hours = integer(rng, 4, 60), integer(rng, 1, 4), integer(rng, 2, 8)
    fast = slow + whole(Fraction(slow * ahead, hours))
    if fast > 3 * slow or fast > 110:
        raise Reroll
    a, b = people(rng, 2)
    late = "1 hour" if ahead == 1 else f"{ahead} hours"
    text = (
        f"{a} leaves camp and travels at {slow} km/h. {b} follows the same road {late} later at {fast} km/h. "
        f"How many hours does {b} travel before catching up with {a}?"
        if slow <= 25 else
        f"A goods train passes a station at {slow} km/h. An express passes it {late} later on the next track, at "
        f"{fast} km/h. "
        "For how many hours does the express travel from there until it draws level?"
    )  # fmt: skip
    return Tale(
        "catching-up", (slow, ahead, fast), text, "the number of hours that the second one travels", "hour",
        f"The first one travels $x + {ahead}$ hours. What do you know about the two distances at that moment?",
        f"{fast}x = {slow}(x + {ahead})", "At that moment both are equally far from the start.",
        side(fast, 0), side(slow, slow * ahead),
        {"gave-the-other-quantity": hours + ahead, "added-speeds-same-direction": Fraction(slow * ahead, slow + fast),
         "multiplied-first-term-only": Fraction(ahead, fast - slow)},
        (Step(f"Multiply out: ${fast}x = {slow}x + {slow * ahead}$.", f"{slow * ahead} km is the head start."),),
    )  # fmt: skip


def there_and_back(rng: Random) -> Tale:
    """Out at one speed and back at another in a given time; how far is it?"""
    u, v = pick(rng, PAIRS)
    hours = integer(rng, 2, 12 if v > 20 else 6)
    way = whole(Fraction(hours * u * v, u + v))
    name = person(rng)
    says = (
        f"{name} rides to the market at {u} km/h and comes back on the same road at {v} km/h. Both ways together take"
    )
    if v > 20:
        says = f"A ferry goes up the river at {u} km/h and returns at {v} km/h. Without the stop the whole trip takes"
    if v > 35:
        says = f"{name} drives to the coast at {u} km/h and back on the same road at {v} km/h. Both ways together take"
    text = f"{says} {hours} hours. How many kilometres is it one way?"
    left = Fraction(1, u) + Fraction(1, v)
    common = (left).denominator
    return Tale(
        "there-and-back", (u, v, hours), text, "the distance one way, in kilometres", "km",
        "Time is distance divided by speed. How long does each way take?",
        rf"\frac{{x}}{{{u}}} + \frac{{x}}{{{v}}} = {hours}", "The two times make up the whole time.",
        side(left * common, 0), side(0, hours * common),
        {"averaged-the-speeds": Fraction(hours * (u + v), 4), "gave-the-other-quantity": 2 * way,
         "added-denominators": Fraction(hours * (u + v), 2)},
        (Step(rf"Add the fractions: $\frac{{{left.numerator}}}{{{common}}}x = {hours}$." if left.numerator > 1
              else rf"Add the fractions: $\frac{{x}}{{{common}}} = {hours}$.", "Use a common denominator."),
         Step(f"Multiply both sides by ${common}$: ${'' if left.numerator == 1 else left.numerator}x = "
         f"{hours * common}$.", "This clears the fraction.")),
    )  # fmt: skip


def two_ways_to_travel(rng: Random) -> Tale:
    """Part of the time at one speed, the rest at another; how long at the first?"""
    slow, fast = sorted(pick_distinct(rng, (4, 5, 6, 12, 15, 18, 20, 40, 50, 60), 2))
    total, first = integer(rng, 3, 10), integer(rng, 1, 9)
    if first >= total or not 2 * slow <= fast <= 6 * slow:
        raise Reroll
    way = slow * first + fast * (total - first)
    name = person(rng)
    text = pick(rng, (
        f"{name} covers {way} km in {total} hours, first on rough tracks at {slow} km/h and then on good roads at "
        f"{fast} km/h. "
        "How many hours are spent on rough tracks?",
        f"A trip of {way} km takes {name} {total} hours. At first the speed is {slow} km/h, later it is {fast} km/h. "
        "How many hours does the slower part take?",
    ))  # fmt: skip
    return Tale(
        "two-ways", (way, total, slow, fast), text, "the number of hours of the slower part", "hour",
        f"The faster part takes ${total} - x$ hours. How long are the two parts in kilometres?",
        f"{slow}x + {fast}({total} - x) = {way}", WAY,
        side(slow - fast, fast * total), side(0, way),
        {"gave-the-other-quantity": total - first, "used-one-speed-only": Fraction(way, fast),
         "averaged-the-speeds": Fraction(2 * way, slow + fast)},
        (Step(f"Multiply out: ${slow}x + {fast * total} - {fast}x = {way}$.", "The factor multiplies both terms."),
         Step(f"Collect like terms: ${poly(slow - fast, 'x', fast * total)} = {way}$.", f"${slow} - {fast} = "
         f"{slow - fast}$.")),
    )  # fmt: skip


def faster_on_the_same_way(rng: Random) -> Tale:
    """The same way in less time at a higher speed; how fast is the slower one?"""
    slow, short, extra_time = integer(rng, 30, 90), integer(rng, 2, 6), integer(rng, 1, 4)
    long = short + extra_time
    more = whole(Fraction(slow * extra_time, short))
    if more > slow or more < 3:
        raise Reroll
    text = pick(rng, (
        f"A bus needs {long} hours for a road that a car covers in {short} hours. The car is {more} km/h faster. How "
        f"fast is the bus?",
        f"Against the wind an airship takes {long} hours for its route; with the wind it is {more} km/h faster and "
        f"takes {short} hours. "
        "How fast is it against the wind?",
    ))  # fmt: skip
    order = (long, short, more) if text.startswith("A bus") else (long, more, short)
    return Tale(
        "same-way", tuple(sorted(order)), text, "the slower speed, in km/h", "km/h",
        "Write the faster speed with $x$. What is the same for both trips?",
        f"{long}x = {short}(x + {more})", "Both trips cover the same distance.",
        side(long, 0), side(short, short * more),
        {"gave-the-other-quantity": slow + more, "multiplied-first-term-only": Fraction(more, extra_time)},
        (Step(f"Multiply out: ${long}x = {short}x + {short * more}$.", "The factor multiplies both terms."),),
    )  # fmt: skip


def speeds(rng: Random) -> tuple[int, int]:
    """Two different speeds of cyclists or small boats."""
    u, v = pick_distinct(rng, range(9, 25), 2)
    return u, v


def _same_way(speed: int, n: list[int]) -> bool:
    long, low, high = n[0], *sorted(n[1:])
    return any(long * speed == short * (speed + more) for short, more in ((low, high), (high, low)) if short < long)


HOLDS = {
    "apart": lambda hours, n: sum(speed * hours for speed in n[:2]) == n[2],
    "towards": lambda hours, n: n[2] - n[0] * hours == n[1] * hours,
    "catching-up": lambda hours, n: n[2] * hours - n[0] * hours == n[0] * n[1],
    "there-and-back": lambda way, n: Fraction(way, n[0]) + Fraction(way, n[1]) == n[2],
    "two-ways": lambda hours, n: hours < n[1] and hours * n[2] + (n[1] - hours) * n[3] == n[0],
    "same-way": _same_way,
}

TALES = (apart, towards, catching_up, there_and_back, two_ways_to_travel, faster_on_the_same_way)
