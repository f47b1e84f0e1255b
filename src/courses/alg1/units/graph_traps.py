"""Charts that look like something else: cut axes, unlike scales, uneven numbers; and choosing a scale."""

import itertools
from itertools import permutations
from random import Random

from courses.alg1.units.graph_contexts import DAYS, GROWING, SUBJECTS, Subject
from exercises import Choice, Question, Reroll, SingleChoice, Step, integer, person, pick, pick_distinct, shuffled
from exercises.exact import Fraction
from exercises.figures.scales import Panel, charts


def in_order(subject: Subject, names: tuple[str, ...]) -> tuple[str, ...]:
    """Names in the order of their days or months."""
    return tuple(sorted(names, key=subject.names.index))


def taller_bar(rng: Random) -> Question:
    """A bar looks several times as tall, because the axis begins high up."""
    subject, who = pick(rng, SUBJECTS), person(rng)
    names = in_order(subject, pick_distinct(rng, subject.names, 2))
    step, small, times = pick(rng, subject.steps), integer(rng, 1, 3), integer(rng, 2, 4)
    origin = step * integer(rng, small * times + 3, 30)
    top = small * times + integer(rng, 1, 2)
    if top > 9:
        raise Reroll
    low, high = origin + step * small, origin + step * small * times
    labels = tuple(str(origin + step * line) for line in range(top + 1))
    figure = charts(Panel(subject.title, labels, names, (Fraction(small), Fraction(small * times))))
    more = high - low
    choices = (
        Choice(f"The values are {low} and {high}: one is larger by {more}.", True, value=("by", more)),
        Choice(
            f"One is {times} times as tall, so it is {times} times as large.", misconception="looks-taken-for-values"
        ),
        Choice(
            f"The values are {low - origin} and {high - origin}, as the bars show.",
            misconception="origin-taken-as-zero",
        ),
        Choice("No values can be read when an axis does not begin at 0.", misconception="axis-without-zero-unreadable"),
    )
    a, b = (subject.of.format(f"**{name}**") for name in names)
    return Question(
        key=("taller", subject.title, origin, step, small, times),
        prompt=f"{who} says: “The value {b} is {times} times the value {a}.” ({subject.title})"
        " What does the chart really say?",
        answer=SingleChoice(shuffled(rng, choices)),
        figure=figure,
        hints=(
            "At which number does the upright axis begin?",
            f"The bars begin at {origin}, not at 0. Read both tops on the axis instead of comparing lengths.",
            f"Read on the axis: {_lower(choices[0].text)}",
        ),
        solution=(
            Step(f"The axis begins at {origin}.", "A bar shows only what is above that number."),
            Step(f"The tops are at {low} and {high} {subject.unit}.", "Read them on the axis."),
            Step(f"{times} times {low} would be {times * low}.", "Lengths can be compared only from 0 on."),
            Step(f"{choices[0].text}", "That is all the chart says."),
        ),
    )


Pairs = tuple[tuple[int, int], tuple[int, int]]


def _misleading(result: str) -> tuple[Pairs, ...]:
    """All (worth of a step, steps climbed), left and right, where the steeper line does not grow more."""
    return tuple(
        (steps, (left, right))
        for steps in permutations((1, 2, 4, 5, 10), 2)
        for left, right in permutations(range(2, 7), 2)
        if _larger(left * steps[0], right * steps[1]) == result != _larger(left, right)
    )


def _larger(left: int, right: int) -> str:
    return "same" if left == right else "first" if left > right else "second"


MISLEADING = {result: _misleading(result) for result in ("first", "second", "same")}


def two_panels(rng: Random) -> Question:
    """Two graphs with different scales: which quantity grew more?"""
    title_a, a, title_b, b = pick(rng, GROWING)
    result = pick(rng, tuple(MISLEADING))
    steps, climbs = pick(rng, MISLEADING[result])
    starts = (integer(rng, 0, 3), integer(rng, 0, 3))
    grown = [climb * step for climb, step in zip(climbs, steps, strict=True)]
    panels = [
        _growing(rng, title, step, start, climb)
        for title, step, start, climb in zip((title_a, title_b), steps, starts, climbs, strict=True)
    ]
    choices = (
        _growth(a, "first", result),
        _growth(b, "second", result),
        Choice(
            "Both by the same amount",
            result == "same",
            None if result == "same" else "looks-taken-for-values",
            value="same",
        ),
        Choice(
            "It cannot be told from graphs like these", misconception="axis-without-zero-unreadable", value="cannot"
        ),
    )
    answer = next(choice.text for choice in choices if choice.right)
    return Question(
        key=("panels", title_a, steps, starts, climbs),
        prompt="Look at both graphs and at their scales. Which grew by more from the first week to the fifth?",
        answer=SingleChoice(shuffled(rng, choices)),
        figure=charts(*panels),
        hints=(
            "A steep line may stand for little growth when a step of its grid is worth little.",
            f"One step is worth {steps[0]} on the left and {steps[1]} on the right. By how many steps does each rise?",
            f"The growth is ${climbs[0]} \\cdot {steps[0]} = {grown[0]}$ on the left and"
            f" ${climbs[1]} \\cdot {steps[1]} = {grown[1]}$ on the right. So this one is right: {answer}.",
        ),
        solution=(
            Step(f"Left: {climbs[0]} steps of {steps[0]}, that is {grown[0]}.", "Last value minus first value."),
            Step(f"Right: {climbs[1]} steps of {steps[1]}, that is {grown[1]}.", "With the scale of that graph."),
            Step(f"{answer}.", "Amounts are compared, not how steep the lines look."),
        ),
    )


