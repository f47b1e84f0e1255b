import json
import uuid
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from exercises.checks.data import SECRETS, fields
from tests.trailstone.cast import set_levels
from trailstone.practice.models import Answer, Asked, Attempt

pytestmark = pytest.mark.django_db

WRITES = ("INSERT", "UPDATE", "DELETE", "SELECT")


def test_a_start_asks_its_first_question_and_no_other(exercise):
    assert (exercise["state"], exercise["asked"], exercise["current"]) == ("open", 4, 1)
    assert [question["number"] for question in exercise["questions"]] == [1]


def test_starting_twice_goes_on_with_the_first(ben_calls, exercise):
    again = ben_calls.start(skill=exercise["questions"][0]["skill"])
    assert again == exercise


def test_every_activity_starts(ben_calls, school):
    unit = school.alg1.units[0]
    set_levels(school.ben, {skill.slug: 3 for skill in unit.skills}, at=timezone.now() - timedelta(days=3))
    started = [
        ben_calls.start("quiz", unit=unit.id, quiz=1),
        ben_calls.start("unit-test", unit=unit.id),
        ben_calls.start("course-challenge"),
        ben_calls.start("mastery-challenge"),
    ]
    assert [one["activity"] for one in started] == ["quiz", "unit-test", "course-challenge", "mastery-challenge"]
    assert [started[2]["asked"], started[3]["asked"]] == [30, 6]


def test_a_closed_mastery_challenge_says_what_is_missing(ben_calls):
    refused = ben_calls.post("attempts", {"activity": "mastery-challenge", "course": "alg1"})
    assert refused.status_code == 422
    assert "3 more skills" in refused.json()["detail"]


def test_a_question_shows_nothing_of_its_key_before_it_is_done(ben_calls, school):
    for skill in school.alg1.skills.values():
        started = ben_calls.start(skill=skill.slug)
        asked = started["questions"][0]
        assert not set(fields(asked["question"])) & set(SECRETS), skill.slug
        assert (asked["hints"], asked["solution"], asked["right_answer"]) == ([], [], "")
        hidden = ben_calls.place(started).question
        sent = json.dumps(started, ensure_ascii=False)
        assert not any(json.dumps(hint, ensure_ascii=False)[1:-1] in sent for hint in hidden.hints), skill.slug


def test_an_answer_is_graded_and_the_next_question_comes(ben_calls, exercise):
    reply = ben_calls.right(exercise).json()
    assert reply["verdict"]["mark"] == "right"
    assert reply["attempt"]["current"] == 2
    first = reply["attempt"]["questions"][0]
    assert (first["done"], first["counts_right"], bool(first["solution"]), bool(first["right_answer"])) == (True,) * 4


def test_a_wrong_answer_keeps_the_answer_hidden_and_may_be_mended(ben_calls, exercise):
    reply = ben_calls.wrong(exercise).json()
    first = reply["attempt"]["questions"][0]
    assert reply["verdict"]["mark"] == "wrong"
    assert (first["decided"], first["done"], first["solution"], first["right_answer"]) == (True, False, [], "")
    assert ben_calls.right(exercise).json()["attempt"]["questions"][0]["counts_right"] is False


@pytest.mark.parametrize("act", ["answer", "hint", "skip"])
def test_a_step_sent_twice_is_counted_once_with_the_same_reply(ben_calls, exercise, act):
    key, body = uuid.uuid4(), {"response": {"value": "977"}} if act == "answer" else {}
    first, second = (ben_calls.step(exercise, act, key=key, **body) for _ in range(2))
    assert first.status_code == second.status_code == 200
    assert first.json() == second.json()
    assert Answer.objects.count() == 1


def test_an_answer_that_cannot_be_read_is_told_so_and_costs_nothing(ben_calls, exercise):
    reply = ben_calls.step(exercise, "answer", response={"value": "3x +"})
    assert (reply.status_code, reply.json()["verdict"]["mark"]) == (200, "not-gradable")
    assert reply.json()["verdict"]["message"]
    assert not Answer.objects.exists()


def test_hints_open_one_by_one(ben_calls, exercise):
    texts = ben_calls.place(exercise).question.hints
    assert ben_calls.step(exercise, "hint").json()["attempt"]["questions"][0]["hints"] == list(texts[:1])
    assert ben_calls.step(exercise, "hint").json()["attempt"]["questions"][0]["hints"] == list(texts[:2])


