"""Answers that are drawn: exact, whichever points were put; what is half done or beside the grid costs nothing."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from exercises import (
    NOT_GRADABLE,
    RIGHT,
    WRONG,
    Axis,
    BoxPlot,
    DataPlot,
    Dot,
    Frequency,
    Grid,
    Line,
    NumberLine,
    Parabola,
    Points,
    Question,
    Region,
    Span,
    above,
    below,
    grade,
    half_plane,
    line_form,
    slope_line,
)
from exercises.answers.placing import on_grid, spelled
from exercises.checks.answering import NONSENSE
from exercises.exact import Fraction
from exercises.misconceptions import MISCONCEPTIONS
from tests.exercises.effort import Effort

SIX = Grid(Axis("x", -6, 6), Axis("y", -6, 6))
LINE = Line(slope_line(2, -1), SIX)
UPRIGHT = Line(line_form(1, 0, 3), SIX)
PLACES = Points(((1, 2), (-3, 0)), SIX)
SOME = Points(((1, 2), (-3, 0)), SIX, most=4)
ARCH = Parabola((1, 2, -3), SIX)
SIDE = Region(below(1, 2, strict=True), SIX)
BOTH = Region((below(1, 2, strict=True), above(-1, 0)), SIX)
LEFT = NumberLine(Span(high=3))
APART = NumberLine((Span(high=-1), Span(low=4, low_closed=True)))
MARKS = NumberLine((Fraction(1, 2), -2), Axis("x", -3, 3), snap=Fraction(1, 2))
DOTS = DataPlot((1, 0, 3), Frequency(("4", "5", "6"), 5, "Goals"))
BOX = BoxPlot((1, 3, 5, 7, 9), Axis("Books", 0, 10))
EVERY = [
    LINE,
    UPRIGHT,
    PLACES,
    SOME,
    ARCH,
    SIDE,
    BOTH,
    LEFT,
    APART,
    MARKS,
    DOTS,
    BOX,
    NumberLine(()),
    NumberLine(Span()),
]
SLOPES = st.fractions(min_value=-6, max_value=6, max_denominator=3)


def marks(answer, **response):
    return answer.grade(response).mark


@pytest.mark.parametrize("answer", EVERY, ids=lambda answer: type(answer).__name__)
def test_what_is_stated_is_right_and_what_is_near_is_wrong(answer):
    assert [answer.grade(one).mark for one in answer.examples()] == [RIGHT] * len(answer.examples())
    assert answer.near()
    assert [answer.grade(one).mark for one in answer.near()] == [WRONG] * len(answer.near())


@pytest.mark.parametrize("answer", EVERY, ids=lambda answer: type(answer).__name__)
@pytest.mark.parametrize("text", NONSENSE, ids=lambda text: repr(text[:9]))
def test_nonsense_is_not_gradable_and_refused_at_once(answer, text):
    with Effort() as effort:
        verdict = answer.grade(dict.fromkeys(answer.fields, text))
    assert effort.is_small, effort
    assert verdict.mark is NOT_GRADABLE
    assert verdict.message


@pytest.mark.parametrize("answer", EVERY, ids=lambda answer: type(answer).__name__)
@settings(max_examples=30)
@given(data=st.data())
def test_nothing_that_is_sent_raises_and_all_of_it_can_be_drawn(answer, data):
    words = st.sampled_from(["0", "1", "-2", "1/2", "99", "left", "between", "solid", "above", "open", "all", "x", ""])
    texts = st.one_of(words, words, st.text(max_size=8), st.lists(st.text(max_size=2), max_size=2))
    response = data.draw(st.dictionaries(st.sampled_from([*answer.fields, "other"]), texts))
    verdict = answer.grade(response)
    assert verdict.mark in (RIGHT, WRONG) or verdict.message
    assert len(answer.picture(response).svg) < 8192


@given(m=SLOPES, b=st.integers(-6, 6), data=st.data())
def test_any_two_points_of_the_line_are_right(m, b, data):
    places = on_grid(slope_line(m, b), SIX)
    assume(len(places) > 1)
    pair = data.draw(st.lists(st.sampled_from(places), min_size=2, max_size=2, unique=True))
    assert Line(slope_line(m, b), SIX).grade(spelled(pair)).mark is RIGHT
    assert Line(slope_line(m + 1, b), Grid()).grade(spelled(pair)).mark is WRONG


@pytest.mark.parametrize(
    ("response", "says"),
    [
        ({}, "two points"),
        ({"x1": "0", "y1": "-1"}, "two points"),
        ({"x1": "0", "y1": "-1", "x2": "1"}, "Point 2: fill in both"),
        ({"x1": "0", "y1": "-1", "x2": "0", "y2": "-1"}, "same place"),
        ({"x1": "0", "y1": "-1", "x2": "7", "y2": "0"}, "stay between −6 and 6"),
        ({"x1": "0", "y1": "-1", "x2": "1/2", "y2": "0"}, "use steps of 1"),
        ({"x1": "0", "y1": "-1", "x2": "one", "y2": "0"}, "Point 2: Type a number"),
        ({"x1": ["0"], "y1": "-1", "x2": "1", "y2": "0"}, "Point 1: fill in both"),
    ],
)
def test_half_a_line_or_one_off_the_grid_is_asked_for_again(response, says):
    verdict = LINE.grade(response)
    assert verdict.mark is NOT_GRADABLE
    assert says in verdict.message


def test_the_line_that_was_drawn_is_read_back():
    assert LINE.grade({"x1": "0", "y1": "-1", "x2": "2", "y2": "0"}).read == "y = \\frac{1}{2}x - 1"
    assert LINE.grade({"x1": "2", "y1": "−1", "x2": "2", "y2": "0"}).read == "x = 2"


def test_every_line_through_the_gates_is_a_good_fit():
    fitted = Line(slope_line(5, 0), Grid(Axis("Day", 0, 8), Axis("Height", 0, 40, 5)), gates=((1, 0, 10), (7, 30, 40)))
    assert marks(fitted, x1="0", y1="5", x2="8", y2="40") is RIGHT
    assert marks(fitted, x1="0", y1="20", x2="8", y2="20") is WRONG
    assert marks(fitted, x1="3", y1="5", x2="3", y2="20") is WRONG


def test_points_may_come_in_any_order_and_twice_counts_once():
    assert marks(PLACES, x1="-3", y1="0", x2="1", y2="2") is RIGHT
    assert marks(PLACES, x1="1", y1="2", x2="1", y2="2") is NOT_GRADABLE
    assert (
        PLACES.grade({"x1": "1", "y1": "2", "x2": "3", "y2": "0"}).message == "1 of your 2 points is not yet in place."
    )


def test_where_the_number_of_points_is_not_told_too_few_are_wrong():
    assert marks(SOME, x1="1", y1="2") is WRONG
    assert marks(SOME, x1="1", y1="2", x4="-3", y4="0") is RIGHT
    assert SOME.public()["count"] == 4


def test_any_point_beside_the_vertex_makes_the_same_parabola():
    assert marks(ARCH, x1="2", y1="-3", x2="5", y2="6") is RIGHT
    assert marks(ARCH, x1="2", y1="-3", x2="1", y2="-2") is RIGHT
    assert marks(ARCH, x1="1", y1="-2", x2="2", y2="-3") is WRONG
    assert marks(ARCH, x1="2", y1="-3", x2="4", y2="-3") is NOT_GRADABLE
    assert marks(ARCH, x1="2", y1="-3", x2="2", y2="1") is NOT_GRADABLE


EDGE = {"x1": "0", "y1": "2", "x2": "1", "y2": "3"}


@pytest.mark.parametrize(
    ("style", "side", "mark"),
    [
        ("dashed", "below", RIGHT),
        ("dashed", "right", RIGHT),
        ("solid", "below", WRONG),
        ("dashed", "above", WRONG),
        ("dashed", "left", WRONG),
        ("", "below", NOT_GRADABLE),
        ("dashed", "", NOT_GRADABLE),
        ("dotted", "below", NOT_GRADABLE),
    ],
)
def test_a_region_needs_its_edge_its_style_and_its_side(style, side, mark):
    assert marks(SIDE, **EDGE, line1=style, side1=side) is mark


def test_an_upright_edge_has_a_left_and_a_right_side_and_a_level_one_has_not():
    wall = Region(half_plane(1, 0, ">=", 2), SIX)
    level = Region(half_plane(0, 1, "<", 2), SIX)
    upright, flat = {"x1": "2", "y1": "0", "x2": "2", "y2": "1"}, {"x1": "0", "y1": "2", "x2": "1", "y2": "2"}
    assert marks(wall, **upright, line1="solid", side1="right") is RIGHT
    assert "Choose left or right" in wall.grade({**upright, "line1": "solid", "side1": "above"}).message
    assert marks(level, **flat, line1="dashed", side1="below") is RIGHT
    assert "Choose above or below" in level.grade({**flat, "line1": "dashed", "side1": "left"}).message


def test_a_system_may_be_drawn_in_either_order_and_says_how_many_are_right():
    one, other = BOTH.examples()
    assert one != other
    assert BOTH.grade(BOTH.near()[0]).message == "1 of the 2 regions is not yet right."


@given(
    a=st.integers(-5, 5),
    b=st.integers(-5, 5),
    c=st.integers(-9, 9),
    k=st.integers(1, 4),
    at=st.tuples(*[st.integers(-6, 6)] * 2),
)
def test_equal_half_planes_are_equal_values_and_hold_the_same_points(a, b, c, k, at):
    assume(a or b)
    assert half_plane(a, b, "<", c) == half_plane(-k * a, -k * b, ">", -k * c)
    assert half_plane(a, b, "<=", c).holds(at) != half_plane(a, b, ">", c).holds(at)


@given(a=st.integers(-5, 5), b=st.integers(-5, 5), c=st.integers(-9, 9), at=st.tuples(*[st.integers(-6, 6)] * 2))
def test_a_point_lies_on_the_edge_of_a_half_plane_or_on_one_side_of_it(a, b, c, at):
    assume(a or b)
    half = half_plane(a, b, "<", c)
    (depth,) = half.depths([at])
    assert half.on_edge(at) == (depth == 0) == (a * at[0] + b * at[1] == c)
    assert half.holds(at) == (depth > 0)


@pytest.mark.parametrize(
    ("response", "mark"),
    [
        ({"shape1": "left", "from1": "3", "from1_end": "open"}, RIGHT),
        ({"shape1": "left", "from1": "3", "from1_end": "closed"}, WRONG),
        ({"shape1": "right", "from1": "3", "from1_end": "open"}, WRONG),
        ({"shape1": "all"}, WRONG),
        ({"shape1": "none"}, WRONG),
        ({"shape1": "left", "from1": "3"}, NOT_GRADABLE),
        ({"shape1": "left", "from1_end": "open"}, NOT_GRADABLE),
        ({"from1": "3", "from1_end": "open"}, NOT_GRADABLE),
        ({"shape1": "left", "from1": "11", "from1_end": "open"}, NOT_GRADABLE),
        ({"shape1": "between", "from1": "3", "from1_end": "open", "to1": "1", "to1_end": "open"}, NOT_GRADABLE),
        ({"shape1": "all", "shape2": "left", "from2": "1", "from2_end": "open"}, NOT_GRADABLE),
    ],
)
def test_a_shading_needs_its_end_its_circle_and_its_direction(response, mark):
    assert LEFT.grade(response).mark is mark


def test_two_pieces_that_make_the_same_numbers_are_right():
    pieces = {"shape1": "left", "from1": "1", "from1_end": "open", "shape2": "between", "from2": "1", "to2": "3"}
    assert marks(LEFT, **pieces, from2_end="closed", to2_end="open") is RIGHT
    assert marks(LEFT, **pieces, from2_end="open", to2_end="open") is WRONG


def test_points_between_the_marks_can_be_asked_for():
    assert marks(MARKS, p1="0.5", p2="-2") is RIGHT
    assert marks(MARKS, p1="1/3", p2="-2") is NOT_GRADABLE
    assert marks(MARKS, p1="1/2") is NOT_GRADABLE


def test_every_column_of_a_plot_is_to_be_filled():
    assert marks(DOTS, n1="1", n2="0", n3="3") is RIGHT
    assert DOTS.grade({"n1": "1", "n2": "", "n3": "3"}).mark is NOT_GRADABLE
    assert DOTS.grade({"n1": "1", "n2": "0", "n3": "6"}).message == "6: type a whole number from 0 to 5."
    assert DOTS.grade({"n1": "2", "n2": "1", "n3": "3"}).message == "2 of the 3 columns are not yet right."


def test_a_box_plot_must_not_go_down():
    five = {"min": "1", "q1": "3", "median": "5", "q3": "7", "max": "9"}
    assert BOX.grade(five).mark is RIGHT
    assert "must not go down" in BOX.grade({**five, "q1": "6"}).message
    assert BOX.grade({**five, "q1": "4"}).message == "1 of the 5 numbers is not yet right."
    assert BOX.grade({**five, "max": ""}).mark is NOT_GRADABLE


def test_the_line_of_a_named_mistake_is_recognised():
    name = next(iter(MISCONCEPTIONS))
    asked = Question((1,), "Graph.", LINE, ("a", "b"), (), wrong={name: slope_line(-1, 2)})
    assert grade(asked, {"x1": "0", "y1": "2", "x2": "2", "y2": "0"}).misconception == name
    assert grade(asked, {"x1": "0", "y1": "1", "x2": "2", "y2": "0"}).misconception is None


def test_a_mistake_that_nobody_can_draw_does_no_harm_in_grading():
    asked = Question((1,), "Graph.", LINE, ("a", "b"), (), wrong={"off-the-grid": slope_line(1, 50), "no-line": "y"})
    assert grade(asked, {"x1": "0", "y1": "1", "x2": "2", "y2": "0"}).mark is WRONG


@pytest.mark.parametrize(
    "make",
    [
        lambda: Points(((9, 9),), SIX),
        lambda: Points((), SIX),
        lambda: Line(slope_line(1, 50), SIX),
        lambda: Parabola((0, 1, 1), SIX),
        lambda: Parabola((1, 9, 9), SIX),
        lambda: Region((below(1, 2), below(1, 2)), SIX),
        lambda: NumberLine(Span(high=30)),
        lambda: NumberLine((1, Span(high=3))),
        lambda: DataPlot((1, 9, 1), DOTS.plot),
        lambda: BoxPlot((3, 1, 5, 7, 9), BOX.axis),
    ],
)
def test_an_answer_that_cannot_be_drawn_is_refused_when_it_is_written(make):
    with pytest.raises(ValueError, match=r"."):
        make()


def test_what_a_browser_sees_does_not_depend_on_what_is_right():
    assert LINE.public() == Line(slope_line(-1, 2), SIX).public()
    assert BOTH.public() == Region((above(3, 1), below(0, 2)), SIX).public()
    assert LEFT.public() == APART.public() == NumberLine(()).public()
    assert DOTS.public() == DataPlot((5, 5, 5), DOTS.plot).public()


def test_the_backdrop_stands_in_every_picture():
    behind = Line(slope_line(2, -1), SIX, backdrop=(Dot((4, 4), "P"),))
    assert all(">P<" in figure.svg for figure in (behind.picture({}), behind.right_picture()))