def _lower(text: str) -> str:
    return text[0].lower() + text[1:]


def _growth(what: str, value: str, result: str) -> Choice:
    text = what[0].upper() + what[1:]
    return Choice(text, value == result, None if value == result else "steepness-without-scale", value=value)


def _growing(rng: Random, title: str, step: int, start: int, climb: int) -> Panel:
    top = 9
    between = sorted(integer(rng, 0, climb) for _ in range(3))
    heights = tuple(Fraction(start + rise) for rise in (0, *between, climb))
    labels = tuple(str(step * line) if line % 3 == 0 else "" for line in range(top + 1))
    return Panel(title, labels, ("1", "2", "3", "4", "5"), heights, line=True)


FAULTS = {
    "uneven": "The steps between its numbers are not all equal.",
    "origin": "It does not begin at 0, so the bars look too different.",
    "fine": "Nothing is wrong: its steps are equal and begin at 0.",
}


def faulty_scale(rng: Random) -> Question:
    """What is wrong with the upright axis of a bar chart, if anything?"""
    subject, fault = pick(rng, SUBJECTS), pick(rng, tuple(FAULTS))
    step = pick(rng, subject.steps) * 2
    origin = step * integer(rng, 4, 20) if fault == "origin" else 0
    numbers = [origin + step * line for line in range(6)]
    if fault == "uneven":
        grows = pick(rng, ((0, 1, 2, 4, 8, 16), (0, 1, 2, 5, 10, 20), (0, 2, 3, 4, 5, 10), (0, 1, 3, 6, 10, 15)))
        numbers = [step * grow for grow in grows]
    names = pick(rng, (subject.names[:4], subject.names[1:]))
    heights = pick_distinct(rng, range(1, 5), 4)
    panel = Panel(subject.title, tuple(str(n) for n in numbers), names, tuple(Fraction(h) for h in heights))
    choices = [
        Choice(text, name == fault, None if name == fault else "scale-fault-not-the-axis", value=name)
        for name, text in FAULTS.items()
    ]
    choices.append(
        Choice("It has no number at the very top of each bar.", misconception="scale-fault-not-the-axis", value="tops")
    )
    return Question(
        key=("fault", subject.title, tuple(numbers), heights),
        prompt=f"What is misleading about the upright axis of this bar chart ({subject.title.lower()}), if anything?",
        answer=SingleChoice(shuffled(rng, choices)),
        figure=charts(panel),
        hints=(
            "Two things to look at: where does the axis begin, and how much is each step worth?",
            f"The numbers on it are {', '.join(str(n) for n in numbers)}. Take the differences of neighbours.",
            f"That shows it. {FAULTS[fault]}",
        ),
        solution=(
            Step(f"The first number is {numbers[0]}.", "Bars can be compared by length only when they begin at 0."),
            Step(
                f"The steps are {', '.join(str(n - m) for m, n in itertools.pairwise(numbers))}.",
                "Equal distances on an axis have to stand for equal amounts.",
            ),
            Step(FAULTS[fault], "Both things together decide."),
        ),
    )


def which_scale(rng: Random) -> Question:
    """Which scale shows these values well in a line graph?"""
    step = pick(rng, (2, 5, 10, 20, 50))
    low = step * integer(rng, 20, 60)
    high = low + 10 * step
    offsets = pick_distinct(rng, range(1, 10 * step), 5)
    values = [low + offset for offset in offsets]
    if max(values) - min(values) < 6 * step or min(values) - low > 2 * step or high - max(values) > 2 * step:
        raise Reroll
    middle = low + 2 * step
    days = ", ".join(str(value) for value in values)
    rows = (
        (low, high, step, None),
        (0, step * 200, step * 20, "scale-too-coarse"),
        (middle, middle + 4 * step, max(1, step // 2), "scale-does-not-reach"),
        (0, low - low % (10 * step), step * 10, "scale-does-not-reach"),
    )
    choices = tuple(Choice(f"From {a} to {b} in steps of {s}", not name, name) for a, b, s, name in rows)
    return Question(
        key=("scale", low, step, *values),
        prompt=f"A line graph is to show how these values change from {DAYS[0]} to {DAYS[4]}: {days}."
        " Which scale of the upright axis shows all of them, and their changes clearly?",
        answer=SingleChoice(shuffled(rng, choices)),
        hints=(
            "Look for the smallest and the largest value.",
            f"They are {min(values)} and {max(values)}. The scale has to reach both and should not go far beyond.",
            f"{choices[0].text} fits: all values lie on it, spread over most of its height.",
        ),
        solution=(
            Step(
                f"The values lie from {min(values)} to {max(values)}.",
                "A scale must reach the smallest and the largest.",
            ),
            Step(
                "A scale far beyond them would press the changes into a flat line.",
                "Points in a line graph may begin above 0.",
            ),
            Step(f"{choices[0].text}.", "This one reaches all values and uses its height."),
        ),
    )
