"""Second opinions about the unit on functions: SymPy and Python's own arithmetic read what a learner reads."""

import re

import pytest
import sympy

from courses.alg1.functions.add_subtract_multiply_functions import combine
from courses.alg1.functions.evaluate_f_x_formula import evaluate_formula
from courses.alg1.functions.find_average_rate_change import average_rate
from courses.alg1.functions.find_domain_formula import domain_of_rule
from courses.alg1.functions.find_inverse_linear_function import inverse
from courses.alg1.functions.find_where_function_rises_falls import rises_falls
from courses.alg1.functions.solve_f_x_k import solve_for_input
from courses.alg1.functions.tracks import Track
from exercises import NOT_GRADABLE, RIGHT, WRONG, Expression, Inequality, Reroll, grade
from exercises.exact import Fraction

SEEDS = range(40)
X = sympy.Symbol("x")
RULE = re.compile(r"\$([a-z])\(x\) = ([^$]+)\$")


def read(tex):
    """TeX of these questions as SymPy."""
    plain = re.sub(r"\\sqrt\{([^{}]+)\}", r"sqrt(\1)", tex)
    plain = re.sub(r"\\frac\{([^{}]+)\}\{([^{}]+)\}", r"((\1)/(\2))", plain).replace("^", "**")
    return sympy.sympify(re.sub(r"(\d)\s*(?=[a-z(])", r"\1*", plain.replace("\\cdot", "*")))


def rules(question):
    return {name: read(body) for name, body in RULE.findall(question.prompt)}


@pytest.mark.parametrize("seed", SEEDS)
def test_sympy_finds_the_value_of_a_rule(seed):
    question = evaluate_formula.instance(seed)
    if question.key[0] != "number":
        pytest.skip("not one value")
    ((_, rule),) = rules(question).items()
    assert rule.subs(X, question.key[-1]) == question.answer.value


@pytest.mark.parametrize("seed", SEEDS)
def test_sympy_solves_for_the_input(seed):
    question = solve_for_input.instance(seed)
    if question.key[0] != "rule":
        pytest.skip("not a linear rule alone")
    rule = read(RULE.search(question.prompt)[2])
    output = int(question.prompt.rpartition(" = ")[2].rstrip("$?"))
    assert sympy.solve(rule - output, X) == [sympy.Rational(str(question.answer.value))]


@pytest.mark.parametrize("seed", SEEDS)
def test_sympy_adds_subtracts_and_multiplies(seed):
    question = combine.instance(seed)
    if question.key[0] not in ("sum", "product"):
        pytest.skip("backwards, or a story")
    made = rules(question)
    sign = re.search(r"\(f (\+|-|\\cdot) g\)", question.prompt)[1]
    wanted = {"+": made["f"] + made["g"], "-": made["f"] - made["g"], "\\cdot": made["f"] * made["g"]}[sign]
    assert sympy.expand(wanted - read(question.answer.text)) == 0


@pytest.mark.parametrize("seed", SEEDS)
def test_sympy_undoes_a_linear_rule(seed):
    question = inverse.instance(seed)
    if question.key[0] not in ("rule", "fraction"):
        pytest.skip("words, a story, or backwards")
    ((_, rule),) = rules(question).items()
    y = sympy.Symbol("y")
    (back,) = sympy.solve(rule.subs(X, y) - X, y)
    assert sympy.expand(back - read(question.answer.text)) == 0


@pytest.mark.parametrize("seed", SEEDS)
def test_sympy_finds_the_domain(seed):
    question = domain_of_rule.instance(seed)
    if not isinstance(question.answer, Inequality):
        pytest.skip("a choice")
    rule = read(RULE.search(question.prompt)[2])
    domain = sympy.calculus.util.continuous_domain(rule, X, sympy.S.Reals)
    text = question.answer.text
    if "≠" in text:
        assert domain == sympy.S.Reals - sympy.FiniteSet(sympy.Rational(text.split("≠")[1].strip()))
    else:
        assert domain == sympy.sympify(text).as_set()


@pytest.mark.parametrize("seed", SEEDS)
def test_a_rate_times_the_way_is_the_change(seed):
    question = average_rate.instance(seed)
    if question.key[0] != "formula":
        pytest.skip("not a rule")
    (rule,) = rules(question).values()
    a, b = question.key[-2:]
    change = rule.subs(X, b) - rule.subs(X, a)
    assert change == sympy.Rational(str(question.answer.value)) * (b - a)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_stretch_with_its_ends_is_told_apart_by_name(seed):
    question = rises_falls.instance(seed)
    if not isinstance(question.answer, Inequality):
        pytest.skip("a choice")
    verdict = grade(question, {"value": question.answer.text.replace("<", "<=")})
    assert verdict.mark is WRONG
    assert verdict.misconception == "features-ends-kept"


def test_an_inverse_may_be_named_and_written_in_any_way():
    question = inverse.instance(3)
    assert isinstance(question.answer, Expression)
    for text in ("y = (x - 10)/8", "x/8 - 5/4", "0.125x - 1.25"):
        assert grade(question, {"value": text}).mark is RIGHT
    assert grade(question, {"value": "(y - 10)/8"}).mark is NOT_GRADABLE


def test_a_level_piece_at_the_asked_height_is_drawn_again():
    with pytest.raises(Reroll):
        Track(((0, 0), (2, 3), (5, 3))).where(3)


def test_a_graph_is_evaluated_between_its_corners():
    track = Track(((-2, 4), (2, -4), (4, 0)))
    assert track.at(0) == 0
    assert track.at(Fraction(1, 2)) == -1
    assert track.where(0) == {0, 4}
