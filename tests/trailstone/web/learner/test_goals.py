"""Continue where you left off, and the celebration of a goal that is reached."""

from datetime import timedelta

import pytest
from django.urls import reverse

from tests.trailstone.cast import MONDAY, TODAY, set_unit
from trailstone.practice import start

SUMMER = TODAY + timedelta(days=70)


@pytest.fixture
def reached(school, course_goal):
    """Ben's share in a goal that he has reached."""
    set_unit(school.ben, "tiny/one", 4, 4, 4)
    set_unit(school.ben, "tiny/two", 3, 3, 3, 3)
    return course_goal(school.ben, SUMMER)


def go_on(client, aim):
    return client.get(reverse("continue-goal", args=[aim.pk]))


def celebrate(client, aim):
    return client.get(reverse("celebration", args=[aim.pk]))


def test_continue_leads_to_the_start_card_of_the_next_stone(school, ben, course_goal):
    set_unit(school.ben, "tiny/one", 3, 2)
    aim = course_goal(school.ben, SUMMER)
    assert go_on(ben, aim).url == reverse("start-exercise", args=["tiny", "one", "s2"])


def test_continue_leads_to_the_question_that_waits(school, ben, rng, course_goal):
    aim = course_goal(school.ben, SUMMER, course_id="alg1")
    skill = school.alg1.units[1].skills[0]
    attempt = start.start_exercise(learner=school.ben, course=school.alg1, skill=skill, at=MONDAY, rng=rng)
    assert go_on(ben, aim).url == reverse("attempt", args=[attempt])


def test_continue_of_a_unit_at_proficient_leads_to_its_test(school, ben, unit_goal):
    set_unit(school.ben, "tiny/one", 3, 3, 3)
    aim = unit_goal(school.ben, "tiny/one", SUMMER)
    assert go_on(ben, aim).url == reverse("start-unit-test", args=["tiny", "one"])


def test_continue_is_never_a_dead_end(school, ben, unit_goal):
    set_unit(school.ben, "tiny/one", 4, 4, 4)
    aim = unit_goal(school.ben, "tiny/one", SUMMER)
    assert go_on(ben, aim).url == reverse("start-mastery-challenge", args=["tiny"])


@pytest.mark.parametrize("name", ["continue-goal", "celebration"])
def test_a_goal_of_somebody_else_does_not_exist(school, as_, reached, name):
    address = reverse(name, args=[reached.pk])
    assert as_(school.cho).get(address).status_code == 404
    assert as_(school.ada).get(address).status_code == 404
    assert as_(school.ben).get(reverse(name, args=[999_999])).status_code == 404


def said_seen(client, aim, **headers):
    return client.post(reverse("celebration", args=[aim.pk]), headers=headers)


def test_a_goal_is_celebrated_once(ben, reached):
    first = celebrate(ben, reached).content.decode()
    assert "<x-celebrate>" in first
    assert "You are at the summit, Ben!" in first
    said_seen(ben, reached)
    again = celebrate(ben, reached).content.decode()
    assert "<x-celebrate>" not in again
    assert "Reached on 1 March 2027" in again


def test_reading_the_celebration_writes_nothing(ben, reached):
    celebrate(ben, reached)
    reached.refresh_from_db()
    assert reached.celebrated_at is None
    assert "<x-celebrate>" in celebrate(ben, reached).content.decode()


def test_a_celebration_that_is_shown_says_so_and_without_scripts_keep_going_does(school, ben, reached):
    assert said_seen(ben, reached, HX_Request="true").status_code == 204
    reached.refresh_from_db()
    when = reached.celebrated_at
    assert when is not None
    assert said_seen(ben, reached).url == reverse("class-page", args=[school.room.pk])
    reached.refresh_from_db()
    assert reached.celebrated_at == when


def test_a_goal_that_is_still_to_reach_cannot_be_said_seen(school, ben, course_goal):
    aim = course_goal(school.ben, SUMMER)
    assert said_seen(ben, aim).url == reverse("class-page", args=[school.room.pk])
    aim.refresh_from_db()
    assert aim.celebrated_at is None


def test_the_certificate_carries_name_goal_and_day(ben, reached):
    html = celebrate(ben, reached).content.decode()
    certificate = html[html.index("This is to say that") :]
    for said in ("Ben", "80%", "Tiny", "1 March 2027", "8B", "Ms Ada"):
        assert said in certificate


def test_a_goal_that_is_still_to_reach_is_not_celebrated(school, ben, course_goal):
    aim = course_goal(school.ben, SUMMER)
    assert celebrate(ben, aim).url == reverse("class-page", args=[school.room.pk])
    aim.refresh_from_db()
    assert aim.celebrated_at is None


def test_achieved_stays_achieved_when_the_percent_falls(school, ben, reached):
    set_unit(school.ben, "tiny/one", 2, 2, 2)
    html = celebrate(ben, reached).content.decode()
    assert "You are at the summit" in html
    assert "67%" in html
