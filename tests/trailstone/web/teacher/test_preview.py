"""The class as a learner sees it: the same questions, nothing saved."""

import re

import pytest
from django.apps import apps
from django.urls import reverse

from exercises import RIGHT, grade
from tests.trailstone.cast import FRIDAY, MONDAY
from trailstone.goals import actions as goals
from trailstone.practice.questions import question
from trailstone.web.teacher.preview.views import _activity, _drawn

NOT_OURS = {"django_session"}  # the session of who looks


def everything():
    """The number of rows, and the rows themselves, of every table."""
    models = [model for model in apps.get_models() if model._meta.db_table not in NOT_OURS]
    return {model.__name__: list(model._default_manager.order_by("pk").values()) for model in models}


@pytest.fixture
def unit(school):
    return school.alg1.units[0]


@pytest.fixture
def course_page(school):
    return reverse("preview-course", args=[school.room.pk, "alg1"])


@pytest.fixture
def address(school, unit):
    def of(what=None, **query):
        parts = [school.room.pk, *(["alg1", unit.slug] if what is not None else []), *([what] if what else [])]
        name = ["preview", "", "", "preview-unit", "preview-question"][len(parts) if len(parts) > 1 else 0]
        asked = "&".join(f"{name}={value}" for name, value in query.items())
        return reverse(name, args=parts) + (f"?{asked}" if asked else "")

    return of


def asked_in(school, unit, what, series=1):
    activity, _, skills, length = _activity(unit, what)
    rows = _drawn(school.room, activity, skills, length, series, MONDAY)
    slugs = {skill.id: skill.slug for skill in skills}
    return [(slugs[row.skill_id], row.version, row.seed) for row in rows]


def slug_of(unit, number=0):
    return unit.skills[number].slug.rpartition("/")[2]


def test_looking_at_everything_writes_nothing(ada, school, unit, address, course_page):
    """Every row of every table, before and after: pages, questions, right and wrong answers."""
    goals.set_unit_goals(
        actor=school.ada, classroom=school.room, unit_ids=[unit.id], learners=None, due=FRIDAY, target=80, at=MONDAY
    )
    what = slug_of(unit)
    before = everything()
    for page in (
        address(), course_page, address(""), address(what), address(what, n=2), address("unit-test"), address("quiz-1"),
        address(what, value="977"), address(what, value="x=("), address(what, choice="a"), address(what, answers="on"),
    ):  # fmt: skip
        assert ada.get(page).status_code == 200, page
        assert ada.post(page).status_code == 405
    assert everything() == before


def test_every_link_of_the_class_page_stays_in_the_preview(ada, school, address):
    page = ada.get(address()).text.partition("<main")[2]
    links = re.findall(r'<a [^>]*?href="(/[^"#?]*)', page)
    assert len(links) > 20
    assert all(link.startswith(f"/teach/{school.room.pk}/") for link in links)


def test_only_the_words_of_the_course_lead_out_of_its_page(ada, school, course_page):
    page = ada.get(course_page).text.partition("<main")[2]
    links = set(re.findall(r'<a [^>]*?href="(/[^"#?]*)', page))
    inside = f"/teach/{school.room.pk}/"
    assert {link for link in links if not link.startswith(inside)} == {reverse("glossary", args=["alg1"])}
    assert len(links) > 100


def test_only_articles_lead_out_of_a_unit(ada, school, unit, address):
    page = ada.get(address("")).text.partition("<main")[2]
    out = [
        one for one in re.findall(r'<a [^>]*?href="(/[^"#?]*)', page) if not one.startswith(f"/teach/{school.room.pk}/")
    ]
    articles = {reverse("article", args=["alg1", unit.slug, lesson.slug]) for lesson in unit.lessons}
    assert set(out) <= articles


def test_the_bar_says_that_nothing_is_saved_on_every_page(ada, unit, address, course_page):
    for page in (address(), course_page, address(""), address(slug_of(unit))):
        assert "You are previewing; nothing is saved." in ada.get(page).text


def test_a_right_answer_is_told_to_be_right(ada, school, unit, address):
    what = slug_of(unit)

    found = question(*asked_in(school, unit, what)[0])
    given = found.answer.examples()[0]
    assert grade(found, given).mark is RIGHT
    reply = ada.get(address(what), given).text
    assert "Correct." in reply
    assert "Next question" in reply


def test_the_answer_is_shown_on_request_alone(ada, unit, address):
    what = slug_of(unit)
    assert 'id="right-h"' not in ada.get(address(what)).text
    assert 'id="right-h"' in ada.get(address(what, answers="on")).text


def test_a_series_is_the_same_each_time_and_another_is_another(school, unit):
    what = slug_of(unit)
    assert asked_in(school, unit, what) == asked_in(school, unit, what)
    assert asked_in(school, unit, what) != asked_in(school, unit, what, series=2)


def test_every_skill_of_the_course_can_be_previewed(school):
    for unit in school.alg1.units:
        for skill in unit.skills:
            what = skill.slug.rpartition("/")[2]
            assert len(asked_in(school, unit, what)) == skill.questions, what


@pytest.mark.parametrize("query", [{"series": "x"}, {"series": "9" * 40}, {"n": "99"}, {"n": "-1"}, {"n": "²"}])
def test_nonsense_in_the_address_shows_a_question(ada, unit, address, query):
    assert ada.get(address(slug_of(unit), **query)).status_code == 200


@pytest.mark.parametrize("what", ["nothing", "quiz-99", "quiz-"])
def test_what_is_not_in_the_unit_is_not_there(ada, address, what):
    assert ada.get(address(what)).status_code == 404


def test_a_course_that_the_class_does_not_use_is_not_there(ada, school):
    school.room.class_courses.filter(course_id="alg1").delete()
    assert ada.get(reverse("preview-unit", args=[school.room.pk, "alg1", "foundations"])).status_code == 404


def test_the_cost_does_not_grow_with_the_course(ada, address, course_page, django_assert_max_num_queries):
    for page in (address(), course_page, address("")):
        with django_assert_max_num_queries(12):
            ada.get(page)
