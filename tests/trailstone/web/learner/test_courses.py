"""Courses, units and articles."""

from dataclasses import replace

import pytest
from django.urls import reverse

import courses
from exercises import RIGHT, grade
from tests.trailstone.cast import MONDAY, person, set_levels, set_unit
from tests.trailstone.practising import give
from trailstone.content.catalogue import CATALOGUE
from trailstone.content.models import Course, Skill
from trailstone.practice import start
from trailstone.practice.models import Answer, Attempt
from trailstone.practice.questions import question, template_of
from trailstone.progress.models import LevelChange, ReadMark
from trailstone.web.learner.course.folds import _drawn, _slots, _told_by

LESSON = "alg1/inequalities/solving"
ARTICLE = f"/courses/{LESSON}/"
FIGURES = "alg1/units/read-scales-origins-graphs"


def text(client, address, **query):
    response = client.get(address, query)
    assert response.status_code == 200
    return response.content.decode()


def the_check():
    part = next(part for part in courses.article(LESSON).parts if isinstance(part, courses.Check))
    return question(part.skill, template_of(part.skill).version, part.seed)


@pytest.mark.parametrize(
    "address",
    [
        "/courses/nothing/",
        "/courses/alg1/nothing/",
        "/courses/alg1/inequalities/nothing/",
        "/courses/tiny/one/lesson/",
        "/courses/tiny/inequalities/",
    ],
)
def test_what_is_not_there_is_not_found(ben, address):
    assert ben.get(address).status_code == 404


def test_a_unit_hides_neither_its_test_nor_the_courses_challenges(ben):
    for address in ("/courses/alg1/inequalities/test/", "/courses/alg1/challenge/", "/courses/alg1/mastery-challenge/"):
        assert ben.get(address).status_code == 200


def test_a_course_is_open_to_a_learner_without_a_class(school, as_):
    fay = as_(person(school.school, "Fay"))
    assert "Algebra 1" in text(fay, "/courses/")
    assert f"0 of {100 * len(courses.course_map('alg1').skills):,} points" in text(fay, "/courses/alg1/")


def test_the_course_tells_percent_points_and_course_level(school, ben):
    set_unit(school.ben, "tiny/one", 4, 3, 2)
    html = text(ben, "/courses/tiny/")
    assert "33%" in html
    assert "230 of 700 points" in html
    assert "Level 2 · 1 of 2 skills toward the next level" in html


def test_the_unit_of_the_next_step_is_open_and_the_others_are_folded(school, ben):
    set_unit(school.ben, "tiny/one", 4, 4, 4)
    html = text(ben, "/courses/tiny/")
    assert html.count("<details open") == 1
    assert html.index("Unit one") < html.index("<details open") < html.index("Unit two")


def test_the_course_challenge_is_told_at_the_foot(ben):
    assert "30 questions, about 40 minutes, can be paused." in text(ben, "/courses/alg1/")


def test_a_unit_shows_lessons_quizzes_and_the_test_in_order(school, ben):
    html = text(ben, "/courses/tiny/two/")
    html = html[html.index('id="lesson-1"') :]
    places = [html.index(one) for one in ("Skill two 1", "Skill two 4", "Quiz 1", "Unit test")]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("level", "said", "action"),
    [
        (0, "Get 4 of 4 to reach Proficient", "Start"),
        (2, "Get 4 of 4 to reach Proficient", "Practise"),
        (3, "Get it right in the unit test or a challenge to reach Mastered", "Practise"),
        (4, "All three stones stand. Practise it now and then", "Practise"),
    ],
)
def test_a_row_says_how_its_skill_goes_up(school, ben, level, said, action):
    set_unit(school.ben, "tiny/one", 1, level, 1)
    html = text(ben, "/courses/tiny/one/")
    row = html[html.index('<li id="s2"') :].partition("</li>")[0]
    assert said in row
    assert f"{action}: Skill one 2" in row


