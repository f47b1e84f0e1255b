"""Stories about areas."""

from collections.abc import Callable, Mapping
from random import Random

from courses.alg1.quadratic_equations.quadratics import Quadratic
from courses.alg1.quadratic_equations.tales import Holds, Tale, in_order, multiplied_out
from exercises import Reroll, Step, a_an, integer, person, pick, poly
from exercises.exact import Fraction

PLACES = (
    ("rice field", "m", 9, 24), ("vegetable bed", "m", 2, 9), ("playground", "m", 10, 24), ("banner", "dm", 4, 15),
    ("poster", "dm", 3, 12), ("carpet", "dm", 12, 24), ("fish pond", "m", 3, 15), ("stage", "m", 4, 14),
    ("tablecloth", "dm", 6, 20), ("courtyard", "m", 6, 24),
)  # fmt: skip
"""What is rectangular, its unit, and how wide it may be."""


SQUARES = (("garden", "m"), ("field", "m"), ("cloth", "dm"), ("sheet of card", "cm"), ("parking area", "m"))


def longer_than_wide(rng: Random) -> Tale:
    """Area and difference of the sides."""
    place, unit, lo, hi = pick(rng, PLACES)
    w = integer(rng, lo, hi)
    k = integer(rng, 2, min(15, w + 2))
    area, asked = w * (w + k), pick(rng, ("width", "length"))
    answer = w if asked == "width" else w + k
    return Tale(
        name="longer",
        numbers=(k, area, int(asked == "width")),
        text=f"A rectangular {place} is {k} {unit} longer than it is wide. Its area is {area} {unit}². "
        f"What is its {asked}?",
        unknown=f"the width in {unit}, so that the length is $x + {k}$",
        plan="Then write the area with it.",
        equation=f"x(x + {k}) = {area}",
        reason="Width times length is the area.",
        ordered=Quadratic(1, k, -area),
        between=multiplied_out(f"x^2 + {k}x = {area}", Quadratic(1, k, -area)),
        kept=(w,),
        wrong={
            "gave_the_other_side": w + k if asked == "width" else w,
            "kept_impossible_solution": -w - k,
            "took_sum_for_product": Fraction(area - k, 2) + (0 if asked == "width" else k),
            "difference_for_side": Fraction(area, k),
        },
        answer=answer,
        ending=f"A width is positive, so it is ${w}$ {unit}." if asked == "width" else
        f"A width is positive, so it is ${w}$, and the length is ${w} + {k} = {w + k}$ {unit}.",
        unit=unit,
    )  # fmt: skip


def fenced(rng: Random) -> Tale:
    """Perimeter and area."""
    a, b = integer(rng, 4, 22), integer(rng, 4, 26)
    if a >= b:
        raise Reroll
    asked, name = pick(rng, ("shorter", "longer")), person(rng)
    animal = pick(rng, ("goats", "hens", "rabbits", "alpacas", "ducks", "donkeys"))
    return Tale(
        name="fenced",
        numbers=(2 * (a + b), a * b, int(asked == "longer")),
        text=f"{name} uses exactly {2 * (a + b)} m of fence for a rectangular run for {animal}. The run has an area of "
        f"{a * b} m². How long is its {asked} side?",
        unknown=f"one side in m; the other is ${a + b} - x$",
        plan=f"Two neighbouring sides make half of the fence, ${a + b}$ m.",
        equation=f"x({a + b} - x) = {a * b}",
        reason="One side times the other is the area.",
        ordered=Quadratic(1, -a - b, a * b),
        between=(
            Step(f"Without brackets: ${a + b}x - x^2 = {a * b}$.", "Multiply out."),
            in_order(Quadratic(1, -a - b, a * b), "All terms go to the side where $x^2$ becomes positive."),
        ),
        kept=(a, b),
        wrong={
            "gave_the_other_side": b if asked == "shorter" else a,
            "gave_the_change_for_the_whole": a + b,
            "divided_the_area_evenly": Fraction(a + b, 2),
            "took_sum_for_product": Fraction(a * b, 2 * (a + b)),
        },
        answer=a if asked == "shorter" else b,
        ending=f"These are the two sides. The {asked} one is ${a if asked == 'shorter' else b}$ m long.",
        unit="m",
    )


