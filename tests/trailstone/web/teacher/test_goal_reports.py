"""How goals stand: progress, one goal, celebrations."""

import csv
import io
import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.trailstone.cast import FRIDAY, MONDAY, TODAY, join, person, set_unit
from tests.trailstone.goals.test_setting import place, set_units
from tests.trailstone.web.teacher.test_activity import as_rows
from tests.trailstone.web.teacher.test_goal_pages import LATER, F, M, P, at, text
from trailstone.goals import queries
from trailstone.goals.models import Aim, Goal
from trailstone.people import actions as people

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