def test_the_worked_answer_opens_after_two_tries(ben_calls, exercise):
    refused = ben_calls.step(exercise, "solution")
    assert (refused.status_code, refused.json()["detail"]) == (422, "The worked answer opens after two tries.")
    ben_calls.wrong(exercise)
    ben_calls.wrong(exercise)
    assert ben_calls.step(exercise, "solution").json()["attempt"]["questions"][0]["solution"]


def test_the_last_answer_finishes_and_says_what_it_did_to_the_level(ben_calls, exercise):
    last = [ben_calls.right(exercise, number).json()["attempt"] for number in (1, 2, 3, 4)][-1]
    assert (last["state"], last["right"], last["current"]) == ("finished", 4, None)
    (change,) = last["changes"]
    assert (change["before"], change["after"], change["right"], change["asked"]) == (0, 3, 4, 4)
    assert change["why"] == "4 of 4 right. You are now Proficient."


def test_the_last_answer_sent_again_gets_the_same_reply(ben_calls, exercise):
    for number in (1, 2, 3):
        ben_calls.right(exercise, number)
    key = uuid.uuid4()
    assert ben_calls.right(exercise, 4, key).json() == ben_calls.right(exercise, 4, key).json()


def test_the_bonus_question_wipes_the_only_miss(ben_calls, exercise):
    ben_calls.wrong(exercise)
    offered = [ben_calls.right(exercise, number).json()["attempt"] for number in (1, 2, 3, 4)][-1]
    assert (offered["state"], offered["bonus_offered"]) == ("open", True)
    taken = ben_calls.post(f"attempts/{exercise['id']}/bonus").json()
    assert (taken["current"], taken["questions"][-1]["bonus"]) == (5, True)
    done = ben_calls.right(exercise, 5).json()["attempt"]
    assert (done["state"], done["changes"][0]["after"]) == ("finished", 3)
    assert done["changes"][0]["why"].startswith("3 of 4 right and the bonus question too.")


def test_finishing_without_the_bonus_question_twice_is_once(ben_calls, exercise):
    ben_calls.wrong(exercise)
    for number in (1, 2, 3, 4):
        ben_calls.right(exercise, number)
    first, second = (ben_calls.post(f"attempts/{exercise['id']}/finish") for _ in range(2))
    assert first.json() == second.json()
    assert (first.json()["state"], first.json()["changes"][0]["after"]) == ("finished", 2)


def test_nothing_is_finished_while_questions_are_open(ben_calls, exercise):
    refused = ben_calls.post(f"attempts/{exercise['id']}/finish")
    assert refused.status_code == 422
    assert ben_calls.get(f"attempts/{exercise['id']}").json() == exercise


def test_after_two_misses_a_restart_gives_fresh_questions(ben_calls, exercise):
    assert ben_calls.post(f"attempts/{exercise['id']}/restart").status_code == 422
    ben_calls.step(exercise, "skip", 1)
    ben_calls.step(exercise, "skip", 2)
    assert ben_calls.post(f"attempts/{exercise['id']}/restart").json()["state"] == "restarted"
    assert ben_calls.start(skill=exercise["questions"][0]["skill"])["id"] != exercise["id"]


def test_a_second_program_is_told_that_the_question_has_moved_on(ben_calls, exercise):
    ben_calls.right(exercise)
    late = ben_calls.wrong(exercise)
    assert (late.status_code, "moved on" in late.json()["detail"]) == (409, True)


def test_a_finished_attempt_takes_no_more_answers(ben_calls, exercise):
    for number in (1, 2, 3, 4):
        ben_calls.right(exercise, number)
    late = ben_calls.right(exercise, 4)
    assert (late.status_code, "already finished" in late.json()["detail"]) == (409, True)


def test_another_learners_attempt_does_not_exist(caller, school, ben_calls, exercise):
    cho = caller(school.cho)
    answer = {"client_key": str(uuid.uuid4()), "response": {"value": "1"}}
    tried = [
        cho.get(f"attempts/{exercise['id']}"),
        cho.post(f"attempts/{exercise['id']}/questions/1/answer", answer),
        cho.step(exercise, "hint"),
        cho.step(exercise, "solution"),
        cho.step(exercise, "skip"),
        *(cho.post(f"attempts/{exercise['id']}/{act}") for act in ("bonus", "finish", "restart")),
    ]
    assert {reply.status_code for reply in tried} == {404}
    assert all(reply.json()["detail"] for reply in tried)
    assert not Answer.objects.exists()


