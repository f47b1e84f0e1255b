from datetime import date, timedelta

import pytest

from tests.trailstone.cast import FRIDAY, MONDAY, TODAY, attach, join, person, set_unit
from trailstone.content.catalogue import CATALOGUE
from trailstone.content.models import Course, Unit
from trailstone.goals import actions, queries
from trailstone.goals.models import Goal, GoalChange
from trailstone.people import actions as people
from trailstone.people.errors import OutOfReach, Refused

LATER = date(2027, 5, 8)


def place(school, *who, due=FRIDAY, course_id="tiny", at=MONDAY, **more):
    learners = [user.pk for user in who] or None
    call = {"actor": school.ada, "classroom": school.room, "course_id": course_id, "learners": learners}
    return actions.place(**{**call, "due": due, "at": at, **more})


def set_units(school, *unit_ids, learners=None, due=FRIDAY, at=MONDAY, **more):
    call = {"actor": school.ada, "classroom": school.room, "unit_ids": unit_ids, "learners": learners}
    return actions.set_unit_goals(**{**call, "due": due, "at": at, **more})


def lines(school, goal_id, today=TODAY):
    goal = queries.class_goal(school.room, goal_id, today)
    return {line.name: (line.due, line.state) for line in goal.lines}


def test_a_course_goal_for_all_reaches_every_learner_of_the_class(school):
    placed = place(school)
    assert placed.sentences == ("Tiny: goal set for Ben, Cho and Dina, due 5 March 2027.",)
    assert set(lines(school, placed.goal_id)) == {"Ben", "Cho", "Dina"}
    assert placed.target == 80


def test_different_learners_of_a_class_work_in_different_courses(school):
    place(school, school.ben)
    place(school, school.cho, school.dina, course_id="alg1")
    rows = queries.placement(school.room, TODAY)
    assert {row.name: [goal.course_id for goal in row.goals] for row in rows} == {
        "Ben": ["tiny"],
        "Cho": ["alg1"],
        "Dina": ["alg1"],
    }


def test_a_learner_may_have_goals_in_two_courses(school):
    place(school, school.ben)
    place(school, school.ben, course_id="alg1")
    assert len(queries.placement(school.room, TODAY)[0].goals) == 2


def test_several_units_at_once_make_one_goal_each(school):
    placed = set_units(school, "tiny/one", "tiny/two", "tiny/one")
    assert [each.title for each in placed] == ["Unit one", "Unit two"]
    assert Goal.objects.count() == 2


def test_setting_a_goal_again_moves_the_due_date_and_says_so(school):
    first = place(school, school.ben, school.cho)
    again = place(school, due=LATER)
    assert again.goal_id == first.goal_id
    assert again.sentences == (
        "Tiny: goal set for Dina, due 8 May 2027.",
        "Tiny: Ben and Cho had this goal; its date moved from 5 March 2027 to 8 May 2027.",
    )
    assert {due for due, _ in lines(school, first.goal_id).values()} == {LATER}
    assert Goal.objects.get().due == LATER


def test_a_second_click_changes_nothing_and_says_so(school):
    place(school)
    again = place(school)
    assert not again.changed
    assert again.sentences == ("Tiny: Ben, Cho and Dina had this goal, due 5 March 2027, already.",)
    assert Goal.objects.count() == 1


def test_moving_one_learners_date_leaves_the_others_and_the_goals_own(school):
    placed = place(school)
    place(school, school.ben, due=LATER)
    assert [due for due, _ in lines(school, placed.goal_id).values()] == [LATER, FRIDAY, FRIDAY]
    assert Goal.objects.get().due == FRIDAY


def test_setting_again_with_another_target_changes_it_for_all_and_says_so(school):
    place(school, school.ben)
    again = place(school, school.cho, target=90)
    assert "Tiny: the target is 90 % for all now (was 80 %)." in again.sentences
    assert place(school, school.dina).target == 90  # nothing said: the target stays


def test_one_fault_in_several_units_sets_none_of_them(school):
    with pytest.raises(Refused):
        set_units(school, "tiny/one", "tiny/nine")
    assert not Goal.objects.exists()


