"""The whole way after a broken disk: last night's backup, then the journal of the day."""

from datetime import timedelta

from django.core.management import call_command

from tests.trailstone.operate.backup.conftest import NOON
from tests.trailstone.practising import finish_exercise, give
from trailstone.operate.backup.asked import present_store
from trailstone.operate.backup.making import make
from trailstone.operate.backup.telling import quiet
from trailstone.operate.journal.follow import Follower
from trailstone.people.models import User
from trailstone.practice import queries, start
from trailstone.practice.models import Answer, Attempt
from trailstone.progress.models import CourseProgress
from trailstone.progress.replay import differences

TUESDAY = NOON + timedelta(days=4)


def school_as_it_is():
    answers = Answer.objects.values_list("client_key", "position", "number", "response", "mark", "at")
    attempts = Attempt.objects.values_list("id", "state", "started_at", "finished_at", "right", "asked")
    levels = [(learner, bytes(row)) for learner, row in CourseProgress.objects.values_list("learner_id", "levels")]
    return sorted(map(str, answers)), sorted(map(str, attempts)), sorted(map(str, levels))


def test_a_backup_of_last_night_and_the_journal_of_today_are_the_school_of_now(
    worked, data, port, aside, tmp_path, rng, capsys
):
    made = make(present_store(), tmp_path / "out", data=data, passphrase="", at=NOON, told=quiet)
    first, second = worked.alg1.units[2].skills[:2]
    finish_exercise(worked.ben, worked.alg1, first, [True, True, True, True], rng, at=TUESDAY)
    half = start.start_exercise(learner=worked.dina, course=worked.alg1, skill=second, at=TUESDAY, rng=rng)
    give(worked.dina, half, [True, False], at=TUESDAY)
    Follower(tmp_path / "stick", data).look(TUESDAY + timedelta(minutes=5))
    before = school_as_it_is()
    Answer.objects.all().delete()

    call_command("restore", str(made.file))
    assert school_as_it_is() != before
    call_command("replay-journal", str(tmp_path / "stick"), "--write")
    assert school_as_it_is() == before
    assert queries.sitting(worked.dina, half).current.position == 2  # she goes on where she was
    assert [one for who in User.objects.filter(role="learner") for one in differences(who)] == []
