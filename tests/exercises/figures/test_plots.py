"""Graphs on a grid: what is drawn agrees with the numbers, and the words tell as much as they should."""

import re
from xml.etree import ElementTree

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from exercises import (
    Axis,
    Curve,
    Dot,
    Grid,
    Shade,
    Straight,
    Stretch,
    absolute,
    below,
    exponential,
    line_form,
    parabola,
    plot,
    rising,
)
from exercises.exact import Fraction
from exercises.figures.grid import frame
from exercises.figures.straight import crossings
from exercises.geometry import on_line

SIX = Grid(Axis("x", -6, 6), Axis("y", -6, 6))
WEEK = Grid(Axis("Day", 0, 8), Axis("Height in cm", 0, 40, 5))
SHAPES = [
    rising(2, -1),
    Straight(line_form(1, 0, 3), dashed=True, label="w"),
    Dot((1, 2), "A"),
    Stretch((-6, 2), (1, 2), end_dot="open"),
    Shade(below(1, 2, strict=True)),
    parabola(Fraction(1, 2), 2, -3),
    absolute(-2, 1, 4),
    exponential(3, Fraction(1, 2), -4),
]


def numbers(path):
    """Pairs of coordinates in a path."""
    found = list(map(float, re.findall(r"-?\d+(?:\.\d+)?", path)))
    return list(zip(found[::2], found[1::2], strict=True))


def root(figure):
    return ElementTree.fromstring(figure.svg)  # noqa: S314 - our own figures


def parts(figure, kind):
    return [one for one in root(figure).iter() if one.get("class") == kind]


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: type(shape).__name__)
def test_a_figure_is_small_described_and_has_no_ids(shape):
    figure = plot(SIX, shape)
    svg = root(figure)
    assert len(figure.svg) < 8192
    assert svg.get("aria-label") == figure.description
    assert not [one for one in svg.iter() if one.get("id")]
    assert len(figure.description) > 90


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: type(shape).__name__)
def test_nothing_is_drawn_outside_the_grid(shape):
    for path in root(plot(SIX, shape)).iter():
        if path.get("class") in ("line", "curve", "stretch", "area"):
            for x, y in numbers(path.get("d")):
                assert SIX.left <= x <= SIX.right
                assert SIX.top <= y <= SIX.bottom


@given(m=st.integers(-4, 4), b=st.integers(-5, 5))
def test_the_drawn_line_is_the_line(m, b):
    (line,) = parts(plot(SIX, rising(m, b)), "line")
    for x, y in numbers(line.get("d")):
        across = SIX.x.lo + (x - SIX.left) * 12 / 320
        up = SIX.y.lo + (SIX.bottom - y) * 12 / 320
        assert up == pytest.approx(m * across + b, abs=0.02 * (1 + abs(m)))


@given(a=st.sampled_from([-2, -1, 1, 2]), h=st.integers(-4, 4), k=st.integers(-4, 4))
def test_the_drawn_parabola_is_the_parabola(a, h, k):
    (curve,) = parts(plot(SIX, parabola(a, h, k)), "curve")
    for x, y in numbers(curve.get("d")):
        across = SIX.x.lo + (x - SIX.left) * 12 / 320
        up = SIX.y.lo + (SIX.bottom - y) * 12 / 320
        assert up == pytest.approx(a * (across - h) ** 2 + k, abs=0.3)


def test_open_and_closed_ends_are_told_apart_in_picture_and_words():
    figure = plot(SIX, Stretch((-6, 2), (1, 2), end_dot="open"), Stretch((1, -1), (6, 4), start_dot="closed"))
    assert (len(parts(figure, "open")), len(parts(figure, "dot"))) == (1, 1)
    assert "(1, 2) (open dot)" in figure.description
    assert "(1, −1) (closed dot)" in figure.description


