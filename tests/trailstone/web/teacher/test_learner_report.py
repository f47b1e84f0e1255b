"""One learner's attempts: when, what, minutes, right of asked, levels before and after."""

from datetime import timedelta
from random import Random

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.trailstone.cast import MONDAY
from tests.trailstone.practising import finish_exercise, give
from tests.trailstone.web.teacher.test_activity import as_rows, overview, text
from trailstone.practice import start


@pytest.fixture
def worked(school):
    """Ben did two exercises, ten and two days ago, and left a quiz."""
    unit = school.alg1.by_unit["alg1/equations"]
    exercise(school, 0, [True] * 4, MONDAY - timedelta(days=10))
    exercise(school, 1, [True, False, False, True], MONDAY - timedelta(days=2))
    quiz = start.start_quiz(
        learner=school.ben, course=school.alg1, unit=unit, quiz=unit.quizzes[0], at=MONDAY, rng=Random(1)
    )
    give(school.ben, quiz, [True])
    return school


def exercise(school, number, marks, at):
    skill = school.alg1.by_unit["alg1/equations"].skills[number]
    return finish_exercise(school.ben, school.alg1, skill, marks, Random(2), at=at)


def work(browser, school, **query):
    address = reverse("learner-detail", args=[school.room.pk, school.ben.pk])
    return browser.get(address, {"tab": "work"} | query)


def test_every_attempt_is_a_row_the_latest_first(worked, ada):
    rows = list(work(ada, worked).context["rows"])
    assert [str(one.activity) for one in rows] == ["quiz", "exercise", "exercise"]
    assert [(one.right, one.asked) for one in rows[1:]] == [(2, 4), (4, 4)]
    assert [step.after.words for step in rows[2].steps] == ["Proficient"]
    assert all(one.minutes for one in rows)


def test_days_and_kinds_choose_attempts(worked, ada):
    assert len(work(ada, worked, days="7").context["rows"]) == 2
    assert len(work(ada, worked, kind="quiz").context["rows"]) == 1
    assert "Nothing was tried in these days." in text(
        work(ada, worked, days="own", **{"from": "2027-01-01", "to": "2027-01-02"})
    )


def test_rows_sort_by_right_and_an_unknown_order_is_by_time(worked, ada):
    assert [one.percent for one in work(ada, worked, sort="-percent").context["rows"]] == [100, 50, -1]
    assert work(ada, worked, sort="nonsense").context["order"].words == "-when"


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_both_files_have_the_rows_of_the_screen(worked, ada, kind):
    head, *rows = as_rows(work(ada, worked, sort="when", format=kind))
    shown = list(work(ada, worked, sort="when").context["rows"])
    assert [row[3] for row in rows] == [one.title for one in shown]
    first = dict(zip(head, rows[0], strict=False))
    assert (first["Right"], first["Asked"], first["Skills up"], first["Time"]) == ("4", "4", "1", "12:01")
    assert "Not started to Proficient" in rows[0][-1]


def test_minutes_of_some_days_are_those_of_the_activity_overview(worked, ada):
    row = next(row for row in overview(ada, worked, days="30").context["rows"] if row.name == "Ben")
    page = work(ada, worked, days="30")
    assert page.context["did"].minutes == row.minutes > 0
    assert page.context["finished"] == row.exercises + row.others


def test_a_learner_of_another_class_and_an_unknown_tab_do_not_exist(worked, ada, as_):
    assert work(as_(worked.lund), worked).status_code == 404
    assert ada.get(reverse("learner-detail", args=[worked.room.pk, worked.eli.pk]), {"tab": "work"}).status_code == 404
    assert work(ada, worked, tab="secrets").status_code == 404


def test_a_long_story_is_shown_in_pages_and_asks_no_more(worked, ada):
    def asked():
        with CaptureQueriesContext(connection) as found:
            page = work(ada, worked)
        return page, len(found)

    _, before = asked()
    for number in range(60):
        exercise(worked, 2, [True] * 4, MONDAY - timedelta(days=9) + timedelta(minutes=10 * number))
    page, after = asked()
    assert page.context["rows"].paginator.num_pages == 2
    assert after == before <= 9


@pytest.mark.parametrize("zone", ["Africa/Nairobi", "America/Chicago"])
def test_the_screen_says_the_time_of_the_file_which_is_the_schools(worked, ada, zone):
    type(worked.school).objects.filter(pk=worked.school.pk).update(time_zone=zone)
    _, *rows = as_rows(work(ada, worked, format="csv", days="30"))
    page = text(work(ada, worked, days="30"))
    assert len(rows) == 3
    assert [row[1] for row in rows if f", {row[1]}" not in page] == []
