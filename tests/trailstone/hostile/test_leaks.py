"""The key of a question stays on the server until it may be known: over the API, in refusals, and after the fact."""

import json
import uuid

import pytest
from django.test import Client

import courses
from tests.trailstone.practising import give, right, wrong
from tests.trailstone.web.practice.test_secrets import twin
from trailstone.practice import queries

pytestmark = pytest.mark.crawl

SEEDS = (3, 1234)


class Caller:
    """Ben as a program."""

    def __init__(self, user):
        self.user, self.client = user, Client()
        self.client.force_login(user)

    def post(self, path, **body):
        sent = json.dumps(body)
        return self.client.post(f"/api/v1/attempts{path}", sent, content_type="application/json")

    def step(self, attempt, act, number=1, **body):
        return self.post(f"/{attempt}/questions/{number}/{act}", client_key=str(uuid.uuid4()), **body)

    def places(self, attempt):
        return queries.sitting(self.user, uuid.UUID(attempt)).places


@pytest.fixture
def api(school):
    return Caller(school.ben)


def key_in(text, question):
    """What of the key stands in a reply that shows no more than the question."""
    told = [*question.hints, *(part for step in question.solution for part in (step.text, step.reason) if part)]
    more = strings(json.loads(text)) - strings(question.public())  # a solution may begin with what was asked
    return [one for one in told if one in more] + [name for name in question.wrong if name in text]


def strings(value):
    """Every text in a reply."""
    if isinstance(value, dict | list):
        return {one for each in (value.values() if isinstance(value, dict) else value) for one in strings(each)}
    return {value} if isinstance(value, str) else set()


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_public_of_a_question_is_the_same_for_its_twin_with_another_key(seed):
    asked = [template.instance(seed) for template in courses.templates().values()]
    assert [q.prompt for q in asked if q.public() != twin(q).public()] == []


def test_no_start_tells_a_key(api, school):
    for skill in school.alg1.skills.values():
        begun = api.post("", activity="exercise", course="alg1", skill=skill.slug)
        shown = begun.json()["questions"]
        place = api.places(begun.json()["id"])[0]
        assert [(q["hints"], q["solution"], q["right_answer"], q["verdict"]) for q in shown] == [([], [], "", None)]
        assert shown[0]["question"] == json.loads(json.dumps(place.question.public()))
        assert key_in(begun.text, place.question) == []


@pytest.mark.parametrize("act", ["answer", "solution", "skip"])
def test_a_step_that_is_refused_tells_nothing(api, school, act):
    """The worked answer too early, another question than the one whose turn it is, an answer that cannot be read."""
    slug = school.alg1.units[1].skills[0].slug
    attempt = api.post("", activity="exercise", course="alg1", skill=slug).json()["id"]
    places = api.places(attempt)
    replies = [api.step(attempt, act, number, response={"value": "("}) for number in (2, 3, 4)]
    replies += [api.step(attempt, "solution"), api.step(attempt, "answer", response={"value": "("})]
    assert {reply.status_code for reply in replies} <= {200, 409, 422}
    assert [
        key_in(reply.text, place.question)
        for reply in replies
        for place in places
        if key_in(reply.text, place.question)
    ] == []


def test_a_conflict_says_one_sentence_and_no_more(api, school):
    attempt = api.post("", activity="quiz", course="alg1", unit="alg1/equations", quiz=1).json()["id"]
    place = api.places(attempt)[0]
    api.step(attempt, "answer", response=right(place))
    again = api.step(attempt, "answer", response=wrong(place))
    assert (again.status_code, set(again.json())) == (409, {"detail"})


def test_a_wrong_answer_leaves_the_key_closed_and_no_question_ahead_is_shown(api, school):
    attempt = api.post("", activity="quiz", course="alg1", unit="alg1/equations", quiz=1).json()["id"]
    place = api.places(attempt)[0]
    state = api.step(attempt, "answer", response=wrong(place)).json()["attempt"]
    (shown,) = state["questions"]
    assert (shown["done"], shown["right_answer"], shown["solution"], shown["hints"]) == (False, "", [], [])
    assert state["changes"] == []


@pytest.mark.parametrize("page", ["results", "review", "why/{skill}"])
def test_looking_back_is_closed_while_a_question_is_open(api, school, page):
    unit = school.alg1.by_unit["alg1/equations"]
    attempt = api.post("", activity="quiz", course="alg1", unit=unit.id, quiz=1).json()["id"]
    skill = api.places(attempt)[0].skill_id
    address = f"/practice/{attempt}/{page.format(skill=skill)}/"
    assert api.client.get(address).url == f"/practice/{attempt}/1/"
    give(school.ben, uuid.UUID(attempt), [True] * (len(api.places(attempt)) - 1))
    assert api.client.get(address).url == f"/practice/{attempt}/{len(api.places(attempt))}/"
    give(school.ben, uuid.UUID(attempt), [True])
    assert api.client.get(address).status_code == 200
