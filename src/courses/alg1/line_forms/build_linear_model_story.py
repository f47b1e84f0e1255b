"""Build a linear model from a story."""

import re
from random import Random

from courses.alg1.line_forms.model_scenes import SCENES, Scene
from courses.alg1.reading import value_of
from exercises import Equation, Question, Reroll, Step, integer, pick, poly, signed, template
from exercises.exact import Fraction

NUMBER = re.compile(r"\d+")


def fits_the_story(question: Question) -> None:
    """The equation gives the amounts that the story tells, worked out from the numbers in its sentences."""
    assert isinstance(question.answer, Equation)
    scene = next(one for one in SCENES if one.id == question.key[0])
    told = [int(n) for n in NUMBER.findall(question.prompt.split(" Let ")[0])]
    sign = -1 if scene.falls else 1

    model = question.answer.text.split(" = ")[1]

    def amount(count: int) -> Fraction:
        return value_of(model, **{scene.x: count})

    if len(told) == 4:
        first, then, second, later = told
        assert [amount(first), amount(second)] == [Fraction(then), Fraction(later)]
    elif len(told) == 3:
        rate, count, then = told
        assert [amount(count), amount(count + 1)] == [Fraction(then), Fraction(then + sign * rate)]
    else:
        start, rate = told
        assert [amount(0), amount(1)] == [Fraction(start), Fraction(start + sign * rate)]


def equation(scene: Scene, rate: int, start: int) -> str:
    """TeX of the model as it would be written."""
    if rate < 0 < start:
        return f"{scene.y} = {start} {signed(rate, scene.x)}"
    return f"{scene.y} = {poly(rate, scene.x, start)}"


def mistakes(scene: Scene, way: int, rate: int, start: int, n: int, m: int) -> dict[str, str]:
    """The usual slips as equations."""
    found = {
        "model-rate-and-start-exchanged": equation(scene, start, abs(rate)),
        "model-wrong-direction": equation(scene, -rate, start),
        "model-start-forgotten": equation(scene, rate, 0),
    }
    if way:
        found["model-value-taken-for-start"] = equation(scene, rate, start + rate * n)
    if way == 2:
        found["model-difference-not-divided"] = equation(scene, rate * (m - n), start)
    if start == abs(rate):
        raise Reroll
    return found


def steps(scene: Scene, way: int, rate: int, start: int, n: int, m: int) -> tuple[tuple[str, str], ...]:
    """How rate and start are found."""
    then, later, size = start + rate * n, start + rate * m, abs(rate)
    rate_says, start_says = (
        f"{said[0].upper()}{said[1:]}" for said in (scene.part_is(0, size), scene.part_is(1, start))
    )
    high, low = max(then, later), min(then, later)
    first = (f"{rate_says}.", "It is told in the story.") if way < 2 else (
        f"From {n} to {m} the amount changes by ${high} - {low} = {high - low}$."
        f" That is ${high - low} \\div {m - n} = {size}$ for each one.", "One change divided by the other.",
    )  # fmt: skip
    back = f"${then} {'-' if rate > 0 else '+'} {n} \\cdot {size} = {start}$"
    second = (f"{start_says}.", "It is told in the story.") if way == 0 else (
        f"Go back from {n} to 0: {back}.", "At 0 nothing has been added or taken away."
    )  # fmt: skip
    return first, second


@template(
    "alg1/line-forms/build-linear-model-story",
    version=1,
    standards=("HSF.BF.A.1.a",),
    answer=Equation,
    check=fits_the_story,
    band="one even change with whole numbers: rate and start, rate and a later value, or two values",
)
def build_model(rng: Random) -> Question:
    """The equation of a story that is told in one of three ways."""
    scene, way = pick(rng, SCENES), integer(rng, 0, 2)
    rate, start, n, m = scene.numbers(rng)
    right = equation(scene, rate, start)
    first, second = steps(scene, way, rate, start, n, m)
    return Question(
        key=(scene.id, way, rate, start, n if way else 0, m if way == 2 else 0),
        prompt=f"{scene.says(way, rate, start, n, m)} Let ${scene.x}$ be the number of {scene.counts}"
        f" and ${scene.y}$ {scene.amount}{scene.measured()}."
        f" Write an equation that gives ${scene.y}$ for every ${scene.x}$.",
        answer=Equation(right),
        wrong=mistakes(scene, way, rate, start, n, m),
        hints=(
            "Two numbers make the equation: what there is at the start, and what comes or goes each time.",
            first[0],
            second[0],
            f"The equation is ${right}$.",
        ),
        solution=(
            Step(*first),
            Step(*second),
            Step(f"${right}$", "The start, and the change for each one that is counted."),
        ),
    )
