"""Solve by substitution."""

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

from courses.alg1.forms import one_of
from courses.alg1.lines.points import pair
from courses.alg1.slips import apart
from courses.alg1.systems.rows import Row, both, equations_in, fits, how_many, in_one_order, other, small, spot
from exercises import Pair, Question, Reroll, Step, bracketed, integer, nonzero, num, pick, poly, signed, template, term
from exercises.exact import Fraction
from exercises.geometry import Exact, Point


@dataclass(frozen=True, slots=True)
class Plan:
    """`letter` = m v + k (v is the other letter), to be put into `row`."""

    letter: str
    m: Fraction
    k: Fraction
    row: Row

    @property
    def v(self) -> str:
        """The letter that stays."""
        return other(self.letter)

    @property
    def inner(self) -> str:
        """What takes the place of the letter."""
        return poly(self.m, self.v, self.k)

    @property
    def outer(self) -> int:
        """What multiplies the letter in the row."""
        return self.row.coefficient(self.letter)

    @property
    def beside(self) -> int:
        """What multiplies the other letter there."""
        return self.row.coefficient(self.v)

    def replaced(self) -> str:
        """The row with the expression in its place."""
        bracket = f"({self.inner})"
        if self.letter == "x":
            return f"{term(self.outer, bracket)} {signed(self.beside, 'y')} = {self.row.c}"
        return f"{term(self.beside, 'x')} {signed(self.outer, bracket)} = {self.row.c}"

    def opened(self) -> str:
        """The same without the bracket."""
        parts = [signed(self.outer * self.m, self.v), signed(self.outer * self.k), signed(self.beside, self.v)]
        if self.letter == "y":
            parts = [parts[2], *parts[:2]]
        return f"{unsigned_start(' '.join(parts))} = {self.row.c}"

    @property
    def slope(self) -> Fraction:
        """What multiplies the letter that stays, in the end."""
        return self.beside + self.outer * self.m

    def pair(self, v: Exact, put: Exact | None = None) -> Point:
        """The pair with this value of v and the value of the letter that belongs to it (or another one)."""
        u = self.m * v + self.k if put is None else put
        return (u, v) if self.letter == "x" else (v, u)

    def answer(self) -> Point:
        """The solution. Reroll when there is not exactly one."""
        if not self.slope:
            raise Reroll
        return self.pair((self.row.c - self.outer * self.k) / self.slope)

    def slips(self) -> Mapping[str, Point]:
        """What goes wrong often."""
        answer = self.answer()
        v, c = answer["xy".index(self.v)], self.row.c
        found: dict[str, Point] = {
            "substituted-first-term-only": self.pair((c - self.k) / self.slope),
            "undid-with-same-sign": self.pair((c + self.outer * self.k) / self.slope),
            "back-substituted-half": self.pair(v, self.m * v),
            "pair-swapped": (answer[1], answer[0]),
        }
        if self.outer < 0:
            found["substituted-sign-lost"] = self.pair((c + self.outer * self.k) / self.slope)
            found = {name: found[name] for name in ("substituted-sign-lost", *found)}
        kept = {name: slip for name, slip in found.items() if small(slip, 200)}
        return apart(answer, kept)


def unsigned_start(text: str) -> str:
    """A sum that begins with a signed term, as it is written: `+ 3x - 2` is `3x - 2`."""
    return text[2:] if text.startswith("+ ") else f"-{text[2:]}"


OPENS = {
    0: "The number before the bracket multiplies both terms.",
    1: "After a plus the bracket may be left out.",
    -1: "The minus before the bracket changes both signs inside.",
}
"""Why a bracket is opened so, by the number in front of it."""


