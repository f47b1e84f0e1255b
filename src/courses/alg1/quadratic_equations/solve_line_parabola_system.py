"""Solve a system of a line and a parabola."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from courses.alg1.equations.readback import displayed, gap
from courses.alg1.forms import hints
from courses.alg1.quadratic_equations.factors import factor, product
from courses.alg1.quadratic_equations.quadratics import Quadratic, apart, told
from courses.alg1.quadratic_equations.readback import how_many
from courses.alg1.slips import apart as slips_apart
from exercises import NumberSet, Pair, Question, Reroll, Step, integer, nonzero, num, person, pick, poly, template, term
from exercises.exact import Fraction

Point = tuple[Fraction, Fraction]


@dataclass(frozen=True, slots=True)
class Meeting:
    """A parabola and a line `y = m x + d` with what they have in common."""

    curve: Quadratic
    m: int
    d: int

    @property
    def difference(self) -> Quadratic:
        """Parabola minus line: zero where they meet."""
        return Quadratic(self.curve.a, self.curve.b - self.m, self.curve.c - self.d)

    @property
    def added(self) -> Quadratic:
        """Parabola plus line, which is what comes of terms that keep their sign."""
        return Quadratic(self.curve.a, self.curve.b + self.m, self.curve.c + self.d)

    @property
    def line(self) -> str:
        """Its right side."""
        return poly(self.m, "x", self.d)

    def y(self, x: int | Fraction) -> Fraction:
        """The height of the line."""
        return Fraction(self.m * x + self.d)

    def at(self, x: int) -> Point:
        """The point of the line at this place."""
        return Fraction(x), self.y(x)


def meeting(rng: Random, r: int, s: int) -> Meeting:
    """A parabola and a line that meet at x = r and x = s."""
    a, m, d = pick(rng, (1, 1, 1, -1, 2)), pick(rng, (-3, -2, -1, 1, 2, 3, 4)), integer(rng, -9, 9)
    found = Meeting(Quadratic(a, m - a * (r + s), a * r * s + d), m, d)
    if (
        found.curve.roots == found.difference.roots
        or abs(found.curve.b) > 12
        or abs(found.curve.c) > 40
        or not found.difference.b
        or not found.difference.c
    ):
        raise Reroll
    return found


def written(rng: Random, one: Meeting) -> str:
    """Both equations, the line in one of its forms."""
    lines = [f"y = {one.line}", f"y = {one.line}"]
    if one.d:
        lines.append(
            f"{poly(-one.m, 'x', 1, 'y')} = {one.d}" if one.m < 0 else f"{poly(one.m, 'x', -1, 'y')} = {-one.d}"
        )
    parabola, line = f"$$y = {one.curve.tex('x')}$$", f"$${pick(rng, lines)}$$"
    return f"{parabola}\n\n{line}"


def steps(one: Meeting, r: int, s: int, shown: str) -> tuple[Step, ...]:
    """From the two equations as shown to the factors."""
    q = one.difference
    alone = Step(f"Solve the line for $y$: $y = {one.line}$.", "Then both equations say what $y$ is.")
    set_equal = Step(f"Both heights are the same: ${one.curve.tex('x')} = {one.line}$.",
                     "At a common point both equations give the same $y$.")  # fmt: skip
    ordered = Step(f"All terms on one side: ${q.tex('x')} = 0$.", f"Take ${one.line}$ from both sides.")
    pair = (factor(1, -r), factor(1, -s))
    zero = f"{term(q.a, '(' + poly(1, 'x', -r) + ')^2')}" if r == s else product("x", pair, q.a)
    opening = () if f"y = {one.line}$" in shown else (alone,)
    return (*opening, set_equal, ordered, Step(f"Factor: ${zero} = 0$.", "A product is $0$ when one factor is."))


def height(one: Meeting, x: int, other: int) -> Step:
    """The other coordinate, from the line."""
    put_in = {1: num(x), -1: f"-{bracketed(x)}"}.get(one.m, f"{one.m} \\cdot {bracketed(x)}")
    plus = "" if not one.d else f" {'+' if one.d > 0 else '-'} {abs(one.d)}"
    places = f"$x = {x}$" if x == other else f"$x = {min(x, other)}$ or $x = {max(x, other)}$"
    return Step(
        f"So {places}. At $x = {x}$: $y = {put_in}{plus} = {num(one.y(x))}$.", "The line is the easier equation."
    )


def bracketed(x: int) -> str:
    """In brackets when negative."""
    return str(x) if x >= 0 else f"({x})"


def two_places(rng: Random) -> tuple[int, int]:
    """Where they meet, from left to right."""
    r, s = sorted((integer(rng, -7, 7), integer(rng, -7, 7)))
    if r == s or r == -s:
        raise Reroll
    return r, s


REMINDER = "Where the graphs meet, one $y$ belongs to both. What equation in $x$ does that give?"
ASK = "The parabola and the line below meet in two points."


def one_of_two(rng: Random) -> Question:
    """The point on the left, or on the right."""
    r, s = two_places(rng)
    one, side = meeting(rng, r, s), pick(rng, ("larger", "smaller"))
    x, other = (s, r) if side == "larger" else (r, s)
    point = one.at(x)
    return pair_question(
        ("one of two", side), one, (r, s), x,
        f"{ASK} Type the point with the {side} $x$-coordinate.\n\n{written(rng, one)}",
        {
            "gave_the_other_point": one.at(other), "swapped_x_and_y": point[::-1],
            "line_value_wrong_sign": (point[0], -point[1]), "y_left_at_zero": (point[0], Fraction(0)),
        },
    )  # fmt: skip


def other_point(rng: Random) -> Question:
    """One common point is known."""
    r, s = two_places(rng)
    one = meeting(rng, r, s)
    known, x = pick(rng, ((r, s), (s, r)))
    point, name = one.at(x), person(rng)
    shown = f"({num(one.at(known)[0])}, {num(one.at(known)[1])})"
    return pair_question(
        ("other", known), one, (r, s), x,
        f"{ASK} {name} has found the point ${shown}$. Type the other one.\n\n{written(rng, one)}",
        {
            "gave_the_other_point": one.at(known), "swapped_x_and_y": point[::-1],
            "line_value_wrong_sign": (point[0], -point[1]), "y_left_at_zero": (point[0], Fraction(0)),
        },
    )  # fmt: skip


def touching(rng: Random) -> Question:
    """The line touches the parabola."""
    r = nonzero(rng, -6, 6)
    one = meeting(rng, r, r)
    point = one.at(r)
    return pair_question(
        ("touching",), one, (r, r), r,
        f"The line below touches the parabola in exactly one point. Type this point.\n\n{written(rng, one)}",
        {
            "signs_of_the_factors": one.at(-r), "swapped_x_and_y": point[::-1],
            "line_value_wrong_sign": (point[0], -point[1]), "y_left_at_zero": (point[0], Fraction(0)),
        },
    )  # fmt: skip


def pair_question(
    key: tuple[object, ...], one: Meeting, roots: tuple[int, int], x: int, prompt: str, wrong: dict[str, Point]
) -> Question:
    """The question for one common point."""
    point = one.at(x)
    if point[0] == point[1] or abs(point[1]) > 40 or point[1] == 0:
        raise Reroll
    last = Step(
        f"The point is $({num(point[0])}, {num(point[1])})$.", "It lies on both graphs: check it in the parabola."
    )
    found = (*steps(one, *roots, prompt), height(one, x, sum(roots) - x))
    return Question(
        key=(*map(str, key), one.curve.a, one.curve.b, one.curve.c, one.m, one.d),
        prompt=prompt,
        answer=Pair(point),
        hints=hints(REMINDER, (*found, last)),
        solution=(*found, last),
        wrong=different(point, wrong),
    )


def different(point: Point, slips: dict[str, Point]) -> dict[str, Point]:
    """The slips that differ from the point and from each other."""
    return slips_apart(point, {name.replace("_", "-"): slip for name, slip in slips.items()})


def all_places(rng: Random) -> Question:
    """The x-coordinates of all common points; there may be none."""
    none = rng.random() < 0.2
    if none:
        one, r, s = apart_graphs(rng), 0, 0
        shown = written(rng, one)
        found: tuple[Step, ...] = (*steps(one, 1, 2, shown)[:-1], no_meeting(one))
    else:
        r, s = two_places(rng) if rng.random() < 0.8 else (r0 := nonzero(rng, -6, 6), r0)
        one = meeting(rng, r, s)
        shown = written(rng, one)
        found = steps(one, r, s, shown)
    values = one.difference.roots
    last = Step(told(values), "These are the places; each has its $y$ on the line." if values else
                "The graphs do not meet.")  # fmt: skip
    return Question(
        key=("places", one.curve.a, one.curve.b, one.curve.c, one.m, one.d),
        prompt="Type the $x$-coordinates of all points where the parabola and the line below meet, with commas "
        f"between them, or “no solution”.\n\n{shown}",
        answer=NumberSet(values),
        hints=hints(REMINDER, (*found, last)),
        solution=(*found, last),
        wrong=apart(values, {
            "solved_the_parabola_only": one.curve.roots or None,
            "gave_y_for_x": frozenset(one.y(x) for x in {r, s}) if values else None,
            "signs_of_the_factors": frozenset((-r, -s)) if values else None,
            "moved_without_turning_sign": one.added.roots or None,
            "root_of_negative": turned(one.difference) if not values else None,
        }),
        before="x =",
    )  # fmt: skip


def turned(q: Quadratic) -> frozenset[Fraction]:
    """What ignoring the sign under the root gives, when that is a simple number."""
    roots = Quadratic(q.a, q.b, q.c - (4 * q.a * q.c - q.b**2) // (2 * q.a)).roots
    return frozenset(root for root in roots if isinstance(root, Fraction))


def apart_graphs(rng: Random) -> Meeting:
    """A parabola above a line that it never meets."""
    p, k, m, d = nonzero(rng, -5, 5), integer(rng, 1, 9), pick(rng, (-2, -1, 1, 2, 3)), integer(rng, -9, 6)
    return Meeting(Quadratic(1, m - 2 * p, p * p + k + d), m, d)


def no_meeting(one: Meeting) -> Step:
    """Why there is no common point."""
    d = one.difference.discriminant
    return Step(f"The discriminant is ${d}$, a negative number.", "So no real $x$ makes both heights the same.")


FORMS: tuple[Callable[[Random], Question], ...] = (
    one_of_two,
    one_of_two,
    other_point,
    touching,
    all_places,
    all_places,
)


def met(question: Question) -> None:
    """Both equations are tried at all integers; the number of common points comes from the parabola's height."""
    parabola, line = displayed(question.prompt)
    right = parabola.split(" = ")[1]
    places = {Fraction(x) for x in range(-40, 41) if _common(right, line, Fraction(x)) is not None}
    combined = f"{right} = {_line_alone(line)}"
    assert len(places) == how_many(combined), combined
    if isinstance(question.answer, NumberSet):
        assert places == question.answer.values
        return
    assert isinstance(question.answer, Pair)
    points = sorted((x, _common(right, line, x)) for x in places)
    assert question.answer.value in points
    if len(points) == 2:
        wanted = points[-1] if "larger" in question.prompt else points[0]
        if "Type the other" in question.prompt:
            shown = question.prompt.split("the point $(")[1].split(")$")[0]
            wanted = next(point for point in points if str(point[0]) != shown.split(",")[0])
        assert question.answer.value == wanted


def _common(right: str, line: str, x: Fraction) -> Fraction | None:
    y = gap(f"{right} = 0", {"x": x})
    return y if gap(line, {"x": x, "y": y}) == 0 else None


def _line_alone(line: str) -> str:
    """The line's height from two points of it."""

    def at(x: int) -> Fraction:
        zero, one = (gap(line, {"x": Fraction(x), "y": Fraction(y)}) for y in (0, 1))
        return zero / (zero - one)

    return poly(at(1) - at(0), "x", at(0))


@template(
    "alg1/quadratic-equations/solve-line-parabola-system",
    version=1,
    standards=("HSA.REI.C.7",),
    answer=(Pair, NumberSet),
    check=met,
    band="coefficients to 40, integer points with coordinates to 40; the line solved for y or in standard form",
)
def line_and_parabola(rng: Random) -> Question:
    """A draw of one of the forms."""
    return pick(rng, FORMS)(rng)
