"""Interpret the numbers in a linear model."""

from random import Random

from courses.alg1.line_forms.build_linear_model_story import equation
from courses.alg1.line_forms.model_scenes import SCENES
from courses.alg1.reading import choices_of, formulas, right_choice, value_of
from exercises import Choice, Question, Reroll, SingleChoice, Step, pick, shuffled, template


def does_what_it_says(question: Question) -> None:
    """From values of the equation: the number at 0 is the start, the change for one more is the rate."""
    scene = next(one for one in SCENES if one.id == question.key[1])
    (model,) = (tex.split(" = ")[1] for tex in formulas(question.prompt) if tex.startswith(f"{scene.y} ="))
    start, one = (value_of(model, **{scene.x: n}) for n in (0, 1))
    rate = abs(one - start)
    if question.key[0] == "meaning":
        asked = int(question.prompt.split("What does ")[1].split("$")[1])
        part = scene.parts[0] if asked == rate else scene.parts[1]
        assert asked in (rate, start)
        assert part.lower() in right_choice(question).text.lower()
        return
    change = question.prompt.split("Now ")[1]
    new_rate, new_start = (int(n) for n in str(question.key[-1]).split(","))
    assert (str(new_rate) in change) != (str(new_start) in change)
    for choice in choices_of(question):
        text = formulas(choice.text)[0].split(" = ")[1]
        values = [value_of(text, **{scene.x: n}) for n in (0, 1)]
        changed = new_start if str(new_start) in change else start, new_rate if str(new_rate) in change else rate
        fits = values[0] == changed[0] and values[1] - values[0] == (-changed[1] if scene.falls else changed[1])
        assert fits is choice.right


def capital(text: str) -> str:
    """A sentence from its words."""
    return f"{text[0].upper()}{text[1:]}."


def meaning(rng: Random) -> Question:
    """What does this number tell?"""
    scene = pick(rng, SCENES)
    rate, start, n, _ = scene.numbers(rng)
    asked_rate = pick(rng, (True, False))
    right, other = scene.parts if asked_rate else scene.parts[::-1]
    if abs(rate) == start or n in (abs(rate), start):
        raise Reroll
    number = abs(rate) if asked_rate else start
    rows = (
        Choice(capital(right), True),
        Choice(capital(other), misconception="model-number-other-part"),
        Choice(capital(f"the number of {scene.counts}"), misconception="model-number-letter"),
        Choice(capital(f"{scene.amount}, however many {scene.counts} there are"),
               misconception="model-number-total" if asked_rate else "model-start-for-all"),
    )  # fmt: skip
    place = f"It multiplies ${scene.x}$" if asked_rate else f"It stands alone, without ${scene.x}$"
    return Question(
        key=("meaning", scene.id, asked_rate, rate, start),
        prompt=f"In ${equation(scene, rate, start)}$ the letter ${scene.x}$ stands for the number of {scene.counts}"
        f" and ${scene.y}$ for {scene.amount}. What does ${number}$ tell?",
        answer=SingleChoice(shuffled(rng, rows)),
        hints=(
            f"Put ${scene.x} = 0$ in, then ${scene.x} = 1$. What changes, and what is there from the beginning?",
            f"{place}.",
            f"So {number} is {right}.",
        ),
        solution=(
            Step(f"{place}.", "A number that multiplies counts for each one, a number alone counts once."),
            Step(f"So {number} is {right}.", "Say it in the words of the story."),
        ),
    )


def worth_telling(n: int) -> int:
    """The smallest change of a number that somebody would tell: 1 of some, 10 of hundreds, 100 of thousands."""
    return int(10 ** max(0, len(str(n)) - 2))


def changed_story(rng: Random) -> Question:
    """The story changes in one number: how does the equation change?"""
    scene = pick(rng, SCENES)
    rate, start, _, _ = scene.numbers(rng)
    size = abs(rate)
    new_rate, new_start = (
        size + pick(rng, (-1, 1, 2)) * worth_telling(size),
        start + pick(rng, (-3, -2, 2, 4, 5)) * worth_telling(start),
    )
    numbers = (size, start, new_rate, new_start)
    if len(set(numbers)) < 4 or new_rate < 1 or any(str(a) in str(b) for a in numbers for b in numbers if a != b):
        raise Reroll
    of_rate = pick(rng, (True, False))
    sign = -1 if scene.falls else 1
    new = (new_rate, start) if of_rate else (size, new_start)
    now = scene.part_is(0, new_rate) if of_rate else scene.part_is(1, new_start)

    def written(a: int, b: int) -> str:
        return f"${equation(scene, sign * a, b)}$"

    turned = (size, new_rate) if of_rate else (new_start, start)
    rows = (
        Choice(written(*new), True, value=new),
        Choice(written(*turned), misconception="model-number-other-part", value=turned),
        Choice(written(size, start), misconception="model-left-unchanged", value="old"),
        Choice(f"${equation(scene, -sign * new[0], new[1])}$", misconception="model-wrong-direction", value="turned"),
    )
    return Question(
        key=("changed", scene.id, of_rate, rate, start, f"{new_rate},{new_start}"),
        prompt=f"The equation ${equation(scene, rate, start)}$ gives {scene.amount}, with ${scene.x}$ for the number of"
        f" {scene.counts}. Now {now}. Which equation fits?",
        answer=SingleChoice(shuffled(rng, rows)),
        hints=(
            "Which number of the equation tells what has changed?",
            f"It is {size}, which multiplies ${scene.x}$." if of_rate else f"It is {start}, which stands alone.",
            f"Only that number is replaced: {written(*new)}.",
        ),
        solution=(
            Step(
                f"What has changed is told by {size if of_rate else start}.",
                f"It is {scene.parts[0 if of_rate else 1]}.",
            ),
            Step(f"The new equation is {written(*new)}.", "The other number stays as it was."),
        ),
    )


@template(
    "alg1/line-forms/interpret-numbers-linear-model",
    version=1,
    standards=("HSF.LE.B.5",),
    answer=SingleChoice,
    check=does_what_it_says,
    band="one linear model with two whole numbers: what one of them tells, or what changes when the story does",
    min_instances=60,
)
def interpret_numbers(rng: Random) -> Question:
    """What the numbers of a model tell."""
    return pick(rng, (meaning, meaning, changed_story))(rng)
