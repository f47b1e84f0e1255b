"""What a leader of the district sees: totals of all schools, and never a learner's name."""

import csv
import io
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.trailstone.cast import began, set_unit
from tests.trailstone.hostile import scene
from trailstone.people.models import Role, School, User

DISTRICT, TINY = "/district/", {"course": "tiny"}
OPEN = {  # what a district leader may open that nobody else may
    "district": 200,
    "district-school": 200,
}


def text(page):
    return " ".join(re.sub(r"<[^>]+>", " ", page.content.decode()).split())


def test_only_a_leader_of_the_district_sees_it(school, as_, ada, reach):
    pages = [DISTRICT, reverse("district-school", args=[1])]
    assert [reach.get(page).status_code for page in pages] == [200, 200]
    for client in (ada, as_(school.lund), as_(school.ben)):
        assert [client.get(page).status_code for page in pages] == [404, 404]


def test_a_leader_begins_at_the_district(school, reach):
    assert reach.get("/").url == DISTRICT


def test_schools_stand_side_by_side(school, reach, lake):
    set_unit(school.ben, "tiny/one", 4, 4, 4)
    page = reach.get(DISTRICT, TINY)
    assert [(line.row.name, line.row.course.median) for line in page.context["lines"]] == [
        ("Hillside School", 43), ("Lakeside School", 21),
    ]  # fmt: skip
    assert page.context["totals"].learners == 5


def test_a_school_opens_to_its_classes_and_no_further(school, reach, lake):
    page = reach.get(reverse("district-school", args=[2]), TINY)
    assert [line.row.name for line in page.context["lines"]] == ["7A"]
    assert "/school/classes/" not in page.content.decode()
    assert reach.get(reverse("district-school", args=[99])).status_code == 404


def test_the_file_has_the_rows_of_the_screen(school, reach, lake):
    query = TINY | {"sort": "-learners"}
    lines = reach.get(DISTRICT, query).context["lines"]
    page = reach.get(DISTRICT, query | {"format": "csv"})
    head, *rows = csv.reader(io.StringIO(page.content.decode("utf-8-sig"), newline=""))
    assert [row[0] for row in rows] == [line.row.name for line in lines] == ["Hillside School", "Lakeside School"]
    assert dict(zip(head, rows[1], strict=True))["Levels Familiar"] == "3"


def test_a_school_is_found_by_its_name(school, reach, lake):
    assert [line.row.name for line in reach.get(DISTRICT, TINY | {"find": "lake"}).context["lines"]] == [
        "Lakeside School"
    ]
    assert "No school fits" in text(reach.get(DISTRICT, {"find": "nowhere"}))


@pytest.mark.parametrize("sort", ["name", "-learners", "begun", "-percent", "reached", "-risen", "active", "<b>"])
def test_schools_are_put_in_every_order(school, reach, lake, sort):
    assert len(reach.get(DISTRICT, TINY | {"sort": sort}).context["lines"]) == 2


def test_the_page_asks_the_database_as_often_for_8_schools_as_for_2(school, reach, lake):
    counts = []
    for wanted in (2, 8):
        while School.objects.count() < wanted:
            number = School.objects.count() + 1
            School.objects.create(pk=number, name=f"School {number}", created_at=began())
        reach.get(DISTRICT, TINY)
        with CaptureQueriesContext(connection) as asked:
            reach.get(DISTRICT, TINY)
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 8


@pytest.mark.crawl
def test_no_page_of_the_site_shows_a_leader_a_learners_name(db):
    """Every address, asked for something of Ben's; and what a leader may open is what somebody with no class may."""
    found = scene.set_scene()
    canary = "Xanthippe Quillfeather"
    User.objects.filter(role=Role.LEARNER).update(name=canary)
    found.sessions["leader"] = scene.session_of(found.town.reach)
    shown, opened = [], {}
    for name, _parts in scene.names():
        reply, _written = scene.ask(found.client("leader"), "get", found.address(name))
        shown += [name] if canary in reply.content.decode(errors="replace") else []
        plain, _written = scene.ask(found.client("elsewhere"), "get", found.address(name))
        if reply.status_code != plain.status_code:
            opened[name] = reply.status_code
    assert shown == []
    assert opened == OPEN


def test_a_leader_writes_into_no_class(db):
    from tests.trailstone.hostile.bodies import bodies

    found = scene.set_scene()
    found.sessions["leader"] = scene.session_of(found.town.reach)
    sent, wrong = bodies(found.town), {}
    for name, parts in scene.names():
        if "class_id" in parts or "goal_id" in parts or name in {"teachers", "new-class", "dashboard"}:
            reply, written = scene.ask(found.client("leader"), "post", found.address(name), sent.get(name))
            if written or reply.status_code not in {404, 405, 403, 401}:
                wrong[name] = (reply.status_code, written)
    assert wrong == {}
