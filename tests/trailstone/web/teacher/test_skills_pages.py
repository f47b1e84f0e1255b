"""The skills report, the panel of a skill, the answers behind a cell."""

import csv
import io
import re
from dataclasses import dataclass
from datetime import timedelta
from html.parser import HTMLParser
from random import Random

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.trailstone.cast import MONDAY, TODAY, join, person, set_levels, set_unit, tiny_course
from tests.trailstone.practising import finish_exercise, send, wrong
from trailstone.goals.models import ClassCourse
from trailstone.people import actions as people
from trailstone.practice import queries as practice
from trailstone.practice import start
from trailstone.practice.models import Answer
from trailstone.progress import corrections
from trailstone.reports import nudges, slips
from trailstone.reports import queries as reports
from trailstone.reports.looks import Kind
from trailstone.reports.overview import weeks

P, M, F, A = 3, 4, 2, 1
DAY = timedelta(days=1)
HTMX = {"HX-Request": "true"}


def at(name, school, *more):
    return reverse(name, args=[school.room.pk, *more])


def text(response):
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split()).replace("&#x27;", "'")


def report(ada, school, **query):
    return ada.get(at("skills-report", school), {"course": "tiny", "unit": "tiny/one"} | query)


def names(page):
    return [line.row.name for line in page.context["lines"]]


def cells(line):
    """The cells of a row as they are sent: what the link says, and where it leads."""
    one = r'<td[^>]*><a class="([^"]*)" href="([^"]*)" aria-label="([^"]*)" data-letter="([^"]*)"'
    found = re.findall(one, line.cells)
    return [Cell(*each) for each in found]


@dataclass
class Cell:
    tint: str
    href: str
    words: str
    letter: str


@pytest.fixture
def skills(school):
    return list(school.tiny.skills.values())


# Who may see it


def addresses(school, skill, learner):
    return [at("skills-report", school), at("skill-panel", school, skill), at("answers", school, learner.pk, skill)]


def test_a_class_of_another_teacher_does_not_exist(school, as_, skills):
    lund = as_(school.lund)
    assert {lund.get(page).status_code for page in addresses(school, skills[0].id, school.ben)} == {404}


def test_a_learner_has_no_reports(school, as_, skills):
    assert {as_(school.ben).get(page).status_code for page in addresses(school, skills[0].id, school.ben)} == {404}


@pytest.mark.parametrize("query", [{"course": "geometry"}, {"unit": "tiny/nine"}, {"unit": "alg1/equations"}])
def test_a_course_or_unit_that_the_class_has_not_does_not_exist(school, ada, query):
    assert report(ada, school, **query).status_code == 404


def test_a_learner_or_skill_of_somewhere_else_does_not_exist(school, ada, skills):
    other = next(iter(tiny_course("other").skills))
    assert ada.get(at("answers", school, school.eli.pk, skills[0].id)).status_code == 404
    assert ada.get(at("answers", school, school.ben.pk, other)).status_code == 404
    assert ada.get(at("skill-panel", school, other)).status_code == 404


# The matrix


def test_every_cell_says_its_level_and_leads_to_its_answers(school, ada, skills):
    set_unit(school.ben, "tiny/one", M, P, A)
    page = report(ada, school)
    (ben, *_rest) = page.context["lines"]
    assert [cell.words for cell in cells(ben)] == ["Mastered", "Proficient", "Attempted"]
    assert [cell.letter for cell in cells(ben)] == ["M", "P", "A"]
    assert ada.get(cells(ben)[0].href).status_code == 200
    assert 'aria-label="Proficient" data-letter="P"' in page.content.decode()


def test_the_first_unit_shown_is_where_half_of_the_class_works(school, ada):
    assert ada.get(at("skills-report", school), {"course": "tiny"}).context["unit"] == "tiny/one"
    for learner in (school.ben, school.cho):
        set_unit(learner, "tiny/two", A)
    assert ada.get(at("skills-report", school), {"course": "tiny"}).context["unit"] == "tiny/two"


