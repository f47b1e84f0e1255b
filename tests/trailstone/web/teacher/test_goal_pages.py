"""Setting goals: edit courses, placement, new goals; and who may see the pages of goals."""

import re
from datetime import date, timedelta

import pytest
from django.urls import reverse

from tests.trailstone.cast import FRIDAY, MONDAY, TODAY, set_unit, tiny_course
from tests.trailstone.goals.test_setting import place, set_units
from trailstone.goals import queries
from trailstone.goals.models import Aim, ClassCourse, Goal
from trailstone.people import actions as people

P, M, F = 3, 4, 2
LATER = date(2027, 5, 8)


def at(name, school, *more):
    return reverse(name, args=[school.room.pk, *more])


def text(response):
    """What the page says, without tags and line breaks."""
    page = re.sub(r"<(script|style).*?</\1>", "", response.content.decode(), flags=re.S)
    return " ".join(re.sub(r"<[^>]+>", " ", page).split()).replace("&#x27;", "'")


def pages(school):
    goal = place(school).goal_id
    names = ["edit-courses", "placement", "new-goal", "goals", "celebrate-list"]
    return [*(at(name, school) for name in names), at("goal", school, goal)]


# Who may see them


def test_a_class_of_another_teacher_does_not_exist(school, as_):
    lund = as_(school.lund)
    assert [lund.get(page).status_code for page in pages(school)] == [404] * 6
    assert [lund.post(page).status_code for page in pages(school)] == [404] * 6


def test_a_learner_has_no_teacher_pages(school, as_):
    assert {as_(school.ben).get(page).status_code for page in pages(school)} == {404}


def test_looking_changes_nothing(school, ada):
    addresses = pages(school)
    set_unit(school.ben, "tiny/one", P, P, P)
    before = list(Goal.objects.values()), list(Aim.objects.values()), list(ClassCourse.objects.values())
    for page in addresses:
        assert ada.get(page, {"do": "remove", "learner": school.ben.pk}).status_code == 200
    assert before == (list(Goal.objects.values()), list(Aim.objects.values()), list(ClassCourse.objects.values()))


@pytest.mark.parametrize("name", ["edit-courses", "placement", "new-goal", "goals"])
def test_a_class_without_courses_learners_and_goals_has_every_page(school, ada, name):
    room = people.open_class(actor=school.ada, name="Empty", at=MONDAY)
    assert ada.get(reverse(name, args=[room.pk])).status_code == 200


# Edit courses


def test_saving_keeps_the_courses_in_the_order_they_were_sent(school, ada):
    ada.post(at("edit-courses", school), {"course": ["tiny", "alg1"], "save": "yes"})
    assert [course.id for course in queries.courses_of(school.room)] == ["tiny", "alg1"]


def test_moving_adding_and_removing_save_nothing_yet(school, ada):
    tiny_course("other")
    page = ada.post(at("edit-courses", school), {"course": ["alg1", "tiny"], "up": "tiny"})
    assert [row.course.id for row in page.context["rows"]] == ["tiny", "alg1"]
    assert page.context["changes"] == "1 change is not saved yet"
    page = ada.post(at("edit-courses", school), {"course": ["alg1", "tiny"], "add": "other"})
    assert [row.course.id for row in page.context["rows"]] == ["alg1", "tiny", "other"]
    page = ada.post(at("edit-courses", school), {"course": ["alg1", "tiny"], "remove": "tiny"})
    assert "Tiny will be taken away when you save" in text(page)
    assert [course.id for course in queries.courses_of(school.room)] == ["alg1", "tiny"]


@pytest.mark.parametrize(("press", "order"), [("up", ["alg1", "tiny"]), ("down", ["tiny", "alg1"])])
def test_the_first_goes_no_higher_and_the_last_no_lower(school, ada, press, order):
    course = {"up": order[0], "down": order[-1]}[press]
    page = ada.post(at("edit-courses", school), {"course": order, press: course})
    assert [row.course.id for row in page.context["rows"]] == order


