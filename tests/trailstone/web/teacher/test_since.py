"""What a teacher reads on the dashboard of the time since the last visit."""

from datetime import timedelta
from random import Random

import pytest
import time_machine
from django.urls import reverse

from tests.trailstone.cast import MONDAY
from tests.trailstone.practising import finish_exercise
from trailstone.people.models import Teaching
from trailstone.progress import corrections
from trailstone.reports.since import since_last_visit

LATER = MONDAY + timedelta(hours=3)


@pytest.fixture
def here(ada):
    """``here(at)``: Ms Ada's browser says that the dashboard is open."""

    def look(at=MONDAY):
        with time_machine.travel(at, tick=False):
            return ada.post(reverse("dashboard"), {"here": "yes"}, headers={"hx-request": "true"})

    return look


def facts(school, at=LATER):
    found = since_last_visit(school.ada, [school.room], at)
    return found and (found.worked, found.to_proficient, found.reached)


def test_before_the_first_visit_there_is_nothing_to_tell(ada, school):
    assert facts(school) is None
    assert "Since you were here" not in ada.get(reverse("dashboard")).text


def test_three_facts_of_what_happened_since(school, alg1, here):
    assert here().status_code == 204
    skill = alg1.units[0].skills[0]
    finish_exercise(school.ben, alg1, skill, [True] * 4, Random(1), at=MONDAY + timedelta(hours=1))
    finish_exercise(school.cho, alg1, skill, [False] * 4, Random(2), at=MONDAY + timedelta(hours=1))
    finish_exercise(school.eli, alg1, skill, [True] * 4, Random(3), at=MONDAY + timedelta(hours=1))
    assert facts(school) == (2, 1, 0)


def test_what_was_before_the_visit_is_not_told_again(school, alg1, here):
    finish_exercise(school.ben, alg1, alg1.units[0].skills[0], [True] * 4, Random(1), at=MONDAY - timedelta(hours=1))
    here()
    assert facts(school) == (0, 0, 0)


def test_within_one_visit_the_facts_stay(school, alg1, here):
    here()
    finish_exercise(school.ben, alg1, alg1.units[0].skills[0], [True] * 4, Random(1), at=MONDAY + timedelta(hours=1))
    for minutes in (0, 10, 20, 35):
        here(LATER + timedelta(minutes=minutes))
    assert facts(school, LATER + timedelta(minutes=36)) == (1, 1, 0)


def test_looking_does_not_write_and_seen_puts_the_facts_away(ada, school, alg1, here):
    here()
    finish_exercise(school.ben, alg1, alg1.units[0].skills[0], [True] * 4, Random(1), at=MONDAY + timedelta(hours=1))
    before = list(Teaching.objects.values())
    with time_machine.travel(LATER, tick=False):
        assert "1</span> learner worked" in ada.get(reverse("dashboard")).text
        assert list(Teaching.objects.values()) == before
        ada.post(reverse("dashboard"))
        assert "Nobody has worked since then." in ada.get(reverse("dashboard")).text


def test_a_level_that_a_teacher_set_is_no_news(school, here):
    here()
    skill = school.tiny.units[0].skills[0]
    about = {"actor": school.ada, "classroom": school.room, "learner_id": school.ben.pk, "reason": "On paper."}
    corrections.set_level(**about, skill_id=skill.id, level=3, at=MONDAY + timedelta(hours=1))
    assert facts(school) == (0, 0, 0)


def test_the_facts_cost_the_same_for_any_number_of_classes(school, here, django_assert_max_num_queries):
    here()
    with django_assert_max_num_queries(5):
        since_last_visit(school.ada, [school.room, school.other], LATER)
