from datetime import timedelta
from random import Random
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from tests.trailstone.cast import MONDAY
from tests.trailstone.practising import finish_exercise
from trailstone.operate.demo import answering
from trailstone.practice import actions, queries, start
from trailstone.practice.models import Answer
from trailstone.reports.items import Item, items

pytestmark = pytest.mark.django_db


def item(tries, share):
    return Item(1, "Skill", "a/b/c", 1, tries, share, 10.0, 0.0, ())


@pytest.mark.parametrize(
    ("tries", "share", "flag"),
    [(49, 0.0, ""), (50, 0.24, "hard"), (50, 0.25, ""), (50, 0.95, ""), (50, 0.96, "easy"), (49, 1.0, "")],
)
def test_a_question_is_flagged_outside_a_quarter_and_ninety_five_hundredths_after_fifty_tries(tries, share, flag):
    assert item(tries, share).flag == flag


def test_only_the_first_answer_to_a_question_counts(school, rng):
    skill = school.alg1.units[1].skills[0]
    finish_exercise(school.ben, school.alg1, skill, [True, False, False, True], rng)
    (found,) = items(1, school.alg1, school.alg1.units[1].id)
    assert (found.skill_id, found.version, found.tries, found.percent) == (skill.id, 1, 4, 50)
    assert Answer.objects.count() == 6


def test_a_named_mistake_has_its_share_of_the_wrong_first_answers(school):
    skill = school.alg1.units[1].skills[0]
    rng = Random(4)
    attempt = start.start_exercise(learner=school.cho, course=school.alg1, skill=skill, at=MONDAY, rng=rng)
    place = queries.sitting(school.cho, attempt).current
    wrong = answering.wrong(place.question, rng)
    said = actions.answer(
        learner=school.cho, attempt_id=attempt, position=0, response=wrong, client_key=uuid4(), at=MONDAY
    )
    (found,) = items(1, school.alg1, school.alg1.units[1].id)
    assert found.slips == ((said.verdict.misconception, 1.0),)
    assert found.told


def test_whoever_leaves_the_screen_counts_five_minutes_at_most(school, rng):
    skill = school.alg1.units[1].skills[0]
    attempt = start.start_exercise(learner=school.ben, course=school.alg1, skill=skill, at=MONDAY, rng=rng)
    later = MONDAY + timedelta(hours=3)
    actions.skip(learner=school.ben, attempt_id=attempt, position=0, client_key=uuid4(), at=later)
    (found,) = items(1, school.alg1)
    assert found.seconds == 300


def test_another_school_counts_for_itself(school, rng):
    finish_exercise(school.ben, school.alg1, school.alg1.units[1].skills[0], [True] * 4, rng)
    assert items(2, school.alg1) == ()


def test_three_queries_for_a_whole_course(school, rng, django_assert_num_queries):
    for skill in school.alg1.units[1].skills[:3]:
        finish_exercise(school.ben, school.alg1, skill, [True, False, True, True], rng)
    with django_assert_num_queries(3):
        assert len(items(1, school.alg1)) == 3


def test_the_owner_sees_a_unit_and_its_numbers_as_a_file(school, rng):
    skill = school.alg1.units[1].skills[0]
    finish_exercise(school.ben, school.alg1, skill, [True, False, True, True], rng)
    ada = Client()
    ada.force_login(school.ada)
    address = reverse("question-health") + f"?course=alg1&unit={school.alg1.units[1].id}"
    page = ada.get(address).content.decode()
    assert skill.name in page
    assert "75%" in page
    file = ada.get(address + "&format=csv").content.decode()
    assert f"{skill.name},{skill.slug},1,4,75," in file


def test_a_teacher_who_does_not_own_the_site_does_not_see_it(school):
    lund = Client()
    lund.force_login(school.lund)
    assert lund.get(reverse("question-health")).status_code == 404
