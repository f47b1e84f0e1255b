from datetime import timedelta
from random import Random

import pytest

from tests.trailstone.practising import MONDAY, finish_exercise, give
from trailstone.practice import start


@pytest.fixture
def worked(ben, alg1, rng):
    """Ben after some weeks: exercises, a quiz, a unit test and a challenge, with marks drawn by chance."""
    chance = Random(11)
    for day, skill in enumerate(alg1.units[0].skills * 2):
        marks = [chance.random() < 0.75 for _ in range(4)]
        finish_exercise(ben, alg1, skill, marks, rng, at=MONDAY + timedelta(days=day))
    quiz = start.start_quiz(
        learner=ben,
        course=alg1,
        unit=alg1.units[0],
        quiz=alg1.units[0].quizzes[0],
        at=MONDAY + timedelta(days=20),
        rng=rng,
    )
    give(ben, quiz, [chance.random() < 0.7 for _ in range(5)], at=MONDAY + timedelta(days=20))
    test = start.start_unit_test(learner=ben, course=alg1, unit=alg1.units[0], at=MONDAY + timedelta(days=21), rng=rng)
    give(ben, test, [chance.random() < 0.7 for _ in range(10)], at=MONDAY + timedelta(days=21))
    return ben
