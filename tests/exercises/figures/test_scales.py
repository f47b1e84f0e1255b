import itertools
import re
import xml.etree.ElementTree as ET

import pytest

from exercises.exact import Fraction
from exercises.figures.scales import BOTTOM, HEIGHT, PANEL, TOP, Panel, charts

BARS = Panel("Trees planted", ("100", "", "", "", "180", "", "", "", "260"), ("7a", "7b"), (Fraction(3), Fraction(8)))
RISE = Panel("Bees", ("0", "", "", "30"), ("1", "2", "3"), (Fraction(0), Fraction(1), Fraction(3)), line=True)


def test_bars_stand_on_the_lowest_line_and_end_at_their_height():
    bars = [node.attrib for node in ET.fromstring(charts(BARS).svg).iter() if node.get("class") == "bar"]  # noqa: S314 our own figure
    assert [float(bar["y"]) + float(bar["height"]) for bar in bars] == [BOTTOM, BOTTOM]
    assert [float(bar["y"]) for bar in bars] == [BOTTOM - (BOTTOM - TOP) * 3 / 8, TOP]


def test_numbers_stand_only_beside_their_lines_and_do_not_touch():
    places = [float(y) for y in re.findall(r'class="tick" x="[\d.]+" y="([\d.]+)"', charts(BARS).svg)]
    assert len(places) == 3
    assert all(lower - upper >= 14 for lower, upper in itertools.pairwise(places))


def test_points_of_a_line_graph_are_joined_in_order():
    svg = charts(RISE).svg
    dots = re.findall(r'cx="([\d.]+)" cy="([\d.]+)"', svg)
    assert f'd="M{"L".join(f"{x} {y}" for x, y in dots)}"' in svg


def test_two_panels_stand_side_by_side():
    svg = charts(BARS, RISE).svg
    assert f'viewBox="0 0 {2 * PANEL} {HEIGHT}"' in svg
    assert svg.count("<g transform=") == 2


def test_the_description_tells_steps_above_the_number_below():
    assert charts(BARS).description == (
        "Bar chart: Trees planted. The upright axis shows 100, 180, 260, with 4 steps of the grid from one to the"
        " next. 7a ends 3 steps above 100; 7b ends at 260."
    )


def test_the_picture_carries_its_description_and_no_ids_or_colours_of_its_own():
    svg = charts(BARS, RISE).svg
    assert 'role="img" aria-label="Bar chart: Trees planted.' in svg
    assert not re.search(r'\bid="|<script|#[0-9a-f]{3}|rgb', svg)
    assert len(svg) < 8000


def test_words_from_outside_cannot_break_the_picture():
    svg = charts(Panel("A < B & C", ("0", "1"), ("<b>",), (Fraction(1),))).svg
    assert "A &lt; B &amp; C" in svg
    assert "<b>" not in svg


def test_a_height_outside_the_grid_is_refused():
    with pytest.raises(ValueError, match="outside"):
        charts(Panel("Trees", ("0", "1"), ("a",), (Fraction(3, 2),)))
