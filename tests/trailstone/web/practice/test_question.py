import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.trailstone.practising import right, wrong
from trailstone.content.markdown import prose
from trailstone.practice import questions
from trailstone.practice.models import Answer, Asked, Attempt

pytestmark = pytest.mark.django_db


def text(response):
    return response.content.decode()


def test_the_question_shows_its_prompt_a_field_and_where_one_is(plain, exercise):
    page = text(plain.see("question", exercise, 1))
    place = plain.sitting(exercise).current
    assert prose(place.question.prompt) in page
    assert "Question 1 of 4" in page
    assert 'name="value"' in page
    assert "Check" in page


def test_an_attempt_leads_to_its_current_question(plain, exercise):
    plain.right(exercise)
    assert plain.see("attempt", exercise).url == reverse("question", args=[exercise, 2])


def test_a_question_whose_turn_has_not_come_leads_to_the_current_one(plain, exercise):
    assert plain.see("question", exercise, 3).url == reverse("question", args=[exercise, 1])


def test_wrong_then_hint_then_right_with_and_without_scripts(learner, exercise):
    page = text(learner.wrong(exercise))
    assert "Not yet" in page
    assert "Check again" in page
    assert 'value="977"' in page  # what was typed stays
    page = text(learner.do("hint", exercise, 1, hint_key=uuid.uuid4()))
    assert "1 of 4 shown" in page
    assert prose(learner.sitting(exercise).current.question.hints[0]) in page
    page = text(learner.right(exercise))
    assert "That is it." in page
    assert "Next question" in page
    assert Answer.objects.count() == 3


def test_right_at_once_says_so_and_leads_on(learner, exercise):
    page = text(learner.right(exercise))
    assert "Correct." in page
    assert reverse("question", args=[exercise, 2]) in page


def test_a_reply_to_htmx_is_the_player_alone(scripted, exercise):
    page = text(scripted.wrong(exercise))
    assert "<html" not in page
    assert 'id="player"' in page
    assert 'role="status"' in page


def test_the_reply_without_scripts_is_a_redirect_to_the_question(plain, exercise):
    url = reverse("answer", args=[exercise, 1])
    response = plain.client.post(url, {"value": "977", "client_key": uuid.uuid4()})
    assert (response.status_code, response.url) == (302, reverse("question", args=[exercise, 1]))


@pytest.mark.parametrize("typed", ["", "   ", "3 +", "abc", "9" * 2000])
def test_what_is_no_answer_costs_nothing_and_stays_as_typed(learner, exercise, typed):
    response = learner.answer(exercise, {"value": typed})
    assert response.status_code == 422
    assert "Nothing was counted." in text(response)
    assert f'value="{typed}"' in text(response)
    assert not Answer.objects.exists()


def test_each_rendering_has_a_key_of_its_own(scripted, exercise):
    def key(page):
        return page.split('name="client_key" value="')[1][:36]

    first, second = (key(text(scripted.answer(exercise, {"value": ""}))) for _ in range(2))
    assert first != second


def test_three_fast_enters_are_one_answer(learner, exercise):
    key, response = uuid.uuid4(), right(learner.sitting(exercise).current)
    pages = [text(learner.answer(exercise, response, number=1, key=key)) for _ in range(3)]
    assert Answer.objects.count() == 1
    assert all("Correct." in page for page in pages)


def test_a_second_tab_that_is_behind_gets_the_right_page_and_the_reason(learner, exercise):
    place = learner.sitting(exercise).current
    learner.right(exercise)
    response = learner.answer(exercise, wrong(place), number=1)
    assert response.status_code == 409
    assert "moved on" in text(response)
    assert "Question 2 of 4" in text(response)
    assert Answer.objects.count() == 1


def test_htmx_puts_the_right_address_when_a_tab_was_behind(scripted, exercise):
    place = scripted.sitting(exercise).current
    scripted.right(exercise)
    response = scripted.answer(exercise, wrong(place), number=1)
    assert response["HX-Push-Url"] == reverse("question", args=[exercise, 2])


def test_another_device_goes_on_where_this_one_stopped(plain, other, exercise, ben):
    plain.right(exercise)
    plain.wrong(exercise)
    elsewhere = type(other)(ben)
    page = text(elsewhere.client.get(reverse("attempt", args=[exercise]), follow=True))
    assert "Question 2 of 4" in page
    assert "Not yet" in page
    assert 'value="977"' in page


def test_an_attempt_of_somebody_else_does_not_exist(other, exercise):
    for name in ("question", "answer", "hint", "solution", "skip"):
        url = reverse(name, args=[exercise, 1])
        send = other.client.get if name == "question" else other.client.post
        assert send(url).status_code == 404
    for name in ("attempt", "results", "review", "bonus"):
        assert other.see(name, exercise).status_code == 404


def test_a_question_that_was_not_asked_does_not_exist(plain, exercise):
    assert plain.see("question", exercise, 5).status_code == 404
    assert plain.do("answer", exercise, 9, value="1").status_code == 404
    assert plain.see("question", uuid.uuid4(), 1).status_code == 404


def test_an_answer_to_a_finished_attempt_leads_to_its_results(learner, exercise):
    place = learner.sitting(exercise).current
    learner.right(exercise, times=4)
    response = learner.answer(exercise, wrong(place), number=1)
    assert response.status_code == 409
    results = reverse("results", args=[exercise])
    assert response["HX-Redirect"] == results if learner.htmx else results in text(response)


