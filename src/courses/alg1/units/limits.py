"""What a rounded reading leaves open, and things that come only whole."""

from random import Random

from courses.alg1.slips import apart
from courses.alg1.units.accuracy_contexts import COUNTS, READINGS
from exercises import Number, Question, Reroll, Step, decimal, integer, num, pick
from exercises.exact import Fraction


def limit(rng: Random) -> Question:
    """The smallest value that a reading can stand for, or the bound above it."""
    context, smallest = pick(rng, READINGS), rng.random() < 0.5
    step = Fraction(context.step)
    reading = step * integer(rng, context.low, context.high)
    side = -1 if smallest else 1
    answer = reading + side * step / 2
    unit = context.unit
    asks = (
        f"What is the smallest {context.measure} it can have?"
        if smallest
        else f"What is the lowest value that its {context.measure} certainly stays below?"
    )
    return Question(
        key=("limit", unit, reading, step, smallest),
        prompt=f"{context.thing} has a {context.measure} of {decimal(reading)} {unit},"
        f" rounded to the nearest {decimal(step)} {unit}. {asks}",
        answer=Number(answer, unit=unit),
        wrong={
            "limit-is-half-a-step": reading + side * step,
            "limit-on-other-side": reading - side * step / 2,
            "limit-is-the-reading": reading,
        },
        after=unit,
        calculator=True,
        hints=(
            "Think of the scale: which values are nearer to this mark than to the next ones?",
            f"The next mark on that side is {decimal(reading + side * step)} {unit}."
            " Where is the middle between the two marks?",
            f"Half a step is {decimal(step / 2)} {unit}, so the limit is {decimal(answer)} {unit}.",
        ),
        solution=(
            Step(
                f"One step is {decimal(step)} {unit}, half a step is {decimal(step / 2)} {unit}.",
                "Rounding moves a value by at most half a step.",
            ),
            Step(
                f"${decimal(reading)} {'-' if smallest else '+'} {decimal(step / 2)} = {decimal(answer)}$",
                f"{'Below' if smallest else 'From'} the middle between two marks the other mark is nearer.",
            ),
            Step(f"The limit is {decimal(answer)} {unit}.", "The value may lie anywhere within half a step."),
        ),
    )


def whole_things(rng: Random) -> Question:
    """A division whose exact result is no sensible answer: up, or down?"""
    context = pick(rng, COUNTS)
    a, b = pick(rng, context.a), pick(rng, context.b)
    down, left = divmod(a, b)
    if not left or down < 2 or str(b) == str(down + 1):
        raise Reroll
    answer = down + 1 if context.up else down
    wrong = {
        "rounded-down-in-need" if context.up else "rounded-up-beyond-stock": Fraction(down if context.up else down + 1),
        "kept-part-of-a-thing": Fraction(a, b),
    }
    return Question(
        key=("count", context.unit, a, b),
        prompt=context.says.format(a=a, b=b),
        answer=Number(answer, unit=context.unit),
        wrong=apart(Fraction(answer), wrong),
        after=context.unit,
        calculator=True,
        hints=(
            "Divide first. Then ask: what does the part after the point mean in this story?",
            f"${a} = {b} \\cdot {down} + {left}$: there is a rest of {left}. Does it count or not?"
            if context.up
            else f"$\\frac{{{a}}}{{{b}}}$ is not a whole number. Does the part that is left count or not?",
            f"{context.why} So it is {answer} {context.unit}.",
        ),
        solution=(
            Step(f"${a} = {b} \\cdot {down} + {left}$", "Divide and look at the rest."),
            Step(context.why, "The story decides between up and down, not the digits."),
            Step(f"So it is {answer} {context.unit}.", f"The exact ${num(Fraction(a, b))}$ makes no sense here."),
        ),
    )
