import re
from collections import Counter
from dataclasses import replace

import pytest
import sympy
from sympy.parsing.sympy_parser import (
    implicit_multiplication_application,
    parse_expr,
    standard_transformations,
)

from courses.alg1.inequalities.compound import compound
from courses.alg1.inequalities.graph import graph
from courses.alg1.inequalities.multi_step import multi_step
from courses.alg1.inequalities.pictures import seen
from courses.alg1.inequalities.relations import Bound, combined
from courses.alg1.inequalities.sensible import sensible
from courses.alg1.inequalities.special import special
from courses.alg1.inequalities.story import story
from courses.alg1.inequalities.truth import displayed, statement
from exercises import MISCONCEPTIONS, RIGHT, WRONG, Inequality, MultipleChoice, Number, SingleChoice, grade
from exercises.exact import Fraction

TEMPLATES = [multi_step, graph, compound, special, story, sensible]
IDS = [template.id.rsplit("/", 1)[1] for template in TEMPLATES]
SEEDS = range(60)
MANY = range(200)


def asked(template, seeds=SEEDS, kind=None):
    questions = [template.instance(seed) for seed in seeds]
    return [question for question in questions if kind is None or isinstance(question.answer, kind)]


def flawed(question):
    """The same question with another answer held to be right."""
    answer = question.answer
    if isinstance(answer, SingleChoice | MultipleChoice):
        first = answer.choices[0]
        rest = [replace(c, right=isinstance(answer, MultipleChoice) and c.right) for c in answer.choices[1:]]
        if first.right:
            rest[0] = replace(rest[0], right=True)
        return replace(question, answer=type(answer)((replace(first, right=not first.right), *rest)))
    wrong = next(iter(question.wrong.values()))
    return replace(question, answer=replace(answer, **{"value" if isinstance(answer, Number) else "text": wrong}))


@pytest.mark.parametrize("template", TEMPLATES, ids=IDS)
def test_the_second_opinion_agrees_with_the_answer(template):
    for question in asked(template):
        template.check(question)


@pytest.mark.parametrize("template", TEMPLATES, ids=IDS)
def test_the_second_opinion_objects_to_any_other_answer(template):
    for question in asked(template, range(20)):
        with pytest.raises(AssertionError):
            template.check(flawed(question))


@pytest.mark.parametrize("template", TEMPLATES, ids=IDS)
def test_each_named_mistake_is_wrong_and_gets_its_feedback(template):
    for question in asked(template):
        for name, value in question.wrong.items():
            verdict = grade(question, {"value": str(value)})
            assert (verdict.mark, verdict.misconception) == (WRONG, name)
            assert MISCONCEPTIONS[name] in verdict.message


@pytest.mark.parametrize("template", TEMPLATES, ids=IDS)
def test_at_least_two_mistakes_are_named(template):
    for question in asked(template):
        choices = getattr(question.answer, "choices", ())
        named = {*question.wrong, *(choice.misconception for choice in choices if not choice.right)}
        assert len(named - {None}) >= 2
        assert named <= MISCONCEPTIONS.keys() | {None}


def by_sympy(tex, letter):
    """A linear inequality in TeX as a set, solved by SymPy."""
    text = re.sub(r"\\frac\{([^}]*)\}\{([^}]*)\}", r"((\1)/(\2))", tex)
    text = text.replace(r"\le", "<=").replace(r"\ge", ">=")
    rules = (*standard_transformations, implicit_multiplication_application)
    symbol = sympy.Symbol(letter, real=True)
    return parse_expr(text, {letter: symbol}, rules).as_set()


def test_sympy_solves_multi_step_inequalities_to_the_same_set():
    for question in asked(multi_step, range(25)):
        answer = question.answer
        assert by_sympy(displayed(question.prompt), answer.variable) == by_sympy(answer.text, answer.variable)


def test_every_form_of_multi_step_inequality_comes_up_and_the_sign_turns_in_many():
    questions = asked(multi_step, MANY)
    forms = Counter(question.key[0] for question in questions)
    assert len(forms) == 6
    assert min(forms.values()) >= 10
    assert 60 <= sum("kept-direction" in question.wrong for question in questions) <= 140


def test_every_line_of_a_solution_has_the_same_solutions_as_the_question():
    for question in asked(multi_step):
        letter = question.answer.variable
        holds = statement(question.answer.text, letter)
        for step in question.solution:
            line = statement(step.text.strip("$"), letter)
            assert all(line(Fraction(n, 3)) == holds(Fraction(n, 3)) for n in range(-100, 100))


def test_a_chain_can_be_answered_as_two_inequalities_joined_by_and():
    for question in asked(compound):
        parts = question.answer.text.split()
        if len(parts) == 5 and parts[1] in ("<", "<="):
            low, first, letter, second, high = parts
            flipped = {"<": ">", "<=": ">="}[first]
            assert grade(question, {"value": f"{letter} {flipped} {low} and {letter} {second} {high}"}).mark is RIGHT


def test_none_and_all_come_up_among_compound_inequalities_but_stay_rare():
    answers = Counter(question.answer.text for question in asked(compound, MANY))
    assert 0 < answers["no solution"] <= 30
    assert 0 < answers["all real numbers"] <= 30


