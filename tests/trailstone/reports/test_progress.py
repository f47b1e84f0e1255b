from datetime import date, timedelta

from mastery.goals import GoalState
from tests.trailstone.cast import FRIDAY, MONDAY, TODAY, join, person, set_unit
from tests.trailstone.goals.test_setting import LATER, place, set_units
from trailstone.content.catalogue import courses
from trailstone.goals import actions
from trailstone.goals.models import Goal
from trailstone.people import actions as people
from trailstone.practice.models import Attempt
from trailstone.reports import queries
from trailstone.reports.arrange import PROGRESS, arranged

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
P, M, F = 3, 4, 2


def unit_report(school, today=TODAY):
    (found,) = queries.progress(school.room, today)
    return found


def by_name(report):
    return {row.name: row for row in report.rows}


def test_a_goal_shows_its_learners_median_and_how_many_achieved(school):
    set_units(school, "tiny/one")
    set_unit(school.ben, "tiny/one", P, P, P)
    set_unit(school.cho, "tiny/one", F, F, 0)
    report = unit_report(school)
    assert (report.title, report.kind, report.learners, report.median, report.achieved) == (
        "Unit one",
        "unit",
        3,
        33,
        1,
    )
    rows = by_name(report)
    assert (rows["Ben"].percent, rows["Ben"].points, rows["Ben"].possible) == (80, 240, 300)
    assert (rows["Ben"].state, rows["Ben"].achieved_on) == (GoalState.ACHIEVED, TODAY)
    assert (rows["Dina"].percent, rows["Dina"].state, rows["Dina"].achieved_on) == (0, GoalState.ACTIVE, None)


def test_the_median_of_two_is_their_mean_rounded_half_up(school):
    set_units(school, "tiny/two", learners=[school.ben.pk, school.cho.pk])
    set_unit(school.ben, "tiny/two", P, P, P, P)  # 80
    set_unit(school.cho, "tiny/two", P, P, P, M)  # 85
    assert unit_report(school).median == 83


def test_dates_that_differ_show_as_first_and_last(school):
    place(school)
    place(school, school.cho, due=LATER)
    report = unit_report(school)
    assert (report.due_first, report.due_last) == (FRIDAY, LATER)


def test_a_learner_the_goal_was_taken_from_is_listed_and_not_counted(school):
    set_units(school, "tiny/one")
    set_unit(school.ben, "tiny/one", M, M, M)
    actions.unassign(actor=school.ada, goal=Goal.objects.get(), learners=[school.ben.pk], at=MONDAY + HOUR)
    report = unit_report(school)
    assert (report.learners, report.median, report.achieved) == (2, 0, 0)
    assert by_name(report)["Ben"].state is GoalState.UNASSIGNED


def test_a_removed_learner_is_not_in_the_report(school):
    set_units(school, "tiny/one")
    people.remove_learner(actor=school.ada, classroom=school.room, learner=school.ben.pk, at=MONDAY)
    assert set(by_name(unit_report(school))) == {"Cho", "Dina"}


def test_a_goal_that_everybody_lost_has_no_median(school):
    set_units(school, "tiny/one")
    who = [school.ben.pk, school.cho.pk, school.dina.pk]
    actions.unassign(actor=school.ada, goal=Goal.objects.get(), learners=who, at=MONDAY)
    report = unit_report(school)
    assert (report.learners, report.median, report.due_first) == (0, None, FRIDAY)


def test_change_is_the_difference_to_the_end_of_the_day_a_week_ago(school):
    set_units(school, "tiny/one")
    set_unit(school.ben, "tiny/one", F, F, F, at=MONDAY)
    set_unit(school.ben, "tiny/one", P, P, P, at=MONDAY + DAY)
    set_unit(school.ben, "tiny/one", P, P, M, at=MONDAY + 2 * DAY)
    assert by_name(unit_report(school, TODAY + 6 * DAY))["Ben"].change == 87
    assert by_name(unit_report(school, TODAY + 7 * DAY))["Ben"].change == 37
    assert by_name(unit_report(school, TODAY + 8 * DAY))["Ben"].change == 7
    assert by_name(unit_report(school, TODAY + 9 * DAY))["Ben"].change == 0


def test_a_drop_is_a_negative_change(school):
    set_units(school, "tiny/one")
    set_unit(school.ben, "tiny/one", M, M, M, at=MONDAY - 20 * DAY)
    set_unit(school.ben, "tiny/one", P, M, M, at=MONDAY)
    assert by_name(unit_report(school))["Ben"].change == -7


def test_last_active_is_the_schools_day_of_the_last_work(school):
    set_units(school, "tiny/one")
    attempt = {"school": school.school, "learner": school.ben, "course_id": "tiny", "activity": "exercise"}
    late = MONDAY.replace(hour=22)  # Tuesday in Nairobi
    Attempt.objects.create(**attempt, subject="skill:1", policy="standard", started_at=MONDAY)
    Attempt.objects.create(
        **attempt, subject="skill:2", policy="standard", started_at=MONDAY, finished_at=late, state="finished"
    )
    rows = by_name(unit_report(school))
    assert (rows["Ben"].last_active, rows["Cho"].last_active) == (date(2027, 3, 2), None)


def test_course_goals_come_first_then_units_in_their_order(school):
    set_units(school, "tiny/two")
    set_units(school, "tiny/one")
    place(school)
    assert [report.title for report in queries.progress(school.room, TODAY)] == ["Tiny", "Unit one", "Unit two"]


def test_one_goal_can_be_opened_only_in_its_own_class(school):
    placed = place(school)
    assert queries.goal_report(school.room, placed.goal_id, TODAY).title == "Tiny"
    assert queries.goal_report(school.other, placed.goal_id, TODAY) is None


def test_an_empty_class_has_an_empty_report(school):
    assert queries.progress(school.room, TODAY) == ()


def test_rows_are_sorted_and_filtered_the_same_everywhere(school):
    set_units(school, "tiny/one")
    set_unit(school.cho, "tiny/one", P, P, P)
    rows = unit_report(school).rows
    assert [row.name for row in arranged(rows, PROGRESS, sort="percent", down=True)] == ["Cho", "Ben", "Dina"]
    assert [row.name for row in arranged(rows, PROGRESS, sort="achieved")] == ["Cho", "Ben", "Dina"]
    assert [row.name for row in arranged(rows, PROGRESS, sort="no such key")] == ["Ben", "Cho", "Dina"]
    assert [row.name for row in arranged(rows, PROGRESS, find=" DI ")] == ["Dina"]
    assert [row.name for row in arranged(rows, PROGRESS, state="achieved")] == ["Cho"]


def test_every_column_sorts(school):
    set_units(school, "tiny/one")
    rows = unit_report(school).rows
    for sort in PROGRESS:
        assert len(arranged(rows, PROGRESS, sort=sort, down=True)) == 3


def test_the_report_takes_as_many_queries_for_a_big_class_as_for_a_small_one(school, django_assert_num_queries):
    set_units(school, "tiny/one")
    courses()
    school.room.school  # noqa: B018 -- loaded with the class by every page
    with django_assert_num_queries(4):
        queries.progress(school.room, TODAY)
    for number in range(27):
        set_unit(join(school.room, person(school.school, f"Learner {number:02}")), "tiny/one", P, P)
    set_units(school, "tiny/one", "tiny/two")
    place(school)
    courses()
    with django_assert_num_queries(4):
        assert [report.learners for report in queries.progress(school.room, TODAY)] == [30, 30, 30]
