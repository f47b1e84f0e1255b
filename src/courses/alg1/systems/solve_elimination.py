"""Solve by elimination."""

from dataclasses import dataclass
from random import Random

from courses.alg1.forms import one_of
from courses.alg1.slips import apart
from courses.alg1.systems.rows import Row, both, meeting, other, small, spot
from courses.alg1.systems.solve_substitution import ending, put_into_both
from exercises import Pair, Question, Reroll, Step, integer, nonzero, num, pick, signed, template, term
from exercises.exact import Fraction
from exercises.geometry import Exact, Point


@dataclass(frozen=True, slots=True)
class Plan:
    """`gone` drops out when `s` times the first and `t` times the second equation are added."""

    one: Row
    two: Row
    s: int
    t: int
    gone: str

    @property
    def stays(self) -> str:
        """The letter that is left."""
        return other(self.gone)

    @property
    def sum(self) -> Row:
        """What is left of both equations."""
        return self.one.times(self.s).plus(self.two.times(self.t))

    def answer(self) -> tuple[Fraction, Fraction]:
        """The solution."""
        return meeting(self.one, self.two)

    def with_value(self, stays: Exact) -> Point | None:
        """The pair that the first equation gives for a value of the letter that stays."""
        row = self.one
        u = Fraction(row.c - row.coefficient(self.stays) * Fraction(stays), row.coefficient(self.gone))
        return (stays, u) if self.stays == "x" else (u, stays)

    def slips(self) -> dict[str, Point]:
        """What goes wrong often."""
        answer, left, right = self.answer(), self.sum.coefficient(self.stays), self.sum.c
        one, two = self.one.times(self.s), self.two.times(self.t)
        found: dict[str, Point | None] = {}
        if self.t < 0:
            found["eliminated-added-right-sides"] = self.with_value(Fraction(one.c - two.c, left))
            mixed = one.coefficient(self.stays) - two.coefficient(self.stays)
            found["eliminated-sign-of-second-term"] = self.with_value(Fraction(right, mixed)) if mixed else None
        if abs(self.s) > 1 or abs(self.t) > 1:
            found["eliminated-left-sides-only"] = self.with_value(Fraction(self.one.c + self.two.c, left))
            unmultiplied = self.one.coefficient(self.stays) + self.two.coefficient(self.stays)
            found["eliminated-one-term-only"] = self.with_value(Fraction(right, unmultiplied)) if unmultiplied else None
        if self.s == self.t == 1:
            found["eliminated-subtracted-right-sides"] = self.with_value(Fraction(one.c - two.c, left))
        u = answer["xy".index(self.gone)]
        v = answer["xy".index(self.stays)]
        found["back-value-sign"] = (v, -u) if self.stays == "x" else (-u, v)
        found["pair-swapped"] = (answer[1], answer[0])
        return apart(answer, {name: slip for name, slip in found.items() if slip is not None and small(slip, 200)})


ADDED, SUBTRACTED = "Add the two equations", "Subtract the second of the two equations from the first"


def multiplied(plan: Plan) -> list[Step]:
    """The equations that are multiplied first."""
    factors = ((plan.one, abs(plan.s), "first"), (plan.two, abs(plan.t), "second"))
    return [
        Step(f"Multiply the {which} equation by ${k}$: ${row.times(k).tex}$.", "Every term on both sides.")
        for row, k, which in factors if k > 1
    ]  # fmt: skip


def joined(plan: Plan) -> Step:
    """The addition or subtraction and what it leaves."""
    row, at = plan.sum, plan.answer()["xy".index(plan.stays)]
    a = row.coefficient(plan.stays)
    way = ADDED if plan.t > 0 else SUBTRACTED
    way = way.replace("equations", "new equations") if abs(plan.s * plan.t) > 1 else way
    left = f"${term(a, plan.stays)} = {row.c}$"
    so = "" if a == 1 else f", so ${plan.stays} = {num(at)}$"
    drops = f"The terms in ${plan.gone}$ drop out."
    return Step(f"{way}: {left}{so}.", drops if a == 1 else f"{drops} Then divide.")


def back(plan: Plan) -> Step:
    """The second letter, from the first equation."""
    answer, row = plan.answer(), plan.one
    at, u = (answer["xy".index(letter)] for letter in (plan.stays, plan.gone))
    known, free = row.coefficient(plan.stays), row.coefficient(plan.gone)
    value = known * at
    if plan.stays == "x":
        line = f"{num(value)} {signed(free, 'y')} = {row.c}" if value else f"{term(free, 'y')} = {row.c}"
    else:
        line = f"{term(free, 'x')}" + (f" {signed(value)}" if value else "") + f" = {row.c}"
    so = "" if line == f"{plan.gone} = {num(u)}" else f", so ${plan.gone} = {num(u)}$"
    return Step(f"In the first equation: ${line}${so}.", f"Put ${plan.stays} = {num(at)}$ in.")


