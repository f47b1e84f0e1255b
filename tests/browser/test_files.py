"""The workbook of each report holds the rows of the screen, in its order.

Those of the skills, the activity, the scores and an assignment are compared at the end of a teacher's week.
"""

import re
from datetime import date

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from exercises import Number
from tests.browser import spreadsheets
from tests.browser import town as towns
from tests.browser.town import FOUNDATIONS, LAST_WEEK
from tests.trailstone.practising import give
from trailstone.content.catalogue import CATALOGUE
from trailstone.practice import queries, start

ROWS = "rows => rows.map(row => [...row.cells].map(cell => cell.textContent.trim().replace(/\\s+/g, ' ')))"
CARDS = "cards => cards.map(card => [card.textContent.trim().replace(/\\s+/g, ' ')])"


@pytest.fixture
def town(live, monday):
    """The browser's town, with a unit test that Cho has finished, two numbers of it at the second try."""
    town = towns.found()
    attempt = start.start_unit_test(**town.about(town.cast.cho), unit=town.unit)
    places = queries.sitting(town.cast.cho, attempt).places
    numbers = [place.position for place in places if isinstance(place.question.answer, Number)]
    give(town.cast.cho, attempt, [place.position not in numbers[:2] for place in places], at=LAST_WEEK)
    yield town
    CATALOGUE.forget()


def day(text):
    found = date.fromisoformat(text) if text else None
    return f"{found.day} {found:%b %Y}" if found else "–"


def number(text):
    return f"{int(text):,}"


def percent(text):
    return f"{text}%" if text else "–"


def goals(row):
    """What the cells of the screen's row have to say, by the row of the file; an empty text: anything."""
    title, _kind, course, _first, last, _target, learners, median, achieved = row
    return [f"{title}{course}", day(last), learners, percent(median), f"{achieved} of {learners}"]


def progress(row):
    name, _user, share, points, possible, change, state, due, achieved, active = row
    change = "" if change == "" else change.lstrip("-")
    marks = [percent(share), f"{number(points)} / {number(possible)}", change, state]
    return ["", name, *marks, *map(day, (due, achieved)), day(active) if active else ""]


def mastery(row):
    name, _user, *pairs = row
    shares = [percent(share) + (number(points) if points != "0" else "") for share, points in _pairs(pairs)]
    return [name, *shares]


def _pairs(cells):
    return zip(cells[::2], cells[1::2], strict=True)


def units(row):
    title, skills, *counts, solid = row
    return [title, skills, "", *counts, percent(solid)]


def attempts(row):
    when, time, activity, about, _course, state, minutes, right, asked, *_, moves = row
    score = f"{right} of {asked}" if state == "finished" else ""
    moved = moves.split("; ")[0].partition(":")[0]
    return [f"{day(when)}, {time}", f"{about}{activity.capitalize()}", minutes, score, moved]


def opportunities(row):
    skill, unit, standards, stuck, attempted, _three, slip, names = row
    return [(skill, unit, standards, stuck, f"{attempted} at Attempted", slip, *names.split(", "))]


def strengths(row):
    skill, right, asked, _percent, _before, missed = row
    return [(skill, f"{right}/{asked}: {missed}" if missed else skill)]


def questions(row):
    name, slug, version, tries, share, seconds, *_, slip, of_mistakes, _flag = row
    said = f"{slip} ({of_mistakes}%)" if slip else ""
    return [f"{name}{slug}, version {version}", number(tries), percent(share), seconds, "", said]


def school(row):
    name, teachers, learners, *pairs = row
    parts = [(percent(median), f"mean {mean}" if mean else "") for median, mean in _pairs(pairs)]
    return [(name, f"{learners} learner", teachers), "", *parts]


def district(row):
    name, learners, begun, median, _mean, reached, proficient, worked, *_ = row
    return [name, number(learners), number(begun), percent(median), reached, proficient, worked]


