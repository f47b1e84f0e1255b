"""Corrections for a learner, and why a level is as it is."""

from datetime import timedelta
from random import Random
from uuid import uuid4

import pytest
from django.urls import reverse

from tests.trailstone.cast import MONDAY
from tests.trailstone.practising import finish_exercise
from trailstone.practice import queries, start
from trailstone.practice.actions import lapse
from trailstone.practice.arranging import arranged_for
from trailstone.practice.models import Arrangement, Attempt
from trailstone.progress.models import Correction, LevelChange
from trailstone.progress.queries import level_of

EARLIER = MONDAY - timedelta(days=2)


@pytest.fixture
def skill(school):
    return school.alg1.units[0].skills[0]


@pytest.fixture
def page(school):
    return reverse("corrections", args=[school.room.pk, school.ben.pk])


@pytest.fixture
def done(school, skill, rng):
    """Ben's exercise with three of four right."""
    return finish_exercise(school.ben, school.alg1, skill, [True, True, True, False], rng, at=EARLIER)


def set_to(ada, page, skill, level, reason="Shown on paper."):
    return ada.post(page, {"do": "level", "skill": skill.id, "level": level, "reason": reason})


def test_pardoning_tells_the_level_anew_and_stands_in_the_log(ada, school, page, done, skill):
    reply = ada.post(page, {"do": "pardon", "attempt": done.id, "reason": "Fire alarm."}, follow=True).text
    assert level_of(school.ben, skill.id) == 0
    for words in ("Pardoned. The levels are as if", "Fire alarm.", "Ms Ada"):
        assert words in reply


def test_undoing_gives_the_level_back_and_stays_in_the_log(ada, school, page, done, skill):
    ada.post(page, {"do": "pardon", "attempt": done.id, "reason": "Fire alarm."})
    reply = ada.post(page, {"do": "undo", "correction": Correction.objects.get().id}, follow=True).text
    assert level_of(school.ben, skill.id) == 2
    assert "Fire alarm." in reply
    assert 'value="undo"' not in reply


def test_an_attempt_that_is_pardoned_cannot_be_chosen_again(ada, page, done):
    ada.post(page, {"do": "pardon", "attempt": done.id, "reason": "Fire alarm."})
    assert " disabled>" in ada.get(page).text


def test_a_set_level_holds_and_is_said_to_be_set(ada, school, page, skill):
    set_to(ada, page, skill, 4)
    assert level_of(school.ben, skill.id) == 4
    assert f"<strong>{skill.name}</strong> set to Mastered" in ada.get(page).text


@pytest.mark.parametrize(
    "sent",
    [
        {"do": "level", "skill": "1", "level": "3", "reason": " "},
        {"do": "level", "skill": "x", "level": "3", "reason": "Seen."},
        {"do": "level", "skill": "1", "level": "9" * 30, "reason": "Seen."},
        {"do": "pardon", "attempt": "", "reason": "Seen."},
        {"do": "pardon", "attempt": str(uuid4()), "reason": "Seen."},
        {"do": "arrange", "kind": "more-fun", "reason": "Seen."},
        {"do": "undo", "correction": "nonsense"},
    ],
)
def test_what_cannot_be_done_is_refused_in_a_sentence_and_writes_nothing(ada, page, sent):
    reply = ada.post(page, sent)
    assert reply.status_code == 422
    assert "Nothing was changed" in reply.text
    assert not Correction.objects.exists()
    assert not Arrangement.objects.exists()


def test_what_was_typed_is_still_there_after_a_refusal(ada, page):
    reply = ada.post(page, {"do": "level", "skill": "", "level": "3", "reason": "Shown on paper."}).text
    assert 'value="Shown on paper."' in reply
    assert 'value="3" required checked' in reply


def test_an_unknown_act_is_not_there(ada, page):
    assert ada.post(page, {"do": "promote"}).status_code == 404


def test_an_arrangement_holds_from_the_next_attempt_on(ada, school, page, skill, rng):
    ada.post(page, {"do": "arrange", "kind": "no-drop", "reason": "Plan of May."})
    assert arranged_for(school.ben) == {"no-drop"}
    finish_exercise(school.ben, school.alg1, skill, [True] * 4, rng)
    finish_exercise(school.ben, school.alg1, skill, [False] * 4, rng, at=MONDAY + timedelta(hours=1))
    assert level_of(school.ben, skill.id) == 3
    assert set(LevelChange.objects.values_list("policy", flat=True)) == {"no-drop"}
    assert set(Attempt.objects.values_list("arranged", flat=True)) == {"no-drop"}


def test_an_arrangement_that_is_ended_holds_no_longer_and_stays_in_the_log(ada, school, page):
    ada.post(page, {"do": "arrange", "kind": "no-drop", "reason": "Plan of May."})
    reply = ada.post(page, {"do": "end", "correction": Arrangement.objects.get().id}, follow=True).text
    assert arranged_for(school.ben) == frozenset()
    assert "Plan of May." in reply


def test_arranging_twice_is_once(ada, page):
    for _ in range(2):
        ada.post(page, {"do": "arrange", "kind": "read-aloud", "reason": "Plan of May."})
    assert Arrangement.objects.count() == 1


