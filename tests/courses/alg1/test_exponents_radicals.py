"""Second opinions about the unit on exponents and radicals, from SymPy, and that every kind of question comes up."""

import re
from collections import Counter

import pytest
import sympy

from courses.alg1.exponents_radicals.add_multiply_radicals import add_multiply_radicals
from courses.alg1.exponents_radicals.apply_exponent_rules import apply_exponent_rules
from courses.alg1.exponents_radicals.give_example_counterexample import give_example_counterexample
from courses.alg1.exponents_radicals.kinds import kind_of
from courses.alg1.exponents_radicals.predict_whether_sum_product_rational import predict_whether_sum_product_rational
from courses.alg1.exponents_radicals.simplify_roots_variables import simplify_roots_variables
from courses.alg1.exponents_radicals.simplify_square_roots import simplify_square_roots
from courses.alg1.exponents_radicals.turn_rational_exponents_roots_back import turn_rational_exponents_roots_back
from courses.alg1.exponents_radicals.use_zero_negative_exponents import use_zero_negative_exponents
from courses.alg1.reading import choices_of, formulas
from exercises import Dropdowns, Expression, FractionAnswer, SingleChoice, num, parse
from exercises.parser.nodes import Neg, Num, Power, Product, Quotient, Root, Sum, Var
from tests.courses.alg1.test_foundations import instances

TYPED = (
    apply_exponent_rules,
    use_zero_negative_exponents,
    turn_rational_exponents_roots_back,
    simplify_square_roots,
    simplify_roots_variables,
    add_multiply_radicals,
)


def sym(tex):
    """SymPy's expression for one of our formulas, all letters positive."""
    return of(parse(tex))


def of(node):
    match node:
        case Num(given):
            return sympy.Rational(given.numerator, given.denominator)
        case Var(name):
            return sympy.Symbol(name, positive=True)
        case Neg(inner):
            return -of(inner)
        case Sum(terms):
            return sympy.Add(*map(of, terms))
        case Product(factors):
            return sympy.Mul(*map(of, factors))
        case Quotient(top, bottom):
            return of(top) / of(bottom)
        case Power(base, exponent):
            return of(base) ** sympy.Rational(exponent)
        case Root(inner, index):
            return of(inner) ** sympy.Rational(1, index)
    raise TypeError(node)


def answered(question):
    """The answer as TeX."""
    answer = question.answer
    return num(answer.value) if isinstance(answer, FractionAnswer) else answer.text


@pytest.mark.parametrize("template", TYPED, ids=lambda t: t.id)
def test_an_answer_is_worth_what_sympy_makes_of_the_question(template):
    shown = [q for q in instances(template, 40) if "$$" in q.prompt and not isinstance(q.answer, SingleChoice)]
    plain = [q for q in shown if "square" not in q.prompt.split("$$")[1]]
    assert len(plain) > 10
    for question in plain:
        asked, right = sym(question.prompt.split("$$")[1]), sym(answered(question))
        assert sympy.simplify(sympy.expand(asked - right)) == 0, question.prompt


@pytest.mark.parametrize(
    "template", [simplify_square_roots, simplify_roots_variables, add_multiply_radicals], ids=lambda t: t.id
)
def test_no_square_is_left_under_a_root_of_an_answer(template):
    for question in instances(template, 40):
        if isinstance(question.answer, Expression) and question.answer.form == "radical":
            for index, inside in re.findall(r"\\sqrt(?:\[(\d)\])?\{([^{}]*)\}", question.answer.text):
                number, *letters = re.findall(r"\d+|[a-z](?:\^\d)?", inside if inside[0].isdigit() else f"1{inside}")
                power = int(index or 2)
                assert all(exponent < power for exponent in sympy.factorint(int(number)).values())
                assert all(int((letter + "^1").split("^")[1]) < power for letter in letters)


def test_a_number_is_called_what_sympy_calls_it():
    for question in instances(predict_whether_sum_product_rational, 60):
        if not isinstance(question.answer, Dropdowns) and "$$" in question.prompt:
            tex = question.prompt.split("$$")[1].strip()
            if "pi" not in tex and "overline" not in tex:
                assert (kind_of(tex) == "rational") is bool(sympy.nsimplify(sympy.expand(sym(tex))).is_rational)


def test_one_pair_decides_and_the_others_do_not():
    for question in instances(give_example_counterexample, 60):
        if isinstance(question.answer, SingleChoice) and "pi" not in str(question.answer):
            word = next(w for w in ("sum", "difference", "product", "quotient") if w in question.prompt)
            sign = {"sum": "+", "difference": "-", "product": "*", "quotient": "/"}[word]
            for choice in choices_of(question):
                one, two = formulas(choice.text)
                if sign == "/" and sym(two) == 0:
                    continue
                result = sympy.radsimp(sympy.expand(sym(f"({one}) {sign} ({two})")))
                both = sym(one).is_rational is False and sym(two).is_rational is False
                assert (both and bool(result.is_rational)) is choice.right


@pytest.mark.parametrize(
    "template", [*TYPED, predict_whether_sum_product_rational, give_example_counterexample], ids=lambda t: t.id
)
def test_each_form_of_a_skill_comes_up(template):
    forms = Counter(question.key[0] for question in instances(template, 400))
    assert len(forms) >= 4
    assert min(forms.values()) >= 8