def test_a_course_with_goals_stays_and_the_page_names_them(school, ada):
    set_units(school, "tiny/one")
    assert "In use by the goal Unit one" in text(ada.get(at("edit-courses", school)))
    page = ada.post(at("edit-courses", school), {"course": ["alg1"], "save": "yes"})
    assert page.status_code == 422
    assert "Remove these goals first, then the course." in text(page)
    assert [row.course.id for row in page.context["rows"]] == ["alg1"]
    assert len(queries.courses_of(school.room)) == 2


def test_htmx_gets_the_list_alone_with_the_same_rows(school, ada):
    sent = {"course": ["alg1", "tiny"], "up": "tiny"}
    part = ada.post(at("edit-courses", school), sent, headers={"HX-Request": "true"})
    assert part.content.decode().strip().startswith('<form method="post" id="courses"')
    assert b"<html" not in part.content


# Placement


def place_by(ada, school, due="2027-05-08", **courses):
    sent = {f"course-{getattr(school, name).pk}": course for name, course in courses.items()}
    return ada.post(at("placement", school), {**sent, "due": due})


def held(school):
    return {row.name: [goal.course_id for goal in row.goals] for row in queries.placement(school.room, TODAY)}


def test_each_learner_can_be_placed_in_another_course(school, ada):
    done = place_by(ada, school, ben="tiny", cho="alg1", dina="none")
    assert done.status_code == 302
    assert held(school) == {"Ben": ["tiny"], "Cho": ["alg1"], "Dina": []}


def test_another_course_takes_the_place_of_the_first_and_the_page_says_so(school, ada):
    place(school, school.ben)
    place_by(ada, school, ben="alg1")
    assert held(school)["Ben"] == ["alg1"]
    assert "Tiny: no longer the course goal of Ben." in text(ada.get(at("placement", school)))


def test_who_keeps_a_course_keeps_its_date(school, ada):
    place(school)
    place_by(ada, school, ben="tiny", cho="tiny", dina="tiny")
    assert {aim.due for aim in Aim.objects.all()} == {FRIDAY}
    assert "Nobody's course was changed." in text(ada.get(at("placement", school)))


def test_somebody_with_two_course_goals_keeps_both_unless_told(school, ada):
    place(school, school.ben)
    place(school, school.ben, course_id="alg1")
    assert b'<option value="keep" selected>' in ada.get(at("placement", school)).content
    place_by(ada, school, ben="keep")
    assert len(held(school)["Ben"]) == 2
    place_by(ada, school, ben="tiny")
    assert held(school)["Ben"] == ["tiny"]


@pytest.mark.parametrize(
    ("due", "course", "sentence"),
    [
        ("", "tiny", "Choose the day the new course goals are due."),
        ("2027-02-28", "tiny", "28 February 2027 is in the past"),
        ("soon", "tiny", "Choose the day the new course goals are due."),
        ("2027-05-08", "geometry", "is not one of the courses of 8B"),
    ],
)
def test_a_refused_placement_says_why_keeps_what_was_chosen_and_writes_nothing(school, ada, due, course, sentence):
    page = place_by(ada, school, due=due, cho="alg1", ben=course)
    assert page.status_code == 422
    assert sentence in text(page)
    assert page.context["due"] == due
    assert {line.row.name: line.choice for line in page.context["lines"]}["Cho"] == "alg1"
    assert not Goal.objects.exists()


def test_a_learner_of_another_class_cannot_be_placed(school, ada):
    assert place_by(ada, school, eli="tiny").status_code == 422
    assert not Goal.objects.exists()


# New goals


def new(ada, school, **fields):
    return ada.post(
        at("new-goal", school), {"kind": "course", "who": "all", "due": "2027-05-08", "target": "80"} | fields
    )


def test_a_course_goal_for_the_whole_class(school, ada):
    done = new(ada, school, course="tiny")
    assert done.url == f"{at('goals', school)}?kind=course"
    assert {aim.learner.name for aim in Aim.objects.all()} == {"Ben", "Cho", "Dina"}
    assert "Tiny: goal set for Ben, Cho and Dina, due 8 May 2027." in text(ada.get(done.url))


