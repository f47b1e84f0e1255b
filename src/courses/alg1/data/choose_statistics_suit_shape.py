"""Choose statistics that suit the shape: mean or median, standard deviation or interquartile range, and why."""

from collections import Counter
from collections.abc import Sequence
from random import Random

from courses.alg1.data.readback import stacked
from courses.alg1.data.summaries import fences, mean, median
from courses.alg1.forms import one_of
from courses.alg1.reading import choices_of
from exercises import Choice, Question, Reroll, SingleChoice, Step, integer, person, pick, shuffled, template
from exercises.exact import Fraction
from exercises.figures.dots import dot_plot

SHAPES = ("even", "right", "left")
RULE = (
    "Mean and standard deviation use the size of every value, so a long tail pulls at them. Median and"
    " interquartile range"
    " use only the order."
)
BOTH, ROBUST = "the mean and the standard deviation", "the median and the interquartile range"
WHY = {
    "even": "the values lie evenly to both sides of the middle",
    "right": "a few very large values pull the mean up",
    "left": "a few very small values pull the mean down",
}
TOPICS = (
    ("Visits to the dentist in ten years", 4), ("Minutes late", 2), ("Emails in an hour", 3), ("Apples in a bag", 6),
    ("Points in a game", 5), ("Children's ages in years", 3), ("Steps on a staircase in a house", 10),
    ("Books borrowed in a year", 4),
)  # fmt: skip


def shaped(rng: Random, shape: str) -> list[int]:
    """Places of values from 0 to 11 with this shape."""
    if shape == "even":
        half = [integer(rng, 1, 2), integer(rng, 1, 3), integer(rng, 2, 4), integer(rng, 3, 4)]
        if half != sorted(half):
            raise Reroll
        counts = [*half, integer(rng, 4, 5), *half[::-1]]
        start = integer(rng, 0, 3)
        return [start + i for i, n in enumerate(counts) for _ in range(n)]
    counts = [integer(rng, 1, 3), integer(rng, 3, 5), integer(rng, 3, 5), integer(rng, 1, 3)]
    found = [i for i, n in enumerate(counts) for _ in range(n)]
    found += [integer(rng, 8, 11) for _ in range(integer(rng, 2, 3))]
    return sorted(found) if shape == "right" else sorted(11 - v for v in found)


def shape_of(values: Sequence[int | Fraction]) -> str:
    """The shape, by far values beyond the fences and where the mean lies. Reroll when it is not clear."""
    low, high = fences(values)
    above, below = [v for v in values if v > high], [v for v in values if v < low]
    gap = mean(values) - median(values)
    if not above and not below and gap == 0:
        return "even"
    if above and not below and gap > Fraction(2, 5):
        return "right"
    if below and not above and gap < -Fraction(2, 5):
        return "left"
    raise Reroll


def drawn(rng: Random) -> tuple[str, list[int], str]:
    """Values with a clear shape, and what they count."""
    shape, (about, low) = pick(rng, SHAPES), pick(rng, TOPICS)
    values = [low + v for v in shaped(rng, shape)]
    if shape_of(values) != shape:
        raise Reroll
    return shape, values, about


def plotted(rng: Random) -> Question:
    """A dot plot: which pair of statistics, and why?"""
    shape, values, about = drawn(rng)
    rows = reasons(shape)
    counts = Counter(values)
    low, high = min(values), max(values)
    right = rows[0][0]
    seen = {"even": "The dots lie evenly to both sides of their middle.",
            "right": "Most dots stand at the left, and a few lie far to the right.",
            "left": "Most dots stand at the right, and a few lie far to the left."}[shape]  # fmt: skip
    return Question(
        key=("plot", about, *values),
        prompt="The dot plot shows a set of values. Which statistics describe its centre and spread well, and why?",
        answer=SingleChoice(shuffled(rng, [Choice(text, slip is None, slip) for text, slip in rows])),
        figure=dot_plot(about, low, [counts[n] for n in range(low, high + 1)]),
        hints=(RULE, seen, f"So take this. {right}"),
        solution=(Step(seen, "Look at the shape first."), Step(right, RULE)),
    )


def reasons(shape: str) -> list[tuple[str, str | None]]:
    """The right statistics with their reason, and three wrong ones."""
    good, bad = (BOTH, ROBUST) if shape == "even" else (ROBUST, BOTH)
    other = {"even": "right", "right": "left", "left": "right"}[shape]
    if shape == "even":
        return [
            (f"{capital(BOTH)}, because {WHY['even']}.", None),
            (f"Only {ROBUST}, because {WHY['right']}.", "statistics-tail-seen"),
            (f"Only {ROBUST}, because {WHY['left']}.", "statistics-tail-seen"),
            ("The mean and the largest value, because they use the most information.", "statistics-mixed"),
        ]
    return [
        (f"{capital(good)}, because {WHY[shape]}.", None),
        (f"{capital(bad)}, because {WHY['even']}.", "statistics-tail-missed"),
        (f"{capital(good)}, because {WHY[other]}.", "statistics-wrong-side"),
        (f"{capital(bad)}, because they use every value.", "statistics-tail-missed"),
    ]


