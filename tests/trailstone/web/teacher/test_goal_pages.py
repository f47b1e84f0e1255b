"""Edit courses, placement, new goals, progress, one goal, celebrations."""

import csv
import io
import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.trailstone.cast import FRIDAY, MONDAY, TODAY, join, person, set_unit, tiny_course
from tests.trailstone.goals.test_setting import place, set_units
from tests.trailstone.web.teacher.test_activity import as_rows
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


# Progress


def test_progress_shows_date_learners_median_and_how_many_reached(school, ada):
    set_units(school, "tiny/one")
    set_unit(school.ben, "tiny/one", P, P, P)
    set_unit(school.cho, "tiny/one", F, F, 0)
    page = text(ada.get(at("goals", school), {"kind": "unit"}))
    assert "Unit one Tiny 5 Mar 2027 3" in page
    assert "33% 1 of 3" in page


def test_a_late_joiner_gets_the_goals_of_the_class_with_one_click(school, ada):
    set_units(school, "tiny/one", "tiny/two")
    fay = join(school.room, person(school.school, "Fay"), at=MONDAY + timedelta(minutes=1))
    assert "Add Fay to all 2" in text(ada.get(at("goals", school)))
    ada.post(at("goals", school), {"learner": fay.pk})
    assert fay.aims.count() == 2
    assert "Add Fay" not in text(ada.get(at("goals", school)))


def test_a_late_joiner_of_another_class_is_refused(school, ada):
    set_units(school, "tiny/one")
    assert ada.post(at("goals", school), {"learner": school.eli.pk}).status_code == 422


# One goal


@pytest.fixture
def goal(school):
    set_units(school, "tiny/one")
    return Goal.objects.get()


def change(ada, school, goal, do, **fields):
    return ada.post(at("goal", school, goal.pk), {"do": do} | fields)


def test_the_percent_of_a_goal_is_that_of_the_skills_report_and_of_the_learners_page(school, ada, as_, goal):
    set_unit(school.ben, "tiny/one", M, P, F)
    page = ada.get(at("goal", school, goal.pk))
    percents = {row.name: row.percent for row in page.context["rows"]}
    report = ada.get(at("skills-report", school), {"course": "tiny", "unit": "tiny/one"})
    assert percents == {line.row.name: line.row.percent for line in report.context["lines"]}
    (own,) = queries.goals_of_learner(school.ben, school.room, TODAY)
    assert own.percent == percents["Ben"] == 77
    assert "77%" in text(as_(school.ben).get(at("class-page", school)))


def test_rows_sort_and_filter_by_the_address(school, ada, goal):
    set_unit(school.cho, "tiny/one", P, P, P)

    def names(**query):
        return [row.name for row in ada.get(at("goal", school, goal.pk), query).context["rows"]]

    assert names(sort="-percent") == ["Cho", "Ben", "Dina"]
    assert names(sort="nonsense") == ["Ben", "Cho", "Dina"]
    assert names(state="achieved") == ["Cho"]
    assert names(find=" di ") == ["Dina"]


def test_the_file_has_the_rows_of_the_screen(school, ada, goal):
    set_unit(school.cho, "tiny/one", P, P, P)
    query = {"sort": "-percent", "find": "o"}
    screen = ada.get(at("goal", school, goal.pk), query).context["rows"]
    file = ada.get(at("goal", school, goal.pk), query | {"format": "csv"})
    assert file.headers["Content-Disposition"] == 'attachment; filename="8b-unit-one.csv"'
    rows = list(csv.reader(io.StringIO(file.content.decode("utf-8-sig"), newline="")))[1:]
    assert [(row[0], int(row[2])) for row in rows] == [(row.name, row.percent) for row in screen] == [("Cho", 80)]


def test_the_due_date_moves_for_all_or_for_those_picked(school, ada, goal):
    change(ada, school, goal, "due", due="2027-05-08")
    assert set(Aim.objects.values_list("due", flat=True)) == {LATER}
    change(ada, school, goal, "due", due="2027-04-01", who="picked", learner=[school.ben.pk])
    assert Aim.objects.get(learner=school.ben).due == date(2027, 4, 1)
    assert Aim.objects.get(learner=school.cho).due == LATER


def test_the_target_changes_for_all(school, ada, goal):
    change(ada, school, goal, "target", target="90")
    assert Goal.objects.get().target == 90


@pytest.mark.parametrize(
    ("do", "fields", "sentence"),
    [
        ("due", {"due": ""}, "Choose the day the goal is due."),
        ("due", {"due": "2027-02-01"}, "is in the past"),
        ("due", {"due": "2027-05-08", "who": "picked"}, "No learner is chosen"),
        ("target", {"target": "30"}, "from 50 % to 100 %"),
        ("target", {"target": ""}, "a whole number from 50 to 100"),
        ("unassign", {}, "No learner is chosen"),
        ("add", {}, "No learner is chosen"),
    ],
)
def test_a_refused_change_says_why_and_keeps_what_was_typed(school, ada, goal, do, fields, sentence):
    page = change(ada, school, goal, do, **fields)
    assert page.status_code == 422
    assert sentence in text(page)
    for name in {"due", "target"} & fields.keys():
        assert f'value="{fields[name]}"' in page.content.decode()
    assert (Goal.objects.get().due, Goal.objects.get().target) == (FRIDAY, 80)


def test_something_else_to_do_does_not_exist(school, ada, goal):
    assert change(ada, school, goal, "explode").status_code == 404


