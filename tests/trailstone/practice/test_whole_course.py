"""From the first lesson of Algebra 1 to all of it mastered, by practice alone."""

from datetime import timedelta
from random import Random

import pytest

from tests.trailstone.cast import MONDAY
from tests.trailstone.practising import finish_exercise, give
from trailstone.practice import queries, start
from trailstone.progress.models import CourseProgress
from trailstone.progress.queries import levels_of
from trailstone.progress.replay import differences

PROFICIENT, MASTERED = 3, 4


def levels(learner, course):
    return set(levels_of(learner.school_id, [learner.pk], course)[learner.pk])


def unit_tests(learner, course, unit, rng, at):
    """Two tests ask each skill of a unit: those not tested last time come first."""
    for number in range(2):
        moment = at + timedelta(hours=number)
        attempt = start.start_unit_test(learner=learner, course=course, unit=unit, at=moment, rng=rng)
        give(learner, attempt, [True] * len(queries.sitting(learner, attempt).questions), at=moment)


@pytest.mark.crawl
def test_a_learner_can_go_from_the_first_lesson_to_a_hundred_percent_of_algebra_1(school):
    ben, course, rng = school.ben, school.alg1, Random(11)
    for day, unit in enumerate(course.units):
        for skill in unit.skills:
            finish_exercise(ben, course, skill, [True] * skill.questions, rng, at=MONDAY + timedelta(days=day))
    assert (len(course.units), len(course.skills), levels(ben, course)) == (17, 164, {PROFICIENT})
    for day, unit in enumerate(course.units, start=30):
        unit_tests(ben, course, unit, rng, MONDAY + timedelta(days=day))
    assert levels(ben, course) == {MASTERED}
    assert CourseProgress.objects.get(learner=ben, course_id="alg1").percent == 100
    assert list(differences(ben)) == []