def test_fewer_questions_are_asked_and_the_card_says_so(ada, as_, school, page, rng):
    ada.post(page, {"do": "arrange", "kind": "fewer-questions", "reason": "Plan of May."})
    unit = school.alg1.units[0]
    card = as_(school.ben).get(reverse("start-unit-test", args=["alg1", unit.slug])).text
    assert "5 questions" in card
    attempt = start.start_unit_test(learner=school.ben, course=school.alg1, unit=unit, at=MONDAY, rng=rng)
    assert Attempt.objects.get(id=attempt).asked == 5


def test_what_another_class_arranged_holds_here_too(as_, school, page):
    place = reverse("corrections", args=[school.other.pk, school.eli.pk])
    as_(school.lund).post(place, {"do": "arrange", "kind": "extra-time", "reason": "Plan of May."})
    assert arranged_for(school.eli) == {"extra-time"}
    school.room.enrolments.create(learner=school.eli, joined_at=MONDAY)
    ada = as_(school.ada).get(reverse("corrections", args=[school.room.pk, school.eli.pk])).text
    assert "Another class of this learner arranged it." in ada
    assert "Plan of May." not in ada


def test_the_page_costs_the_same_however_long_the_log_is(ada, page, skill, school, django_assert_max_num_queries):
    for level in (1, 2, 3, 4, 3, 2):
        set_to(ada, page, skill, level)
    with django_assert_max_num_queries(16):
        ada.get(page)


def test_the_teacher_reads_the_attempt_the_questions_the_answers_and_the_row(ada, school, done, skill):
    text = ada.get(reverse("teacher-why", args=[school.room.pk, school.ben.pk, done.id, skill.id])).text
    for words in ("From Not started to Familiar", "exercise good (rule: Standard)", "Question 4", "First answer:"):
        assert words in text


def test_a_pardon_is_told_with_its_reason_to_teacher_and_learner(ada, as_, school, page, done, skill):
    ada.post(page, {"do": "pardon", "attempt": done.id, "reason": "Fire alarm."})
    teacher = ada.get(reverse("teacher-why", args=[school.room.pk, school.ben.pk, done.id, skill.id])).text
    learner = as_(school.ben).get(reverse("why", args=[done.id, skill.id])).text
    for text in (teacher, learner):
        assert "Ms Ada pardoned this attempt" in text
        assert "Fire alarm." in text
    assert "Your teacher pardoned this attempt, so it does not count." in learner


def test_a_set_level_is_told_to_teacher_and_learner(ada, as_, school, page, skill):
    set_to(ada, page, skill, 4)
    made = Correction.objects.get().id
    teacher = ada.get(reverse("teacher-why", args=[school.room.pk, school.ben.pk, made, skill.id])).text
    learner = as_(school.ben).get(reverse("why", args=[made, skill.id])).text
    assert "Ms Ada set the level to Mastered" in teacher
    assert "Your teacher set this skill to Mastered." in learner
    assert reverse("why", args=[made, skill.id]) in as_(school.ben).get(reverse("my-progress")).text


def test_the_whole_story_of_a_skill_leads_to_each_of_its_changes(ada, school, page, done, skill):
    set_to(ada, page, skill, 4)
    made = Correction.objects.get().id
    text = ada.get(reverse("teacher-why", args=[school.room.pk, school.ben.pk, made, skill.id])).text
    assert reverse("teacher-why", args=[school.room.pk, school.ben.pk, done.id, skill.id]) in text


def test_nobody_reads_the_reason_of_somebody_else(ada, as_, school, done, skill):
    assert as_(school.cho).get(reverse("why", args=[done.id, skill.id])).status_code == 404
    whose = [school.other.pk, school.ben.pk, done.id, skill.id]
    assert as_(school.lund).get(reverse("teacher-why", args=whose)).status_code == 404


def test_a_question_is_read_aloud_by_itself_where_that_is_arranged(ada, as_, school, page, skill, rng):
    about = {"learner": school.ben, "course": school.alg1, "at": MONDAY, "rng": rng}
    before = start.start_exercise(**about, skill=skill)
    ada.post(page, {"do": "arrange", "kind": "read-aloud", "reason": "Plan of May."})
    after = start.start_exercise(**about, skill=school.alg1.units[0].skills[1])
    shown = [as_(school.ben).get(reverse("question", args=[attempt, 1])).text for attempt in (before, after)]
    assert ['<x-say for="prompt" auto>' in text for text in shown] == [False, True]


def test_a_mastery_challenge_with_extra_time_is_open_for_a_day(ada, school, page):
    unit = school.alg1.units[0]
    ada.post(page, {"do": "arrange", "kind": "extra-time", "reason": "Plan of May."})
    about = {"learner": school.ben, "course": school.alg1, "skills": unit.skills[:3], "rng": Random(1)}
    attempt = start.start_mastery_challenge(**about, at=MONDAY)
    sitting = queries.sitting(school.ben, attempt)
    assert not lapse(sitting, MONDAY + timedelta(hours=23))
    assert lapse(sitting, MONDAY + timedelta(hours=24))
