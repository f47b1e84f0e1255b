"""Interpret intercepts in context."""

from random import Random

from courses.alg1.lines.points import pair, pairs_in
from courses.alg1.lines.stories import STORIES, concluded
from courses.alg1.reading import choices_of, formulas, right_choice, value_of
from exercises import Choice, Question, SingleChoice, Step, pick, shuffled, template

FALLING = tuple(story for story in STORIES if not story.rising)


def zero_where_it_says(question: Question) -> None:
    """The named point fits the equation, one of its numbers is 0, and the right choice speaks of that one."""
    (equation,) = (tex for tex in formulas(question.prompt) if "=" in tex)
    right = equation.split(" = ")[1]
    (letter,) = {sign for sign in right if sign.isalpha()}
    story = next(one for one in STORIES if one.letters == (letter, equation[0]) and one.output in question.prompt)
    named = pairs_in(question.prompt)
    (x, y), *_ = named or pairs_in(right_choice(question).text)
    assert value_of(right, **{letter: x}) == y
    if named:
        said = right_choice(question).text
        assert said == f"It {'is ' + story.begins if x == 0 else 'tells ' + story.ends}."
        assert 0 in (x, y)
        return
    assert (story.begins in question.prompt) == (x == 0)
    for choice in choices_of(question):
        ((a, b),) = pairs_in(choice.text)
        fits = value_of(right, **{letter: a}) == b and (a == 0 if x == 0 else b == 0)
        assert fits is choice.right


def meaning(rng: Random) -> Question:
    """What does this point of the graph tell?"""
    level = pick(rng, ("start", "start", "end"))
    story = pick(rng, FALLING if level == "end" else STORIES)
    rate, start = story.numbers(rng)
    point = (0, start) if level == "start" else (-start // rate, 0)
    x, y = story.letters
    right = f"It is {story.begins}." if level == "start" else f"It tells {story.ends}."
    other = f"It tells {story.ends or f'after how many {story.each}s {story.output} is 0'}."
    rows = (
        Choice(right, True),
        Choice(other if level == "start" else f"It is {story.begins}.", misconception="intercept-meaning-exchanged"),
        Choice(f"It is how much {story.output} changes for each {story.each}.", misconception="intercept-read-as-rate"),
        Choice(f"It is {story.output} after one {story.each}.", misconception="intercept-read-as-next-value"),
    )  # fmt: skip
    zero, axis = (x, y) if level == "start" else (y, x)
    return Question(
        key=("meaning", story.id, level, rate, start),
        prompt=f"In ${story.formula(rate, start)}$ the letter ${x}$ stands for {story.input}"
        f" and ${y}$ for {story.output}. The graph meets the ${axis}$-axis at ${pair(point)}$."
        " What does this point tell?",
        answer=SingleChoice(shuffled(rng, rows)),
        hints=(
            "Look at the two numbers of the point: which quantity is 0 there?",
            f"There ${zero} = 0$. Say in words what that means in the story.",
            concluded(right),
        ),
        solution=(
            Step(f"At this point ${zero} = 0$.", f"That is so everywhere on the ${axis}$-axis."),
            Step(right, "Say both numbers of the point in the words of the story."),
        ),
    )


def which_point(rng: Random) -> Question:
    """Which point of the graph tells this?"""
    story = pick(rng, FALLING)
    rate, start = story.numbers(rng)
    last, begins = -start // rate, pick(rng, (True, False))
    right = (0, start) if begins else (last, 0)
    swapped = (start, 0) if begins else (0, last)
    rows = (
        Choice(f"${pair(right)}$", True, value=right),
        Choice(f"${pair((last, 0) if begins else (0, start))}$", misconception="intercept-meaning-exchanged",
               value="other"),
        Choice(f"${pair(swapped)}$", misconception="pair-swapped", value="swapped"),
        Choice(f"${pair((1, start + rate))}$", misconception="intercept-read-as-next-value", value="one"),
    )  # fmt: skip
    x, y = story.letters
    asked = story.begins if begins else story.ends
    zero = x if begins else y
    return Question(
        key=("which", story.id, begins, rate, start),
        prompt=f"In ${story.formula(rate, start)}$ the letter ${x}$ stands for {story.input}"
        f" and ${y}$ for {story.output}. Which point of the graph tells {asked}?",
        answer=SingleChoice(shuffled(rng, rows)),
        hints=(
            "Which of the two quantities is 0 at that moment?",
            f"There ${zero} = 0$. Put it into the equation to find the other number.",
            f"The point is ${pair(right)}$.",
        ),
        solution=(
            Step(f"At that moment ${zero} = 0$.", "That is what the words say."),
            Step(f"The equation gives the point ${pair(right)}$.", f"The value of ${x}$ comes first."),
        ),
    )


@template(
    "alg1/lines/interpret-intercepts-context",
    version=1,
    standards=("HSF.IF.B.4",),
    answer=SingleChoice,
    check=zero_where_it_says,
    band="one linear story with whole numbers and its equation; a point on an axis to read, or to find",
    min_instances=60,
    answer_in_prompt=True,
)
def interpret_intercepts(rng: Random) -> Question:
    """What does an intercept tell in this story, or which intercept tells this?"""
    return pick(rng, (meaning, meaning, which_point))(rng)
