"""The list of assignments, one assignment, and its paper."""

from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.trailstone.cast import MONDAY, attach, class_of, join, person
from tests.trailstone.web.teacher.test_assign import address, having, said, undo
from trailstone.assignments import actions, queries, things
from trailstone.assignments.actions import To, Work
from trailstone.assignments.models import Assignment, Share
from trailstone.people import actions as people
from trailstone.practice.questions import question
from trailstone.web.teacher.assignment_print.paper import parts

DUE = datetime(2027, 3, 5, 13, 0, tzinfo=UTC)  # Friday, 16:00 in Nairobi
ALG = "alg1/equations"


def give(school, number=0, *, at=MONDAY - timedelta(days=3), draft=False, todo=None, **more):
    work = {"things": todo or [things.exercise(school.alg1.by_unit[ALG].skills[number])], "due_at": DUE} | more
    to = [To(school.room)]
    (given,) = actions.assign(actor=school.ada, to=to, work=Work(**work), at=at, rng=Random(3), draft=draft)
    return Assignment.objects.select_related("classroom__school").get(pk=given.assignment_id)


def post(school, ada, one, do, **sent):
    return ada.post(address(school, "assignment", one.pk), {"do": do} | sent, follow=True)


def fields(one, **changes):
    """The edit form as it stands."""
    kept = [f"{item.kind}|{item.course_id}|{item.subject}" for item in one.items.all()]
    dates = {"opens_day": "2027-02-26", "opens_time": "12:00", "due_day": "2027-03-05", "due_time": "16:00"}
    return {"item": kept, "title": one.title, "instructions": one.instructions} | dates | changes


# The list


def test_the_list_has_drafts_scheduled_open_and_past_apart(school, ada):
    give(school, title="Open")
    give(school, 1, title="Past", due_at=MONDAY - timedelta(hours=1))
    give(school, 2, title="Soon", starts_at=MONDAY + timedelta(days=1))
    give(school, 3, title="Draft", draft=True)
    give(school, 4, title="Gone").save()
    actions.archive(actor=school.ada, assignment=Assignment.objects.get(title="Gone"), at=MONDAY)
    page = ada.get(address(school, "assignments"))
    shown = [(str(words), [row.one.title for row in rows]) for _phase, words, rows in page.context["sections"]]
    assert shown == [("Open now", ["Open"]), ("Scheduled", ["Soon"]), ("Drafts", ["Draft"]), ("Past due", ["Past"])]
    assert "Fri 5 Mar, 16:00" in said(page)
    assert "Gone" in said(ada.get(address(school, "assignments"), {"show": "archived"}))


def test_many_dates_move_at_once_and_back(school, ada):
    both = [str(give(school).pk), str(give(school, 1).pk)]
    page = ada.post(address(school, "assignments"), {"do": "move", "days": "7", "assignment": both}, follow=True)
    assert {one.due_at for one in Assignment.objects.all()} == {DUE + timedelta(days=7)}
    assert "2 assignments moved by 7 days later." in said(page)
    ada.post(undo(page))
    assert {one.due_at for one in Assignment.objects.all()} == {DUE}


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"do": "move", "days": "7"}, "No assignment is chosen."),
        ({"do": "move", "days": ""}, "Write by how many days"),
        ({"do": "move", "days": "0"}, "Write by how many days"),
        ({"do": "move", "days": "-30", "all": True}, "in the past"),
        ({"do": "move", "days": "9999", "all": True}, "at most 731 days"),
        ({"do": "archive"}, "No assignment is chosen."),
    ],
)
def test_the_list_refuses_in_a_sentence(school, ada, sent, sentence):
    one = give(school)
    sent = sent | ({"assignment": str(one.pk)} if sent.get("all") else {})
    page = ada.post(address(school, "assignments"), sent)
    assert page.status_code == 422
    assert sentence in said(page)
    assert Assignment.objects.get().due_at == DUE


def test_archiving_several_and_bringing_them_back(school, ada):
    keys = [str(give(school).pk), str(give(school, 1).pk)]
    page = ada.post(address(school, "assignments"), {"do": "archive", "assignment": keys}, follow=True)
    assert not Assignment.objects.filter(archived_at=None).exists()
    ada.post(undo(page))
    assert Assignment.objects.filter(archived_at=None).count() == 2


def test_another_teacher_s_assignments_are_not_to_be_archived(school, as_):
    one = give(school)
    lund = as_(school.lund)
    page = lund.post(reverse("assignments", args=[school.other.pk]), {"do": "archive", "assignment": str(one.pk)})
    assert page.status_code == 422
    assert Assignment.objects.get().archived_at is None


def test_late_joiners_are_offered_and_added(school, ada):
    one = give(school)
    finn = join(school.room, person(school.school, "Finn"))
    assert "Finn (1)" in said(ada.get(address(school, "assignments")))
    ada.post(address(school, "assignments"), {"do": "join", "learner": str(finn.pk)})
    assert having(one) == ["Ben", "Cho", "Dina", "Finn"]


def test_the_list_asks_no_more_for_more_learners_and_assignments(school, ada):
    def asked():
        with CaptureQueriesContext(connection) as found:
            assert ada.get(address(school, "assignments")).status_code == 200
        return len(found)

    give(school)
    before = asked()
    for number in range(1, 5):
        give(school, number)
        join(school.room, person(school.school, f"More {number}"))
    assert asked() <= before + 1 <= 17


# One assignment


def test_editing_changes_what_it_says_and_keeps_what_was_not_touched(school, ada):
    one = give(school, at=MONDAY + timedelta(seconds=-59), title="Old")
    more = things.exercise(school.alg1.by_unit[ALG].skills[1]).code
    post(school, ada, one, "edit", **fields(one, title="New", more=more, opens_day="2027-03-01", opens_time="11:59"))
    now = Assignment.objects.get()
    assert (now.title, now.items.count(), now.due_at, now.starts_at) == ("New", 2, DUE, one.starts_at)