@pytest.mark.parametrize("word", ["and", "or"])
@pytest.mark.parametrize("first", ["<", ">=", "<=", ">"])
@pytest.mark.parametrize("second", ["<", ">=", "<=", ">"])
def test_two_bounds_combine_to_the_numbers_that_both_or_one_of_them_allow(word, first, second):
    low, high = Bound("x", first, Fraction(-1)), Bound("x", second, Fraction(2))
    one, two = statement(low.text, "x"), statement(high.text, "x")
    both = statement(combined(word, low, high), "x")
    join = {"and": all, "or": any}[word]
    assert all(both(Fraction(n, 2)) == join((one(Fraction(n, 2)), two(Fraction(n, 2)))) for n in range(-8, 9))


def test_exactly_one_of_four_lines_shows_the_solutions_and_all_differ():
    for question in asked(graph, kind=SingleChoice):
        holds = statement(displayed(question.prompt), "x")
        lines = [tuple(map(seen(c.figure.svg), points())) for c in question.answer.choices]
        assert len(set(lines)) == 4
        assert [line == tuple(map(holds, points())) for line in lines] == [c.right for c in question.answer.choices]


def points():
    return [Fraction(n, 2) for n in range(-14, 15)]


def test_the_right_line_is_not_the_one_that_shares_most_with_the_others():
    for question in asked(graph, kind=SingleChoice):
        shown = [choice.figure.description for choice in question.answer.choices]
        features = [(d.count("open"), d.count("left"), d.count("right"), d.count("between")) for d in shown]
        alike = [sum(a == b for other in features for a, b in zip(one, other, strict=True)) for one in features]
        right = [choice.right for choice in question.answer.choices].index(True)
        assert alike[right] < max(alike) or alike.count(max(alike)) >= 2


def test_a_shown_line_never_has_its_answer_in_the_words_of_the_question():
    for question in asked(graph, kind=Inequality):
        assert question.figure is not None
        assert not re.search(r"[<>]|\\le|\\ge", question.prompt + question.figure.description)


def test_special_inequalities_have_every_outcome_often():
    right = Counter(question.answer.show() for question in asked(special, MANY))
    assert right["Every number is a solution."] >= 20
    assert right["No number is a solution."] >= 20
    assert sum(count for text, count in right.items() if text.startswith("Just")) >= 20


def test_a_story_asks_for_the_inequality_or_for_a_whole_number_and_defines_the_letter():
    kinds = Counter()
    for question in asked(story, MANY):
        kinds[question.answer.kind] += 1
        if isinstance(question.answer, Inequality):
            assert f"Let ${question.answer.variable}$ be" in question.prompt
    assert min(kinds["ineq"], kinds["num"]) >= 60


def test_zero_or_more_may_be_said_or_left_out():
    question = next(q for q in asked(story, kind=Inequality) if "zero or more" in q.prompt)
    for text in (question.answer.text, f"0 <= {question.answer.text}"):
        assert grade(question, {"value": text}).mark is RIGHT


def test_the_next_whole_number_is_right_for_visits_and_not_for_hours():
    for question in asked(story, MANY, Inequality):
        if "Gym" in question.prompt or "Studio" in question.prompt:
            letter, _, boundary = question.answer.text.split()
            typed = {"value": f"{letter} >= {int(boundary) + 1}"}
            assert (grade(question, typed).mark is RIGHT) == ("Gym" in question.prompt)


def test_below_the_next_whole_number_is_right_for_things_and_not_for_minutes():
    seen = Counter()
    for question in asked(story, MANY, Inequality):
        letter, sign, boundary = question.answer.text.split()
        if sign == "<=":
            counted = "minute" not in question.prompt
            typed = {"value": f"{letter} < {int(boundary) + 1}"}
            assert (grade(question, typed).mark is RIGHT) == counted
            seen[counted] += 1
    assert min(seen[True], seen[False]) >= 5


def test_a_shading_read_the_other_way_is_told_so_without_and_or_or():
    for question in asked(graph, MANY, Inequality):
        assert not {"and-taken-as-or", "or-taken-as-and"} & set(question.wrong)


def test_whole_number_answers_round_to_the_side_that_keeps_the_limit():
    for question in asked(story, MANY, Number):
        outside = question.wrong["rounded-past-the-limit"]
        assert outside - question.answer.value == (1 if "greatest" in question.prompt else -1)


def test_five_values_are_to_be_judged_and_one_to_three_of_them_are_possible():
    counts = Counter()
    for question in asked(sensible, MANY):
        assert len({choice.value for choice in question.answer.choices}) == 5
        counts[sum(choice.right for choice in question.answer.choices)] += 1
    assert set(counts) == {1, 2, 3}
    assert min(counts.values()) >= 20


def test_halves_are_possible_for_what_is_measured_and_never_for_what_is_counted():
    for question in asked(sensible, MANY):
        halves = [choice.right for choice in question.answer.choices if choice.value.denominator == 2]
        if question.key[0] in ("buy", "seats", "team"):
            assert not any(halves)
        elif any(halves):
            assert question.key[0] in ("cut", "cold", "tall")
