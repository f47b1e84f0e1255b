"""What the skills of this unit share: powers and roots in TeX, and a question with a typed expression."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import isclose, isqrt

from courses.alg1.reading import letters
from exercises import Expression, Question, Reroll, Step, Unreadable, num, parse, term
from exercises.exact import Fraction
from exercises.parser.fields import FLOATING, value

LETTERS = ("x", "y", "n", "t", "a", "m", "k", "w", "p", "z")
PAIRS = (("x", "y"), ("a", "b"), ("m", "n"), ("p", "q"), ("r", "s"), ("u", "v"))
Powers = Mapping[str, int]
POSITIVE = "All letters stand for positive numbers."
WAYS = ({"base": 1.37, "step": 0.211}, {"base": 0.64, "step": 0.173}, {"base": 2.03, "step": 0.097})


def power(x: str, n: int | Fraction) -> str:
    """TeX of a power: nothing, `x`, `x^2`, `x^{-2}`, `x^{2/3}`."""
    if n in (0, 1):
        return x if n else ""
    return f"{x}^{n}" if 1 < n < 10 and Fraction(n).denominator == 1 else f"{x}^{{{n}}}"


def letters_with(powers: Powers) -> str:
    """TeX of a product of powers, as they are: `x^2y^{-3}`."""
    return "".join(power(name, n) for name, n in powers.items())


def monomial(coef: int | Fraction, powers: Powers) -> str:
    """TeX of one term with positive exponents only: `\\frac{3x^2}{4y^5}`."""
    coef = Fraction(coef)
    above = {name: n for name, n in powers.items() if n > 0}
    below = {name: -n for name, n in powers.items() if n < 0}
    top = term(abs(coef.numerator), letters_with(above))
    bottom = term(coef.denominator, letters_with(below))
    sign = "-" if coef < 0 else ""
    return f"{sign}{top}" if bottom == "1" else f"{sign}\\frac{{{top}}}{{{bottom}}}"


def squares_out(n: int) -> tuple[int, int]:
    """The largest number whose square divides n, and what is left: 72 gives 6 and 2."""
    outside = max(k for k in range(1, isqrt(n) + 1) if n % (k * k) == 0)
    return outside, n // (outside * outside)


def root(inside: str | int, index: int = 2) -> str:
    """TeX of a root."""
    return f"\\sqrt{'' if index == 2 else f'[{index}]'}{{{inside}}}"


def radical(coef: int | Fraction, n: int) -> str:
    """TeX of a number times the root of a number, as it stands: `3\\sqrt{2}`, `\\frac{\\sqrt{5}}{3}`, `-4`."""
    coef = Fraction(coef)
    if n == 1 or coef == 0:
        return num(coef)
    top = term(abs(coef.numerator), root(n))
    sign = "-" if coef < 0 else ""
    return f"{sign}{top}" if coef.denominator == 1 else f"{sign}\\frac{{{top}}}{{{coef.denominator}}}"


def side_by_side(*parts: str) -> str:
    """TeX of a sum of terms with the signs that they carry; "0" is left out."""
    first, *rest = [part for part in parts if part != "0"] or ["0"]
    return first + "".join(f" - {part[1:]}" if part.startswith("-") else f" + {part}" for part in rest)


@dataclass(frozen=True, slots=True)
class Posed:
    """A question with a typed expression before it is put together; `wrong` may hold values that are no good."""

    key: tuple[object, ...]
    prompt: str
    answer: str
    wrong: Mapping[str, str]
    hints: tuple[str, ...]
    solution: tuple[Step, ...]
    form: str
    names: Iterable[str] = field(default=())


def ask(posed: Posed) -> Question:
    """The question; Reroll when fewer than two of its mistakes give something of their own."""
    return Question(
        key=tuple(map(str, posed.key)),
        prompt=posed.prompt,
        answer=Expression(posed.answer, tuple(sorted({*letters(posed.answer), *posed.names})), form=posed.form),
        wrong=usable(posed.wrong, posed.answer),
        hints=posed.hints,
        solution=posed.solution,
    )


def usable(wrong: Mapping[str, str], answer: str) -> dict[str, str]:
    """The mistakes whose values differ from the answer and from each other; Reroll when that leaves one."""
    names = sorted(letters(" ".join((answer, *wrong.values()))))
    places = [{name: way["base"] + i * way["step"] for i, name in enumerate(names)} for way in WAYS]
    kept: dict[str, str] = {}
    found = [worth(answer, places)]
    for name, text in wrong.items():
        try:
            mine = worth(text, places)
        except Unreadable:  # exponents beyond what can be typed
            continue
        if not any(all(map(close, mine, other)) for other in found):
            kept[name.replace("_", "-")] = text
            found.append(mine)
    if len(kept) < 2:
        raise Reroll
    return kept


def worth(tex: str, places: Iterable[Mapping[str, float]]) -> tuple[float, ...]:
    """The values of an expression with positive numbers for the letters."""
    tree = parse(tex)
    return tuple(value(tree, at, FLOATING) for at in places)


def close(a: float, b: float) -> bool:
    """Equal but for rounding."""
    return isclose(a, b, rel_tol=1e-9, abs_tol=1e-12)
