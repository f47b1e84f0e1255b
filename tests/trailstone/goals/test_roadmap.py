"""The year laid out: faults, remarks, following a slip, saving it all and undoing that."""

from datetime import date, timedelta

import pytest

from tests.trailstone.cast import FRIDAY, MONDAY, TODAY, join, person, set_unit
from trailstone.goals import actions, queries, roadmap
from trailstone.goals.models import Goal, Holiday
from trailstone.goals.roadmap import Stage
from trailstone.goals.school_days import SchoolDays
from trailstone.people.errors import OutOfReach, Refused

CALENDAR = SchoolDays()
ONE, TWO = "tiny/one", "tiny/two"
LATER = MONDAY + timedelta(minutes=1)
NEXT_MONDAY, NEXT_FRIDAY = date(2027, 3, 8), date(2027, 3, 12)
YEAR = [Stage(ONE, "", TODAY, FRIDAY), Stage(TWO, "", NEXT_MONDAY, NEXT_FRIDAY)]


def lay_out(school, stages=None, **more):
    about = {"actor": school.ada, "classroom": school.room, "stages": YEAR if stages is None else stages, "at": MONDAY}
    return actions.lay_out(**about | more)


def undo(school, done, **more):
    about = {"actor": school.ada, "classroom": school.room, "plan": done.plan, "at": MONDAY}
    return actions.undo_layout(**about | more)


def dates():
    return {goal.unit_id: (goal.starts, goal.due) for goal in Goal.objects.filter(archived_at=None, unit__isnull=False)}


def words(*stages, course_due=None):
    return roadmap.remarks([Stage(name, name, a, b) for name, a, b in stages], CALENDAR, course_due)


# What is amiss


def test_units_that_follow_each_other_need_no_word():
    assert words(("A", TODAY, FRIDAY), ("B", NEXT_MONDAY, NEXT_FRIDAY)) == ()


def test_overlaps_and_gaps_are_said_in_school_days():
    assert words(("A", TODAY, NEXT_MONDAY), ("B", FRIDAY, NEXT_FRIDAY)) == ("A and B overlap by 2 school days.",)
    assert words(("A", TODAY, FRIDAY), ("B", NEXT_FRIDAY, NEXT_FRIDAY)) == (
        "Between A and B there is a gap of 4 school days.",
    )


def test_a_unit_before_its_forerunner_a_free_day_and_the_end_of_the_year_are_said():
    assert words(("A", NEXT_MONDAY, NEXT_FRIDAY), ("B", TODAY, FRIDAY)) == (
        "B starts before A, which comes first in the course.",
    )
    saturday = FRIDAY + timedelta(days=1)
    assert words(("A", TODAY, saturday)) == ("A is due on 6 March 2027, a day without school (Saturday).",)
    assert words(("A", TODAY, FRIDAY), course_due=TODAY) == ("A is due after the course goal, 1 March 2027.",)
    assert words(("A", TODAY, FRIDAY), ("B", None, None)) == ("B has no dates yet.",)


@pytest.mark.parametrize(
    ("stage", "sentence"),
    [
        (Stage(ONE, "A", FRIDAY, None), "A has a start. Give it a due date, too."),
        (Stage(ONE, "A", FRIDAY, TODAY), "A starts after its due date 1 March 2027. Choose another day."),
        (
            Stage(ONE, "A", None, TODAY - timedelta(days=1)),
            "A is due on 28 February 2027, which is past. Choose another day.",
        ),
        (Stage(ONE, "A", None, date(2031, 1, 1)), "A is due more than 3 years ahead. Choose another day."),
        (Stage(ONE, "A", date(2025, 1, 1), FRIDAY), "A starts more than a year ago. Choose another day."),
        (Stage(ONE, "A", None, None), ""),
        (Stage(ONE, "A", None, FRIDAY), ""),
    ],
)
def test_a_stage_that_cannot_be_saved_says_why(stage, sentence):
    assert roadmap.faults([stage], {}, TODAY).get(ONE, "") == sentence


def test_what_is_saved_already_is_not_judged_again():
    old = Stage(ONE, "A", None, TODAY - timedelta(days=30))
    assert roadmap.faults([old], {ONE: old}, TODAY) == {}


def test_the_rest_follows_a_slip_by_as_many_school_days():
    seen = {ONE: FRIDAY, TWO: NEXT_FRIDAY}
    slipped = [Stage(ONE, "A", TODAY, NEXT_MONDAY), Stage(TWO, "B", NEXT_MONDAY, NEXT_FRIDAY)]
    moved, by = roadmap.follow(slipped, seen, CALENDAR)
    assert by == 1
    assert (moved[1].starts, moved[1].due) == (date(2027, 3, 9), date(2027, 3, 15))
    assert roadmap.follow([*slipped[:1], Stage(TWO, "B", None, None)], seen, CALENDAR)[0][1].due is None
    assert roadmap.follow(moved, {ONE: NEXT_MONDAY, TWO: moved[1].due}, CALENDAR) == (moved, 0)


# Saving it all


def test_one_save_gives_every_unit_its_goal_and_dates(school):
    done = lay_out(school)
    assert done.made == ("Unit one", "Unit two")
    assert dates() == {ONE: (TODAY, FRIDAY), TWO: (NEXT_MONDAY, NEXT_FRIDAY)}
    assert school.ben.aims.count() == 2
    assert lay_out(school).sentences == ()


