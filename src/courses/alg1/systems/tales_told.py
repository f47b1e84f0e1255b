"""The stories: counts with a value each, two purchases, comparisons, a river, two plans."""

from collections.abc import Callable
from random import Random

from courses.alg1.systems.tales import Tale
from exercises import Reroll, Step, integer, many, money, people, pick, plural, poly, signed, term
from exercises.exact import Fraction

TOTALS = (
    ("tickets", ("a", "c"), ("adult ticket", "child ticket"), "For {scene} {n} tickets were sold. An adult ticket costs"
     " {p}, a child ticket {q}. Together the tickets brought in {t}.",
     ("a dance evening", "a puppet show", "a drum concert", "a football match"), (8, 15), (3, 7), "$", "were sold",
     ("the number of tickets", "the money")),
    ("wheels", ("b", "t"), ("bicycle", "tricycle"), "In {scene} stand {n} bicycles and tricycles. A bicycle has {p}"
     " wheels, a tricycle {q}. Together they have {t} wheels.",
     ("a repair shop", "a school yard", "a rental shop", "a garage"), (2, 2), (3, 3), "", "stand there",
     ("the number of vehicles", "the number of wheels")),
    ("coins", ("t", "q"), ("ten-cent coin", "twenty-cent coin"), "There are {n} coins in {scene}. Some are worth {p}"
     " cents, the others {q} cents. Together they are worth {t} cents.",
     ("a jar", "a wooden box", "a purse", "a piggy bank"), (10, 10), (20, 20), "", "are there",
     ("the number of coins", "the value in cents")),
    ("vans", ("m", "v"), ("minibus", "van"), "{scene} books {n} vehicles for a trip. A minibus takes {p} people, a van"
     " {q}. All seats are taken: {t} people travel.",
     ("A choir", "A school", "A hiking club", "A brass band"), (14, 18), (6, 9), "", "are booked",
     ("the number of vehicles", "the number of people")),
    ("quiz", ("h", "s"), ("hard question", "easy question"), "{scene} has {n} questions. A hard question brings {p}"
     " points, an easy one {q}. All together they bring {t} points.",
     ("A geography quiz", "A music quiz", "A science test", "A history quiz"), (5, 8), (2, 3), "", "are there",
     ("the number of questions", "the points")),
    ("jars", ("g", "k"), ("large jar", "small jar"), "{scene} fills {n} jars with honey. A large jar holds {p} grams, a"
     " small one {q} grams. Together they hold {t} grams.",
     ("A beekeeper", "A farm shop", "A family", "A school garden club"), (500, 500), (250, 250), "", "are there",
     ("the number of jars", "the weight in grams")),
)  # fmt: skip
GOODS = (
    ("m", "c", "mango", "coconut", "At a market", 6),
    ("p", "n", "pen", "notebook", "In a shop", 7),
    ("t", "s", "taco", "samosa", "At a food stall", 7),
    ("k", "b", "kite", "ball", "At a fair", 12),
    ("r", "d", "loaf of rye", "dumpling", "In a bakery", 6),
    ("a", "v", "plum tree", "vine", "At a nursery", 20),
)
"""Two letters, two things, a place, and the highest price there."""


def total(rng: Random) -> Tale:
    """So many things of two kinds, with a value each."""
    kind, (u, v), (one, two), text, scenes, ps, qs, unit, there, about = pick(rng, TOTALS)
    first, second = integer(rng, 3, 25), integer(rng, 3, 25)
    p, q = integer(rng, *ps), integer(rng, *qs)
    if kind == "vans":
        first, second = 2 + first % 5, 2 + second % 5
    if first == second:
        raise Reroll
    n, t = first + second, p * first + q * second
    say: Callable[[int], str] = money if unit else "{:,}".format
    low, high = (q, p) if p > q else (p, q)
    short, long = (v, u) if p > q else (u, v)
    few, lots = (second, first) if p > q else (first, second)
    plural_one, plural_two = ("buses" if one == "bus" else many(one) for one in (one, two))
    return Tale(
        f"total {kind}", (n, p, q, t),
        text.format(scene=pick(rng, scenes), n=n, p=say(p), q=say(q), t=say(t)),
        (u, v), (f"the number of {plural_one}", f"the number of {plural_two}"),
        (f"{u} + {v} = {n}", f"{poly(p, u, q, v)} = {t}"), about,
        ({"system-value-for-count": f"{u} + {v} = {t}", "reversed-change": f"{u} - {v} = {n}"},
         {"crossed-values": f"{poly(q, u, p, v)} = {t}", "system-count-for-value": f"{poly(p, u, q, v)} = {n}",
          "system-values-forgotten": f"{u} + {v} = {t}"}),
        (first, second), (f"How many {plural_one} {there}?", f"How many {plural_two} {there}?"),
        (plural_one if " " not in plural_one else "", plural_two if " " not in plural_two else ""),
        (Step(f"Solve the first equation for ${short}$: ${short} = {n} - {long}$.", "It has no number before it."),
         Step(f"Put it into the second: ${term(high, long)} {signed(low, f'({n} - {long})')} = {t}$.",
              f"Only ${long}$ is left."),
         Step(f"Multiply out and collect: ${term(high - low, long)} = {t} - {low * n} = {t - low * n}$, so"
              f" ${long} = {lots}$." if high - low > 1 else
              f"Multiply out and collect: ${long} = {t} - {low * n} = {lots}$.", "Like terms together."),
         Step(f"Then ${short} = {n} - {lots} = {few}$.", "Put it back into the first equation.")),
    )  # fmt: skip


