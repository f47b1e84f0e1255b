"""The file of a class's answers: every step of every learner, in pieces, with a statement for each page of attempts."""

import csv
import io
from datetime import timedelta
from random import Random

import pytest

from tests.trailstone.cast import MONDAY
from tests.trailstone.practising import finish_exercise, give
from trailstone.practice import start
from trailstone.practice.models import Answer, Attempt
from trailstone.progress import corrections
from trailstone.reports import answers_file, export
from trailstone.reports.export import comma


def answers_csv(room):
    return export.pieces(answers_file.answers_table(room))


def read(pieces):
    text = "".join(pieces)
    assert text.startswith(export.BOM)
    return list(csv.DictReader(io.StringIO(text[1:], newline="")))


@pytest.fixture
def worked(school):
    """Cho and then Ben did an exercise each, Ben with a miss; Eli, of another class, one too."""
    skill = school.alg1.units[1].skills[0]
    for learner, marks in ((school.cho, [True] * 4), (school.ben, [True, False, True, True]), (school.eli, [True] * 4)):
        finish_exercise(learner, school.alg1, skill, marks, Random(2))
    return school


def test_every_step_of_the_class_is_a_row_and_no_other(worked):
    rows = read(answers_csv(worked.room))
    assert len(rows) == 4 + 5 == Answer.objects.count() - 4
    assert {row["Learner"] for row in rows} == {"Ben", "Cho"}


def test_rows_stand_by_learner_and_in_the_order_of_the_steps(worked):
    rows = read(answers_csv(worked.room))
    assert [row["Learner"] for row in rows] == ["Ben"] * 5 + ["Cho"] * 4
    assert [(row["Question"], row["Step"], row["Mark"]) for row in rows[:5]] == [
        ("1", "1", "right"), ("2", "1", "wrong"), ("2", "2", "right"), ("3", "1", "right"), ("4", "1", "right"),
    ]  # fmt: skip


def test_a_row_says_what_was_practised_and_when_by_the_schools_clock(worked):
    first = read(answers_csv(worked.room))[0]
    skill = worked.alg1.units[1].skills[0]
    assert (first["Activity"], first["About"], first["Course"]) == ("exercise", skill.name, worked.alg1.title)
    assert (first["Skill"], first["What"], first["Date"], first["Time"]) == (
        skill.name, "answer", "2027-03-01", "12:00:05",
    )  # fmt: skip
    assert first["Answer"]


def test_an_older_attempt_comes_before_a_newer_one(worked):
    ben, skill = worked.ben, worked.alg1.units[1].skills[1]
    before = MONDAY - timedelta(days=3)
    attempt = start.start_exercise(learner=ben, course=worked.alg1, skill=skill, at=before, rng=Random(3))
    give(ben, attempt, [True], at=before)
    rows = read(answers_csv(worked.room))
    assert [row["Attempt"] == str(attempt) for row in rows[:6]] == [True] + [False] * 5


def test_the_rows_of_a_pardoned_attempt_say_so(worked):
    attempt = Attempt.objects.get(learner=worked.ben)
    about = {"actor": worked.ada, "classroom": worked.room, "learner_id": worked.ben.pk, "at": MONDAY}
    made = corrections.pardon(**about, attempt_id=attempt.id, reason="Fire alarm.")
    assert [row["Pardoned"] for row in read(answers_csv(worked.room))] == ["yes"] * 5 + [""] * 4
    corrections.undo(**about, correction_id=made.id)
    assert {row["Pardoned"] for row in read(answers_csv(worked.room))} == {""}


def test_the_file_is_the_same_in_small_pieces(worked, monkeypatch):
    whole = "".join(answers_csv(worked.room))
    monkeypatch.setattr(answers_file, "LEARNERS", 1)
    monkeypatch.setattr(answers_file, "ATTEMPTS", 1)
    monkeypatch.setattr(comma, "PIECE", 2)
    pieces = list(answers_csv(worked.room))
    assert len(pieces) == 5
    assert "".join(pieces) == whole


def test_statements_are_counted_by_pages_and_not_by_learners_or_answers(worked, django_assert_num_queries):
    with django_assert_num_queries(4):  # the learners, what is pardoned, their attempts, the answers
        list(answers_csv(worked.room))


def test_a_class_without_answers_gives_the_head_alone(school):
    assert read(answers_csv(school.other)) == []