def steps(plan: Plan, freed: Step | None = None) -> tuple[Step, ...]:
    """From the expression to the pair."""
    v, u, answer = plan.v, plan.letter, plan.answer()
    at = answer["xy".index(v)]
    rest = plan.row.c - plan.outer * plan.k
    lines = [freed] if freed else []
    lines.append(Step(f"Put ${plan.inner}$ in place of ${u}$ in the other equation: ${plan.replaced()}$.",
                      f"Both stand for the same number, so only ${v}$ is left."))  # fmt: skip
    lines.append(Step(f"Open the bracket: ${plan.opened()}$.", OPENS.get(plan.outer, OPENS[0])))
    if plan.slope == 1:
        lines.append(Step(f"Collect: ${v} = {num(at)}$.", "Like terms together, then the constant to the right."))
    else:
        lines.append(Step(f"Collect: ${term(plan.slope, v)} = {num(rest)}$, so ${v} = {num(at)}$.",
                          "Like terms together, the constant to the right, then divide."))  # fmt: skip
    return (*lines, back(plan, at), ending(answer))


def back(plan: Plan, at: Exact) -> Step:
    """The second letter."""
    product = f"{num(plan.m)} \\cdot {bracketed(at)}" if at else "0"
    times = {Fraction(1): num(at), Fraction(-1): f"-{bracketed(at)}"}.get(plan.m, product) if at else product
    plus = f" {signed(plan.k)}" if plan.k else ""
    found = num(plan.m * at + plan.k)
    line = f"{plan.letter} = {times}{plus}" + (f" = {found}" if f"{times}{plus}" != found else "")
    return Step(f"Then ${line}$.", f"Put ${num(at)}$ back into ${plan.letter} = {plan.inner}$.")


def ending(answer: Point) -> Step:
    """The pair."""
    return Step(f"The solution is ${pair(answer)}$.", "It fits both equations: put it in and see.")


def asked(
    key: tuple[object, ...], plan: Plan, shown: tuple[str, str], reminder: str, work: tuple[Step, ...]
) -> Question:
    """The question of a plan."""
    answer = plan.answer()
    return Question(
        key=key,
        prompt=f"Solve the system by substitution. Give the solution as a pair $(x, y)$.\n\n{both(*shown)}",
        answer=Pair(answer),
        wrong=plan.slips(),
        hints=(reminder, *(step.text for step in work[:-5]), f"{work[-5].text} {work[-4].text}",
               f"{work[-3].text} {work[-2].text}", work[-1].text),
        solution=work,
    )  # fmt: skip


def one_is_solved(rng: Random) -> Question:
    """y = mx + k (or x = my + k) and ax + by = c."""
    letter, p = pick(rng, "xyy"), spot(rng, 7)
    u, v = p if letter == "x" else p[::-1]
    m = Fraction(nonzero(rng, -5, 5), pick(rng, (1, 1, 1, 1, 2)))
    k = u - m * v
    a, b = nonzero(rng, -6, 6), nonzero(rng, -6, 6)
    row = Row(a, b, a * p[0] + b * p[1])
    plan = Plan(letter, m, k, row)
    if k.denominator > 1 or not k or (m.denominator > 1 and plan.outer % 2) or a < 0 or plan.slope in (0, -1):
        raise Reroll
    shown = in_one_order(rng, f"{letter} = {plan.inner}", row.tex)
    return asked(("solved", letter, m, k, row), plan, shown,
                 f"One equation says what ${letter}$ is. Put that in place of ${letter}$ in the other, in brackets.",
                 steps(plan))  # fmt: skip


def half_solution(rng: Random) -> Question:
    """The same with a half or a third in the solution."""
    below = pick(rng, (2, 2, 3))
    v, m, k = Fraction(nonzero(rng, -9, 9), below), below * nonzero(rng, -3, 3), nonzero(rng, -8, 8)
    outer, beside = nonzero(rng, -3, 3), below * nonzero(rng, -3, 3)
    if v.denominator == 1:
        raise Reroll
    row = Row(beside, outer, int(outer * (m * v + k) + beside * v))
    plan = Plan("y", Fraction(m), Fraction(k), row)
    if row.a < 0 or not row.c or plan.slope in (0, 1, -1):
        raise Reroll
    shown = in_one_order(rng, f"y = {plan.inner}", row.tex)
    return asked(("part", below, m, k, row), plan, shown,
                 "One equation says what $y$ is. Put that in place of $y$ in the other, in brackets.",
                 steps(plan))  # fmt: skip


