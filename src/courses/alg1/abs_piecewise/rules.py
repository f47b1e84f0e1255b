"""Functions with a rule for each part of their domain: how they are written, and how a check reads them back."""

import re
from dataclasses import dataclass
from random import Random

from courses.alg1.inequalities.truth import chain
from courses.alg1.reading import value_of
from exercises import Reroll, integer, nonzero, pick, poly

LINE = re.compile(r"\$f\(x\) = ([^$]+)\$ for \$([^$]+)\$")


@dataclass(frozen=True, slots=True)
class Rule:
    """mx + b on a part of the domain (`when` in TeX)."""

    m: int
    b: int
    when: str

    def at(self, x: int) -> int:
        """The value."""
        return self.m * x + self.b

    @property
    def tex(self) -> str:
        """TeX of the rule."""
        return poly(self.m, "x", self.b)


def listed_rules(rules: tuple[Rule, ...]) -> str:
    """The rules, one below the other."""
    return "\n".join(f"- $f(x) = {rule.tex}$ for ${rule.when}$" for rule in rules)


def holds(when: str, x: int) -> bool:
    """Whether a number belongs to a part."""
    return chain(when, "x")(x)  # type: ignore[arg-type]


def value_told(prompt: str, x: int) -> int:
    """The value at x from the rules in a text; exactly one of them holds."""
    (found,) = (value_of(tex, x=x) for tex, when in LINE.findall(prompt) if holds(when, x))
    return int(found)


def two_rules(rng: Random) -> tuple[tuple[Rule, Rule], int]:
    """Two rules that jump at a place, and the place."""
    at, closed = integer(rng, -4, 5), pick(rng, (True, False))
    one, two = ((nonzero(rng, -4, 4), integer(rng, -9, 9)) for _ in range(2))
    rules = Rule(*one, f"x < {at}" if closed else rf"x \le {at}"), Rule(*two, rf"x \ge {at}" if closed else f"x > {at}")
    if one[0] == two[0] or rules[0].at(at) == rules[1].at(at):
        raise Reroll
    return rules, at


def three_rules(rng: Random) -> tuple[tuple[Rule, Rule, Rule], int]:
    """Three rules, and the place where the second begins."""
    low = integer(rng, -4, 1)
    high = low + integer(rng, 2, 5)
    one, three = ((nonzero(rng, -4, 4), integer(rng, -9, 9)) for _ in range(2))
    middle = (pick(rng, (0, 0, 1, -1, 2)), integer(rng, -9, 9))
    rules = Rule(*one, f"x < {low}"), Rule(*middle, rf"{low} \le x < {high}"), Rule(*three, rf"x \ge {high}")
    if len({one, middle, three}) < 3:
        raise Reroll
    return rules, low
