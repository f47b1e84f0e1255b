"""The owner's view of the school: its map, and the report of any class."""

import csv
import io
import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.trailstone.cast import TODAY, class_of, join, person, set_unit
from trailstone.goals.models import ClassCourse
from trailstone.people.models import Classroom, Role
from trailstone.progress.models import WeekOfWork

SCHOOL, TINY = "/school/", {"course": "tiny"}


def text(page):
    return " ".join(re.sub(r"<[^>]+>", " ", page.content.decode()).split())


def rows_of(page):
    return list(csv.reader(io.StringIO(page.content.decode("utf-8-sig"), newline="")))


# Who may see it


def test_only_the_owner_sees_the_school(school, as_, ada, reach):
    assert [ada.get(SCHOOL).status_code, as_(school.lund).get(SCHOOL).status_code] == [200, 404]
    assert [as_(school.ben).get(SCHOOL).status_code, reach.get(SCHOOL).status_code] == [404, 404]


def test_an_owner_sees_their_own_school_alone(school, as_, lake):
    obi = as_(lake.people.get(role=Role.OWNER))
    page = obi.get(SCHOOL, TINY)
    assert [line.row.name for line in page.context["lines"]] == ["7A"]
    assert "Hillside" not in text(page)
    assert obi.get(reverse("school-class", args=[school.room.pk])).status_code == 404


def test_the_owner_finds_the_school_in_the_bar(school, ada):
    assert 'href="/school/"' in ada.get("/teach/").content.decode()


# What it shows


def test_a_class_shows_its_middle_learner_in_every_unit(school, ada):
    set_unit(school.ben, "tiny/one", 4, 4, 4)
    set_unit(school.cho, "tiny/one", 3, 3, 3)
    line = ada.get(SCHOOL, TINY).context["lines"][0]
    assert (line.row.name, line.row.units[0].median, line.row.units[0].mean) == ("8B", 80, 60)
    assert '<td class="h4"><b>80%</b><small>mean 60</small></td>' in line.cells


def test_the_file_has_the_rows_of_the_screen(school, ada):
    set_unit(school.eli, "tiny/one", 4, 4, 4)
    query = TINY | {"sort": "-percent"}
    lines = ada.get(SCHOOL, query).context["lines"]
    head, *rows = rows_of(ada.get(SCHOOL, query | {"format": "csv"}))
    assert [row[0] for row in rows] == [line.row.name for line in lines] == ["9C", "8B"]
    assert rows[0][2:5] == ["1", "43", "43"]
    assert head[3:5] == ["Tiny, median %", "Tiny, mean %"]


def test_a_class_that_others_teach_opens_without_leading_to_their_pages(school, ada):
    page = ada.get(reverse("school-class", args=[school.other.pk]), TINY)
    assert "Eli" in text(page)
    assert "Mr Lund" in text(page)
    assert "/teach/" not in page.content.decode().split("<main")[1]


def test_a_class_of_ones_own_opens_as_its_teacher_sees_it(school, ada):
    page = ada.get(reverse("school-class", args=[school.room.pk]), TINY)
    assert page.url.startswith(reverse("mastery-report", args=[school.room.pk]))


def test_the_week_can_be_chosen_and_is_the_last_complete_one_otherwise(school, ada):
    work = {"seconds": 1200, "activities": 3, "to_proficient": 5}
    WeekOfWork.objects.create(school=school.school, learner=school.ben, week=TODAY - timedelta(days=7), **work)
    assert ada.get(SCHOOL, TINY).context["totals"].week.to_proficient == 5
    assert ada.get(SCHOOL, TINY | {"week": TODAY.isoformat()}).context["totals"].week.to_proficient == 0


@pytest.mark.parametrize("query", [{"week": "2020-02-30"}, {"week": "x"}, {"sort": "<b>"}, {"sort": "-u9"}])
def test_an_order_or_week_that_is_none_is_the_usual_one(school, ada, query):
    assert ada.get(SCHOOL, TINY | query).status_code == 200


def test_a_course_that_no_class_has_does_not_exist(school, ada):
    assert ada.get(SCHOOL, {"course": "geometry"}).status_code == 404


def test_a_school_without_a_course_is_told_what_to_do(school, ada):
    ClassCourse.objects.all().delete()
    page = ada.get(SCHOOL)
    assert "No class works on a course yet" in text(page)
    assert 'href="/teach/"' in page.content.decode().split("<main")[1]


def test_an_empty_class_stands_on_the_map_with_a_dash(school, ada):
    room = class_of(school.ada, "Empty", "EMPT2345")
    ClassCourse.objects.create(classroom=room, course_id="tiny")
    cells = next(line.cells for line in ada.get(SCHOOL, TINY).context["lines"] if line.row.name == "Empty")
    assert "<b>–</b>" in cells


def test_a_name_cannot_write_into_the_page(school, ada):
    Classroom.objects.filter(pk=school.room.pk).update(name="<b>8B</b>")
    assert "<b>8B</b>" not in ada.get(SCHOOL, TINY).content.decode()


def test_scripts_get_the_part_that_changes(school, ada):
    page = ada.get(SCHOOL, TINY, headers={"HX-Request": "true"}).content.decode()
    assert page.lstrip().startswith('<div id="report"')


def test_the_page_asks_the_database_as_often_for_12_classes_as_for_2(school, ada):
    counts = []
    for wanted in (2, 12):
        while school.school.classes.count() < wanted:
            number = school.school.classes.count()
            room = class_of(school.ada, f"Class {number}", f"CODE{number}")
            ClassCourse.objects.create(classroom=room, course_id="tiny")
            set_unit(join(room, person(school.school, f"Learner {number}")), "tiny/one", 3)
        ada.get(SCHOOL, TINY)
        with CaptureQueriesContext(connection) as asked:
            ada.get(SCHOOL, TINY)
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 12
