"""Second opinions about the unit on quadratic functions: SymPy expands, solves and turns what a learner reads."""

import re
from random import Random

import pytest
import sympy
from sympy.parsing.sympy_parser import implicit_multiplication, parse_expr, standard_transformations

from courses.alg1.quadratic_functions.find_intercepts_parabola import intercepts
from courses.alg1.quadratic_functions.graph_factored_form import draw_factored
from courses.alg1.quadratic_functions.graph_standard_form import draw_standard
from courses.alg1.quadratic_functions.graph_vertex_form import draw_vertex
from courses.alg1.quadratic_functions.kind_stories import STORIES, kind_told
from courses.alg1.quadratic_functions.kinds import EXP, LIN, NONE, QUAD, kind_of, kind_of_dots
from courses.alg1.quadratic_functions.moves import Move, move_in, told_as
from courses.alg1.quadratic_functions.read_zeros_factored_form import read_zeros
from courses.alg1.quadratic_functions.rewrite_vertex_form import rewrite
from exercises import NOT_GRADABLE, NumberSet, Surd, grade
from exercises.exact import Fraction

DRAWN = (draw_factored, draw_vertex, draw_standard)
SEEDS = range(12)
FRACTION = re.compile(r"\\frac\{([^{}]*)\}\{([^{}]*)\}")
DEFINED = re.compile(r"\$(?:y|[fghP]\([xt]\)) = ([^$]+)\$")
X = sympy.Symbol("x", real=True)


def ids(templates):
    return [template.id.rsplit("/", 1)[1] for template in templates]


def formula(tex):
    """TeX as a SymPy expression: a reader of its own, none of the package's."""
    text = tex.replace(r"\cdot", "*").replace(r"\left", "").replace(r"\right", "").replace("^", "**")
    while FRACTION.search(text):
        text = FRACTION.sub(r"((\1)/(\2))", text)
    text = re.sub(r"([a-z)])\s*(?=[a-z(])", r"\1*", text)
    rules = (*standard_transformations, implicit_multiplication)
    return parse_expr(text, local_dict={"x": X, "t": X}, transformations=rules)


def exactly(value):
    if isinstance(value, Surd):
        return sympy.Add(*(exactly(factor) * sympy.sqrt(under) for under, factor in value.parts))
    return sympy.Rational(Fraction(value).numerator, Fraction(value).denominator)


def defined(question):
    found = DEFINED.findall(question.prompt)
    if len(found) != 1 or re.search(r"[ack]", found[0].replace(r"\frac", "").replace(r"\cdot", "")):
        pytest.skip("not one formula in one letter")
    return formula(found[0])


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("template", DRAWN, ids=ids(DRAWN))
def test_sympy_finds_the_same_vertex(template, seed):
    question = template.instance(seed)
    f = defined(question)
    (h,) = sympy.solve(sympy.diff(f, X), X)
    assert (h, f.subs(X, h)) == tuple(map(exactly, question.answer.vertex))
    assert sympy.diff(f, X, 2) / 2 == exactly(question.answer.value[0])


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("template", [intercepts, read_zeros], ids=ids((intercepts, read_zeros)))
def test_sympy_finds_the_same_zeros(template, seed):
    question = template.instance(seed)
    if not isinstance(question.answer, NumberSet) or question.figure or "moves the graph" in question.prompt:
        pytest.skip("another question")
    f = defined(question)
    found = sympy.roots(sympy.Poly(sympy.expand(f), X))
    assert {sympy.expand(root) for root in found if root.is_real} == {
        sympy.expand(exactly(v)) for v in question.answer.values
    }


@pytest.mark.parametrize("seed", SEEDS)
def test_sympy_expands_the_vertex_form_to_the_given_function(seed):
    question = rewrite.instance(seed)
    given = DEFINED.findall(question.prompt)[0]
    right = formula(question.answer.show().strip("$").replace("^{2}", "^2"))
    assert sympy.expand(right - formula(given)) == 0


def test_the_function_as_it_was_given_is_asked_for_again():
    question = rewrite.instance(1)
    assert grade(question, {"value": "x^2 - 2x + 8"}).mark is NOT_GRADABLE


@pytest.mark.parametrize(
    "move", [Move(3, -2, Fraction(1)), Move(-1, 0, Fraction(-1)), Move(0, 5, Fraction(1, 2)), Move(-4, 7, Fraction(3))]
)
def test_a_move_is_told_and_read_back(move):
    assert move_in(told_as(move)) == move


@pytest.mark.parametrize(
    ("values", "kind"),
    [((1, 4, 7, 10), LIN), ((1, 4, 9, 16), QUAD), ((3, 6, 12, 24), EXP), ((1, 2, 3, 5), NONE), ((1, 8, 27, 64), NONE)],
)
def test_kinds_are_told_by_differences_and_factors(values, kind):
    assert kind_of([Fraction(v) for v in values]) == kind


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        ((10, 18, 25, 34, 42, 50, 57, 66), LIN),
        ((20, 50, 72, 82, 85, 80, 66, 44), QUAD),
        ((2, 3, 5, 9, 17, 31, 58, 99), EXP),
        ((10, 50, 20, 60, 30, 70, 40, 80), NONE),
    ],
)
def test_measured_kinds_are_told_roughly(values, kind):
    assert kind_of_dots(values) == kind


@pytest.mark.parametrize("tell", STORIES, ids=lambda tell: tell.__name__)
def test_the_words_of_a_story_tell_its_kind(tell):
    for seed in range(5):
        kind, text, _ = tell(Random(seed))
        assert kind_told(text) == kind
