from datetime import timedelta

import pytest

from mastery.goals import GoalState
from tests.trailstone.cast import FRIDAY, MONDAY, TODAY, attach, set_unit, tiny_course
from tests.trailstone.goals.test_setting import LATER, lines, place, set_units
from trailstone.events import LevelsChanged
from trailstone.goals import actions, queries
from trailstone.goals.events import note_achievements
from trailstone.goals.models import Aim, Goal
from trailstone.people.errors import Refused

SATURDAY = FRIDAY + timedelta(days=1)
HOUR, WEEK = timedelta(hours=1), timedelta(weeks=1)

P, M, F = 3, 4, 2


def unit_goal(school, **more):
    (placed,) = set_units(school, "tiny/one", **more)
    return Goal.objects.get(pk=placed.goal_id)


def ben(school, today=TODAY):
    (found,) = [goal for goal in queries.goals_of_learner(school.ben, school.room, today) if goal.unit_id == "tiny/one"]
    return found


def reach(school, at=MONDAY + HOUR):
    set_unit(school.ben, "tiny/one", P, P, P, at=at)


def test_a_goal_is_active_until_its_day_is_over_and_past_due_after(school):
    goal = unit_goal(school)
    states = [lines(school, goal.pk, today)["Ben"][1] for today in (TODAY, FRIDAY, SATURDAY)]
    assert states == [GoalState.ACTIVE, GoalState.ACTIVE, GoalState.PAST_DUE]


def test_reaching_the_target_achieves_the_goal_with_its_date(school):
    unit_goal(school)
    reach(school)
    assert (ben(school).percent, ben(school).state, ben(school).achieved_on) == (80, GoalState.ACHIEVED, TODAY)


def test_the_due_date_itself_is_in_time_and_the_day_after_is_late(school):
    unit_goal(school)
    last_minute = MONDAY.replace(day=5, hour=20, minute=59)  # 23:59 on Friday in Nairobi
    reach(school, at=last_minute)
    assert ben(school, SATURDAY).state is GoalState.ACHIEVED
    Aim.objects.update(achieved_at=last_minute + timedelta(minutes=1))
    assert ben(school, SATURDAY).state is GoalState.ACHIEVED_LATE


def test_a_later_due_date_turns_achieved_late_into_achieved(school):
    goal = unit_goal(school)
    reach(school, at=MONDAY + WEEK)
    assert ben(school, LATER).state is GoalState.ACHIEVED_LATE
    actions.change_due(actor=school.ada, goal=goal, learners=None, due=LATER, at=MONDAY + WEEK)
    assert ben(school, LATER).state is GoalState.ACHIEVED


def test_achieved_stays_achieved_with_its_date_when_the_percent_falls(school):
    unit_goal(school)
    reach(school)
    set_unit(school.ben, "tiny/one", F, F, F, at=MONDAY + 2 * HOUR)
    reach(school, at=MONDAY + timedelta(days=2))
    set_unit(school.ben, "tiny/one", F, F, F, at=MONDAY + timedelta(days=3))
    assert (ben(school).percent, ben(school).state, ben(school).achieved_on) == (50, GoalState.ACHIEVED, TODAY)


@pytest.mark.parametrize(
    ("unit", "levels", "percent", "state"),
    [
        ("wide/one", [P] * 15 + [M, F], 79, GoalState.ACTIVE),  # 79.41
        ("wide/two", [P] * 18 + [M, F], 80, GoalState.ACHIEVED),  # 79.5
        ("wide/one", [P] * 17, 80, GoalState.ACHIEVED),
    ],
)
def test_the_rounded_percent_on_the_screen_is_the_one_compared(school, unit, levels, percent, state):
    tiny_course("wide", sizes=(17, 20))
    attach(school.room, "wide")
    set_units(school, unit)
    set_unit(school.ben, unit, *levels)
    (goal,) = queries.goals_of_learner(school.ben, school.room, TODAY)
    assert (goal.percent, goal.state) == (percent, state)


def test_each_goal_has_its_own_target(school):
    unit_goal(school, target=100)
    reach(school)
    assert ben(school).state is GoalState.ACTIVE
    set_unit(school.ben, "tiny/one", M, M, M, at=MONDAY + 2 * HOUR)
    assert ben(school).state is GoalState.ACHIEVED


def test_a_lower_target_may_be_achieved_at_once_and_a_higher_one_takes_nothing_back(school):
    goal = unit_goal(school)
    set_unit(school.ben, "tiny/one", P, F, F)  # 60 %
    lowered = actions.change_target(actor=school.ada, goal=goal, target=60, at=MONDAY + HOUR)
    assert lowered.achieved == ("Ben",)
    actions.change_target(actor=school.ada, goal=goal, target=100, at=MONDAY + 2 * HOUR)
    assert ben(school).state is GoalState.ACHIEVED


