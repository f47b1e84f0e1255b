"""Assigning: the form, its conflicts, several classes, and two clicks from the skills report."""

import re
from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.trailstone.cast import MONDAY, attach, class_of, join, person, set_unit
from trailstone.assignments import things
from trailstone.assignments.models import Assignment, Share
from trailstone.people import actions as people

FRIDAY_AFTERNOON = datetime(2027, 3, 5, 13, 0, tzinfo=UTC)  # 16:00 in Nairobi
DUE = {"due_day": "2027-03-05", "due_time": "16:00"}


def address(school, name="assign", *more):
    return reverse(name, args=[school.room.pk, *more])


def said(page):
    text = re.sub(r"<[^>]+>", " ", page.content.decode())
    return " ".join(text.split()).replace("&#x27;", "'")


def code(school, number=0, unit="tiny/one"):
    return things.exercise(school.tiny.by_unit[unit].skills[number]).code


def form(school, do="assign", **more):
    return {"do": do, "item": [code(school)]} | DUE | more


def undo(page):
    return re.search(r'<form method="post" action="([^"]*do=[^"]*)"', page.content.decode())[1].replace("&amp;", "&")


def having(assignment):
    shares = Share.objects.filter(assignment=assignment, removed_at=None)
    return sorted(shares.values_list("learner__name", flat=True))


def test_an_assignment_is_for_all_until_a_moment_on_the_class_s_clocks(school, ada):
    page = ada.post(address(school), form(school), follow=True)
    found = Assignment.objects.get()
    assert (found.due_at, found.starts_at, found.for_all) == (FRIDAY_AFTERNOON, MONDAY, True)
    assert having(found) == ["Ben", "Cho", "Dina"]
    assert "assigned to Ben, Cho and Dina of 8B, due 5 March 2027, 16:00." in said(page)


def test_undo_archives_it(school, ada):
    page = ada.post(address(school), form(school), follow=True)
    assert "1 assignment is archived" in said(ada.post(undo(page), follow=True))
    assert Assignment.objects.get().archived_at == MONDAY


def test_several_things_in_their_order_with_title_instructions_and_the_same_questions(school, ada):
    lesson = school.alg1.by_unit["alg1/equations"].lessons[0]
    unit = school.alg1.by_unit["alg1/equations"]
    wanted = [things.quiz(school.alg1, unit, 1).code, things.article(school.alg1, lesson).code]
    sent = form(school, item=wanted, title="Homework 1", instructions="Alone.", same="yes")
    ada.post(address(school), sent)
    found = Assignment.objects.get()
    assert (found.title, found.instructions, found.same_questions) == ("Homework 1", "Alone.", True)
    assert [item.kind for item in found.items.all()] == ["quiz", "article"]
    assert len(found.items.first().questions) == 5


def test_a_later_start_schedules_it_and_a_draft_waits(school, ada):
    ada.post(address(school), form(school, opens="later", opens_day="2027-03-03", opens_time="08:00"))
    assert Assignment.objects.get().starts_at == datetime(2027, 3, 3, 5, 0, tzinfo=UTC)
    ada.post(address(school), form(school, do="draft", title="Later"))
    assert Assignment.objects.get(title="Later").published_at is None


def test_chosen_learners_and_groups(school, ada):
    who = f"who-{school.room.pk}"
    ada.post(address(school), form(school, **{who: "chosen", "learner": [str(school.ben.pk)]}))
    assert having(Assignment.objects.get()) == ["Ben"]
    group = people.make_group(
        actor=school.ada, classroom=school.room, name="Blue", learners=[school.cho.pk, school.dina.pk], at=MONDAY
    )
    ada.post(address(school), form(school, title="For blue", **{who: "groups", "group": [str(group.pk)]}))
    assert having(Assignment.objects.get(title="For blue")) == ["Cho", "Dina"]


def test_several_classes_at_once_each_get_their_own(school, ada):
    second = class_of(school.ada, "8C", "ABCD2345")
    attach(second, "tiny")
    join(second, person(school.school, "Finn"))
    ada.post(address(school), form(school, **{"class": [str(second.pk), str(school.other.pk)]}))
    assert [having(one) for one in Assignment.objects.order_by("classroom__name")] == [["Ben", "Cho", "Dina"], ["Finn"]]


