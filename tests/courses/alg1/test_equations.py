"""Second opinions about the unit on linear equations: SymPy, counting, and the lines of the worked solutions."""

import re
from collections import Counter
from dataclasses import replace

import pytest
import sympy
from sympy.parsing.sympy_parser import implicit_multiplication, parse_expr, standard_transformations

from courses.alg1.equations.count_solutions_linear_equation import PHRASES, count_solutions
from courses.alg1.equations.find_constant_gives_no_solution import find_constant, letters
from courses.alg1.equations.isolate import joined
from courses.alg1.equations.justify_each_step_solution import justify
from courses.alg1.equations.model_situation_equation import model_situation
from courses.alg1.equations.properties import ADDITION, DIVISION, MIX_UPS, SYMMETRIC, named_by_algebra
from courses.alg1.equations.readback import displayed, gap
from courses.alg1.equations.rearrange_formula import rearrange
from courses.alg1.equations.solve_equation_letters_constants import letters_constants
from courses.alg1.equations.solve_equations_brackets_fractions import brackets_fractions
from courses.alg1.equations.solve_equations_variables_both_sides import variables_both_sides
from courses.alg1.equations.solve_mixture_distance_age_stories import stories
from courses.alg1.equations.solve_multi_step_equations import multi_step
from exercises import RIGHT, WRONG, Number, grade
from exercises.exact import Fraction

SOLVED = (multi_step, variables_both_sides, brackets_fractions)
TEMPLATES = (
    *SOLVED, justify, count_solutions, find_constant, letters_constants, rearrange, model_situation, stories,
)  # fmt: skip
IDS = [template.id.rsplit("/", 1)[1] for template in TEMPLATES]
FRACTION = re.compile(r"\\frac\{([^{}]*)\}\{([^{}]*)\}")
MATH = re.compile(r"\$\$?([^$]+)\$\$?")
SEEDS = range(16)


def side(tex):
    """A side in TeX as a SymPy expression: a reader of its own, none of the package's."""
    text = tex.replace(r"\cdot", "*").replace("^", "**")
    while FRACTION.search(text):
        text = FRACTION.sub(r"((\1)/(\2))", text)
    text = re.sub(r"([A-Za-z)])\s*(?=[A-Za-z(])", r"\1*", text)
    names = {name: sympy.Symbol(name) for name in set(re.findall(r"[A-Za-z]", text))}
    return parse_expr(text, local_dict=names, transformations=(*standard_transformations, implicit_multiplication))


def equation(tex):
    left, right = tex.split("=")
    return side(left) - side(right)


def asked_letter(question):
    return question.before.removesuffix(" =")


def rational(value):
    value = Fraction(value)
    return sympy.Rational(value.numerator, value.denominator)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("template", SOLVED, ids=IDS[:3])
def test_sympy_finds_the_stated_solution_and_no_other(template, seed):
    question = template.instance(seed)
    (shown,) = displayed(question.prompt)
    found = sympy.solve(equation(shown), sympy.Symbol(asked_letter(question)))
    assert found == [rational(question.answer.value)]


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("template", SOLVED, ids=IDS[:3])
def test_every_line_of_a_worked_solution_keeps_the_solution(template, seed):
    question = template.instance(seed)
    letter, value = asked_letter(question), Fraction(question.answer.value)
    lines = [tex for step in question.solution for tex in MATH.findall(step.text) if "=" in tex]
    assert len(lines) >= len(question.solution)
    for tex in lines:
        assert gap(tex, {letter: value}) == 0, tex
        assert gap(tex, {letter: value + 1}) != 0, tex


@pytest.mark.parametrize("seed", SEEDS)
def test_sympy_frees_the_same_letter(seed):
    question = letters_constants.instance(seed)
    (shown,) = displayed(question.prompt)
    (found,) = sympy.solve(equation(shown), sympy.Symbol(asked_letter(question)))
    assert sympy.simplify(found - side(question.answer.text)) == 0


@pytest.mark.parametrize("seed", SEEDS)
def test_sympy_rearranges_to_the_same_formula(seed):
    question = rearrange.instance(seed)
    (shown,) = displayed(question.prompt)
    found = sympy.solve(equation(shown), sympy.Symbol(question.answer.solved_for))
    stated = side(question.answer.text.split(" = ")[1])
    assert [sympy.simplify(one - stated) for one in found] == [0]


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("template", [letters_constants, rearrange], ids=IDS[6:8])
def test_every_line_that_frees_a_letter_follows_from_the_shown_equation(template, seed):
    question = template.instance(seed)
    (shown,) = displayed(question.prompt)
    letter = sympy.Symbol(asked_letter(question) or question.answer.solved_for)
    (value,) = sympy.solve(equation(shown), letter)
    for step in question.solution:
        for tex in (tex for tex in MATH.findall(step.text) if "=" in tex):
            assert sympy.simplify(equation(tex).subs(letter, value)) == 0, tex


@pytest.mark.parametrize("seed", SEEDS)
def test_sympy_finds_no_solution_for_the_constant(seed):
    question = find_constant.instance(seed)
    (shown,) = displayed(question.prompt)
    unknown, constant = letters(question)
    left = sympy.expand(equation(shown).subs(constant, rational(question.answer.value)))
    general = sympy.expand(equation(shown))
    if question.key[0] == "exception":
        assert left == 0
        assert not general.has(sympy.Symbol(unknown))
    else:
        assert left.is_number
        assert left != 0
        assert general.coeff(sympy.Symbol(unknown)) != 0


