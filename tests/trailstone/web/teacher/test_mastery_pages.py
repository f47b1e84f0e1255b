"""The mastery report of a class."""

import csv
import io
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.trailstone.cast import join, person, set_unit
from trailstone.goals.models import ClassCourse
from trailstone.people.models import Enrolment


def report(ada, school, **query):
    return ada.get(reverse("mastery-report", args=[school.room.pk]), {"course": "tiny"} | query)


def names(page):
    return [line.row.name for line in page.context["lines"]]


def text(page):
    return " ".join(re.sub(r"<[^>]+>", " ", page.content.decode()).split())


def test_a_class_of_another_teacher_does_not_exist(school, as_):
    assert report(as_(school.lund), school).status_code == 404
    assert report(as_(school.ben), school).status_code == 404


def test_a_cell_says_percent_and_points(school, ada):
    set_unit(school.ben, "tiny/one", 4, 3, 2)
    ben = report(ada, school).context["lines"][0]
    assert '<td class="h3"><b>77%</b><small>230</small></td>' in ben.cells
    assert reverse("learner-detail", args=[school.room.pk, school.ben.pk]) in ben.cells


@pytest.mark.parametrize(("percent", "tint"), [(0, 0), (1, 1), (24, 1), (25, 2), (49, 2), (50, 3), (79, 3), (80, 4)])
def test_tints_change_where_the_legend_says(percent, tint):
    from trailstone.web.components.matrix import heat_cell

    assert f'class="h{tint}"' in heat_cell(percent)


def test_rows_sort_by_name_by_the_course_and_by_a_unit(school, ada):
    set_unit(school.ben, "tiny/one", 2)
    set_unit(school.cho, "tiny/two", 4, 4)
    assert names(report(ada, school)) == ["Ben", "Cho", "Dina"]
    assert names(report(ada, school, sort="-percent")) == ["Cho", "Ben", "Dina"]
    assert names(report(ada, school, sort="u2")) == ["Ben", "Dina", "Cho"]
    assert names(report(ada, school, sort="u99")) == ["Ben", "Cho", "Dina"]


def test_a_learner_is_found_and_nobody_is_said_plainly(school, ada):
    assert names(report(ada, school, find="di")) == ["Dina"]
    assert "No learner fits." in text(report(ada, school, find="zz"))


def test_the_file_has_the_rows_and_numbers_of_the_screen(school, ada):
    set_unit(school.cho, "tiny/one", 3, 1)
    query = {"sort": "-percent", "find": "o"}
    page, file = report(ada, school, **query), report(ada, school, **query, format="csv")
    head, *rows = csv.reader(io.StringIO(file.content.decode("utf-8-sig"), newline=""))
    assert [row[0] for row in rows] == names(page) == ["Cho"]
    assert dict(zip(head, rows[0], strict=True))["Unit one %"] == "27"
    assert dict(zip(head, rows[0], strict=True))["Unit one, points"] == "80"


def test_an_empty_class_and_a_class_without_a_course_say_what_to_do(school, ada):
    Enrolment.objects.filter(classroom=school.room).delete()
    assert "Nobody is in this class yet" in text(report(ada, school))
    ClassCourse.objects.filter(classroom=school.room).delete()
    assert "Add the course you teach first" in text(ada.get(reverse("mastery-report", args=[school.room.pk])))


def test_a_course_that_the_class_has_not_does_not_exist(school, ada):
    assert report(ada, school, course="geometry").status_code == 404


def test_a_name_cannot_write_into_the_page(school, ada):
    school.ben.name = "<script>x</script>{learner}"
    school.ben.save()
    page = report(ada, school)
    assert "<script>x" not in page.content.decode()
    assert page.status_code == 200


def test_scripts_get_the_part_that_changes(school, ada):
    page = ada.get(reverse("mastery-report", args=[school.room.pk]), headers={"HX-Request": "true"})
    assert page.content.decode().lstrip().startswith('<div id="report"')


@pytest.mark.parametrize(("name", "most"), [("mastery-report", 7), ("skills-report", 8)])
def test_a_report_takes_as_many_statements_for_30_learners_as_for_3(school, ada, name, most):
    counts = []
    for size in (3, 30):
        while school.room.learners.count() < size:
            number = school.room.learners.count()
            set_unit(join(school.room, person(school.school, f"Learner {number}")), "tiny/one", 3)
        address = reverse(name, args=[school.room.pk])
        ada.get(address, {"course": "tiny"})
        with CaptureQueriesContext(connection) as asked:
            assert ada.get(address, {"course": "tiny"}).status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1] <= most
