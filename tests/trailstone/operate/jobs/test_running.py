"""The jobs of the night, at made-up times."""

from datetime import UTC, datetime, time, timedelta

import pytest
from django.contrib.sessions.models import Session
from django.core.management import CommandError, call_command

from tests.trailstone.practising import finish_exercise
from trailstone.operate import upgrading, worker
from trailstone.operate.backup import place, status
from trailstone.operate.backup.errors import Refused
from trailstone.operate.jobs import running, table
from trailstone.operate.jobs.work import Failed, journal, levels, retention
from trailstone.operate.models import Job, Outcome
from trailstone.progress.models import CourseProgress

EVENING = datetime(2027, 3, 5, 18, 0, tzinfo=UTC)  # 21:00 in the school's Nairobi
NIGHT = datetime(2027, 3, 5, 23, 0, tzinfo=UTC)  # 2:00 there


class Clock:
    """A clock that is set, and goes on by a second whenever it is read."""

    def __init__(self, at=EVENING):
        self.at = at

    def __call__(self):
        self.at += timedelta(seconds=1)
        return self.at


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture(autouse=True)
def data(settings, tmp_path):
    settings.DATA = tmp_path / "data"
    settings.DATA.mkdir()
    return settings.DATA


@pytest.fixture
def ran(monkeypatch, school):
    """One job, whose runs are noted; what ``ran.then`` raises is raised by it."""

    class Ran(list):
        then = None

        def work(self, at, told):
            self.append(at)
            if self.then:
                raise self.then
            return "Done."

    ran = Ran()
    monkeypatch.setattr(table, "JOBS", jobs := {"backup": table.Plan("Test", time(2, 0), ran.work)})
    monkeypatch.setattr(running, "JOBS", jobs)
    return ran


def row():
    return Job.objects.get(name="backup")


def tick(clock, at):
    clock.at = at
    return worker.tick(clock)


def test_nothing_runs_before_there_is_a_school(db, clock):
    assert worker.tick(clock) == []
    assert not Job.objects.exists()


def test_a_new_site_waits_for_its_first_night(ran, clock):
    assert worker.tick(clock) == []
    assert row().due == NIGHT


def test_a_night_runs_once(ran, clock):
    tick(clock, EVENING)
    for minutes in range(0, 600, 7):
        tick(clock, NIGHT + timedelta(minutes=minutes))
    assert len(ran) == 1
    assert (row().outcome, row().message, row().failures) == (Outcome.GOOD, "Done.", 0)


def test_nights_that_were_missed_run_once_at_the_start(ran, clock):
    tick(clock, EVENING)
    assert tick(clock, NIGHT + timedelta(days=20, hours=6)) == ["backup"]
    assert tick(clock, NIGHT + timedelta(days=20, hours=7)) == []
    assert len(ran) == 1


def test_a_clock_put_back_does_not_run_the_night_twice(ran, clock):
    tick(clock, EVENING)
    tick(clock, NIGHT + timedelta(minutes=1))
    assert tick(clock, NIGHT - timedelta(minutes=59)) == []
    assert tick(clock, NIGHT + timedelta(minutes=2)) == []
    assert len(ran) == 1


def test_a_clock_that_was_two_days_ahead_costs_no_night(ran, clock):
    tick(clock, EVENING)
    tick(clock, NIGHT + timedelta(days=2))
    tick(clock, EVENING)
    assert tick(clock, NIGHT + timedelta(minutes=1)) == ["backup"]


def test_what_failed_is_tried_again_and_its_sentence_stays(ran, clock):
    ran.then = Refused("The stick is full.")
    tick(clock, EVENING)
    tick(clock, NIGHT)
    assert (row().outcome, row().message, row().failures) == (Outcome.FAILED, "The stick is full.", 1)
    assert tick(clock, NIGHT + timedelta(minutes=4)) == []
    assert tick(clock, NIGHT + timedelta(minutes=6)) == ["backup"]
    assert row().failures == 2
    ran.then = None
    tick(clock, NIGHT + timedelta(minutes=20))
    assert (row().outcome, row().failures, row().message) == (Outcome.GOOD, 0, "Done.")
    assert row().due > NIGHT + timedelta(hours=23)


def test_an_error_nobody_foresaw_is_a_sentence_too(ran, clock, caplog):
    ran.then = ZeroDivisionError("secret of a child")
    tick(clock, EVENING)
    tick(clock, NIGHT)
    assert "ZeroDivisionError" in row().message
    assert "secret of a child" not in row().message
    assert "the job backup failed" in caplog.text


