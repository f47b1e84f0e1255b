"""What the skills of this unit share: polynomials as lists of coefficients, and a question with a typed expression."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from courses.alg1.reading import letters
from exercises import Expression, Question, Reroll, Step, parse, poly, term
from exercises.parser.fields import MODULAR, PRIME, value

LETTERS = ("x", "y", "n", "t", "a", "m", "k", "w", "p", "z")
FOR_LENGTHS = tuple(name for name in LETTERS if name != "m")  # m stands for metres too
PAIRS = (("x", "y"), ("a", "b"), ("m", "n"), ("p", "q"), ("r", "s"), ("h", "k"), ("u", "v"))

BASE = 1_000_003
"""Its powers are what letters stand for where two expressions are compared."""

Coefs = Sequence[int]
"""The coefficients of a polynomial in one letter, the highest power first."""


def power(x: str, n: int) -> str:
    """TeX of a power: nothing, `x`, `x^2`; nothing for no letter."""
    return "" if n == 0 or not x else x if n == 1 else f"{x}^{n}"


def falling(coefs: Coefs, x: str) -> str:
    """TeX in falling powers: `falling((1, 0, -5), "x")` is `x^2 - 5`."""
    return poly(*(part for n, c in zip(range(len(coefs) - 1, -1, -1), coefs, strict=True) for part in (c, power(x, n))))


def homogeneous(coefs: Coefs, x: str, y: str) -> str:
    """TeX with falling powers of one letter and rising powers of another: `x^2 + 5xy + 6y^2`."""
    top = len(coefs) - 1
    return poly(*(part for n, c in enumerate(coefs) for part in (c, power(x, top - n) + power(y, n))))


def scattered(terms: Sequence[tuple[int, str]]) -> str:
    """TeX of terms in the order given."""
    return poly(*(part for pair in terms for part in pair))


def product(a: Coefs, b: Coefs) -> tuple[int, ...]:
    """The coefficients of the product."""
    total = [0] * (len(a) + len(b) - 1)
    for i, c in enumerate(a):
        for j, d in enumerate(b):
            total[i + j] += c * d
    return tuple(total)


def bracket(a: int, x: str, b: int, y: str = "") -> str:
    """TeX of a two-term factor: `(3x - 2)`, `(x + 2y)`."""
    return f"({poly(a, x, b, y)})"


def times(factor: int, symbol: str, inner: str) -> str:
    """TeX of a monomial before a bracket; a factor of 1 is not written."""
    front = term(factor, symbol) if symbol else {1: "", -1: "-"}.get(factor, str(factor))
    return f"{front}({inner})"


def plus(*terms: str) -> str:
    """TeX of terms side by side, with the signs they carry: `x^2`, `-3x` are `x^2 - 3x`."""
    return terms[0] + "".join(f" - {part[1:]}" if part.startswith("-") else f" + {part}" for part in terms[1:])


def dotted(a: str, b: str) -> str:
    """TeX of a product of two terms, a negative second one in brackets."""
    return f"{a} \\cdot {f'({b})' if b.startswith('-') else b}"


def added(products: Sequence[str]) -> str:
    """TeX of a sum of products, those after the first in brackets where they begin with a minus."""
    first, *rest = products
    return " + ".join([first, *(f"({part})" if part.startswith("-") else part for part in rest)])


@dataclass(frozen=True, slots=True)
class Posed:
    """A question with a typed expression before it is put together; `wrong` may hold values that are no good."""

    key: tuple[object, ...]
    prompt: str
    answer: str
    wrong: Mapping[str, str]
    hints: tuple[str, ...]
    solution: tuple[Step, ...]
    form: str = "simplified"
    before: str = ""
    names: Sequence[str] = field(default=())


def ask(posed: Posed) -> Question:
    """The question; Reroll when fewer than two of its mistakes give something of their own."""
    return Question(
        key=tuple(map(str, posed.key)),
        prompt=posed.prompt,
        answer=Expression(posed.answer, tuple(sorted({*letters(posed.answer), *posed.names})), form=posed.form),
        wrong=usable(posed.wrong, posed.answer),
        hints=posed.hints,
        solution=posed.solution,
        before=posed.before,
    )


def usable(wrong: Mapping[str, str], answer: str) -> dict[str, str]:
    """The mistakes whose values differ from the answer and from each other; Reroll when that leaves one."""
    names = letters(" ".join((answer, *wrong.values())))
    at = {name: pow(BASE, ord(name), PRIME) for name in names}
    kept: dict[str, str] = {}
    found = {worth(answer, at)}
    for name, text in wrong.items():
        value = worth(text, at)
        if value not in found:
            kept[name.replace("_", "-")] = text
            found.add(value)
    if len(kept) < 2:
        raise Reroll
    return kept


def worth(tex: str, at: Mapping[str, int]) -> int:
    """The value of an expression at one point modulo a prime: two that differ are different there but for a chance of
    one in 10**15 (see `exercises.parser.same`)."""
    return value(parse(tex), at, MODULAR)
