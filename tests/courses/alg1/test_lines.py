"""What the questions on lines and on the forms of their equations keep to."""

import re

from courses.alg1.line_forms.choose_handiest_form import handiest
from courses.alg1.lines.compare_linear_functions_different_forms import Law, compare, rights_of, slip
from courses.alg1.lines.find_slope_two_points import slope_of_two_points
from courses.alg1.lines.graph_line_intercepts import graph_from_intercepts
from exercises import Dropdowns, grade

SEEDS = range(300)


def numbers(text):
    return [int(n) for n in re.findall(r"\d+", text)]


def test_a_total_can_be_made_of_both_kinds():
    totals = [q.prompt for q in map(handiest.instance, SEEDS) if "altogether" in q.prompt]
    assert totals
    for told in totals:
        small, large, total = numbers(told)
        assert any((total - large * count) % small == 0 for count in range(1, total // large + 1)), told


def test_a_plant_or_a_shop_had_something_at_the_start():
    told = [q.prompt for q in map(handiest.instance, SEEDS) if "plant" in q.prompt or "tickets" in q.prompt]
    assert told
    assert all(then > count * rate for count, then, rate in map(numbers, told))


def test_each_form_is_to_be_written_and_to_be_read_often():
    kinds = [q.key[0] for q in map(handiest.instance, SEEDS)]
    assert min(kinds.count("write"), kinds.count("read")) >= 90


def test_a_path_is_no_steeper_than_one_half():
    paths = [q for q in map(slope_of_two_points.instance, SEEDS) if "path" in q.prompt]
    assert paths
    assert all(2 * abs(q.answer.value) <= 1 for q in paths)


def test_numbers_read_off_before_the_letters_are_called_so():
    named = 0
    for question in map(graph_from_intercepts.instance, SEEDS):
        if "intercept-coefficients-read-off" in question.wrong:
            a, b = coefficients(question.prompt)
            typed = {"x1": str(a), "y1": "0", "x2": "0", "y2": str(b)}
            assert grade(question, typed).misconception == "intercept-coefficients-read-off"
            named += 1
    assert named >= 50


def coefficients(prompt):
    """The whole numbers before x and before y, with their signs."""
    text = prompt.split("$")[1].replace(" ", "")
    return [int(f"{sign}{n or 1}") for sign, n in re.findall(r"(-?)(\d*)[xy]", text)]


def test_whoever_compares_the_wrong_thing_hears_which_and_others_do_not():
    rights = rights_of(("A", "B"), (Law(3, 20), Law(5, 10), 4))
    assert slip("faster", "A", rights) == "compare-start-for-rate"
    assert slip("faster", "It is the same for both", rights) == "compare-rates-not-found"
    assert slip("start", "B", rights) == "compare-rate-for-start"
    assert slip("start", "It is the same for both", rights) == "compare-starts-not-found"
    question = next(q for q in map(compare.instance, SEEDS) if isinstance(q.answer, Dropdowns))
    assert all(slot.right not in slot.misconceptions for slot in question.answer.slots)
