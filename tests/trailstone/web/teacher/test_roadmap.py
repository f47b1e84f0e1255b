"""The page of the year, the plan to print, and the school's holidays."""

import re
from urllib.parse import parse_qs, urlsplit

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.trailstone.cast import FRIDAY, MONDAY, TODAY, join, person
from tests.trailstone.goals.test_roadmap import NEXT_FRIDAY, NEXT_MONDAY, ONE, TWO, dates, lay_out
from trailstone.goals.models import Holiday
from trailstone.people import actions as people


def address(school):
    return reverse("roadmap", args=[school.room.pk])


def form(do, *stages, **more):
    """The form as a browser sends it; a stage is (unit, from, due) and perhaps the due date that was shown."""
    sent = {"year": "1", "do": do} | more
    for unit, starts, due, *seen in stages:
        sent |= {f"from-{unit}": str(starts), f"due-{unit}": str(due), f"seen-{unit}": str(seen[0]) if seen else ""}
    return sent


YEAR = ((ONE, TODAY, FRIDAY), (TWO, NEXT_MONDAY, NEXT_FRIDAY))


def said(page):
    text = re.sub(r"<[^>]+>", " ", page.content.decode())
    return " ".join(text.split())


def test_saving_sets_every_unit_s_goal_at_once_and_offers_an_undo(school, ada):
    page = ada.post(address(school), form("save", *YEAR), follow=True)
    assert dates() == {ONE: (TODAY, FRIDAY), TWO: (NEXT_MONDAY, NEXT_FRIDAY)}
    undo = re.search(r'action="([^"]*do=undo[^"]*)"', page.content.decode())[1].replace("&amp;", "&")
    assert parse_qs(urlsplit(undo).query)["do"] == ["undo"]
    assert "The year is as it was before." in said(ada.post(undo, follow=True))
    assert dates() == {}


def test_looking_checking_following_and_spreading_save_nothing(school, ada):
    lay_out(school)
    before = dates()
    later = (ONE, TODAY, NEXT_MONDAY, FRIDAY)
    for do in ("check", "follow", "spread:alg1"):
        sent = form(do, later, (*YEAR[1], NEXT_FRIDAY), **{"first-alg1": "2027-03-01", "last-alg1": "2027-12-01"})
        assert ada.post(address(school), sent).status_code == 200
    assert dates() == before


def test_the_rest_moves_by_as_many_school_days_and_is_shown_before_saving(school, ada):
    lay_out(school)
    slipped = ((ONE, TODAY, NEXT_MONDAY, FRIDAY), (*YEAR[1], NEXT_FRIDAY))
    page = ada.post(address(school), form("follow", *slipped))
    assert "Everything after it moves by 1 school day." in said(page)
    rows = page.context["year"].trails[1].rows
    assert [(str(row.stage.starts), str(row.stage.due)) for row in rows] == [
        ("2027-03-01", "2027-03-08"), ("2027-03-09", "2027-03-15"),
    ]  # fmt: skip
    assert [row.changed for row in rows] == [True, True]


def test_without_a_slip_nothing_follows_and_it_says_what_to_do(school, ada):
    page = ada.post(address(school), form("follow", *YEAR))
    assert page.status_code == 422
    assert "Change the due date of the unit that slips first" in said(page)


def test_units_without_dates_are_spread_by_their_skills(school, ada):
    page = ada.post(
        address(school), form("spread:tiny", **{"first-tiny": "2027-03-01", "last-tiny": "2027-03-12"})
    )  # fmt: skip
    rows = page.context["year"].trails[1].rows
    assert [row.days for row in rows] == [4, 6]
    assert "no overlaps, no gaps" in said(page)
    page = ada.post(address(school), form("spread:tiny", **{"first-tiny": "2027-03-06", "last-tiny": "2027-03-07"}))
    assert (page.status_code, dates()) == (422, {})
    assert ada.post(address(school), form("spread:nothing")).status_code == 404


def test_a_refused_year_keeps_what_was_typed(school, ada):
    page = ada.post(address(school), form("save", (ONE, FRIDAY, TODAY), YEAR[1]))
    assert page.status_code == 422
    assert "Unit one starts after its due date 1 March 2027" in said(page)
    assert [str(row.stage.starts) for row in page.context["year"].trails[1].rows] == ["2027-03-05", "2027-03-08"]
    page = ada.post(address(school), form("save", (ONE, "soon", FRIDAY)))
    assert page.status_code == 422
    assert "A date of Unit one cannot be read" in said(page)
    assert dates() == {}


def test_a_unit_of_no_course_of_the_class_cannot_be_sent(school, ada):
    ada.post(address(school), form("save", ("tiny/nine", TODAY, FRIDAY)))
    assert dates() == {}


def test_a_holiday_is_added_and_taken_out_and_what_was_typed_stays(school, ada, as_):
    sent = form("holiday", *YEAR, name="Easter", first="2027-03-08", last="2027-03-10")
    page = ada.post(address(school), sent)
    assert page.context["year"].trails[1].rows[1].days == 2
    assert Holiday.objects.get().name == "Easter"
    page = ada.post(address(school), form(f"holiday-out:{Holiday.objects.get().pk}", *YEAR))
    assert not Holiday.objects.exists()
    undo = re.search(r'action="([^"]*do=holiday[^"]*)"', page.content.decode())[1].replace("&amp;", "&")
    ada.post(undo)
    assert Holiday.objects.get().last.isoformat() == "2027-03-10"


def test_a_holiday_that_cannot_be_says_why(school, ada):
    for wrong in (
        {"name": "Easter"},
        {"name": "", "first": "2027-03-08"},
        {"name": "E", "first": "2027-03-08", "last": "2027-03-01"},
    ):
        page = ada.post(address(school), form("holiday", *YEAR, **wrong))
        assert page.status_code == 422
        assert [row.days for row in page.context["year"].trails[1].rows] == [5, 5]
    assert not Holiday.objects.exists()


def test_the_year_asks_no_more_for_more_learners(school, ada):
    lay_out(school)

    def asked():
        with CaptureQueriesContext(
            connection,
        ) as found:
            assert ada.get(address(school)).status_code == 200
        return len(found)

    before = asked()
    for number in range(6):
        join(school.room, person(school.school, f"More {number}"))
    assert asked() == before <= 14


def test_an_empty_class_has_its_pages(school, ada):
    room = people.open_class(actor=school.ada, name="Empty", at=MONDAY)
    for name in ("roadmap", "plan"):
        assert ada.get(reverse(name, args=[room.pk])).status_code == 200


def test_an_archived_class_can_be_read_and_not_changed(school, ada):
    people.archive_class(actor=school.ada, classroom=school.room, at=MONDAY)
    assert ada.get(address(school)).status_code == 200
    assert ada.post(address(school), form("save", *YEAR)).status_code == 422
    assert dates() == {}


def test_what_no_form_sends_is_a_404(school, ada, as_):
    assert ada.post(address(school), {"do": "anything"}).status_code == 404
    assert as_(school.lund).post(address(school), form("save", *YEAR)).status_code == 404
    assert ada.post(f"{address(school)}?do=undo&plan=0").status_code == 422


def test_the_plan_has_every_date_and_the_code(school, ada):
    lay_out(school)
    sheet = said(ada.get(reverse("plan", args=[school.room.pk]), {"paper": "letter"}))
    assert "Unit two 8 March 12 March 2027" in sheet
    assert "HJKM" in sheet