def test_a_run_that_died_with_its_process_is_told_and_tried_again(ran, clock):
    tick(clock, EVENING)
    Job.objects.update(outcome=Outcome.RUNNING, started_at=NIGHT)
    assert tick(clock, NIGHT + timedelta(minutes=1)) == []  # somebody may be at it
    running.pick_up(clock())
    assert "interrupted" in row().message
    assert tick(clock, clock.at) == ["backup"]


def test_who_presses_the_button_waits_for_no_night(ran, clock):
    tick(clock, EVENING)
    running.ask("backup", EVENING + timedelta(minutes=1))
    assert tick(clock, EVENING + timedelta(minutes=1)) == ["backup"]


def test_the_worker_notes_since_when_there_should_be_a_backup(ran, clock, data):
    tick(clock, EVENING)
    tick(clock, NIGHT - timedelta(hours=1))
    assert status.read(data).waiting_since == "2027-03-05T18:00:01+00:00"


def test_levels_that_are_as_the_answers_say_are_said_to_be(school, rng):
    finish_exercise(school.ben, school.alg1, school.alg1.units[0].skills[0], [True] * 4, rng)
    assert levels.work(EVENING, lambda *_: None) == "4 of 4 learners compared, no difference."


def test_a_level_that_is_not_what_the_answers_say_is_a_failure(school, rng):
    finish_exercise(school.ben, school.alg1, school.alg1.units[0].skills[0], [True] * 4, rng)
    CourseProgress.objects.filter(learner=school.ben, course_id="alg1").update(levels=b"\x04\x04")
    with pytest.raises(Failed, match=r"levels of 1 of 4 learners .* trailstone rebuild-progress"):
        levels.work(EVENING, lambda *_: None)


def test_a_large_school_is_compared_in_another_part_each_night():
    everybody = list(range(1000))
    parts = [levels.drawn(everybody, EVENING + timedelta(days=n)) for n in range(30)]
    assert {len(part) for part in parts} == {300}
    assert len({one for part in parts for one in part}) == 1000
    assert levels.drawn(everybody, EVENING) == parts[0]


def test_ended_sessions_and_old_copies_of_the_school_go(db, data):
    for key, days in (("old", -1), ("new", 1)):
        Session.objects.create(session_key=key, session_data="x", expire_date=EVENING + timedelta(days=days))
    before = data / upgrading.FOLDER
    before.mkdir()
    names = ["trailstone-2026-11-01-120000.tar.gz", "trailstone-2027-02-01-120000.tar.gz", "notes.txt"]
    for name in names:
        (before / name).touch()
    said = retention.work(EVENING, lambda *_: None)
    assert said == "1 ended sessions, 0 removed notes and 1 old copies of the school deleted."
    assert list(Session.objects.values_list("session_key", flat=True)) == ["new"]
    assert sorted(path.name for path in before.iterdir()) == sorted(names[1:])


def test_old_days_of_the_journal_go(settings, tmp_path):
    settings.JOURNAL = str(tmp_path)
    for name in ("journal-2027-02-01.jsonl", "journal-2027-02-10.jsonl", "journal-2027-03-05.jsonl", "other.txt"):
        (tmp_path / name).touch()
    assert journal.work(EVENING, lambda *_: None) == "1 old days deleted."
    assert not (tmp_path / "journal-2027-02-01.jsonl").exists()


def test_jobs_are_listed_and_run_by_name(ran, capsys):
    call_command("jobs")
    assert "next 2" in capsys.readouterr().out
    call_command("jobs", "run", "backup")
    assert capsys.readouterr().out == "Done.\n"
    ran.then = Refused("The stick is full.")
    with pytest.raises(CommandError, match="The stick is full"):
        call_command("jobs", "run", "backup")
    call_command("jobs")
    assert "failed. The stick is full." in capsys.readouterr().out


def test_a_folder_for_backups_must_be_whole_writable_and_not_public(tmp_path, data):
    static = data / "static"
    static.mkdir()
    for wrong, said in (
        ("stick", "whole path"),
        (str(tmp_path / "none" / "stick"), "plugged in"),
        (str(static / "x"), "Everybody who opens the site"),
        ("/proc/1/x", "cannot write"),
    ):
        with pytest.raises(Refused, match=said):
            place.choose(wrong, data=data, public=(static,))
    assert place.chosen(data) is None
    assert place.choose(f" {tmp_path / 'stick'} ", data=data, public=(static,)) == tmp_path / "stick"
    assert place.chosen(data) == tmp_path / "stick"
    assert (tmp_path / "stick").is_dir()
    assert place.on_the_same_disk(tmp_path / "stick", data)
