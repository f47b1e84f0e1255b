"""What holds for every page of a class: whose it is, that looking changes nothing, what it costs."""

import re

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape

from tests.trailstone.cast import class_of, join, person, set_unit
from trailstone.goals import actions as goals
from trailstone.people import actions as people
from trailstone.web.teacher import frame

LINK = re.compile(r'<a href="([^"]+)"[^>]*>.*?<span>([^<]+)')
OF_THE_CLASS = ("class-overview", "roster", "add-learners", "class-settings")
MOST_QUERIES = 12
OF_ALL_CLASSES = 16  # the dashboard, of a teacher who was there before


def address(name, school):
    return reverse(name, args=[school.room.pk])


def pages(school):
    detail = reverse("learner-detail", args=[school.room.pk, school.ben.pk])
    return [reverse("dashboard"), reverse("new-class"), *(address(name, school) for name in OF_THE_CLASS), detail]


def test_a_teacher_sees_the_own_class(ada, school):
    for page in pages(school):
        assert ada.get(page).status_code == 200, page


def test_another_teachers_class_does_not_exist(as_, school):
    lund = as_(school.lund)
    for page in pages(school)[2:]:
        assert lund.get(page).status_code == 404, page
        assert lund.post(page, {"do": "archive"}).status_code in {404, 405}, page
    school.room.refresh_from_db()
    assert school.room.archived_at is None


@pytest.mark.parametrize("name", ["login-cards", "return-learner"])
def test_another_teachers_learners_get_no_cards_and_no_return(as_, school, name):
    keys = [school.room.pk, *([school.ben.pk] if name == "return-learner" else [])]
    before = school.ben.password
    assert as_(school.lund).post(reverse(name, args=keys), {"everybody": "yes"}).status_code == 404
    school.ben.refresh_from_db()
    assert school.ben.password == before


def test_for_learners_teachers_pages_do_not_exist(as_, school):
    ben = as_(school.ben)
    for page in pages(school):
        assert ben.get(page).status_code == 404, page


def test_who_is_not_signed_in_is_sent_to_the_sign_in(client, school):
    for page in pages(school):
        assert client.get(page).url == f"{reverse('sign-in')}?next={page}"


def test_a_learner_of_another_class_has_no_page_here(ada, school):
    assert ada.get(reverse("learner-detail", args=[school.room.pk, school.eli.pk])).status_code == 404


def test_looking_never_changes_anything(ada, school, tmp_path):
    def everything(name):
        call_command("dumpdata", "people", "goals", "practice", "progress", output=str(tmp_path / name))
        return (tmp_path / name).read_text()

    before = everything("before.json")
    for page in pages(school):
        ada.get(page + "?rename=" + str(school.ben.pk))
    assert everything("after.json") == before


def _fill(school, count):
    for number in range(count):
        set_unit(join(school.room, person(school.school, f"Pupil {number}")), "tiny/one", 2, 3, 1)
    today, actor = timezone.now(), school.ada
    goals.set_unit_goals(
        actor=actor, classroom=school.room, unit_ids=["tiny/one"], learners=None, due=today.date(), target=80, at=today
    )  # fmt: skip


@pytest.mark.parametrize("size", [3, 30])
def test_the_cost_of_a_page_does_not_grow_with_the_class(ada, school, size, django_assert_max_num_queries):
    _fill(school, size)
    for page in pages(school):
        with django_assert_max_num_queries(OF_ALL_CLASSES if page == reverse("dashboard") else MOST_QUERIES):
            ada.get(page)


def test_the_cost_of_the_dashboard_does_not_grow_with_the_classes(ada, school, django_assert_max_num_queries):
    for number in range(12):
        room = people.open_class(actor=school.ada, name=f"Class {number}", at=timezone.now())
        join(room, school.ben)
    with django_assert_max_num_queries(OF_ALL_CLASSES):
        ada.get(reverse("dashboard"))


def test_a_roster_of_35_stays_below_1500_elements(ada, school):
    for number in range(32):
        join(school.room, person(school.school, f"Pupil {number}"))
    page = ada.get(address("roster", school)).text
    assert page.count("<") - page.count("</") < 1500


def test_the_menu_marks_the_page_that_is_open(ada, school):
    page = ada.get(address("roster", school)).text
    assert page.count('aria-current="page"') == 2  # My classes in the bar, Learners in the menu
    assert f'href="{address("class-settings", school)}"' in page


def test_every_class_has_a_menu_of_its_own(ada, school):
    """The menu is kept for all: whatever class was looked at before, name, letters and addresses are its own."""
    odd = class_of(school.ada, f"<b>&</b> {frame.NAME} {frame.MARK}", "ODD")
    for room in (school.room, odd, school.room, odd):
        menu = menu_of(ada, room)
        assert f"<span>{escape(room.name)}<small>Switch class</small></span>" in menu
        assert f'aria-hidden="true">{escape(frame.mark_of(room.name))}</span>' in menu
        assert all(str(room.pk) in href for href, _words in LINK.findall(menu)[1:])
    people.archive_class(actor=school.ada, classroom=odd, at=timezone.now())
    assert "<small>Archived</small>" in menu_of(ada, odd)
    assert "<small>Switch class</small>" in menu_of(ada, school.room)


def menu_of(browser, room):
    return browser.get(reverse("class-overview", args=[room.pk])).text.partition("<aside>")[2].partition("</aside>")[0]


def test_links_of_the_menu_that_lead_to_different_pages_have_different_words(school, ada):
    links = [(words, href) for href, words in LINK.findall(menu_of(ada, school.room))]
    twins = [words for words, href in links if any(words == other and href != to for other, to in links)]
    assert len(links) > 15
    assert twins == []
