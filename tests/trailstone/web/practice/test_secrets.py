"""Nothing of the key reaches a browser before it may: not the answer, the mistakes, a hint unopened, the solution."""

from dataclasses import replace
from random import Random

import pytest
from django.template.loader import render_to_string
from django.utils import timezone

from exercises import Dropdowns, MultipleChoice, SingleChoice, Span, Step, below, slope_line
from exercises.exact import Fraction
from tests.trailstone.sampled import SAMPLES, ask, published
from trailstone.content.markdown import prose
from trailstone.practice import queries, start
from trailstone.practice.models import Answer, Asked
from trailstone.web.practice.question.screen import screen
from trailstone.web.practice.question.views import parts

pytestmark = pytest.mark.django_db

CANARY = "canary-of-the-key"
OTHER = {
    "num": lambda one: replace(one, value=one.value + 1),
    "frac": lambda one: replace(one, value=one.value + 1),
    "expr": lambda one: replace(one, text=f"{one.text} + 1"),
    "eq": lambda one: replace(one, text=f"{one.text} + 1"),
    "ineq": lambda one: replace(one, text=f"{one.variable} > 977"),
    "pair": lambda one: replace(one, value=(one.value[1], one.value[0] + 1)),
    "set": lambda one: replace(one, values=frozenset({*one.values, 977})),
    "choice": lambda one: SingleChoice(turned(one.choices), one.shuffle),
    "multi": lambda one: MultipleChoice(turned(one.choices)),
    "drop": lambda one: Dropdowns(
        tuple(replace(s, right=next(o for o in s.options if o != s.right), misconceptions={}) for s in one.slots)
    ),
    "nline": lambda one: one.like(spread(one.axis, one.step, len(one.points)) or (Span(),)),
    "points": lambda one: one.like(
        tuple((x, one.grid.y.lo) for x in spread(one.grid.x, one.grid.snaps[0], len(one.value)))
    ),
    "line": lambda one: one.like(slope_line(0, one.grid.y.lo)),
    "parab": lambda one: one.like((Fraction(one.grid.snaps[1]) / one.grid.snaps[0] ** 2, one.grid.x.lo, one.grid.y.lo)),
    "region": lambda one: one.like(tuple(below(0, y) for y in spread(one.grid.y, one.grid.snaps[1], len(one.halves)))),
    "table": lambda one: one.like(tuple(map(another, one.blanks.values()))),
    "order": lambda one: one.like((*one.value[1:], one.value[0])),
    "match": lambda one: replace(one.like((*one.value[1:], one.value[0])), misconceptions={}),
    "dataplot": lambda one: one.like(tuple(one.plot.most - count for count in one.value)),
    "boxplot": lambda one: one.like((one.axis.lo,) * 5),
    "figure": lambda one: one.like(tuple(name for name in one.names if name not in one.value)),
}


def another(cell):
    """Something else for a cell of a table."""
    other = OTHER[cell.kind](cell)
    return other.text if cell.kind == "expr" else other.value


def spread(axis, step, count):
    """The first places of an axis."""
    return tuple(axis.lo + i * step for i in range(count))


def turned(choices):
    """The same cards, another one of them right, with other mistakes behind the wrong ones."""
    marks = [choice.right for choice in choices]
    marks = marks[-1:] + marks[:-1]
    return tuple(replace(c, right=m, misconception=None, value=None) for c, m in zip(choices, marks, strict=True))


def twin(question):
    """A question that looks the same and is another: every part of its key differs."""
    hints = tuple(f"{CANARY} {number}" for number in range(len(question.hints)))
    answer = OTHER[question.answer.kind](question.answer)
    return replace(question, answer=answer, hints=hints, solution=(Step(CANARY),), wrong={}, key=(CANARY,))


def begun(ben, alg1, slug, seed):
    attempt = start.start_exercise(
        learner=ben, course=alg1, skill=alg1.skill_by_slug(slug), at=timezone.now(), rng=Random(seed)
    )
    Asked.objects.filter(attempt_id=attempt, position=0).update(seed=seed)
    return queries.sitting(ben, attempt)


def page_of(shown):
    """The whole player, as a browser gets it on a first visit."""
    return render_to_string("practice/question/page.html", {**parts(shown), "focus": "answer"})


def told(sitting, page):
    """What of the help and of the named mistakes stands in the page. A line of the solution may be one of the choices,
    word for word: these are on the screen, and the twin shows that nothing tells which of them is right."""
    asked = sitting.places[0].question
    shown = str(asked.public())
    steps = [
        part for step in asked.solution for part in (step.text, step.reason) if part and repr(part)[1:-1] not in shown
    ]
    return [one for one in (*asked.hints, *steps) if prose(one) in page or one in page] + [
        one for one in asked.wrong if one in page
    ]


@pytest.mark.parametrize("seed", [3, 1234])
def test_a_question_and_its_twin_with_another_key_are_the_same_page(ben, alg1, seed):
    differ = []
    for skill in alg1.skills.values():
        sitting = begun(ben, alg1, skill.slug, seed)
        shown = screen(sitting, sitting.places[0])
        if page_of(shown) != page_of(replace(shown, question=twin(shown.question))):
            differ.append(skill.slug)
    assert not differ


@pytest.mark.parametrize("name", SAMPLES)
def test_a_drawn_or_built_answer_and_its_twin_are_the_same_page(name, ben, alg1):
    with published():
        sitting = queries.sitting(ben, ask(ben, alg1, name))
        shown = screen(sitting, sitting.places[0])
    assert page_of(shown) == page_of(replace(shown, question=twin(shown.question)))


@pytest.mark.parametrize("seed", [3, 1234])
def test_before_the_answer_no_byte_tells_hints_solution_or_mistakes(plain, alg1, seed):
    leaks = {}
    for skill in alg1.skills.values():
        sitting = begun(plain.user, alg1, skill.slug, seed)
        page = plain.see("question", sitting.id, 1).content.decode()
        leaks[skill.slug] = told(sitting, page) + ["misconception"] * ("misconception" in page)
    assert leaks
    assert {slug: leak for slug, leak in leaks.items() if leak} == {}


def test_an_opened_hint_shows_itself_and_no_other(ben, alg1, plain):
    sitting = begun(ben, alg1, "alg1/equations/solve-multi-step-equations", 3)
    page = plain.do("hint", sitting.id, 1).content.decode()
    shown = [prose(hint) in page for hint in sitting.places[0].question.hints]
    assert shown == [True] + [False] * (len(shown) - 1)


def test_after_a_wrong_answer_the_right_one_and_the_solution_stay_hidden(learner, quiz):
    page = learner.wrong(quiz).content.decode()
    asked = learner.sitting(quiz).places[0].question
    assert Answer.objects.get().mark == "wrong"
    assert not [step for step in asked.solution if prose(step.text) in page]
    assert 'class="ok"' not in page
