"""Answers that are drawn or put together, at the player: every kind is asked, graded, kept and shown afterwards."""

import pytest

from exercises import DrawnAnswer, grade
from tests.trailstone.practising import give
from tests.trailstone.sampled import SAMPLES, ask, published
from trailstone.practice.models import Answer
from trailstone.practice.questions import heard

pytestmark = pytest.mark.django_db
HOSTILE = ("<script>", "9" * 4000, "\x00", "'; drop table", "../../etc", "NaN", "1e999", "🙂" * 90)


@pytest.fixture(autouse=True)
def samples():
    with published():
        yield


@pytest.fixture(params=SAMPLES)
def name(request):
    return request.param


@pytest.fixture
def attempt(name, ben, alg1):
    return ask(ben, alg1, name)


def test_a_wrong_and_then_a_right_answer_are_kept_as_they_were_given(name, attempt, learner):
    answer = SAMPLES[name].answer
    learner.answer(attempt, answer.near()[0])
    reply = learner.answer(attempt, answer.examples()[0])
    assert "That is it" in reply.content.decode()
    kept = [row.response for row in Answer.objects.order_by("number")]
    assert kept == [answer.near()[0], answer.examples()[0]]


def test_what_was_answered_stands_in_its_fields_again(name, attempt, learner):
    page = learner.answer(attempt, SAMPLES[name].answer.near()[0]).content.decode()
    for field, value in SAMPLES[name].answer.near()[0].items():
        for one in [value] if isinstance(value, str) else value:
            assert f'name="{field}"' in page
            assert f'value="{one}" selected' in page or f'value="{one}"' in page


def test_an_empty_answer_costs_nothing_and_says_what_to_do(name, attempt, learner):
    reply = learner.answer(attempt, {})
    assert reply.status_code == 422
    assert "That is not an answer yet." in reply.content.decode()
    assert not Answer.objects.exists()


def test_forged_fields_are_never_an_answer_and_never_a_fault(name, attempt, scripted):
    for text in HOSTILE:
        sent = {**dict.fromkeys(SAMPLES[name].answer.fields, text), "x99": "1", "value": "7"}
        reply = scripted.answer(attempt, sent)
        assert reply.status_code == 422, text[:9]
        assert "<script>" not in reply.content.decode()
    assert not Answer.objects.exists()


def test_only_the_fields_of_the_question_are_heard(name):
    sent = {**SAMPLES[name].answer.examples()[0], "x99": "1", "other": "2"}
    assert heard(SAMPLES[name], sent) == SAMPLES[name].answer.examples()[0]


def test_results_and_review_show_what_was_given_and_what_is_right(name, attempt, plain):
    give(plain.user, attempt, [False, False, True, True])
    html = plain.see("review", attempt).content.decode()
    first, third = html.split('id="q2"')[0], html.split('id="q3"')[1].split('id="q4"')[0]
    drawn = isinstance(SAMPLES[name].answer, DrawnAnswer)
    assert (first.count("drawn-answer"), third.count("drawn-answer")) == ((2, 0) if drawn else (0, 0))
    assert "Right answer" in first
    assert plain.see("results", attempt).status_code == 200


def test_the_same_answer_is_graded_the_same_for_ever(name):
    for response in (*SAMPLES[name].answer.examples(), *SAMPLES[name].answer.near()):
        assert grade(SAMPLES[name], response) == grade(SAMPLES[name], dict(response))
