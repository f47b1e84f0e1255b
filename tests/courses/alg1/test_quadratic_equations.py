"""Second opinions about the unit on quadratic equations: SymPy solves what a learner reads."""

import re

import pytest
import sympy
from sympy.parsing.sympy_parser import implicit_multiplication, parse_expr, standard_transformations

from courses.alg1.equations.readback import displayed
from courses.alg1.quadratic_equations.count_real_solutions_discriminant import count_real_solutions
from courses.alg1.quadratic_equations.method_claims import holds
from courses.alg1.quadratic_equations.solve_area_number_stories import stories
from courses.alg1.quadratic_equations.solve_completing_square import completing_square
from courses.alg1.quadratic_equations.solve_factoring import factoring
from courses.alg1.quadratic_equations.solve_line_parabola_system import line_and_parabola
from courses.alg1.quadratic_equations.solve_quadratic_formula import quadratic_formula
from courses.alg1.quadratic_equations.solve_taking_square_roots import taking_square_roots
from courses.alg1.quadratic_equations.solve_zero_product_rule import zero_product
from exercises import NumberSet, Pair, Surd
from exercises.exact import Fraction

SOLVED = (taking_square_roots, zero_product, factoring, completing_square, quadratic_formula)
FRACTION = re.compile(r"\\frac\{([^{}]*)\}\{([^{}]*)\}")
SEEDS = range(10)


def ids(templates):
    return [template.id.rsplit("/", 1)[1] for template in templates]


def side(tex):
    """A side in TeX as a SymPy expression: a reader of its own, none of the package's."""
    text = tex.replace(r"\cdot", "*").replace(r"\left", "").replace(r"\right", "").replace("^", "**")
    while FRACTION.search(text):
        text = FRACTION.sub(r"((\1)/(\2))", text)
    text = re.sub(r"([a-z)])\s*(?=[a-z(])", r"\1*", text)
    names = {name: sympy.Symbol(name, real=True) for name in set(re.findall(r"[a-z]", text))}
    return parse_expr(text, local_dict=names, transformations=(*standard_transformations, implicit_multiplication))


def equation(tex):
    left, right = tex.split("=")
    return side(left) - side(right)


def exactly(value):
    if isinstance(value, Surd):
        return sympy.Add(*(exactly(factor) * sympy.sqrt(under) for under, factor in value.parts))
    return sympy.Rational(Fraction(value).numerator, Fraction(value).denominator)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("template", SOLVED, ids=ids(SOLVED))
def test_sympy_finds_the_same_real_solutions(template, seed):
    question = template.instance(seed)
    (tex,) = displayed(question.prompt)
    if "\\pm" in tex or "k" in tex:
        pytest.skip("not one equation in one letter")
    found = equation(tex)
    (letter,) = found.free_symbols
    wanted = {root for root in sympy.roots(sympy.Poly(sympy.expand(found), letter)) if root.is_real}
    assert {sympy.expand(root) for root in wanted} == {sympy.expand(exactly(v)) for v in question.answer.values}


@pytest.mark.parametrize("seed", SEEDS)
def test_sympy_finds_the_same_common_points(seed):
    question = line_and_parabola.instance(seed)
    x, y = sympy.symbols("x y", real=True)
    found = sympy.solve([equation(tex) for tex in displayed(question.prompt)], [x, y])
    if isinstance(question.answer, Pair):
        assert tuple(map(exactly, question.answer.value)) in found
    if isinstance(question.answer, NumberSet):
        assert {point[0] for point in found} == set(map(exactly, question.answer.values))


@pytest.mark.parametrize("seed", SEEDS)
def test_sympy_counts_the_same_real_solutions(seed):
    question = count_real_solutions.instance(seed)
    if question.key[0] != "how many":
        pytest.skip("another form")
    found = equation(displayed(question.prompt)[0])
    right = next(choice for choice in question.answer.choices if choice.right)
    assert right.worth == len(sympy.real_roots(found, multiple=False))


@pytest.mark.parametrize(
    ("reason", "tex", "true"),
    [
        ("square", "3(x - 2)^2 + 1 = 28", True),
        ("square", "x^2 - 4x = 3", False),
        ("product", "2x(x + 5) = 0", True),
        ("product", "(x - 3)(2x + 5) = 6", False),
        ("factor", "6x^2 + x - 2 = 0", True),
        ("factor", "x^2 + 8x - 3 = 0", False),
        ("complete", "x^2 + 8x - 3 = 0", True),
        ("complete", "x^2 + 7x - 3 = 0", False),
        ("complete", "x^2 + 8x - 9 = 0", False),
        ("formula", "3x^2 - 5x - 4 = 0", True),
        ("formula", "x^2 + 8x - 3 = 0", False),
    ],
)
def test_a_reason_for_a_method_is_true_of_the_right_equations(reason, tex, true):
    assert holds(reason, tex) is true


def test_both_numbers_are_asked_for_where_both_fit():
    questions = [stories.instance(seed) for seed in range(200)]
    several = [question for question in questions if isinstance(question.answer, NumberSet)]
    assert several
    assert all("all that fit" in question.prompt for question in several)
