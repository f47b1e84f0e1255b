"""Lines of JSON for programs that gather logs: they say which page, how long and for which pseudonym."""

import json
import logging
import sys

import pytest
from django.test import Client
from django.urls import reverse

from trailstone.operate.logs import Entry


@pytest.fixture
def lines(settings, caplog):
    """``lines()``: what the log of requests would write."""
    settings.LOG = "json"
    caplog.set_level(logging.INFO, logger="trailstone.request")
    return lambda: [json.loads(Entry().format(record)) for record in caplog.records if record.name.endswith("request")]


def test_a_request_is_one_line_with_route_status_time_and_pseudonym(school, lines):
    client = Client()
    client.force_login(school.ben)
    client.get(reverse("class-page", args=[school.room.pk]), headers={"X-Request-ID": "abcdefgh-12"})
    (line,) = [one for one in lines() if one["message"] == "request"]
    assert line["ms"] > 0
    assert {key: line[key] for key in ("route", "method", "status", "user", "request_id", "level")} == {
        "route": "class-page", "method": "GET", "status": 200, "user": str(school.ben.pk), "request_id": "abcdefgh-12",
        "level": "info",
    }  # fmt: skip
    assert school.room.pk.hex not in json.dumps(line).replace("-", "")


@pytest.mark.parametrize("given", ["", "short", "x" * 65, 'a"b\nc<script>'])
def test_an_id_that_is_none_is_replaced(lines, db, given):
    reply = Client().get("/healthz", headers={"X-Request-ID": given})
    assert len(reply.headers["X-Request-ID"]) == 32
    assert [line["request_id"] for line in lines()] == [reply.headers["X-Request-ID"]]


def test_nobody_is_looked_up_for_the_log(lines, school, django_assert_num_queries):
    with django_assert_num_queries(0):
        Client().get("/healthz")
    assert lines()[0]["user"] == ""


def test_a_traceback_and_a_class_code_are_handled_as_in_plain_lines():
    try:
        raise ValueError("in the middle")
    except ValueError:
        record = logging.LogRecord("a", logging.ERROR, "", 1, "Not Found: %s", ("/join/HJKM2345/",), sys.exc_info())
    entry = json.loads(Entry().format(record))
    assert entry["message"] == "Not Found: /join/.../"
    assert "ValueError: in the middle" in entry["error"]


def test_without_json_there_is_no_line_a_request(school, caplog):
    caplog.set_level(logging.INFO)
    Client().get("/healthz")
    assert not [record for record in caplog.records if record.name == "trailstone.request"]