@pytest.mark.parametrize(
    ("act", "sentence"),
    [
        (lambda s: place(s, course_id="geometry"), "This course is not one of the courses of 8B"),
        (lambda s: place(s, due=TODAY - timedelta(days=1)), "28 February 2027 is in the past"),
        (lambda s: place(s, due=date(2030, 3, 2)), "more than 3 years ahead"),
        (lambda s: place(s, learners=[]), "No learner is chosen"),
        (lambda s: place(s, s.eli), "not in 8B"),
        (lambda s: place(s, target=49), "from 50 % to 100 %"),
        (lambda s: place(s, target=101), "from 50 % to 100 %"),
        (lambda s: set_units(s), "No unit is chosen"),
        (lambda s: set_units(s, "geometry/one"), "in none of the courses of 8B"),
    ],
)
def test_what_cannot_be_a_goal_is_refused_and_nothing_is_written(school, act, sentence):
    with pytest.raises(Refused, match=sentence):
        act(school)
    assert not Goal.objects.exists()
    assert not GoalChange.objects.exists()


def test_the_last_days_allowed_are_allowed(school):
    assert place(school, due=TODAY, target=50).target == 50
    assert place(school, due=date(2030, 3, 1), target=100).target == 100


def test_today_is_the_schools_today(school):
    late_sunday = MONDAY.replace(hour=22)  # 01:00 on Tuesday in Nairobi
    with pytest.raises(Refused, match="in the past"):
        place(school, due=TODAY, at=late_sunday)


def test_a_goal_on_a_course_that_is_not_attached_is_refused(school):
    actions.edit_courses(actor=school.ada, classroom=school.room, course_ids=["alg1"], at=MONDAY)
    with pytest.raises(Refused, match="Tiny is not one of the courses of 8B"):
        place(school)
    with pytest.raises(Refused, match="in none of the courses of 8B"):
        set_units(school, "tiny/one")


def test_a_class_without_learners_cannot_get_a_goal(school):
    room = people.open_class(actor=school.ada, name="7A", at=MONDAY)
    attach(room, "tiny")
    with pytest.raises(Refused, match="Nobody is in 7A yet"):
        place(school, classroom=room)


def test_a_unit_or_course_with_mastery_off_cannot_have_a_goal(school):
    Unit.objects.filter(pk="tiny/one").update(mastery_on=False)
    Course.objects.filter(pk="alg1").update(mastery_on=False)
    CATALOGUE.forget()
    with pytest.raises(Refused, match="Mastery is switched off in Unit one"):
        set_units(school, "tiny/one")
    with pytest.raises(Refused, match="Mastery is switched off in Algebra 1"):
        place(school, course_id="alg1")


def test_an_archived_class_gets_no_goals(school):
    people.archive_class(actor=school.ada, classroom=school.room, at=MONDAY)
    with pytest.raises(Refused, match="Restore the class first"):
        place(school)


@pytest.mark.parametrize(
    "act",
    [
        lambda s, goal: place(s, actor=s.lund),
        lambda s, goal: place(s, actor=s.ben),
        lambda s, goal: set_units(s, "tiny/one", actor=s.lund),
        lambda s, goal: actions.edit_courses(actor=s.lund, classroom=s.room, course_ids=[], at=MONDAY),
        lambda s, goal: actions.change_due(actor=s.lund, goal=goal, learners=None, due=LATER, at=MONDAY),
        lambda s, goal: actions.change_target(actor=s.lund, goal=goal, target=50, at=MONDAY),
        lambda s, goal: actions.add_learners(actor=s.lund, goal=goal, learners=None, at=MONDAY),
        lambda s, goal: actions.add_late_joiners(actor=s.lund, classroom=s.room, at=MONDAY),
        lambda s, goal: actions.unassign(actor=s.lund, goal=goal, learners=[s.ben.pk], at=MONDAY),
        lambda s, goal: actions.remove(actor=s.lund, goal=goal, at=MONDAY),
        lambda s, goal: actions.bring_back(actor=s.lund, goal=goal, at=MONDAY),
    ],
)
def test_another_teachers_goals_are_out_of_reach(school, act):
    place(school, school.ben)
    before = GoalChange.objects.count()
    with pytest.raises(OutOfReach):
        act(school, Goal.objects.get())
    assert GoalChange.objects.count() == before


