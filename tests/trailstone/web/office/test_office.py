"""What the owner sees of backups and health, and what everybody else does not."""

from datetime import timedelta

import pytest
from django.urls import reverse

from tests.trailstone.cast import MONDAY
from trailstone.operate.backup import place, status
from trailstone.operate.backup.status import Status
from trailstone.operate.jobs import running
from trailstone.operate.journal import state
from trailstone.operate.models import Job, Outcome

HTMX = {"HX-Request": "true"}
GOOD = Status(file="/media/stick/trailstone-2027-03-01.tar.gz", size=5_000_000, verified_rows=12345)


def ago(**time):
    return (MONDAY - timedelta(**time)).isoformat(timespec="seconds")


def made(data, **time):
    status.succeeded(data, Status(GOOD.file, ago(**time), GOOD.size, 3, True, GOOD.verified_rows))


@pytest.fixture
def page():
    return reverse("office")


@pytest.fixture
def look(as_, school, page):
    return lambda **more: as_(school.ada).get(page, **more).text


def test_the_page_is_the_owners_alone(as_, school, page):
    assert as_(school.lund).get(page).status_code == 404
    assert as_(school.lund).post(reverse("office-backup")).status_code == 404
    assert not Job.objects.exists()


def test_the_way_there_is_in_the_owners_menu(as_, school, page):
    assert page in as_(school.ada).get(reverse("account")).text
    assert page not in as_(school.lund).get(reverse("account")).text


def test_a_good_backup_is_shown_with_its_age_place_and_proof(look, data):
    made(data, hours=3)
    seen = look()
    for words in ("3 hours ago · Monday 1 March, 09:00", "12345 rows compared", GOOD.file, "locked", "proved"):
        assert words in seen
    assert 'class="note error"' not in seen


def test_a_site_without_any_backup_says_what_to_do(look):
    seen = look()
    assert "none yet" in seen
    assert "Back up now" in seen
    assert "must run by trailstone serve" in seen


def test_the_folder_is_chosen_here_and_said_to_be_on_the_same_disk(as_, school, page, look, data, tmp_path):
    reply = as_(school.ada).post(page, {"folder": str(tmp_path / "stick")})
    assert reply.url == page
    assert place.chosen(data) == tmp_path / "stick"
    assert "same disk as the school" in look()


@pytest.mark.parametrize("wrong", ["stick", "/none/of/this", "/proc/x"])
def test_a_folder_that_will_not_do_is_refused_and_kept_in_the_field(as_, school, page, data, wrong):
    reply = as_(school.ada).post(page, {"folder": wrong})
    assert reply.status_code == 422
    assert f'value="{wrong}"' in reply.text
    assert place.chosen(data) is None


def test_no_folder_that_is_served_to_everybody(as_, school, page, settings):
    reply = as_(school.ada).post(page, {"folder": str(settings.STATIC_ROOT / "x")})
    assert "could fetch" in reply.text


def test_the_setting_goes_before_the_owners_choice(as_, school, page, monkeypatch, look, data):
    monkeypatch.setenv("TRAILSTONE_BACKUPS", "/srv/backups")
    assert "To /srv/backups, as the setting" in look()
    assert as_(school.ada).post(page, {"folder": str(data)}).status_code == 422


def test_back_up_now_asks_the_worker_and_shows_how_far_it_is(as_, school):
    ada = as_(school.ada)
    running.plan(MONDAY)
    seen = ada.post(reverse("office-backup"), headers=HTMX).text
    assert seen.lstrip().startswith("<section")
    assert 'hx-trigger="every 2s"' in seen
    assert "about to begin" in seen
    assert running.due(MONDAY) == ["backup"]
    Job.objects.filter(name="backup").update(outcome=Outcome.RUNNING, step="compare", share=40)
    seen = ada.get(reverse("office-backup"), headers=HTMX).text
    assert "compare, 40 %" in seen
    Job.objects.filter(name="backup").update(outcome=Outcome.GOOD, due=MONDAY + timedelta(hours=9))
    seen = ada.get(reverse("office-backup"), headers=HTMX).text
    assert "every 2s" not in seen
    assert "Back up now" in seen


def test_without_scripts_the_button_leads_back_to_the_page(as_, school, page):
    assert as_(school.ada).post(reverse("office-backup")).url == page


def test_what_the_jobs_of_the_night_said_is_shown(look):
    running.plan(MONDAY)
    Job.objects.filter(name="levels").update(
        outcome=Outcome.FAILED, message="The levels of 1 of 4 differ.", started_at=MONDAY
    )
    seen = look()
    assert "The levels of 1 of 4 differ." in seen
    assert "must run by trailstone serve" not in seen


def test_work_that_nobody_does_is_told(look):
    running.plan(MONDAY - timedelta(days=3))
    assert "must run by trailstone serve" in look()


def test_the_journal_is_shown_with_how_far_it_is(look, settings, data):
    assert "until the next backup" in look()
    settings.JOURNAL = "/media/stick"
    state.write(data, state.State(upto=ago(minutes=2)))
    assert "up to 2 minutes ago" in look()


BAD = {
    "failed": (Status(made_at=ago(hours=5), failed_at=ago(hours=1), failed_why="The stick is full."), "stick is full"),
    "old": (Status(made_at=ago(hours=49)), "2 days old"),
    "never": (Status(waiting_since=ago(hours=49)), "no backup of the school yet"),
}


@pytest.mark.parametrize("what", BAD)
def test_a_backup_that_failed_or_is_old_is_red_on_every_page_of_the_owner(as_, school, data, look, what):
    known, said = BAD[what]
    status.succeeded(data, known)
    for name in ("dashboard", "account", "courses"):
        seen = as_(school.ada).get(reverse(name)).text
        assert 'class="note error" role="alert"' in seen
        assert said in seen
        assert f'<a href="{reverse("office")}">' in seen
    for person in (school.lund, school.ben):
        assert said not in as_(person).get(reverse("account")).text
    assert look().count(said) == 1


def test_a_journal_that_is_not_written_is_red_after_ten_minutes(as_, school, data):
    for minutes, red in ((9, False), (11, True)):
        state.write(data, state.State(failed_at=ago(minutes=minutes), failed_why="The stick is away."))
        assert ("stick is away" in as_(school.ada).get(reverse("account")).text) is red


def test_a_young_backup_is_no_news(as_, school, data):
    made(data, hours=47)
    assert "note error" not in as_(school.ada).get(reverse("account")).text


def test_the_page_costs_few_statements(as_, school, page, django_assert_max_num_queries):
    running.plan(MONDAY)
    ada = as_(school.ada)
    with django_assert_max_num_queries(8):
        ada.get(page)
