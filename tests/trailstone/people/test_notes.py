"""What teachers note about a learner: who sees it, who changes it, and when it is gone."""

from datetime import timedelta
from uuid import UUID

import pytest

from tests.trailstone.cast import MONDAY, person
from trailstone.people import actions
from trailstone.people.actions.notes import KEPT, LONGEST
from trailstone.people.errors import OutOfReach, Refused
from trailstone.people.models import ClassChange, LearnerNote, Role, Teaching
from trailstone.people.notes import notes_about

LATER = MONDAY + timedelta(hours=1)


def write(school, text="Rang home, all well.", **other):
    about = {"actor": school.ada, "classroom": school.room, "learner_id": school.ben.pk, "at": MONDAY} | other
    return actions.write_note(text=text, **about)


@pytest.fixture
def colleague(school):
    """Ms Cox teaches 8B, too."""
    cox = person(school.school, "Ms Cox", Role.TEACHER)
    Teaching.objects.create(classroom=school.room, teacher=cox, since=MONDAY)
    return cox


def whole(school, found, **other):
    return {"classroom": school.room, "learner_id": school.ben.pk, "note": found.pk, "at": LATER} | other


def test_a_note_keeps_its_lines_and_loses_what_nobody_sees(school):
    write(school, " First.\x00 \n\n\u202esecond  ")
    (row,) = notes_about(school.room, school.ben.pk)
    assert (row.text, row.by, row.at, row.changed_at) == ("First.\n\nsecond", "Ms Ada", MONDAY, None)
    assert notes_about(school.room, school.cho.pk) == ()


def test_the_same_words_sent_twice_are_one_note(school):
    assert write(school) == write(school, at=LATER)
    assert LearnerNote.objects.count() == 1


@pytest.mark.parametrize("text", ["", " \n ", "x" * (LONGEST + 1)])
def test_a_note_says_something_and_not_too_much(school, text):
    with pytest.raises(Refused):
        write(school, text)


def test_only_teachers_of_the_class_write_about_its_learners(school):
    for other in ({"actor": school.lund}, {"actor": school.ben}, {"learner_id": school.eli.pk}):
        with pytest.raises(OutOfReach):
            write(school, **other)
    assert not LearnerNote.objects.exists()


def test_a_colleague_reads_and_removes_a_note_and_changes_none(school, colleague):
    note = write(school)
    with pytest.raises(Refused, match="only Ms Ada can change it"):
        actions.change_note(actor=colleague, text="No.", **whole(school, note))
    actions.remove_note(actor=colleague, **whole(school, note))
    assert notes_about(school.room, school.ben.pk) == ()
    actions.return_note(actor=school.ada, **whole(school, note))
    assert [row.text for row in notes_about(school.room, school.ben.pk)] == ["Rang home, all well."]


def test_changing_a_note_says_when_and_the_same_words_say_nothing(school):
    note = write(school)
    actions.change_note(actor=school.ada, text=note.text, **whole(school, note))
    assert notes_about(school.room, school.ben.pk)[0].changed_at is None
    actions.change_note(actor=school.ada, text="Rang twice.", **whole(school, note))
    (row,) = notes_about(school.room, school.ben.pk)
    assert (row.text, row.changed_at) == ("Rang twice.", LATER)


def test_a_note_about_somebody_else_is_out_of_reach(school):
    note = write(school)
    for other in ({"learner_id": school.cho.pk}, {"note": UUID(int=5)}):
        for act, more in ((actions.change_note, {"text": "x"}), (actions.remove_note, {}), (actions.return_note, {})):
            with pytest.raises(OutOfReach):
                act(actor=school.ada, **whole(school, note, **other), **more)


def test_every_change_of_a_note_stands_in_the_history_without_its_words(school):
    note = write(school)
    actions.change_note(actor=school.ada, text="Rang twice.", **whole(school, note))
    for act in (actions.remove_note, actions.remove_note, actions.return_note):
        act(actor=school.ada, **whole(school, note))
    lines = list(ClassChange.objects.order_by("pk"))
    assert [line.what for line in lines] == ["note-written", "note-changed", "note-removed", "note-returned"]
    assert all(line.detail == {"learner": str(school.ben.pk)} for line in lines)


def test_nothing_is_noted_in_an_archived_class(school):
    note = write(school)
    actions.archive_class(actor=school.ada, classroom=school.room, at=MONDAY)
    for act in (lambda: write(school, "More."), lambda: actions.remove_note(actor=school.ada, **whole(school, note))):
        with pytest.raises(Refused, match="archived"):
            act()


def test_a_removed_note_is_kept_for_a_while_then_deleted(school):
    gone, kept = write(school), write(school, "Still here.")
    actions.remove_note(actor=school.ada, **whole(school, gone))
    assert actions.forget_notes(at=LATER + KEPT) == 0
    assert actions.forget_notes(at=LATER + KEPT + timedelta(seconds=1)) == 1
    assert list(LearnerNote.objects.all()) == [kept]


def test_notes_go_with_the_learner_and_with_the_class(school):
    write(school)
    write(school, learner_id=school.cho.pk)
    school.cho.delete()
    assert LearnerNote.objects.count() == 1
    actions.delete_class(actor=school.ada, classroom=school.room, typed="8B", at=LATER)
    assert LearnerNote.objects.count() == 0