@pytest.mark.parametrize(
    ("describe", "said", "unsaid"),
    [
        ("points", "Point A stands at (3, −2).", "step to the right"),
        ("steps", "Point A stands at 3 steps to the right and 2 steps down.", "(3, −2)"),
        ("kind", "Point A is marked.", "3"),
        ("Where is A?", "Where is A?", "3"),
    ],
)
def test_the_description_tells_as_much_as_the_author_wants(describe, said, unsaid):
    description = plot(Grid(), Dot((3, -2), "A"), describe=describe).description
    assert said in description
    assert unsaid not in description.removeprefix(Grid().say())


def test_a_line_is_told_by_points_that_can_be_read_and_never_by_its_equation():
    assert "goes through (0, −1) and (1, 1)" in plot(SIX, rising(2, -1)).description
    assert "goes through (−2, 0) and (0, 1)" in plot(SIX, rising(Fraction(1, 2), 1)).description


def test_two_points_told_in_steps_are_not_read_as_one():
    line = plot(SIX, rising(3, -2), describe="steps").description
    assert "First point: 2 steps down. Second point: 1 step to the right and 1 step up." in line
    piece = plot(SIX, Stretch((0, 4), (4, 0)), describe="steps").description
    assert "First point: 4 steps up. Second point: 4 steps to the right." in piece


def test_what_several_half_planes_share_is_drawn_once_more():
    assert len(parts(plot(SIX, Shade(below(1, 2)), Shade(below(-1, 2))), "area")) == 3
    assert len(parts(plot(SIX, Shade(below(1, 2))), "area")) == 1


def test_axes_of_a_story_have_their_names_and_numbers():
    texts = [one.text for one in root(plot(WEEK)).iter() if one.tag.endswith("text")]
    assert {"Day", "Height in cm", "0", "8", "40"} <= set(texts)


@pytest.mark.parametrize(
    "shape",
    [Dot((7, 0)), rising(0, 9), parabola(1, 0, 20), Curve(lambda x: 99.0, "A line")],
    ids=["dot", "line", "parabola", "curve"],
)
def test_what_misses_the_grid_is_refused(shape):
    with pytest.raises(ValueError, match=r"grid"):
        plot(SIX, shape)


GRIDS = [
    SIX,
    WEEK,
    Grid(Axis("t", -6, 6), Axis("y", -6, 6)),
    Grid(Axis("x", -6, 6, 2), Axis("y", -6, 6)),
    Grid(Axis("x", -6, 6), Axis("y", -6, 7)),
    Grid(Axis("x", 0, 6), Axis("y", -100, 20, 20)),
    Grid(Axis("Day", 0, 8), Axis("Height in cm", 0, 4000, 500)),
]


def test_a_grid_is_drawn_the_same_whatever_was_drawn_before_it():
    alone = []
    for grid in GRIDS:
        frame.cache_clear()
        alone.append(plot(grid))
    assert [plot(grid) for grid in GRIDS * 2] == alone * 2
    assert len(set(alone)) == len(GRIDS)


def test_the_grids_that_are_kept_drawn_are_bounded():
    assert 0 < frame.cache_info().maxsize <= 256


@given(st.integers(-1200, 1200), st.integers(1, 40), st.integers(1, 25))
def test_the_first_or_the_last_mark_of_an_axis_is_the_longest(lo, count, step):
    axis = Axis("x", lo, lo + count * step, step)
    assert axis.widest == max(len(str(mark)) for mark in axis.marks)


@given(st.lists(st.tuples(st.floats(-6, 6), st.floats(-6, 6)), min_size=1, max_size=5))
def test_a_path_goes_through_the_places_of_its_points(points):
    assert SIX.path(points) == "L".join(SIX.at(x, y) for x, y in points)


def test_a_curve_of_a_single_place_is_refused():
    with pytest.raises(ValueError, match="misses the grid"):
        plot(SIX, Curve(lambda x: 0.0, "A curve", lo=6, hi=6))


@given(st.integers(-4, 4), st.integers(-4, 4), st.integers(-9, 9))
def test_the_crossings_of_a_line_are_those_that_lie_on_it(a, b, c):
    assume(a or b)
    form = line_form(a, b, c)
    for grid in (SIX, WEEK):
        every = [(x, y) for x in grid.x.marks for y in grid.y.marks]
        assert crossings(form, grid) == [p for p in every if on_line(form, p)]
