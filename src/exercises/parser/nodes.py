"""The tree of typed mathematics. Sums and products hold all their members side by side, so that a bracket
around a part still shows as a sum within a sum."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Any

from exercises.exact import Fraction


@dataclass(frozen=True, slots=True)
class Num:
    """A number without sign; `text` as it was typed, with a decimal point if it had one."""

    value: Fraction
    text: str

    @property
    def whole(self) -> bool:
        """Whether it was typed without decimals."""
        return "." not in self.text


@dataclass(frozen=True, slots=True)
class Mixed:
    """A mixed number: `1 1/2`."""

    whole: int
    top: int
    bottom: int


@dataclass(frozen=True, slots=True)
class Var:
    """A letter."""

    name: str


@dataclass(frozen=True, slots=True)
class Neg:
    """A minus sign in front, also of a term that is taken away."""

    inner: "Node"


@dataclass(frozen=True, slots=True)
class Sum:
    """Two or more terms."""

    terms: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Product:
    """Two or more factors."""

    factors: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Quotient:
    """A fraction or a division."""

    top: "Node"
    bottom: "Node"


@dataclass(frozen=True, slots=True)
class Power:
    """A base with a literal exponent; one that is no whole number stands for a root: `x^(2/3)`."""

    base: "Node"
    exponent: int | Fraction


@dataclass(frozen=True, slots=True)
class Exponential:
    """A base whose exponent has a letter: `3^(2t)`."""

    base: "Node"
    exponent: "Node"


@dataclass(frozen=True, slots=True)
class Root:
    """A square root, or another one with its index."""

    inner: "Node"
    index: int = 2


@dataclass(frozen=True, slots=True)
class Abs:
    """An absolute value."""

    inner: "Node"


@dataclass(frozen=True, slots=True)
class Relation:
    """`a < b`, or a chain `a < b <= c`; signs are = ≠ < > <= >=, one fewer than the parts."""

    parts: tuple["Node", ...]
    signs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Joined:
    """Relations joined by "and" or "or"."""

    word: str
    parts: tuple["Node", ...]


Node = Num | Mixed | Var | Neg | Sum | Product | Quotient | Power | Exponential | Root | Abs | Relation | Joined

FEW: Mapping[type, tuple[str, ...]] = {
    **dict.fromkeys((Neg, Root, Abs), ("inner",)),
    Power: ("base",),
    Quotient: ("top", "bottom"),
    Exponential: ("base", "exponent"),
}
MANY: Mapping[type, str] = {Sum: "terms", Product: "factors", Relation: "parts", Joined: "parts"}
"""Where a node keeps what `children` gives."""


ROOTED = frozenset((Root, Exponential))


def getter(names: tuple[str, ...]) -> Callable[[Any], tuple[Node, ...]]:
    """What gives these fields of a node as a tuple."""
    if len(names) > 1:
        return attrgetter(*names)
    (name,) = names
    return lambda node: (getattr(node, name),)


BELOW: Mapping[type, Callable[[Any], tuple[Node, ...]]] = {
    **{kind: getter(names) for kind, names in FEW.items()},
    **{kind: attrgetter(name) for kind, name in MANY.items()},
}


def children(node: Node) -> tuple[Node, ...]:
    """The nodes right below."""
    below = BELOW.get(type(node))
    return below(node) if below else ()


def rebuilt(node: Node, below: tuple[Node, ...]) -> Node:
    """The node with others right below it, as many as `children` gives."""
    many = MANY.get(type(node))
    held: dict[str, Any] = {many: below} if many else dict(zip(FEW.get(type(node), ()), below, strict=True))
    made: Node = replace(node, **held)
    return made


def walk(node: Node) -> list[Node]:
    """The node and all below it, what stands first before what follows."""
    found, waiting = [], [node]
    while waiting:
        part = waiting.pop()
        found.append(part)
        if below := BELOW.get(type(part)):
            waiting += below(part)[::-1]
    return found


def letters(node: Node) -> frozenset[str]:
    """The letters that occur."""
    return frozenset([part.name for part in walk(node) if isinstance(part, Var)])


def has_root(node: Node) -> bool:
    """Whether a root, a power that stands for one, or a letter in an exponent occurs."""
    return any(type(part) in ROOTED or is_fractional(part) for part in walk(node))


def is_fractional(node: Node) -> bool:
    """Whether it is a power whose exponent is no whole number."""
    return isinstance(node, Power) and isinstance(node.exponent, Fraction)


def is_statement(node: Node) -> bool:
    """Whether it is an equation or inequality instead of an expression."""
    return isinstance(node, Relation | Joined)
