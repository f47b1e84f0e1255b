from datetime import date, timedelta
from math import floor
from random import Random
from statistics import median

import pytest

from tests.trailstone.cast import MONDAY, began, class_of, join, person, set_unit
from tests.trailstone.practising import finish_exercise
from trailstone.content.catalogue import courses
from trailstone.goals.models import ClassCourse
from trailstone.people.models import Role, School
from trailstone.progress.models import CourseProgress, WeekOfWork
from trailstone.reports import queries, schools
from trailstone.reports.schools import totals

P, M, F, A = 3, 4, 2, 1
WEEK = date(2027, 3, 1)


def one_more_school(number, *levels):
    """A school with a class of one learner, who has these levels in the first unit of the tiny course."""
    school = School.objects.create(pk=number, name=f"School {number}", time_zone="UTC", created_at=began())
    room = class_of(person(school, f"Teacher {number}", Role.TEACHER), "7A", f"CODE{number}")
    ClassCourse.objects.create(classroom=room, course_id="tiny")
    set_unit(join(room, person(school, f"Learner {number}")), "tiny/one", *levels)
    return school


def work(school, learner, minutes, risen=0):
    WeekOfWork.objects.create(
        school=school, learner=learner, week=WEEK, seconds=60 * minutes, activities=1, to_proficient=risen
    )


def test_the_map_shows_what_each_classs_own_report_shows(school):
    set_unit(school.ben, "tiny/one", M, P, F)
    set_unit(school.cho, "tiny/one", F, F, F)
    set_unit(school.eli, "tiny/two", M, M)
    found = schools.school_map(school.school, school.tiny)
    assert [row.name for row in found.rows] == ["8B", "9C"]
    for row, room in zip(found.rows, (school.room, school.other), strict=True):
        whole, *units = queries.mastery(room, school.tiny).columns
        assert row.course == whole
        assert [(one.median, one.mean) for one in row.units] == [(one.median, one.mean) for one in units]


def test_the_map_puts_everybody_together_once(school):
    set_unit(school.ben, "tiny/one", M, M, M)
    join(school.other, school.ben)
    found = schools.school_map(school.school, school.tiny)
    assert (found.learners, [row.learners for row in found.rows]) == (4, [3, 2])
    assert found.all_units[0].counts == (9, 0, 0, 0, 3)


def test_archived_classes_and_other_courses_are_not_on_the_map(school):
    school.other.archived_at = MONDAY
    school.other.save()
    ClassCourse.objects.filter(classroom=school.room, course_id="alg1").delete()
    assert [row.name for row in schools.school_map(school.school, school.tiny).rows] == ["8B"]
    assert schools.school_map(school.school, school.alg1).rows == ()
    assert [course.id for course in schools.courses_taught(school.school)] == ["tiny"]


def test_another_school_is_not_on_the_map(school):
    one_more_school(2, M, M, M)
    assert {row.name for row in schools.school_map(school.school, school.tiny).rows} == {"8B", "9C"}


def test_the_map_takes_three_queries_for_2_classes_and_for_12(school, django_assert_num_queries):
    courses()
    for wanted in (2, 12):
        while len(schools.school_map(school.school, school.tiny).rows) < wanted:
            number = school.school.classes.count()
            room = class_of(school.ada, f"Class {number}", f"CODE{number}")
            ClassCourse.objects.create(classroom=room, course_id="tiny")
            set_unit(join(room, person(school.school, f"Learner {number}")), "tiny/one", P)
        with django_assert_num_queries(3):
            schools.school_map(school.school, school.tiny)


def test_totals_count_learners_and_how_they_stand(school):
    set_unit(school.ben, "tiny/one", M, M, M)
    set_unit(school.ben, "tiny/two", M, M, M, M)
    set_unit(school.cho, "tiny/one", F, F, A)
    row = totals([school.school], school.tiny, WEEK).rows[0]
    assert (row.name, row.learners) == ("Hillside School", 4)
    assert (row.course.begun, row.course.median, row.course.mean, row.course.reached) == (2, 57, 57, 1)
    assert row.course.counts == (4, 1, 2, 0, 7)


@pytest.mark.parametrize("size", [1, 2, 3, 8, 25])
def test_the_middle_of_a_school_is_the_middle_of_its_learners(school, size):
    rng = Random(size)
    percents = [rng.randrange(101) for _ in range(size)]
    for number, each in enumerate(percents):
        who = person(school.school, f"Learner {number}")
        CourseProgress.objects.create(
            school=school.school, learner=who, course_id="tiny", levels=b"", percent=each, updated_at=MONDAY
        )
    assert totals([school.school], school.tiny, WEEK).rows[0].course.median == floor(median(percents) + 0.5)


@pytest.mark.parametrize(("minutes", "band"), [(0, 0), (1, 1), (14, 1), (15, 2), (29, 2), (30, 3), (600, 3)])
def test_minutes_fall_into_the_four_bands(school, minutes, band):
    work(school.school, school.ben, minutes)
    found = totals([school.school], school.tiny, WEEK).rows[0].week
    assert found.bands == tuple((3 if place == 0 else 0) + (place == band) for place in range(4))


def test_who_did_nothing_is_in_the_first_band(school):
    found = totals([school.school], school.tiny, WEEK).rows[0].week
    assert (found.active, found.to_proficient, found.bands) == (0, 0, (4, 0, 0, 0))


def test_a_finished_exercise_shows_in_the_week_it_was_finished(school, rng):
    finish_exercise(school.ben, school.alg1, school.alg1.units[0].skills[0], [True] * 4, rng)
    assert totals([school.school], school.alg1, WEEK).rows[0].week.to_proficient == 1
    assert totals([school.school], school.alg1, WEEK - timedelta(days=7)).rows[0].week.to_proficient == 0


def test_schools_stand_side_by_side_and_together(school):
    lake = one_more_school(2, M, M, M)
    set_unit(school.ben, "tiny/one", F, F, F)
    work(lake, lake.people.get(role="learner"), 20, risen=3)
    found = totals([school.school, lake], school.tiny, WEEK)
    assert [(row.name, row.course.median) for row in found.rows] == [("Hillside School", 21), ("School 2", 43)]
    whole = found.together
    assert (whole.learners, whole.course.begun, whole.course.median, whole.week.to_proficient) == (5, 2, 32, 3)
    assert whole.week.bands == (4, 0, 1, 0)


def test_learners_who_were_put_out_are_not_counted(school):
    school.ben.is_active = False
    school.ben.save()
    assert totals([school.school], school.tiny, WEEK).rows[0].learners == 3


def test_a_school_without_a_course_has_totals_of_the_week_alone(school):
    work(school.school, school.ben, 31, risen=2)
    row = totals([school.school], None, WEEK).rows[0]
    assert (row.course.begun, row.course.median, row.week.to_proficient, row.week.bands[3]) == (0, None, 2, 1)


def test_totals_take_three_queries_for_1_school_and_for_6(school, django_assert_num_queries):
    more = [one_more_school(number, P, F) for number in range(2, 7)]
    courses()
    for some in ([school.school], [school.school, *more]):
        with django_assert_num_queries(3):
            assert len(totals(some, school.tiny, WEEK).rows) == len(some)
