"""Second opinions about the unit on sequences: Python's own arithmetic walks along what a learner reads."""

import re
from random import Random

import pytest

from courses.alg1.sequences.convert_between_explicit_recursive_rules import convert
from courses.alg1.sequences.growth_stories import STORIES, kind_of_story
from courses.alg1.sequences.readback import unrolled, walk
from courses.alg1.sequences.write_explicit_rule_arithmetic_sequence import explicit_arithmetic
from courses.alg1.sequences.write_explicit_rule_geometric_sequence import explicit_geometric
from exercises import RIGHT, Expression, grade
from exercises.exact import Fraction

RULES = (explicit_arithmetic, explicit_geometric)
SEEDS = range(12)
LIST = re.compile(r"\$((?:-?\d+, ){2,}-?\d+), \\ldots\$")


def ids(templates):
    return [template.id.rsplit("/", 1)[1] for template in templates]


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("template", RULES, ids=ids(RULES))
def test_python_finds_the_shown_terms_from_the_rule(template, seed):
    question = template.instance(seed)
    shown = LIST.search(question.prompt)
    if shown is None:
        pytest.skip("no list of whole numbers is shown")
    rule = re.sub(r"(\d+)/(\d+)", r"Fraction(\1, \2)", question.answer.text.replace("^", "**"))
    for n, term in enumerate(shown[1].split(", "), 1):
        assert eval(rule, {"n": n, "Fraction": Fraction}) == int(term)  # noqa: S307 - our own rule


@pytest.mark.parametrize("seed", SEEDS)
def test_a_rule_may_be_typed_with_its_name(seed):
    question = convert.instance(seed)
    assert isinstance(question.answer, Expression)
    for name in ("a_n", "a_{n}", "a(n)"):
        assert grade(question, {"value": f"{name} = {question.answer.text}"}).mark is RIGHT


@pytest.mark.parametrize("tell", STORIES, ids=lambda tell: tell.__name__)
def test_the_words_of_a_story_tell_its_kind(tell):
    kind, text, _ = tell(Random(5))
    assert kind_of_story(text) == kind


def test_a_recursive_rule_is_used_term_by_term():
    assert unrolled("2a_{n - 1}", Fraction(3), 4) == [3, 6, 12, 24]
    assert unrolled("a_{n - 1} - 5", Fraction(3), 3) == [3, -2, -7]


def test_terms_that_share_no_step_are_refused():
    with pytest.raises(AssertionError):
        walk([Fraction(1), Fraction(4), Fraction(9)], 5)
