"""Activity > Opportunities."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.trailstone.cast import MONDAY, join, person, set_unit
from tests.trailstone.web.teacher.test_activity import as_rows, text
from trailstone.content.catalogue import CATALOGUE
from trailstone.content.models import Skill
from trailstone.goals.models import ClassCourse
from trailstone.people.actions import groups


@pytest.fixture
def stuck(school):
    set_unit(school.ben, "tiny/one", 1, 1, 3)
    set_unit(school.cho, "tiny/one", 2, 1, 1)
    set_unit(school.cho, "tiny/two", 1)
    return school


def page(browser, school, **query):
    return browser.get(reverse("opportunities", args=[school.room.pk]), {"course": "tiny"} | query)


def names(reply):
    return [line.row.skill.name for line in reply.context["lines"]]


def test_a_class_of_another_teacher_does_not_exist(stuck, as_):
    assert page(as_(stuck.lund), stuck).status_code == 404


def test_the_button_takes_the_skill_and_those_who_are_stuck_along(stuck, ada):
    line = page(ada, stuck).context["lines"][0]
    address = urlsplit(line.assign)
    assert address.path == reverse("assign", args=[stuck.room.pk])
    assert parse_qs(address.query) == {
        "skill": [str(line.row.skill.id)],
        "learner": [str(stuck.ben.pk), str(stuck.cho.pk)],
    }
    assert ada.get(line.assign).status_code == 200


def test_skills_come_by_learners_or_in_the_order_of_the_course(stuck, ada):
    assert names(page(ada, stuck)) == ["Skill one 2", "Skill one 1", "Skill one 3", "Skill two 1"]
    assert names(page(ada, stuck, sort="course"))[:2] == ["Skill one 1", "Skill one 2"]


def test_a_unit_a_standard_and_a_group_choose(stuck, ada):
    Skill.objects.filter(slug="tiny/one/s2").update(standards=["A-REI.3"])
    CATALOGUE.forget()
    group = groups.make_group(actor=stuck.ada, classroom=stuck.room, name="G", learners=[stuck.ben.pk], at=MONDAY)
    assert names(page(ada, stuck, unit="tiny/two")) == ["Skill two 1"]
    assert names(page(ada, stuck, standard="A-REI.3")) == ["Skill one 2"]
    assert names(page(ada, stuck, group=str(group.pk))) == ["Skill one 1", "Skill one 2"]
    assert "Nobody is stuck on any of these." in text(page(ada, stuck, standard="None"))
    assert page(ada, stuck, unit="tiny/nine").status_code == 404


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_both_files_have_the_rows_of_the_screen(stuck, ada, kind):
    _, *rows = as_rows(page(ada, stuck, sort="course", format=kind))
    assert [row[0] for row in rows] == names(page(ada, stuck, sort="course"))
    assert rows[1][3:6] == ["2", "2", "0"]
    assert rows[1][-1] == "Ben, Cho"


def test_nobody_stuck_and_no_course_say_what_to_do(school, ada):
    assert "Nobody is stuck" in text(page(ada, school))
    ClassCourse.objects.filter(classroom=school.room).delete()
    assert "Add the course you teach first" in text(ada.get(reverse("opportunities", args=[school.room.pk])))


def test_an_archived_class_offers_no_assigning(stuck, ada):
    stuck.room.archived_at = MONDAY
    stuck.room.save()
    assert "Assign to" not in text(page(ada, stuck))


def test_the_page_asks_as_often_for_30_learners_as_for_3(stuck, ada):
    asked = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as found:
            page(ada, stuck)
        asked.append(len(found))
        for number in range(27):
            set_unit(join(stuck.room, person(stuck.school, f"Learner {number:02} {len(asked)}")), "tiny/one", 1, 1, 1)
    assert asked[0] == asked[1] <= 8