def purchases(rng: Random) -> Tale:
    """Two bills for the same two goods."""
    u, v, one, two, where, most = pick(rng, GOODS)
    price, other = integer(rng, 2, most), integer(rng, 2, most)
    a, b, c, d = (integer(rng, 1, 6) for _ in range(4))
    if a * d == b * c or price == other or b == d or a == c or 1 in (a + b, c + d) or {b, d} & {1}:
        raise Reroll
    names = people(rng, 2)
    bills = a * price + b * other, c * price + d * other
    says = [
        f"{name} buys {plural(x, one) if 'loaf' not in one else loaves(x)} and {plural(y, two)} for {money(bill)}."
        for name, x, y, bill in zip(names, (a, c), (b, d), bills, strict=True)
    ]
    big, small = (0, 1) if a * d > c * b else (1, 0)
    lefts = (poly(a * d, u, b * d, v), poly(c * b, u, d * b, v))
    rights = bills[0] * d, bills[1] * b
    rest, money_left = abs(a * d - c * b), rights[big] - rights[small]
    back = f"{term(a, u).replace(u, '')}" if a > 1 else ""
    first = f"{back} \\cdot {price} {signed(b, v)} = {bills[0]}" if a > 1 else f"{price} {signed(b, v)} = {bills[0]}"
    gone = f", so ${u} = {price}$" if rest > 1 else ""
    return Tale(
        "purchases", (a, b, bills[0], c, d, bills[1]), f"{where}, {says[0]} {says[1]}",
        (u, v), (f"the price of one {one} in dollars", f"the price of one {two} in dollars"),
        (f"{poly(a, u, b, v)} = {bills[0]}", f"{poly(c, u, d, v)} = {bills[1]}"),
        (f"what {names[0]} buys", f"what {names[1]} buys"),
        ({"crossed-values": f"{poly(b, u, a, v)} = {bills[0]}", "system-other-bill": f"{poly(a, u, b, v)} = {bills[1]}",
          "system-values-forgotten": f"{u} + {v} = {bills[0]}"},
         {"crossed-values": f"{poly(d, u, c, v)} = {bills[1]}", "system-other-bill": f"{poly(c, u, d, v)} = {bills[0]}",
          "system-values-forgotten": f"{u} + {v} = {bills[1]}"}),
        (price, other), (f"How much does one {one} cost?", f"How much does one {two} cost?"), ("$", "$"),
        (Step(f"Multiply the first equation by ${d}$, the second by ${b}$: ${lefts[0]} = {rights[0]}$ and ${lefts[1]} ="
              f" {rights[1]}$.", f"Now ${v}$ has the same number before it."),
         Step(f"Subtract: ${term(rest, u)} = {money_left}${gone}.", f"The terms in ${v}$ drop out."),
         Step(f"In the first equation: ${first}$, so ${v} = {other}$.", "Put the known price in.")),
    )  # fmt: skip


def loaves(n: int) -> str:
    """Loaves of rye."""
    return "1 loaf of rye" if n == 1 else f"{n} loaves of rye"


