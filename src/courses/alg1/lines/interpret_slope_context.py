"""Interpret slope in context."""

import re
from random import Random

from courses.alg1.lines.points import pair, pairs_in
from courses.alg1.lines.stories import STORIES, Story, concluded
from courses.alg1.reading import choices_of, formulas, value_of
from exercises import Choice, Question, SingleChoice, Step, integer, pick, shuffled, template

SLOPE = re.compile(r"For each (?P<each>.+) more, (?P<what>.+) (?P<way>grows|falls) by \\?\$?(?P<by>\d+)")


def changes_by_it(question: Question) -> None:
    """From the equation, the points or the table: what one more does is what the right choice says, and no other."""
    slope = _slope(question)
    for choice in choices_of(question):
        said = SLOPE.match(choice.text)
        change = int(said["by"]) * (1 if said["way"] == "grows" else -1) if said else None
        assert (change == slope) is choice.right, choice.text


def _slope(question: Question) -> int:
    points = pairs_in(question.prompt)
    if points:
        (x, y), (to_x, to_y) = points
        return int((to_y - y) / (to_x - x))
    (equation,) = (tex for tex in formulas(question.prompt) if "=" in tex)
    left, right = equation.split(" = ")
    (letter,) = {sign for sign in right if sign.isalpha()}
    assert left != letter
    return int(value_of(right, **{letter: 1}) - value_of(right, **{letter: 0}))


def means(story: Story, rate: int) -> str:
    """What the slope tells, as a sentence."""
    return (
        f"For each {story.each} more, {story.output} {'grows' if rate > 0 else 'falls'} by {story.amount(abs(rate))}."
    )


def choices(story: Story, rate: int, rng: Random) -> tuple[Choice, ...]:
    """The right sentence and three wrong ones."""
    big, cap = abs(rate), story.output[0].upper() + story.output[1:]
    wrong = (
        Choice(f"{cap} is {story.amount(big)} at the beginning.", misconception="slope-read-as-start"),
        Choice(f"It takes {big} {story.each}s to change {story.output} by {story.amount(1)}.",
               misconception="slope-read-as-other-way"),
        Choice(f"{cap} changes by {story.amount(big)} in all, from the first {story.each} to the last.",
               misconception="slope-read-as-total"),
        Choice(means(story, -rate), misconception="slope-sign-read-wrong"),
    )  # fmt: skip
    return shuffled(rng, (Choice(means(story, rate), True), *shuffled(rng, wrong)[:3]))


def from_equation(rng: Random) -> Question:
    """The equation is given."""
    story = pick(rng, STORIES)
    rate, start = story.numbers(rng)
    x, y = story.letters
    return Question(
        key=("equation", story.id, rate, start),
        prompt=f"In the equation ${story.formula(rate, start)}$ the letter ${x}$ stands for {story.input} and ${y}$ for"
        f" {story.output}. What does the slope of its line tell?",
        answer=SingleChoice(choices(story, rate, rng)),
        hints=(
            f"The slope is the number that multiplies ${x}$.",
            f"It is ${rate}$. Let ${x}$ grow by 1: what happens to ${y}$?",
            concluded(means(story, rate)),
        ),
        solution=(
            Step(f"The slope is ${rate}$.", f"It is the number that multiplies ${x}$."),
            Step(means(story, rate), "Slope is the change of the second quantity for one more of the first."),
        ),
    )


def from_points(rng: Random) -> Question:
    """Two points of the graph are given."""
    story = pick(rng, STORIES)
    rate, start = story.numbers(rng)
    first, gap = integer(rng, 0, 2), integer(rng, 2, 4)
    p, q = ((n, start + rate * n) for n in (first, first + gap))
    x, y = story.letters
    return Question(
        key=("points", story.id, rate, start, first, gap),
        prompt=f"A line shows how {story.output} (${y}$) depends on {story.input} (${x}$). It goes through"
        f" ${pair(p)}$ and ${pair(q)}$. What does its slope tell?",
        answer=SingleChoice(choices(story, rate, rng)),
        hints=(
            "Find the slope first: change of the second coordinate divided by change of the first.",
            f"It is ${q[1] - p[1]} \\div {gap} = {rate}$. What is it that changes by so much, and for what?",
            concluded(means(story, rate)),
        ),
        solution=(
            Step(f"The slope is ${q[1] - p[1]} \\div {gap} = {rate}$.", "Rise divided by run."),
            Step(means(story, rate), "Slope is the change of the second quantity for one more of the first."),
        ),
    )


@template(
    "alg1/lines/interpret-slope-context",
    version=1,
    standards=("HSF.IF.B.6",),
    answer=SingleChoice,
    check=changes_by_it,
    band="one linear story with whole numbers, told by an equation or by two points of its graph",
    min_instances=60,
)
def interpret_slope(rng: Random) -> Question:
    """What does the slope tell in this story?"""
    return pick(rng, (from_equation, from_points))(rng)
