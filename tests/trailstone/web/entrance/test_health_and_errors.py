"""Health for machines, and pages for when something goes wrong."""

import pytest
from django.core.exceptions import SuspiciousOperation
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpResponse
from django.test import Client
from django.urls import include, path

from trailstone.urls import handler400, handler403, handler404, handler500  # noqa: F401 - the handlers under test


def burst(request):
    raise ZeroDivisionError("on purpose")


def odd(request):
    raise SuspiciousOperation("on purpose")


def accept(request):
    return HttpResponse("taken")


urlpatterns = [path("burst", burst), path("odd", odd), path("accept", accept), path("", include("trailstone.urls"))]


@pytest.fixture
def no_database(monkeypatch):
    def refuse(*given, **more):
        raise OperationalError("the disk is full")

    monkeypatch.setattr(connection, "cursor", refuse)


def test_alive_without_a_database(client, no_database):
    assert client.get("/healthz").text == "ok\n"


@pytest.mark.django_db
def test_ready_when_the_database_answers(client):
    assert client.get("/readyz").text == "ready\n"


@pytest.mark.django_db
def test_not_ready_without_a_database(client, no_database):
    reply = client.get("/readyz")
    assert reply.status_code == 503
    assert "database" in reply.text


@pytest.mark.django_db
def test_not_ready_before_the_database_is_of_this_version(client):
    MigrationRecorder(connection).record_unapplied("operate", "0001_first")
    reply = client.get("/readyz")
    assert (reply.status_code, reply.text) == (503, "The database waits for its update: trailstone upgrade.\n")


@pytest.mark.django_db
@pytest.mark.parametrize("host", ["10.244.3.17:8000", "learn.example.org"])
def test_a_probe_is_answered_by_any_name_and_a_page_by_the_sites_own(client, settings, host):
    settings.ALLOWED_HOSTS = ["learn.example.org"]
    for probe in ("/healthz", "/readyz"):
        reply = client.get(probe, headers={"host": host})
        assert reply.status_code == 200
        assert reply.headers["Cache-Control"] == "no-store"
        assert reply.headers["X-Content-Type-Options"] == "nosniff"
    refused = client.get("/sign-in/", headers={"host": host}).status_code == 400
    assert refused == (host not in settings.ALLOWED_HOSTS)


@pytest.mark.django_db
def test_a_probe_is_counted_by_its_name(client):
    assert client.get("/readyz").wsgi_request.resolver_match.view_name == "readyz"
    assert client.post("/readyz").status_code == 405


@pytest.mark.urls(__name__)
def test_the_page_for_a_fault_needs_no_database(no_database):
    client = Client(raise_request_exception=False)
    client.cookies["reading"] = "%7B%22theme%22%3A%22dark%22%7D"
    reply = client.get("/burst")
    assert reply.status_code == 500
    assert "Something broke on our side" in reply.text
    assert 'data-theme="dark"' in reply.text
    assert "ZeroDivisionError" not in reply.text


@pytest.mark.urls(__name__)
def test_a_request_without_sense_is_400_with_one_way_on(db):
    reply = Client().get("/odd")
    assert reply.status_code == 400
    assert "That could not be read" in reply.text
    assert 'class="btn" href="/"' in reply.text


def test_a_page_that_is_not_there_is_404_with_one_way_on(client, school):
    reply = client.get("/nowhere/")
    assert reply.status_code == 404
    assert 'class="btn" href="/"' in reply.text


@pytest.mark.urls(__name__)
def test_a_form_without_its_token_asks_to_send_it_once_more(db):
    reply = Client(enforce_csrf_checks=True).post("/accept")
    assert reply.status_code == 403
    assert "Please send that once more" in reply.text


@pytest.mark.django_db
def test_pages_are_never_kept_by_the_browser(client, school):
    reply = client.get("/sign-in/")
    assert reply.headers["Cache-Control"] == "no-store"
    assert "script-src 'self'" in reply.headers["Content-Security-Policy"]
