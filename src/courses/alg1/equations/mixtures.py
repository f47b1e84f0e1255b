"""Stories about mixtures: two prices, two strengths, two kinds of thing."""

from random import Random

from courses.alg1.equations.balance import side
from courses.alg1.equations.tale import Tale, whole
from exercises import Reroll, Step, a_an, integer, person, pick, pick_distinct, poly
from exercises.exact import Fraction

SPREAD = "The factor multiplies both terms."


def tickets(rng: Random) -> Tale:
    """Two prices, a number of things and a total; how many of the dearer kind?"""
    cheap, dear = sorted(pick_distinct(rng, range(3, 16), 2))
    total, many_dear = integer(rng, 20, 150), integer(rng, 6, 120)
    if many_dear >= total or 2 * many_dear == total or dear - cheap < 2:
        raise Reroll
    taken = dear * many_dear + cheap * (total - many_dear)
    text, unit, one, other = pick(rng, (
        (f"A school concert sells {total} tickets for {taken} dollars. Adults pay {dear} dollars and children {cheap} "
        f"dollars. "
         "How many adult tickets are sold?", "ticket", "adult tickets", "child tickets"),
        (f"A street cook sells {total} dishes and takes {taken} dirhams. A large dish costs {dear} dirhams, a small "
        f"one {cheap} dirhams. "
         "How many large dishes are sold?", "dish", "large dishes", "small dishes"),
        (f"A library mends {total} books for {taken} pesos: {dear} pesos for each thick book and {cheap} pesos for "
        f"each thin one. "
         "How many thick books are mended?", "book", "thick books", "thin books"),
    ))  # fmt: skip
    return Tale(
        "tickets", (total, taken, dear, cheap), text, f"the number of {one}", unit,
        f"Then there are ${total} - x$ {other}. What does each kind come to?",
        f"{dear}x + {cheap}({total} - x) = {taken}", "Number times price, added up, is the whole amount.",
        side(dear - cheap, cheap * total), side(0, taken),
        {"gave-the-other-quantity": total - many_dear, "divided-total-by-one-price": Fraction(taken, dear),
         "multiplied-first-term-only": Fraction(taken - total, dear - 1)},
        (Step(f"Multiply out: ${dear}x + {cheap * total} - {cheap}x = {taken}$.", SPREAD),
         Step(f"Collect like terms: ${poly(dear - cheap, 'x', cheap * total)} = {taken}$.", f"${dear} - {cheap} = "
         f"{dear - cheap}$.")),
    )  # fmt: skip


NOTES = (
    *((5, large, money) for large in (10, 20) for money in ("euros", "dollars", "yuan")),
    *((10, large, money) for large in (20, 50) for money in ("euros", "yuan", "rand")),
    *((20, 50, money) for money in ("euros", "yuan", "rand", "baht", "kronor")),
    *((50, 100, money) for money in ("yuan", "baht", "rand", "kronor")),
    *((100, 200, money) for money in ("euros", "rand", "kronor")),
)
"""Values of bank notes that there are."""


def notes(rng: Random) -> Tale:
    """Notes of two values; how many of the smaller value?"""
    small, large, money = pick(rng, NOTES)
    total, few = integer(rng, 9, 60), integer(rng, 3, 50)
    if few >= total or 2 * few == total:
        raise Reroll
    worth, name = small * few + large * (total - few), person(rng)
    text = (f"{name} empties a savings box and finds {total} notes, all of {small} or {large} {money}, worth {worth} "
        f"{money} together. "
            f"How many of them are notes of {small} {money}?")  # fmt: skip
    return Tale(
        "notes", (total, small, large, worth), text, "the number of notes of the smaller value", "note",
        f"Then there are ${total} - x$ of the other notes. What is each kind worth?",
        f"{small}x + {large}({total} - x) = {worth}", "Number times value, added up, is the worth of all notes.",
        side(small - large, large * total), side(0, worth),
        {"gave-the-other-quantity": total - few, "divided-total-by-one-price": Fraction(worth, small),
         "assumed-equal-amounts": Fraction(worth, small + large)},
        (Step(f"Multiply out: ${small}x + {large * total} - {large}x = {worth}$.", SPREAD),
         Step(f"Collect like terms: ${poly(small - large, 'x', large * total)} = {worth}$.", f"${small} - {large} = "
         f"{small - large}$.")),
    )  # fmt: skip


def dearer_goods_added(rng: Random) -> Tale:
    """How much of one kind must join a known amount of another for a price between?"""
    low, high = sorted(pick_distinct(rng, range(4, 30), 2))
    amount, price = integer(rng, 2, 30), integer(rng, 5, 29)
    if not low < price < high:
        raise Reroll
    needed = whole(Fraction(amount * (price - low), high - price))
    if needed > 60:
        raise Reroll
    goods, money = pick(
        rng, (("tea", "rupees"), ("coffee", "dollars"), ("rice", "yuan"), ("nuts", "euros"), ("dates", "dinars"))
    )
    text = (f"A shop has {amount} kg of {goods} at {low} {money} a kilogram. How many kilograms of {goods} at {high} "
        f"{money} a kilogram "
            f"must be mixed in, so that the mixture is worth {price} {money} a kilogram?")  # fmt: skip
    return _joined("goods", (amount, low, high, price), text, "kg", "What is each part worth, and what the whole "
        "mixture?",
                   "The parts are worth as much as the mixture.")  # fmt: skip