def test_rows_sort_and_filter_by_the_address(school, ada):
    set_unit(school.cho, "tiny/one", P)
    assert names(report(ada, school, sort="-percent")) == ["Cho", "Ben", "Dina"]
    assert names(report(ada, school, sort="percent")) == ["Ben", "Dina", "Cho"]
    assert names(report(ada, school, sort="nonsense")) == ["Ben", "Cho", "Dina"]
    assert names(report(ada, school, find="DI")) == ["Dina"]
    assert "No learner fits." in text(report(ada, school, find="zzz"))


def test_the_file_has_the_rows_and_levels_of_the_screen(school, ada):
    set_unit(school.cho, "tiny/one", P, A)
    query = {"sort": "-percent", "find": "o"}
    lines = report(ada, school, **query).context["lines"]
    file = report(ada, school, **query, format="csv").content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(file, newline="")))[1:]
    assert [row[0] for row in rows] == [line.row.name for line in lines] == ["Cho"]
    assert rows[0][3:] == [cell.words for cell in cells(lines[0])]


def test_letters_show_when_asked_for(school, ada):
    assert b'class="matrix drawn letters"' in report(ada, school, letters="on").content
    assert b"drawn letters" not in report(ada, school).content


def test_htmx_gets_the_report_alone(school, ada):
    part = ada.get(at("skills-report", school), {"course": "tiny"}, headers=HTMX).content.decode().strip()
    assert part.startswith('<div id="report"')
    assert "<html" not in part


def test_all_units_have_a_bar_each(school, ada):
    set_unit(school.ben, "tiny/one", M, P, A)
    bars = report(ada, school, unit="all").context["bars"]
    assert [(bar.unit.id, bar.counts, bar.solid) for bar in bars] == [
        ("tiny/one", (6, 1, 0, 1, 1), 22),
        ("tiny/two", (12, 0, 0, 0, 0), 0),
    ]


def test_the_file_of_all_units_has_the_numbers_of_the_screen(school, ada):
    set_unit(school.ben, "tiny/one", M, P, A)
    file = report(ada, school, unit="all", format="csv").content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(file, newline="")))[1:]
    assert rows == [["Unit one", "3", "6", "1", "0", "1", "1", "22"], ["Unit two", "4", "12", "0", "0", "0", "0", "0"]]
    assert "Unit one 3" in text(report(ada, school, unit="all"))


def test_a_class_without_courses_is_led_to_edit_courses(school, ada):
    ClassCourse.objects.filter(classroom=school.room).delete()
    assert at("edit-courses", school).encode() in ada.get(at("skills-report", school)).content


def test_a_class_without_learners_is_led_to_add_some(school, ada):
    for learner in school.room.learners:
        people.remove_learner(actor=school.ada, classroom=school.room, learner=learner.pk, at=MONDAY)
    assert "Nobody is in this class yet" in text(report(ada, school))


# Worth a look


def test_the_skill_most_are_stuck_on_counts_those_below_familiar(school, ada):
    set_unit(school.ben, "tiny/one", P, A, 0)
    set_unit(school.cho, "tiny/one", A, A, 0)
    page = report(ada, school)
    assert page.context["nudges"].stuck.name == "Skill one 2"
    assert "3 are below Familiar: Skill one 2" in text(page)


def test_nobody_is_stuck_where_nobody_is_on_attempted(school):
    found = nudges.nudges(school.room, reports.skills(school.room, school.tiny, "tiny/one"), TODAY)
    assert found.stuck is None


def test_a_lost_level_counts_for_a_week_and_is_marked_in_its_cell(school, ada):
    set_unit(school.ben, "tiny/one", M, P, at=MONDAY - 20 * DAY)
    set_unit(school.ben, "tiny/one", P, P, at=MONDAY - 2 * DAY)
    page = report(ada, school, only="dropped")
    assert names(page) == ["Ben"]
    assert ["fell" in cell.tint for cell in cells(page.context["lines"][0])] == [True, False, False]
    unit = reports.skills(school.room, school.tiny, "tiny/one")
    assert not nudges.nudges(school.room, unit, TODAY + 8 * DAY).dropped


def test_a_level_won_back_is_not_lost(school, ada):
    set_unit(school.ben, "tiny/one", M, at=MONDAY - 20 * DAY)
    set_unit(school.ben, "tiny/one", P, at=MONDAY - 2 * DAY)
    set_unit(school.ben, "tiny/one", M, at=MONDAY - DAY)
    assert report(ada, school, only="dropped").context["lines"] == []


