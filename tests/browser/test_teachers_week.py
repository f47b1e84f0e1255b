"""A teacher's week, through the pages: a list of learners, goals, three assignments, reports, a follow-up, more time,
and the files, opened in LibreOffice and compared with the screen cell by cell."""

import re
import secrets
from contextlib import ExitStack
from datetime import date, timedelta
from random import Random

import pytest
import time_machine
from django.urls import reverse
from playwright.sync_api import expect

from tests.browser import spreadsheets
from tests.trailstone.cast import MONDAY
from tests.trailstone.practising import finish_exercise, give
from trailstone.assignments import actions as assignments
from trailstone.assignments.models import Assignment
from trailstone.people.models import Classroom
from trailstone.practice import queries

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
FAULTY = "id,name\n1,Ina Berg\n2,Kai Ode\n3,\n4,Lea Moss\n"
MENDED = FAULTY.replace("3,", "3,Uma Reyes")
UNIT = "alg1/equations"


@pytest.fixture
def week(page_for, school, faults, tmp_path, monkeypatch):
    monkeypatch.setattr(secrets, "randbits", lambda bits: 7)  # the same questions in every run
    with ExitStack() as days:
        yield Week(page_for, school, faults, tmp_path, days)


def test_a_teachers_week_from_the_list_of_learners_to_the_files(week):
    week.turn_to(MONDAY)
    week.learners_come_in()
    week.goals_are_set()
    week.everybody_tries_a_skill()
    week.turn_to(MONDAY + HOUR)
    week.extra_practice_is_two_clicks_from_the_report()
    week.a_quiz_for_a_group()
    week.a_unit_test_with_the_same_questions_for_all()
    week.turn_to(MONDAY + 2 * DAY)
    week.most_work_is_done()
    week.the_report_names_who_missed_what_and_leads_to_more()
    week.one_learner_gets_more_time()
    week.turn_to(MONDAY + 4 * DAY)
    week.the_files_are_the_screens()
    if not spreadsheets.OFFICE:
        pytest.skip("All of it held, but LibreOffice is not installed: the files were read without it")


