"""What people type is text wherever it is shown: on every page of every role, in files, and to programs."""

import csv
import io
from html.parser import HTMLParser

import pytest

from tests.trailstone.cast import person
from tests.trailstone.hostile.payloads import FORMULAS, MARK, PAYLOADS
from tests.trailstone.hostile.scene import ACTORS, ask
from tests.trailstone.hostile.table import expected
from trailstone.people.models import Classroom, Enrolment, Group, LearnerNote, School, User
from trailstone.practice.models import Answer

WORDS_ONLY = {"value", "aria-label", "aria-description", "title", "alt", "placeholder", "content"}
assert len(PAYLOADS) == 40


class Page(HTMLParser):
    """Collects where MARK became more than words: a tag, the name of an attribute, or one that is not for words."""

    def __init__(self, html):
        super().__init__()
        self.found, self.inside = [], ""
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        self.inside = tag
        for name, value in attributes:
            words = name in WORDS_ONLY or name.startswith("data-")
            if name.startswith(("on", "hx-on")) or MARK in name or (MARK in (value or "") and not words):
                self.found.append((tag, name, value))
        if MARK in tag:
            self.found.append((tag,))

    def handle_data(self, text):
        if MARK in text and self.inside in {"script", "style"}:
            self.found.append((self.inside, text))

    def handle_comment(self, text):
        if MARK in text:
            self.found.append(("comment", text))


@pytest.fixture
def spoilt(scene):
    """The school, the class, its people and their answers are called what must not run."""
    room, school = scene.town.cast.room, scene.town.cast.school
    School.objects.filter(pk=school.pk).update(name=PAYLOADS[0])
    Classroom.objects.filter(pk=room.pk).update(name=PAYLOADS[5])
    people = [*User.objects.all()] + [person(school, f"Extra {number}") for number in range(len(PAYLOADS))]
    for number, user in enumerate(people):
        user.name = PAYLOADS[number % len(PAYLOADS)]
    User.objects.bulk_update(people, ["name"])
    there = set(room.learners.values_list("pk", flat=True))
    new = [user for user in people if user.name and user.username.startswith("extra") and user.pk not in there]
    Enrolment.objects.bulk_create(Enrolment(classroom=room, learner=user, joined_at=user.created_at) for user in new)
    Enrolment.objects.filter(pk__in=[each.pk for each in room.enrolments.all()[::3]]).update(nickname=PAYLOADS[7])
    Group.objects.filter(classroom=room).update(name=PAYLOADS[6])
    LearnerNote.objects.update(text="\n".join(PAYLOADS))
    given = list(Answer.objects.filter(kind="answer"))
    for number, answer in enumerate(given):
        text = PAYLOADS[number % len(PAYLOADS)]
        answer.response = {name: [text] if name == "choices" else text for name in answer.response}
    Answer.objects.bulk_update(given, ["response"])
    return scene


def test_no_page_takes_a_text_for_more_than_text(spoilt):
    found, shown = {}, 0
    for name, row in expected().items():
        for actor in ("nobody", "self", "mate", "teacher", "owner"):
            if row["get"][ACTORS.index(actor)] == "ok" and not name.startswith("api:"):
                reply, _ = ask(spoilt.client(actor), "get", spoilt.address(name, actor))
                page = reply.text if reply.headers["Content-Type"].startswith("text/html") else ""
                shown += page.count(MARK)
                found |= {(name, actor): Page(page).found} if Page(page).found else {}
    assert found == {}
    assert shown > 500  # the texts are there


@pytest.mark.parametrize("name", ["login-cards", "new-class", "add-learners", "roster", "class-settings"])
def test_forms_and_login_cards_show_what_was_typed_as_text(spoilt, name):
    pasted = "\n".join(PAYLOADS)
    body = {
        "everybody": "1",
        "name": PAYLOADS[2] * 9,
        "pasted": pasted,
        "do": "name" if name == "class-settings" else "",
    }
    for more in (
        {},
        {"do": "add"},
        {"do": "create", "name": PAYLOADS[3]},
        {"do": "rename", "learner": spoilt.people["self"].pk},
    ):
        reply, _ = ask(spoilt.client("teacher"), "post", spoilt.address(name), body | more)
        assert Page(reply.text).found == []


def test_an_answer_comes_back_as_it_was_typed_and_as_text(spoilt):
    for payload in PAYLOADS:
        reply, _ = ask(spoilt.client("self"), "post", spoilt.address("answer"), {"value": payload, "choice": payload})
        assert Page(reply.text).found == []


def test_an_article_shows_what_was_typed_into_its_check_as_text(spoilt):
    for payload in PAYLOADS:
        query = {"check": "1", "value": payload, "choice": payload}
        assert Page(ask(spoilt.client("self"), "get", spoilt.address("article"), query)[0].text).found == []


def test_programs_get_json_and_nothing_that_a_browser_would_guess_at(spoilt):
    for name, row in expected().items():
        if name.startswith("api:") and name != "api:api-root" and row["get"][4] == "ok":
            reply, _ = ask(spoilt.client("teacher"), "get", spoilt.address(name))
            assert reply.headers["Content-Type"].startswith("application/json")
            assert reply.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("name", ["goals", "goal", "skills-report"])
def test_no_cell_of_a_file_is_a_formula(scene, name):
    for number, learner in enumerate(scene.town.cast.room.learners):
        learner.name = FORMULAS[number % len(FORMULAS)]
        learner.save()
    reply, _ = ask(scene.client("teacher"), "get", scene.address(name), {"format": "csv"})
    cells = [cell for row in csv.reader(io.StringIO(reply.text.lstrip("\ufeff"))) for cell in row]
    assert reply.headers["Content-Disposition"].startswith("attachment")
    assert not [cell for cell in cells if cell[:1] in tuple("=@\t\r\n＝＋－＠")]
    assert not [cell for cell in cells if cell[:1] in ("+", "-") and not cell[1:].isdigit()]
    assert any(MARK in cell for cell in cells) or name == "goals"
