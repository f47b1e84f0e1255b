"""Stories about numbers and counting."""

from collections.abc import Callable, Mapping
from random import Random

from courses.alg1.quadratic_equations.quadratics import Quadratic
from courses.alg1.quadratic_equations.tales import Holds, Tale, in_order, multiplied_out
from exercises import Reroll, Step, integer, nonzero, person, pick, poly
from exercises.exact import Fraction

BOTH = "Type all that fit, with commas between them."


def consecutive(rng: Random) -> Tale:
    """The product of two positive neighbours."""
    n, step = integer(rng, 4, 25), pick(rng, (1, 2, 2))
    kind = f"consecutive positive {'' if step == 1 else 'odd ' if n % 2 else 'even '}integers"
    product, asked = n * (n + step), pick(rng, ("smaller", "larger"))
    return Tale(
        name=f"consecutive {step}",
        numbers=(product, step, int(asked == "smaller")),
        text=f"The product of two {kind} is {product}. What is the {asked} one?",
        unknown=f"the smaller number, so that the next one is $x + {step}$",
        plan="Write their product with it.",
        equation=f"x(x + {step}) = {product}",
        reason=f"Neighbours of this kind are {step} apart.",
        ordered=Quadratic(1, step, -product),
        between=multiplied_out(f"x^2 + {poly(step, 'x')} = {product}", Quadratic(1, step, -product)),
        kept=(n,),
        wrong={
            "gave_the_other_side": n + step if asked == "smaller" else n,
            "kept_impossible_solution": -n - step if asked == "smaller" else -n,
            "took_sum_for_product": Fraction(product - step, 2) + (0 if asked == "smaller" else step),
        },
        answer=n if asked == "smaller" else n + step,
        ending=f"The numbers are positive: ${n}$ and ${n + step}$. "
        f"The {asked} one is ${n if asked == 'smaller' else n + step}$.",
    )


def square_and_number(rng: Random) -> Tale:
    """The square of a number is ... more than a multiple of it."""
    r, s = nonzero(rng, -12, 12), nonzero(rng, -12, 12)
    b, c = -(r + s), r * s
    if r == s or c >= 0 or abs(b) < 2:
        raise Reroll
    times = f"{abs(b)} times the number"
    if b < 0:
        text, said = f"The square of a number is {-c} more than {times}.", "More than"
        equation = f"x^2 = {-b}x + {-c}"
        slip = Quadratic(1, -b, c)
    else:
        text, said = f"The square of a number and {times} together make {-c}.", "Together"
        equation = f"x^2 + {b}x = {-c}"
        slip = Quadratic(1, -b, c)
    turned = tuple(sorted((-r, -s)))
    return Tale(
        name="square up" if b < 0 else "square sum",
        numbers=(b, c),
        text=f"{text} Which numbers can it be? {BOTH}",
        unknown="the number",
        plan="Write the sentence as an equation, piece by piece.",
        equation=equation,
        reason=f"“{said}” says add; the square is $x^2$.",
        ordered=Quadratic(1, b, c),
        between=(in_order(Quadratic(1, b, c)),),
        kept=(r, s),
        wrong={"one_number_only": (max(r, s),), "moved_without_turning_sign": turned,
               "signs_of_the_factors": tuple(int(v) for v in map(Fraction, map(str, slip.roots)))},
    )  # fmt: skip


def times_shifted(rng: Random) -> Tale:
    """A number times another that is k more."""
    n, k = integer(rng, 1, 20), integer(rng, 2, 15)
    product = n * (n + k)
    way = pick(rng, ("more", "less"))
    kept = (n, -n - k) if way == "more" else (n + k, -n)
    sign = 1 if way == "more" else -1
    return Tale(
        name=f"shifted {way}",
        numbers=(k, product),
        text=f"A number multiplied by the number that is {k} {way} gives {product}. "
        f"Which numbers can the first one be? {BOTH}",
        unknown=f"the first number; the other is $x {'+' if sign > 0 else '-'} {k}$",
        plan="Write the product with it.",
        equation=f"x(x {'+' if sign > 0 else '-'} {k}) = {product}",
        reason="The two numbers are multiplied.",
        ordered=Quadratic(1, sign * k, -product),
        between=multiplied_out(f"{poly(1, 'x^2', sign * k, 'x')} = {product}", Quadratic(1, sign * k, -product)),
        kept=kept,
        wrong={"one_number_only": (max(kept),), "signs_of_the_factors": (-kept[0], -kept[1]),
               "gave_the_other_side": (kept[0], kept[0] + sign * k)},
    )  # fmt: skip


def sum_and_product(rng: Random) -> Tale:
    """Two numbers with known sum and product."""
    a, b = nonzero(rng, -15, 25), nonzero(rng, -15, 25)
    if a >= b or a + b < 1 or a * b == 0:
        raise Reroll
    product = f"{a * b}" if a * b > 0 else f"−{-a * b}"
    return Tale(
        name="sum",
        numbers=(a + b, a * b),
        text=f"Two numbers have the sum {a + b} and the product {product}. Which numbers are they? {BOTH}",
        unknown=f"one of them; the other is ${a + b} - x$",
        plan="Write the product with it.",
        equation=f"x({a + b} - x) = {a * b}",
        reason="The other number is the sum without the first.",
        ordered=Quadratic(1, -a - b, a * b),
        between=(
            Step(f"Without brackets: ${poly(a + b, 'x')} - x^2 = {a * b}$.", "Multiply out."),
            in_order(Quadratic(1, -a - b, a * b), "All terms go to the side where $x^2$ becomes positive."),
        ),
        kept=(a, b),
        wrong={"one_number_only": (b,), "signs_of_the_factors": (-a, -b), "one_sign_turned": (-a, b)},
    )


