"""Strengths and gaps after a unit test, for a learner and the class, and what changed when it is taken again."""

from datetime import timedelta
from random import Random
from uuid import uuid4

from django.urls import reverse

from tests.trailstone.cast import MONDAY
from tests.trailstone.practising import give
from tests.trailstone.web.teacher.test_activity import as_rows, text
from trailstone.practice import actions, queries, start
from trailstone.reports.strengths import checked, taken_by

UNIT = "alg1/equations"
DAY = timedelta(days=1)
THING = ("unit-test", f"unit:{UNIT}")


def take(school, learner, marks, at=MONDAY, seed=1):
    unit = school.alg1.by_unit[UNIT]
    attempt = start.start_unit_test(learner=learner, course=school.alg1, unit=unit, at=at, rng=Random(seed))
    for place, mark in enumerate(marks):
        if mark:
            give(learner, attempt, [True], at=at)
        else:
            actions.skip(learner=learner, attempt_id=attempt, position=place, client_key=uuid4(), at=at)
    return queries.sitting(learner, attempt)


def of(school, *people, upto=None):
    return checked(school.school.pk, [(one.pk, one.name) for one in people], school.alg1, THING, upto)


def test_a_skill_nobody_missed_is_a_strength_and_the_others_are_gaps(school):
    sitting = take(school, school.ben, [True, False, *[True] * 8])
    take(school, school.cho, [True] * 10)
    found = of(school, school.ben, school.cho, school.dina)
    (unit,) = found.units
    assert (found.taken, found.again, unit.result.right, unit.result.asked) == (2, 0, 19, 20)
    (gap,) = unit.gaps
    assert gap.skill.id == sitting.questions[1].skill_id
    assert [name for _, name in gap.missed] == ["Ben"]
    assert len(unit.strengths) == len(unit.skills) - 1


def test_taken_again_the_latest_counts_beside_the_one_before(school):
    take(school, school.ben, [False] * 10, at=MONDAY - 2 * DAY)
    take(school, school.ben, [True] * 5 + [False] * 5, at=MONDAY - DAY, seed=2)
    take(school, school.ben, [True] * 9 + [False], at=MONDAY, seed=3)
    whole = of(school, school.ben).whole
    assert (whole.percent, whole.before, whole.change) == (90, 50, 40)
    assert of(school, school.ben, upto=MONDAY - DAY / 2).whole.percent == 50
    assert of(school, school.ben, upto=MONDAY - DAY * 1.5).whole.before is None


def test_what_was_taken_by_most_comes_first_and_left_ones_do_not_count(school):
    take(school, school.ben, [True] * 10)
    take(school, school.cho, [True] * 3)
    people = [(one.pk, one.name) for one in (school.ben, school.cho)]
    assert taken_by(school.school.pk, people, [school.alg1]) == (("unit-test", "alg1", THING[1], 1),)


def test_the_class_takes_two_queries(school, django_assert_num_queries):
    take(school, school.ben, [True] * 10)
    with django_assert_num_queries(2):
        of(school, school.ben, school.cho, school.dina)


def test_the_page_gives_the_gaps_to_those_who_have_them(school, client):
    take(school, school.ben, [True, False, *[True] * 8])
    client.force_login(school.ada)
    address = reverse("checks", args=[school.room.pk])
    page = client.get(address)
    (line,) = page.context["lines"]
    assert str(school.ben.pk) in line.assign
    assert str(school.cho.pk) not in line.assign
    assert client.get(line.assign).status_code == 200
    head, *rows = as_rows(client.get(address, {"format": "xlsx"}))
    assert [row[head.index("Missed by")] for row in rows].count("Ben") == 1
    assert client.get(address, {"thing": "quiz|alg1|nothing"}).status_code == 404


def test_a_class_without_a_test_says_what_to_do(school, client):
    client.force_login(school.ada)
    assert "No test or challenge is finished yet" in text(client.get(reverse("checks", args=[school.room.pk])))


def test_the_learner_sees_strengths_and_gaps_with_the_time_before(school, client):
    take(school, school.ben, [False] * 10, at=MONDAY - DAY)
    sitting = take(school, school.ben, [True] * 5 + [False] * 5, seed=2)
    client.force_login(school.ben)
    shown = text(client.get(reverse("results", args=[sitting.id])))
    assert "Strengths and gaps" in shown
    assert "50% right at the first try; 0% the time before." in shown
