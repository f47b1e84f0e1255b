"""A real Chromium on the real site: production's static files, the CSP on, and any fault of a page fails its test."""

import os
import random
import time
from pathlib import Path

import pytest
import time_machine
from django.core.management import call_command
from django.test import Client, override_settings
from django.test.testcases import LiveServerThread
from django.test.utils import setup_databases, teardown_databases
from playwright.sync_api import expect, sync_playwright

from scripts import chromium
from tests.browser.faults import Faults
from tests.browser.looks import DESK, barriers, every_look
from tests.trailstone.cast import MONDAY, raise_curtain
from trailstone.content.catalogue import CATALOGUE

PICTURES = Path(__file__).parents[2] / ".cache/browser"
QUIET = ["gpu", "background-networking", "component-update", "sync", "quic", "default-apps", "extensions", "breakpad"]
ARGUMENTS = [
    *(f"--disable-{thing}" for thing in QUIET),
    "--no-first-run",
    "--disable-dev-shm-usage",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    *(["--no-sandbox"] if os.geteuid() == 0 else []),
]
PRODUCTION = "whitenoise.storage.CompressedManifestStaticFilesStorage"
PATIENCE_MS = 15_000  # how long a page may take on a busy computer; what comes earlier is not waited for
LATE_S = 0.7
expect.set_options(timeout=PATIENCE_MS)


def own(name):
    """A file or folder that no other process of this run has."""
    return Path(os.environ["TRAILSTONE_DATA"]) / f"{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}-{name}"


def pytest_collection_modifyitems(items):
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix):
    """The server answers from several threads, so SQLite needs a file as in production, not one shared memory."""
    from django.conf import settings

    database = settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        database.setdefault("TEST", {})["NAME"] = str(own("browser.sqlite3"))


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, request, django_db_blocker):
    """The test database also where no test asks for one of its own: many share one school (``town``)."""
    if any({"db", "transactional_db"} & set(item.fixturenames) for item in request.session.items):
        yield
        return
    with django_db_blocker.unblock():
        made = setup_databases(verbosity=0, interactive=False)
        yield
        teardown_databases(made, verbosity=0)


@pytest.fixture(scope="session")
def browser():
    # Playwright keeps an event loop in this thread; Django would take that for a mistake of ours.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        path = chromium.find_or_install()
        started = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def production_static():
    """Every file under its hashed name, compressed, as ``trailstone serve`` has them."""
    from django.conf import settings

    storages = settings.STORAGES | {"staticfiles": {"BACKEND": PRODUCTION}}
    root = own("static")
    root.mkdir(exist_ok=True)
    with override_settings(STORAGES=storages, STATIC_ROOT=root):
        call_command("collectstatic", interactive=False, verbosity=0)
        yield


@pytest.fixture(scope="session")
def server(production_static, django_db_setup, request):
    """The site's address, from a server that runs as long as the tests do. In the long form its answers come late."""
    serve = late if request.config.getoption("long") else lambda site: site
    thread = LiveServerThread("127.0.0.1", static_handler=serve)  # WhiteNoise serves, as in production
    thread.daemon = True
    thread.start()
    thread.is_ready.wait()
    if thread.error:
        raise thread.error
    yield f"http://127.0.0.1:{thread.port}"
    thread.terminate()


def late(site):
    """Each page and script after a random part of a second: what overtakes what differs, as on a slow network."""

    def answer(environ, start_response):
        if not environ["PATH_INFO"].startswith("/static/") or environ["PATH_INFO"].endswith(".js"):
            time.sleep(LATE_S * random.random())
        return site(environ, start_response)

    return answer


@pytest.fixture
def live(server, transactional_db):
    """The site's address, with a database that is empty before and after."""
    return server


@pytest.fixture
def monday():
    """It is Monday morning, and the clock goes on: for the server as well, which runs in this process."""
    with time_machine.travel(MONDAY, tick=True):
        yield MONDAY


@pytest.fixture
def school(live, monday):
    """The cast of the app tests, in the database of the server."""
    CATALOGUE.forget()
    yield raise_curtain()
    CATALOGUE.forget()


@pytest.fixture
def faults(live):
    """What went wrong in the pages so far; ``with faults.expect("status of 422"):`` when the test wants it."""
    return Faults(live)


@pytest.fixture
def page_for(browser, live, faults, request):
    """``page_for(user)`` opens a signed-in page in a browser of its own; without a user, nobody is signed in.

    Options of Playwright's contexts may follow: ``page_for(ben, viewport=PHONE, java_script_enabled=False)``.
    """
    contexts = []

    def open_page(user=None, *, viewport=DESK, **options):
        options = {"base_url": live, "viewport": viewport, "locale": "en-GB", "timezone_id": "UTC"} | options
        context = browser.new_context(**options)
        contexts.append(context)
        context.set_default_timeout(PATIENCE_MS)
        faults.watch(context)
        if user is not None:
            context.add_cookies([{"name": "sessionid", "value": session_of(user), "url": live}])
        return context.new_page()

    yield open_page
    _keep_pictures(contexts, request.node)
    for context in contexts:
        context.close()
    faults.none()


def session_of(user):
    """The key of a new session of ``user``, as signing in would make it."""
    client = Client()
    client.force_login(user)
    return client.cookies["sessionid"].value


@pytest.fixture
def axe():
    """``axe(page)``: no barrier on the page as it is. ``axe(page, everywhere=True)``: in both sizes and themes."""

    def look(page, *, everywhere=False):
        looks = every_look(page) if everywhere else ["as it is"]
        found = [f"[{name}] {barrier}" for name in looks for barrier in barriers(page)]
        assert not found, "\n".join([f"{len(found)} barriers on {page.url}:", *found])

    return look


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    if report.when == "call":
        item.failed = report.failed
    return report


def _keep_pictures(contexts, test):
    """A picture of every open page of a test that failed, in .cache/browser."""
    if getattr(test, "failed", False):
        pages = [page for context in contexts for page in context.pages]
        for number, page in enumerate(pages, start=1):
            page.screenshot(path=PICTURES / f"{test.name}-{number}.png", full_page=True)
