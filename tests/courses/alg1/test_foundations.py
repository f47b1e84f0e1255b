"""Second opinions about the unit on expressions, from SymPy, and that every kind of question comes up."""

import re
from collections import Counter

import pytest
import sympy
from sympy.parsing.sympy_parser import (
    implicit_multiplication,
    parse_expr,
    split_symbols,
    standard_transformations,
)

from courses.alg1.foundations.distribute_combine import distribute_combine
from courses.alg1.foundations.division_by_zero import division_by_zero
from courses.alg1.foundations.equivalent_expressions import equivalent_expressions
from courses.alg1.foundations.evaluate_expressions import evaluate_expressions
from courses.alg1.foundations.interpret_parts import interpret_parts
from courses.alg1.foundations.part_as_object import part_as_object
from courses.alg1.foundations.stories import STORIES
from courses.alg1.reading import formulas, holdings, put_in, right_choice
from exercises import Expression, Number, SingleChoice
from exercises.exact import Fraction

RULES = (*standard_transformations, split_symbols, implicit_multiplication)


def sym(tex):
    """SymPy's expression for one of our formulas."""
    text = re.sub(r"\\frac\{([^{}]*)\}\{([^{}]*)\}", r"((\1)/(\2))", tex)
    text = text.replace(r"\cdot", "*").replace("^", "**")
    letters = {name: sympy.Symbol(name) for name in re.findall(r"[A-Za-z]", text)}
    return parse_expr(text, local_dict=letters, transformations=RULES)


def instances(template, count=24):
    return [template.instance(seed) for seed in range(count)]


def test_a_collected_answer_is_what_sympy_expands():
    for question in instances(distribute_combine):
        (asked,) = formulas(question.prompt)
        expanded = sympy.expand(sym(asked))
        assert sympy.expand(sym(question.answer.text)) == expanded
        assert len(expanded.as_ordered_terms()) == len(re.findall(r"(?:^|[+-] )", question.answer.text))


def test_no_mistake_in_collecting_is_worth_the_same_as_the_answer():
    for question in instances(distribute_combine):
        answer = sym(question.answer.text)
        assert all(sympy.expand(sym(wrong) - answer) != 0 for wrong in question.wrong.values())


def test_each_line_of_a_collecting_solution_is_worth_the_same():
    for question in instances(distribute_combine):
        lines = [part for step in question.solution for part in formulas(step.text)[0].split("=") if part.strip()]
        assert len({sympy.expand(sym(line)) for line in lines}) == 1


def test_an_evaluated_expression_is_what_sympy_substitutes():
    for question in instances(evaluate_expressions):
        asked = max((tex for tex in formulas(question.prompt) if " = " not in tex), key=len)
        value = sym(asked).subs({name: sympy.Rational(v) for name, v in holdings(question.prompt).items()})
        assert value == sympy.Rational(question.answer.value)


def test_each_line_of_an_evaluation_is_worth_the_answer():
    for question in instances(evaluate_expressions):
        for step in question.solution:
            line = formulas(step.text)[0].removeprefix("=").strip()
            assert sym(line) == sympy.Rational(question.answer.value)


def test_a_replaced_piece_put_back_gives_the_expression():
    for question in instances(part_as_object):
        if isinstance(question.answer, Expression):
            given, whole = formulas(question.prompt)[:2]
            back = sym(question.answer.text).subs("u", sym(given.partition(" = ")[2]))
            assert sympy.expand(back - sym(whole)) == 0


def test_a_known_piece_settles_the_value():
    for question in instances(part_as_object):
        if isinstance(question.answer, Number):
            given, whole = formulas(question.prompt)[:2]
            piece, _, held = given.partition(" = ")
            letter = sorted(sym(piece).free_symbols, key=str)[0]
            (solved,) = sympy.solve(sym(piece) - sympy.Rational(held), letter)
            assert sympy.expand(sym(whole).subs(letter, solved)) == question.answer.value


def test_the_bound_of_a_square_is_the_extreme_value():
    for question in instances(part_as_object, 80):
        if isinstance(question.answer, SingleChoice) and question.prompt.startswith("See"):
            whole = sym(formulas(question.prompt)[1])
            (x,) = whole.free_symbols
            (place,) = sympy.solve(sympy.diff(whole, x), x)
            side = "at most" if sympy.diff(whole, x, 2) < 0 else "at least"
            assert right_choice(question).worth == f"{side} {whole.subs(x, place)}"


def test_equal_choices_are_those_that_sympy_finds_equal():
    for question in instances(equivalent_expressions):
        asked = sym(formulas(question.prompt)[0])
        for choice in question.answer.choices:
            assert (sympy.expand(sym(formulas(choice.text)[0]) - asked) == 0) is choice.right


def test_an_excluded_value_is_the_one_singularity():
    found = 0
    for question in instances(division_by_zero, 60):
        if question.key[0] == "excluded":
            fraction = sym(formulas(question.prompt)[0])
            (x,) = fraction.free_symbols
            worth = right_choice(question).worth
            assert sympy.singularities(fraction, x) == {sympy.Rational(worth.numerator, worth.denominator)}
            found += 1
    assert found >= 5


def test_each_way_to_ask_about_zero_comes_in_a_twentieth_at_least():
    forms = Counter(question.key[0] for question in instances(division_by_zero, 400))
    assert set(forms) == {"reason", "claim", "bags", "zero above", "both zero", "excluded", "proof"}
    assert min(forms.values()) >= 20


def test_each_way_to_see_a_part_as_one_thing_comes_in_a_twentieth_at_least():
    forms = Counter(question.prompt.split()[0] for question in instances(part_as_object, 400))
    assert set(forms) == {"Let", "It", "See", "In"}
    assert min(forms.values()) >= 20


def test_every_story_and_every_part_of_it_is_asked_both_ways():
    keys = [question.key for question in instances(interpret_parts, 400)]
    assert {(key[0], key[1]) for key in keys} == {(story.tex, story.says[:24]) for story in STORIES}
    assert {(key[4], key[5]) for key in keys} == {
        (role, way) for role in ("constant", "rate", "variable", "product", "bracket", "other") for way in (True, False)
    }


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.says[:30])
def test_the_meanings_of_a_story_are_alike_in_length(story):
    lengths = [len(meaning) for _, _, meaning in story.parts]
    assert max(lengths) <= 2.2 * min(lengths)


def test_putting_in_brackets_every_value_and_no_command():
    assert put_in(r"\frac{a + 2b}{c}", {"a": "-1", "b": "3", "c": "4"}) == r"\frac{(-1) + 2(3)}{(4)}"


def test_values_are_read_from_the_prompt():
    assert holdings(r"when $a = -2$, $b = \frac{1}{2}$ and not $2c = 6$.") == {"a": -2, "b": Fraction(1, 2)}