def test_a_goal_taken_away_shows_as_unassigned_to_the_teacher_and_not_to_the_learner(school):
    goal = unit_goal(school)
    for _ in range(2):
        actions.unassign(actor=school.ada, goal=goal, learners=[school.ben.pk], at=MONDAY)
    assert lines(school, goal.pk)["Ben"][1] is GoalState.UNASSIGNED
    assert queries.goals_of_learner(school.ben, school.room, TODAY) == ()
    reach(school)
    assert not Aim.objects.exclude(achieved_at=None).exists()


def test_giving_a_goal_back_counts_what_was_done_meanwhile(school):
    goal = unit_goal(school)
    actions.unassign(actor=school.ada, goal=goal, learners=[school.ben.pk], at=MONDAY)
    reach(school)
    given = actions.add_learners(actor=school.ada, goal=goal, learners=[school.ben.pk], at=MONDAY + 2 * HOUR)
    assert (given.added, given.achieved) == (("Ben",), ("Ben",))


def test_adding_learners_leaves_the_dates_of_those_who_have_the_goal(school):
    goal = unit_goal(school, learners=[school.ben.pk, school.cho.pk])
    actions.change_due(actor=school.ada, goal=goal, learners=[school.ben.pk], due=LATER, at=MONDAY)
    added = actions.add_learners(actor=school.ada, goal=goal, learners=None, at=MONDAY)
    assert (added.added, added.moved) == (("Dina",), ())
    assert lines(school, goal.pk)["Ben"][0] == LATER


def test_a_removed_goal_is_archived_and_can_be_brought_back_as_it_was(school):
    goal = unit_goal(school)
    for _ in range(2):
        actions.remove(actor=school.ada, goal=goal, at=MONDAY)
    assert lines(school, goal.pk)["Ben"][1] is GoalState.ARCHIVED
    assert queries.class_goals(school.room, TODAY) == ()
    assert [each.id for each in queries.class_goals(school.room, TODAY, archived=True)] == [goal.pk]
    assert queries.goals_of_learner(school.ben, school.room, TODAY) == ()
    for _ in range(2):
        actions.bring_back(actor=school.ada, goal=goal, at=MONDAY)
    assert lines(school, goal.pk)["Ben"] == (FRIDAY, GoalState.ACTIVE)


def test_a_goal_brought_back_counts_what_was_done_meanwhile(school):
    goal = unit_goal(school)
    actions.remove(actor=school.ada, goal=goal, at=MONDAY)
    reach(school)
    assert queries.news_for_teacher(school.ada) == ()
    actions.bring_back(actor=school.ada, goal=goal, at=MONDAY + timedelta(days=2))
    assert (ben(school).state, ben(school).achieved_on) == (GoalState.ACHIEVED, TODAY + timedelta(days=2))


def test_a_goal_removed_after_it_was_achieved_stays_among_the_learners_past_goals(school):
    goal = unit_goal(school)
    reach(school)
    actions.remove(actor=school.ada, goal=goal, at=MONDAY + 2 * HOUR)
    found = ben(school)
    assert (found.current, found.achieved_on) == (False, TODAY)


def test_a_goal_set_anew_while_the_old_one_is_removed_keeps_the_old_one_away(school):
    old = unit_goal(school)
    actions.remove(actor=school.ada, goal=old, at=MONDAY)
    new = unit_goal(school)
    assert new.pk != old.pk
    with pytest.raises(Refused, match="has a newer goal for Unit one"):
        actions.bring_back(actor=school.ada, goal=old, at=MONDAY)


def test_a_removed_goal_cannot_be_changed(school):
    goal = unit_goal(school)
    actions.remove(actor=school.ada, goal=goal, at=MONDAY)
    with pytest.raises(Refused, match="Bring it back"):
        actions.change_due(actor=school.ada, goal=goal, learners=None, due=LATER, at=MONDAY)


@pytest.mark.parametrize(("who", "sentence"), [([], "No learner is chosen"), (["eli"], "does not have this goal")])
def test_a_due_date_moves_only_for_those_who_have_the_goal(school, who, sentence):
    goal = unit_goal(school)
    with pytest.raises(Refused, match=sentence):
        actions.change_due(
            actor=school.ada, goal=goal, learners=[getattr(school, name).pk for name in who], due=LATER, at=MONDAY
        )


def test_work_in_another_course_leaves_the_goal_alone(school):
    unit_goal(school)
    set_unit(school.ben, "tiny/two", M, M, M, M)
    assert (ben(school).percent, ben(school).state) == (0, GoalState.ACTIVE)


