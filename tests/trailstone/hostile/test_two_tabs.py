"""Two tabs of one form: what was saved in the first is not put back unseen by the second."""

import pytest
from django.urls import reverse

from tests.browser.town import EQUATIONS, TERM
from tests.trailstone.cast import FRIDAY
from tests.trailstone.hostile.bodies import units_due
from tests.trailstone.hostile.test_writes import rows
from tests.trailstone.hostile.writes import CHOSEN, MARK
from trailstone.goals.models import Goal, Holiday
from trailstone.people.models import GroupPlace

QUIZ = f"quiz|alg1|quiz:{EQUATIONS}:1"
EDIT = {"do": "edit", "item": [QUIZ], "same": "yes", "instructions": "Alone."} | CHOSEN


def year(scene):
    return {"year": "1", "do": "save"} | units_due()


def forms(scene):
    """By a name: the page and what its form says in the first tab, and in the second."""
    town, ben, cho = scene.town, str(scene.town.cast.ben.pk), str(scene.town.cast.cho.pk)
    at = {"class_id": town.cast.room.pk}
    group = {"do": "change", "group": str(town.group), "name": "Front"}
    placed = {"due": TERM.isoformat(), f"course-{ben}": "alg1", f"course-{cho}": "alg1"}
    pages = {
        "the year": ("roadmap", at, year(scene) | {f"due-{EQUATIONS}": "2027-04-02"}, year(scene)),
        "the placement": ("placement", at, placed | {f"course-{ben}": "tiny"}, placed | {f"course-{cho}": "none"}),
        "the courses": ("edit-courses", at, {"course": ["tiny", "alg1"]}, {"course": ["alg1"]}),
        "a group": ("groups", at, group | {"learner": [ben]}, group | {"learner": [cho]}),
        "an assignment": (
            "assignment", at | {"assignment_id": town.assignments["check"]}, EDIT | {"title": "First"},
            EDIT | {"title": "Second"},
        ),
    }  # fmt: skip
    return {name: (reverse(page, kwargs=parts), first, second) for name, (page, parts, first, second) in pages.items()}


def marks(scene, address):
    query = f"?change={scene.town.group}" if "groups" in address else ""
    return dict(MARK.findall(scene.client("teacher").get(address + query).text))


@pytest.mark.parametrize("name", ["the year", "the placement", "the courses", "a group", "an assignment"])
def test_an_old_page_puts_nothing_back_and_says_so(scene, name):
    address, first, second = forms(scene)[name]
    teacher, old = scene.client("teacher"), marks(scene, address)
    assert set(old) == {"as_shown"}
    assert teacher.post(address, first | old).status_code == 302
    before = rows()
    late = teacher.post(address, second | old)
    assert late.status_code == 422
    assert "This was changed since you opened the page" in late.text
    assert rows() == before
    again = teacher.post(address, second | dict(MARK.findall(late.text)))
    assert again.status_code == 302, "the second try is of somebody who has seen it"
    assert rows() != before


@pytest.mark.parametrize("name", ["the year", "the placement", "the courses", "a group", "an assignment"])
def test_a_second_click_on_save_is_no_conflict(scene, name):
    address, first, _ = forms(scene)[name]
    old = marks(scene, address)
    assert [scene.client("teacher").post(address, first | old).status_code for _ in range(2)] == [302, 302]


def test_another_refusal_makes_an_old_page_no_younger(scene):
    address, first, _ = forms(scene)["the year"]
    teacher, old = scene.client("teacher"), marks(scene, address)
    teacher.post(address, first | old)
    past = teacher.post(address, year(scene) | old | {f"due-{EQUATIONS}": "2027-02-30"})
    assert past.status_code == 422
    assert dict(MARK.findall(past.text)) == old
    assert Goal.objects.get(unit_id=EQUATIONS).due.isoformat() == "2027-04-02"


def test_dates_that_moved_by_days_do_not_move_twice(scene):
    address = reverse("assignments", kwargs={"class_id": scene.town.cast.room.pk})
    check = scene.town.cast.room.assignments.get(pk=scene.town.assignments["check"])
    body = {"do": "move", "days": "7", "assignment": [str(check.pk)]} | marks(scene, address)
    replies = [scene.client("teacher").post(address, body) for _ in range(2)]
    assert [reply.status_code for reply in replies] == [302, 422]
    was, due = check.due_at, type(check).objects.get(pk=check.pk).due_at
    assert (due - was).days == 7
    undo = next(iter(replies[0].wsgi_request._messages._queued_messages)).extra_tags
    assert [scene.client("teacher").post(undo).status_code for _ in range(2)] == [302, 422]
    assert type(check).objects.get(pk=check.pk).due_at == was


def test_a_learner_whose_name_is_there_twice_is_not_there_four_times(scene):
    room = scene.town.cast.room
    address = reverse("add-learners", kwargs={"class_id": room.pk})
    body = {"do": "add", "pasted": "Ben", "same_names": "on"} | marks(scene, address)
    assert [scene.client("teacher").post(address, body).status_code for _ in range(2)] == [200, 422]
    assert room.learners.filter(name="Ben").count() == 2


def test_a_group_is_not_emptied_by_who_opened_it_first(scene):
    address, first, second = forms(scene)["a group"]
    old = marks(scene, address)
    for body in (first, second):
        scene.client("teacher").post(address, body | old)
    assert list(GroupPlace.objects.filter(group_id=scene.town.group).values_list("learner__name", flat=True)) == ["Ben"]


def test_a_holiday_whose_last_day_cannot_be_read_is_not_one_day(scene):
    address = reverse("roadmap", kwargs={"class_id": scene.town.cast.room.pk})
    body = {"do": "holiday", "name": "Spring", "first": FRIDAY.isoformat(), "last": "2027-02-30"}
    reply = scene.client("teacher").post(address, body)
    assert reply.status_code == 422
    assert not Holiday.objects.exists()