def test_a_refused_edit_keeps_what_was_typed(school, ada):
    one = give(school)
    page = post(school, ada, one, "edit", **fields(one, title="New", due_day="2027-02-01"))
    assert page.status_code == 422
    assert 'value="New"' in page.content.decode()
    assert Assignment.objects.get().title == ""
    page = post(school, ada, one, "edit", **fields(one, item=[]))
    assert "Nothing to do is chosen" in said(page)


def test_more_time_for_one_learner_and_its_undo(school, ada):
    one = give(school)
    sent = {"learner": str(school.ben.pk), "until_day": "2027-03-08", "until_time": "16:00"}
    page = post(school, ada, one, "extend", **sent)
    assert Share.objects.get(learner=school.ben).due_at == DUE + timedelta(days=3)
    assert "Mon 8 Mar, 16:00" in said(page)
    ada.post(undo(page))
    assert Share.objects.get(learner=school.ben).due_at is None
    page = post(school, ada, one, "extend", **sent | {"until_day": "2027-03-02"})
    assert "Everybody has until 5 March 2027, 16:00 already." in said(page)


def test_taking_it_from_somebody_and_giving_it_back(school, ada):
    one = give(school)
    page = post(school, ada, one, "remove", learner=str(school.ben.pk))
    assert having(one) == ["Cho", "Dina"]
    ada.post(undo(page))
    assert having(one) == ["Ben", "Cho", "Dina"]


def test_a_draft_is_given_and_an_archived_one_brought_back(school, ada):
    one = give(school, draft=True)
    post(school, ada, one, "publish")
    assert Assignment.objects.get().published_at == MONDAY
    page = post(school, ada, one, "archive")
    ada.post(undo(page))
    assert Assignment.objects.get().archived_at is None


def test_a_copy_is_a_draft_of_another_class(school, ada):
    second = class_of(school.ada, "8C", "ABCD2345")
    attach(second, "alg1")
    one = give(school, title="Homework")
    page = post(school, ada, one, "copy", **fields(one, **{"class": str(second.pk)}))
    copied = Assignment.objects.get(classroom=second)
    assert (copied.title, copied.published_at) == ("Homework", None)
    assert page.redirect_chain[-1][0] == reverse("assignment", args=[second.pk, copied.pk])
    assert (
        ada.post(address(school, "assignment", one.pk), {"do": "copy", "class": str(school.other.pk)}).status_code
        == 404
    )


def test_what_is_not_theirs_is_a_404(school, ada, as_):
    one = give(school)
    for name in ("assignment", "assignment-print"):
        assert as_(school.lund).get(address(school, name, one.pk)).status_code == 404
        assert as_(school.lund).get(reverse(name, args=[school.other.pk, one.pk])).status_code == 404
    assert ada.post(address(school, "assignment", one.pk), {"do": "anything"}).status_code == 404


def test_an_archived_class_is_read_only(school, ada):
    one = give(school)
    people.archive_class(actor=school.ada, classroom=school.room, at=MONDAY)
    for name, more in (("assignments", ()), ("assignment", (one.pk,)), ("assignment-print", (one.pk,)), ("assign", ())):
        assert ada.get(address(school, name, *more)).status_code == 200
    assert post(school, ada, one, "archive").status_code == 422


# On paper


def paper(school, one, version=1):
    return list(parts(queries.class_assignment(school.room, one.pk, MONDAY).things, one.pk, version))


def test_the_paper_of_fixed_questions_has_those_of_everybody(school):
    one = give(school, same_questions=True)
    slug = school.alg1.by_unit[ALG].skills[0].slug
    fixed = [question(slug, version, seed) for _skill, version, seed in one.items.get().questions]
    assert [ask.right for ask in paper(school, one)[0].asks] == [(each.answer.show(),) for each in fixed]


def test_another_version_has_other_questions_and_the_same_one_the_same(school):
    one = give(school)
    prompts = [[ask.prompt for ask in paper(school, one, version)[0].asks] for version in (1, 1, 2)]
    assert prompts[0] == prompts[1] != prompts[2]


def test_the_key_is_on_a_page_of_its_own_and_can_be_left_out(school, ada):
    one = give(school)
    pages = {
        key: ada.get(address(school, "assignment-print", one.pk), {"key": key}).content.decode()
        for key in ("", "no", "only")
    }
    assert ["Answer key:" in page for page in pages.values()] == [True, False, True]
    assert ['class="asks"' in page for page in pages.values()] == [True, True, True]
    assert 'class="key' in pages[""]
    assert "Name</span>" not in pages["only"]


def test_every_skill_of_the_course_can_be_printed_with_its_key(school):
    """Each kind of answer: something to tick, to ring, to fill in, to draw or to write on, and what is right."""
    for unit in school.alg1.units:
        todo = [things.exercise(skill) for skill in unit.skills][:30]
        if not todo:
            continue
        one = give(school, todo=todo)
        for part in paper(school, one):
            assert part.missing == 0
            assert part.asks
            for ask in part.asks:
                assert ask.right or ask.right_figure
                assert ask.room != "none" or ask.boxes or ask.slots or ask.figures or "|" in ask.prompt


def test_an_article_is_to_be_read_and_has_no_key(school, ada):
    lesson = school.alg1.by_unit[ALG].lessons[0]
    one = give(school, todo=[things.article(school.alg1, lesson)])
    page = said(ada.get(address(school, "assignment-print", one.pk), {"paper": "letter", "version": "99"}))
    assert f"Read “{lesson.article_title}”" in page
    assert "Answer key:" not in page