def test_a_course_goal_counts_every_unit(school):
    place(school)
    set_unit(school.ben, "tiny/one", P, P, P)
    set_unit(school.ben, "tiny/two", P, P, P, F, at=MONDAY + HOUR)
    (goal,) = queries.goals_of_learner(school.ben, school.room, TODAY)
    assert (goal.kind, goal.points, goal.possible, goal.percent, goal.state) == (
        "course",
        530,
        700,
        76,
        GoalState.ACTIVE,
    )
    set_unit(school.ben, "tiny/two", P, P, P, P, at=MONDAY + 2 * HOUR)
    (goal,) = queries.goals_of_learner(school.ben, school.room, TODAY)
    assert goal.state is GoalState.ACHIEVED


def test_a_goal_is_celebrated_once_and_only_by_its_learner(school):
    unit_goal(school)
    assert queries.celebrations(school.ben, TODAY) == ()
    reach(school)
    (goal,) = queries.celebrations(school.ben, TODAY)
    assert not actions.celebrate(learner=school.cho, aim_id=goal.aim_id, at=MONDAY)
    assert [actions.celebrate(learner=school.ben, aim_id=goal.aim_id, at=MONDAY) for _ in range(2)] == [True, False]
    assert queries.celebrations(school.ben, TODAY) == ()


def test_a_goal_not_reached_cannot_be_celebrated(school):
    unit_goal(school)
    assert not actions.celebrate(learner=school.ben, aim_id=ben(school).aim_id, at=MONDAY)


def test_the_teacher_hears_of_an_achieved_goal_until_it_was_seen(school):
    unit_goal(school)
    reach(school)
    (news,) = queries.news_for_teacher(school.ada)
    assert (news.name, news.title, news.class_name, news.achieved_on) == ("Ben", "Unit one", "8B", TODAY)
    assert queries.news_for_teacher(school.lund) == ()
    assert actions.seen_by_teacher(actor=school.lund, aim_ids=[news.aim_id], at=MONDAY) == 0
    assert actions.seen_by_teacher(actor=school.ada, aim_ids=[news.aim_id], at=MONDAY) == 1
    assert queries.news_for_teacher(school.ada) == ()


def test_the_learner_reads_current_goals_first_by_due_date_then_past_ones(school):
    place(school, due=LATER)
    unit_goal(school)
    set_units(school, "tiny/two", due=TODAY)
    reach(school)
    found = queries.goals_of_learner(school.ben, None, SATURDAY)
    assert [(goal.title, goal.current) for goal in found] == [("Unit two", True), ("Tiny", True), ("Unit one", False)]
    assert found[1].teachers == ("Ms Ada",)
    assert found[1].class_name == "8B"


def test_an_achieved_goal_stays_on_top_through_its_last_day(school):
    unit_goal(school)
    reach(school)
    assert [ben(school, today).current for today in (TODAY, FRIDAY, SATURDAY)] == [True, True, False]


def test_the_log_tells_what_when_and_who(school):
    goal = unit_goal(school, learners=[school.ben.pk, school.cho.pk])
    actions.change_due(actor=school.ada, goal=goal, learners=None, due=LATER, at=MONDAY + HOUR)
    actions.change_target(actor=school.ada, goal=goal, target=90, at=MONDAY + 2 * HOUR)
    actions.unassign(actor=school.ada, goal=goal, learners=[school.ben.pk], at=MONDAY + 3 * HOUR)
    actions.remove(actor=school.ada, goal=goal, at=MONDAY + 4 * HOUR)
    actions.bring_back(actor=school.ada, goal=goal, at=MONDAY + 5 * HOUR)
    log = queries.change_log(goal)
    assert [row.sentence for row in log] == [
        "Brought the goal back.",
        "Removed the goal.",
        "Took it from Ben.",
        "Changed the target from 80 % to 90 %.",
        "Moved the due date of Ben and Cho from 5 March 2027 to 8 May 2027.",
        "Gave it to Ben and Cho, due 5 March 2027.",
        "Set the goal: 80 %, due 5 March 2027.",
    ]
    assert {row.by for row in log} == {"Ms Ada"}
    assert log[0].at == MONDAY + 5 * HOUR


def test_what_changes_nothing_is_not_in_the_log(school):
    goal = unit_goal(school)
    before = len(queries.change_log(goal))
    actions.change_due(actor=school.ada, goal=goal, learners=None, due=FRIDAY, at=MONDAY)
    actions.change_target(actor=school.ada, goal=goal, target=80, at=MONDAY)
    actions.add_learners(actor=school.ada, goal=goal, learners=None, at=MONDAY)
    actions.bring_back(actor=school.ada, goal=goal, at=MONDAY)
    assert len(queries.change_log(goal)) == before


def test_a_finish_without_goals_still_to_reach_costs_one_query(school, django_assert_num_queries):
    unit_goal(school)
    reach(school)
    with django_assert_num_queries(1):
        note_achievements(LevelsChanged(school.school.pk, school.ben.pk, ("tiny",), MONDAY))
