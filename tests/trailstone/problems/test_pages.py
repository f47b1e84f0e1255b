import pytest
from django.test import Client
from django.urls import reverse

from tests.trailstone.cast import MONDAY
from tests.trailstone.practising import give
from trailstone.practice import queries as practice
from trailstone.practice import start
from trailstone.problems.models import Problem

pytestmark = pytest.mark.django_db


@pytest.fixture
def exercise(school, rng):
    skill = school.alg1.units[0].skills[0]
    return start.start_exercise(learner=school.ben, course=school.alg1, skill=skill, at=MONDAY, rng=rng)


def browser(user):
    client = Client()
    client.force_login(user)
    return client


def text(reply):
    return reply.content.decode()


def test_the_player_leads_to_the_form_and_back_to_the_same_question(school, exercise):
    ben = browser(school.ben)
    address = reverse("problem", args=[exercise, 1])
    assert address in text(ben.get(reverse("question", args=[exercise, 1])))
    assert "My answer should be right" in text(ben.get(address))
    sent = ben.post(address, {"what": "answer", "note": "I think 4."}, follow=True)
    assert sent.redirect_chain == [(reverse("question", args=[exercise, 1]), 302)]
    assert "Your teacher will look at this question." in text(sent)
    assert practice.sitting(school.ben, exercise).places[0].steps == ()


@pytest.mark.parametrize("fields", [{}, {"what": "nonsense"}, {"what": "answer", "note": "x" * 201}])
def test_a_report_that_says_nothing_is_asked_again(school, exercise, fields):
    reply = browser(school.ben).post(reverse("problem", args=[exercise, 1]), fields)
    assert reply.status_code == 422
    assert "Please have another look" in text(reply)
    assert not Problem.objects.exists()


def test_a_question_that_was_not_asked_yet_has_no_form(school, exercise):
    assert browser(school.ben).get(reverse("problem", args=[exercise, 3])).status_code == 404


def test_the_teacher_sees_the_question_as_it_was_asked_and_puts_it_away(school, exercise):
    browser(school.ben).post(reverse("problem", args=[exercise, 1]), {"what": "fault", "note": "<b>odd</b>"})
    ada = browser(school.ada)
    assert reverse("problems") in text(ada.get(reverse("dashboard")))
    page = text(ada.get(reverse("problems")))
    place = practice.sitting(school.ben, exercise).places[0]
    assert f"seed {place.seed}" in page
    assert "Ben" in page
    assert "<b>odd" not in page
    problem = Problem.objects.get()
    ada.post(reverse("problem-looked", args=[problem.pk]))
    assert "No report waits" in text(ada.get(reverse("problems")))
    assert "looked at by Ms Ada" in text(ada.get(reverse("problems") + "?show=done"))
    ada.post(reverse("problem-looked", args=[problem.pk]), {"again": "yes"})
    assert f"seed {place.seed}" in text(ada.get(reverse("problems")))


def test_what_learners_of_others_report_is_not_there(school, exercise):
    give(school.ben, exercise, [True], at=MONDAY)
    browser(school.ben).post(reverse("problem", args=[exercise, 1]), {"what": "words"})
    lund = browser(school.lund)
    assert "No report waits" in text(lund.get(reverse("problems")))
    assert lund.post(reverse("problem-looked", args=[Problem.objects.get().pk])).status_code == 404
