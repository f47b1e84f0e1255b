"""Second opinions about the unit on polynomials, from SymPy, and that every kind of question comes up."""

import re
from collections import Counter

import pytest
import sympy

from courses.alg1.polynomials.choose_factoring_strategy import choose_factoring_strategy
from courses.alg1.polynomials.factor_ax2_bx_c import factor_ax2_bx_c
from courses.alg1.polynomials.factor_difference_squares import factor_difference_squares
from courses.alg1.polynomials.factor_grouping import factor_grouping
from courses.alg1.polynomials.factor_out_common_factor import factor_out_common_factor
from courses.alg1.polynomials.factor_perfect_square_trinomial import factor_perfect_square_trinomial
from courses.alg1.polynomials.factor_x2_bx_c import factor_x2_bx_c
from courses.alg1.polynomials.link_factors_area_models import link_factors_area_models
from courses.alg1.polynomials.multiply_binomials import multiply_binomials
from courses.alg1.polynomials.multiply_monomial import multiply_monomial
from courses.alg1.polynomials.name_degree_leading_term import name_degree_leading_term
from courses.alg1.polynomials.use_special_product_patterns import use_special_product_patterns
from courses.alg1.reading import formulas
from exercises import WRONG, Expression, Number, Table, grade
from tests.courses.alg1.test_foundations import instances, sym

FACTORING = (
    factor_out_common_factor,
    factor_x2_bx_c,
    factor_ax2_bx_c,
    factor_difference_squares,
    factor_perfect_square_trinomial,
    factor_grouping,
    choose_factoring_strategy,
    link_factors_area_models,
)
MULTIPLYING = (multiply_monomial, multiply_binomials, use_special_product_patterns)


def typed(template, count):
    return [q for q in instances(template, count) if isinstance(q.answer, Expression)]


def factored(tex):
    """The factors with a letter, counted, of an expression that SymPy has not changed."""
    _, found = sympy.factor_list(sympy.expand(sym(tex)))
    return sum(exponent for _, exponent in found)


def written_factors(tex):
    """The factors with a letter as they stand in a product: letters with their powers, brackets with theirs."""
    brackets = re.findall(r"\([^()]*\)(?:\^(\d))?", tex)
    outside = re.sub(r"\([^()]*\)(?:\^\d)?", " ", tex)
    letters = re.findall(r"[a-z](?:\^(\d))?", outside)
    return sum(int(n or 1) for n in (*brackets, *letters))


@pytest.mark.parametrize("template", FACTORING, ids=lambda t: t.id)
def test_a_factored_answer_has_as_many_factors_as_sympy_finds(template):
    asked = [q for q in typed(template, 40) if q.answer.form == "factored"]
    assert asked
    for question in asked:
        assert written_factors(question.answer.text) == factored(question.answer.text), question.answer.text


@pytest.mark.parametrize("template", FACTORING, ids=lambda t: t.id)
def test_what_is_to_be_factored_is_no_answer_yet(template):
    for question in typed(template, 30):
        if question.answer.form == "factored" and "$$" in question.prompt:
            assert grade(question, {"value": question.prompt.split("$$")[1]}).mark not in ("right", WRONG)


@pytest.mark.parametrize("template", MULTIPLYING, ids=lambda t: t.id)
def test_a_product_is_what_sympy_expands(template):
    shown = [q for q in typed(template, 30) if "$$" in q.prompt and "square" not in q.prompt.split("$$")[1]]
    assert len(shown) > 10
    for question in shown:
        assert sympy.expand(sym(question.prompt.split("$$")[1]) - sym(question.answer.text)) == 0


def test_degree_and_leading_coefficient_are_those_of_sympy():
    for question in instances(name_degree_leading_term, 80):
        if isinstance(question.answer, Number):
            asked = sympy.Poly(sympy.expand(sym(formulas(question.prompt)[0])))
            right = asked.LC() if "coefficient" in question.prompt else asked.degree()
            assert right == question.answer.value


@pytest.mark.parametrize("template", [*FACTORING, *MULTIPLYING], ids=lambda t: t.id)
def test_each_line_that_goes_on_with_an_equals_sign_is_worth_the_line_before(template):
    for question in typed(template, 24):
        worth = None
        for step in question.solution:
            tex = re.fullmatch(r"\$([^$]*)\$", step.text)
            if tex is None or "square" in tex[1]:
                continue
            sides = [part for part in tex[1].split("=") if part.strip()]
            values = {sympy.expand(sym(side)) for side in sides}
            if tex[1].startswith("="):
                values.add(worth)
            assert len(values) == 1, step.text
            (worth,) = values


def test_areas_and_sides_are_asked_in_tables_and_in_words():
    kinds = Counter(type(question.answer) for question in instances(link_factors_area_models, 200))
    assert min(kinds[Table], kinds[Expression]) > 40


@pytest.mark.parametrize("template", [*FACTORING, *MULTIPLYING, name_degree_leading_term], ids=lambda t: t.id)
def test_each_form_of_a_skill_comes_in_a_twentieth_at_least(template):
    forms = Counter(question.key[0] for question in instances(template, 400))
    assert len(forms) >= 3
    assert min(forms.values()) >= 8
