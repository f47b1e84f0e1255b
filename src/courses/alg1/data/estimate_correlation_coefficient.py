"""Estimate a correlation coefficient: of a scatter plot, of several to be matched, and which plot has a given one."""

from collections.abc import Sequence
from random import Random

from courses.alg1.data.fitted import Spot, until
from courses.alg1.data.readback import scatter
from courses.alg1.forms import one_of
from courses.alg1.reading import choices_of
from exercises import (
    Axis,
    Choice,
    Dot,
    Figure,
    Grid,
    Item,
    Match,
    Question,
    Reroll,
    SingleChoice,
    Step,
    integer,
    pick,
    pick_distinct,
    plot,
    shuffled,
    template,
)
from exercises.exact import Fraction

GRID = Grid(Axis("x", 0, 20, 2), Axis("y", 0, 20, 2))
LEVELS = (-95, -80, -50, 0, 50, 80, 95)
"""Correlation coefficients in hundredths, far enough apart to be told by eye."""
SHAPES = {95: (90, 2), 80: (75, 5), 50: (40, 6), 0: (0, 8)}
NEAR = {95: 3, 80: 5, 50: 7, 0: 9}
IDEA = (
    "The sign tells the direction: positive rises, negative falls. Near $1$ or $-1$ the points lie almost on a line;"
    " near $0$ there is no direction."
)


def squared(points: Sequence[Spot]) -> tuple[int, int]:
    """Whole numbers of which the first over the root of the second is r."""
    n, sx, sy = len(points), sum([x for x, _ in points]), sum([y for _, y in points])
    across = n * sum([x * x for x, _ in points]) - sx * sx
    up = n * sum([y * y for _, y in points]) - sy * sy
    return n * sum([x * y for x, y in points]) - sx * sy, across * up


def within(points: Sequence[Spot], low: int, high: int) -> bool:
    """Whether the correlation coefficient lies between two numbers of hundredths, without a root."""
    mixed, below = squared(points)
    size = 10000 * mixed * abs(mixed)
    return below > 0 and low * abs(low) * below <= size <= high * abs(high) * below


def cloud(rng: Random, level: int) -> tuple[Spot, ...]:
    """Eighteen points with about this correlation."""
    (tilt, share), near = SHAPES[abs(level)], NEAR[abs(level)]
    way = 1 if level >= 0 else -1
    middle = [10 + way * round(Fraction(tilt * (x - 10), 100)) for x in range(20)]

    def make(chance: Random) -> tuple[Spot, ...]:
        points = []
        for _ in range(18):
            x = integer(chance, 1, 19)
            points.append((x, min(19, max(1, middle[x] + integer(chance, -share, share)))))
        if len(set(points)) < 17 or not within(points, level - near, level + near):
            raise Reroll
        return tuple(sorted(set(points)))

    return until(rng, make)


def shown(points: Sequence[Spot]) -> Figure:
    """The scatter plot; its points in words."""
    words = "Scatter plot. " + "; ".join(f"({x}, {y})" for x, y in points) + "."
    return plot(GRID, *(Dot(p) for p in points), describe=words)


def tex(level: int) -> str:
    """The coefficient as it is shown."""
    return (
        "0" if level == 0 else f"{'-' if level < 0 else ''}0.{abs(level)}".replace("0.80", "0.8").replace("0.50", "0.5")
    )


def look(level: int) -> str:
    """What one sees."""
    way = "rise" if level > 0 else "fall"
    return {95: f"The points {way} and lie close to a line.", 80: f"The points {way}, with some scatter about a line.",
            50: f"The points {way} a little, with a lot of scatter.",
            0: "The points neither rise nor fall."}[abs(level)]  # fmt: skip


def slip(right: int, other: int) -> str:
    """Why somebody takes this one."""
    if right * other < 0:
        return "correlation-sign"
    if other == 0:
        return "correlation-weak-as-none"
    if right == 0:
        return "correlation-none-as-some"
    return "correlation-strength"


def of_one(rng: Random) -> Question:
    """Four coefficients for one plot."""
    level = pick(rng, LEVELS)
    points = cloud(rng, level)
    pool = [one for one in LEVELS if one != level]
    wrong = (
        [-level, *shuffled(rng, [one for one in pool if one != -level])][:3]
        if level
        else list(pick_distinct(rng, pool, 3))
    )
    if any(0 < abs(abs(one) - abs(level)) < 40 and one * level > 0 for one in wrong):
        raise Reroll
    rows = [Choice(f"${tex(level)}$", True, value=level)]
    rows += [Choice(f"${tex(one)}$", False, slip(level, one), value=one) for one in wrong]
    return Question(
        key=("one", level, points),
        prompt="Which of these is closest to the correlation coefficient $r$ of the points?",
        answer=SingleChoice(shuffled(rng, rows)),
        figure=shown(points),
        hints=(IDEA, look(level), f"So $r$ is about ${tex(level)}$."),
        solution=(Step(look(level), "First the direction, then how close to a line."),
                  Step(f"So $r$ is about ${tex(level)}$.", IDEA)),
    )  # fmt: skip


