"""What the points and numbers of a story's parabola tell."""

from random import Random

from courses.alg1.quadratic_functions.flights import throw, told_of
from courses.alg1.quadratic_functions.forms import with_zeros
from exercises import Choice, Question, Reroll, SingleChoice, Step, integer, num, pick, plural, shuffled
from exercises.exact import Fraction

FACTS = ("top", "land", "start")
SLIPS = {"top": "meaning-vertex-for-other-point", "land": "meaning-zero-for-other-point", "start":
         "meaning-start-for-other-point", "turned": "meaning-numbers-exchanged"}  # fmt: skip


def meaning(rng: Random) -> Question:
    """A flight, or sales."""
    return of_flight(rng) if rng.random() < 0.6 else of_sales(rng)


def of_flight(rng: Random) -> Question:
    """What does h(2) = 45 tell?"""
    thrown, one, unit = throw(rng, whole=True)
    thing, noun = thrown.thing, {"metres": "metre", "feet": "foot"}[unit]
    h, k, c, end = int(one.h), int(one.k), int(one.c), int(one.zeros[-1])
    if end == c or one.b == c:
        raise Reroll
    fact = pick(rng, FACTS)
    x, y = {"top": (h, k), "land": (end, 0), "start": (0, c)}[fact]
    said = {"top": f"After {plural(x, 'second')} {thing} is at its highest point, at {plural(y, noun)}",
            "land": f"After {plural(x, 'second')} {thing} is down again, at height 0",
            "start": f"At the beginning {thing} is at a height of {plural(y, noun)}"}  # fmt: skip
    other = {"top": f"{thing[0].upper()}{thing[1:]} is down again after {plural(h, 'second')}, having been "
                    f"{plural(k, noun)} high",
             "land": f"After {plural(x, 'second')} {thing} is at its highest point",
             "start": f"The greatest height of {thing} is {plural(c, noun)}"}[fact]  # fmt: skip
    turned = {"top": f"After {plural(k, 'second')} {thing} is {plural(h, noun)} high",
              "land": f"At the beginning {thing} is at a height of {plural(end, noun)}",
              "start": f"After {plural(c, 'second')} {thing} is down again, at height 0"}[fact]  # fmt: skip
    speed = {"top": f"{thing} flies {plural(h, noun)} upwards in each of the first {plural(k, 'second')}",
             "land": f"{thing} comes down by {plural(end, noun)} in each second",
             "start": f"{thing} starts upwards at a speed of {plural(c, noun)} per second"}[fact]  # fmt: skip
    rows = (
        Choice(f"{said[fact]}.", True),
        Choice(f"{other}.", False, SLIPS[fact]),
        Choice(f"{turned}.", False, SLIPS["turned"]),
        Choice(capital(speed), False, "meaning-read-as-rate"),
    )
    shown = one.standard_tex("t")
    why = {"top": f"${x}$ is halfway between the zeros ${num(one.zeros[0])}$ and ${end}$, so this point is the vertex.",
           "land": "The height is $0$, and $t$ is the greater zero.",
           "start": "$t = 0$ is the moment when the time begins."}[fact]  # fmt: skip
    first = Step(
        f"In $h({x}) = {y}$ the time is ${x}$ and the height is ${y}$.", "The time is put in, a height comes out."
    )
    then = Step(why, "Look where the point lies on the parabola.")
    last = Step(f"{said[fact]}.", "In the words of the story.")
    return Question(
        key=("flight means", fact, *one.form),
        prompt=f"{told_of(thrown, shown, unit)} What does $h({x}) = {y}$ tell?",
        answer=SingleChoice(shuffled(rng, rows)),
        hints=("Which number is a time, which is a height? And where on the parabola does this point lie?", first.text,
               f"{then.text} So: {said[fact][0].lower()}{said[fact][1:]}."),
        solution=(first, then, last),
    )  # fmt: skip


def capital(text: str) -> str:
    """A sentence."""
    return f"{text[0].upper()}{text[1:]}."


SHOPS = (("A tailor sells scarves", "scarf"), ("A museum sells tickets", "ticket"), ("A farm sells jars of "
                                                                                     "honey", "jar"),
         ("A school sells yearbooks", "yearbook"))  # fmt: skip


def of_sales(rng: Random) -> Question:
    """What do the vertex and the zeros of a profit tell?"""
    (story, thing), p, gap = pick(rng, SHOPS), integer(rng, 3, 20), 2 * integer(rng, 3, 12)
    front = integer(rng, 2, 9)
    one = with_zeros(-front, p, p + gap)
    h, k, q = int(one.h), int(one.k), p + gap
    fact = pick(rng, ("top", "low", "high"))
    x, y = {"top": (h, k), "low": (p, 0), "high": (q, 0)}[fact]
    said = {
        "top": f"The greatest profit is \\${k:,}, at a price of \\${h}",
        "low": f"At a price of \\${p} the profit is 0; below that price there is a loss",
        "high": f"At a price of \\${q} the profit is 0; above that price there is a loss",
    }
    wrong = {
        "top": (
            (f"The greatest price at which there is a profit is \\${h}", "meaning-vertex-for-other-point"),
            (f"The greatest profit is \\${h}, at a price of \\${k:,}", "meaning-numbers-exchanged"),
            (f"At a price of \\${h} the profit from each {thing} is \\${k:,}", "meaning-read-as-rate"),
        ),
        "low": (
            (f"At a price of \\${p} the profit is as great as it can be", "meaning-zero-for-other-point"),
            (f"When nothing is charged, \\${p} is lost", "meaning-numbers-exchanged"),
            (f"At a price of \\${p} the profit is 0; above that price there is always a loss", "meaning-wrong-side"),
        ),
        "high": (
            (f"At a price of \\${q} the profit is as great as it can be", "meaning-zero-for-other-point"),
            (f"When nothing is charged, \\${q} is lost", "meaning-numbers-exchanged"),
            (f"At a price of \\${q} the profit is 0; below that price there is always a loss", "meaning-wrong-side"),
        ),
    }[fact]
    rows = [Choice(f"{said[fact]}.", True), *(Choice(f"{text}.", False, name) for text, name in wrong)]
    first = Step(
        f"In $P({x}) = {num(Fraction(y))}$ the price is ${x}$ and the profit is ${y}$.", "The price is put in."
    )
    why = {
        "top": f"${h}$ is halfway between the zeros ${p}$ and ${q}$, so this point is the vertex.",
        "low": f"It is the smaller zero. Between ${p}$ and ${q}$ the profit is positive.",
        "high": f"It is the greater zero. Between ${p}$ and ${q}$ the profit is positive.",
    }[fact]
    then = Step(why, "The parabola opens downwards.")
    last = Step(f"{said[fact]}.", "In the words of the story.")
    return Question(
        key=("sales mean", fact, *one.form),
        prompt=f"{story} for $x$ dollars each. The profit of a month is $P(x) = {one.factored_tex('x')}$ dollars. "
               "What does "
        f"$P({x}) = {y}$ tell?",
        answer=SingleChoice(shuffled(rng, rows)),
        hints=("Which number is a price, which is a profit? And where on the parabola does this point lie?", first.text,
               f"{then.text} So: {said[fact][0].lower()}{said[fact][1:]}."),
        solution=(first, then, last),
    )  # fmt: skip
