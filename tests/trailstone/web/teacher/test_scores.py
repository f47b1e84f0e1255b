"""Assignments > Scores, and the report on one of them."""

from datetime import timedelta
from random import Random
from urllib.parse import parse_qs, urlsplit

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.trailstone.assignments.conftest import FRIDAY_NIGHT, Desk
from tests.trailstone.cast import MONDAY, join, person
from tests.trailstone.practising import finish_exercise
from tests.trailstone.web.teacher.test_activity import as_rows, text
from trailstone.people.actions import groups

HOUR = timedelta(hours=1)


@pytest.fixture
def desk(school):
    return Desk(school)


@pytest.fixture
def given(desk):
    """An exercise for all that Ben did with one miss and Cho with three, and a quiz for Ben alone, due later."""
    desk.assign(desk.exercise(), at=MONDAY - 5 * HOUR)
    desk.assign(desk.quiz(), who=[desk.school.ben], due=FRIDAY_NIGHT + timedelta(days=7), at=MONDAY - 5 * HOUR)
    for learner, marks in ((desk.school.ben, [True, True, True, False]), (desk.school.cho, [True] + [False] * 3)):
        finish_exercise(learner, desk.alg1, desk.unit.skills[0], marks, Random(2), at=MONDAY - 2 * HOUR)
    return desk


def page(browser, school, **query):
    return browser.get(reverse("scores", args=[school.room.pk]), query)


def detail(browser, desk, **query):
    one = desk.school.room.assignments.order_by("due_at").first()
    return browser.get(reverse("assignment-report", args=[desk.school.room.pk, one.pk]), query)


def names(reply):
    return [line.row.name for line in reply.context["lines"]]


def test_a_class_of_another_teacher_does_not_exist(given, as_):
    assert page(as_(given.school.lund), given.school).status_code == 404
    assert detail(as_(given.school.lund), given).status_code == 404


def test_the_cells_say_the_best_score_the_state_or_that_it_was_not_given(given, ada):
    reply = page(ada, given.school)
    ben, cho, dina = reply.context["lines"]
    assert "<b>75%</b>" in ben.cells
    assert "<b>25%</b>" in cho.cells
    assert "not started" in dina.cells
    assert "not given" in dina.cells
    assert reply.context["averages"] == [50, None]
    assert reply.context["finished"] == [(2, 3), (0, 1)]


def test_rows_sort_and_a_group_and_a_name_choose(given, ada):
    assert names(page(ada, given.school, sort="-average")) == ["Ben", "Cho", "Dina"]
    assert names(page(ada, given.school, sort="share")) == ["Dina", "Ben", "Cho"]
    assert names(page(ada, given.school, find="ch")) == ["Cho"]
    group = groups.make_group(
        actor=given.school.ada, classroom=given.school.room, name="G", learners=[given.school.cho.pk], at=MONDAY
    )
    grouped = page(ada, given.school, group=str(group.pk))
    assert (names(grouped), grouped.context["averages"]) == (["Cho"], [25, None])


def test_due_dates_kinds_and_courses_choose_columns(given, ada):
    def columns(**query):
        return [one.title for one in page(ada, given.school, **query).context.get("columns", ())]

    assert len(columns()) == 2
    assert columns(kind="quiz") == columns(due="own", **{"from": "2027-03-08", "to": "2027-03-20"}) != columns()
    assert len(columns(course="alg1")) == 2
    assert columns(course="tiny") == columns(due="over") == []
    given.assign(given.exercise(1), due=MONDAY - HOUR, at=MONDAY - 5 * HOUR)
    assert (len(columns(due="over")), len(columns(due="open"))) == (1, 2)


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_both_files_have_the_rows_and_numbers_of_the_screen(given, ada, kind):
    head, *rows = as_rows(page(ada, given.school, sort="-average", format=kind))
    assert [row[0] for row in rows] == names(page(ada, given.school, sort="-average"))
    ben = dict(zip(head, rows[0], strict=True))
    assert (ben["Completed %"], ben["Average %"]) == ("50", "75")
    assert [value for name, value in ben.items() if "due 2027-03-05" in name] == ["75", "Done"]


def test_many_assignments_are_shown_in_parts_the_latest_first(desk, ada):
    for number in range(15):
        desk.assign(desk.exercise(0), due=FRIDAY_NIGHT + timedelta(days=number), at=MONDAY - HOUR)
    latest = page(ada, desk.school).context
    assert (len(latest["columns"]), latest["earlier"], latest["later"]) == (12, 0, None)
    first = page(ada, desk.school, start="0").context
    assert (len(first["columns"]), first["earlier"], first["later"]) == (12, None, 12)


def test_nothing_assigned_says_what_to_do(school, ada):
    assert "No assignment yet" in text(page(ada, school))


def test_the_report_names_who_missed_a_question_and_gives_them_practice(given, ada):
    (row,) = detail(ada, given).context["difficult"]
    assert (row.asked.misses, row.asked.asked) == (4, 8)
    sent = parse_qs(urlsplit(row.assign).query)
    assert sent == {"skill": [str(given.skill.id)], "learner": [str(given.school.ben.pk), str(given.school.cho.pk)]}
    assert ada.get(row.assign).status_code == 200


def test_a_learners_own_answers_open_and_of_nobody_elses_class(given, ada):
    reply = detail(ada, given, learner=str(given.school.cho.pk))
    assert "Cho: own answers" in text(reply)
    assert [one.state for one in reply.context["opened"]["parts"][0][1]] == ["ok", "retry", "retry", "retry"]
    assert "Nothing is finished yet." in text(detail(ada, given, learner=str(given.school.dina.pk)))
    assert detail(ada, given, learner=str(given.school.eli.pk)).status_code == 404
    assert detail(ada, given, learner="nobody").status_code == 404


def test_the_report_agrees_with_the_scores(given, ada):
    whole = detail(ada, given).context
    scores = page(ada, given.school).context
    assert whole["report"].average == scores["averages"][0] == 50
    assert {one.line.name: one.line.standing.percent for one in whole["lines"]} == {"Ben": 75, "Cho": 25, "Dina": None}


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_both_files_of_the_report_have_a_row_for_each_learner_and_question(given, ada, kind):
    head, *rows = as_rows(detail(ada, given, format=kind))
    assert [row[0] for row in rows] == ["Ben"] * 4 + ["Cho"] * 4
    last = dict(zip(head, rows[3], strict=True))
    assert (last["Question"], last["Result"], last["Tries"], last["Hints"]) == ("4", "not yet", "2", "0")
    assert last["Answer"]


def test_a_draft_has_no_report(desk, ada):
    draft = desk.assign(draft=True)
    address = reverse("assignment-report", args=[desk.school.room.pk, draft.pk])
    assert ada.get(address).status_code == 404


def test_both_pages_ask_as_often_for_30_learners_as_for_3(given, ada):
    def asked(show):
        with CaptureQueriesContext(connection) as found:
            assert show().status_code == 200
        return len(found)

    shows = (lambda: page(ada, given.school), lambda: detail(ada, given))
    before = [asked(show) for show in shows]
    for number in range(27):
        join(given.school.room, person(given.school.school, f"Learner {number:02}"))
    given.assign(given.exercise(), due=FRIDAY_NIGHT + HOUR, at=MONDAY - HOUR)
    assert [asked(show) for show in shows] == before
    assert max(before) <= 12
