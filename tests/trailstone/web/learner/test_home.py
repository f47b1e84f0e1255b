"""The learner's home and own progress."""

from datetime import timedelta

import pytest
from django.urls import reverse

from tests.trailstone.cast import FRIDAY, MONDAY, TODAY, person, set_unit
from tests.trailstone.practising import finish_exercise, give
from trailstone.practice import start

HOME, PROGRESS = "/learn/", "/learn/progress/"


def text(client, address=HOME):
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("address", [HOME, PROGRESS, "/courses/"])
def test_who_has_not_signed_in_is_sent_to_the_door(school, client, address):
    assert client.get(address).url.startswith(reverse("sign-in"))


def test_home_continues_what_was_begun_last(school, ben, rng):
    skill = school.alg1.units[0].skills[0]
    attempt = start.start_exercise(learner=school.ben, course=school.alg1, skill=skill, at=MONDAY, rng=rng)
    give(school.ben, attempt, [True])
    html = text(ben)
    assert "Question 2 of 4 is waiting for you" in html
    assert reverse("attempt", args=[attempt]) in html


def test_home_and_the_course_say_the_way_up_in_a_sentence_of_its_own(school, ben, course_goal):
    course_goal(school.ben, TODAY + timedelta(days=60), course_id="tiny")
    assert "Answer all 4 right to reach Proficient at once." in text(ben)
    for unit, skills in (("tiny/one", 3), ("tiny/two", 4)):
        set_unit(school.ben, unit, *[4] * skills)
    assert "Every stone stands. A round now and then keeps them fresh." in text(ben, reverse("course", args=["tiny"]))


def test_home_shows_the_goals_of_all_classes_nearest_date_first(school, ben, course_goal, unit_goal):
    course_goal(school.ben, TODAY + timedelta(days=60), course_id="alg1")
    unit_goal(school.ben, "tiny/two", FRIDAY)
    html = text(ben)
    assert html.index("Unit two") < html.index("by 30 April")
    assert "0%, your goal is 80%" in html


def test_home_offers_a_challenge_that_is_ready_and_none_that_is_not(school, ben):
    assert "Ready for you" not in text(ben)
    set_unit(school.ben, "tiny/one", 3, 2, 2)
    html = text(ben)
    assert "Mastery challenge: Tiny" in html
    assert "Mastery challenge: Algebra 1" not in html


def test_who_has_no_class_is_asked_for_a_code_and_can_explore(school, as_):
    html = text(as_(person(school.school, "Fay")))
    assert 'name="code"' in html
    assert reverse("courses") in html


def test_home_tells_of_days_and_stones_never_of_a_loss(school, ben, rng):
    finish_exercise(school.ben, school.alg1, school.alg1.units[0].skills[0], [True] * 4, rng, at=MONDAY)
    html = text(ben)
    assert "<strong>1</strong> day on the trail" in html
    assert "1 day on the trail this week" in html


def test_home_costs_the_same_with_many_goals(school, ben, course_goal, unit_goal, django_assert_max_num_queries):
    for course in ("tiny", "alg1"):
        course_goal(school.ben, FRIDAY, course_id=course)
    for unit in (*school.tiny.units, *school.alg1.units):
        unit_goal(school.ben, unit.id, FRIDAY)
    with django_assert_max_num_queries(17):
        text(ben)


def test_progress_lists_every_change_with_its_reason_one_click_away(school, ben, rng):
    skill = school.alg1.units[0].skills[0]
    done = finish_exercise(school.ben, school.alg1, skill, [True] * 4, rng, at=MONDAY - timedelta(days=2))
    html = text(ben, PROGRESS)
    assert reverse("why", args=[done.id, skill.id]) in html
    assert "Not started → Proficient" in html


def test_progress_keeps_to_the_days_that_were_asked_for(school, ben, rng):
    skill = school.alg1.units[0].skills[0]
    finish_exercise(school.ben, school.alg1, skill, [True] * 4, rng, at=MONDAY - timedelta(days=10))
    assert skill.name in text(ben, f"{PROGRESS}?days=30")
    assert skill.name not in text(ben, f"{PROGRESS}?days=7")
    assert skill.name in text(ben, f"{PROGRESS}?days=nonsense")


def test_progress_of_somebody_else_is_not_shown(school, as_, rng):
    skill = school.alg1.units[0].skills[0]
    finish_exercise(school.ben, school.alg1, skill, [True] * 4, rng, at=MONDAY)
    assert "Nothing here yet" in text(as_(school.cho), PROGRESS)
