"""Second opinions: read the shown terms back and walk along the sequence, step by step."""

import re
from collections.abc import Sequence
from itertools import pairwise

from courses.alg1.reading import formulas, value_of
from exercises import evaluate, parse
from exercises.exact import Fraction

LISTED = re.compile(r"^[-\d\\]")


def shown_terms(text: str) -> tuple[Fraction, ...]:
    """The numbers of the first list of three or more in a text."""
    found = next(tex for tex in formulas(text) if tex.count(",") >= 2 and LISTED.match(tex))
    return tuple(value_of(item) for item in found.replace("\\ldots", "").split(",") if item.strip())


def walk(terms: Sequence[Fraction], count: int) -> list[Fraction]:
    """The terms continued to `count`, by the step that all shown neighbours share. AssertionError without one."""
    known = list(terms)
    differences = {b - a for a, b in pairwise(known)}
    ratios = {b / a for a, b in pairwise(known)} if all(known) else set()
    assert (len(differences) == 1) != (len(ratios) == 1), known
    while len(known) < count:
        known.append(known[-1] + next(iter(differences)) if len(differences) == 1 else known[-1] * next(iter(ratios)))
    return known


def follows(rule: str, terms: Sequence[Fraction], start: int = 1) -> bool:
    """Whether an explicit rule in n gives these terms."""
    node = parse(rule)
    return all(evaluate(node, {"n": Fraction(n)}) == term for n, term in enumerate(terms, start))


def leads(rule: str, terms: Sequence[Fraction]) -> bool:
    """Whether a rule in p leads from each of these terms to the next."""
    node = parse(rule)
    return all(evaluate(node, {"p": before}) == after for before, after in pairwise(terms))


def unrolled(rule: str, first: Fraction, count: int) -> list[Fraction]:
    """The terms that a recursive rule in TeX (with a_{n-1} for the term before) gives, one after another."""
    terms = [first]
    while len(terms) < count:
        terms.append(evaluate(parse(re.sub(r"[a-z]_\{n - 1\}", f"({terms[-1]})", rule))))
    return terms