@pytest.mark.parametrize("seed", range(40))
def test_sympy_counts_the_same_solutions(seed):
    question = count_solutions.instance(seed)
    kinds = {"none": 0, "one": 1, "all": sympy.oo}

    def count(tex):
        difference = sympy.expand(equation(tex))
        return sympy.oo if difference == 0 else len(sympy.solve(difference))

    shown, choices = displayed(question.prompt), question.answer.choices
    if shown:
        assert [choice.worth for choice in choices if kinds[choice.worth] == count(shown[0])] == [
            choice.worth for choice in choices if choice.right
        ]
    else:
        wanted = kinds[next(kind for kind, phrase in PHRASES.items() if phrase in question.prompt)]
        assert [count(choice.text.strip("$")) == wanted for choice in choices] == [choice.right for choice in choices]


@pytest.mark.parametrize("seed", SEEDS)
def test_the_lines_to_justify_all_have_the_same_solution(seed):
    question = justify.instance(seed)
    lines = displayed(question.prompt)
    assert len(lines) == len(question.answer.slots) + 1
    assert len({tuple(sympy.solve(equation(tex))) for tex in lines}) == 1


@pytest.mark.parametrize(
    ("old", "new", "name"),
    [
        ("2x - 6 = 4", "2x = 10", ADDITION),
        ("4x = 12", "x = 3", DIVISION),
        ("7 = x", "x = 7", SYMMETRIC),
        ("-3x + 1 = x", "1 = 4x", ADDITION),
    ],
)
def test_a_property_is_told_from_two_lines(old, new, name):
    assert named_by_algebra(old, new, "x") == name


def test_choosing_the_operation_that_is_undone_has_its_own_feedback():
    assert MIX_UPS[ADDITION, "Subtraction property of equality"] == "named-the-operation-undone"


@pytest.mark.parametrize("seed", SEEDS)
def test_sympy_solves_the_equation_of_a_story_to_its_answer(seed):
    question = stories.instance(seed)
    (told,) = [tex for tex in MATH.findall(question.solution[1].text) if "=" in tex]
    assert sympy.solve(equation(told)) == [rational(question.answer.value)]


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("template", TEMPLATES, ids=IDS)
def test_a_second_opinion_rejects_what_named_slips_give(template, seed):
    question = template.instance(seed)
    for given in question.wrong.values():
        text = {"value": given} if isinstance(question.answer, Number) else {"text": given}
        with pytest.raises(AssertionError):
            template.check(replace(question, answer=replace(question.answer, **text)))


@pytest.mark.parametrize("seed", SEEDS)
def test_a_second_opinion_rejects_another_choice(seed):
    question = count_solutions.instance(seed)
    choices = question.answer.choices
    turned = [replace(choice, right=not choice.right) for choice in choices if choice.right]
    turned += [replace(choice, right=i == 0) for i, choice in enumerate(c for c in choices if not c.right)]
    with pytest.raises(AssertionError):
        count_solutions.check(replace(question, answer=replace(question.answer, choices=tuple(turned))))


@pytest.mark.parametrize("seed", SEEDS)
def test_a_second_opinion_rejects_another_reason(seed):
    question = justify.instance(seed)
    first, *others = question.answer.slots
    for option in set(first.options) - {first.right}:
        slots = (replace(first, right=option), *others)
        with pytest.raises(AssertionError):
            justify.check(replace(question, answer=replace(question.answer, slots=slots)))


@pytest.mark.parametrize("template", TEMPLATES, ids=IDS)
def test_no_form_of_a_question_is_rare(template):
    forms = Counter(template.instance(seed).key[0] for seed in range(400))
    several = {form: count for form, count in forms.items() if template is not rearrange or isinstance(form, int)}
    assert len(several) >= 3
    assert min(several.values()) >= 8


@pytest.mark.parametrize(
    ("typed", "mark"),
    [("n = (T - 3p)/7", RIGHT), ("n = T/7 - 3p/7", RIGHT), ("n = T/7 - 3p", WRONG), ("n = (T+3p)/7", WRONG)],
)
def test_a_rearranged_formula_is_right_in_any_equal_form(typed, mark):
    question = next(
        question for question in map(rearrange.instance, range(2000)) if question.answer.text == r"n = \frac{T - 3p}{7}"
    )
    assert grade(question, {"value": typed}).mark is mark


@pytest.mark.parametrize("seed", SEEDS)
def test_a_situation_may_be_written_the_other_way_round(seed):
    question = model_situation.instance(seed)
    left, right = question.answer.text.split(" = ")
    assert grade(question, {"value": f"{right} = {left}"}).mark is RIGHT


@pytest.mark.parametrize(
    ("one", "two", "product"),
    [
        ("2a", "3b", "6ab"),
        ("a", "b", "ab"),
        ("(a - b)", "3c", "3c(a - b)"),
        ("4", "(P - 2w)", "4(P - 2w)"),
        ("9", "5(F - 32)", "45(F - 32)"),
    ],
)
def test_factors_are_written_side_by_side_with_their_numbers_multiplied(one, two, product):
    assert joined(one, two) == product
