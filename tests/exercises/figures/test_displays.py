"""Displays of data: dot plots, histograms, box plots, area models, two-way tables."""

from xml.etree import ElementTree

import pytest

from exercises import Axis, Frequency, area_model, box_plot, dot_plot, histogram, two_way_table
from exercises.figures.dots import BARS_HIGH

MARKS = Axis("Marks", 0, 100, 10)


def root(figure):
    return ElementTree.fromstring(figure.svg)  # noqa: S314 - our own figures


def parts(figure, kind):
    return [one for one in root(figure).iter() if one.get("class") == kind]


def test_a_dot_plot_has_a_dot_for_each_time():
    figure = dot_plot("Goals", 0, (1, 3, 0, 2))
    assert len(parts(figure, "dot")) == 6
    assert figure.description == "Dot plot: Goals. 0: 1; 1: 3; 2: 0; 3: 2."


def test_the_bars_of_a_histogram_touch_and_are_as_high_as_their_counts():
    bars = parts(histogram("Minutes", (0, 10, 20, 30), (2, 4, 1)), "bar")
    edges = [(float(bar.get("x")), float(bar.get("x")) + float(bar.get("width"))) for bar in bars]
    assert edges[0][1] == pytest.approx(edges[1][0], abs=0.2)
    assert [float(bar.get("height")) for bar in bars] == [BARS_HIGH / 2, BARS_HIGH, BARS_HIGH / 4]


def test_the_counts_can_be_kept_out_of_the_words():
    assert Frequency(("1", "2"), 3, "Goals").draw((1, 2), hide=True).description == "Dot plot: Goals. From 1 to 2."


def test_a_box_plot_stands_where_its_five_numbers_are():
    figure = box_plot(MARKS, [("A", (20, 40, 50, 70, 100))])
    (box,) = parts(figure, "box")
    unit = (378 - 22) / 100
    assert float(box.get("x")) == pytest.approx(22 + 40 * unit, abs=0.1)
    assert float(box.get("width")) == pytest.approx(30 * unit, abs=0.2)
    assert "A: smallest value 20, lower quartile 40, median 50" in figure.description
    assert "40" not in box_plot(MARKS, [("A", (20, 40, 50, 70, 100))], hide=True).description.removeprefix("Box plot")


@pytest.mark.parametrize("five", [(20, 10, 50, 70, 100), (20, 40, 50, 70, 101)])
def test_five_numbers_that_are_no_box_are_refused(five):
    with pytest.raises(ValueError, match="no box"):
        box_plot(MARKS, [("", five)])


def test_an_area_model_names_sides_and_areas_and_what_is_asked():
    figure = area_model(("x", "5"), ("x", "-3"), (("x²", "5x"), ("?", "")))
    assert len(parts(figure, "cell")) == 4
    assert "x by x: x²; x by 5: 5x; −3 by x: asked; −3 by 5: blank." in figure.description


def test_a_two_way_table_is_markdown():
    assert two_way_table(("Girls", "Boys"), ("Bus", "Walk"), ((3, 4), (5, "?"))).splitlines() == [
        "| | Bus | Walk |",
        "|---|---|---|",
        "| **Girls** | 3 | 4 |",
        "| **Boys** | 5 | ? |",
    ]