def far_apart(rng: Random, count: int) -> tuple[int, ...]:
    """Levels that can be told apart by eye."""
    found = pick_distinct(rng, LEVELS, count)
    if any(a * b > 0 and abs(a - b) < 40 for a in found for b in found if a < b):
        raise Reroll
    return found


def matching(rng: Random) -> Question:
    """Three plots, four coefficients."""
    levels = far_apart(rng, 4)
    clouds = [cloud(rng, level) for level in levels[:3]]
    named = list(zip("ABC", clouds, levels, strict=False))
    pairs: dict[Item | str, Item | str] = {
        Item(f"Plot {name}", shown(points)): f"$r = {tex(level)}$" for name, points, level in named
    }
    slips = {(f"Plot {name}", f"$r = {tex(other)}$"): slip(level, other)
             for name, _, level in named for other in levels if other != level}  # fmt: skip
    said = "; ".join(f"Plot {name}: $r = {tex(level)}$" for name, level in zip("ABC", levels, strict=False))
    seen = " ".join(f"Plot {name}: {lower(look(level))}" for name, level in zip("ABC", levels, strict=False))
    return Question(
        key=("match", *levels, *clouds[0]),
        prompt="Match each scatter plot with its correlation coefficient. One coefficient is left over.",
        answer=Match.drawn(rng, pairs, (f"$r = {tex(levels[3])}$",), slips),
        hints=(IDEA, seen, f"{said}."),
        solution=(Step(seen, "First the direction, then how close to a line."), Step(f"{said}.", IDEA)),
    )  # fmt: skip


def lower(text: str) -> str:
    """With a small letter at the start."""
    return text[0].lower() + text[1:]


def which_plot(rng: Random) -> Question:
    """One coefficient, three plots."""
    levels = far_apart(rng, 3)
    clouds = [cloud(rng, level) for level in levels]
    asked = pick(rng, levels)
    rows = [
        Choice(
            f"Plot {name}", level == asked, None if level == asked else slip(asked, level), shown(points), value=level
        )
        for name, level, points in zip("ABC", levels, clouds, strict=True)
    ]
    right = next(row.text for row in rows if row.right)
    return Question(
        key=("which", asked, *levels, *clouds[0]),
        prompt=f"For which scatter plot is the correlation coefficient closest to ${tex(asked)}$?",
        answer=SingleChoice(tuple(rows)),
        hints=(IDEA, f"Look for this. {look(asked)}", f"That is {right}."),
        solution=(Step(f"Look for this. {look(asked)}", IDEA), Step(f"That is {right}.", "The others run in"
                                                                                         " another direction"
                  " or scatter more or less.")),
    )  # fmt: skip


def worked_out(question: Question) -> None:
    """Work the coefficient out from the dots of the picture with floating point, and take what is nearest."""
    if isinstance(question.answer, Match):
        for item, right in zip(question.answer.left, question.answer.value, strict=True):
            assert item.figure
            levels = [read(one.text) for one in question.answer.options]
            assert nearest(coefficient(item.figure.svg), levels) == read(right)
        return
    if question.figure:
        r = coefficient(question.figure.svg)
        best = nearest(r, [read(choice.text) for choice in choices_of(question)])
        assert [read(choice.text) for choice in choices_of(question) if choice.right] == [best]
        return
    asked = read(question.prompt)
    found = {choice.text: coefficient(choice.figure.svg) for choice in choices_of(question) if choice.figure}
    best_text = min(found, key=lambda text: abs(found[text] - asked))
    assert [choice.text for choice in choices_of(question) if choice.right] == [best_text]


def read(text: str) -> float:
    """The number in a text's formula."""
    return float(text.split("$")[1].replace("r = ", ""))


def nearest(r: float, values: Sequence[float]) -> float:
    """The value that is nearest, by a clear distance."""
    ordered = sorted(values, key=lambda one: abs(one - r))
    assert abs(ordered[1] - r) - abs(ordered[0] - r) > 0.08, (r, values)
    return ordered[0]


def coefficient(svg: str) -> float:
    """Pearson's r of the dots of a picture."""
    points = [(float(x), float(y)) for x, y in scatter(svg)]
    n = len(points)
    sx, sy = sum(x for x, _ in points), sum(y for _, y in points)
    sxy, sxx, syy = (
        sum(a * b for a, b in pairs) for pairs in (points, [(x, x) for x, _ in points], [(y, y) for _, y in points])
    )
    return float((n * sxy - sx * sy) / ((n * sxx - sx * sx) * (n * syy - sy * sy)) ** 0.5)


@template(
    "alg1/data/estimate-correlation-coefficient",
    version=1,
    standards=("HSS.ID.C.8",),
    answer=(SingleChoice, Match),
    check=worked_out,
    band="clouds of 17 or 18 points with r near 0, 0.5, 0.8 or 0.95; choices of one sign at least 0.4 apart",
)
def estimate(rng: Random) -> Question:
    """One of the forms."""
    return one_of(rng, (of_one, of_one, matching, which_plot))
