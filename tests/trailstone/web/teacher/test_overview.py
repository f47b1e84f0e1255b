"""The week of a class: facts, who needs a look, goals; and the same on the dashboard and on a learner's page."""

from datetime import timedelta
from random import Random

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from tests.trailstone.assignments.conftest import Desk
from tests.trailstone.cast import FRIDAY, MONDAY, TODAY, set_levels, set_unit
from tests.trailstone.practising import finish_exercise
from trailstone.goals import actions as goals
from trailstone.goals.models import Aim
from trailstone.people import actions as people
from trailstone.progress import corrections
from trailstone.reports.looks import Kind
from trailstone.reports.overview import on_track, weeks
from trailstone.reports.queries import progress

HARD = "alg1/equations/solve-multi-step-equations"


@pytest.fixture
def overview(school):
    return reverse("class-overview", args=[school.room.pk])


def week_of(school):
    return weeks([school.room], MONDAY)[school.room.pk]


def looks(school, kind):
    week = week_of(school)
    return [[week.names[who] for who in look.learners] for look in week.looks if look.kind is kind]


def practise(learner, course, marks, at=MONDAY, slug=HARD):
    return finish_exercise(learner, course, course.skill_by_slug(slug), marks, Random(3), at=at)


def test_who_worked_in_the_last_seven_days_is_active(school, alg1):
    practise(school.ben, alg1, [True] * 4, at=MONDAY - timedelta(days=6))
    practise(school.cho, alg1, [True] * 4, at=MONDAY - timedelta(days=7))
    week = week_of(school)
    assert (week.learners, week.active) == (3, 1)
    assert week.last_active == TODAY - timedelta(days=6)
    assert looks(school, Kind.AWAY) == [["Cho", "Dina"]]


def test_who_has_just_joined_is_not_away(school):
    people.add_learners(actor=school.ada, classroom=school.room, pasted="Fay Obi", at=MONDAY)
    assert looks(school, Kind.AWAY) == [["Ben", "Cho", "Dina"]]


def test_a_rise_by_two_levels_is_two_stones(school):
    set_unit(school.ben, "tiny/one", 2, 1, 0)
    assert week_of(school).stones == 3


def test_three_missed_questions_on_a_skill_are_stuck(school, alg1):
    practise(school.ben, alg1, [False, False, False, True])
    practise(school.cho, alg1, [False, False, True, True])
    assert looks(school, Kind.STUCK) == [["Ben"]]


def test_who_got_through_in_the_end_is_not_stuck(school, alg1):
    practise(school.ben, alg1, [False, False, False, True])
    practise(school.ben, alg1, [True] * 4, at=MONDAY + timedelta(hours=1))
    assert looks(school, Kind.STUCK) == []


def test_lower_than_a_week_ago_is_a_drop_and_up_again_is_none(school):
    set_levels(school.ben, {"tiny/one/s1": 3}, MONDAY - timedelta(days=20))
    set_levels(school.ben, {"tiny/one/s1": 2}, MONDAY - timedelta(days=2))
    assert looks(school, Kind.DROPPED) == [["Ben"]]
    set_levels(school.ben, {"tiny/one/s1": 3}, MONDAY - timedelta(days=1))
    assert looks(school, Kind.DROPPED) == []


def _goal(school, due=FRIDAY, at=MONDAY, learners=None):
    goals.set_unit_goals(
        actor=school.ada, classroom=school.room, unit_ids=["tiny/one"], learners=learners, due=due, target=80, at=at
    )  # fmt: skip


def test_past_the_due_date_is_late_and_names_the_goal(school, ada, overview):
    set_unit(school.cho, "tiny/one", 4, 4, 4, at=MONDAY - timedelta(days=10))
    _goal(school, due=TODAY - timedelta(days=1), at=MONDAY - timedelta(days=14))
    assert looks(school, Kind.LATE) == [["Ben", "Dina"]]
    assert "past the due date of <strong>Unit one</strong>" in ada.get(overview).text


@pytest.mark.parametrize(
    ("percent", "days", "expected"), [(0, 0, True), (39, 7, False), (40, 7, True), (79, 14, False)]
)
def test_on_track_is_an_even_pace_to_the_due_date(percent, days, expected):
    began, due = TODAY, TODAY + timedelta(days=14)
    today = TODAY + timedelta(days=days)
    assert on_track(percent=percent, target=80, began=began, due=due, today=today) is expected


def test_a_reached_goal_is_on_track_for_ever(school):
    set_unit(school.cho, "tiny/one", 4, 4, 4, at=MONDAY - timedelta(days=10))
    _goal(school, due=TODAY - timedelta(days=1), at=MONDAY - timedelta(days=14))
    assert (week_of(school).on_track, week_of(school).shares) == (1, 3)


def test_the_overviews_goals_are_those_of_the_progress_report(school):
    set_unit(school.cho, "tiny/one", 4, 4, 4, at=MONDAY - timedelta(days=10))
    _goal(school, due=FRIDAY + timedelta(days=3), learners=[school.ben.pk, school.cho.pk])
    about = {"actor": school.ada, "classroom": school.room, "due": FRIDAY, "at": MONDAY}
    goals.place(**about, course_id="tiny", learners=None)
    goals.set_unit_goals(**about, unit_ids=["tiny/two"], learners=[school.dina.pk], target=60)
    Aim.objects.filter(learner=school.dina, goal__unit="tiny/two").update(unassigned_at=MONDAY)
    assert [
        (one.goal_id, one.kind, one.title, one.target, one.learners, one.achieved, one.median, one.due_last)
        for one in week_of(school).goals
    ] == [
        (one.goal_id, one.kind, one.title, one.target, one.learners, one.achieved, one.median, one.due_last)
        for one in progress(school.room, TODAY)
    ]
    assert len(week_of(school).goals) == 3