def reports(town):
    """name -> who looks, the address, the rows of the screen, how they are read, and what they have to say."""
    room, ben = town.cast.room, town.cast.ben
    goal = room.goals.get(unit_id=FOUNDATIONS)

    def at(name, *more, query=""):
        return reverse(name, args=more) + query

    return {
        "goals": ("ada", at("goals", room.pk, query="?kind=unit"), "tbody tr", goals),
        "progress": ("ada", at("goal", room.pk, goal.pk), "table.progresstable tbody tr", progress),
        "mastery": ("ada", at("mastery-report", room.pk, query="?course=alg1"), "table.heat tbody tr", mastery),
        "units": ("ada", at("skills-report", room.pk, query="?course=alg1&unit=all"), "table.unitbars tbody tr", units),
        "attempts": ("ada", at("learner-detail", room.pk, ben.pk, query="?tab=work&days=30"), "table.attempts tbody tr",
                     attempts),
        "opportunities": ("ada", at("opportunities", room.pk), ".chances > li", opportunities),
        "strengths": ("ada", at("checks", room.pk), ".unitcheck", strengths),
        "questions": ("ada", at("question-health"), "tbody tr", questions),
        "school": ("ada", at("school"), "table.heat tbody tr", school),
        "district": ("reach", at("district"), "table.schools tbody tr", district),
    }  # fmt: skip


def says(shown, wanted):
    """Whether the text of a cell says it: a number as a whole number, words in one piece."""
    parts = wanted if isinstance(wanted, tuple) else (wanted,)
    return all(re.search(_whole(part), shown) for part in parts if part)


def _whole(part):
    """What finds a text that is not a part of a longer number."""
    before, after = (r"(?<![\d.,])" if part[0].isdigit() else ""), (r"(?!\d)" if part[-1].isdigit() else "")
    return before + re.escape(part) + after


def compared(rows, wanted):
    """What does not fit: rows of the file beside those of the screen. The strengths stand in cards by unit."""
    if len(rows) != len(wanted):
        return [(len(rows), len(wanted))]
    pairs = [zip(row, said, strict=False) for row, said in zip(rows, wanted, strict=True)]
    return [(cell, part) for each in pairs for cell, part in each if not says(cell, part)]


def test_the_rows_of_every_workbook_are_those_of_the_screen(town, page_for, tmp_path):
    pages = {who: page_for(user) for who, user in (("ada", town.cast.ada), ("reach", town.reach))}
    wrong = {}
    for name, (who, address, place, wanted) in reports(town).items():
        page = pages[who]
        page.goto(address)
        cards = "tr" not in place
        shown = page.locator(place).evaluate_all(CARDS if cards else ROWS)
        with page.expect_download() as coming:
            page.get_by_role("link", name="XLSX").click()
        coming.value.save_as(tmp_path / f"{name}.xlsx")
        _head, *rows = spreadsheets.read(tmp_path / f"{name}.xlsx")
        assert rows, name
        if name == "strengths":
            shown = shown * len(rows)
        wrong |= {name: found} if (found := compared(shown, [wanted(row) for row in rows])) else {}
    assert wrong == {}, "\n".join(f"{name}: {found[:3]}" for name, found in wrong.items())


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_the_page_of_all_answers_says_how_far_the_file_is(town, page_for, tmp_path, scripts):
    page = page_for(town.cast.ada, java_script_enabled=scripts)
    page.goto(reverse("answers-file", args=[town.cast.room.pk]))
    expect(page.locator("#sent")).to_contain_text("You have not taken this file yet")
    with page.expect_download() as coming:
        page.get_by_role("button", name="Download the answers").click()
    coming.value.save_as(tmp_path / "answers.csv")
    _head, *rows = spreadsheets.read(tmp_path / "answers.csv")
    look = page.get_by_role("link", name="Look again how far it is")
    if scripts:
        expect(look).to_be_hidden()
    else:
        look.click()
    expect(page.locator("#sent")).to_contain_text(f"whole {len(rows)} answers")
    assert len(rows) > 20
