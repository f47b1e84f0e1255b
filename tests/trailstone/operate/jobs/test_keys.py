"""H15: the key of a step is kept as long as the step itself; no night's work takes it away."""

from datetime import timedelta

import pytest

from tests.trailstone.cast import MONDAY
from tests.trailstone.practising import finish_exercise, send
from trailstone.operate.backup.telling import quiet
from trailstone.operate.jobs.work import journal, levels, retention
from trailstone.practice.errors import Conflict
from trailstone.practice.models import Answer


@pytest.mark.parametrize("days", [8, 400])
def test_an_answer_sent_again_after_days_and_nights_counts_once_and_another_one_under_its_key_is_refused(
    school, rng, settings, tmp_path, days
):
    settings.DATA, later = tmp_path, MONDAY + timedelta(days=days)
    sitting = finish_exercise(school.ben, school.alg1, school.alg1.units[1].skills[0], [True] * 4, rng)
    last, before = sitting.places[-1].steps[-1], Answer.objects.count()
    for night in (retention, levels, journal):
        night.work(later, quiet)
    again = send(school.ben, sitting.id, 3, last.response, key=last.client_key, at=later)
    assert (again.sitting.state, Answer.objects.count()) == ("finished", before)
    with pytest.raises(Conflict):
        send(school.ben, sitting.id, 3, {"value": "something else"}, key=last.client_key, at=later)
