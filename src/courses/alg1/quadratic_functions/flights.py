"""Things that are thrown: how high, when, for how long."""

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

from courses.alg1.forms import hints
from courses.alg1.quadratic_functions.forms import Quad, with_zeros
from courses.alg1.slips import apart
from exercises import Exact, Number, Question, Reroll, Step, integer, num, pick
from exercises.exact import Fraction


@dataclass(frozen=True, slots=True)
class Throw:
    """What flies from where; how high it starts at most in metres, for how many seconds it rises at most."""

    story: str
    thing: str
    below: str
    highest: int
    rises: int


THROWS = (
    Throw("A ball is thrown upwards from a balcony.", "the ball", "ground", 30, 2),
    Throw("A rescue flare is fired upwards from the deck of a ship.", "the flare", "water", 20, 4),
    Throw("A water rocket is launched from a flat roof.", "the rocket", "ground", 25, 3),
    Throw("A basketball is thrown straight up from the stands of a sports hall.", "the ball", "floor", 15, 1),
    Throw("A stone is flung upwards from the edge of a canyon.", "the stone", "river", 120, 2),
    Throw("A tennis ball is hit straight up from a bridge.", "the ball", "river", 45, 3),
)


def throw(rng: Random, whole: bool = False) -> tuple[Throw, Quad, str]:
    """What flies, its height after t seconds, and the unit; with `whole` all of its special points are whole."""
    one = pick(rng, THROWS)
    unit, front, feet = pick(rng, (("metres", -5, 1), ("metres", -5, 1), ("feet", -16, 3)))
    parts = 1 if whole else 2
    top, before = Fraction(integer(rng, 1, parts * one.rises), parts), Fraction(integer(rng, 1, 5 * parts), parts)
    height = with_zeros(front, -before, before + 2 * top)
    if not feet <= height.c <= one.highest * feet or any(n.denominator > 1 for n in (height.b, height.c)):
        raise Reroll
    return one, height, unit


def formula(rng: Random, one: Quad) -> str:
    """The height in one of the three forms; standard form most often."""
    if rng.random() < 0.6 or one.h.denominator > 1 or one.k.denominator > 1:
        return one.standard_tex("t")
    whole = all(zero.denominator == 1 for zero in one.zeros)
    return one.factored_tex("t") if whole and rng.random() < 0.5 else one.vertex_tex("t")


def told_of(thrown: Throw, shown: str, unit: str) -> str:
    """The story with its formula."""
    return f"{thrown.story} After $t$ seconds {thrown.thing} is about $h(t) = {shown}$ {unit} above the {thrown.below}."


def flight(rng: Random) -> Question:
    """One of five questions about a flight."""
    thrown, one, unit = throw(rng)
    shown = formula(rng, one)
    told = told_of(thrown, shown, unit)
    ask = pick(rng, ("top", "top", "when", "when", "lands", "start", "at"))
    make = {"top": top, "when": when, "lands": lands, "start": start, "at": at}[ask]
    text, right, after, steps, slips = make(rng, one, thrown, unit)
    return Question(
        key=("flight", ask, *one.form, shown[:4]),
        prompt=f"{told} {text}",
        answer=Number(right, unit=after),
        hints=hints("What does the question ask for: a time $t$ or a height $h(t)$? Which point of the parabola is it?",
                    steps),
        solution=steps,
        wrong=apart(Fraction(right), {name: Fraction(value) for name, value in slips.items()}),
        after=after,
    )  # fmt: skip


Asked = tuple[str, Exact, str, tuple[Step, ...], Mapping[str, Exact]]


def turning(one: Quad) -> Step:
    """When the height is greatest."""
    first, second = one.zeros
    return Step(f"The height is greatest at $t = -\\frac{{b}}{{2a}} = {num(one.h)}$, halfway between the zeros "
                f"${num(first)}$ and ${num(second)}$.", "The vertex is the highest point.")  # fmt: skip


