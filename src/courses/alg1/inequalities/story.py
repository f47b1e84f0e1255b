"""Write and solve an inequality for a story; the answer is the solved inequality or the last number that fits."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random

from courses.alg1.inequalities.linear import Sides, worked
from courses.alg1.inequalities.relations import TURNED, Bound, relation
from courses.alg1.inequalities.scenes import SCENES, Scene
from courses.alg1.inequalities.truth import statement
from courses.alg1.slips import apart
from exercises import (
    Inequality,
    Number,
    Question,
    Reroll,
    Step,
    integer,
    num,
    person,
    pick,
    poly,
    template,
)
from exercises.exact import Fraction

Fits = Callable[[int], bool]
LIVED: Mapping[str, Callable[[int, int, int], Fits]] = {
    "room": lambda start, each, limit: lambda n: sum([start, *[each] * n]) <= limit,
    "reach": lambda start, each, limit: lambda n: sum([start, *[each] * n]) >= limit,
    "keep": lambda start, each, limit: lambda n: start - sum([each] * n) >= limit,
    "compare": lambda start, each, limit: lambda n: sum([start, *[each] * n]) < sum([limit] * n),
}
"""The story acted out one ride, week or visit at a time."""
SIGN = {"room": "<=", "reach": ">=", "keep": ">=", "compare": ">"}


def acted_out(question: Question) -> None:
    """Act the story out with the numbers of the prompt, and compare what fits with the answer."""
    kind, *key = question.key[1:5]
    numbers = [int(str(number)) for number in key]
    told = {int(n.replace(",", "")) for n in re.findall(r"\d[\d,]*", question.prompt)}
    assert told == set(numbers), told
    fits = LIVED[str(kind)](numbers[0], numbers[1], numbers[2])
    answer = question.answer
    if isinstance(answer, Inequality):
        holds = statement(answer.text, answer.variable)
        assert all(holds(Fraction(n)) == fits(n) for n in range(200))
        return
    assert isinstance(answer, Number)
    fitting = [n for n in range(200) if fits(n)]
    assert answer.value == (max(fitting) if "greatest" in question.prompt else min(fitting))


@template(
    "alg1/inequalities/write-solve-inequality-story",
    version=1,
    standards=("HSA.CED.A.1",),
    answer=(Inequality, Number),
    check=acted_out,
    band="start, rate and limit as whole numbers to 900; 2 or 3 steps; answers to 30",
)
def story(rng: Random) -> Question:
    """A scene with its numbers; half the seeds ask for the inequality, half for the last number that fits."""
    scene, who = pick(rng, SCENES), person(rng)
    asks_number = rng.random() < 0.5
    model = modelled(rng, scene, asks_number)
    words = {"start": model.start, "each": model.each, "limit": model.limit}
    told = scene.story.format(who=who, **{name: scene.words(n) for name, n in words.items()})
    ask = number_asked if asks_number else inequality_asked
    return ask(scene, model, told, who)


@dataclass(frozen=True, slots=True)
class Model:
    """The numbers of a story, its inequality and what solves it; `last` is the last whole number that fits."""

    start: int
    each: int
    limit: int
    given: Sides
    solved: Bound
    last: int

    @property
    def shown(self) -> str:
        """The inequality of the story as TeX."""
        sign = TURNED[self.solved.sign] if self.given.slope < 0 else self.solved.sign
        return relation(self.given.left, sign, self.given.right)


def modelled(rng: Random, scene: Scene, rough: bool) -> Model:
    """Choose the last number that fits first; `rough`: the boundary need not be whole."""
    start, each, last = pick(rng, scene.start), pick(rng, scene.each), pick(rng, scene.times)
    spare = integer(rng, 0, each - 1) if rough else 0
    x, sign = scene.letter, SIGN[scene.kind]
    if scene.kind == "compare":
        return compared(rng, scene, rough)
    limit = {"room": start + each * last + spare, "reach": start + each * last - spare,
             "keep": start - each * last - spare}[scene.kind]  # fmt: skip
    slope = -each if scene.kind == "keep" else each
    if limit <= each or len({start, each, limit, last}) < 4:
        raise Reroll
    left = f"{start} {'-' if slope < 0 else '+'} {each}{x}"
    given = Sides(left, num(limit), Fraction(slope), Fraction(start), Fraction(0), Fraction(limit), "")
    solved = Bound(x, TURNED[sign] if slope < 0 else sign, given.boundary)
    return Model(start, each, limit, given, solved, last)


def compared(rng: Random, scene: Scene, rough: bool) -> Model:
    """Two prices: a start with a lower rate against a higher rate alone."""
    each, dearer, x = pick(rng, scene.each), integer(rng, 2, 6), scene.letter
    start = pick(rng, scene.start) if rough else dearer * pick(rng, scene.times)
    last, limit = start // dearer + 1, each + dearer
    if start not in scene.start or not 3 < last < 20 or len({start, each, limit, last}) < 4:
        raise Reroll
    given = Sides(
        f"{limit}{x}", poly(each, x, start), Fraction(limit), Fraction(0), Fraction(each), Fraction(start), ""
    )
    return Model(start, each, limit, given, Bound(x, ">", given.boundary), last)


def inequality_asked(scene: Scene, model: Model, told: str, who: str) -> Question:
    """The solved inequality is the answer."""
    x, solved = scene.letter, model.solved
    note = "" if solved.upward else f" You need not say that ${x}$ is zero or more."
    return Question(
        key=("inequality", scene.kind, model.start, model.each, model.limit),
        prompt=f"{told} Let ${x}$ be {scene.meaning}. Write an inequality for ${x}$ and solve it, "
        f"without rounding. Type the solved inequality.{note}",
        answer=Inequality(solved.text, x, as_right(scene, model)),
        hints=(*opening_hints(scene, model), f"Solved: ${solved.tex}$."),
        solution=(Step(f"${model.shown}$", PLANS[scene.kind]), *worked(model.given, solved)),
        wrong=apart(solved.text, inequality_slips(scene, model)),
    )


def number_asked(scene: Scene, model: Model, told: str, who: str) -> Question:
    """The last whole number that fits is the answer."""
    x, solved, last = scene.letter, model.solved, model.last
    over = last - 1 if solved.upward else last + 1
    end = f"The {'least' if solved.upward else 'greatest'} whole number that fits is ${last}$."
    return Question(
        key=("number", scene.kind, model.start, model.each, model.limit),
        prompt=f"{told} {scene.asked.format(who=who)}",
        answer=Number(last, unit=scene.unit),
        hints=(f"Write ${x}$ for {scene.meaning}.", *opening_hints(scene, model), f"Solved: ${solved.tex}$. {end}"),
        solution=(Step(f"${model.shown}$", f"Let ${x}$ be {scene.meaning}. {PLANS[scene.kind]}"),
                  *worked(model.given, solved), Step(end, f"Only whole numbers make sense; ${over}$ would not fit.")),
        wrong=number_slips(scene, model),
        after=scene.unit,
    )  # fmt: skip


def as_right(scene: Scene, model: Model) -> tuple[str, ...]:
    """What says the same in the story: zero or more as well, or the next whole number of things that are counted."""
    counted = scene.unit in COUNTED
    if model.solved.upward:
        return (f"{scene.letter} >= {model.last}",) if counted else ()
    below = f"{scene.letter} < {model.last + 1}"
    return (f"0 <= {model.solved.text}", *((below, f"0 <= {below}") if counted else ()))


COUNTED = ("rides", "T-shirts", "crates", "sandwiches", "visits")
"""What comes in whole numbers only; hours, weeks and minutes do not."""
PLANS = {
    "room": "The start and all the rest together may be at most the limit.",
    "reach": "The start and what is added must be at least the goal.",
    "keep": "What is left of the start must be at least what has to stay.",
    "compare": "The price without a starting fee must be the greater one.",
}
QUESTIONS = {
    "room": "What counts once, and what counts again each time? Together they may not pass the limit.",
    "reach": "What is there at the start, and what is added each time? Together they must reach the goal.",
    "keep": "What is there at the start, and what goes away each time? What is left must be enough.",
    "compare": "Write down both prices. Only one of them has a starting fee.",
}


def opening_hints(scene: Scene, model: Model) -> tuple[str, ...]:
    """What to look for in the story, and the inequality that it leads to."""
    halfway = worked(model.given, model.solved)[-2].text
    shown = f"As an inequality: ${model.shown}$."
    return QUESTIONS[scene.kind], shown, f"Solving leads to {halfway}. One step is left."


def without_start(model: Model, kind: str) -> Fraction:
    """The boundary when the start is forgotten (or, between two prices, the lower rate)."""
    return Fraction(model.start, model.limit) if kind == "compare" else Fraction(model.limit, model.each)


def start_added(model: Model, kind: str) -> Fraction:
    """The boundary when the start is put on the wrong side (or the rates are added)."""
    over = model.limit + model.each
    return Fraction(model.start, over) if kind == "compare" else Fraction(model.limit + model.start, model.each)


def inequality_slips(scene: Scene, model: Model) -> dict[str, str]:
    """What each mistake gives as a solved inequality."""
    solved, (one, two) = model.solved, SLIPS[scene.kind]
    slips = {
        "at-least-for-at-most": solved.turned().text,
        one: solved.at(without_start(model, scene.kind)).text,
        two: solved.at(start_added(model, scene.kind)).text,
        "boundary-switched": solved.switched().text,
    }
    if solved.sign == ">" and scene.unit != "visits":
        slips["next-whole-number"] = f"{solved.letter} >= {model.last}"
    return slips


def number_slips(scene: Scene, model: Model) -> dict[str, int]:
    """What each mistake gives as a whole number."""
    outward = -1 if model.solved.upward else 1
    one, two = SLIPS[scene.kind]
    slips = {"rounded-past-the-limit": model.last + outward, "not-the-last-that-fits": model.last - outward}
    for name, edge in ((one, without_start(model, scene.kind)), (two, start_added(model, scene.kind))):
        value = -(-edge // 1) if model.solved.upward else edge // 1
        if value not in (model.last, *slips.values()):
            slips[name] = int(value)
    return slips


SLIPS = {
    "room": ("start-left-out", "start-undone-wrongly"),
    "reach": ("start-left-out", "start-undone-wrongly"),
    "keep": ("start-left-out", "start-undone-wrongly"),
    "compare": ("lower-rate-left-out", "rates-added"),
}
