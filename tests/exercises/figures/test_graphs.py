"""Graphs and charts agree with their numbers and say the same in words."""

import re
from html import escape
from itertools import pairwise

import pytest

from exercises import Axis, bar_chart, line_graph
from exercises.checks.data import figure_problems
from exercises.exact import Fraction

HOURS, KM = Axis("Time (h)", 0, 6), Axis("Distance (km)", -20, 100, 20)
GRAPH = line_graph(HOURS, KM, lines=[[(0, -20), (6, 100)]], points=[(3, 40), (Fraction(9, 2), 70)])
CHART = bar_chart("fruit", Axis("Children", 0, 12, 2), [("apple", 6), ("pear", 12), ("fig <3", 0)])


@pytest.mark.parametrize("figure", [GRAPH, CHART])
def test_a_figure_is_small_described_and_harmless(figure):
    assert list(figure_problems(figure)) == []
    assert f'aria-label="{escape(figure.description)}"' in figure.svg
    assert not re.search(r"\bid=|style=|#[0-9a-f]{6}", figure.svg)


def test_points_stand_where_their_numbers_say():
    dots = re.findall(r'<circle class="dot" cx="([\d.]+)" cy="([\d.]+)"', GRAPH.svg)
    left, right, top, bottom = 52, 324, 26, 246
    expected = [
        (left + (right - left) * x / 6, bottom - (bottom - top) * (y + 20) / 120) for x, y in [(3, 40), (4.5, 70)]
    ]
    assert [(float(x), float(y)) for x, y in dots] == [pytest.approx(place, abs=0.06) for place in expected]


def test_bars_are_as_high_as_their_numbers():
    highs = [float(h) for h in re.findall(r'<rect class="bar"[^>]* height="([\d.]+)"', CHART.svg)]
    assert highs == [pytest.approx(95), pytest.approx(190), pytest.approx(0)]


def test_descriptions_hold_the_numbers():
    assert "Distance (km) from −20 to 100 in steps of 20" in GRAPH.description
    assert "A line goes through (0, −20), (6, 100)." in GRAPH.description
    assert "A dot stands at (9/2, 70)." in GRAPH.description
    assert "apple 6, pear 12, fig <3 0." in CHART.description


def test_what_lies_outside_is_refused():
    with pytest.raises(ValueError, match="not between"):
        line_graph(HOURS, KM, points=[(7, 0)])
    with pytest.raises(ValueError, match="not between"):
        bar_chart("x", Axis("y", 0, 3), [("a", 4)])
    with pytest.raises(ValueError, match="begins at 0"):
        bar_chart("x", Axis("y", 1, 3), [("a", 2)])
    with pytest.raises(ValueError, match="no marks"):
        Axis("y", 0, 5, 2)


def test_names_of_marks_do_not_touch():
    crowded = line_graph(Axis("x", -100, 100, 5), Axis("y", 0, 60))
    across = [float(x) for x in re.findall(r'<text x="([\d.]+)" y="264"', crowded.svg)]
    assert min(b - a for a, b in pairwise(across)) >= 36
