"""Read a residual plot: does a line suit, what pattern is there, and what does one point say."""

from collections.abc import Sequence
from itertools import pairwise
from random import Random

from courses.alg1.data.fitted import until
from courses.alg1.data.readback import scatter
from courses.alg1.forms import one_of
from courses.alg1.reading import choices_of, right_choice
from exercises import (
    Axis,
    Choice,
    Dot,
    Figure,
    Grid,
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
from exercises.chance import picks
from exercises.exact import Fraction
from exercises.figures import Stretch

GRID = Grid(Axis("x", 0, 12), Axis("Residual", -6, 6))
Spots = tuple[tuple[int, int], ...]
IDEA = (
    "A line suits when the residuals scatter about 0 without a pattern. A pattern says that the line misses something."
)


def figure(points: Spots) -> Figure:
    """The residual plot."""
    return plot(GRID, Stretch((0, 0), (12, 0), dashed=True, colour=1), *(Dot(p) for p in points), describe=told(points))


def told(points: Spots) -> str:
    """The points in words."""
    return (
        "Residual plot. Residuals from left to right: "
        + "; ".join(f"at x = {x}: {y}" for x, y in points).replace("-", "−")
        + "."
    )


def ten_places(rng: Random) -> list[int]:
    """Ten of the inputs from 0 to 12, both ends among them."""
    left_out = pick_distinct(rng, range(1, 12), 3)
    return [x for x in range(13) if x not in left_out]


def random_ones(rng: Random) -> Spots:
    """No pattern: signs change often, sizes alike, sums near 0 in each third."""
    xs = ten_places(rng)
    ys = picks(rng, (-3, -2, -1, 1, 2, 3), len(xs))
    if any(abs(sum(third)) > 2 for third in (ys[:3], ys[3:7], ys[7:])) or long_run(ys) or spread_grows(ys):
        raise Reroll
    if sum(a * b < 0 for a, b in pairwise(ys)) > 7:
        raise Reroll
    return tuple(zip(xs, ys, strict=True))


def long_run(ys: Sequence[int]) -> bool:
    """Whether three neighbours lie on one side of 0."""
    return any((a > 0) == (b > 0) == (c > 0) for a, b, c in zip(ys, ys[1:], ys[2:], strict=False))


def spread_grows(ys: list[int]) -> bool:
    """Whether the sizes grow or shrink clearly from left to right."""
    left, right = (sum(map(abs, part)) for part in (ys[:5], ys[5:]))
    return left > 2 * right or right > 2 * left


def bowl(rng: Random) -> Spots:
    """A bend: positive at both ends and negative in the middle, or turned round."""
    sign, xs = pick(rng, (-1, 1)), ten_places(rng)
    size = pick(rng, (Fraction(1, 5), Fraction(1, 4), Fraction(3, 10)))
    return tuple(
        (x, max(-6, min(6, sign * round(size * (x - 6) * (x - 6) - size * 14) + pick(rng, (0, 0, 0, 1, -1)))))
        for x in xs
    )


def bent(points: Spots) -> int:
    """1 for positive ends and a negative middle, -1 turned round, 0 for neither."""
    ends = [y for x, y in points if x <= 1 or x >= 11]
    middle = [y for x, y in points if 4 <= x <= 8]
    for sign in (1, -1):
        if all(sign * y > 0 for y in ends) and all(sign * y < 0 for y in middle) and len(ends) > 1 and len(middle) > 2:
            return sign
    return 0


def fan(rng: Random) -> Spots:
    """The residuals grow from left to right, on both sides of 0."""
    xs = ten_places(rng)
    points = tuple(
        (x, pick(rng, (-1, 1)) * (1 if x < 5 else integer(rng, 2, 3) if x < 8 else integer(rng, 4, 6))) for x in xs
    )
    big = [y for x, y in points if x >= 8]
    if len(big) < 4 or abs(sum(big)) > 5 or long_run([y for _, y in points]) or len([x for x in xs if x < 5]) < 3:
        raise Reroll
    return points


KINDS = {
    "none": "Yes: the residuals scatter about 0 without a pattern.",
    "bend": "No: the residuals show a bend, so the data follow a curve.",
    "fan": "Only in part: there is no bend, but the residuals grow, so predictions are less sure at the right.",
    "sum": "No: there are residuals that are not 0, so the line does not suit.",
}


def suits(rng: Random) -> Question:
    """Does a line suit the data?"""
    kind = pick(rng, ("none", "bend", "fan"))
    make = {"none": random_ones, "bend": bowl, "fan": fan}[kind]
    points = until(rng, make)
    if (kind == "bend") is not bool(bent(points)):
        raise Reroll
    slips = {"none": "residual-pattern-missed", "bend": "residual-bend-seen", "fan": "residual-fan-seen",
             "sum": "residual-must-be-zero"}  # fmt: skip
    rows = [Choice(text, one == kind, None if one == kind else slips[one], value=one) for one, text in KINDS.items()]
    seen = {"none": "The points jump between above and below 0, equally far everywhere.",
            "bend": "At both ends the points lie on one side of 0, in the middle on the other.",
            "fan": "The points jump between above and below 0, and further and further to the"
                   " right."}[kind]  # fmt: skip
    return Question(
        key=("suits", *points),
        prompt="A line was fitted to some data. The plot shows the residuals. Does a line suit the data?",
        answer=SingleChoice(shuffled(rng, rows)),
        figure=figure(points),
        hints=(IDEA, seen, f"So the answer is this. {KINDS[kind]}"),
        solution=(Step(seen, "Go from left to right and look for a pattern."), Step(KINDS[kind], IDEA)),
    )


def one_point(rng: Random) -> Question:
    """What does one residual say about its measurement?"""
    points = until(rng, pick(rng, (random_ones, fan)))
    x, y = pick(rng, points)
    if abs(y) < 2:
        raise Reroll
    above = y > 0
    size = abs(y)
    rows = [
        (f"The measured value lies {size} above what the line predicts.", above, "residual-sign"),
        (f"The measured value lies {size} below what the line predicts.", not above, "residual-sign"),
        (f"The measured value is ${y}$.", False, "residual-for-value"),
        (f"The line predicts ${y}$ there.", False, "residual-for-prediction"),
    ]
    right = next(text for text, good, _ in rows if good)
    return Question(
        key=("point", *points, x),
        prompt=f"A line was fitted to some data. The plot shows the residuals, measured minus predicted. What"
               f" does the point at"
        f" $x = {x}$ say?",
        answer=SingleChoice(shuffled(rng, [Choice(text, good, None if good else slip) for text, good, slip in rows])),
        figure=figure(points),
        hints=("A residual is the measured value minus the predicted one. Is it positive or negative there?",
               f"The residual at $x = {x}$ is ${y}$.", f"So this. {right}"),
        solution=(Step(f"The residual at $x = {x}$ is ${y}$.", "Read its height."),
                  Step(right, "Positive: measured is more than predicted. Negative: less.")),
    )  # fmt: skip


NAMES = ("A", "B", "C")


def which_plot(rng: Random) -> Question:
    """Which of three residual plots belongs to data that a line suits?"""
    kinds = shuffled(rng, ("none", "bend", "fan"))
    made = {"none": until(rng, random_ones), "bend": until(rng, bowl), "fan": until(rng, fan)}
    if not bent(made["bend"]):
        raise Reroll
    asked = pick(rng, ("none", "bend"))
    slips = {"none": "residual-pattern-missed", "bend": "residual-bend-seen", "fan": "residual-fan-seen"}
    rows = [
        Choice(f"Plot {name}", kind == asked, None if kind == asked else slips[kind], figure(made[kind]), value=kind)
        for name, kind in zip(NAMES, kinds, strict=True)
    ]
    right = next(row.text for row in rows if row.right)
    ask = {"none": "Which one belongs to data for which a line suits everywhere equally well?",
           "bend": "Which one shows that the data follow a curve, not a line?"}[asked]  # fmt: skip
    look = {"none": "Look for the plot without a pattern: no bend, and no growing spread.",
            "bend": "Look for the plot whose ends lie on one side of 0 and whose middle lies on the"
                    " other."}[asked]  # fmt: skip
    return Question(
        key=("which", asked, *made["none"], *made["bend"]),
        prompt=f"Lines were fitted to three sets of data. The plots show their residuals. {ask}",
        answer=SingleChoice(tuple(rows)),
        hints=(IDEA, look, f"That is {right}."),
        solution=(Step(look, IDEA), Step(f"That is {right}.", "The others have another shape.")),
    )


def judged(question: Question) -> None:
    """From the dots: the sign of the middle against the ends, and the sizes at the left against those at the right."""
    form = question.key[0]
    if form == "which":
        asked = "bend" if "curve" in question.prompt else "none"
        for choice in choices_of(question):
            assert choice.figure
            assert (pattern(choice.figure.svg) == asked) is choice.right
        return
    assert question.figure
    if form == "suits":
        assert right_choice(question).text == KINDS[pattern(question.figure.svg)]
        return
    x = Fraction(question.prompt.split("$x = ")[1].split("$")[0])
    (y,) = (b for a, b in scatter(question.figure.svg) if a == x)
    side = "above" if y > 0 else "below"
    assert right_choice(question).text == f"The measured value lies {abs(y)} {side} what the line predicts."


def pattern(svg: str) -> str:
    """What kind of residuals a picture shows: a parabola's share of them, and how the sizes grow."""
    points = [(x - 6, y) for x, y in scatter(svg)]
    mean_square = sum(x * x for x, _ in points) / len(points)
    curve = [(x * x - mean_square, y) for x, y in points]
    inner, size = sum(a * y for a, y in curve), sum(a * a for a, _ in curve)
    share = inner * inner / size / sum(y * y for _, y in points)
    if share > Fraction(1, 2):
        return "bend"
    sizes = [abs(y) for _, y in points]
    return "fan" if sum(sizes[5:]) > 2 * sum(sizes[:5]) else "none"


@template(
    "alg1/data/read-residual-plot",
    version=1,
    standards=("HSS.ID.B.6.b",),
    answer=SingleChoice,
    check=judged,
    band="residual plots of ten points: without a pattern, bent, or growing to the right; one point read",
    min_instances=60,
)
def residual_plot(rng: Random) -> Question:
    """One of the forms."""
    return one_of(rng, (suits, suits, one_point, which_plot))
