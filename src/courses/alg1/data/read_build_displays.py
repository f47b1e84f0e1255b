"""Read and build displays: a dot plot, a histogram or a box plot from a list, and a plot from what is told of it."""

from collections import Counter
from itertools import pairwise
from random import Random

from courses.alg1.data.readback import cumulated, list_in, stacked
from courses.alg1.data.summaries import five
from courses.alg1.forms import one_of
from courses.alg1.slips import different
from exercises import Axis, BoxPlot, DataPlot, Frequency, Question, Reroll, Step, integer, listed, num, pick, template
from exercises.exact import Fraction
from exercises.figures.boxes import FIVE, Five
from exercises.figures.dots import dot_plot

TOPICS = (
    ("Goals in a match", "the goals in the matches of a season", 0),
    ("Books read in a month", "how many books the members of a club read in a month", 0),
    ("Eggs in a nest", "the eggs that were counted in the nests of a marsh", 1),
    ("Tries until the first hit", "how many tries the players of a game needed", 1),
    ("Rainy days in a week", "the rainy days in the weeks of a spring", 0),
    ("People in a household", "the people in the households of a street", 1),
)  # fmt: skip
MEASURES = (
    ("Waiting time in minutes", "the waiting times at a clinic, in minutes", 5, 60),
    ("Distance in km", "the distances that cyclists rode in a day, in kilometres", 10, 100),
    ("Age in years", "the ages of the members of a choir, in years", 15, 75),
    ("Mass in grams", "the masses of mangoes, in grams", 200, 380),
    ("Points", "the points in a geography test", 10, 50),
)  # fmt: skip
HALVES = "The quartiles are the medians of the lower and of the upper half of the values."


def as_list(values: list[int]) -> str:
    """A list for a prompt."""
    return f"${', '.join(map(num, values))}$"


def dots_from_list(rng: Random) -> Question:
    """Build a dot plot."""
    about, what, low = pick(rng, TOPICS)
    span = integer(rng, 5, 7)
    values = [low + min(integer(rng, 0, span - 1), integer(rng, 0, span - 1)) for _ in range(integer(rng, 10, 15))]
    counts = tuple(Counter(values)[low + i] for i in range(span))
    if max(counts) < 3 or max(counts) > 6 or counts[-1] == 0 or 0 in counts[:2]:
        raise Reroll
    labels = tuple(str(low + i) for i in range(span))
    said = "; ".join(f"{label}: ${n}$" for label, n in zip(labels, counts, strict=True))
    ranked = sorted(counts, reverse=True)
    wrong = different(counts, {"display-backwards": counts[::-1], "display-each-once": tuple(map(bool_count, counts)),
                               "display-sorted-columns": tuple(ranked)})  # fmt: skip
    return Question(
        key=("dots", about, *sorted(values)),
        prompt=f"The list shows {what}.\n\n{as_list(values)}\n\nBuild the dot plot: one dot for each number of"
               f" the list.",
        answer=DataPlot(counts, Frequency(labels, 7, about)),
        wrong=wrong,
        hints=("Each number of the list becomes one dot above its own place.",
               f"Go through the list and cross out each number when its dot is set. There are {len(values)} dots in"
               " all.", f"Dots in each column: {said}."),
        solution=(Step(f"Count how often each number comes. The list has {len(values)} numbers.",
                       "A dot for each, so no number is lost."),
                  Step(said, "One column for each value, also for one that does not come.")),
    )  # fmt: skip


def bool_count(n: int) -> int:
    """1 for any that comes."""
    return int(n > 0)