def asked(key: tuple[object, ...], plan: Plan, shown: tuple[str, str], reminder: str) -> Question:
    """The question of a plan."""
    answer = plan.answer()
    work = (*multiplied(plan), joined(plan), back(plan), ending(answer))
    return Question(
        key=key,
        prompt=f"Solve the system by elimination. Give the solution as a pair $(x, y)$.\n\n{both(*shown)}",
        answer=Pair(answer),
        wrong=plan.slips(),
        hints=(reminder, *([" ".join(step.text for step in multiplied(plan))] if multiplied(plan) else []),
               joined(plan).text, back(plan).text, ending(answer).text),
        solution=work,
    )  # fmt: skip


def rows(rng: Random, gone: str, first: int, second: int) -> tuple[Row, Row]:
    """Two equations with these coefficients of the letter that is to go."""
    p = spot(rng, 8)
    a, b = nonzero(rng, -7, 7), nonzero(rng, -7, 7)
    pairs = ((a, first), (b, second)) if gone == "y" else ((first, a), (second, b))
    one, two = (Row(m, n, m * p[0] + n * p[1]) for m, n in pairs)
    if one.a < 0 or one.a * two.b == two.a * one.b or not one.c or not two.c or 0 in p:
        raise Reroll
    return one, two


def add(rng: Random) -> Question:
    """The letter has opposite coefficients."""
    gone, k = pick(rng, "xy"), nonzero(rng, -6, 6)
    one, two = rows(rng, gone, k, -k)
    plan = Plan(one, two, 1, 1, gone)
    if plan.sum.coefficient(plan.stays) in (1, -1) and rng.random() < 0.7:
        raise Reroll
    reminder = "Compare the numbers before each letter. Which letter drops out when the equations are added?"
    return asked(("add", one, two), plan, (one.tex, two.tex), reminder)


def subtract(rng: Random) -> Question:
    """The letter has the same coefficient."""
    gone, k = pick(rng, "xy"), nonzero(rng, -6, 6)
    one, two = rows(rng, gone, k, k)
    if two.a < 0:
        raise Reroll
    return asked(("subtract", one, two), Plan(one, two, 1, -1, gone), (one.tex, two.tex),
                 "One letter has the same number before it in both. What can you do to make it drop out?")  # fmt: skip


def times_one(rng: Random) -> Question:
    """One equation is multiplied first."""
    gone, k, times = pick(rng, "xy"), nonzero(rng, -4, 4), integer(rng, 2, 5)
    sign = pick(rng, (1, -1))
    which = pick(rng, ("first", "second"))
    one, two = rows(rng, gone, *((k, -sign * k * times) if which == "first" else (-sign * k * times, k)))
    if two.a < 0 or abs(one.coefficient(other(gone))) == abs(two.coefficient(other(gone))):
        raise Reroll
    plan = Plan(one, two, *((times, sign) if which == "first" else (1, sign * times)), gone)
    return asked(("times one", one, two), plan, (one.tex, two.tex),
                 f"Adding or subtracting as they are keeps both letters. By which number must you multiply the {which} "
                 f"equation, so that the terms in ${gone}$ match?")  # fmt: skip


def times_both(rng: Random) -> Question:
    """Both equations are multiplied first."""
    gone, (m, n) = pick(rng, "xy"), pick(rng, ((2, 3), (3, 2), (2, 5), (5, 2), (3, 4), (4, 3), (3, 5), (5, 3)))
    sign = pick(rng, (1, -1)) if gone == "y" else -1
    one, two = rows(rng, gone, m, sign * n)
    mine, yours = abs(one.coefficient(other(gone))), abs(two.coefficient(other(gone)))
    if two.a < 0 or mine % yours == 0 or yours % mine == 0:
        raise Reroll
    plan = Plan(one, two, n, -sign * m, gone)
    return asked(("times both", one, two), plan, (one.tex, two.tex),
                 f"Multiply both equations, so that ${gone}$ has the same number before it in each. "
                 f"What is a common multiple of {m} and {n}?")  # fmt: skip


@template(
    "alg1/systems/solve-elimination",
    version=1,
    standards=("HSA.REI.C.6",),
    answer=Pair,
    check=put_into_both,
    band="coefficients up to 20 and integer solutions up to 8: add, subtract, or multiply one or both equations first",
)
def solve_elimination(rng: Random) -> Question:
    """Add, subtract, or multiply first."""
    return one_of(rng, (add, subtract, times_one, times_one, times_both))