def test_a_level_that_a_teacher_set_lower_is_not_lost(school, ada):
    set_unit(school.ben, "tiny/one", M, at=MONDAY - 20 * DAY)
    about = {"actor": school.ada, "classroom": school.room, "learner_id": school.ben.pk, "reason": "A look back"}
    corrections.set_level(**about, skill_id=school.tiny.units[0].skills[0].id, level=1, at=MONDAY - DAY)
    assert report(ada, school, only="dropped").context["lines"] == []
    (week,) = weeks([school.room], MONDAY).values()
    assert Kind.DROPPED not in {look.kind for look in week.looks}


def test_one_step_from_mastered_are_those_with_a_skill_on_proficient(school, ada):
    set_unit(school.ben, "tiny/one", M, M, P)
    set_unit(school.cho, "tiny/one", M, M, M)
    assert names(report(ada, school, only="nearly")) == ["Ben"]


# One skill


def test_the_panel_says_who_is_where(school, ada, skills):
    set_unit(school.ben, "tiny/one", M)
    panel = ada.get(at("skill-panel", school, skills[0].id), {"course": "tiny"}).context["panel"]
    assert [(level, [one.name for one in who]) for level, who in panel.groups] == [(0, ["Cho", "Dina"]), (4, ["Ben"])]


def test_the_panel_is_a_page_of_its_own_and_comes_alone_for_htmx(school, ada, skills):
    page = ada.get(at("skill-panel", school, skills[0].id))
    assert b"<html" in page.content
    assert b'id="panel"' in page.content
    part = ada.get(at("skill-panel", school, skills[0].id), headers=HTMX)
    assert b"<html" not in part.content
    assert b'id="panel"' in part.content


@pytest.fixture
def slip(school):
    """Ben answers wrong twice; the log knows one of the mistakes by name."""
    skill = next(iter(school.alg1.skills.values()))
    attempt = start.start_exercise(learner=school.ben, course=school.alg1, skill=skill, at=MONDAY, rng=Random(7))
    for _ in range(2):
        place = practice.sitting(school.ben, attempt).current
        send(school.ben, attempt, place.position, wrong(place))
    first, second = Answer.objects.order_by("number")
    Answer.objects.filter(id=first.id).update(misconception="lost-sign-when-dividing")
    Answer.objects.filter(id=second.id).update(misconception="")
    return skill


def test_the_most_common_slip_is_counted_among_all_wrong_answers(school, ada, slip):
    (found,) = slips.slips(school.room, slip.id)
    assert (found.name, found.count, found.wrong) == ("lost-sign-when-dividing", 1, 2)
    page = text(ada.get(at("skill-panel", school, slip.id)))
    assert "Most common slip: lost sign when dividing (1 of 2 wrong answers). See answers" in page


def test_the_answers_with_a_slip_name_the_learner_and_the_question(school, ada, slip):
    page = ada.get(at("slip-answers", school, slip.id, "lost-sign-when-dividing"))
    (made,) = page.context["made"]
    assert (made.answer.name, bool(made.prompt), bool(made.given)) == ("Ben", True, True)
    assert ada.get(at("slip-answers", school, slip.id, "never-made")).status_code == 404


def test_slips_of_another_class_do_not_count(school, slip):
    assert slips.slips(school.other, slip.id) == ()


# The answers behind a cell


@pytest.fixture
def practised(school):
    skill = next(iter(school.alg1.skills.values()))
    finish_exercise(school.ben, school.alg1, skill, [True, False, True, True], Random(7))
    return skill


def test_answers_show_each_try_and_why_the_level_changed(school, ada, practised):
    page = ada.get(at("answers", school, school.ben.pk, practised.id))
    assert "3 of 4 right is good: from Not started to Familiar." in text(page)
    (card,) = page.context["cards"]
    assert [one.state for one in card.questions] == ["ok", "retry", "ok", "ok"]
    assert [[did.right for did in one.steps] for one in card.questions] == [[True], [False, True], [True], [True]]


