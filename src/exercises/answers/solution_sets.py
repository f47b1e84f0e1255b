"""Sets of numbers described by solved inequalities."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from operator import eq, ge, gt, le, lt, ne

from exercises.answers.reading import MAX_LENGTH, TOO_LONG, literal
from exercises.answers.statements import read
from exercises.exact import Fraction
from exercises.parser import Node, Unreadable, to_tex
from exercises.parser.nodes import Joined, Relation, Var, letters, walk
from exercises.parser.normal import normal
from exercises.parser.shapes import in_lowest_terms, is_number

COMPARE: dict[str, Callable[[Fraction, Fraction], bool]] = {
    "<": lt,
    ">": gt,
    "<=": le,
    ">=": ge,
    "=": eq,
    "≠": ne,
}
NONE = re.compile(r"(there (is|are) )?(no|not any) (real )?(solutions?|numbers?)|none|empty( set)?|\\emptyset|\{ ?\}")
ALL = re.compile(r"(all|any|every) (real )?(numbers?|values?|reals?)( of [a-z])?|all real|all|\\r|infinitely many")
TYPE_ONE = "Type an inequality with <, >, <= or >=."
LIKELY = (
    (re.compile(r"[<>=][^,;&|]*[,;&|][^<>=]*[<>=]"), "Write 'and' or 'or' between the two parts."),
    (re.compile(r"[\[(][^<>=,()\[\]]*,[^<>=,()\[\]]*[\])]"), "Write it with <, >, <= or >=, not as an interval."),
    (re.compile(r"\b(less|greater|more|larger|smaller|most|least|between)\b"), TYPE_ONE),
)
"""What else learners type for a set of numbers, and what to say then."""
WORDS = {"none": "no solution", "all": "all real numbers"}


@dataclass(frozen=True, slots=True)
class Solved:
    """A set of numbers: whether one belongs to it, and the ends where that can change."""

    holds: Callable[[Fraction], bool]
    ends: frozenset[Fraction]
    tex: str
    shown: str
    reduced: bool = True


def words(text: str) -> str:
    """ "none" or "all" when a text says so in words, else ""."""
    plain = " ".join(normal(text).replace("\\{", "{").replace("\\}", "}").lower().rstrip(".!").split())
    return "none" if NONE.fullmatch(plain) else "all" if ALL.fullmatch(plain) else ""


@lru_cache(maxsize=256)  # a wrong answer is compared with every named mistake; a text reads the same for ever
def solved(text: str, variable: str) -> Solved:
    """The set that a text describes; Unreadable when it is not solved for the letter."""
    if len(text) > MAX_LENGTH:
        raise Unreadable(TOO_LONG)
    said = words(text)
    if said:
        every = said == "all"
        return Solved(lambda _: every, frozenset(), f"\\text{{{WORDS[said]}}}", WORDS[said])
    node = readable(text, variable)
    relations = [part for part in walk(node) if isinstance(part, Relation)]
    joined = [part for part in walk(node) if isinstance(part, Joined)]
    if not relations and not joined:
        raise Unreadable(TYPE_ONE)
    if not relations or not all(isinstance(part, Relation | Joined) for join in joined for part in join.parts):
        raise Unreadable("Type an inequality with <, >, <= or >=, on both sides of an and / or.")
    numbers = [side for relation in relations for side in sides(relation, variable)]
    ends = frozenset(number(side) for side in numbers)
    reduced = all(in_lowest_terms(side) for side in numbers)
    tex = to_tex(node)
    return Solved(belongs(node), ends, tex, f"${tex}$", reduced)


def readable(text: str, variable: str) -> Node:
    """The tree of a text; Unreadable with what fits when it is an interval, words, or parts without a word."""
    try:
        return read(text, (variable,))
    except Unreadable:
        found = next((say for pattern, say in LIKELY if pattern.search(normal(text).lower())), None)
        if found is None:
            raise
        raise Unreadable(found) from None


def sides(relation: Relation, variable: str) -> list[Node]:
    """The numbers of a relation; Unreadable unless each sign stands between the letter and a number."""
    pairs = list(pairwise(relation.parts))
    alone = Var(variable)
    if any((left == alone) == (right == alone) for left, right in pairs) or len(pairs) > 2:
        raise Unreadable(f"Solve for ${variable}$: it must stand alone, with only a number on the other side.")
    if len({sign[0] for sign in relation.signs}) > 1 or (len(pairs) == 2 and relation.signs[0] in "=≠"):
        raise Unreadable("Both signs must point the same way, or use two inequalities with and / or.")
    return [part for part in relation.parts if part != alone]


def number(side: Node) -> Fraction:
    """The value of a side; Unreadable when a letter is left in it or it is still to be worked out."""
    if letters(side):
        raise Unreadable("Solve the inequality: the letter must stand alone on one side.")
    if not is_number(side):
        raise Unreadable("Work out the numbers first, so that one number stands on a side.")
    return literal(side).value


def belongs(node: Node) -> Callable[[Fraction], bool]:
    """What tells whether a number belongs to the set."""
    if isinstance(node, Joined):
        every, tests = (all if node.word == "and" else any), [belongs(part) for part in node.parts]
        return lambda at: every(test(at) for test in tests)
    if not isinstance(node, Relation):
        return lambda _: False
    values = [None if isinstance(part, Var) else literal(part).value for part in node.parts]
    pairs = [(COMPARE[sign], a, b) for sign, (a, b) in zip(node.signs, pairwise(values), strict=True)]
    return lambda at: all(compare(at if a is None else a, at if b is None else b) for compare, a, b in pairs)