def test_conflicts_are_said_before_saving_and_those_ticked_are_left_out(school, ada):
    set_unit(school.ben, "tiny/one", 4)
    page = ada.post(address(school), form(school))
    assert page.status_code == 422
    assert "Ben has mastered “Skill one 1”: leave Ben out?" in said(page)
    assert not Assignment.objects.exists()
    key = re.search(r'name="asked" value="([^"]*)"', page.content.decode())[1]
    ada.post(address(school), form(school, asked=[key], out=[key]))
    assert having(Assignment.objects.get()) == ["Cho", "Dina"]


def test_a_conflict_that_was_read_does_not_stand_in_the_way(school, ada):
    set_unit(school.ben, "tiny/one", 4)
    page = ada.get(address(school), {"skill": school.tiny.by_unit["tiny/one"].skills[0].id})
    key = re.search(r'name="asked" value="([^"]*)"', page.content.decode())[1]
    ada.post(address(school), form(school, asked=[key]))
    assert having(Assignment.objects.get()) == ["Ben", "Cho", "Dina"]


def test_one_of_two_things_is_left_out_for_those_ticked_and_they_get_the_rest(school, ada, as_):
    set_unit(school.ben, "tiny/one", 4)
    key = f"{school.room.pk} mastered {code(school)}"
    both = {"item": [code(school), code(school, 1)], "title": "Both"}
    page = ada.post(address(school), form(school, do="look", asked=[key], out=[key], **both))
    assert "leave them out of that one thing; they get the rest" in said(page)
    assert "Assign to 3 learners" in said(page)
    ada.post(address(school), form(school, asked=[key], out=[key], **both))
    one = Assignment.objects.get()
    assert having(one) == ["Ben", "Cho", "Dina"]
    assert one.for_all
    mine = as_(school.ben).get(reverse("my-assignment", args=[one.pk]))
    theirs = as_(school.cho).get(reverse("my-assignment", args=[one.pk]))
    assert ("Skill one 1" in said(mine), "Skill one 2" in said(mine)) == (False, True)
    assert ("Skill one 1" in said(theirs), "Skill one 2" in said(theirs)) == (True, True)


def test_a_teacher_sees_who_was_left_out_of_what_and_gives_it_to_them_after_all(school, ada):
    set_unit(school.ben, "tiny/one", 4)
    key = f"{school.room.pk} mastered {code(school)}"
    ada.post(address(school), form(school, asked=[key], out=[key], item=[code(school), code(school, 1)]))
    one = Assignment.objects.get()
    page = ada.get(address(school, "assignment", one.pk))
    assert "without Skill one 1" in said(page)
    assert "Left Ben out of “Skill one 1”." in said(page)
    sent = {"do": "put-in", "learner": [str(school.ben.pk)]}
    page = ada.post(address(school, "assignment", one.pk), sent, follow=True)
    assert "They have all of it now." in said(page)
    assert "without Skill one 1" not in said(page)


def test_leaving_out_everybody_is_refused(school, ada):
    set_unit(school.ben, "tiny/one", 4)
    who = {f"who-{school.room.pk}": "chosen", "learner": [str(school.ben.pk)]}
    key = f"{school.room.pk} mastered {code(school)}"
    page = ada.post(address(school), form(school, asked=[key], out=[key], **who))
    assert page.status_code == 422
    assert "Nobody of 8B would be left" in said(page)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"item": []}, "Nothing to do is chosen."),
        ({"item": ["exercise|tiny|skill:999999"]}, "Nothing to do is chosen."),
        ({"due_day": ""}, "Choose the day it is due."),
        ({"due_time": "late"}, "Write the time it is due as 16:00."),
        ({"due_day": "2027-02-01"}, "Choose a later due date."),
        ({"opens": "later", "opens_day": "2027-03-09"}, "before its start"),
        ({"title": "x" * 121}, "A title has at most 120 letters"),
        ({"who": "chosen"}, "No learner is chosen."),
    ],
)
def test_a_refusal_says_what_to_do_and_keeps_what_was_typed(school, ada, wrong, sentence):
    wrong = {f"who-{school.room.pk}" if name == "who" else name: value for name, value in wrong.items()}
    page = ada.post(address(school), form(school, **{"title": "Homework", "instructions": "Line 1"} | wrong))
    assert page.status_code == 422
    assert sentence in said(page)
    assert "Line 1</textarea>" in page.content.decode()
    assert not Assignment.objects.exists()