def capital(text: str) -> str:
    """With a capital at the start."""
    return text[0].upper() + text[1:]


ORDERS = {"even": "about equal to", "right": "greater than", "left": "smaller than"}


def mean_and_median(rng: Random) -> Question:
    """From the shape alone: how do mean and median lie?"""
    shape, values, about = drawn(rng)
    counts, low, high = Counter(values), min(values), max(values)
    texts = {one: f"The mean is {said} the median." for one, said in ORDERS.items()}
    why = {"even": "The values lie evenly to both sides", "right": "The few values far to the right pull the mean up",
           "left": "The few values far to the left pull the mean down"}[shape]  # fmt: skip
    slips = {"even": "statistics-tail-missed", "right": "statistics-wrong-side", "left": "statistics-wrong-side"}
    if shape == "even":
        slips = {"right": "statistics-tail-seen", "left": "statistics-tail-seen"}
    rows = [Choice(text, one == shape, None if one == shape else slips[one], value=one) for one, text in texts.items()]
    return Question(
        key=("mean", about, *values),
        prompt="Do not work anything out: judge by the shape of the dot plot. How do the mean and the median of"
               " the values"
        " compare?",
        answer=SingleChoice(shuffled(rng, rows)),
        figure=dot_plot(about, low, [counts[n] for n in range(low, high + 1)]),
        hints=("The median stands in the middle of the dots, however far the last ones lie. The mean is the"
               " balance point.",
               f"{why}.", f"{texts[shape]}"[:-1] + ", as far as one can see."),
        solution=(Step(f"{why}.", "Far values weigh more in the mean than in the median."), Step(texts[shape],
                  "The median only counts how many lie to each side.")),
    )  # fmt: skip


STORIES = (
    ("the prices of the houses sold in a town in a year: most cost between 100 and 300 thousand dollars, and"
     " three villas"
     " cost more than two million", "right", "house prices"),
    ("the heights of 200 women of the same age: they lie evenly to both sides of 164 cm, with fewer and fewer far away",
     "even", "heights"),
    ("the times in which runners finished a long race: most came in within a short time, and a few walked and"
     " came in hours"
     " later", "right", "times"),
    ("the points in an easy test: nearly all pupils have 18 to 20 of 20 points, and a few have 2 or"
     " 3", "left", "points"),
    ("the masses of packets from one machine: they lie evenly to both sides of 500 g, none far away", "even", "masses"),
    ("the incomes in a village in which one owner of a mine lives", "right", "incomes"),
    ("the ages at which people of a country died: most were old, and some died as small children", "left", "ages"),
    ("how long phone calls to an office take: most are short, and a few last more than an hour", "right", "calls"),
    ("the results of measuring the same table 50 times: they lie evenly to both sides of 120.3 cm", "even", "results"),
    ("the rain of the days of a dry year: most days have none, and two storms brought 90 mm each", "right", "days"),
)  # fmt: skip


def told(rng: Random) -> Question:
    """A story: which statistics, and why?"""
    text, shape, _ = pick(rng, STORIES)
    name = person(rng)
    rows = reasons(shape)
    right = rows[0][0]
    return Question(
        key=("story", text, name),
        prompt=f"{name} wants to sum up {text}. Which statistics describe the centre and the spread well, and"
        " why?",
        answer=SingleChoice(shuffled(rng, [Choice(line, slip is None, slip) for line, slip in rows])),
        hints=(RULE, "Are there values that lie far from most of the others, and on which side?",
               f"So take this. {right}"),
        solution=(Step("Look for values far from the others.", "They decide which statistics can be trusted."),
                  Step(right, RULE)),
    )  # fmt: skip


def judged(question: Question) -> None:
    """The shape anew from the dots: how far the smallest and the largest lie from the median; stories by their"
    " words."""
    form = question.key[0]
    if form == "story":
        text = question.prompt
        large = any(word in text for word in ("villas", "hours later", "mine", "more than an hour", "storms"))
        small = any(word in text for word in ("2 or 3", "small children"))
        found = "even" if "evenly" in text else "right" if large else "left" if small else ""
    else:
        assert question.figure
        values = stacked(question.figure.svg)
        middle = sorted(values)[len(values) // 2]
        down, up = middle - min(values), max(values) - middle
        found = "even" if down == up else "right" if up > 2 * down else "left" if down > 2 * up else ""
    assert found
    for choice in choices_of(question):
        if form == "mean":
            assert choice.right is (f"is {ORDERS[found]} the" in choice.text)
            continue
        fits = choice.text.lower().startswith(BOTH if found == "even" else ROBUST) and WHY[found] in choice.text
        assert choice.right is fits, choice.text


@template(
    "alg1/data/choose-statistics-suit-shape",
    version=1,
    standards=("HSS.ID.A.2",),
    answer=SingleChoice,
    check=judged,
    band="dot plots of about 15 to 25 dots that are even or have a clear tail on one side, and stories told by"
    " their shape",
    min_instances=60,
)
def suit_shape(rng: Random) -> Question:
    """One of the forms."""
    return one_of(rng, (plotted, plotted, mean_and_median, told))