def squares_of_neighbours(rng: Random) -> Tale:
    """The sum of the squares of two neighbours."""
    n = integer(rng, 2, 16)
    total = n * n + (n + 1) ** 2
    return Tale(
        name="squares",
        numbers=(total,),
        text=f"The squares of two consecutive integers are added, and the sum is {total}. Which integers can the "
        f"smaller one be? {BOTH}",
        unknown="the smaller integer; the next one is $x + 1$",
        plan="Write both squares.",
        equation=f"x^2 + (x + 1)^2 = {total}",
        reason="Both numbers are squared before they are added.",
        ordered=Quadratic(1, 1, -(n * n + n)),
        between=(
            Step(f"Without brackets: $2x^2 + 2x + 1 = {total}$.", "$(x + 1)^2$ is $x^2 + 2x + 1$; add like terms."),
            Step(f"On one side: $2x^2 + 2x - {total - 1} = 0$.", f"Take ${total}$ from both sides."),
            in_order(Quadratic(1, 1, -(n * n + n)), "Divide every term by $2$."),
        ),
        kept=(n, -n - 1),
        wrong={"one_number_only": (n,), "signs_of_the_factors": (-n, n + 1), "gave_the_other_side": (n, n + 1)},
    )


def rounds(rng: Random) -> Tale:
    """Everybody meets everybody once."""
    n = integer(rng, 5, 24)
    games = n * (n - 1) // 2
    text, who = pick(rng, (
        (f"In a chess club everybody plays everybody else once, {games} games in all. How many players are there?",
         "players"),
        (f"In a kabaddi league each team meets each other team once, {games} matches in all. How many teams play?",
         "teams"),
        (f"At a meeting everybody shakes hands with everybody else, {games} times in all. How many people meet?",
         "people"),
        (f"Each island of a group has a ferry line to each other, {games} lines in all. How many islands are there?",
         "islands"),
    ))  # fmt: skip
    return Tale(
        name="rounds",
        numbers=(games, len(who)),
        text=text,
        unknown=f"the number of {who}",
        plan="Each is paired with all but one. Why does every pair come twice then?",
        equation=f"\\frac{{1}}{{2}}x(x - 1) = {games}",
        reason="Each of $x$ has $x - 1$ partners, and this counts every pair twice.",
        ordered=Quadratic(1, -1, -2 * games),
        between=(
            Step(f"Without the fraction: $x(x - 1) = {2 * games}$.", "Multiply both sides by $2$."),
            *multiplied_out(f"x^2 - x = {2 * games}", Quadratic(1, -1, -2 * games)),
        ),
        kept=(n,),
        wrong={"kept_impossible_solution": 1 - n, "gave_the_other_side": n - 1, "took_sum_for_product": games + 1},
        answer=n,
        ending=f"A number of {who} is not negative, so there are ${n}$ {who}.",
    )


def rows_of_seats(rng: Random) -> Tale:
    """Rows, and things in each."""
    rows, k, name = integer(rng, 5, 22), integer(rng, 2, 12), person(rng)
    total, asked = rows * (rows + k), pick(rng, ("rows", "each"))
    thing = pick(rng, ("chairs", "mango trees", "vines", "tiles", "solar cells"))
    end = "How many rows are there?" if asked == "rows" else f"How many {thing} are in each row?"
    return Tale(
        name="rows" if asked == "rows" else "rows each",
        numbers=(total, k, len(thing)),
        text=f"{name} puts {total} {thing} in equal rows. Each row has {k} {thing} more than there are rows. {end}",
        unknown=f"the number of rows; in each are $x + {k}$",
        plan="Write the number of all with it.",
        equation=f"x(x + {k}) = {total}",
        reason="Rows times the number in each row is the number of all.",
        ordered=Quadratic(1, k, -total),
        between=multiplied_out(f"x^2 + {k}x = {total}", Quadratic(1, k, -total)),
        kept=(rows,),
        wrong={
            "gave_the_other_side": rows + k if asked == "rows" else rows,
            "kept_impossible_solution": -rows - k if asked == "rows" else -rows,
            "took_sum_for_product": Fraction(total - k, 2),
        },
        answer=rows if asked == "rows" else rows + k,
        ending=f"A number of rows is positive: there are ${rows}$ rows" + ("." if asked == "rows" else
               f" with ${rows + k}$ {thing} each."),
    )  # fmt: skip


TALES: tuple[Callable[[Random], Tale], ...] = (
    consecutive, square_and_number, square_and_number, times_shifted, sum_and_product, squares_of_neighbours, rounds,
    rows_of_seats,
)  # fmt: skip

HOLDS: Mapping[str, Holds] = {
    "consecutive 1": lambda v, n: v > 0 and v * (v + 1) == n[0],
    "consecutive 2": lambda v, n: v > 0 and v * (v + 2) == n[0],
    "square up": lambda v, n: v * v - n[0] == n[1] * v,
    "square sum": lambda v, n: n[0] * v + v * v == n[1],
    "shifted more": lambda v, n: v * (v + n[0]) == n[1],
    "shifted less": lambda v, n: v * (v - n[0]) == n[1],
    "squares": lambda v, n: sum(at * at for at in (v, v + 1)) == n[0],
    "rounds": lambda v, n: v > 0 and sum(range(int(v))) == n[0],
    "rows": lambda v, n: v > 0 and n[0] == v * (v + n[1]),
    "rows each": lambda v, n: v > n[1] and n[0] == v * (v - n[1]),
}
