from datetime import date, timedelta

import pytest

import courses as packages
from tests.trailstone.cast import MONDAY, set_levels, set_unit
from tests.trailstone.practising import finish_exercise
from trailstone import events
from trailstone.content import actions as content
from trailstone.content.catalogue import CATALOGUE
from trailstone.content.models import Course, Placement, Unit
from trailstone.progress.models import CourseProgress, WeekOfWork

pytestmark = pytest.mark.django_db
COUNTS = ("attempted", "familiar", "proficient", "mastered")


def counts(learner, course):
    return CourseProgress.objects.values_list(*COUNTS).get(learner=learner, course_id=course.id)


def work(learner):
    weeks = WeekOfWork.objects.filter(learner=learner).order_by("week")
    return list(weeks.values_list("week", "seconds", "activities", "to_proficient"))


def test_a_row_holds_how_many_skills_are_on_each_level(school):
    set_unit(school.ben, "tiny/one", 4, 3, 2)
    set_unit(school.ben, "tiny/two", 1, 4, 4)
    assert counts(school.ben, school.tiny) == (1, 1, 1, 3)


def test_finishing_an_activity_keeps_the_counts(ben, alg1, rng):
    finish_exercise(ben, alg1, alg1.units[0].skills[0], [True] * 4, rng)
    finish_exercise(ben, alg1, alg1.units[0].skills[1], [True, False, False, True], rng)
    assert counts(ben, alg1) == (1, 0, 1, 0)


def test_skills_of_a_unit_without_mastery_are_not_counted(school):
    Unit.objects.filter(pk="tiny/two").update(mastery_on=False)
    CATALOGUE.forget()
    set_unit(school.ben, "tiny/one", 3)
    set_unit(school.ben, "tiny/two", 4, 4)
    assert counts(school.ben, school.tiny) == (0, 0, 1, 0)


def test_points_are_what_the_counts_are_worth(worked, alg1):
    row = CourseProgress.objects.get(learner=worked)
    assert row.points == 50 * row.familiar + 80 * row.proficient + 100 * row.mastered


def test_loading_a_course_that_changed_adds_up_its_rows_anew(school):
    set_unit(school.ben, "tiny/one", 4, 3, 2)
    set_unit(school.ben, "tiny/two", 4)
    Unit.objects.filter(pk="tiny/two").update(mastery_on=False)
    Course.objects.filter(pk="tiny").update(version="2")
    CATALOGUE.forget()
    events.publish(events.CourseChanged("tiny"))
    row = CourseProgress.objects.get(learner=school.ben, course_id="tiny")
    assert (row.points, row.percent, row.mastered) == (230, 77, 1)


def test_a_skill_that_comes_to_a_course_brings_its_level_along(school):
    """Its level is in the log: it was practised in another course."""
    shared = school.alg1.units[0].skills[0]
    set_levels(school.ben, {shared.slug: 3})
    set_unit(school.ben, "tiny/one", 4)
    place = {"lesson_id": "tiny/one/lesson", "position": 99, "slot": school.tiny.slots}
    Placement.objects.create(course_id="tiny", skill_id=shared.id, **place)
    Course.objects.filter(pk="tiny").update(version="2")
    CATALOGUE.forget()
    events.publish(events.CourseChanged("tiny"))
    assert counts(school.ben, school.tiny) == (0, 0, 1, 1)


def test_loading_the_built_in_course_says_that_it_changed(school):
    set_levels(school.ben, {school.alg1.units[0].skills[0].slug: 3})
    CourseProgress.objects.update(proficient=7)
    Course.objects.filter(pk="alg1").update(version="before")
    content.load_course(packages.course_map("alg1"))
    assert counts(school.ben, school.alg1) == (0, 0, 1, 0)


def test_a_finished_activity_is_added_to_its_week(ben, alg1, rng):
    finish_exercise(ben, alg1, alg1.units[0].skills[0], [True] * 4, rng)
    finish_exercise(ben, alg1, alg1.units[0].skills[1], [True] * 4, rng, at=MONDAY + timedelta(days=2))
    assert work(ben) == [(date(2027, 3, 1), 240, 2, 2)]  # twice three gaps of 20 s and a minute


def test_a_week_begins_on_the_monday_of_the_school(ben, alg1, rng):
    """Sunday at 22:00 in Greenwich is Monday in Nairobi."""
    skill = alg1.units[0].skills[0]
    finish_exercise(ben, alg1, skill, [True] * 4, rng, at=MONDAY.replace(hour=20) - timedelta(days=1))
    finish_exercise(ben, alg1, skill, [True] * 4, rng, at=MONDAY.replace(hour=22) - timedelta(days=1))
    assert [week for week, *_ in work(ben)] == [date(2027, 2, 22), date(2027, 3, 1)]


def test_a_fall_is_no_rise_to_proficient(ben, alg1, rng):
    skill = alg1.units[0].skills[0]
    finish_exercise(ben, alg1, skill, [True] * 4, rng)
    finish_exercise(ben, alg1, skill, [False] * 4, rng, at=MONDAY + timedelta(hours=1))
    assert [risen for *_, risen in work(ben)] == [1]