def test_several_units_at_once_are_a_goal_each(school, ada):
    new(
        ada, school, kind="unit", unit=["tiny/one", "tiny/two"], who="chosen", learner=[str(school.ben.pk)], target="70"
    )
    assert sorted(Goal.objects.values_list("unit", "target")) == [("tiny/one", 70), ("tiny/two", 70)]
    assert {aim.learner.name for aim in Aim.objects.all()} == {"Ben"}


def test_setting_it_again_says_whose_dates_move_before_and_after(school, ada):
    place(school)
    asked = ada.get(at("new-goal", school), {"kind": "course", "course": "tiny", "due": "2027-05-08"})
    assert "3 learners have the goal Tiny already, the first due 5 March 2027. Their dates will move." in text(asked)
    done = new(ada, school, course="tiny")
    assert "its date moved from 5 March 2027 to 8 May 2027" in text(ada.get(done.url))


def test_a_first_date_is_twelve_weeks_ahead_for_a_course_and_two_for_a_unit(school, ada):
    days = [ada.get(at("new-goal", school), {"kind": kind}).context["draft"].day for kind in ("course", "unit")]
    assert days == [TODAY + timedelta(weeks=12), TODAY + timedelta(weeks=2)]


def test_the_preview_shows_the_percent_that_the_learner_sees(school, ada, as_):
    set_unit(school.ben, "tiny/one", P, F, 0)
    page = ada.get(at("new-goal", school), {"kind": "unit", "unit": "tiny/one"})
    assert "As Ben will see it" in text(page)
    assert "43% mastered so far. Your goal is 80%." in text(page)


def test_the_preview_says_who_is_there_already(school, ada):
    set_unit(school.ben, "tiny/one", P, P, P)
    page = ada.get(at("new-goal", school), {"kind": "unit", "unit": "tiny/one"})
    assert "1 learner is there already" in text(page)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"course": "geometry"}, "is not one of the courses of 8B"),
        ({"course": "tiny", "due": ""}, "Choose the day the goal is due."),
        ({"course": "tiny", "due": "2027-02-28"}, "is in the past"),
        ({"course": "tiny", "target": "101"}, "from 50 % to 100 %"),
        ({"course": "tiny", "target": "9" * 5000}, "a whole number from 50 to 100"),
        ({"course": "tiny", "target": "eighty"}, "a whole number from 50 to 100"),
        ({"course": "tiny", "who": "chosen"}, "No learner is chosen"),
        ({"course": "tiny", "who": "chosen", "learner": ["x", "01a200a6-73e1-7409-9a5e-2a7779d35256"]}, "not in 8B"),
        ({"kind": "unit"}, "No unit is chosen"),
        ({"kind": "unit", "unit": ["tiny/one", "tiny/nine"]}, "in none of the courses of 8B"),
    ],
)
def test_a_refused_goal_says_why_keeps_what_was_typed_and_writes_nothing(school, ada, fields, sentence):
    page = new(ada, school, **fields)
    assert page.status_code == 422
    assert sentence in text(page)
    draft = page.context["draft"]
    assert draft.due == fields.get("due", "2027-05-08")
    assert draft.target == fields.get("target", "80")
    assert draft.units == tuple(fields.get("unit", ()))
    assert not Goal.objects.exists()


def test_an_archived_class_sets_no_goals_and_says_so(school, ada):
    people.archive_class(actor=school.ada, classroom=school.room, at=MONDAY)
    page = new(ada, school, course="tiny")
    assert page.status_code == 422
    assert "8B is archived" in text(page)


@pytest.mark.parametrize("name", ["edit-courses", "placement", "new-goal", "goals"])
def test_the_pages_of_an_archived_class_say_that_nothing_changes(school, ada, name):
    people.archive_class(actor=school.ada, classroom=school.room, at=MONDAY)
    assert "nothing in it changes" in text(ada.get(at(name, school)))