def difference(rng: Random) -> Tale:
    """A sum and a difference."""
    small, more = integer(rng, 8, 45), integer(rng, 3, 25)
    u, v, unit, text, one, two, total_of, asks = pick(rng, (
        ("g", "r", "metres", "A green rope and a red rope are {n} metres long together. The green one is {d} metres"
         " longer than the red one.", "the length of the green rope in metres", "the length of the red rope in metres",
         "both ropes together", ("How long is the green rope?", "How long is the red rope?")),
        ("s", "w", "days", "Last year a town had {n} days with rain in summer and winter together. In the summer there"
         " were {d} more than in the winter.", "the number of rainy days in summer",
         "the number of rainy days in winter", "both seasons together",
         ("On how many days did it rain in summer?", "On how many days did it rain in winter?")),
        ("p", "q", "pages", "A novel and a book of poems have {n} pages together. The novel has {d} pages more than the"
         " book of poems.", "the number of pages of the novel", "the number of pages of the book of poems",
         "both books together", ("How many pages does the novel have?", "How many pages does the book of poems have?")),
        ("c", "d", "kilograms", "A camel and a goat share {n} kilograms of hay. The camel gets {d} kilograms more than"
         " the goat.", "the camel's hay in kilograms", "the goat's hay in kilograms", "all the hay",
         ("How much hay does the camel get?", "How much hay does the goat get?")),
    ))  # fmt: skip
    if unit == "pages":
        small, more = 3 * small + 60, 4 * more + 40
    n, big = small + small + more, small + more
    return Tale(
        f"difference {unit}", (n, more), text.format(n=n, d=more), (u, v), (one, two),
        (f"{u} + {v} = {n}", f"{u} = {v} + {more}"), (total_of, "how the two compare"),
        ({"reversed-change": f"{u} - {v} = {n}", "system-difference-for-sum": f"{u} + {v} = {more}"},
         {"reversed-comparison": f"{v} = {u} + {more}", "wrote-more-as-times": f"{u} = {more}{v}"}),
        (big, small), asks, (unit, unit),
        (Step(f"Put ${v} + {more}$ in place of ${u}$ in the first equation: $({v} + {more}) + {v} = {n}$.",
              f"The second equation says what ${u}$ is."),
         Step(f"Collect: $2{v} = {n} - {more} = {n - more}$, so ${v} = {small}$.", "Like terms together, then halve."),
         Step(f"Then ${u} = {small} + {more} = {big}$.", "Put it back into the second equation.")),
    )  # fmt: skip


def times(rng: Random) -> Tale:
    """A sum, and how many times as much."""
    first, second = people(rng, 2)
    small, k = integer(rng, 6, 24), integer(rng, 2, 5)
    do, did, what, unit = pick(rng, (
        ("collect", "collected", "bottles for recycling", "bottles"),
        ("pick", "picked", "baskets of olives", "baskets"),
        ("fold", "folded", "paper cranes", "cranes"), ("plant", "planted", "tree seedlings", "seedlings"),
        ("sell", "sold", "raffle tickets", "tickets"), ("bake", "baked", "flat breads", "breads"),
    ))  # fmt: skip
    u, v = pick(rng, (("a", "b"), ("m", "n"), ("p", "q"), ("s", "t")))
    n, word = small * (k + 1), "twice" if k == 2 else f"{k} times"
    says = f"{first} {did} {k} times as many as {second}"
    big = k * small
    return Tale(
        f"times {unit}", (n, k), f"{first} and {second} {did} {n} {what} together. {says}.", (u, v),
        (f"the number of {unit} that {first} {did}", f"the number of {unit} that {second} {did}"),
        (f"{u} + {v} = {n}", f"{u} = {k}{v}"), ("both together", "how the two compare"),
        ({"reversed-change": f"{u} - {v} = {n}", "system-factor-in-sum": f"{k}{u} + {v} = {n}"},
         {"reversed-comparison": f"{v} = {k}{u}", "wrote-times-as-more": f"{u} = {v} + {k}"}),
        (big, small), (f"How many {unit} did {first} {do}?", f"How many {unit} did {second} {do}?"), (unit, unit),
        (Step(f"Put ${k}{v}$ in place of ${u}$ in the first equation: ${k}{v} + {v} = {n}$.",
              f"The second equation says what ${u}$ is: {word} ${v}$."),
         Step(f"Collect: ${k + 1}{v} = {n}$, so ${v} = {small}$.", f"Divide both sides by ${k + 1}$."),
         Step(f"Then ${u} = {k} \\cdot {small} = {big}$.", "Put it back into the second equation.")),
    )  # fmt: skip


def rectangle(rng: Random) -> Tale:
    """Perimeter, and how much longer than wide."""
    width, more = integer(rng, 5, 40), integer(rng, 2, 20)
    thing = pick(rng, ("playground", "rice field", "courtyard", "garden", "swimming pool", "market square"))
    length, n = width + more, 4 * width + 2 * more
    return Tale(
        "rectangle", (n, more),
        f"A rectangular {thing} has a perimeter of {n} metres. It is {more} metres longer than it is wide.",
        ("k", "w"), ("the length in metres", "the width in metres"),
        (f"2k + 2w = {n}", f"k = w + {more}"), ("the perimeter", "how the two compare"),
        ({"took-half-the-perimeter": f"k + w = {n}", "system-area-for-perimeter": f"kw = {n}"},
         {"reversed-comparison": f"w = k + {more}", "wrote-more-as-times": f"k = {more}w"}),
        (length, width), (f"How long is the {thing}?", f"How wide is the {thing}?"), ("metres", "metres"),
        (Step(f"Put $w + {more}$ in place of $k$ in the first equation: $2(w + {more}) + 2w = {n}$.",
              "The second equation says what $k$ is."),
         Step(f"Multiply out and collect: $4w = {n} - {2 * more} = {n - 2 * more}$, so $w = {width}$.",
              "The 2 multiplies both terms in the bracket."),
         Step(f"Then $k = {width} + {more} = {length}$.", "Put it back into the second equation.")),
    )  # fmt: skip


