"""Read scales and origins in graphs."""

import itertools
import re
from random import Random

from courses.alg1.reading import choices_of, right_choice
from courses.alg1.units.graph_readings import difference, step_of_grid, value_read
from courses.alg1.units.graph_traps import faulty_scale, taller_bar, two_panels, which_scale
from exercises import Number, Question, SingleChoice, pick, template
from exercises.exact import Fraction

TICK = re.compile(r'<text class="tick" x="[\d.]+" y="([\d.]+)" text-anchor="end">([\d.]+)<')
BAR = re.compile(r'<rect class="bar" x="[\d.]+" y="([\d.]+)" width="[\d.]+" height="([\d.]+)"')
DOT = re.compile(r'<circle class="dot" cx="[\d.]+" cy="([\d.]+)"')
LINE = re.compile(r'<path class="grid" d="M[\d.]+ ([\d.]+)H')
NAME = re.compile(r'text-anchor="middle">([^<]+)<')


def measured_on_the_figure(question: Question) -> None:
    """Measure lines, bars and points in the picture and work the answer out from their places."""
    CHECKS[str(question.key[0])](question)


def values_in(svg: str) -> dict[str, Fraction]:
    """What each bar or point is worth, by proportion between the two outer numbers of the axis."""
    ticks = [(Fraction(y) - 5, Fraction(number)) for y, number in TICK.findall(svg)]
    (low_y, low), (high_y, high) = ticks[0], ticks[-1]
    worth = (high - low) / (high_y - low_y)
    tops = [Fraction(y) for y, _ in BAR.findall(svg)] or [Fraction(y) for y in DOT.findall(svg)]
    return {name: low + (y - low_y) * worth for name, y in zip(NAME.findall(svg), tops, strict=True)}


def near(a: Fraction, b: Fraction | int, svg: str) -> bool:
    """Whether two values differ by less than a fifth of a step of the grid."""
    ticks = [Fraction(number) for _, number in TICK.findall(svg)]
    return abs(a - b) * 5 * (len(LINE.findall(svg)) - 1) < ticks[-1] - ticks[0] + Fraction(1, 100)


def _svg(question: Question) -> str:
    assert question.figure
    return question.figure.svg


def _number(question: Question) -> Fraction:
    assert isinstance(question.answer, Number)
    return Fraction(question.answer.value)


def _named(question: Question) -> list[str]:
    return re.findall(r"\*\*(.+?)\*\*", question.prompt)


def _value(question: Question) -> None:
    (name,) = _named(question)
    assert near(values_in(_svg(question))[name], _number(question), _svg(question))


def _step(question: Question) -> None:
    ticks = [Fraction(number) for _, number in TICK.findall(_svg(question))]
    assert _number(question) * (len(LINE.findall(_svg(question))) - 1) == ticks[-1] - ticks[0]


def _difference(question: Question) -> None:
    values, (more, less) = values_in(_svg(question)), _named(question)
    assert near(values[more] - values[less], _number(question), _svg(question))


def _taller(question: Question) -> None:
    values, (high, low) = values_in(_svg(question)), _named(question)
    said = [Fraction(n) for n in re.findall(r"\d+", right_choice(question).text)]
    assert near(values[high] - values[low], said[-1], _svg(question))
    heights = [Fraction(height) for _, height in BAR.findall(_svg(question))]
    assert max(heights) >= Fraction(19, 10) * min(heights)
    assert values[high] < 2 * values[low]


def _panels(question: Question) -> None:
    grown = []
    for svg in _svg(question).split("<g transform=")[1:]:
        values = list(values_in(svg).values())
        grown.append(values[-1] - values[0])
    first, second = grown
    equal = abs(first - second) * 20 < max(grown)
    assert right_choice(question).worth == ("same" if equal else "first" if first > second else "second")


def _fault(question: Question) -> None:
    numbers = [Fraction(number) for _, number in TICK.findall(_svg(question))]
    gaps = {upper - lower for lower, upper in itertools.pairwise(numbers)}
    right = "uneven" if len(gaps) > 1 else "origin" if numbers[0] else "fine"
    assert right_choice(question).worth == right


def _scale(question: Question) -> None:
    values = [int(n) for n in re.findall(r"\d+", question.prompt.split(": ")[1].split(".")[0])]
    good = []
    for choice in choices_of(question):
        low, high, step = (int(n) for n in re.findall(r"\d+", choice.text))
        reaches = low <= min(values) and max(values) <= high
        good.append(reaches and (max(values) - min(values)) * 2 >= high - low and (high - low) / step <= 12)
        assert good[-1] is choice.right


CHECKS = {
    "value": _value,
    "step": _step,
    "difference": _difference,
    "taller": _taller,
    "panels": _panels,
    "fault": _fault,
    "scale": _scale,
}


@template(
    "alg1/units/read-scales-origins-graphs",
    version=1,
    standards=("HSN.Q.A.1",),
    answer=(Number, SingleChoice),
    check=measured_on_the_figure,
    band="one chart with at most five bars or points, or two charts; steps of 2 to 200",
    answer_in_prompt=True,
)
def read_scales(rng: Random) -> Question:
    """Values, steps and differences from a chart; traps of beginnings and scales; choosing a scale."""
    forms = (
        value_read,
        value_read,
        step_of_grid,
        difference,
        difference,
        taller_bar,
        two_panels,
        faulty_scale,
        which_scale,
    )
    return pick(rng, forms)(rng)
