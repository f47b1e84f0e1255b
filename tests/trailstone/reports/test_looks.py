"""The words of *Needs a look*: dropped, and not here."""

from datetime import timedelta
from random import Random
from uuid import uuid4

import pytest

from tests.trailstone.cast import MONDAY
from tests.trailstone.practising import give
from trailstone.practice import start
from trailstone.reports.looks import Changed, Kind, dropped
from trailstone.reports.overview import weeks

BEN = uuid4()


@pytest.mark.parametrize(
    ("changes", "is_lower"),
    [
        ([(4, 3, False)], True),
        ([(4, 3, False), (3, 4, False)], False),
        ([(4, 1, True)], False),  # a teacher set it
        ([(4, 3, False), (3, 4, True)], False),  # and here, up again
        ([(4, 3, False), (3, 1, True)], True),
        ([(4, 1, True), (1, 2, False)], False),
    ],
)
def test_dropped_is_lower_by_ones_own_work_and_still(changes, is_lower):
    found = dropped([Changed(BEN, 7, before, after, was_set) for before, after, was_set in changes], [BEN])
    assert [look.learners for look in found] == ([(BEN,)] if is_lower else [])


def test_who_works_on_at_what_was_begun_long_ago_is_here(school):
    long_ago, skill = MONDAY - timedelta(days=9), school.alg1.units[1].skills[0]
    attempts = {
        who: start.start_exercise(learner=who, course=school.alg1, skill=skill, at=long_ago, rng=Random(1))
        for who in (school.ben, school.cho)
    }
    give(school.ben, attempts[school.ben], [True], at=MONDAY - timedelta(days=1))
    week = weeks([school.room], MONDAY)[school.room.pk]
    (away,) = (look for look in week.looks if look.kind is Kind.AWAY)
    assert [week.names[who] for who in away.learners] == ["Cho", "Dina"]
    assert week.active == 1