def test_dashboard_and_overview_tell_the_same_numbers(school, alg1, ada, overview):
    practise(school.ben, alg1, [True] * 4)
    _goal(school)
    assert "1 of 3" in ada.get(reverse("dashboard")).text
    page = ada.get(overview).text
    assert '<span class="n">1</span><p>of 3 learners were active' in page
    assert "of 3 goals on track" in page


def test_work_of_one_class_shows_in_no_other(school, alg1, as_):
    practise(school.ben, alg1, [False] * 4)
    page = as_(school.lund).get(reverse("dashboard")).text
    assert "0 of 1" in page
    assert "Ben" not in page


def test_a_class_without_anything_says_what_to_do_first(ada, school):
    room = people.open_class(actor=school.ada, name="New", at=MONDAY)
    page = ada.get(reverse("class-overview", args=[room.pk])).text
    assert "Add the course you teach" in page
    assert "Add learners" in page


def test_a_reached_goal_is_news_until_it_was_seen(ada, school):
    _goal(school)
    set_unit(school.ben, "tiny/one", 4, 4, 4)
    assert "reached 80% of Unit one in 8B" in ada.get(reverse("dashboard")).text
    assert "reached 80% of Unit one in 8B" in ada.get(reverse("dashboard")).text  # looking is not having seen
    ada.post(reverse("dashboard"))
    assert "reached 80%" not in ada.get(reverse("dashboard")).text


def test_a_learners_page_tells_the_goal_the_levels_and_what_was_tried(ada, school, alg1):
    _goal(school)
    set_unit(school.ben, "tiny/one", 4, 2, 0)
    practise(school.ben, alg1, [True] * 4)
    page = ada.get(reverse("learner-detail", args=[school.room.pk, school.ben.pk])).text
    assert "50%, the goal is 80% · 150 of 300 points" in page
    assert "Skill one 1: Mastered" in page
    assert "4 of 4 right" in page
    assert "Not started, now Proficient" in page
    assert reverse("answers", args=[school.room.pk, school.ben.pk, alg1.skill_by_slug(HARD).id]) in page


def test_misses_of_a_pardoned_attempt_make_nobody_stuck(school, alg1):
    sitting = practise(school.ben, alg1, [False, False, False, True])
    assert looks(school, Kind.STUCK) == [["Ben"]]
    about = {"actor": school.ada, "classroom": school.room, "learner_id": school.ben.pk, "reason": "Fire alarm."}
    corrections.pardon(**about, attempt_id=sitting.id, at=MONDAY + timedelta(hours=1))
    assert looks(school, Kind.STUCK) == []


def test_a_level_that_a_teacher_set_is_no_stone_and_no_drop(school):
    set_unit(school.ben, "tiny/one", 4, 0, 0, at=MONDAY - timedelta(days=20))
    about = {"actor": school.ada, "classroom": school.room, "learner_id": school.ben.pk, "reason": "On paper."}
    down, up = (skill.id for skill in school.tiny.units[0].skills[:2])
    corrections.set_level(**about, skill_id=down, level=1, at=MONDAY)
    corrections.set_level(**about, skill_id=up, level=4, at=MONDAY)
    assert week_of(school).stones == 0
    assert looks(school, Kind.DROPPED) == []


def test_what_was_not_done_in_time_is_worth_a_look_with_its_report_one_click_away(school, alg1, ada, overview):
    desk = Desk(school)
    given = desk.assign(who=[school.ben, school.cho], due=MONDAY + timedelta(hours=1), title="Warm-up")
    later = MONDAY + timedelta(hours=2)
    finish_exercise(school.ben, alg1, desk.skill, [True] * 4, Random(3), at=MONDAY + timedelta(minutes=5))
    found = [look for look in weeks([school.room], later)[school.room.pk].looks if look.kind is Kind.MISSING]
    assert [(look.title, look.learners) for look in found] == [("Warm-up", (school.cho.pk,))]
    with time_machine.travel(later, tick=False):
        page = ada.get(overview).text
    assert reverse("assignment-report", args=[school.room.pk, given.pk]) in page


def test_a_goal_behind_an_even_pace_with_two_weeks_to_go_is_in_danger(school):
    _goal(school, due=TODAY + timedelta(days=14), at=MONDAY - timedelta(days=14))
    set_unit(school.ben, "tiny/one", 3, 3, 0)
    assert looks(school, Kind.DANGER) == [["Cho", "Dina"]]


def test_a_goal_that_is_far_away_is_in_no_danger_yet(school):
    _goal(school, due=TODAY + timedelta(days=15), at=MONDAY - timedelta(days=14))
    assert looks(school, Kind.DANGER) == []


def test_each_row_that_needs_a_look_names_people_and_one_action(ada, school, overview):
    _goal(school, due=TODAY + timedelta(days=3), at=MONDAY - timedelta(days=30))
    page = ada.get(overview).text
    before, after = page.split("behind an even pace")
    row = before.rpartition("<li>")[2] + after.partition("</li>")[0]
    assert row.count('class="btn') == 1
    assert all(name in row for name in ("Ben", "Cho", "Dina"))


def test_the_clocks_of_a_page_end_with_it(school, ada, overview):
    page = ada.get(overview)
    assert page.context["room"].school.time_zone == "Africa/Nairobi"
    assert timezone.get_current_timezone_name() == "UTC"  # the next page of this thread may be another school's