class Week:
    """Ms Ada, her browser, and the class 9A that she makes."""

    def __init__(self, page_for, school, faults, folder, days):
        self.page_for, self.school, self.faults, self.folder, self.days = page_for, school, faults, folder, days
        self.unit = school.alg1.by_unit[UNIT]
        self.room = self.page = self.now = None
        self.given = {}

    def turn_to(self, moment):
        """It is that moment, and she opens her computer."""
        self.days.enter_context(time_machine.travel(moment, tick=True))
        self.now, self.page = moment, self.page_for(self.school.ada)

    def go(self, name, *more):
        self.page.goto(reverse(name, args=[self.room.pk, *more]))

    def press(self, name, **more):
        self.page.get_by_role("button", name=name, **more).click()

    def learners(self):
        return list(self.room.learners)

    def learners_come_in(self):
        page = self.page
        page.goto("/teach/new/")
        page.get_by_label("Name of the class").fill("9A")
        page.get_by_label("Algebra 1").check()
        self.press("Create it and import a file")
        self.room = Classroom.objects.get(name="9A")
        with self.faults.expect("status of 422"):
            self.send("faulty.csv", FAULTY)
        expect(page.get_by_role("heading", name="1 row cannot be imported")).to_be_visible()
        expect(page.get_by_role("row", name=re.compile("^4 "))).to_contain_text("name")
        assert not self.learners()
        self.send("mended.csv", MENDED)
        expect(page.get_by_text("4 new").first).to_be_visible()
        self.press("Import this")
        expect(page.get_by_role("rowheader")).to_have_count(4)
        assert [one.name for one in self.learners()] == ["Ina Berg", "Kai Ode", "Lea Moss", "Uma Reyes"]

    def send(self, name, text):
        file = self.folder / name
        file.write_text(text, encoding="utf-8")
        self.page.get_by_label("File").set_input_files(file)
        with self.page.expect_navigation():
            self.press("Look what would change")

    def goals_are_set(self):
        page = self.page
        self.go("placement")
        page.get_by_role("link", name="Create course goal").click()
        self.press("Create course goal")
        expect(page.locator(".toast")).to_contain_text("Algebra 1")
        self.go("roadmap")
        self.press("Fill in the dates")
        expect(page.locator("#remarks")).to_contain_text("no overlaps, no gaps")
        self.press("Save the year")
        expect(page.locator(".toast")).to_be_visible()
        assert self.room.goals.filter(unit__isnull=False).count() == len(self.school.alg1.units)

    def everybody_tries_a_skill(self):
        skill = self.unit.skills[0]
        for number, learner in enumerate(self.learners()):
            marks = [place >= number for place in range(4)]
            finish_exercise(learner, self.school.alg1, skill, marks, Random(number), at=self.now + HOUR / 4)

    def extra_practice_is_two_clicks_from_the_report(self):
        page, skill = self.page, self.unit.skills[0]
        self.go("skills-report")
        page.locator("#unit").select_option(UNIT)
        page.locator("thead a.col").filter(has_text=skill.name).first.click()
        ticked = page.locator("#panel").get_by_role("checkbox", checked=True)
        expect(ticked.first).to_be_visible()
        self.press(re.compile("^Assign to"))
        expect(page.locator(".toast")).to_contain_text("assigned")
        self.given["practice"] = Assignment.objects.get()

    def a_quiz_for_a_group(self):
        page = self.page
        self.go("groups")
        page.get_by_label("Name of the group").fill("Front table")
        page.get_by_label("Ina Berg").check()
        page.get_by_label("Kai Ode").check()
        self.press("Make the group")
        self.choose("Quiz 1")
        page.get_by_label("Groups", exact=True).check()
        page.get_by_label(re.compile("^Front table")).check()
        self.press("Assign to 2 learners")
        self.keep("quiz")

    def a_unit_test_with_the_same_questions_for_all(self):
        page = self.page
        self.choose("Linear equations in one variable: unit test")
        page.get_by_label("The same questions for everybody").check()
        page.get_by_label("Due on").fill("2027-03-04")
        page.get_by_label("at", exact=True).last.fill("15:30")
        self.press("Assign to 4 learners")
        self.keep("test")
        assert self.given["test"].same_questions

    def choose(self, title):
        self.go("assign")
        unit = self.page.locator("#b-equations")
        if unit.get_attribute("aria-expanded") == "false":
            unit.click()
        self.press(re.compile(rf"Add ?: {title}"))
        expect(self.page.locator(".basket")).to_contain_text(title)

    def keep(self, name):
        expect(self.page.locator(".toast")).to_contain_text("assigned")
        known = [one.pk for one in self.given.values()]
        self.given[name] = Assignment.objects.exclude(pk__in=known).get()

    def most_work_is_done(self):
        """Three do the test, with the second question missed by two of them; the group's first one does the quiz."""
        ina, kai, lea, _ = self.learners()
        self.work(ina, "quiz", {})
        for learner, missed in ((ina, {1}), (kai, {1, 4}), (lea, set())):
            self.work(learner, "test", missed)

    def work(self, learner, name, missed):
        item = self.given[name].items.get()
        about = {"learner": learner, "assignment_id": self.given[name].pk, "item_id": item.pk}
        attempt = assignments.begin(**about, at=self.now, rng=Random(3))
        places = len(queries.sitting(learner, attempt).places)
        give(learner, attempt, [place not in missed for place in range(places)], at=self.now)

    def the_report_names_who_missed_what_and_leads_to_more(self):
        page = self.page
        self.go("assignment-report", self.given["test"].pk)
        worst = page.locator(".hard > li").first
        expect(worst).to_contain_text("2 of 3 not right at once")
        expect(worst.locator(".names a")).to_have_text(["Ina Berg", "Kai Ode"])
        worst.get_by_role("link", name=re.compile("^Follow up with 2 learners")).click()
        self.press("Assign to 2 learners")
        self.keep("follow-up")
        assert {share.learner.name for share in self.given["follow-up"].shares.select_related("learner")} == {
            "Ina Berg",
            "Kai Ode",
        }

    def one_learner_gets_more_time(self):
        page = self.page
        self.go("assignment", self.given["test"].pk)
        page.get_by_label("Pick Uma Reyes").check()
        page.get_by_label("More time until").fill("2027-03-10")
        self.press("Give more time")
        expect(page.get_by_role("row", name=re.compile("Uma Reyes"))).to_contain_text("more time")

    def the_files_are_the_screens(self):
        """The skills, the activity, the scores and the test, as CSV and as workbook."""
        pages = {
            "skills": (reverse("skills-report", args=[self.room.pk]) + f"?course=alg1&unit={UNIT}", SKILLS, skills),
            "activity": (reverse("activity", args=[self.room.pk]), TABLE, activity),
            "scores": (reverse("scores", args=[self.room.pk]), SCORES, scores),
            "test": (reverse("assignment-report", args=[self.room.pk, self.given["test"].pk]), TEST, one_test),
        }
        files, shown = [], {}
        for name, (address, reader, _) in pages.items():
            self.page.goto(address)
            shown[name] = self.page.evaluate(reader)
            files += [self.download(name, kind) for kind in ("CSV", "XLSX")]
        found = spreadsheets.opened(files, self.folder)
        for name, (_, _, as_shown) in pages.items():
            workbook, text = found[f"{name}.xlsx"], found[f"{name}.csv"]
            assert workbook == text, name
            assert [as_shown(workbook[0], row) for row in workbook[1:]] == shown[name], name

    def download(self, name, kind):
        with self.page.expect_download() as coming:
            self.page.get_by_role("link", name=kind).click()
        file = self.folder / f"{name}.{kind.lower()}"
        coming.value.save_as(file)
        return file


