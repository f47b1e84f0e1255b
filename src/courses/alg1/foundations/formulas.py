"""Formulas with several letters, with values of a plausible size and the mistakes that they invite."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Formula:
    """`says` has a place {tex}; `middle` is the TeX of the step between; `wrong` are the TeX of mistakes."""

    says: str
    tex: str
    unit: str
    values: Mapping[str, Sequence[int]]
    middle: Callable[[Mapping[str, int]], str]
    wrong: Mapping[str, str]
    hint: str = "Powers and brackets come first, then products, then sums."
    reason: str = "Powers and brackets first, then the products."
    fits: Callable[[Mapping[str, int]], bool] = lambda values: True


FORMULAS = (
    Formula(
        "The fence around a rectangular garden is {tex} metres long, where $l$ and $w$ are the sides in metres.",
        "2(l + w)",
        "m",
        {"l": range(8, 31), "w": range(3, 20)},
        lambda v: f"2 \\cdot {v['l'] + v['w']}",
        {"distributed-to-first-only": "2 l + w", "added-the-coefficient": "2 + l + w"},
        fits=lambda v: v["w"] < v["l"],
    ),
    Formula(
        "A box with edges $a$, $b$ and $c$ in centimetres has a surface of {tex} square centimetres.",
        "2(ab + bc + ac)",
        "cm²",
        {"a": range(2, 11), "b": range(2, 11), "c": range(2, 11)},
        lambda v: f"2({v['a'] * v['b']} + {v['b'] * v['c']} + {v['a'] * v['c']})",
        {"distributed-to-first-only": "2 a b + b c + a c", "front-factor-forgotten": "a b + b c + a c"},
        fits=lambda v: 2 * (v["a"] * v["b"] + v["b"] * v["c"] + v["a"] * v["c"]) <= 200,
    ),
    Formula(
        "A field is a trapezium with parallel sides $a$ and $b$ and height $h$, all in metres."
        " Its area is {tex} square metres.",
        "\\frac{1}{2}(a + b)h",
        "m²",
        {"a": range(6, 17), "b": range(4, 13), "h": range(3, 13)},
        lambda v: f"\\frac{{1}}{{2}} \\cdot {v['a'] + v['b']} \\cdot {v['h']}",
        {"distributed-to-first-only": "\\frac{1}{2}a + b h", "front-factor-forgotten": "(a + b)h"},
        fits=lambda v: (v["a"] + v["b"]) * v["h"] % 2 == 0,
    ),
    Formula(
        "A train that goes $u$ metres a second speeds up for $t$ seconds by $a$ metres a second each second."
        " Then its speed is {tex} metres a second.",
        "u + at",
        "m/s",
        {"u": range(4, 16), "a": (2, 3), "t": range(4, 13)},
        lambda v: f"{v['u']} + {v['a'] * v['t']}",
        {"left-to-right": "(u + a)t", "added-the-coefficient": "u + a + t"},
        fits=lambda v: v["u"] + v["a"] * v["t"] <= 45,
    ),
    Formula(
        "A ball rolls down a slope, starting at $u$ metres a second and gaining $a$ metres a second each second."
        " In $t$ seconds it rolls {tex} metres.",
        "ut + \\frac{1}{2}at^2",
        "m",
        {"u": range(1, 6), "a": (2, 4), "t": range(3, 8)},
        lambda v: f"{v['u'] * v['t']} + \\frac{{1}}{{2}} \\cdot {v['a']} \\cdot {v['t'] ** 2}",
        {
            "square-read-as-double": "u t + \\frac{1}{2}a \\cdot 2 t",
            "square-forgotten": "u t + \\frac{1}{2}a t",
        },
    ),
    Formula(
        "A dance group buys $n$ costumes for $p$ dollars each and gets $d$ dollars off the whole bill."
        " The bill is {tex} dollars.",
        "np - d",
        "dollars",
        {"n": range(4, 13), "p": range(11, 19), "d": range(5, 31)},
        lambda v: f"{v['n'] * v['p']} - {v['d']}",
        {"left-to-right": "n(p - d)", "added-the-coefficient": "n + p - d"},
    ),
    Formula(
        "The mean of three test results $a$, $b$ and $c$ is {tex} points.",
        "\\frac{a + b + c}{3}",
        "points",
        {"a": range(41, 100), "b": range(41, 100), "c": range(41, 100)},
        lambda v: f"\\frac{{{v['a'] + v['b'] + v['c']}}}{{3}}",
        {"fraction-bar-over-last-only": "a + b + \\frac{c}{3}", "forgot-to-divide": "a + b + c"},
        hint="The long bar divides the whole sum, so add first.",
        reason="The bar works like brackets: add first.",
        fits=lambda v: (v["a"] + v["b"] + v["c"]) % 3 == 0,
    ),
    Formula(
        "A square frame is cut from card. Its outer side is $s$ and its inner side is $t$, both in centimetres."
        " It covers {tex} square centimetres.",
        "s^2 - t^2",
        "cm²",
        {"s": range(7, 15), "t": range(2, 11)},
        lambda v: f"{v['s'] ** 2} - {v['t'] ** 2}",
        {"subtracted-before-squaring": "(s - t)^2", "square-read-as-double": "2 s - 2 t"},
        hint="Square each side first, then subtract.",
        reason="Powers come before subtracting.",
        fits=lambda v: v["t"] < v["s"],
    ),
    Formula(
        "A lift holds $n$ people of about $m$ kilograms each and a trolley of $k$ kilograms."
        " The load is {tex} kilograms.",
        "nm + k",
        "kg",
        {"n": range(2, 4), "m": range(48, 66), "k": range(11, 40)},
        lambda v: f"{v['n'] * v['m']} + {v['k']}",
        {"left-to-right": "n(m + k)", "added-the-coefficient": "n + m + k"},
        fits=lambda v: v["n"] * v["m"] + v["k"] <= 200,
    ),
    Formula(
        "Four friends share a taxi: $f$ dollars to start and $r$ dollars for each of $k$ kilometres."
        " Each pays {tex} dollars.",
        "\\frac{f + rk}{4}",
        "dollars",
        {"f": range(3, 9), "r": (2, 3), "k": range(5, 20)},
        lambda v: f"\\frac{{{v['f'] + v['r'] * v['k']}}}{{4}}",
        {"fraction-bar-over-last-only": "f + \\frac{r k}{4}", "forgot-to-divide": "f + r k"},
        hint="Work out the whole top first: the product, then the sum. Then divide.",
        reason="The bar works like brackets: the whole top first.",
    ),
)