@pytest.mark.parametrize("number", [0, 5, 10**20])
def test_a_question_that_was_not_asked_is_not_there(ben_calls, exercise, number):
    assert ben_calls.step(exercise, "answer", number, response={"value": "1"}).status_code == 404


def test_a_question_with_a_fault_can_be_skipped(ben_calls, exercise):
    Asked.objects.filter(attempt_id=exercise["id"], position=0).update(version=99)
    shown = ben_calls.get(f"attempts/{exercise['id']}").json()["questions"][0]
    assert shown["question"] is None
    refused = ben_calls.step(exercise, "answer", response={"value": "1"})
    assert (refused.status_code, "skip it" in refused.json()["detail"]) == (422, True)
    assert ben_calls.step(exercise, "skip").json()["attempt"]["current"] == 2


def test_an_answer_is_four_statements(ben_calls, exercise):
    place = ben_calls.place(exercise)
    with CaptureQueriesContext(connection) as asked:
        ben_calls.step(exercise, "answer", response=place.question.answer.examples()[0])
    sql = [query["sql"] for query in asked if query["sql"].lstrip("( ").startswith(WRITES)]
    assert len(sql) <= 4, sql


BAD_STARTS = [
    {},
    {"activity": "dance", "course": "alg1"},
    {"activity": "exercise"},
    {"activity": "exercise", "course": 7, "skill": []},
    {"activity": "quiz", "course": "alg1", "unit": "alg1/equations", "quiz": -1},
    {"activity": "quiz", "course": "alg1", "unit": "alg1/equations", "quiz": 10**30},
]
NOT_THERE = [
    {"activity": "exercise", "course": "alg9", "skill": "x"},
    {"activity": "exercise", "course": "alg1", "skill": "alg1/nowhere"},
    {"activity": "exercise", "course": "alg1", "skill": "\u0000"},
    {"activity": "quiz", "course": "alg1", "unit": "alg1/equations", "quiz": 99},
    {"activity": "unit-test", "course": "alg1", "unit": "alg1/nowhere"},
]


@pytest.mark.parametrize("body", BAD_STARTS)
def test_a_start_that_makes_no_sense_is_refused_in_words(ben_calls, body):
    reply = ben_calls.post("attempts", body)
    assert (reply.status_code, reply.json()["detail"][-1]) == (422, ".")
    assert not Attempt.objects.exists()


@pytest.mark.parametrize("body", NOT_THERE)
def test_what_the_course_does_not_have_is_not_there(ben_calls, body):
    reply = ben_calls.post("attempts", body)
    assert (reply.status_code, bool(reply.json()["detail"])) == (404, True)


KEY = "0191d9d4-0000-7000-8000-000000000000"
HOSTILE = [
    b"", b"{", b"[]", b"null", b"\xff\xfe", b'"text"', b'{"client_key": "no", "response": {}}', b'{"client_key": "%s"}',
    b'{"client_key": "%s", "response": []}',
    b'{"client_key": "%s", "response": {"value": 3}}',
    b'{"client_key": "%s", "response": {"value": null}}',
    b'{"client_key": "%s", "response": {"value": {"a": "b"}}}',
    b'{"client_key": "%s", "response": {"value": "\\ud800"}}',
    b'{"client_key": "%s", "response": {"value": "1\\u0000"}}',
    b'{"client_key": "%s", "response": {"\\ud800": "1"}}',
    b'{"client_key": "%s", "response": {"choices": ["\\u0000"]}}',
    b'{"client_key": "%s", "response": {"value": "' + b"9" * 5000 + b'"}}',
    b'{"client_key": "%s", "response": {"value": "' + b"(" * 1900 + b'"}}',
    b'{"client_key": "%s", "response": ' + b'{"a":' * 5000 + b"1" + b"}" * 5000 + b"}",
]  # fmt: skip


@pytest.mark.parametrize("body", HOSTILE, ids=range(len(HOSTILE)))
def test_no_body_makes_the_site_fail_or_the_log_grow(ben_calls, school, body):
    for skill in school.alg1.units[1].skills[:3]:
        exercise = ben_calls.start(skill=skill.slug)
        sent = body.replace(b"%s", KEY.encode())
        reply = ben_calls.post(f"attempts/{exercise['id']}/questions/1/answer", sent)
        assert reply.status_code in (200, 400, 422), reply.content
        assert isinstance(reply.json().get("detail", ""), str)
    assert not Answer.objects.exists()
