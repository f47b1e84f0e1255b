"""What a skill builds on: beside it in its unit, on its start card, on the course's page, and for who is stuck."""

import pytest
from django.urls import reverse

from tests.trailstone.cast import set_levels
from tests.trailstone.practising import finish_exercise

SKILL = "alg1/lines/graph-line-intercepts"
NEEDS = ("alg1/lines/graph-line-table", "alg1/lines/find-x-y-intercepts")
OPEN = "Lines and their graphs"
STUCK = "Stuck? Look here first"


def text(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def row(html):
    return html[html.index('<li id="graph-line-intercepts"') :].partition('<a class="btn')[0]


def start_card(slug):
    return reverse("start-exercise", args=slug.split("/"))


@pytest.fixture
def levels(school):
    return lambda own, *others: set_levels(school.ben, dict(zip((SKILL, *NEEDS), (own, *others), strict=True)))


def test_a_skill_names_what_it_builds_on_with_level_and_address(school, ben, levels):
    levels(0, 3, 2)
    for html in (row(text(ben, "/courses/alg1/lines/")), text(ben, start_card(SKILL))):
        assert "Builds on" in html
        for slug, word in zip(NEEDS, ("Proficient", "Familiar"), strict=True):
            name = school.alg1.by_slug[slug].name
            assert f'<a href="{start_card(slug)}">{name}<span class="vh">: {word}</span></a>' in html


def test_a_course_names_the_skills_of_other_units_that_a_unit_stands_on(school, ben):
    here = [skill.slug for unit in school.alg1.units[:4] for skill in unit.skills]
    set_levels(school.ben, dict.fromkeys(here, 3))
    html = text(ben, "/courses/alg1/")
    folds = {
        name: html.partition(f"{name}</strong>")[2].partition("</details>")[0]
        for name in ("Systems of equations", OPEN)
    }
    assert "Above all on: Solve equations with brackets and fractions, " in folds["Systems of equations"]
    assert (
        f'<a href="{start_card("alg1/equations/solve-multi-step-equations")}">Solve multi-step equations' in folds[OPEN]
    )


def test_a_skill_that_builds_on_nothing_says_nothing(ben):
    assert "Builds on" not in text(ben, start_card("alg1/foundations/evaluate-expressions-several-variables"))


@pytest.mark.parametrize(
    ("own", "others", "stuck"), [(1, (3, 2), True), (1, (3, 4), False), (0, (0, 0), False), (2, (1, 1), False)]
)
def test_who_is_stuck_is_led_back_to_what_is_not_proficient_yet(ben, levels, own, others, stuck):
    levels(own, *others)
    assert (STUCK in row(text(ben, "/courses/alg1/lines/"))) is stuck
    assert (STUCK in text(ben, start_card(SKILL))) is stuck


@pytest.mark.parametrize(
    ("right", "offered"), [([True, False, False, False], True), ([True, True, True, False], False)]
)
def test_a_low_exercise_offers_the_first_skill_below_proficient(school, ben, levels, rng, right, offered):
    levels(0, 3, 1)
    sitting = finish_exercise(school.ben, school.alg1, school.alg1.by_slug[SKILL], right, rng)
    html = text(ben, reverse("results", args=[sitting.id]))
    back = f'href="{start_card(NEEDS[1])}">Look at this first: {school.alg1.by_slug[NEEDS[1]].name}</a>'
    assert (back in html) is offered


def test_the_cost_of_a_unit_does_not_grow_with_what_its_skills_build_on(ben, levels, django_assert_max_num_queries):
    levels(1, 1, 1)
    with django_assert_max_num_queries(12):
        text(ben, "/courses/alg1/lines/")
