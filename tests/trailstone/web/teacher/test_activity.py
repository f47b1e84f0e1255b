"""Activity > Overview, and the data dictionary."""

import csv
import io
import re
import zipfile
from datetime import timedelta
from random import Random
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.trailstone.cast import MONDAY, join, person
from tests.trailstone.practising import finish_exercise
from trailstone.people.actions import groups
from trailstone.reports.dictionary import SHEETS, lines

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def overview(browser, school, **query):
    return browser.get(reverse("activity", args=[school.room.pk]), query)


def names(page):
    return [row.name for row in page.context["rows"]]


def text(page):
    return " ".join(re.sub(r"<[^>]+>", " ", page.content.decode()).split())


def practise(school, learner, marks, at=MONDAY, number=0):
    skill = school.alg1.by_unit["alg1/equations"].skills[number]
    finish_exercise(learner, school.alg1, skill, marks, Random(2), at=at)


def as_rows(reply):
    if "csv" in reply.headers["Content-Type"]:
        return list(csv.reader(io.StringIO(reply.content.decode("utf-8-sig"), newline="")))
    with zipfile.ZipFile(io.BytesIO(reply.content)) as parts:
        sheet = ElementTree.fromstring(parts.read("xl/worksheets/sheet1.xml"))  # noqa: S314 - our own file
    rows = [{_column(cell.get("r")): "".join(cell.itertext()) for cell in row} for row in sheet.iter(f"{MAIN}row")]
    return [[row.get(place, "") for place in range(len(rows[0]))] for row in rows]


def _column(name):
    """The place of a cell called "AB12", from 0."""
    place = 0
    for letter in name.rstrip("0123456789"):
        place = 26 * place + ord(letter) - ord("A") + 1
    return place - 1


def test_a_class_of_another_teacher_does_not_exist(school, as_):
    assert overview(as_(school.lund), school).status_code == 404
    assert overview(as_(school.ben), school).status_code == 404


def test_the_last_seven_days_are_shown_and_today_alone_on_request(school, ada):
    practise(school, school.ben, [True] * 4, at=MONDAY - timedelta(days=2))
    assert overview(ada, school).context["total"].exercises == 1
    assert overview(ada, school, days="today").context["total"].exercises == 0
    page = overview(ada, school, days="own", **{"from": "2027-02-27", "to": "2027-02-27"})
    assert (page.context["total"].exercises, page.context["span"].one_day) == (1, True)


@pytest.mark.parametrize(
    ("first", "last", "sentence"),
    [
        ("2027-03-02", "2027-03-01", "The last day is before the first one."),
        ("2025-03-02", "2027-03-01", "That is more than a school year."),
        ("tomorrow", "", "Choose the first and the last day."),
        ("9999-12-31", "9999-12-31", "Choose the first and the last day."),
        ("0001-01-01", "0001-01-02", "Choose the first and the last day."),
    ],
)
def test_days_that_cannot_be_are_a_sentence(school, ada, first, last, sentence):
    page = overview(ada, school, days="own", **{"from": first, "to": last})
    assert page.status_code == 200
    assert sentence in text(page)


def test_rows_sort_by_any_column_and_the_address_keeps_it(school, ada):
    practise(school, school.cho, [True] * 4)
    assert names(overview(ada, school)) == ["Ben", "Cho", "Dina"]
    page = overview(ada, school, sort="-minutes", days="30")
    assert names(page) == ["Cho", "Ben", "Dina"]
    assert "days=30" in page.context["query"]
    assert "sort=-minutes" in page.context["query"]


def test_a_group_is_shown_alone_with_its_own_total(school, ada):
    practise(school, school.ben, [True] * 4)
    practise(school, school.cho, [True] * 4)
    group = groups.make_group(
        actor=school.ada, classroom=school.room, name="Early birds", learners=[school.cho.pk], at=MONDAY
    )
    page = overview(ada, school, group=str(group.pk))
    assert names(page) == ["Cho"]
    assert page.context["total"].exercises == 1
    assert overview(ada, school, group="00000000-0000-0000-0000-000000000000").status_code == 404


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_both_files_have_the_rows_and_numbers_of_the_screen(school, ada, kind):
    practise(school, school.cho, [True, False, True, True])
    page, file = overview(ada, school, sort="-minutes"), overview(ada, school, sort="-minutes", format=kind)
    head, *rows = as_rows(file)
    assert [row[0] for row in rows] == names(page)
    first = dict(zip(head, rows[0], strict=True))
    shown = page.context["rows"][0]
    assert [first[name] for name in ("Minutes", "Exercises done", "Skills worked on", "Levelled up", "Familiar")] == [
        str(shown.minutes), "1", "1", "1", "1",
    ]  # fmt: skip
    assert re.findall(r'class="n mini"[^>]*>(\d+)<', str(page.context["lines"]))[:8] == rows[0][2:10]


def test_an_empty_class_says_what_to_do(school, ada):
    school.room.enrolments.all().delete()
    assert "Nobody is in this class yet" in text(overview(ada, school))


def test_the_page_asks_as_often_for_30_learners_as_for_3(school, ada):
    practise(school, school.ben, [True] * 4)
    asked = []
    for _ in range(2):
        with CaptureQueriesContext(
            connection,
        ) as found:
            overview(ada, school)
        asked.append(len(found))
        for number in range(27):
            join(school.room, person(school.school, f"Learner {number:02} {len(asked)}"))
    assert asked[0] == asked[1] <= 10


def test_the_dictionary_names_every_column_of_every_file(school, client):
    page = client.get(reverse("data-dictionary"))
    shown = text(page)
    assert all(
        sheet.title in shown and line.meaning.replace("'", "&#x27;") in shown
        for sheet in SHEETS
        for line in lines(sheet)
    )


def test_every_column_says_what_it_means_in_what_unit_and_where_from():
    for sheet in SHEETS:
        found = list(lines(sheet))
        assert all(line.name and line.meaning and line.unit and line.source for line in found)
        assert len({line.name for line in found}) == len(found), sheet.key
    assert len({sheet.key for sheet in SHEETS}) == len(SHEETS)