def test_forged_fields_are_not_kept(learner, exercise):
    learner.answer(exercise, {**wrong(learner.sitting(exercise).current), "mark": "right", "choice": "a", "x": "1"})
    assert Answer.objects.get().response == {"value": "977"}
    assert Answer.objects.get().mark == "wrong"


def test_a_key_that_is_no_key_does_not_stop_the_answer(learner, exercise):
    learner.answer(exercise, wrong(learner.sitting(exercise).current), key="not-a-key")
    assert Answer.objects.count() == 1


def test_a_skip_is_a_miss_and_shows_the_worked_answer(learner, exercise):
    page = text(learner.do("skip", exercise, 1, skip_key=uuid.uuid4()))
    assert "Left for now." in page
    assert prose(learner.sitting(exercise).places[0].question.solution[-1].text) in page
    assert learner.sitting(exercise).missed == 1


def test_the_worked_answer_opens_after_two_misses(learner, exercise):
    early = learner.do("solution", exercise, 1, solution_key=uuid.uuid4())
    assert early.status_code == 422
    learner.wrong(exercise)
    assert "Show the worked answer" not in text(learner.see("question", exercise, 1))
    assert "Show the worked answer" in text(learner.wrong(exercise))
    assert "Here is how it goes." in text(learner.do("solution", exercise, 1, solution_key=uuid.uuid4()))


def test_an_exercise_says_what_a_hint_costs_before_the_first_answer_only(learner, exercise):
    assert "this question counts as not yet" in text(learner.see("question", exercise, 1))
    assert "this question counts as not yet" not in text(learner.wrong(exercise))


def test_a_quiz_opens_hints_only_after_the_first_answer(learner, quiz):
    page = text(learner.see("question", quiz, 1))
    assert "Hints open after your first answer" in page
    assert reverse("hint", args=[quiz, 1]) not in page
    assert learner.do("hint", quiz, 1, hint_key=uuid.uuid4()).status_code == 422
    assert reverse("hint", args=[quiz, 1]) in text(learner.wrong(quiz))


def test_opening_a_hint_keeps_what_was_typed(scripted, exercise):
    page = text(scripted.do("hint", exercise, 1, hint_key=uuid.uuid4(), value="12 / "))
    assert 'value="12 / "' in page


def test_a_broken_question_says_so_and_can_be_left(plain, exercise, caplog):
    Asked.objects.filter(attempt_id=exercise, position=0).update(version=99)
    page = text(plain.see("question", exercise, 1))
    assert "This question has a fault" in page
    assert "cannot be shown" in caplog.text
    assert "has a fault" in text(plain.answer(exercise, {"value": "1"}, number=1))
    plain.do("skip", exercise, 1, skip_key=uuid.uuid4())
    assert plain.see("attempt", exercise).url == reverse("question", args=[exercise, 2])


def test_an_attempt_with_a_broken_question_can_be_finished_and_reviewed(plain, exercise):
    Asked.objects.filter(attempt_id=exercise, position=0).update(version=99)
    plain.do("skip", exercise, 1, skip_key=uuid.uuid4())
    plain.miss(exercise)
    plain.right(exercise, times=2)
    assert Attempt.objects.get().state == "finished"
    assert plain.see("results", exercise).status_code == 200
    assert "had a fault" in text(plain.see("review", exercise))


def statements(queries):
    """What was asked of the database, without the frames of transactions."""
    return [q["sql"] for q in queries if not q["sql"].startswith(("BEGIN", "SAVEPOINT", "RELEASE", "COMMIT"))]


@pytest.mark.parametrize("how", ["right", "wrong"])
def test_an_answer_costs_four_statements_with_session_and_user(learner, exercise, how):
    url = reverse("answer", args=[exercise, 1])
    place = learner.sitting(exercise).current
    response = right(place) if how == "right" else wrong(place)
    learner.see("question", exercise, 1)  # courses and templates are in the process by now
    with CaptureQueriesContext(connection) as seen:
        learner.client.post(url, {**response, "client_key": uuid.uuid4()}, headers=learner.headers)
    assert len(statements(seen)) <= 4, statements(seen)


def test_every_kind_of_step_needs_somebody_signed_in(client, exercise, db):
    for name in ("answer", "hint", "solution", "skip"):
        assert client.post(reverse(name, args=[exercise, 1])).status_code == 302


def test_the_address_of_a_step_leads_back_to_the_question(plain, exercise):
    for name in ("answer", "hint", "solution", "skip"):
        assert plain.see(name, exercise, 1).url == reverse("question", args=[exercise, 1])
    assert not Answer.objects.exists()


def test_a_script_whose_session_is_over_is_told_so_and_not_sent_a_page(client, exercise):
    response = client.post(reverse("answer", args=[exercise, 1]), {"value": "1"}, headers={"HX-Request": "true"})
    assert response.status_code == 401


def test_pages_are_gets(plain, exercise):
    assert plain.client.post(reverse("question", args=[exercise, 1])).status_code == 405


def test_the_question_is_made_once_and_kept_in_the_process(plain, exercise):
    place = plain.sitting(exercise).current
    assert questions.question(place.slug, place.version, place.seed) is place.question
