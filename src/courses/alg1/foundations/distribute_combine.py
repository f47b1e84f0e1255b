"""Distribute and combine like terms."""

from collections.abc import Mapping, Sequence
from random import Random

from courses.alg1.foundations.brackets import (
    LETTERS,
    SHAPES,
    Bracket,
    Rational,
    Rest,
    every_term,
    first_term_only,
    size,
    without_sign,
)
from courses.alg1.reading import formulas, letters
from exercises import (
    Expression,
    Question,
    Reroll,
    Step,
    parse,
    pick,
    poly,
    same_value,
    template,
    term,
)


def collected(terms: Sequence[tuple[Rational, str]]) -> dict[str, Rational]:
    """Coefficients added for each symbol; squares first, constants last, zeros left out."""
    sums: dict[str, Rational] = {}
    for coef, symbol in terms:
        sums[symbol] = sums.get(symbol, 0) + coef
    order = sorted(sums, key=lambda symbol: (not symbol.endswith("^2"), not symbol, symbol))
    return {symbol: sums[symbol] for symbol in order if sums[symbol] != 0}


def shown(sums: Mapping[str, Rational]) -> str:
    """TeX of a sum."""
    return poly(*(part for symbol, coef in sums.items() for part in (coef, symbol)))


def unlike(sums: Mapping[str, Rational]) -> str:
    """All terms put into one: the coefficients added, the symbols written side by side."""
    if sum(sums.values()) == 0:
        raise Reroll
    return term(sum(sums.values()), "".join(sums))


def same_formula(question: Question) -> None:
    """The expression in the prompt and the answer have the same value everywhere."""
    (asked,) = formulas(question.prompt)
    assert isinstance(question.answer, Expression)
    assert same_value(parse(asked), parse(question.answer.text))


@template(
    "alg1/foundations/distribute-combine-like-terms",
    version=1,
    standards=("HSA.SSE.A.2",),
    answer=Expression,
    check=same_formula,
    band="one or two brackets, at most five terms after expanding, coefficients up to 30",
)
def distribute_combine(rng: Random) -> Question:
    """Take the brackets away and collect like terms."""
    shape, names = pick(rng, SHAPES), pick(rng, LETTERS)
    pieces = shape(rng, *names)
    tex = " ".join(piece.tex(index == 0) for index, piece in enumerate(pieces))
    right, first_only, sign_lost = (_expanded(pieces, rest) for rest in (every_term, first_term_only, without_sign))
    sums = collected(right)
    if len(sums) < 2 or any(size(coef) > 40 for coef in sums.values()):
        raise Reroll
    answer = shown(sums)
    wrong = {
        "distributed-to-first-only": shown(collected(first_only)),
        "sign-not-distributed": shown(collected(sign_lost)),
        "combined-unlike-terms": unlike(sums),
    }
    return Question(
        key=(tex,),
        prompt=f"{pick(rng, ASKS)}\n\n$${tex}$$",
        answer=Expression(answer, tuple(sorted(letters(tex))), form="simplified"),
        wrong=_usable(wrong, answer),
        hints=_hints(pieces, right, answer),
        solution=_solution(tex, right, sums, answer),
    )


ASKS = (
    "Take the brackets away and combine like terms.",
    "Write this with as few terms as possible and without brackets.",
    "Simplify.",
    "Distribute, then combine like terms.",
)


def _expanded(pieces: Sequence[Bracket], rest: Rest) -> list[tuple[Rational, str]]:
    return [pair for piece in pieces for pair in piece.expanded(rest)]


def _usable(wrong: Mapping[str, str], answer: str) -> dict[str, str]:
    kept: dict[str, str] = {}
    for name, text in wrong.items():
        if text not in (answer, *kept.values()):
            kept[name] = text
    if len(kept) < 2:
        raise Reroll
    return kept


def _plain(terms: Sequence[tuple[Rational, str]]) -> str:
    return poly(*(part for pair in terms for part in pair))


def _hints(pieces: Sequence[Bracket], terms: Sequence[tuple[Rational, str]], answer: str) -> tuple[str, ...]:
    minus = any(piece.factor < 0 and not piece.loose for piece in pieces)
    warn = " A minus in front changes the sign of every term inside." if minus else ""
    return (
        f"What stands in front of a bracket multiplies each term inside it.{warn}",
        f"Without brackets the expression is ${_plain(terms)}$.",
        f"Like terms have the same letters with the same powers. Adding them gives ${answer}$.",
    )


def _solution(
    tex: str, terms: Sequence[tuple[Rational, str]], sums: Mapping[str, Rational], answer: str
) -> tuple[Step, ...]:
    by_symbol = [[pair for pair in terms if pair[1] == symbol] for symbol in sums]
    alike = " + ".join(f"({_plain(group)})" if len(group) > 1 else _plain(group) for group in by_symbol)
    return (
        Step(f"${tex} = {_plain(terms)}$", "Multiply each term in a bracket by what stands before it."),
        Step(f"$= {alike}$".replace("+ -", "- "), "Put like terms side by side: changing the order changes nothing."),
        Step(f"$= {answer}$", "Add the coefficients of like terms."),
    )