def test_courses_keep_the_teachers_order_and_count_once(school):
    chosen = ["tiny", "alg1", "tiny"]
    assert actions.edit_courses(actor=school.ada, classroom=school.room, course_ids=chosen, at=MONDAY) == (
        "tiny",
        "alg1",
    )
    assert [course.id for course in queries.courses_of(school.room)] == ["tiny", "alg1"]


def test_a_course_with_goals_is_not_removed_and_the_goals_are_named(school):
    place(school)
    set_units(school, "tiny/two")
    with pytest.raises(Refused, match="Tiny has the goals “Tiny”, “Unit two”"):
        actions.edit_courses(actor=school.ada, classroom=school.room, course_ids=["alg1"], at=MONDAY)
    for goal in Goal.objects.all():
        actions.remove(actor=school.ada, goal=goal, at=MONDAY)
    actions.edit_courses(actor=school.ada, classroom=school.room, course_ids=["alg1"], at=MONDAY)
    assert [course.id for course in queries.courses_of(school.room)] == ["alg1"]


def test_an_unknown_course_is_refused(school):
    with pytest.raises(Refused, match="not on this site"):
        actions.edit_courses(actor=school.ada, classroom=school.room, course_ids=["alg1", "x"], at=MONDAY)


def test_who_joins_later_is_offered_the_goals_of_the_class_and_added_in_one_go(school):
    place(school)
    set_units(school, "tiny/one")
    set_units(school, "tiny/two", learners=[school.ben.pk])  # for one chosen learner: none of the newcomer's
    farid = join(school.room, person(school.school, "Farid"), MONDAY + timedelta(hours=1))
    (offer,) = queries.late_joiners(school.room, TODAY)
    assert (offer.name, [title for _, title in offer.missing]) == ("Farid", ["Tiny", "Unit one"])
    at = MONDAY + timedelta(hours=2)
    placed = actions.add_late_joiners(actor=school.ada, classroom=school.room, at=at)
    assert [each.added for each in placed] == [("Farid",), ("Farid",)]
    assert queries.late_joiners(school.room, TODAY) == ()
    assert actions.add_late_joiners(actor=school.ada, classroom=school.room, at=at) == ()
    assert [goal.due for goal in queries.goals_of_learner(farid, school.room, TODAY)] == [FRIDAY, FRIDAY]


def test_who_was_there_and_who_had_the_goal_before_is_no_late_joiner(school):
    placed = place(school, school.ben, school.cho)  # Dina was there and was not chosen
    assert queries.late_joiners(school.room, TODAY) == ()
    goal = Goal.objects.get(pk=placed.goal_id)
    actions.unassign(actor=school.ada, goal=goal, learners=[school.ben.pk], at=MONDAY)
    after = MONDAY + timedelta(hours=1)
    people.remove_learner(actor=school.ada, classroom=school.room, learner=school.ben.pk, at=after)
    people.return_learner(actor=school.ada, classroom=school.room, learner=school.ben.pk, at=after)
    assert queries.late_joiners(school.room, TODAY) == ()


def test_a_goal_whose_date_has_passed_is_not_offered(school):
    place(school)
    join(school.room, person(school.school, "Farid"), MONDAY + timedelta(hours=1))
    assert queries.late_joiners(school.room, FRIDAY) != ()
    assert queries.late_joiners(school.room, FRIDAY + timedelta(days=1)) == ()


def test_a_learner_at_the_target_has_the_goal_achieved_at_once(school):
    set_unit(school.ben, "tiny/one", 3, 3, 3)
    (placed,) = set_units(school, "tiny/one")
    assert "Unit one: already achieved by Ben." in placed.sentences
    ben = queries.goals_of_learner(school.ben, school.room, TODAY)[0]
    assert (ben.state, ben.achieved_on) == ("achieved", TODAY)


def test_setting_a_goal_takes_as_many_queries_for_30_learners_as_for_3(school, django_assert_max_num_queries):
    with django_assert_max_num_queries(24):
        place(school)
    for number in range(27):
        join(school.room, person(school.school, f"Learner {number}"))
    with django_assert_max_num_queries(24):
        place(school, course_id="alg1")
