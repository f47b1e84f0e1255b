from xml.etree import ElementTree

import pytest

from exercises.exact import Fraction
from exercises.figures.number_line import HEIGHT, WIDTH, Span, number_line

SVG = "{http://www.w3.org/2000/svg}"
TWO_RAYS = (Span(None, -2, False, True), Span(3, None))
PICTURES = [
    (-6, 6, (Span(None, 3, False, False),), (), 1),
    (-6, 6, TWO_RAYS, (), 1),
    (-6, 6, (Span(-5, Fraction(5, 2), True, False),), (), 1),
    (-10, 10, (), (-7, 0, Fraction(1, 2)), 1),
    (0, 100, (Span(35, None, True),), (20,), 10),
    (-20, 20, (Span(),), (), 5),
]


def tree(svg):
    return ElementTree.fromstring(svg)  # noqa: S314 - our own figure, not a stranger's


def read(figure):
    """The picture as data: named ticks, circles and shaded stretches, in the numbers of the line."""
    root = tree(figure.svg)
    names = {float(t.get("x")): int(t.text.replace("−", "-")) for t in root.iter(f"{SVG}text")}
    (x0, n0), (x1, n1) = min(names.items()), max(names.items())

    def number(x):
        return n0 + (float(x) - x0) * (n1 - n0) / (x1 - x0)

    circles = {(round(number(c.get("cx")), 1), c.get("class")) for c in root.iter(f"{SVG}circle")}
    paths = [path.get("d") for path in root.iter(f"{SVG}path") if path.get("class") == "span"]
    spans = [(number(d[1:].split()[0]), number(d.split("H")[1].split("M")[0]), d.count("L")) for d in paths]
    return names, circles, spans


@pytest.mark.parametrize(("lo", "hi", "spans", "points", "step"), PICTURES)
def test_circles_stand_at_their_numbers_open_or_closed(lo, hi, spans, points, step):
    _, circles, _ = read(number_line(lo, hi, spans, points, step))
    kinds = {False: "open", True: "closed"}
    ends = {(round(float(value), 1), kinds[closed]) for span in spans for value, closed in span.ends()}
    assert circles == ends | {(float(point), "closed") for point in points}


@pytest.mark.parametrize(("lo", "hi", "spans", "points", "step"), PICTURES)
def test_shading_runs_from_end_to_end_and_past_the_line_where_there_is_none(lo, hi, spans, points, step):
    _, _, shaded = read(number_line(lo, hi, spans, points, step))
    for span, (left, right, arrows) in zip(spans, shaded, strict=True):
        assert left < lo if span.low is None else left == pytest.approx(float(span.low), abs=0.05)
        assert right > hi if span.high is None else right == pytest.approx(float(span.high), abs=0.05)
        assert arrows == 2 * [span.low, span.high].count(None)


@pytest.mark.parametrize(("lo", "hi", "spans", "points", "step"), PICTURES)
def test_named_ticks_are_in_order_evenly_spread_and_do_not_touch(lo, hi, spans, points, step):
    names, _, _ = read(number_line(lo, hi, spans, points, step))
    places = sorted(names)
    assert [names[x] for x in places] == sorted(names.values())
    assert all(number % step == 0 for number in names.values())
    widths = [max(len(str(number)) for number in names.values()) * 9] * len(places)
    assert all(b - a >= width for a, b, width in zip(places, places[1:], widths, strict=False))


@pytest.mark.parametrize(("lo", "hi", "spans", "points", "step"), PICTURES)
def test_all_stays_inside_the_picture_and_under_four_kilobytes(lo, hi, spans, points, step):
    figure = number_line(lo, hi, spans, points, step)
    root = tree(figure.svg)
    assert root.get("viewBox") == f"0 0 {WIDTH} {HEIGHT}"
    assert all(7 < float(c.get("cx")) < WIDTH - 7 for c in root.iter(f"{SVG}circle"))
    assert all(0 < float(t.get("x")) < WIDTH for t in root.iter(f"{SVG}text"))
    assert len(figure.svg.encode()) <= 4096


def test_letters_keep_fourteen_pixels_at_three_hundred_pixels_width():
    root = tree(number_line(-6, 6).svg)
    (group,) = root.iter(f"{SVG}g")
    assert float(group.get("font-size")) * 300 / WIDTH >= 14


def test_colours_come_from_the_page_and_nothing_can_run_or_clash():
    svg = number_line(-6, 6, TWO_RAYS).svg
    root = tree(svg)
    for element in root.iter():
        assert not {"id", "style", "onclick"} & set(element.keys())
        colours = {element.get("fill"), element.get("stroke")} - {None, "none", "currentColor"}
        assert all(colour.startswith("var(--") for colour in colours)
    assert "script" not in svg


def test_the_description_says_what_is_drawn_and_is_its_label():
    figure = number_line(-6, 6, TWO_RAYS, (1,))
    assert figure.description == (
        "Number line from −6 to 6, marked in steps of 1. "
        "Shaded from a closed circle at −2 to the left, with an arrow. "
        "Shaded from an open circle at 3 to the right, with an arrow. A dot at 1."
    )
    root = tree(figure.svg)
    assert root.get("role") == "img"
    assert root.get("aria-label") == figure.description


def test_a_stretch_between_two_ends_is_described_with_both_circles():
    description = number_line(-6, 6, (Span(-1, 4, False, True),)).description
    assert description.endswith("Shaded between an open circle at −1 and a closed circle at 4.")


def test_a_line_without_marks_says_so():
    assert number_line(-3, 3).description.endswith("Nothing is shaded.")


@pytest.mark.parametrize(
    ("lo", "hi", "spans", "points", "step"),
    [(-6, 6, (Span(7, None),), (), 1), (-6, 6, (), (-9,), 1), (3, 3, (), (), 1), (0, 5, (), (), 0)],
)
def test_what_the_line_cannot_show_is_refused(lo, hi, spans, points, step):
    with pytest.raises(ValueError, match="cannot show"):
        number_line(lo, hi, spans, points, step)