def bars_from_list(rng: Random) -> Question:
    """Build a histogram."""
    about, what, lo, hi = pick(rng, MEASURES)
    width = pick(rng, (5, 10, 20)) if hi - lo < 100 else pick(rng, (20, 30, 40))
    start = (lo // width) * width
    edges = [start + width * i for i in range(5 + 1)]
    values = [integer(rng, edges[0], edges[-1] - 1) for _ in range(integer(rng, 11, 15))]
    values += [pick(rng, edges[1:-1]), pick(rng, edges[1:-1])]
    values = [values[i] for i in sorted(range(len(values)), key=lambda _: rng.random())]
    counts = tuple(sum(a <= v < b for v in values) for a, b in pairwise(edges))
    upper = tuple(sum(a < v <= b for v in values) for a, b in pairwise(edges))
    if upper == counts or max(counts) > 8 or 0 in counts or len(set(counts)) < 3 or edges[-1] > hi + 2 * width:
        raise Reroll
    labels = tuple(f"{a}–{b}" for a, b in pairwise(edges))
    said = "; ".join(f"{label}: ${n}$" for label, n in zip(labels, counts, strict=True))
    wrong = different(counts, {"display-edge-in-lower": upper, "display-backwards": counts[::-1],
                               "display-sorted-columns": tuple(sorted(counts, reverse=True))})  # fmt: skip
    on_edge = sorted({v for v in values if v in edges[1:-1]})
    return Question(
        key=("bars", about, *sorted(values)),
        prompt=f"The list shows {what}.\n\n{as_list(values)}\n\nBuild the histogram. A value on the border of"
               f" two intervals"
        " belongs to the interval that begins with it.",
        answer=DataPlot(counts, Frequency(labels, 10, about, "bars")),
        wrong=wrong,
        hints=("Count for each interval how many values of the list lie in it.",
               f"Take care with {listed([str(v) for v in on_edge])}: such a value belongs to the interval on its right."
               f" There are {len(values)} values in all.", f"Counts from left to right: {said}."),
        solution=(Step("Go through the list, and make a stroke at the interval of each value.",
                       "A value on a border belongs to the interval that begins with it."),
                  Step(said, f"Together these are {len(values)} values, as many as in the list.")),
    )  # fmt: skip


def five_words(numbers: Five) -> str:
    """The five numbers with their names."""
    return ", ".join(f"{name} ${num(value)}$" for name, value in zip(FIVE, numbers, strict=True))


def drawn_values(rng: Random) -> tuple[str, str, list[int], Axis]:
    """Eight, ten or twelve values whose quartiles are whole or half, and an axis."""
    about, what, lo, hi = pick(rng, MEASURES)
    step = 2 if hi - lo < 100 else 10
    middle = integer(rng, lo + 12, lo + 22) if step == 2 else integer(rng, lo + 60, lo + 110)
    spread = 12 if step == 2 else 60
    values = [middle + integer(rng, -spread, spread) for _ in range(pick(rng, (8, 8, 10, 12)))]
    numbers = five(values)
    if (
        any(Fraction(n).denominator != 1 for n in numbers)
        or len(set(numbers)) < 5
        or len(set(values)) < len(values) - 1
    ):
        raise Reroll
    axis = Axis(about, (min(values) // step - 1) * step, (max(values) // step + 2) * step, step)
    return about, what, values, axis


def box_from_list(rng: Random) -> Question:
    """Build a box plot."""
    about, what, values, axis = drawn_values(rng)
    numbers = five(values)
    ordered, half = sorted(values), len(values) // 2
    low, q1, middle, q3, high = numbers
    unsorted = five_unsorted(values)
    wrong: dict[str, Five] = {
        "display-quarter-of-range": (low, low + Fraction(high - low, 4), Fraction(low + high, 2),
                                     low + Fraction(3 * (high - low), 4), high),
        "display-list-not-ordered": unsorted,
        "display-neighbour-for-median": (low, q1, ordered[half], q3, high),
        "display-quartile-neighbours": (low, ordered[half // 2], middle, ordered[half + half // 2], high),
    }  # fmt: skip
    kept = {name: way for name, way in different(numbers, wrong).items() if fits(way, axis)}
    if len(kept) < 2:
        raise Reroll
    said = five_words(numbers)
    return Question(
        key=("box", about, *ordered),
        prompt=f"The list shows {what}.\n\n{as_list(values)}\n\nBuild the box plot. {HALVES}",
        answer=BoxPlot(numbers, axis, snap=1),
        wrong=kept,
        hints=("Put the values in order first, from the smallest to the largest.",
               f"In order: {as_list(ordered)}. The median lies in the middle, between the two middle values.",
               f"The lower half is {as_list(ordered[:half])}; its median is the lower quartile.", f"In order: {said}."),
        solution=(Step(f"In order: {as_list(ordered)}", "Without order there is no middle."),
                  Step(f"Lower half: {as_list(ordered[:half])}; upper half: {as_list(ordered[half:])}",
                       f"There are {len(values)} values, so each half has {half}."),
                  Step(f"In order: {said}.", HALVES)),
    )  # fmt: skip


def five_unsorted(values: list[int]) -> Five:
    """What comes out when somebody takes the middle of the list as it stands, put into order."""
    half = len(values) // 2
    middle = Fraction(values[half - 1] + values[half], 2)
    low, q1, _, q3, high = five(values)
    return (low, q1, middle, q3, high)


def fits(numbers: Five, axis: Axis) -> bool:
    """Whether five numbers are a box plot of whole numbers on an axis."""
    return (
        list(numbers) == sorted(numbers)
        and axis.lo <= numbers[0]
        and numbers[-1] <= axis.hi
        and all(Fraction(n).denominator == 1 for n in numbers)
    )


def box_from_dots(rng: Random) -> Question:
    """Build a box plot from a dot plot."""
    about, what, low = pick(rng, TOPICS)
    span = integer(rng, 7, 10)
    values = sorted(low + integer(rng, 0, span - 1) for _ in range(pick(rng, (8, 12, 12))))
    counts = tuple(Counter(values)[low + i] for i in range(span))
    numbers = five(values)
    if any(Fraction(n).denominator != 1 for n in numbers) or len(set(numbers)) < 5 or max(counts) > 5:
        raise Reroll
    if counts[0] == 0 or counts[-1] == 0:
        raise Reroll
    axis = Axis(about, 0, low + span + 1)
    first, q1, middle, q3, last = numbers
    columns = five(list(dict.fromkeys(values)))
    wrong: dict[str, Five] = {
        "display-dots-as-columns": columns,
        "display-quarter-of-range": (first, first + Fraction(last - first, 4), Fraction(first + last, 2),
                                     first + Fraction(3 * (last - first), 4), last),
        "display-axis-from-zero": (0, q1, middle, q3, last),
        "display-box-to-the-ends": (first, first, middle, last, last),
    }  # fmt: skip
    kept = {name: way for name, way in different(numbers, wrong).items() if fits(way, axis)}
    if len(kept) < 2:
        raise Reroll
    said, half = five_words(numbers), len(values) // 2
    return Question(
        key=("dots to box", about, *values),
        prompt=f"The dot plot shows {what}. Build the box plot of the same values. {HALVES}",
        answer=BoxPlot(numbers, axis),
        wrong=kept,
        figure=dot_plot(about, low, counts),
        hints=("Each dot is one value. Count the dots first.",
               f"There are {len(values)} dots, so each half has {half}. Count {half} dots from the left: that is"
               f" the lower"
               " half.", f"Lower half: {as_list(values[:half])}; upper half:"
                         f" {as_list(values[half:])}.", f"In order: {said}."),
        solution=(Step(f"The values are {as_list(values)}.", "A dot for each value, from left to right."),
                  Step(f"Lower half: {as_list(values[:half])}; upper half: {as_list(values[half:])}.",
                       "The median lies between the two halves."), Step(f"In order: {said}.", HALVES)),
    )  # fmt: skip


def counted(question: Question) -> None:
    """Count the shown values anew: bars one value at a time, quartiles by the share of values at or below them."""
    form, answer = question.key[0], question.answer
    values = [Fraction(v) for v in stacked(question.figure.svg)] if question.figure else list_in(question.prompt)
    if isinstance(answer, DataPlot):
        tally = [0] * len(answer.value)
        for value in values:
            for i, label in enumerate(answer.plot.labels):
                lo, _, hi = label.partition("–")
                tally[i] += int(Fraction(lo) <= value < Fraction(hi)) if hi else int(value == int(lo))
        assert tuple(tally) == answer.value
        assert sum(tally) == len(values)
        return
    assert isinstance(answer, BoxPlot)
    assert form in ("box", "dots to box")
    quarter = Fraction(1, 4)
    shares = tuple(cumulated(values, quarter * n) for n in (1, 2, 3))
    if len(values) % 4:
        halves = sorted(values)[: len(values) // 2], sorted(values)[len(values) // 2 :]
        shares = (cumulated(halves[0], Fraction(1, 2)), shares[1], cumulated(halves[1], Fraction(1, 2)))
    assert answer.value == (min(values), *shares, max(values))


@template(
    "alg1/data/read-build-displays",
    version=1,
    standards=("HSS.ID.A.1",),
    answer=(DataPlot, BoxPlot),
    check=counted,
    band="lists of 8 to 17 whole numbers, or a dot plot of 8 or 12 dots; quartiles at whole numbers, always even lists",
)
def displays(rng: Random) -> Question:
    """One of the forms."""
    return one_of(rng, (dots_from_list, bars_from_list, box_from_list, box_from_dots))
