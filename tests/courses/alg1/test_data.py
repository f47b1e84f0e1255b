"""Second opinions about the unit on data: Python's statistics module works the shown numbers out anew."""

import re
import statistics
from random import Random

import pytest

from courses.alg1.data.compare_centres_spreads_two_groups import compare_groups
from courses.alg1.data.estimate_correlation_coefficient import LEVELS, cloud
from courses.alg1.data.find_conditional_relative_frequencies import relative_frequencies
from courses.alg1.data.fit_line_predict import fit_and_predict
from courses.alg1.data.judge_effect_outlier import outlier
from courses.alg1.data.read_build_displays import displays
from courses.alg1.data.summaries import fences, five, mean, median
from courses.alg1.data.tell_correlation_causation import causation
from exercises import RIGHT, WRONG, BoxPlot, Line, grade

SEEDS = range(30)
LIST = re.compile(r"\$((?:-?\d+, ){3,}-?\d+)\$")


def values(question):
    return [int(n) for n in LIST.search(question.prompt)[1].split(", ")]


@pytest.mark.parametrize("seed", SEEDS)
def test_the_statistics_module_finds_the_middle_of_a_box_plot(seed):
    question = displays.instance(seed)
    if question.key[0] != "box":
        pytest.skip("not a box plot from a list")
    assert isinstance(question.answer, BoxPlot)
    numbers = sorted(values(question))
    half = len(numbers) // 2
    low, q1, middle, q3, high = question.answer.value
    assert (low, high) == (min(numbers), max(numbers))
    assert (q1, middle, q3) == tuple(map(statistics.median, (numbers[:half], numbers, numbers[-half:])))


@pytest.mark.parametrize("seed", SEEDS)
def test_the_statistics_module_agrees_that_the_mean_moves_more(seed):
    question = outlier.instance(seed)
    if question.key[0] != "left out":
        pytest.skip("another form")
    numbers = values(question)
    gone = int(re.search(r"value \$(\d+)\$ is left out", question.prompt)[1])
    rest = list(numbers)
    rest.remove(gone)
    by_mean = statistics.mean(numbers) - statistics.mean(rest)
    by_median = statistics.median(numbers) - statistics.median(rest)
    assert by_mean > 2 * by_median
    assert question.answer.show() == "The mean falls much more than the median."


@pytest.mark.parametrize("level", LEVELS)
def test_the_statistics_module_finds_the_correlation_that_a_cloud_was_made_for(level):
    xs, ys = zip(*cloud(Random(level), level), strict=True)
    assert statistics.correlation(xs, ys) == pytest.approx(level / 100, abs=0.1)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_line_that_statistics_fits_is_right(seed):
    question = fit_and_predict.instance(seed)
    if not isinstance(question.answer, Line):
        pytest.skip("a number is asked")
    points = [tuple(p.point) for p in question.answer.backdrop]
    slope, start = statistics.linear_regression(*map(list, zip(*points, strict=True)))
    for x, low, high in question.answer.gates:
        assert float(low) <= slope * x + start <= float(high)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_share_typed_as_a_decimal_where_percent_is_asked_is_named(seed):
    question = relative_frequencies.instance(seed)
    if question.after != "%":
        pytest.skip("a fraction or a count is asked")
    verdict = grade(question, {"value": str(float(question.answer.value) / 100)})
    assert verdict.mark is WRONG
    assert verdict.misconception == "share-not-in-percent"
    assert grade(question, {"value": f"{question.answer.value} %"}).mark is RIGHT


def test_quartiles_are_the_medians_of_the_halves():
    assert five([7, 1, 3, 5]) == (1, 2, 4, 6, 7)
    assert five([1, 2, 3, 4, 5]) == (1, 1.5, 3, 4.5, 5)
    assert (mean([1, 2, 6]), median([1, 2, 6])) == (3, 2)
    assert fences([1, 3, 5, 7]) == (-4, 12)


@pytest.mark.parametrize("template", [compare_groups, causation], ids=["groups", "causes"])
def test_each_wrong_choice_has_its_own_feedback(template):
    for seed in SEEDS:
        choices = getattr(template.instance(seed).answer, "choices", ())
        assert all(choice.misconception for choice in choices if not choice.right)
