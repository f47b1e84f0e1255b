"""A class copied to a new year."""

from datetime import date, timedelta

import pytest

from tests.trailstone.cast import FRIDAY, MONDAY, TODAY, join, person
from trailstone.goals import actions, queries
from trailstone.people import actions as people
from trailstone.people import queries as people_queries
from trailstone.people.errors import OutOfReach, Refused

AUTUMN = MONDAY + timedelta(days=180)


@pytest.fixture
def year(school):
    """8B has a group, a course goal for all, a unit goal for Ben alone, and one that was removed."""
    about = {"actor": school.ada, "classroom": school.room, "at": MONDAY}
    people.make_group(**about, name="Front", learners=[school.ben.pk])
    actions.place(**about, course_id="tiny", learners=None, due=FRIDAY, target=90)
    actions.set_unit_goals(**about, unit_ids=["tiny/one"], learners=[school.ben.pk], due=date(2027, 6, 4))
    (gone,) = actions.set_unit_goals(**about, unit_ids=["tiny/two"], learners=None, due=FRIDAY)
    actions.remove(actor=school.ada, goal=school.room.goals.get(pk=gone.goal_id), at=MONDAY)
    people.choose_policy(actor=school.ada, classroom=school.room, policy="no-drop")
    return school


def copied(year, name="9B", goals=True, learners=False, at=AUTUMN):
    about = {"actor": year.ada, "classroom": year.room}
    return actions.copy_class(**about, name=name, goals=goals, learners=learners, at=at)


def test_the_copy_has_courses_rule_and_groups_and_nobody_in_it(year):
    room = copied(year).classroom
    assert [course.id for course in queries.courses_of(room)] == ["alg1", "tiny"]
    assert (room.policy, room.code != year.room.code, room.code_open) == ("no-drop", True, True)
    assert [(row.name, row.names) for row in people_queries.groups_of(room)] == [("Front", ())]
    assert room.learners.count() == 0
    assert year.room.learners.count() == 3


def test_goals_come_a_year_later_on_the_same_day_of_the_week(year):
    made = copied(year)
    goals = {
        goal.title: (goal.due, goal.target, len(goal.lines)) for goal in queries.class_goals(made.classroom, TODAY)
    }
    assert goals == {"Tiny": (date(2028, 3, 3), 90, 0), "Unit one": (date(2028, 6, 2), 80, 0)}
    assert (made.goals, made.left_out) == (2, ())


def test_goals_wait_for_whoever_joins(year):
    room = copied(year).classroom
    ina = join(room, person(year.school, "Ina"), at=AUTUMN + timedelta(days=1))
    (offer,) = queries.late_joiners(room, TODAY)
    assert (offer.learner_id, len(offer.missing)) == (ina.pk, 2)
    actions.add_late_joiners(actor=year.ada, classroom=room, at=AUTUMN)
    assert {len(goal.assigned) for goal in queries.class_goals(room, TODAY)} == {1}


def test_ticked_learners_come_with_their_groups_and_goals(year):
    room = copied(year, learners=True).classroom
    assert [row.name for row in people_queries.roster(room)] == ["Ben", "Cho", "Dina"]
    assert people_queries.groups_of(room)[0].names == ("Ben",)
    goals = queries.class_goals(room, TODAY)
    assert {goal.title: [line.name for line in goal.assigned] for goal in goals} == {
        "Tiny": ["Ben", "Cho", "Dina"],
        "Unit one": ["Ben"],
    }


def test_a_goal_whose_date_is_over_even_a_year_later_is_left_out_and_told(year):
    made = copied(year, at=MONDAY + timedelta(days=400))
    assert (made.goals, made.left_out) == (1, ("Tiny",))


def test_without_goals_there_are_none(year):
    assert queries.class_goals(copied(year, goals=False).classroom, TODAY) == ()


def test_a_second_click_makes_no_second_copy(year):
    copied(year)
    with pytest.raises(Refused, match="have a class called 9B already"):
        copied(year)


def test_an_archived_class_can_be_copied_under_its_own_name(year):
    people.archive_class(actor=year.ada, classroom=year.room, at=MONDAY)
    assert copied(year, name="8B").classroom.archived_at is None


def test_only_its_teachers_copy_a_class(year):
    about = {"name": "Mine", "goals": True, "learners": True, "at": AUTUMN}
    with pytest.raises(OutOfReach):
        actions.copy_class(actor=year.lund, classroom=year.room, **about)
    assert year.lund.taught_classes.count() == 1
