"""Answers that are drawn, filled in, ordered or matched: by keys alone, by pointer, by touch, and without a script."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.browser.looks import PHONE, barriers_everywhere
from tests.browser.player import alive, check, fill, walk_to
from tests.browser.test_budgets import MATHS, weigh
from tests.trailstone.sampled import ask, published
from trailstone.web.styleguide.samples import SAMPLES

LOOKS = ("line", "regions", "number-line", "marks", "table", "order", "match-graphs", "dot-plot", "box-plot", "figure")


@pytest.fixture(scope="module", autouse=True)
def samples():
    with published():
        yield


@pytest.fixture
def address(school):
    """``address(name)``: where Ben is asked a sample."""
    return lambda name: reverse("question", args=[ask(school.ben, school.alg1, name), 1])


@pytest.fixture
def asked(page_for, school, address):
    """``asked(name)``: Ben's page with a sample, its script at work; options as of ``page_for``."""

    def open_page(name, **options):
        page = page_for(school.ben, **options)
        page.goto(address(name))
        if options.get("java_script_enabled", True):
            alive(page)
        return page

    return open_page


def told(page, mood):
    expect(page.locator("#verdict")).to_have_class(re.compile(rf"\b{mood}\b"))


def field(page, name):
    return page.locator(f"#answer [name='{name}']")


def spot(page, x, y, *, span=6):
    """Where a point of a grid from -6 to 6 is on the screen."""
    return page.locator("x-plot .figure > svg").evaluate(
        """(svg, [x, y, span]) => {
          const box = [24, 26, 344, 346];
          const at = new DOMPoint(box[0] + (x + span) * 320 / 2 / span, box[3] - (y + span) * 320 / 2 / span);
          const place = at.matrixTransform(svg.getScreenCTM());
          return [place.x, place.y];
        }""",
        [x, y, span],
    )


def tap(page, x, y):
    page.mouse.click(*spot(page, x, y))


def drag(page, start_at, end_at):
    page.mouse.move(*spot(page, *start_at))
    page.mouse.down()
    page.mouse.move(*spot(page, *end_at), steps=4)
    page.mouse.up()


def put(page, moves):
    """Put the next point with the keys and move it from the middle."""
    button = page.get_by_role("button", name="Put a point")
    walk_to(page, button)
    page.keyboard.press("Enter")
    for key in moves:
        page.keyboard.press(key)


# By keys alone


def test_a_line_is_drawn_with_the_keys_alone(asked):
    page = asked("line")
    expect(page.locator("x-plot")).to_be_focused()
    put(page, ["ArrowDown"])
    put(page, ["ArrowUp", "ArrowUp", "ArrowUp", "ArrowRight"])
    slider = page.get_by_role("slider", name="Second point")
    expect(slider).to_be_focused()
    expect(slider).to_have_attribute("aria-valuetext", "x 2, y 3")
    expect(field(page, "y1")).to_have_value("-1")
    page.keyboard.press("Enter")
    told(page, "ok")


def test_shift_takes_bigger_steps_and_the_edge_holds(asked):
    page = asked("line")
    put(page, ["Shift+ArrowRight", "Shift+ArrowRight", "ArrowLeft", "Shift+ArrowDown"])
    expect(field(page, "x1")).to_have_value("5")
    expect(field(page, "y1")).to_have_value("-5")
    page.keyboard.press("Delete")
    expect(field(page, "x1")).to_have_value("")
    expect(page.get_by_role("button", name="Put a point")).to_be_focused()


def test_a_shading_is_made_with_the_keys_alone(asked):
    page = asked("number-line")
    put(page, ["ArrowLeft", "Space", "Space"])
    expect(field(page, "from1_end")).to_have_value("open")
    for name, words in (("shape1", "all to the left"), ("shape2", "all to the right")):
        walk_to(page, field(page, name))
        page.keyboard.type(words)
    walk_to(page, field(page, "from2"))
    page.keyboard.type("4")
    walk_to(page, field(page, "from2_end"))
    page.keyboard.type("closed")
    page.locator("#check").press("Enter")
    told(page, "ok")


def test_columns_are_set_with_the_keys_alone(asked):
    page = asked("dot-plot")
    for number, count in enumerate((1, 2, 3, 0, 1), 1):
        if not count:
            continue
        walk_to(page, page.get_by_role("slider", name=str(number), exact=True))
        for _ in range(count):
            page.keyboard.press("ArrowUp")
    expect(page.locator("x-plot .live .dot")).to_have_count(7)
    expect(field(page, "n4")).to_have_value("0")
    page.keyboard.press("Enter")
    told(page, "ok")


def test_an_order_is_made_with_the_keys_alone(asked):
    page = asked("order")
    wanted = SAMPLES["order"].answer.value
    for place, text in enumerate(wanted):
        for _ in range(3):
            rows = page.locator(".ordering > li")
            if text in rows.nth(place).inner_text():
                break
            row = rows.filter(has_text=text)
            walk_to(page, row.get_by_role("button", name="Move up"))
            page.keyboard.press("Enter")
    expect(page.locator("x-order [role=status]")).to_contain_text("is now number")
    page.locator("#check").press("Enter")
    told(page, "ok")


# By pointer and by touch


def test_a_line_is_drawn_by_two_taps_and_put_right_by_dragging(asked):
    page = asked("line")
    tap(page, 0, -1)
    tap(page, 2, 0)
    expect(page.locator("x-plot .live .line")).to_have_count(1)
    check(page)
    told(page, "retry")
    drag(page, (2, 0), (2, 3))
    expect(field(page, "y2")).to_have_value("3")
    check(page)
    told(page, "ok")
    expect(page.locator("x-plot .knob")).to_have_count(0)