def test_one_row_is_up_next(school, ben):
    set_unit(school.ben, "tiny/one", 3, 1, 0)
    html = text(ben, "/courses/tiny/one/")
    assert html.count("Up next") == 1
    assert "Up next" in html[html.index('<li id="s2"') :].partition("</li>")[0]


def test_a_begun_exercise_is_resumed_from_its_row(school, ben, rng):
    unit = school.alg1.units[0]
    attempt = start.start_exercise(learner=school.ben, course=school.alg1, skill=unit.skills[3], at=MONDAY, rng=rng)
    give(school.ben, attempt, [True])
    html = text(ben, f"/courses/alg1/{unit.slug}/")
    assert f"Resume: {unit.skills[3].name}" in html
    assert "Question 2 of 4 is waiting for you" in html


def test_a_mastered_unit_says_so(school, ben):
    set_unit(school.ben, "tiny/one", 4, 4, 4)
    assert "Unit mastered" in text(ben, "/courses/tiny/one/")


@pytest.mark.parametrize("address", ["/courses/", "/courses/alg1/", "/courses/alg1/inequalities/", ARTICLE])
def test_pages_cost_the_same_in_every_course(school, ben, address, django_assert_max_num_queries):
    set_levels(school.ben, {skill.slug: 3 for skill in school.alg1.units[2].skills})
    with django_assert_max_num_queries(12):
        text(ben, address)


def fold(html, unit):
    """A unit of the page of its course."""
    return html[html.index(f'<strong class="unitname">{unit.title}</strong>') :].partition("</details>")[0]


def test_a_unit_of_the_course_shows_ones_own_levels_and_what_they_have_become(school, ben, as_):
    unit, address = school.alg1.units[2], "/courses/alg1/"
    first = unit.skills[0].slug
    set_levels(school.ben, {first: 4})
    set_levels(school.cho, {first: 1})
    for _ in range(2):
        assert "Mastered" in fold(text(ben, address), unit)
        assert "Mastered" not in fold(text(as_(school.cho), address), unit)
        assert "Attempted" in fold(text(as_(school.cho), address), unit)
    set_levels(school.ben, {first: 2})
    assert "Familiar" in fold(text(ben, address), unit)
    assert "Mastered" not in fold(text(ben, address), unit)


def test_a_unit_shows_the_levels_of_what_it_builds_on(school, ben):
    course = school.alg1
    unit = next(unit for unit in course.units if course.needed_from_outside(unit))
    before = fold(text(ben, "/courses/alg1/"), unit)
    set_levels(school.ben, {skill.slug: 4 for skill in course.needed_from_outside(unit)})
    assert fold(text(ben, "/courses/alg1/"), unit).count("<li") >= before.count("<li")
    assert {*_told_by(course)} == {(one.id, _slots(course, one)) for one in course.units if one.skills}
    assert {skill.slot for skill in course.needed_from_outside(unit)} <= {*dict(_told_by(course))[unit.id]}


def test_units_of_the_same_levels_are_rendered_once_for_all(school, ben, as_):
    text(ben, "/courses/alg1/")
    before = _drawn.__wrapped__.cache_info().misses
    text(as_(school.cho), "/courses/alg1/")
    text(ben, "/courses/alg1/")
    assert _drawn.__wrapped__.cache_info().misses == before


def test_a_course_that_was_loaded_anew_shows_its_new_names(school, ben):
    skill = school.alg1.units[2].skills[0]
    assert skill.name in text(ben, "/courses/alg1/")
    Skill.objects.filter(pk=skill.id).update(name="Another name for it")
    Course.objects.filter(pk="alg1").update(version="another")
    CATALOGUE.forget()
    assert "Another name for it" in text(ben, "/courses/alg1/")


def test_an_article_opens_its_examples_step_by_step(ben):
    html = text(ben, ARTICLE)
    examples = [part for part in courses.article(LESSON).parts if isinstance(part, courses.Example)]
    steps = sum(len(question(one.skill, template_of(one.skill).version, one.seed).solution) for one in examples)
    assert html.count("Worked example") >= len(examples)
    assert html.count('<details class="fold"><summary><span class="num"') == steps