def undo_address(page):
    return re.search(r'action="([^"]+)"[^>]*>(?:(?!</form>).)*undo', page.content.decode(), re.S)[1].replace(
        "&amp;", "&"
    )


def test_taking_a_goal_away_can_be_undone(school, ada, goal):
    done = change(ada, school, goal, "unassign", learner=[school.ben.pk, school.cho.pk])
    assert Aim.objects.filter(unassigned_at=None).count() == 1
    ada.post(undo_address(ada.get(done.url)))
    assert Aim.objects.filter(unassigned_at=None).count() == 3


def test_a_removed_goal_can_be_brought_back_from_the_message_and_from_its_page(school, ada, goal):
    done = change(ada, school, goal, "remove")
    assert Goal.objects.get().archived_at == MONDAY
    ada.post(undo_address(ada.get(done.url)))
    assert Goal.objects.get().archived_at is None
    change(ada, school, goal, "remove")
    assert "Unit one" in text(ada.get(at("goals", school), {"kind": "removed"}))
    change(ada, school, goal, "bring-back")
    assert Goal.objects.get().archived_at is None


def test_every_change_is_in_the_log(school, ada, goal):
    change(ada, school, goal, "target", target="90")
    assert "Changed the target from 80 % to 90 %. Ms Ada, " in text(ada.get(at("goal", school, goal.pk)))


def test_a_goal_of_another_class_does_not_exist_here(school, ada, as_):
    placed = place(school)
    assert as_(school.lund).get(reverse("goal", args=[school.other.pk, placed.goal_id])).status_code == 404


# Celebrations


def test_who_reached_a_goal_is_listed_and_new_until_marked(school, ada, goal):
    set_unit(school.ben, "tiny/one", P, P, P)
    page = text(ada.get(at("celebrate-list", school)))
    assert "Ben new" in page
    assert "Reached on 1 March 2027" in page
    ada.post(at("celebrate-list", school))
    assert "Ben new" not in text(ada.get(at("celebrate-list", school)))


def test_a_certificate_is_for_one_or_for_all(school, ada, goal):
    set_unit(school.ben, "tiny/one", P, P, P)
    set_unit(school.cho, "tiny/one", M, M, M)
    one = ada.get(at("celebrate-list", school), {"print": Aim.objects.get(learner=school.ben).pk})
    assert "Ben reached the goal: 80% of Unit one 1 March 2027" in text(one)
    assert one.content.count(b'class="certificate"') == 1
    assert ada.get(at("celebrate-list", school), {"print": "all"}).content.count(b'class="certificate"') == 2
    assert ada.get(at("celebrate-list", school), {"print": "7777"}).status_code == 404


# What it costs


@pytest.fixture
def full(school):
    """Fills the class to 30 learners, all with the goals of ``set_units`` and ``place``."""

    def fill():
        for number in range(27):
            set_unit(join(school.room, person(school.school, f"Learner {number:02}")), "tiny/one", P, P, P)
        set_units(school, "tiny/one")
        place(school)

    return fill


def cost(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


@pytest.mark.parametrize("name", ["placement", "goals", "celebrate-list", "new-goal", "goal"])
def test_a_page_asks_the_database_as_often_for_30_learners_as_for_3(school, ada, goal, full, name):
    set_unit(school.ben, "tiny/one", P, P, P)
    address = at(name, school, goal.pk) if name == "goal" else at(name, school)
    place(school)
    few = cost(ada, address)
    full()
    assert cost(ada, address) == few <= 12


# For a group


@pytest.fixture
def grouped(school):
    """A goal of the class, and a group of Ben alone, who is half way."""
    place(school)
    set_unit(school.ben, "tiny/one", 4, 4, 4)
    made = people.make_group(
        actor=school.ada, classroom=school.room, name="Front", learners=[school.ben.pk], at=MONDAY
    )  # fmt: skip
    return school, made


def test_the_progress_report_is_about_the_group_of_the_address(grouped, ada):
    school, group = grouped
    everybody = ada.get(reverse("goals", args=[school.room.pk])).context["reports"][0]
    page = ada.get(reverse("goals", args=[school.room.pk]), {"group": str(group.pk)})
    (one,) = page.context["reports"]
    assert (everybody.learners, everybody.median) == (3, 0)
    assert (one.learners, one.median, [row.name for row in one.rows]) == (1, 43, ["Ben"])
    assert f"?group={group.pk}" in page.content.decode()  # each goal's own page keeps the group


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_files_of_both_progress_pages_follow_the_group(grouped, ada, kind):
    school, group = grouped
    goal = Goal.objects.get()
    lists = ada.get(reverse("goals", args=[school.room.pk]), {"group": str(group.pk), "format": kind})
    assert [dict(zip(*as_rows(lists), strict=True))[name] for name in ("Learners", "Median %")] == ["1", "43"]
    one = ada.get(reverse("goal", args=[school.room.pk, goal.pk]), {"group": str(group.pk), "format": kind})
    assert len(as_rows(one)) == 2
    shown = ada.get(reverse("goal", args=[school.room.pk, goal.pk]), {"group": str(group.pk)})
    assert f"group={group.pk}&amp;format={kind}" in shown.content.decode()


def test_a_group_of_another_class_does_not_exist_in_the_progress_report(grouped, ada):
    school, _group = grouped
    other = people.make_group(actor=school.lund, classroom=school.other, name="Front", learners=[], at=MONDAY)
    assert ada.get(reverse("goals", args=[school.room.pk]), {"group": str(other.pk)}).status_code == 404
