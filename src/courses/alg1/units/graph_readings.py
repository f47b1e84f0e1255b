"""Reading numbers from a chart: a value, the worth of a step, a difference."""

from dataclasses import dataclass
from random import Random

from courses.alg1.slips import apart
from courses.alg1.units.graph_contexts import CLASSES, SUBJECTS, Subject
from exercises import Figure, Number, Question, Reroll, Step, integer, pick, pick_distinct, plural
from exercises.exact import Fraction
from exercises.figures.scales import Panel, charts


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawn chart: one step of the grid is worth `step`, a number stands at every `gap`-th line from `origin`."""

    subject: Subject
    origin: int
    step: int
    gap: int
    lines: tuple[int, ...]  # where the bars end, counted in steps
    figure: Figure

    def value(self, index: int) -> int:
        """What a bar or point is worth."""
        return self.origin + self.step * self.lines[index]

    def label_below(self, index: int) -> int:
        """The number on the axis at or below the top."""
        return self.origin + self.step * self.gap * (self.lines[index] // self.gap)

    def over(self, index: int) -> int:
        """Steps from that number up to the top."""
        return self.lines[index] % self.gap


def chart(rng: Random) -> Chart:
    """A chart whose scale has to be found out; in half of them the axis does not begin at 0."""
    subject, gap = pick(rng, SUBJECTS), pick(rng, (2, 4, 5))
    step = pick(rng, [step for step in subject.steps if step * gap >= 8])
    numbers = {2: 5, 4: 3, 5: 3}[gap]
    origin = pick(rng, (0, integer(rng, 2, 12) * step * gap))
    top = gap * numbers
    lines = pick_distinct(rng, range(2 if origin == 0 else 1, top), len(subject.names))
    labels = tuple(str(origin + step * line) if line % gap == 0 else "" for line in range(top + 1))
    joined = rng.random() < 0.35 and subject.names != CLASSES  # nothing lies between two classes
    panel = Panel(subject.title, labels, subject.names, tuple(Fraction(n) for n in lines), joined)
    return Chart(subject, origin, step, gap, lines, charts(panel))


def _step_words(data: Chart) -> tuple[str, str]:
    low, high = data.origin, data.origin + data.step * data.gap
    return (
        f"The numbers {low} and {high} are {data.gap} steps of the grid apart.",
        f"So one step is worth $({high} - {low}) \\div {data.gap} = {data.step}$.",
    )


def value_read(rng: Random) -> Question:
    """How many on this day? The top lies between two numbers."""
    data, index = chart(rng), integer(rng, 0, 4)
    other = (index + 1) % 5
    if data.over(index) == 0:
        raise Reroll
    value, below, over, unit = data.value(index), data.label_below(index), data.over(index), data.subject.unit
    wrong = {
        "scale-step-read-as-one": below + over,
        "scale-step-read-as-ten": below + 10 * over,
        "origin-taken-as-zero": value - data.origin,
        "scale-nearest-label": below if 2 * over < data.gap else below + data.gap * data.step,
        "other-bar-read": data.value(other),
    }
    where = data.subject.of.format(f"**{data.subject.names[index]}**")
    reach, worth = _step_words(data)
    return Question(
        key=("value", data.subject.title, data.origin, data.step, data.gap, data.lines[index]),
        prompt=f"Read from the chart: {data.subject.title.lower()}. What is the value {where}?",
        answer=Number(value, unit=unit),
        wrong=apart(Fraction(value), {name: Fraction(n) for name, n in wrong.items()}),
        figure=data.figure,
        after=unit,
        hints=(
            "First find out what one step of the grid is worth: take two numbers on the axis that are neighbours.",
            f"{reach} {worth}",
            f"The top is {plural(over, 'step')} above {below}: ${below} + {over} \\cdot {data.step} = {value}$.",
        ),
        solution=(
            Step(reach, "Read the axis before reading the bar or point."),
            Step(worth, "The steps are all alike."),
            Step(
                f"${below} + {over} \\cdot {data.step} = {value}$ {unit}", "Count steps from the number below the top."
            ),
        ),
    )


def step_of_grid(rng: Random) -> Question:
    """What is one step of the grid worth?"""
    data = chart(rng)
    if data.gap == 2:
        raise Reroll
    gap = data.step * data.gap
    wrong = {
        "scale-label-gap-for-step": Fraction(gap),
        "scale-counted-lines": Fraction(gap, data.gap - 1),
        "scale-step-read-as-one": Fraction(1),
        "scale-step-read-as-ten": Fraction(10),
    }
    reach, worth = _step_words(data)
    return Question(
        key=("step", data.subject.title, data.origin, data.step, data.gap),
        prompt=f"Look at the upright axis of the chart ({data.subject.title.lower()})."
        " How much is one step of the grid worth, from one line to the next?",
        answer=Number(data.step, unit=data.subject.unit),
        wrong=apart(Fraction(data.step), wrong),
        figure=data.figure,
        after=data.subject.unit,
        hints=(
            "Take two neighbouring numbers on the axis. How far apart are they?",
            f"They differ by {gap}. Count the steps between them, not the lines.",
            f"{reach} {worth}",
        ),
        solution=(
            Step(reach, "Count steps, not lines: the first line begins the first step."),
            Step(f"${gap} \\div {data.gap} = {data.step}$ {data.subject.unit}", "All steps are worth the same."),
        ),
    )


def difference(rng: Random) -> Question:
    """How many more in one than in the other?"""
    data = chart(rng)
    more, less = pick_distinct(rng, range(5), 2)
    steps = data.lines[more] - data.lines[less]
    if steps < 2:
        raise Reroll
    value, unit, subject = steps * data.step, data.subject.unit, data.subject
    wrong = {
        "scale-step-read-as-one": steps,
        "scale-step-read-as-ten": 10 * steps,
        "one-value-for-difference": data.value(more),
        "scale-label-gap-for-step": steps * data.step * data.gap,
    }
    a, b = data.value(more), data.value(less)
    names = [subject.of.format(f"**{subject.names[index]}**") for index in (more, less)]
    reach, worth = _step_words(data)
    return Question(
        key=("difference", subject.title, data.origin, data.step, data.gap, data.lines[more], data.lines[less]),
        prompt=f"Read from the chart ({subject.title.lower()}): how much larger is the value {names[0]} than"
        f" the value {names[1]}?",
        answer=Number(value, unit=unit),
        wrong=apart(Fraction(value), {name: Fraction(n) for name, n in wrong.items()}),
        figure=data.figure,
        after=unit,
        hints=(
            "Find out what one step of the grid is worth. For a difference it does not matter where the axis begins.",
            f"{reach} One is a number of steps higher than the other: count them.",
            f"{worth} With {steps} steps between the tops: ${steps} \\cdot {data.step} = {value}$.",
        ),
        solution=(
            Step(f"{reach} {worth}", "Read the axis first."),
            Step(f"The values are {a} and {b}.", "Count steps from a number on the axis."),
            Step(f"${a} - {b} = {value}$ {unit}", "The difference of the values, not of the drawn heights."),
        ),
    )