def river(rng: Random) -> Tale:
    """With the current, and against it."""
    boat, flow = integer(rng, 8, 24), integer(rng, 2, 6)
    there, back = integer(rng, 2, 4), integer(rng, 2, 6)
    what, stream, push = pick(rng, (("boat", "river", "with the current"), ("barge", "river", "with the current"),
                                    ("ferry", "river", "with the current")))  # fmt: skip
    with_it, against = boat + flow, boat - flow
    down, up = with_it * there, against * back
    if there == back or against < 4:
        raise Reroll
    return Tale(
        "river", (down, there, up, back),
        f"On a {stream} a {what} goes {down} kilometres {push} in {there} hours. Against the current it goes"
        f" {up} kilometres in {back} hours.",
        ("b", "c"), (f"the speed of the {what} in still water in km/h", "the speed of the current in km/h"),
        (f"{there}(b + c) = {down}", f"{back}(b - c) = {up}"),
        ("the trip with the current", "the trip against the current"),
        ({"river-sign-of-current": f"{there}(b - c) = {down}", "system-other-bill": f"{back}(b + c) = {down}",
          "system-values-forgotten": f"b + c = {down}"},
         {"river-sign-of-current": f"{back}(b + c) = {up}", "system-other-bill": f"{there}(b - c) = {up}",
          "system-values-forgotten": f"b - c = {up}"}),
        (boat, flow), (f"How fast is the {what} in still water?", "How fast is the current?"), ("km/h", "km/h"),
        (Step(f"Divide each equation by its hours: $b + c = {with_it}$ and $b - c = {against}$.",
              "These are the speeds with and against the current."),
         Step(f"Add the two: $2b = {2 * boat}$, so $b = {boat}$.", "The terms in $c$ drop out."),
         Step(f"Then $c = {with_it} - {boat} = {flow}$.", "Put it back into the first equation.")),
    )  # fmt: skip


def plans(rng: Random) -> Tale:
    """Two prices that meet."""
    name, other, x, count, thing = pick(rng, (
        ("Gym Baobab", "Gym Cedar", "v", "visits", "visit"), ("Studio Lotus", "Studio Maple", "h", "hours", "hour"),
        ("Boat hire Heron", "Boat hire Ibis", "h", "hours", "hour"),
        ("Van hire Kite", "Van hire Lark", "h", "hours", "hour"),
    ))  # fmt: skip
    n, low, gap, start = integer(rng, 3, 15), integer(rng, 2, 9), integer(rng, 1, 6), integer(rng, 2, 15)
    high = low + gap
    begin = start + gap * n
    price = begin + low * n
    return Tale(
        "plans", (begin, low, start, high),
        f"{name} asks {money(begin)} once and {money(low)} for each {thing}. {other} asks {money(start)} once and"
        f" {money(high)} for each {thing}. At some number of {count} both ask the same price.",
        (x, "p"), (f"the number of {count}", "the price in dollars"),
        (f"p = {low}{x} + {begin}", f"p = {high}{x} + {start}"), (f"the price of {name}", f"the price of {other}"),
        ({"swapped-fixed-and-rate": f"p = {begin}{x} + {low}", "crossed-the-two-plans": f"p = {low}{x} + {start}",
          "joined-fixed-and-rate": f"p = {low + begin}{x}"},
         {"swapped-fixed-and-rate": f"p = {start}{x} + {high}", "crossed-the-two-plans": f"p = {high}{x} + {begin}",
          "joined-fixed-and-rate": f"p = {high + start}{x}"}),
        (n, price), (f"For how many {count} do both ask the same price?", "What is this price?"), (count, "$"),
        (Step(f"Both prices are the same: ${low}{x} + {begin} = {high}{x} + {start}$.", "Both right sides are $p$."),
         Step(f"Letters to the right, numbers to the left: ${begin - start} = {term(gap, x)}$, so ${x} = {n}$."
              if gap > 1 else f"Letters to the right, numbers to the left: ${begin - start} = {x}$.",
              "The same is done to both sides."),
         Step(f"Then $p = {low} \\cdot {n} + {begin} = {price}$.", "Put it into either equation.")),
        ({"undid-with-same-sign": Fraction(begin + start, gap),
          "system-rates-added": Fraction(begin - start, low + high)},
         {"system-fixed-price-forgotten": low * n, "system-one-step-early": price - low}),
    )  # fmt: skip


TALES: tuple[Callable[[Random], Tale], ...] = (
    total, total, total, purchases, purchases, difference, times, rectangle, river, plans,
)  # fmt: skip
