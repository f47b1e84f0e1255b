"""Second opinions about the unit on units: SymPy's units, rounding by hand, and the charts as drawn."""

import re
from collections import Counter

import pytest
from sympy.physics import units as u
from sympy.physics.units import convert_to

from courses.alg1.slips import apart
from courses.alg1.units.check_by_units import check_by_units, growth
from courses.alg1.units.choose_quantity import choose_quantity
from courses.alg1.units.convert_rates import convert_rates, steps_to
from courses.alg1.units.dimensions import SCENES
from courses.alg1.units.rates import LINKS, SIZES
from courses.alg1.units.read_scales import read_scales, values_in
from courses.alg1.units.rounding import cut_off, rounded, to_digits, written
from courses.alg1.units.sensible_accuracy import sensible_accuracy
from courses.alg1.units.situations import SITUATIONS
from exercises import Number, Reroll
from exercises.exact import Fraction

SYMPY = {
    "km": u.kilometer,
    "m": u.meter,
    "cm": u.centimeter,
    "mm": u.millimeter,
    "mi": u.mile,
    "ft": u.foot,
    "h": u.hour,
    "min": u.minute,
    "s": u.second,
    "day": u.day,
    "L": u.liter,
    "mL": u.milliliter,
    "kg": u.kilogram,
    "g": u.gram,
    "t": u.metric_ton,
    "m³": u.meter**3,
    "cm³": u.centimeter**3,
    "m²": u.meter**2,
    "ha": u.hectare,
}


def instances(template, count=40):
    return [template.instance(seed) for seed in range(count)]


def test_a_rate_is_worth_the_same_in_sympys_units():
    compared = 0
    for question in instances(convert_rates, 60):
        amount, above, below = re.search(r"([\d.]+) ([^ /]+)/([^ ?.,]+)", question.prompt).groups()
        names = (above, below, *question.after.split("/"))
        if all(name in SYMPY for name in names):
            above, below, to_above, to_below = (SYMPY[name] for name in names)
            ratio = convert_to(above / below / (to_above / to_below), [u.meter, u.second, u.kilogram]).n(30)
            assert abs(float(ratio) * float(amount) - float(question.answer.value)) < 1e-9
            compared += 1
    assert compared > 25


def test_links_between_units_agree_with_their_sizes():
    assert [pair for pair, n in LINKS.items() if SIZES[pair[0]] != n * SIZES[pair[1]]] == []


def test_a_link_may_be_read_backwards():
    assert steps_to("s", "h") == Fraction(1, 3600)


@pytest.mark.parametrize(
    ("unit", "grown"),
    [
        ("m", 2),
        ("m³", 8),
        ("m/s²", Fraction(2, 9)),
        ("kg/m³", Fraction(5, 8)),
        ("dollars/kWh", Fraction(7, 19 * 17)),
        ("L/min", Fraction(11, 13)),
        ("m·s", 6),
        ("1/s", Fraction(1, 3)),
    ],
)
def test_a_unit_grows_as_its_parts_do(unit, grown):
    assert growth(unit) == grown


def test_every_scene_of_units_is_asked():
    asked = {(re.findall(r"in ([^ ,;.]+)", question.prompt)[0]) for question in instances(check_by_units, 400)}
    assert {scene.letters[0].unit for scene in SCENES} <= asked


def test_every_situation_is_asked():
    assert {question.key[0] for question in instances(choose_quantity, 400)} == {one.asks for one in SITUATIONS}


@pytest.mark.parametrize(
    ("value", "places", "result"),
    [("2.345", 2, "2.35"), ("2.344", 2, "2.34"), ("0.05", 1, "0.1"), ("149", -2, "100"), ("150", -2, "200")],
)
def test_rounding_takes_halves_up(value, places, result):
    assert rounded(Fraction(value), places) == Fraction(result)


@pytest.mark.parametrize(
    ("value", "digits", "result"),
    [("106.64", 2, "110"), ("0.04567", 2, "0.046"), ("99.6", 2, "100"), ("375.855", 3, "376"), ("7", 1, "7")],
)
def test_significant_digits_count_from_the_first_that_is_not_zero(value, digits, result):
    assert to_digits(Fraction(value), digits) == Fraction(result)


def test_cutting_off_is_not_rounding():
    assert cut_off(Fraction("5.99"), 1) == Fraction("5.9")


def test_a_reading_is_written_with_its_last_zero():
    assert written(Fraction("12.4"), 2) == "12.40"


def test_mistakes_that_give_the_answer_are_left_out():
    assert apart(Fraction(3), {"a": Fraction(1), "b": Fraction(2), "c": Fraction(2), "d": Fraction(3)}) == {
        "a": 1,
        "b": 2,
    }
    with pytest.raises(Reroll):
        apart(Fraction(3), {"a": Fraction(3), "b": Fraction(2)})


def test_each_form_of_accuracy_comes_in_a_twentieth_at_least():
    forms = Counter(question.key[0] for question in instances(sensible_accuracy, 400))
    assert set(forms) == {"sum", "product", "share", "limit", "count"}
    assert min(forms.values()) >= 20


def test_each_form_of_chart_question_comes_in_a_twentieth_at_least():
    forms = Counter(question.key[0] for question in instances(read_scales, 400))
    assert set(forms) == {"value", "step", "difference", "taller", "panels", "fault", "scale"}
    assert min(forms.values()) >= 20


def test_a_good_part_of_the_charts_does_not_begin_at_zero():
    charts = [question for question in instances(read_scales, 200) if question.key[0] in ("value", "difference")]
    away = sum('text-anchor="end">0<' not in question.figure.svg for question in charts)
    assert 0.3 * len(charts) <= away <= 0.7 * len(charts)


def test_no_line_joins_classes():
    for question in instances(read_scales, 400):
        if re.search(r"\b7[ab] ends", question.figure.description if question.figure else ""):
            assert question.figure.description.startswith("Bar chart"), question.figure.description


def test_a_chart_leaves_no_day_out_in_between():
    days = ["Mon", "Tue", "Wed", "Thu", "Fri"]
    for question in instances(read_scales, 400):
        if question.key[0] == "fault" and "Tue ends" in question.figure.description:
            shown = [day for day in days if f"{day} ends" in question.figure.description]
            assert shown in (days[:4], days[1:])


def test_a_chart_says_in_words_what_it_shows():
    for question in instances(read_scales, 60):
        if question.key[0] == "value":
            name = re.search(r"\*\*(.+?)\*\*", question.prompt)[1]
            said = re.search(rf"{name} ends (?:(\d+) steps? above|at) (\d+)", question.figure.description)
            assert isinstance(question.answer, Number)
            assert int(said[2]) + int(said[1] or 0) * question.key[3] == question.answer.value


def test_a_chart_read_wrongly_is_noticed():
    question = next(q for q in instances(read_scales) if q.key[0] == "value")
    name = re.search(r"\*\*(.+?)\*\*", question.prompt)[1]
    moved = re.sub(r'(class="tick" [^>]*>)(\d+)', lambda m: f"{m[1]}{int(m[2]) * 2}", question.figure.svg)
    assert abs(values_in(moved)[name] - question.answer.value) > question.key[3]


def test_one_dollar_and_one_day_stand_in_the_singular():
    wrong = re.compile(r"(?<![\d.])1\\,\\text\{(dollars|cents|days)\}|[2-9]\\,\\text\{(day|week|year|dollar)\}")
    for question in instances(convert_rates, 300):
        assert not any(wrong.search(step.text) for step in question.solution)
