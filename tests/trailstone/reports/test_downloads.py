"""Taking the file of all answers: how far it is stands in the database, a piece behind what was handed over."""

import csv
import io
from datetime import timedelta
from random import Random

import pytest
import time_machine
from django.db import connection
from django.urls import reverse

from tests.trailstone.cast import MONDAY
from tests.trailstone.practising import finish_exercise
from tests.trailstone.reports.test_answers_file import read, worked  # noqa: F401 - a fixture
from trailstone.reports import answers_file, downloads
from trailstone.reports.export import comma
from trailstone.reports.models import Download

MINUTE = timedelta(minutes=1)


@pytest.fixture
def small(worked, monkeypatch):  # noqa: F811
    """The class with nine answers, sent two at a time."""
    monkeypatch.setattr(comma, "PIECE", 2)
    return worked


def begun(school, at=MONDAY):
    return downloads.begin(school.ada, school.room, at)


def now(school):
    return downloads.last(school.ada, school.room)


def test_a_piece_counts_when_the_next_one_is_asked_for(small):
    pieces = downloads.pieces(begun(small), lambda: MONDAY)
    assert (now(small).rows, now(small).sent) == (None, 0)
    first = next(pieces)  # the head and a row
    assert (now(small).rows, now(small).sent, downloads.share(now(small))) == (9, 0, 0)
    next(pieces)
    assert (now(small).sent, now(small).size, downloads.share(now(small))) == (1, len(first), 11)
    assert downloads.whole_size(now(small)) == 9 * len(first)


def test_at_its_end_the_whole_file_was_sent(small):
    file = b"".join(downloads.pieces(begun(small), lambda: MONDAY + MINUTE))
    last = now(small)
    assert (last.sent, last.rows, last.size, last.ended_at) == (9, 9, len(file), MONDAY + MINUTE)
    assert (downloads.share(last), downloads.whole_size(last)) == (100, len(file))
    assert len(read([file.decode()])) == 9


def test_it_is_never_said_to_be_whole_before_its_end(small, monkeypatch):
    monkeypatch.setattr(answers_file, "LEARNERS", 1)
    pieces = downloads.pieces(begun(small), lambda: MONDAY)
    next(pieces)
    finish_exercise(small.cho, small.alg1, small.alg1.units[1].skills[0], [True] * 4, Random(3))
    for _ in range(6):
        next(pieces)
    assert (now(small).rows, now(small).sent, downloads.share(now(small))) == (9, 11, 99)


def test_a_download_that_moves_no_more_has_stopped(small):
    pieces = downloads.pieces(begun(small), lambda: MONDAY)
    next(pieces)
    pieces.close()
    assert not downloads.stopped(now(small), MONDAY + MINUTE)
    assert downloads.stopped(now(small), MONDAY + 2 * MINUTE)
    b"".join(downloads.pieces(begun(small), lambda: MONDAY))
    assert not downloads.stopped(now(small), MONDAY + 2 * MINUTE)


def test_who_begins_anew_is_told_of_the_new_time_only(small):
    old = downloads.pieces(begun(small), lambda: MONDAY)
    next(old)
    begun(small, MONDAY + MINUTE)
    b"".join(old)
    assert (now(small).began_at, now(small).sent, now(small).ended_at) == (MONDAY + MINUTE, 0, None)
    assert Download.objects.count() == 1


def test_a_class_without_answers_is_sent_at_once(school):
    assert downloads.begin(school.ada, school.other, MONDAY).sent == 0
    b"".join(downloads.pieces(downloads.last(school.ada, school.other), lambda: MONDAY))
    last = downloads.last(school.ada, school.other)
    assert (last.rows, last.sent, downloads.share(last)) == (0, 0, 100)


def test_what_telling_costs_does_not_grow_with_the_file(worked, monkeypatch):  # noqa: F811
    monkeypatch.setattr(comma, "PIECE", 1)
    monkeypatch.setattr(downloads, "STEPS", 3)
    written = []

    def note(execute, sql, *rest):
        written.append(sql)
        return execute(sql, *rest)

    download = begun(worked)
    with connection.execute_wrapper(note):
        b"".join(downloads.pieces(download, lambda: MONDAY))
    assert sum(sql.startswith("UPDATE") for sql in written) == 3 + 2


def test_what_cannot_be_told_keeps_nobody_from_the_file(small):
    def refuse(execute, sql, *rest):
        return execute(sql.replace("reports_download", "no_such_table"), *rest)

    download = begun(small)
    with connection.execute_wrapper(refuse):
        file = b"".join(downloads.pieces(download, lambda: MONDAY))
    assert len(list(csv.reader(io.StringIO(file.decode())))) == 10


def test_the_page_sends_the_file_and_says_how_far_it_is(small, client):
    address = reverse("answers-file", args=[small.room.pk])
    with time_machine.travel(MONDAY, tick=False):
        client.force_login(small.ada)
        assert "You have not taken this file yet" in client.get(address).text
        reply = client.post(address)
        assert reply.streaming
        assert reply.headers["Content-Disposition"] == 'attachment; filename="8b-answers.csv"'
        assert "being counted" in client.get(address).text
        pieces = iter(reply)
        first, _ = next(pieces), next(pieces)
        part = client.get(address, headers={"HX-Request": "true"}).text
        assert "1 of 9 answers, 11%" in part
        assert "every 2s" in part
        assert "<h1" not in part
        rest = b"".join(pieces)
        assert rest
        assert first
        page = client.get(address).text
    assert "9 answers" in page
    assert "every 2s" not in page


def test_a_download_that_stopped_says_so_and_is_no_longer_asked_for(small, client):
    next(downloads.pieces(begun(small), lambda: MONDAY))
    with time_machine.travel(MONDAY + 5 * MINUTE, tick=False):
        client.force_login(small.ada)
        page = client.get(reverse("answers-file", args=[small.room.pk])).text
    assert "It stopped at 0%" in page
    assert "every 2s" not in page
