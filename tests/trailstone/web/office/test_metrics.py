"""Figures for programs that watch the site: they name routes, never people, and not everybody may read them."""

import re

import pytest
from django.urls import reverse

from tests.trailstone.cast import MONDAY
from trailstone.operate import metrics
from trailstone.operate.backup import status
from trailstone.operate.backup.status import Status
from trailstone.operate.jobs import running
from trailstone.operate.metrics import FOLDER, METER

LINE = re.compile(r'(# TYPE trailstone_\w+ (counter|gauge|histogram)|trailstone_\w+(\{(\w+="[^"]*",?)+\})? -?[\d.]+)')


@pytest.fixture(autouse=True)
def from_nothing():
    METER.counts.clear()
    METER.left_at = 0.0


def read(client, **more):
    return client.get(reverse("metrics"), **more)


def test_every_line_is_of_the_text_format(client, school, data):
    running.plan(MONDAY)
    running.run("journal", lambda: MONDAY)
    status.succeeded(data, Status(made_at="2027-03-01T08:00:00+00:00"))
    client.get("/healthz")
    text = read(client).text
    assert [line for line in text.splitlines() if not LINE.fullmatch(line)] == []
    assert 'trailstone_requests_total{route="healthz",method="GET",status="200"} 1' in text
    assert 'trailstone_request_seconds_bucket{route="healthz",le="+Inf"} 1' in text
    assert "trailstone_backup_age_seconds 3600" in text
    assert 'trailstone_job_failures{job="journal"} 0' in text
    assert 'trailstone_job_last_success_timestamp_seconds{job="journal"}' in text


def test_a_route_is_a_name_without_what_was_asked_for(client, school):
    client.get("/join/HJKM2345/")
    client.get("/nowhere/at/all/")
    text = read(client).text
    assert "HJKM2345" not in text
    assert 'route="join-code"' in text
    assert 'route="none"' in text


def test_whoever_comes_from_elsewhere_needs_the_token(client, school, settings):
    away = {"REMOTE_ADDR": "192.168.1.20"}
    assert read(client).status_code == 200
    assert read(client, **away).status_code == 404
    assert read(client, headers={"X-Forwarded-For": "1.2.3.4"}).status_code == 404
    assert read(client, **away, headers={"Authorization": "Bearer "}).status_code == 404
    settings.METRICS_TOKEN = "long-and-secret"
    assert read(client, **away, headers={"Authorization": "Bearer wrong"}).status_code == 404
    assert read(client, **away, headers={"Authorization": "Bearer long-and-secret"}).status_code == 200


def test_the_counts_of_all_processes_are_added_up(data):
    folder = data / FOLDER
    METER.count(("home", "GET", 200), 0.03, data)
    (path,) = folder.glob("*.json")
    path.rename(folder / "1.json")  # as another process left it
    total = metrics.together(folder)[("home", "GET", 200)]
    assert (sum(total[:-1]), round(total[-1], 3)) == (2, 0.06)
    metrics.begin(folder)
    assert not folder.exists()


def test_a_time_is_counted_in_its_bucket(data):
    for seconds in (0.025, 0.026, 9):
        METER.count(("home", "GET", 200), seconds, data)
    assert metrics.together(data / FOLDER)[("home", "GET", 200)][:-1] == [1, 1, 0, 0, 0, 0, 0, 1]


def test_a_full_disk_costs_no_page(client, school, data):
    (data / FOLDER).write_text("in the way")
    assert client.get("/healthz").status_code == 200