SKILLS = """() => [...document.querySelectorAll("table.matrix tbody tr")].map(row => [
  row.querySelector(".name").textContent, row.querySelector(".pc").textContent,
  ...[...row.querySelectorAll("td a")].map(cell => cell.ariaLabel)])"""
TABLE = """() => [...document.querySelectorAll("table.work tbody tr")].map(row =>
  [...row.children].map(cell => cell.textContent.trim()))"""
SCORES = """() => [...document.querySelectorAll("table.scores tbody tr")].map(row => [
  row.querySelector(".name").textContent, ...[...row.querySelectorAll("td")].map(cell => cell.textContent.trim())])"""
TEST = """() => [...document.querySelectorAll("table.whohas tbody tr")].flatMap(row =>
  [...row.querySelectorAll(".marks i")].map((mark, place) => [
    row.querySelector("th a").textContent, String(place + 1), mark.className]))"""


def skills(head, row):
    """A row of the file as the screen shows it."""
    name, _username, percent, *levels = row
    return [name, f"{percent}%", *levels]


def activity(head, row):
    name, _username, *numbers, last = row
    counts = ", ".join(f"{count} {level}" for count, level in zip(numbers[8:], head[-6:-1], strict=True))
    return [name, *numbers[:8], counts if numbers[3] != "0" else "–", day(last)]


def day(text):
    """2027-03-04 as screens write it."""
    found = date.fromisoformat(text)
    return f"{found.day} {found:%b %Y}"


def scores(head, row):
    name, _username, share, done, given, average, *each = row
    cells = [score(*pair) for pair in zip(each[::2], each[1::2], strict=True)]
    return [name, f"{share}%{done}/{given}" if share else "–", f"{average}%" if average else "–", *cells]


def score(percent, state):
    shown = {"Not started": "–not started"}.get(state, state.lower())
    return f"{percent}%" + ("late" if state == "Done late" else "") if percent else shown


def one_test(head, row):
    name, _username, _thing, number, _skill, result, *_ = row
    return [name, number, "ok" if result == "right" else "retry"]
