"""Beside a learner's work: the assignments of the class, with more time for one of them, and the teachers' notes."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.trailstone.cast import MONDAY, person
from tests.trailstone.practising import finish_exercise
from tests.trailstone.web.teacher.test_assign import said, undo
from tests.trailstone.web.teacher.test_assignments import give
from trailstone.assignments import actions as assignments
from trailstone.assignments.models import Share
from trailstone.people import actions
from trailstone.people.models import LearnerNote, Role, Teaching
from trailstone.people.notes import notes_about


def page(school, name, whom=None):
    return reverse(name, args=[school.room.pk, (whom or school.ben).pk])


# Assignments


def given(school, ada):
    shown = ada.get(page(school, "learner-assignments")).context["parts"]
    return [(str(words), [(one.title, one.state.value, one.standing.score) for one in rows]) for words, rows in shown]


def test_every_assignment_of_the_learner_is_there_with_its_state_and_score(school, ada, rng):
    give(school, title="Open")
    give(school, 1, title="Soon", starts_at=MONDAY + timedelta(days=1))
    give(school, 2, title="Draft", draft=True)
    give(school, 3, title="Gone")
    assignments.archive(actor=school.ada, assignment=give(school, 3, title="Gone"), at=MONDAY)
    done = give(school, 4, title="Done", due_at=MONDAY - timedelta(hours=1))
    skill = school.alg1.by_unit["alg1/equations"].skills[4]
    finish_exercise(school.ben, school.alg1, skill, [True, True, True, False], rng, at=MONDAY - timedelta(days=1))
    assert done.items.count() == 1
    assert given(school, ada) == [
        ("Now and ahead", [("Open", "not-started", None), ("Soon", "scheduled", None)]),
        ("Past", [("Done", "done", 75)]),
    ]


def test_one_learner_gets_more_time_here_and_loses_it_by_undo(school, ada):
    one = give(school, title="Open")
    sent = {"do": "extend", "assignment": str(one.pk), "until_day": "2027-03-12", "until_time": "16:00"}
    reply = ada.post(page(school, "learner-assignments"), sent, follow=True)
    assert "Ben has until 12 March 2027, 16:00." in said(reply)
    assert "more time" in said(reply)
    others = Share.objects.filter(assignment=one).exclude(learner=school.ben)
    assert Share.objects.get(assignment=one, learner=school.ben).due_at
    assert not others.exclude(due_at=None).exists()
    ada.post(undo(reply))
    assert Share.objects.get(assignment=one, learner=school.ben).due_at is None


def test_less_time_is_refused_and_what_was_typed_stays(school, ada):
    one = give(school, title="Open")
    sent = {"do": "extend", "assignment": str(one.pk), "until_day": "2027-03-02", "until_time": "16:00"}
    reply = ada.post(page(school, "learner-assignments"), sent)
    assert reply.status_code == 422
    assert "Choose a later moment" in said(reply)
    assert 'value="2027-03-02"' in reply.content.decode()


@pytest.mark.parametrize("key", ["", "nonsense", "018f0000-0000-7000-8000-000000000000"])
def test_time_for_an_assignment_that_is_not_there_is_a_404(school, ada, key):
    sent = {"do": "extend", "assignment": key, "until_day": "2027-03-12", "until_time": "16:00"}
    assert ada.post(page(school, "learner-assignments"), sent).status_code == 404


def test_the_pages_cost_the_same_for_many_assignments_and_notes(school, ada):
    def cost(name):
        with CaptureQueriesContext(connection) as asked:
            assert ada.get(page(school, name)).status_code == 200
        return len(asked)

    give(school)
    actions.write_note(**about(school), text="One.")
    few = [cost(name) for name in ("learner-assignments", "learner-notes")]
    for number in range(1, 6):
        give(school, number)
        actions.write_note(**about(school), text=f"Note {number}.")
    assert [cost(name) for name in ("learner-assignments", "learner-notes")] == few
    assert max(few) <= 12


# Notes


def about(school):
    return {"actor": school.ada, "classroom": school.room, "learner_id": school.ben.pk, "at": MONDAY}


def post(browser, school, do, **sent):
    return browser.post(page(school, "learner-notes"), {"do": do} | sent, follow=True)


@pytest.fixture
def cox(school, as_):
    """The browser of Ms Cox, who teaches 8B, too."""
    colleague = person(school.school, "Ms Cox", Role.TEACHER)
    Teaching.objects.create(classroom=school.room, teacher=colleague, since=MONDAY)
    return as_(colleague)


def test_a_note_is_written_changed_removed_and_brought_back(school, ada):
    assert "Only the teachers of the class see it." in said(post(ada, school, "write", text="Rang home.\nAll well."))
    (row,) = notes_about(school.room, school.ben.pk)
    assert "Rang home.<br>All well." in ada.get(page(school, "learner-notes")).content.decode()
    post(ada, school, "change", note=str(row.id), text="Rang twice.")
    gone = post(ada, school, "remove", note=str(row.id))
    assert "Nothing is noted about Ben." in said(gone)
    ada.post(undo(gone))
    assert [one.text for one in notes_about(school.room, school.ben.pk)] == ["Rang twice."]


def test_a_colleague_sees_a_note_and_is_offered_no_change_of_it(school, cox):
    note = actions.write_note(**about(school), text="Rang home.")
    shown = cox.get(page(school, "learner-notes"), {"change": str(note.pk)}).content.decode()
    assert "Rang home." in shown
    assert "?change=" not in shown
    assert "Your note" not in shown
    refused = post(cox, school, "change", note=str(note.pk), text="I know better.")
    assert refused.status_code == 422
    assert "I know better." in said(refused)  # nothing typed is lost


def test_no_learner_and_no_other_class_sees_a_note(school, as_):
    actions.write_note(**about(school), text="Rang home.")
    for person_ in (school.ben, school.cho, school.lund):
        browser = as_(person_)
        assert browser.get(page(school, "learner-notes")).status_code == 404
        assert browser.post(page(school, "learner-notes"), {"do": "write", "text": "x"}).status_code == 404
    names = ("learner-home", "my-progress", "my-assignments", "account")
    pages = [as_(school.ben).get(reverse(name)).content.decode() for name in names]
    assert not any("Rang home." in each for each in pages)


def test_the_class_history_tells_of_a_note_without_its_words(school, ada):
    post(ada, school, "write", text="Rang home.")
    history = said(ada.get(reverse("class-settings", args=[school.room.pk])))
    assert "wrote a note about Ben" in history
    assert "Rang home." not in history


def test_notes_are_not_printed_for_a_talk_with_parents(school, ada):
    assert "data-print" not in ada.get(page(school, "learner-notes")).content.decode()
    assert "data-print" in ada.get(page(school, "learner-assignments")).content.decode()


def test_an_archived_class_shows_its_notes_and_takes_none(school, ada):
    actions.write_note(**about(school), text="Rang home.")
    actions.archive_class(actor=school.ada, classroom=school.room, at=MONDAY)
    shown = ada.get(page(school, "learner-notes"))
    assert "Rang home." in said(shown)
    assert "A new note" not in said(shown)
    assert post(ada, school, "write", text="More.").status_code == 422
    assert LearnerNote.objects.count() == 1