def top(rng: Random, one: Quad, it: Throw, unit: str) -> Asked:
    """The greatest height."""
    last = Step(f"There the height is $h({num(one.h)}) = {num(one.k)}$ {unit}.", "Put that time into the formula.")
    slips: dict[str, Exact] = {"story-time-for-height": one.h, "story-start-for-height": one.c,
                               "story-landing-for-height": one.zeros[-1], "story-rise-only": one.k - one.c}  # fmt: skip
    return f"What is the greatest height of {it.thing}?", one.k, unit, (turning(one), last), slips


def when(rng: Random, one: Quad, it: Throw, unit: str) -> Asked:
    """The time of the greatest height."""
    first, second = one.zeros
    middle = Step(f"The height is $0$ at $t = {num(first)}$ and at $t = {num(second)}$.", "These are the zeros.")
    last = Step(f"Halfway between them is the vertex: at $t = {num(one.h)}$ seconds.",
                "A parabola is the same on both sides of its vertex.")  # fmt: skip
    slips: dict[str, Exact] = {"story-height-for-time": one.k, "story-landing-for-top": second,
                               "story-half-the-flight": second / 2, "story-axis-sign": -one.h}  # fmt: skip
    return f"After how many seconds is {it.thing} highest?", one.h, "seconds", (middle, last), slips


def lands(rng: Random, one: Quad, it: Throw, unit: str) -> Asked:
    """The time of landing."""
    first, second = one.zeros
    zero = Step(f"There the height is $0$: $h(t) = 0$ for $t = {num(first)}$ and $t = {num(second)}$.",
                "Factor, or use the quadratic formula.")  # fmt: skip
    last = Step(
        f"Time counts from the start, so it is after ${num(second)}$ seconds.", "A negative time is before the start."
    )
    slips: dict[str, Exact] = {"story-top-for-landing": one.h, "story-negative-time": first,
                               "story-twice-the-top": 2 * one.h, "story-start-for-time": one.c}  # fmt: skip
    return f"After how many seconds does {it.thing} reach the {it.below}?", second, "seconds", (zero, last), slips


def start(rng: Random, one: Quad, it: Throw, unit: str) -> Asked:
    """The height at the beginning."""
    zero = Step("At the start no time has passed: $t = 0$.", "Time is counted from the start.")
    last = Step(f"$h(0) = {num(one.c)}$ {unit}", "Put $t = 0$ into the formula.")
    slips: dict[str, Exact] = {"story-top-for-start": one.k, "story-speed-for-start": one.b, "story-landing-for-height":
                               one.zeros[-1]}  # fmt: skip
    return f"How high is {it.thing} at the start?", one.c, unit, (zero, last), slips


def at(rng: Random, one: Quad, it: Throw, unit: str) -> Asked:
    """The time, other than the start, at the height of the start; or the height at a time."""
    if one.h.denominator == 1 and rng.random() < 0.5:
        first = Step(f"The height is greatest at $t = {num(one.h)}$, and the parabola is the same on both sides of it.",
                     "The start is that long before the vertex.")  # fmt: skip
        last = Step(f"So it has the same height as at the start after ${num(2 * one.h)}$ seconds.",
                    "The same time again after the vertex.")  # fmt: skip
        slips: dict[str, Exact] = {"story-top-for-landing": one.h, "story-landing-for-top": one.zeros[-1],
                                   "story-start-for-time": one.c}  # fmt: skip
        text = f"After how many seconds is {it.thing} just as high as at the start again?"
        return text, 2 * one.h, "seconds", (first, last), slips
    t = pick(rng, [n for n in range(1, int(one.zeros[-1]) + 1) if n != one.h and one.at(n) > 0] or [0])
    if not t:
        raise Reroll
    put = Step(f"Put $t = {t}$ into the formula.", "$h(t)$ is the height after $t$ seconds.")
    last = Step(f"$h({t}) = {num(one.at(t))}$ {unit}", "Square first, then multiply, then add.")
    slips = {
        "story-square-forgotten": one.a * t + one.b * t + one.c,
        "story-front-squared": (one.a * t) ** 2 + one.b * t + one.c,
        "story-sign-of-front": -one.a * t * t + one.b * t + one.c,
    }
    text = f"How high is {it.thing} after {t} {'second' if t == 1 else 'seconds'}?"
    return text, one.at(t), unit, (put, last), slips
