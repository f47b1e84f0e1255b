"""A new class on one page."""

import pytest
from django.urls import reverse

from trailstone.goals.models import ClassCourse
from trailstone.people.models import Classroom, User

NEW = "/teach/new/"
SAID = {"name": "Maths 7A", "courses": ["alg1"], "pasted": "1. Karimi, Amina\n\nZoe Müller\nZoe Müller\n???"}


def made():
    return Classroom.objects.filter(name="Maths 7A")


def test_a_look_shows_everything_and_makes_nothing(ada, school):
    page = ada.post(NEW, SAID | {"do": "look"})
    assert page.status_code == 200
    for words in ("Maths 7A: is this right?", "Amina Karimi", "zoe.muller2", "There is no name in this line."):
        assert words in page.text
    assert not made().exists()


def test_creating_gives_a_class_with_courses_learners_code_and_cards(ada, school):
    page = ada.post(NEW, SAID | {"do": "create"}).text
    room = made().get()
    assert [held.course_id for held in ClassCourse.objects.filter(classroom=room)] == ["alg1"]
    assert sorted(who.username for who in room.learners) == ["amina.karimi", "zoe.muller", "zoe.muller2"]
    assert f"{room.code[:4]} {room.code[4:]}" in page
    assert page.count('class="logincard"') == 3
    assert "1 line gave no account" in page


def test_a_printed_password_signs_in(ada, client, school):
    page = ada.post(NEW, SAID | {"do": "create"}).text
    card = page.partition("amina.karimi")[2]
    password = card.partition("<dd>")[2].partition("</dd>")[0]
    signed = client.post(reverse("sign-in"), {"username": "amina.karimi", "password": password})
    assert signed.status_code == 302


def test_an_empty_class_without_courses_can_be_opened(ada, school):
    page = ada.post(NEW, {"name": "Maths 7A", "do": "create"})
    assert page.status_code == 200
    assert made().get().learners.count() == 0
    assert 'class="logincard"' not in page.text


@pytest.mark.parametrize(("change", "said"), [
    ({"name": ""}, "Please fill this in."),
    ({"name": "8B"}, "You have a class called 8B already."),
    ({"name": "x" * 81}, "at most 80"),
    ({"courses": ["no-such"]}, "no-such"),
    ({"pasted": "1.\n2."}, "There is no name here."),
    ({"pasted": "\n".join(f"Pupil {number}" for number in range(201))}, "Add at most 200 at once."),
])  # fmt: skip
def test_a_refused_class_keeps_what_was_typed_and_leaves_nothing(ada, school, change, said):
    people, rooms = User.objects.count(), Classroom.objects.count()
    reply = ada.post(NEW, SAID | change | {"do": "create"})
    assert reply.status_code == 422
    assert said in reply.text
    assert "pasted" in change or "Zoe Müller" in reply.text
    assert "name" in change or 'value="Maths 7A"' in reply.text
    assert (User.objects.count(), Classroom.objects.count()) == (people, rooms)


def test_a_second_click_makes_no_second_class(ada, school):
    ada.post(NEW, SAID | {"do": "create"})
    assert ada.post(NEW, SAID | {"do": "create"}).status_code == 422
    assert made().count() == 1


def test_a_class_may_be_made_first_and_its_learners_imported_from_a_file(ada, school):
    reply = ada.post(NEW, SAID | {"do": "import", "pasted": ""})
    assert reply.url == reverse("import-roster", args=[made().get().pk])
    assert "Import learners" in ada.get(reply.url).text


def test_a_name_that_was_pasted_is_not_lost_when_a_file_follows(ada, school):
    reply = ada.post(NEW, SAID | {"do": "import"})
    assert reply.status_code == 422
    assert "Zoe M\u00fcller" in reply.text
    assert not made().exists()
