"""A teacher's corrections in the journal, and back from it."""

from datetime import timedelta

from tests.trailstone.cast import MONDAY
from tests.trailstone.operate.journal.test_journal import (  # noqa: F401 - fixtures
    LATER,
    data,
    folder,
    follower,
    lose,
    practise,
    replayed,
    rows,
)
from tests.trailstone.practising import finish_exercise
from trailstone.operate.journal.replay import missing
from trailstone.practice.models import Attempt
from trailstone.progress import corrections
from trailstone.progress.models import Correction
from trailstone.progress.replay import differences


def correct(school):
    """Ben's second exercise is pardoned, a level is set, another one is set and undone."""
    about = {"actor": school.ada, "classroom": school.room, "learner_id": school.ben.pk, "reason": "He was ill."}
    second = Attempt.objects.filter(learner=school.ben, state="finished").latest("finished_at")
    corrections.pardon(**about, attempt_id=second.id, at=MONDAY + timedelta(minutes=20))
    skills = school.alg1.units[1].skills
    corrections.set_level(**about, skill_id=skills[0].id, level=4, at=MONDAY + timedelta(minutes=21))
    made = corrections.set_level(**about, skill_id=skills[1].id, level=2, at=MONDAY + timedelta(minutes=22))
    corrections.undo(**about, correction_id=made.id, at=MONDAY + timedelta(minutes=23))


def logged():
    fields = ("id", "number", "follows", "does", "attempt_id", "skill_id", "level", "undoes", "by_id", "reason", "at")
    return sorted(map(repr, Correction.objects.values_list(*fields)))


def test_corrections_that_were_lost_since_the_backup_come_back_with_every_level(school, rng, follower, folder):  # noqa: F811
    practise(school, rng)
    correct(school)
    before, log = rows(), logged()
    follower.look(LATER)
    Correction.objects.all().delete()
    lose()
    assert len(replayed(folder).corrections) == 4
    assert (rows(), logged()) == (before, log)
    assert list(differences(school.ben)) == []
    assert not missing(folder).any


def test_a_correction_made_after_the_restore_keeps_its_number(school, rng, follower, folder):  # noqa: F811
    practise(school, rng)
    correct(school)
    follower.look(LATER)
    Correction.objects.all().delete()
    lose()
    finish_exercise(
        school.ben, school.alg1, school.alg1.units[2].skills[0], [True] * 4, rng, at=MONDAY + timedelta(days=1)
    )
    about = {"actor": school.ada, "classroom": school.room, "learner_id": school.ben.pk, "reason": "Seen in class."}
    skill = school.alg1.units[2].skills[1]
    corrections.set_level(**about, skill_id=skill.id, level=3, at=MONDAY + timedelta(days=2))
    replayed(folder)
    assert list(Correction.objects.order_by("number").values_list("number", flat=True)) == [1, 2, 3, 4, 5]
    assert list(differences(school.ben)) == []


def test_what_was_arranged_comes_back_with_the_attempt(school, rng, follower, folder):  # noqa: F811
    practise(school, rng)
    Attempt.objects.update(arranged="extra-time no-drop")
    follower.look(LATER)
    lose()
    replayed(folder)
    assert set(Attempt.objects.values_list("arranged", flat=True)) == {"extra-time no-drop"}
