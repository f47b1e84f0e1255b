"""What a teacher arranged, in the journal and back from it."""

from datetime import timedelta

from tests.trailstone.cast import MONDAY
from tests.trailstone.operate.journal.test_journal import (  # noqa: F401 - fixtures
    LATER,
    data,
    folder,
    follower,
    replayed,
)
from trailstone.operate.journal import days
from trailstone.operate.journal.replay import missing
from trailstone.practice.arranging import arrange, arranged_for, end_arrangement
from trailstone.practice.models import Arrangement

A_MINUTE = timedelta(minutes=1)


def about(school, at=MONDAY):
    return {"actor": school.ada, "classroom": school.room, "at": at}


def given(school, kind, at=MONDAY):
    whose = about(school, at) | {"learner_id": school.ben.pk, "reason": "His doctor wrote to us."}
    return arrange(**whose, kind=kind)


def stored():
    fields = ("id", "learner_id", "classroom_id", "kind", "by_id", "at", "ended_by_id", "ended_at")
    return sorted(map(repr, Arrangement.objects.values_list(*fields)))


def test_arrangements_that_were_lost_since_the_backup_come_back(school, follower, folder):  # noqa: F811
    given(school, "no-drop")
    over = given(school, "extra-time")
    follower.look(MONDAY + A_MINUTE)
    end_arrangement(**about(school, LATER), arrangement_id=over.id)
    follower.look(LATER)
    before = stored()
    Arrangement.objects.all().delete()
    found = replayed(folder)
    assert (len(found.arranged), len(found.ended)) == (2, 1)
    assert stored() == before
    assert arranged_for(school.ben) == {"no-drop"}
    assert not missing(folder).any


def test_what_the_backup_has_in_force_is_ended(school, follower, folder):  # noqa: F811
    over = given(school, "extra-time", MONDAY - timedelta(days=30))
    follower.look(MONDAY)
    end_arrangement(**about(school, LATER), arrangement_id=over.id)
    follower.look(LATER)
    Arrangement.objects.update(ended_at=None, ended_by=None)
    replayed(folder)
    assert arranged_for(school.ben) == frozenset()
    assert not missing(folder).any


def test_what_was_arranged_anew_since_the_restore_stays(school, follower, folder):  # noqa: F811
    given(school, "no-drop")
    follower.look(LATER)
    Arrangement.objects.all().delete()
    anew = given(school, "no-drop", LATER)
    assert not missing(folder).any
    assert Arrangement.objects.get().id == anew.id


def test_an_end_is_written_once_and_no_reason_at_all(school, follower, folder):  # noqa: F811
    over = given(school, "extra-time")
    end_arrangement(**about(school, LATER), arrangement_id=over.id, reason="The doctor again.")
    for second in range(3):
        follower.look(LATER + timedelta(seconds=2 * second))
    assert [one["is"] for one in days.records(folder)] == ["arrangement", "ended", "mark"]
    assert "doctor" not in next(iter(folder.iterdir())).read_text()