def free_one_first(rng: Random) -> Question:
    """Both in standard form; in one of them a letter has the coefficient 1 or -1."""
    letter, p = pick(rng, "xy"), spot(rng, 7)
    sign, rest = pick(rng, (1, 1, -1)), nonzero(rng, -6, 6)
    easy = Row(sign, rest, sign * p[0] + rest * p[1]) if letter == "x" else Row(rest, sign, rest * p[0] + sign * p[1])
    a, b = integer(rng, 2, 6), pick(rng, (-1, 1)) * integer(rng, 2, 6)
    row = Row(a, b, a * p[0] + b * p[1])
    plan = Plan(letter, Fraction(-rest, sign), Fraction(easy.c, sign), row)
    if abs(rest) == 1 or not easy.c or plan.slope in (0, -1):
        raise Reroll
    freed = Step(f"Solve ${easy.tex}$ for ${letter}$: ${letter} = {plan.inner}$.",
                 f"There ${letter}$ has no number before it that would make fractions.")  # fmt: skip
    return asked(("free", letter, easy, row), plan, in_one_order(rng, easy.tex, row.tex),
                 "Which letter is the easiest to free? Look for one that has no number before it, or only a minus.",
                 steps(plan, freed))  # fmt: skip


def both_solved(rng: Random) -> Question:
    """y = mx + b twice."""
    p = spot(rng, 7)
    m, n = nonzero(rng, -6, 6), nonzero(rng, -6, 6)
    b, d = p[1] - m * p[0], p[1] - n * p[0]
    if m == n or abs(m - n) == 1 or not b or not d or not p[0]:
        raise Reroll
    one, two = poly(m, "x", b), poly(n, "x", d)
    if m > n:
        joined = f"Letters to the left, numbers to the right: ${term(m - n, 'x')} = {d - b}$, so $x = {p[0]}$."
    else:
        joined = f"Letters to the right, numbers to the left: ${b - d} = {term(n - m, 'x')}$, so $x = {p[0]}$."
    times = {1: num(p[0]), -1: f"-{bracketed(p[0])}"}.get(m, f"{m} \\cdot {bracketed(p[0])}")
    work = (
        Step(f"Both right sides are $y$, so they are equal: ${one} = {two}$.",
             "Put the one expression in place of $y$ in the other equation."),
        Step(joined, "The same is done to both sides."),
        Step(f"Then $y = {times} {signed(b)} = {p[1]}$.", "Put $x$ back into one of the equations."),
        ending(p),
    )  # fmt: skip
    wrong: dict[str, Point] = {
        "undid-with-same-sign": (Fraction(d + b, m - n), m * Fraction(d + b, m - n) + b),
        "back-substituted-half": (p[0], m * p[0]),
        "pair-swapped": (p[1], p[0]),
    }
    if m + n:
        x = Fraction(d - b, m + n)
        wrong["gathered-with-same-sign"] = (x, m * x + b)
    return Question(
        key=("both", m, b, n, d),
        prompt="Solve the system by substitution. Give the solution as a pair $(x, y)$.\n\n"
        f"{both(f'y = {one}', f'y = {two}')}",
        answer=Pair(p),
        wrong=apart(p, wrong),
        hints=("Each equation says what $y$ is. What does that tell about the two right sides?",
               work[0].text, f"{joined} {work[2].text}", work[3].text),
        solution=work,
    )  # fmt: skip


def put_into_both(question: Question) -> None:
    """The pair fits both equations of the prompt, and no other pair does."""
    assert isinstance(question.answer, Pair)
    one, two = equations_in(question.prompt)
    assert fits(one, question.answer.value)
    assert fits(two, question.answer.value)
    assert how_many(one, two) == "Exactly one solution"


FORMS = (one_is_solved, one_is_solved, one_is_solved, half_solution, free_one_first, free_one_first, both_solved)


@template(
    "alg1/systems/solve-substitution",
    version=1,
    standards=("HSA.REI.C.6",),
    answer=Pair,
    check=put_into_both,
    band="coefficients up to 6; one letter free in one equation, in both, or to be freed; integers, halves, thirds",
)
def solve_substitution(rng: Random) -> Question:
    """One letter is free, both are, or one has to be freed first."""
    return one_of(rng, FORMS)
