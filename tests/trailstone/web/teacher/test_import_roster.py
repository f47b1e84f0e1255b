"""The page that imports a roster."""

import re
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from tests.trailstone.cast import class_of
from tests.trailstone.people.rosters import export, names_in, packed, user
from trailstone.people import actions
from trailstone.people.models import User

LIST = "id,name,user name\n11,Ben,\n12,Cho Lin,cho\n14,Ina Berg,\n"


@pytest.fixture
def page(school):
    return reverse("import-roster", args=[school.room.pk])


def hidden(text, of="Import this"):
    """The hidden fields of the form with this button, as the browser would send them back."""
    form = next(form for form in re.findall(r"<form.*?</form>", text, re.S) if of in form)
    found = re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form)
    return {name: unescape(value) for name, value in found if name != "csrfmiddlewaretoken"}


def file(data, name="list.csv"):
    return SimpleUploadedFile(name, data)


def test_a_look_shows_what_would_change_and_writes_nothing(ada, school, page):
    text = ada.post(page, {"do": "look", "pasted": LIST, "whole": "on"}).text
    for words in (
        "This would change",
        "1 new",
        "1 renamed",
        "1 removed",
        "was Cho",
        "ina.berg",
        "1 learner stays as is",
    ):
        assert words in text
    assert "Yes, take 1 of 3 learners out of the class" in text
    assert names_in(school.room) == ["Ben", "Cho", "Dina"]


def test_what_was_looked_at_is_imported_and_cards_are_offered(ada, school, page):
    looked = ada.post(page, {"do": "look", "file": file(LIST.encode()), "whole": "on"}).text
    done = ada.post(page, hidden(looked) | {"do": "import", "sure": "on"}, follow=True)
    assert "Imported: 1 new, 1 renamed, 1 removed, 1 unchanged. Print the card of the new learner below." in done.text
    assert "1 learner has no card yet" in done.text
    assert names_in(school.room) == ["Ben", "Cho Lin", "Ina Berg"]


def test_without_the_second_yes_many_are_not_removed(ada, school, page):
    looked = ada.post(page, {"do": "look", "pasted": LIST, "whole": "on"}).text
    reply = ada.post(page, hidden(looked) | {"do": "import"})
    assert reply.status_code == 422
    assert "1 of 3 learners would be removed" in reply.text
    assert hidden(reply.text)["kept"] == hidden(looked)["kept"]  # it can be ticked and sent again
    assert names_in(school.room) == ["Ben", "Cho", "Dina"]


def test_faults_are_listed_with_their_rows_and_nothing_can_be_imported(ada, school, page):
    reply = ada.post(page, {"do": "look", "pasted": "name,id\nIna,1\nKai,1\n=x,3\n"})
    assert reply.status_code == 422
    assert "2 rows cannot be imported" in reply.text
    assert "Import this" not in reply.text
    assert "Kai,1" in reply.text  # what was pasted is still there


def test_an_export_asks_which_class_is_meant_and_keeps_the_answer(ada, school, page):
    two = ("m1,Maths 8B,s1,", "m2,Maths 9C,s1,")
    data = packed(export([user("u1", "Ben", ""), user("u3", "Ina", "Berg")], two, ["m1 u1", "m1 u3", "m2 u3"]))
    asked = ada.post(page, {"do": "look", "file": file(data, "roster.zip")}).text
    assert "Which class of the file is 8B?" in asked
    looked = ada.post(page, hidden(asked, of="This one") | {"section": "m1"}).text
    ada.post(page, hidden(looked) | {"do": "import"})
    school.room.refresh_from_db()
    assert (school.room.source_id, names_in(school.room)) == ("m1", ["Ben", "Cho", "Dina", "Ina Berg"])
    assert User.objects.get(username="ben").source_id == "u1"


def test_the_files_of_an_export_may_come_together(ada, school, page):
    files = export([user("u1", "Ben", "")], places=["m1 u1"])
    reply = ada.post(page, {"do": "look", "file": [file(data, name) for name, data in files.items()]})
    assert "Ben" in reply.text
    assert reply.status_code == 200


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({}, "Choose a file, or paste the list."),
        ({"file": file(b"x" * 2_000_001)}, "Files of more than 2 MB are not read on this page."),
        ({"file": file(b"PK\x03\x04")}, "The archive is broken"),
        ({"pasted": "shoe\n7\n"}, "The first row names no column that is known"),
        ({"do": "import", "kept": LIST, "seen": "nothing"}, "The class changed since you looked"),
        ({"do": "import", "kept": "", "pasted": "x"}, "The first row names no column"),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(ada, school, page, sent, said):
    reply = ada.post(page, {"do": "look"} | sent)
    assert (reply.status_code, said in unescape(reply.text)) == (422, True)
    assert names_in(school.room) == ["Ben", "Cho", "Dina"]


def test_several_classes_of_the_teacher_in_one_list(ada, school, page):
    class_of(school.ada, "7A", "TUVW2345")
    text = ada.post(page, {"do": "look", "pasted": "class,name\n7A,Ina\n8B,Ben\n"}).text
    assert '<th scope="col">Class</th>' in text


def test_texts_of_the_list_are_shown_as_texts(ada, page):
    text = ada.post(page, {"do": "look", "pasted": "name\n<script>alert(1)</script>\n"}).text
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert" in text


def test_an_archived_class_takes_no_list(ada, school, page):
    actions.archive_class(actor=school.ada, classroom=school.room, at=timezone.now())
    assert ada.get(page).status_code == 302
    looked = ada.post(page, {"do": "look", "pasted": LIST}).text
    reply = ada.post(page, hidden(looked) | {"do": "import"})
    assert (reply.status_code, names_in(school.room)) == (422, ["Ben", "Cho", "Dina"])
