from datetime import timedelta
from random import Random

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.trailstone.cast import set_levels
from trailstone.practice.models import Attempt
from trailstone.progress.challenges import begin_challenge

pytestmark = pytest.mark.django_db

EXERCISE = ("start-exercise", "alg1", "equations", "solve-multi-step-equations")
CARDS = [
    (EXERCISE, "4 questions", "exercise"),
    (("start-quiz", "alg1", "equations", 1), "5 questions", "quiz"),
    (("start-unit-test", "alg1", "equations"), "10 questions", "unit-test"),
    (("start-course-challenge", "alg1"), "30 questions", "course-challenge"),
]


def text(response):
    return response.content.decode()


@pytest.fixture
def ready(ben, alg1):
    """Three skills at Proficient: the mastery challenge is open."""
    slugs = [skill.slug for skill in alg1.by_unit["alg1/equations"].skills[:3]]
    set_levels(ben, dict.fromkeys(slugs, 3), at=timezone.now() - timedelta(days=2))
    return slugs


@pytest.mark.parametrize(("card", "length", "activity"), CARDS)
def test_a_card_says_what_is_coming_and_start_begins_it(plain, card, length, activity):
    assert length in text(plain.see(*card))
    assert not Attempt.objects.exists()
    response = plain.client.post(reverse(card[0], args=card[1:]), follow=True)
    assert "Question 1 of" in text(response)
    assert Attempt.objects.get().activity == activity


def test_an_exercise_says_where_each_result_leads(plain, ben):
    set_levels(ben, {"alg1/equations/solve-multi-step-equations": 4})
    page = " ".join(text(plain.see(*EXERCISE)).split())
    ends = page.split("Where it can lead")[1].split("Good to know")[0]
    assert [word for word in ("Mastered", "Proficient", "Familiar") if word in ends] == [
        "Mastered",
        "Proficient",
        "Familiar",
    ]
    assert "3 of 4 right" in ends


def test_a_learner_whose_levels_never_fall_is_not_told_that_they_may(plain, ben, school):
    card = ("start-quiz", "alg1", "equations", 1)
    assert "go back one level" in text(plain.see(*card))
    school.room.policy = "no-drop"
    school.room.save()
    assert "go back one level" not in text(plain.see(*card))


def test_an_open_attempt_is_gone_on_with(plain, exercise):
    plain.right(exercise, times=2)
    page = text(plain.see(*EXERCISE))
    assert "Question 3 of 4 is waiting" in page
    assert "Go on" in page
    response = plain.client.post(reverse(EXERCISE[0], args=EXERCISE[1:]))
    assert response["location"] == reverse("question", args=[exercise, 3])
    assert Attempt.objects.count() == 1


@pytest.mark.parametrize("card", [card for card, _, _ in CARDS])
def test_start_leads_to_the_first_question_at_once(plain, card):
    response = plain.client.post(reverse(card[0], args=card[1:]))
    assert response["location"] == reverse("question", args=[Attempt.objects.get().id, 1])


def test_a_quiz_names_the_skills_it_covers(plain, alg1):
    page = text(plain.see("start-quiz", "alg1", "equations", 1))
    assert all(skill.name in page for skill in alg1.by_unit["alg1/equations"].quizzes[0].skills)


def test_a_closed_mastery_challenge_says_what_is_missing_and_does_not_start(plain):
    page = text(plain.see("start-mastery-challenge", "alg1"))
    assert "Reach Familiar in 3 more skills" in page
    assert ">Start" not in page
    response = plain.client.post(reverse("start-mastery-challenge", args=["alg1"]))
    assert response.status_code == 422
    assert not Attempt.objects.exists()


def test_an_open_mastery_challenge_names_its_three_skills(plain, alg1, ready):
    page = text(plain.see("start-mastery-challenge", "alg1"))
    assert "6 questions" in page
    assert all(alg1.skill_by_slug(slug).name in page for slug in ready)


def test_a_mastery_challenge_not_finished_in_twelve_hours_closes_without_a_change(plain, ben, alg1, ready):
    long_ago = timezone.now() - timedelta(hours=13)
    attempt = begin_challenge(learner=ben, course=alg1, at=long_ago, rng=Random(1))
    response = plain.client.get(reverse("attempt", args=[attempt]), follow=True)
    assert "12 hours for this mastery challenge are over" in text(response)
    assert "What is coming" in text(response)
    assert Attempt.objects.get(id=attempt).state == "lapsed"


def test_a_step_in_a_lapsed_challenge_is_told_so(learner, ben, alg1, ready):
    long_ago = timezone.now() - timedelta(hours=13)
    attempt = begin_challenge(learner=ben, course=alg1, at=long_ago, rng=Random(1))
    response = learner.right(attempt)
    assert response.status_code == 409
    start_card = reverse("start-mastery-challenge", args=["alg1"])
    assert response["HX-Redirect"] == start_card if learner.htmx else "12 hours" in text(response)


@pytest.mark.parametrize(
    "card",
    [
        ("start-exercise", "alg1", "equations", "no-such-skill"),
        ("start-exercise", "alg1", "foundations", "solve-multi-step-equations"),
        ("start-quiz", "alg1", "equations", 9),
        ("start-unit-test", "alg1", "no-such-unit"),
        ("start-course-challenge", "no-such-course"),
        ("start-mastery-challenge", "no-such-course"),
    ],
)
def test_what_is_not_taught_has_no_card(plain, card):
    assert plain.see(*card).status_code == 404


@pytest.mark.parametrize("card", [card for card, _, _ in CARDS])
def test_a_card_costs_the_same_whatever_the_course(plain, card, django_assert_max_num_queries):
    plain.see(*card)
    with django_assert_max_num_queries(6):
        plain.see(*card)