def test_a_tap_moves_the_point_that_was_chosen(asked):
    page = asked("line")
    tap(page, 0, 0)
    tap(page, 3, 3)
    tap(page, 0, 0)  # on the first point: it is chosen, not moved
    tap(page, -4, 2)
    expect(field(page, "x1")).to_have_value("-4")
    expect(field(page, "x2")).to_have_value("3")


def test_undo_takes_back_a_step_and_clear_takes_all(asked):
    page = asked("points")
    tap(page, 1, 2)
    drag(page, (1, 2), (4, 4))
    expect(field(page, "x1")).to_have_value("4")
    page.get_by_role("button", name="Undo").click()
    expect(field(page, "x1")).to_have_value("1")
    page.get_by_role("button", name="Undo").click()
    expect(field(page, "x1")).to_have_value("")
    tap(page, 1, 2)
    page.get_by_role("button", name="Clear").click()
    expect(field(page, "x1")).to_have_value("")
    page.get_by_role("button", name="Undo").click()
    expect(field(page, "x1")).to_have_value("1")


def test_what_is_typed_moves_the_point(asked):
    page = asked("parabola")
    for name, value in (("x1", "2"), ("y1", "−3"), ("x2", "0"), ("y2", "1")):
        field(page, name).fill(value)
    expect(page.get_by_role("slider", name="Vertex")).to_have_attribute("aria-valuetext", "x 2, y -3")
    expect(page.locator("x-plot .live .line")).to_have_count(1)
    field(page, "y2").fill("17")
    expect(page.locator("x-plot .live .line")).to_have_count(0)
    field(page, "y2").fill("1")
    check(page)
    told(page, "ok")


def test_what_was_drawn_is_still_there_after_a_reload(asked):
    page = asked("line")
    tap(page, 0, -1)
    page.reload()
    expect(field(page, "y1")).to_have_value("-1")
    expect(page.get_by_role("slider", name="First point")).to_have_attribute("aria-valuetext", "x 0, y -1")


def test_a_region_is_made_by_taps(asked):
    page = asked("region")
    tap(page, 0, 2)
    tap(page, 2, 4)
    field(page, "line1").select_option("dashed")
    tap(page, 3, -3)
    expect(field(page, "side1")).to_have_value("below")
    expect(page.locator("x-plot .live .area")).to_have_count(1)
    check(page)
    told(page, "ok")


def test_points_are_put_by_touch(asked):
    page = asked("points", viewport=PHONE, has_touch=True)
    page.locator("x-plot .figure > svg").scroll_into_view_if_needed()
    for x, y in ((-1, 1), (1, -3), (3, 1)):
        page.touchscreen.tap(*spot(page, x, y))
    expect(page.get_by_role("slider", name="Point 3")).to_have_attribute("aria-valuetext", "x 3, y 1")
    check(page)
    told(page, "ok")


def test_a_part_of_a_figure_is_picked_in_the_figure(asked):
    page = asked("figure")
    for part in "ab":
        page.locator(f"[data-part={part}]").dispatch_event("click")
    expect(page.get_by_role("checkbox", name="side BC")).to_be_checked()
    check(page)
    told(page, "ok")


# Without a script, and for everybody


@pytest.mark.parametrize("name", SAMPLES)
def test_every_kind_is_answered_without_a_script(name, asked):
    page = asked(name, java_script_enabled=False)
    answer = SAMPLES[name].answer
    near = answer.near()
    if near:
        fill(page, near[0])
        check(page)
        expect(page.locator("#said")).to_contain_text("Not yet")
    fill(page, answer.examples()[0])
    check(page)
    expect(page.locator("#said")).to_contain_text("That is it" if near else "Correct")


@pytest.mark.parametrize("name", LOOKS)
def test_every_kind_is_free_of_barriers(name, asked):
    page = asked(name)
    fill(page, SAMPLES[name].answer.examples()[0])
    assert barriers_everywhere(page) == []


def test_half_an_answer_is_asked_for_again_and_kept(asked, faults):
    page = asked("line")
    tap(page, 0, -1)
    with faults.expect("status of 422"):
        check(page)
        told(page, "info")
    expect(page.locator("#said")).to_contain_text("two points")
    expect(page.get_by_role("slider", name="First point")).to_have_attribute("aria-valuetext", "x 0, y -1")


def test_the_review_shows_what_was_drawn_and_what_is_right(asked, school):
    page = asked("line")
    for _ in range(4):
        page.locator("x-plot .knobs").wait_for(state="attached")
        fill(page, SAMPLES["line"].answer.near()[0])
        check(page)
        told(page, "retry")
        fill(page, SAMPLES["line"].answer.examples()[0])
        check(page)
        told(page, "ok")
        page.locator("#go-on").click()
        expect(page.locator("#go-on")).to_be_hidden()
    page.goto(page.url.replace("results", "review"))
    first = page.locator("#q1")
    expect(first.locator("figure.drawn-answer")).to_have_count(2)
    expect(first).to_contain_text("through")


def test_a_question_with_a_picture_keeps_the_budget(asked, address):
    page = asked("regions")
    spent = weigh(page, address("regions"))
    assert spent["Script"] <= MATHS["Script"]
    assert spent["Document"] <= MATHS["Document"]
    assert spent["Stylesheet"] <= MATHS["Stylesheet"] + 2 * 1024  # its own sheet
