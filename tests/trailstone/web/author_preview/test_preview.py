import pytest
from django.test import Client
from django.urls import reverse

import courses

pytestmark = pytest.mark.django_db
SKILL = "alg1/equations/solve-multi-step-equations"


def get(user, name, *args, **query):
    client = Client()
    if user:
        client.force_login(user)
    return client.get(reverse(name, args=args), query)


@pytest.mark.parametrize("who", ["ben", "lund", None])
def test_answers_are_shown_to_nobody_but_the_owner(school, who):
    user = getattr(school, who) if who else None
    assert get(user, "author-preview-list").status_code == 404
    assert get(user, "author-preview", SKILL).status_code == 404
    assert get(school.ada, "author-preview", SKILL).status_code == 200


def test_while_developing_everybody_is_an_author(db, settings):
    settings.DEBUG = True
    assert get(None, "author-preview", SKILL).status_code == 200


def test_twelve_instances_come_with_answer_mistakes_hints_and_solution(school):
    text = get(school.ada, "author-preview", SKILL, seed=40).content.decode()
    assert [f"Seed {seed}</h2>" in text for seed in (39, 40, 51, 52)] == [False, True, True, False]
    made = courses.templates()[SKILL].instance(40)
    assert all(f"<code>{name}</code>" in text for name in made.wrong)
    assert text.count("step by step") == 12
    assert f"{len(made.hints)} hints" in text


@pytest.mark.crawl
@pytest.mark.parametrize("skill", courses.templates())
def test_every_template_can_be_looked_at(school, skill):
    assert get(school.ada, "author-preview", skill).status_code == 200


@pytest.mark.parametrize("seed", ["-3", "x", "9" * 30, "²"])
def test_a_seed_that_is_no_number_counts_as_one_that_is(school, seed):
    assert get(school.ada, "author-preview", SKILL, seed=seed).status_code == 200


def test_a_skill_without_a_template_is_not_there(school):
    assert get(school.ada, "author-preview", "alg1/equations/nothing").status_code == 404


def test_the_list_leads_to_every_template(school):
    text = get(school.ada, "author-preview-list").content.decode()
    assert all(reverse("author-preview", args=[skill]) in text for skill in courses.templates())