def stronger_solution_added(rng: Random) -> Tale:
    """How many litres of a stronger solution give the wanted strength?"""
    low, high = sorted(pick_distinct(rng, range(5, 65, 5), 2))
    amount, wanted = integer(rng, 2, 30), pick(rng, range(6, 60))
    if not low < wanted < high:
        raise Reroll
    needed = whole(Fraction(amount * (wanted - low), high - wanted))
    if needed > 60:
        raise Reroll
    what, text = pick(rng, (
        ("sugar", f"A laboratory has {amount} litres of a {low}% sugar solution. How many litres of a {high}% sugar "
         f"solution must be added to get {a_an(f'{wanted}% solution')}?"),
        ("juice", f"A cook has {amount} litres of a drink with {low}% mango juice. How many litres of a drink with "
         f"{high}% mango juice must be added for a drink with {wanted}% mango juice?"),
    ))  # fmt: skip
    return _joined("strength", (amount, low, high, wanted), text, "litre",
                   f"Percent times litres tells how much {what} there is. Count it before and after mixing.",
                   "What is dissolved before mixing is still there afterwards.")  # fmt: skip


def _joined(name: str, numbers: tuple[int, ...], text: str, unit: str, plan: str, reason: str) -> Tale:
    amount, low, high, between = numbers
    needed = Fraction(amount * (between - low), high - between)
    return Tale(
        name, numbers, text, f"the amount to add, in {'kilograms' if unit == 'kg' else 'litres'}", unit, plan,
        rf"{low} \cdot {amount} + {high}x = {between}({amount} + x)", reason,
        side(high, low * amount), side(between, between * amount),
        {"assumed-equal-amounts": amount, "gave-the-other-quantity": amount + needed,
         "forgot-the-total-changes": Fraction(amount * (between - low), high)},
        (Step(f"Multiply out: ${low * amount} + {high}x = {between * amount} + {between}x$.", SPREAD),),
    )  # fmt: skip


def water_added(rng: Random) -> Tale:
    """How many litres of water thin a solution down to a strength?"""
    strong, wanted, amount = pick(rng, range(10, 75, 5)), pick(rng, range(2, 60)), integer(rng, 2, 40)
    if wanted >= strong:
        raise Reroll
    water = whole(Fraction(amount * (strong - wanted), wanted))
    if water > 80:
        raise Reroll
    what, text = pick(rng, (
        ("vinegar", f"A cleaner is {strong}% vinegar. How many litres of water must be added to {amount} litres of it, "
         f"so that the mixture is {wanted}% vinegar?"),
        ("sugar", f"A syrup is {strong}% sugar. How many litres of water turn {amount} litres of it into a drink that "
         f"is {wanted}% sugar?"),
    ))  # fmt: skip
    return Tale(
        "water", (strong, amount, wanted), text, "the number of litres of water", "litre",
        "Water brings nothing but water. What stays the same while it is added?",
        rf"{strong} \cdot {amount} = {wanted}({amount} + x)",
        f"Percent times litres tells the {what}, and that stays the same.",
        side(0, strong * amount), side(wanted, wanted * amount),
        {"forgot-the-total-changes": Fraction(amount * (strong - wanted), strong),
        "gave-the-other-quantity": amount + water,
         "assumed-equal-amounts": amount},
        (Step(f"Multiply out: ${strong * amount} = {wanted * amount} + {wanted}x$.", SPREAD),),
    )  # fmt: skip


def blend_of_a_size(rng: Random) -> Tale:
    """A blend of known size and price; how much of the dearer kind does it hold?"""
    low, high = sorted(pick_distinct(rng, range(3, 25), 2))
    total, dear = integer(rng, 6, 60), integer(rng, 2, 50)
    if dear >= total or 2 * dear == total:
        raise Reroll
    price = whole(Fraction(low * (total - dear) + high * dear, total))
    one, two, money = pick(rng, (("cashews", "raisins", "dollars"), ("saffron rice", "plain rice", "riyals"),
                                 ("pine seed", "grass seed", "euros"), ("dried mango", "dried apple",
                                 "pesos")))  # fmt: skip
    text = (f"A mix of {total} kg is made from {one} at {high} {money} a kilogram and {two} at {low} {money} a "
        f"kilogram. "
            f"The mix costs {price} {money} a kilogram. How many kilograms of {one} does it hold?")  # fmt: skip
    return Tale(
        "blend", (total, high, low, price), text, f"the amount of {one}, in kilograms", "kg",
        f"Then there are ${total} - x$ kilograms of {two}. What is each part worth, and what the whole mix?",
        rf"{high}x + {low}({total} - x) = {price} \cdot {total}", "The parts are worth as much as the mix.",
        side(high - low, low * total), side(0, price * total),
        {"gave-the-other-quantity": total - dear, "assumed-equal-amounts": Fraction(total, 2),
         "divided-total-by-one-price": Fraction(price * total, high)},
        (Step(f"Multiply out: ${high}x + {low * total} - {low}x = {price * total}$.", SPREAD),
         Step(f"Collect like terms: ${poly(high - low, 'x', low * total)} = {price * total}$.", f"${high} - {low} = "
         f"{high - low}$.")),
    )  # fmt: skip


HOLDS = {
    "tickets": lambda dear, n: dear < n[0] and dear * n[2] + (n[0] - dear) * n[3] == n[1],
    "notes": lambda few, n: few < n[0] and n[1] * few + n[2] * (n[0] - few) == n[3],
    "goods": lambda more, n: Fraction(n[0] * n[1] + more * n[2], n[0] + more) == n[3],
    "strength": lambda more, n: Fraction(n[0] * n[1] + more * n[2], n[0] + more) == n[3],
    "water": lambda water, n: Fraction(n[0] * n[1], n[1] + water) == n[2],
    "blend": lambda dear, n: dear < n[0] and Fraction(dear * n[1] + (n[0] - dear) * n[2], n[0]) == n[3],
}

TALES = (tickets, notes, dearer_goods_added, stronger_solution_added, water_added, blend_of_a_size)