def test_the_check_does_not_show_its_answer_before_it_is_asked_for(ben):
    html = text(ben, ARTICLE)
    assert "Worked answer" not in html[html.index('id="check-1"') :]


def test_the_check_is_graded_and_leaves_no_trace(school, ben):
    right = the_check().answer.examples()[0]
    assert grade(the_check(), right).mark is RIGHT
    assert "That is it." in text(ben, ARTICLE, check="1", **right)
    assert "Not yet." in text(ben, ARTICLE, check="1", value="t > 977")
    for log in (Attempt, Answer, LevelChange):
        assert not log.objects.exists()


def test_the_field_of_a_check_has_a_name_that_can_be_read_aloud(ben):
    html = text(ben, "/courses/alg1/equations/solving/")
    field = html[html.index('id="check-1-value"') :].partition(">")[0]
    assert 'aria-label="w equals, your answer"' in field


def test_htmx_gets_the_check_alone_and_the_same_verdict(ben):
    query = {"check": "1", **the_check().answer.examples()[0]}
    html = ben.get(ARTICLE, query, headers={"HX-Request": "true"}).content.decode()
    assert html.lstrip().startswith('<section class="example check" id="check-1"')
    assert "That is it." in html
    assert ben.get(ARTICLE, {"check": "7"}, headers={"HX-Request": "true"}).status_code == 404


def test_what_cannot_be_read_is_kept_and_explained(ben):
    html = text(ben, ARTICLE, check="1", value="seventeen")
    assert 'value="seventeen"' in html
    assert "That is it." not in html
    assert "Not yet." not in html


def test_nonsense_in_the_address_does_not_break_the_article(ben):
    for query in ({"check": "9"}, {"check": "x", "value": "1"}, {"check": "1", "choices": ["a", "b"]}, {"check": "1"}):
        text(ben, ARTICLE, **query)


def test_an_article_is_marked_as_read_once(school, ben):
    for _ in range(2):
        response = ben.post(ARTICLE)
        assert response.url == f"{reverse('unit', args=['alg1', 'inequalities'])}#solving"
    assert ReadMark.objects.filter(learner=school.ben, lesson_id=LESSON).count() == 1
    assert "Read again: Solving inequalities" in text(ben, "/courses/alg1/inequalities/")


def test_an_article_leads_to_the_first_skill_that_is_not_proficient(school, ben):
    skills = school.alg1.by_unit["alg1/inequalities"].lessons[0].skills
    set_levels(school.ben, {skills[0].slug: 3})
    assert f"Practise this: {skills[1].name}" in text(ben, ARTICLE)


def test_a_word_of_an_article_leads_to_its_meaning(ben):
    assert 'href="/courses/alg1/glossary/#inequality"' in text(ben, ARTICLE)
    assert '<div id="inequality">' in text(ben, "/courses/alg1/glossary/")


def test_a_course_without_words_says_so(ben):
    assert "No words yet" in text(ben, "/courses/tiny/glossary/")


def test_a_unit_says_what_it_builds_on(ben):
    page = text(ben, "/courses/alg1/")
    assert "Builds on:" in page
    assert '<a href="/courses/alg1/foundations/">Expressions and structure</a>' in page


def test_a_figure_stands_in_an_article_without_its_question(ben, monkeypatch):
    drawn = courses.articles()["alg1/units/working-with-units"]
    seed = next(s for s in range(9) if courses.templates()[FIGURES].instance(s).figure)
    monkeypatch.setattr(courses, "article", lambda _: replace(drawn, parts=(courses.Drawing(FIGURES, seed),)))
    page = text(ben, "/courses/alg1/units/working-with-units/")
    assert courses.templates()[FIGURES].instance(seed).figure.svg in page
    assert 'class="example' not in page