def test_the_level_on_top_is_the_level_of_the_matrix(school, ada, practised):
    page = ada.get(at("answers", school, school.ben.pk, practised.id))
    matrix = ada.get(at("skills-report", school), {"course": "alg1", "unit": practised.unit_id})
    assert page.context["level"] == F
    assert cells(matrix.context["lines"][0])[0].tint == f"c{F}"


def test_earlier_attempts_are_behind_a_link(school, ada, practised):
    for day in range(1, 5):
        finish_exercise(school.ben, school.alg1, practised, [True] * 4, Random(day), at=MONDAY + day * DAY)
    address = at("answers", school, school.ben.pk, practised.id)
    assert "Show 2 earlier attempts" in text(ada.get(address))
    assert len(ada.get(address, {"all": "yes"}).context["cards"]) == 5


def test_a_cell_without_work_says_so(school, ada, practised):
    assert "No work on this skill yet" in text(ada.get(at("answers", school, school.cho.pk, practised.id)))


# What it costs


class Elements(HTMLParser):
    """Counts the elements of a page."""

    count = 0

    def handle_starttag(self, tag, attrs):
        self.count += 1


def fill(school, size, unit):
    for number in range(size - 3):
        learner = join(school.room, person(school.school, f"Learner {number:02} of the Class"))
        set_levels(learner, {skill.slug: number % 5 for skill in unit.skills})


def test_a_class_of_35_has_two_elements_a_stone_and_few_beside_them(school, ada):
    biggest = max(school.alg1.units, key=lambda unit: len(unit.skills))
    fill(school, 35, biggest)
    panel = at("skill-panel", school, biggest.skills[0].id)  # the same, with everybody's name once more and a form
    for address, most in ((at("skills-report", school), 760), (panel, 890)):
        counted = Elements()
        counted.feed(ada.get(address, {"course": "alg1", "unit": biggest.id}).content.decode())
        assert counted.count - 2 * 35 * len(biggest.skills) < most


@pytest.mark.parametrize("name", ["skills-report", "skill-panel", "answers"])
def test_a_report_asks_the_database_as_often_for_30_learners_as_for_3(school, ada, name):
    unit = school.alg1.units[0]
    more = {"skill-panel": [unit.skills[0].id], "answers": [school.ben.pk, unit.skills[0].id]}.get(name, [])
    address = at(name, school, *more)

    def cost():
        ada.get(address)
        with CaptureQueriesContext(connection) as asked:
            assert ada.get(address).status_code == 200
        return len(asked)

    few = cost()
    fill(school, 30, unit)
    assert cost() == few <= 11


def test_a_group_and_a_standard_choose_rows_and_columns(school, ada):
    from trailstone.content.catalogue import CATALOGUE
    from trailstone.content.models import Skill
    from trailstone.people.actions import groups

    Skill.objects.filter(slug="tiny/one/s2").update(standards=["A-REI.3"])
    CATALOGUE.forget()
    group = groups.make_group(
        actor=school.ada, classroom=school.room, name="G", learners=[school.cho.pk], at=school.room.created_at
    )
    page = ada.get(
        at("skills-report", school),
        {"course": "tiny", "unit": "tiny/one", "group": str(group.pk), "standard": "A-REI.3"},
    )
    assert [line.row.name for line in page.context["lines"]] == ["Cho"]
    assert [column.name for column in page.context["report"].columns] == ["Skill one 2"]
    mastery = ada.get(at("mastery-report", school), {"course": "tiny", "group": str(group.pk)})
    assert [line.row.name for line in mastery.context["lines"]] == ["Cho"]


def test_a_very_large_class_is_shown_a_hundred_at_a_time_and_whole_in_the_file(ada, school):
    for number in range(120):
        join(school.room, person(school.school, f"Learner {number:03}"))
    address = f"/teach/{school.room.pk}/skills/?course=tiny&unit=tiny/one"
    first, second = (ada.get(f"{address}&page={page}").text for page in (1, 2))
    assert ("1 to 100 of 123" in first, "101 to 123 of 123" in second) == (True, True)
    assert ("Learner 050" in first, "Learner 050" in second) == (True, False)
    assert ada.get(f"{address}&format=csv&page=2").text.count("\n") == 124
