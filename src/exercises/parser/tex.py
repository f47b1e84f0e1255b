"""The TeX of a tree."""

from exercises.exact import Fraction
from exercises.parser.nodes import (
    Abs,
    Exponential,
    Joined,
    Mixed,
    Neg,
    Node,
    Num,
    Power,
    Product,
    Quotient,
    Relation,
    Root,
    Sum,
    Var,
)

SIGNS = {"<=": "\\le", ">=": "\\ge", "≠": "\\ne"}


def to_tex(node: Node) -> str:
    """TeX that KaTeX renders in strict mode, with brackets only where the tree needs them."""
    match node:
        case Neg(inner):
            return f"-{in_brackets(inner) if isinstance(inner, Sum | Neg) else to_tex(inner)}"
        case Sum(terms):
            return to_tex(terms[0]) + "".join(following(term) for term in terms[1:])
        case Product(factors):
            return factors_tex(factors)
        case Quotient(top, bottom):
            return f"\\frac{{{to_tex(top)}}}{{{to_tex(bottom)}}}"
        case Power() | Exponential():
            return power(node)
        case Root(inner, index):
            return f"\\sqrt{'' if index == 2 else f'[{index}]'}{{{to_tex(inner)}}}"
        case Abs(inner):
            return f"\\left|{to_tex(inner)}\\right|"
        case Relation() | Joined():
            return statement(node)
    return single(node)


def power(node: Power | Exponential) -> str:
    """A power; an exponent that is a fraction is written on one line."""
    base = to_tex(node.base) if isinstance(node.base, Num | Var | Abs) else in_brackets(node.base)
    raised = str(node.exponent) if isinstance(node.exponent, int | Fraction) else to_tex(node.exponent)
    return f"{base}^{{{raised}}}"


def single(node: Num | Var | Mixed) -> str:
    """A number or letter."""
    match node:
        case Num(text=text):
            return text
        case Var(name):
            return name
        case Mixed(whole, top, bottom):
            return f"{whole}\\frac{{{top}}}{{{bottom}}}"


def statement(node: Relation | Joined) -> str:
    """Equations and inequalities."""
    if isinstance(node, Joined):
        return f" \\text{{ {node.word} }} ".join(to_tex(part) for part in node.parts)
    rest = (f" {SIGNS.get(s, s)} {to_tex(p)}" for s, p in zip(node.signs, node.parts[1:], strict=True))
    return to_tex(node.parts[0]) + "".join(rest)


def in_brackets(node: Node) -> str:
    """TeX in brackets that grow with it."""
    return f"\\left({to_tex(node)}\\right)"


def following(term: Node) -> str:
    """A term that is not the first, with its sign."""
    sign, inner = (" - ", term.inner) if isinstance(term, Neg) else (" + ", term)
    return sign + (in_brackets(inner) if isinstance(inner, Sum | Neg) else to_tex(inner))


def factors_tex(factors: tuple[Node, ...]) -> str:
    """Factors side by side, with a dot where two numbers would run together."""
    written = ""
    for factor in factors:
        part = in_brackets(factor) if isinstance(factor, Sum | Neg | Product) else to_tex(factor)
        dot = written and (part[0] in "0123456789." or isinstance(factor, Quotient | Mixed))
        written += f" \\cdot {part}" if dot else part
    return written