def test_a_second_save_moves_dates_but_not_those_a_learner_has_alone(school):
    lay_out(school)
    goal = Goal.objects.get(unit=ONE)
    actions.change_due(actor=school.ada, goal=goal, learners=[school.cho.pk], due=date(2027, 4, 1), at=MONDAY)
    done = lay_out(school, [Stage(ONE, "", TODAY, NEXT_MONDAY)])
    assert done.moved == ("Unit one",)
    assert school.ben.aims.get(goal=goal).due == NEXT_MONDAY
    assert school.cho.aims.get(goal=goal).due == date(2027, 4, 1)
    assert dates()[ONE] == (TODAY, NEXT_MONDAY)


def test_all_or_nothing(school):
    with pytest.raises(Refused, match="Unit two starts after its due date"):
        lay_out(school, [YEAR[0], Stage(TWO, "", NEXT_FRIDAY, FRIDAY)])
    assert dates() == {}
    with pytest.raises(Refused, match="in none of the courses"):
        lay_out(school, [YEAR[0], Stage("tiny/nine", "", TODAY, FRIDAY)])
    assert dates() == {}


def test_a_goal_is_not_removed_by_emptying_its_dates(school):
    lay_out(school)
    with pytest.raises(Refused, match="Unit one has a goal, so it needs a due date"):
        lay_out(school, [Stage(ONE, "", None, None)])


def test_undo_puts_back_goals_and_dates(school):
    first = lay_out(school, YEAR[:1])
    second = lay_out(school, [Stage(ONE, "", FRIDAY, NEXT_MONDAY), YEAR[1]], at=LATER)
    assert undo(school, second) == 2
    assert dates() == {ONE: (TODAY, FRIDAY)}
    assert school.ben.aims.get(goal__unit=ONE).due == FRIDAY
    assert undo(school, second) == 1  # the goal that was made is gone already; twice does no harm
    assert dates() == {ONE: (TODAY, FRIDAY)}
    undo(school, first)
    assert dates() == {}


def test_undo_leaves_what_was_changed_since(school):
    done = lay_out(school)
    lay_out(school, [Stage(ONE, "", FRIDAY, NEXT_MONDAY)], at=LATER)
    assert undo(school, done) == 1
    assert dates() == {ONE: (FRIDAY, NEXT_MONDAY)}


def test_only_the_class_s_own_teacher_lays_out_and_undoes(school):
    done = lay_out(school)
    for act in (lambda: lay_out(school, actor=school.lund), lambda: undo(school, done, actor=school.lund)):
        with pytest.raises(OutOfReach):
            act()
    with pytest.raises(Refused, match="nothing to undo"):
        undo(school, done, actor=school.lund, classroom=school.other)


def test_the_log_tells_it(school):
    lay_out(school)
    told = [row.sentence for row in queries.change_log(Goal.objects.get(unit=ONE))]
    assert "Laid it in the year: from 1 March 2027 to 5 March 2027." in told


def test_the_roadmap_has_a_lane_for_each_course_and_asks_no_more_for_more_learners(
    school, django_assert_max_num_queries
):
    lay_out(school)
    set_unit(school.ben, ONE, 3, 3, 3)
    for number in range(5):
        join(school.room, person(school.school, f"More {number}"))
    with django_assert_max_num_queries(6):
        lanes = queries.roadmap(school.room, TODAY)
    assert [lane.course.id for lane in lanes] == ["alg1", "tiny"]
    assert lanes[1].stages[0] == Stage(ONE, "Unit one", TODAY, FRIDAY)
    assert [line.achieved for line in lanes[1].goals[ONE].assigned] == [True, False, False]


# Holidays


def holiday(school, **more):
    about = {"actor": school.ada, "name": "Easter", "first": FRIDAY, "last": NEXT_MONDAY, "at": MONDAY}
    return actions.add_holiday(**about | more)


def test_a_holiday_is_entered_once_for_the_whole_school(school):
    assert holiday(school) == holiday(school, actor=school.lund)
    assert queries.school_days(school.school).count(TODAY, NEXT_FRIDAY) == 8
    assert [row.may_go for row in queries.holidays(school.lund)] == [False]


@pytest.mark.parametrize("wrong", [{"name": " "}, {"last": TODAY}, {"last": date(2029, 1, 1)}])
def test_a_holiday_that_cannot_be_is_refused(school, wrong):
    with pytest.raises(Refused):
        holiday(school, **wrong)
    with pytest.raises(OutOfReach):
        holiday(school, actor=school.ben)


def test_who_entered_it_or_leads_the_school_takes_it_out(school):
    found = holiday(school)
    with pytest.raises(Refused, match="Ms Ada entered Easter"):
        actions.remove_holiday(actor=school.lund, holiday_id=found.pk)
    assert actions.remove_holiday(actor=school.ada, holiday_id=found.pk).name == "Easter"
    assert actions.remove_holiday(actor=school.ada, holiday_id=found.pk) is None
    assert not Holiday.objects.exists()
    mr_lunds = holiday(school, actor=school.lund)
    assert actions.remove_holiday(actor=school.ada, holiday_id=mr_lunds.pk)