def test_choosing_taking_out_and_moving_up_save_nothing(school, ada):
    first, second = code(school), code(school, 1)
    page = ada.post(address(school), form(school, do=f"add:{second}"))
    assert page.context["draft"].items == (first, second)
    page = ada.post(address(school), form(school, do=f"up:{second}", item=[first, second]))
    assert page.context["draft"].items == (second, first)
    page = ada.post(address(school), form(school, do=f"drop:{first}", item=[first, second]))
    assert page.context["draft"].items == (second,)
    assert not Assignment.objects.exists()


def test_the_open_unit_shows_how_the_class_stands_in_each_skill(school, ada):
    set_unit(school.ben, "tiny/one", 3, 1)
    page = ada.post(address(school), form(school, do="open:tiny|tiny/one"))
    leaves = next(branch for branch in page.context["tree"].branches if branch.open).leaves
    assert [(one.title, one.counts) for one in leaves if one.counts][:2] == [
        ("Skill one 1", (2, 0, 0, 1, 0)), ("Skill one 2", (2, 1, 0, 0, 0)),
    ]  # fmt: skip
    assert [one.title for one in leaves] == [
        "Skill one 1", "Skill one 2", "Quiz 1", "Skill one 3", "Unit one: unit test",
    ]  # fmt: skip


def test_search_finds_by_name_in_all_courses_of_the_class(school, ada):
    page = ada.get(address(school), {"find": "skill two"})
    assert [one.title for one in page.context["tree"].found] == [f"Skill two {n}" for n in (1, 2, 3, 4)]
    assert "Nothing of the class's courses" in said(ada.get(address(school), {"find": "zzzz"}))


def test_two_clicks_from_the_skills_report(school, ada):
    set_unit(school.ben, "tiny/one", 1)
    set_unit(school.cho, "tiny/one", 3)
    skill = school.tiny.by_unit["tiny/one"].skills[0]
    panel = reverse("skill-panel", args=[school.room.pk, skill.id]) + "?course=tiny"
    page = ada.get(panel).content.decode()
    ticked = re.findall(r'name="learner" value="([^"]*)" checked', page)
    assert ticked == [str(school.dina.pk), str(school.ben.pk)]  # not started, then attempted
    sent = dict(re.findall(r'type="(?:hidden|date|time)" name="([^"]*)" value="([^"]*)"', page))
    done = ada.post(address(school), sent | {"learner": ticked, "do": "assign"})
    assert done["Location"] == panel
    assert having(Assignment.objects.get()) == ["Ben", "Dina"]


def test_the_way_back_is_never_to_another_site(school, ada):
    done = ada.post(address(school), form(school, next="https://elsewhere.example/"))
    assert done["Location"] == address(school, "assignments")


def test_an_address_begins_an_assignment_with_skills_and_learners(school, ada):
    skill = school.tiny.by_unit["tiny/one"].skills[0]
    page = ada.get(address(school), {"skill": skill.id, "learner": [str(school.cho.pk), "nobody"]})
    assert page.context["draft"].items == (code(school),)
    assert page.context["total"] == 1
    assert ada.get(address(school), {"skill": ["0", "x", "99999999"]}).status_code == 200


def test_what_is_not_theirs_or_no_form_sends_is_a_404(school, ada, as_):
    assert as_(school.lund).post(address(school), form(school)).status_code == 404
    assert as_(school.ben).get(address(school)).status_code == 404
    assert ada.post(address(school), form(school, do="anything")).status_code == 404


def test_the_page_asks_no_more_for_more_learners_and_skills(school, ada):
    def asked():
        with CaptureQueriesContext(connection) as found:
            sent = form(school, do="look", unit="alg1/equations", course="alg1", item=[code(school), code(school, 1)])
            assert ada.post(address(school), sent).status_code == 200
        return len(found)

    before = asked()
    for number in range(6):
        join(school.room, person(school.school, f"More {number}"))
    assert asked() == before <= 20
