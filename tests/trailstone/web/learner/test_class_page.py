"""A class for a learner: goals on top, what is next, the map."""

from datetime import timedelta

import pytest
from django.urls import reverse

from tests.trailstone.cast import FRIDAY, MONDAY, TODAY, attach, class_of, join, set_levels, set_unit
from tests.trailstone.practising import give
from trailstone.goals import actions as goals
from trailstone.practice import start

SUMMER = TODAY + timedelta(days=70)


def page(client, room):
    return client.get(reverse("class-page", args=[room.pk]))


def text(client, room):
    response = page(client, room)
    assert response.status_code == 200
    return response.content.decode()


def test_only_the_learners_of_a_class_see_it(school, as_):
    assert page(as_(school.ben), school.room).status_code == 200
    for stranger in (school.eli, school.ada, school.lund):
        assert page(as_(stranger), school.room).status_code == 404


def test_who_has_not_signed_in_is_sent_to_the_door(client, school):
    response = page(client, school.room)
    assert (response.status_code, response.url.partition("?")[0]) == (302, reverse("sign-in"))


def test_a_learner_who_was_removed_does_not_see_the_class_any_more(school, ben):
    school.room.enrolments.filter(learner=school.ben).update(removed_at=MONDAY)
    assert page(ben, school.room).status_code == 404


def test_goals_stand_above_what_is_next_and_above_the_map(school, ben, course_goal):
    course_goal(school.ben, SUMMER)
    html = text(ben, school.room)
    assert html.index("Your goals") < html.index("Next up") < html.index("Map of Algebra 1")


def test_a_course_goal_says_percent_date_points_and_the_step(school, ben, course_goal):
    set_unit(school.ben, "tiny/one", 3, 2)
    aim = course_goal(school.ben, SUMMER)
    html = text(ben, school.room)
    assert "19%" in html
    assert "by 10 May" in html
    assert "130 of 700 points" in html
    assert "Continue: Skill one 2" in html
    assert reverse("continue-goal", args=[aim.pk]) in html


def test_the_next_stone_says_exactly_how_to_level_up(school, ben, unit_goal):
    set_unit(school.ben, "tiny/one", 3, 2, 0)
    unit_goal(school.ben, "tiny/one", FRIDAY)
    html = text(ben, school.room)
    assert "answer all 4 right in" in html
    assert "to go from Familiar to Proficient." in html
    assert "1 of 3 skills are proficient or better" in html
    assert "due Friday" in html


def test_a_goal_that_is_reached_says_when_and_offers_to_celebrate(school, ben, course_goal):
    set_unit(school.ben, "tiny/one", 4, 4, 4)
    set_unit(school.ben, "tiny/two", 3, 3, 3, 3)
    aim = course_goal(school.ben, SUMMER)
    html = text(ben, school.room)
    assert "Reached on 1 March" in html
    assert "trail reached" in html
    assert reverse("celebration", args=[aim.pk]) in html


def test_a_celebrated_goal_offers_the_rest_of_the_way(school, ben, course_goal):
    set_unit(school.ben, "tiny/one", 4, 4, 4)
    set_unit(school.ben, "tiny/two", 3, 3, 3, 3)
    aim = course_goal(school.ben, SUMMER)
    goals.celebrate(learner=school.ben, aim_id=aim.pk, at=MONDAY)
    assert "Aim for 100%" in text(ben, school.room)


def test_a_date_that_has_passed_is_no_reproach(school, ben, course_goal):
    aim = course_goal(school.ben, SUMMER)
    school.ben.aims.filter(pk=aim.pk).update(due=TODAY - timedelta(days=3))
    html = text(ben, school.room)
    assert "The date has passed; you can still reach it." in html
    assert "was due 26 February" in html


def test_a_past_goal_is_folded_away(school, ben, course_goal):
    set_unit(school.ben, "tiny/one", 4, 4, 4)
    set_unit(school.ben, "tiny/two", 4, 4, 4, 4)
    aim = course_goal(school.ben, SUMMER)
    school.ben.aims.filter(pk=aim.pk).update(due=TODAY - timedelta(days=3), achieved_at=MONDAY - timedelta(days=9))
    html = text(ben, school.room)
    assert "1 past goal" in html
    assert "Reached 80% on 20 February 2027" in html


def test_without_a_goal_the_teacher_is_named_and_there_is_something_to_do(school, ben):
    html = text(ben, school.room)
    assert "Ms Ada has not set a goal yet." in html
    assert reverse("start-course-challenge", args=["alg1"]) in html


def test_another_class_has_its_own_goals(school, ben, course_goal):
    course_goal(school.ben, SUMMER)
    other = class_of(school.ada, "Club", "CLUB2345")
    attach(other, "alg1")
    join(other, school.ben)
    assert "No goal yet" in text(ben, other)


def test_every_course_of_the_class_has_its_map(school, ben):
    html = text(ben, school.room)
    assert "Map of Algebra 1" in html
    assert "Map of Tiny" in html


def test_a_question_that_waits_is_named(school, ben, rng, course_goal):
    course_goal(school.ben, SUMMER, course_id="alg1")
    skill = school.alg1.units[0].skills[1]
    attempt = start.start_exercise(learner=school.ben, course=school.alg1, skill=skill, at=MONDAY, rng=rng)
    give(school.ben, attempt, [True, True])
    assert "Question 3 of 4 is waiting for you" in text(ben, school.room)


@pytest.mark.parametrize(
    ("levels", "said"),
    [
        ((2, 1), "Reach Familiar in 2 more skills to open the mastery challenge."),
        ((2, 2, 2), "Reach Proficient in one skill to open the mastery challenge."),
        ((3, 2, 2), "Ready now; a new one every 12 hours."),
    ],
)
def test_the_mastery_challenge_says_what_is_missing(school, ben, levels, said):
    set_unit(school.ben, "tiny/one", *levels)
    assert said in text(ben, school.room)


def test_the_mastery_challenge_says_when_the_next_one_opens(school, ben, rng):
    skills = school.alg1.units[0].skills
    set_levels(school.ben, {skill.slug: 3 for skill in skills[:3]})
    at = MONDAY - timedelta(hours=2)
    attempt = start.start_mastery_challenge(learner=school.ben, course=school.alg1, skills=skills[:3], at=at, rng=rng)
    assert "Question 1 of 6 is waiting for you" in text(ben, school.room)
    give(school.ben, attempt, [True] * 6, at=at)
    assert "The next mastery challenge opens in 10 h 0 min." in text(ben, school.room)


def test_the_page_costs_the_same_with_many_goals_and_many_units(
    school, ben, rng, course_goal, unit_goal, django_assert_max_num_queries
):
    page(ben, school.room)
    with django_assert_max_num_queries(17):
        page(ben, school.room)
    for course in ("tiny", "alg1"):
        course_goal(school.ben, SUMMER, course_id=course)
    for unit in (*school.tiny.units, *school.alg1.units):
        unit_goal(school.ben, unit.id, FRIDAY)
    for skill in school.alg1.units[0].skills:
        start.start_exercise(learner=school.ben, course=school.alg1, skill=skill, at=MONDAY, rng=rng)
    with django_assert_max_num_queries(17):
        page(ben, school.room)