def framed(rng: Random) -> Tale:
    """A border of equal width around a rectangle."""
    a, b = integer(rng, 8, 26), integer(rng, 8, 26)
    if a == b or (a + b) % 2:
        raise Reroll
    inner, border, unit = pick(rng, (("photo", "frame", "cm"), ("pool", "path", "m"), ("mirror", "frame", "cm"),
                                     ("lawn", "gravel path", "m"), ("painting", "border", "cm")))  # fmt: skip
    x = integer(rng, 1, 3 if unit == "m" else 7)
    total = (a + 2 * x) * (b + 2 * x)
    return Tale(
        name="framed",
        numbers=(a, b, total),
        text=f"A rectangular {inner} is {a} {unit} by {b} {unit}. Around it runs {a_an(border)} of the same width on "
        f"all four sides. Together they cover {total} {unit}². How wide is the {border}?",
        unknown=f"the width of the {border} in {unit}",
        plan="It lies on both ends of each side, so each side grows twice by it.",
        equation=f"({a} + 2x)({b} + 2x) = {total}",
        reason="Both outer sides are longer by two widths.",
        ordered=Quadratic(1, (a + b) // 2, (a * b - total) // 4),
        between=(
            Step(f"Without brackets: $4x^2 + {2 * (a + b)}x + {a * b} = {total}$.", "Multiply out."),
            Step(f"On one side: $4x^2 + {2 * (a + b)}x - {total - a * b} = 0$.", f"Take ${total}$ from both sides."),
            in_order(Quadratic(1, (a + b) // 2, (a * b - total) // 4), "Divide every term by $4$."),
        ),
        kept=(x,),
        wrong={
            "forgot_both_sides_grow": 2 * x,
            "kept_impossible_solution": -x - (a + b) // 2,
            "gave_the_change_for_the_whole": a + 2 * x,
            "took_sum_for_product": Fraction(total - a * b, a + b),
        },
        answer=x,
        ending=f"A width is positive, so the {border} is ${x}$ {unit} wide.",
        unit=unit,
    )


def reshaped(rng: Random) -> Tale:
    """A square with one side longer, the other shorter."""
    s, up, down = integer(rng, 6, 22), integer(rng, 1, 9), integer(rng, 1, 5)
    area = (s + up) * (s - down)
    place, unit = pick(rng, SQUARES)
    if up == down:
        raise Reroll
    return Tale(
        name="reshaped",
        numbers=(up, down, area),
        text=f"A square {place} is changed: one side is made {up} {unit} longer, the side next to it {down} {unit} "
        f"shorter. The new area is {area} {unit}². How long was a side of the square?",
        unknown=f"the side of the square in {unit}",
        plan="Write both new sides with it.",
        equation=f"(x + {up})(x - {down}) = {area}",
        reason="The new sides multiply to the new area.",
        ordered=Quadratic(1, up - down, -up * down - area),
        between=multiplied_out(
            f"{poly(1, 'x^2', up - down, 'x', -up * down)} = {area}", Quadratic(1, up - down, -up * down - area)
        ),
        kept=(s,),
        wrong={
            "kept_impossible_solution": -s - up + down,
            "gave_the_change_for_the_whole": s + up,
            "gave_the_other_side": s - down,
            "took_sum_for_product": Fraction(area - up + down, 2),
        },
        answer=s,
        ending=f"A length is positive, so a side was ${s}$ {unit} long.",
        unit=unit,
    )


def triangle(rng: Random) -> Tale:
    """Area of a triangle with related base and height."""
    thing, unit, most = pick(
        rng,
        (
            ("sail", "m", 6),
            ("flag", "dm", 12),
            ("kite", "dm", 10),
            ("bed of herbs", "m", 7),
            ("piece of cloth", "cm", 24),
            ("paper plane", "cm", 18),
            ("pennant", "cm", 24),
        ),
    )
    base = integer(rng, 3, most)
    k = integer(rng, 1, min(10, base))
    if base * (base + k) % 2:
        raise Reroll
    area = base * (base + k) // 2
    return Tale(
        name="triangle",
        numbers=(k, area),
        text=f"The height of a triangular {thing} is {k} {unit} more than its base. Its area is {area} {unit}². "
        "How long is the base?",
        unknown=f"the base in {unit}, so that the height is $x + {k}$",
        plan="Then write the area of the triangle with it.",
        equation=f"\\frac{{1}}{{2}}x(x + {k}) = {area}",
        reason="A triangle is half of a rectangle with this base and height.",
        ordered=Quadratic(1, k, -2 * area),
        between=(
            Step(f"Without the fraction: $x(x + {k}) = {2 * area}$.", "Multiply both sides by $2$."),
            *multiplied_out(f"x^2 + {poly(k, 'x')} = {2 * area}", Quadratic(1, k, -2 * area)),
        ),
        kept=(base,),
        wrong={
            "kept_impossible_solution": -base - k,
            "gave_the_other_side": base + k,
            "took_sum_for_product": Fraction(area - k, 2),
            "difference_for_side": Fraction(2 * area, k),
        },
        answer=base,
        ending=f"A length is positive, so the base is ${base}$ {unit} long.",
        unit=unit,
    )


TALES: tuple[Callable[[Random], Tale], ...] = (longer_than_wide, longer_than_wide, fenced, framed, reshaped, triangle)


def _side(shorter: Fraction, k: int) -> Fraction:
    return shorter * (shorter + k)


HOLDS: Mapping[str, Holds] = {
    "longer": lambda v, n: v > 0 and _side(v, n[0]) == n[1],
    "fenced": lambda v, n: 0 < v < Fraction(n[0], 2) and v * (Fraction(n[0], 2) - v) == n[1],
    "framed": lambda v, n: v > 0 and n[0] * n[1] + 2 * v * (n[0] + n[1]) + 4 * v * v == n[2],
    "reshaped": lambda v, n: v > n[1] and (v + n[0]) * (v - n[1]) == n[2],
    "triangle": lambda v, n: v > 0 and v * v + n[0] * v == 2 * n[1],
}
