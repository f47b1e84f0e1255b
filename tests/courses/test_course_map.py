import re

import pytest

from courses import COURSES, Check, Drawing, Example, articles, course_map, draft_templates, drafts, glossary, templates
from courses.articles import Place, _parts
from courses.glossary import LINK
from exercises.checks.pieces import maths

ALL = [course_map(course) for course in COURSES]
SKILLS = {skill.id: skill for course in ALL for skill in course.skills}
TEMPLATES = templates()


ALGEBRA_1 = {  # skills of each unit of the whole course
    "foundations": 6,
    "equations": 10,
    "inequalities": 6,
    "units": 5,
    "lines": 11,
    "line-forms": 12,
    "systems": 11,
    "ineq-2d": 6,
    "functions": 15,
    "sequences": 9,
    "abs-piecewise": 7,
    "exponents-radicals": 8,
    "exponentials": 11,
    "polynomials": 13,
    "quadratic-equations": 10,
    "quadratic-functions": 13,
    "data": 11,
}


def test_the_units_of_algebra_1_stand_in_their_order_and_are_whole():
    units = course_map("alg1").units
    assert [unit.id for unit in units] == [
        f"alg1/{unit}" for unit in ALGEBRA_1 if f"alg1/{unit}" in {u.id for u in units}
    ]
    assert all(len(unit.skills) == ALGEBRA_1[unit.id.removeprefix("alg1/")] for unit in units)


def test_a_draft_is_not_in_the_course_and_its_templates_are_not_given_out():
    public = {unit.id for unit in course_map("alg1").units}
    assert not public & {unit.id for unit in drafts("alg1")}
    assert not set(templates()) & set(draft_templates())


def test_a_course_that_does_not_exist_is_a_key_error():
    with pytest.raises(KeyError):
        course_map("../alg1")


@pytest.mark.parametrize("course", ALL, ids=COURSES)
def test_ids_are_unique_and_tell_their_place(course):
    lessons = [lesson.id for lesson in course.lessons]
    skills = [skill.id for skill in course.skills]
    assert len({*lessons, *skills}) == len(lessons) + len(skills)
    for unit in course.units:
        for one in (*unit.lessons, *unit.skills):
            assert re.fullmatch(rf"{unit.id}/[a-z0-9-]+", one.id)


@pytest.mark.parametrize("course", ALL, ids=COURSES)
def test_prerequisites_come_earlier_in_the_course(course):
    seen = set()
    for unit in course.units:
        assert set(unit.prerequisites) <= seen
        seen.add(unit.id)


@pytest.mark.parametrize("course", ALL, ids=COURSES)
def test_quizzes_cover_all_skills_of_a_unit_of_six_or_more(course):
    for unit in course.units:
        ends = unit.quiz_after
        assert list(ends) == sorted(set(ends))
        assert not ends or ends[-1] == len(unit.skills)
        assert len(unit.skills) < 6 or ends


@pytest.mark.parametrize("course", ALL, ids=COURSES)
def test_a_units_standards_are_those_of_its_skills(course):
    for unit in course.units:
        assert {code for skill in unit.skills for code in skill.standards} == set(unit.standards)


def test_every_skill_of_the_map_has_its_template_and_every_template_its_skill():
    assert set(TEMPLATES) == set(SKILLS)


def test_every_lesson_has_its_article_and_every_article_its_lesson():
    assert set(articles()) == {lesson.id for course in ALL for lesson in course.lessons}


@pytest.mark.parametrize("skill", SKILLS.values(), ids=SKILLS)
def test_a_template_has_the_standards_kinds_and_calculator_of_its_skill(skill):
    template = TEMPLATES[skill.id]
    questions = [template.instance(seed) for seed in range(40)]
    assert set(template.standards) == set(skill.standards)
    assert {question.answer.kind for question in questions} <= set(skill.kinds)
    assert skill.calculator or not any(question.calculator for question in questions)


@pytest.mark.parametrize("article", articles().values(), ids=list(articles()))
def test_an_article_has_two_worked_examples_and_a_check_of_its_own_lesson(article):
    lesson = next(one for course in ALL for one in course.lessons if one.id == article.id)
    own = {skill.id for skill in lesson.skills}
    examples = [part for part in article.parts if isinstance(part, Example)]
    checks = [part for part in article.parts if isinstance(part, Check)]
    assert len(examples) == 2
    assert len(checks) == 1
    assert {part.skill for part in (*examples, *checks)} <= own & set(TEMPLATES)


@pytest.mark.parametrize("article", articles().values(), ids=list(articles()))
def test_an_article_leaves_no_place_unread(article):
    prose = [part.markdown for part in article.parts if not isinstance(part, Place)]
    assert not any("{{" in text for text in prose)
    assert 150 <= sum(len(text.split()) for text in prose) <= 600


@pytest.mark.parametrize("article", articles().values(), ids=list(articles()))
def test_the_terms_that_an_article_links_are_in_the_glossary(article):
    linked = {term for part in article.parts if not isinstance(part, Place) for term in LINK.findall(part.markdown)}
    assert linked
    assert linked <= set(glossary(article.id.partition("/")[0]))


@pytest.mark.parametrize("course", COURSES)
def test_the_glossary_is_short_plain_and_renders(course, strict_tex):
    for term in glossary(course).values():
        assert 5 <= len(term.meaning.split()) <= 40, term.id
        assert term.meaning.endswith("."), term.id
        for tex in maths(term.meaning):
            strict_tex(tex)


@pytest.mark.parametrize("article", articles().values(), ids=list(articles()))
def test_a_figure_of_an_article_is_there(article):
    drawings = [part for part in article.parts if isinstance(part, Drawing)]
    assert all(TEMPLATES[part.skill].instance(part.seed).figure for part in drawings)


def test_an_articles_places_are_read_in_order():
    text = "One.\n\n{{ example: alg1/units/a, seed: 3 }}\n\nTwo.\n\n{{ check: alg1/units/b, seed: 14 }}\n"
    prose, example, _, check = _parts(text)
    assert prose.markdown == "One."
    assert example == Example("alg1/units/a", 3)
    assert check == Check("alg1/units/b", 14)
