"""What every test run shares. Django is started here, on a folder of the run's own, unless it was left out.

The rules, the exercises and the courses are tested without Django: ``pytest -p no:django tests/mastery``.
"""

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings


def pytest_addoption(parser, pluginmanager):
    parser.addoption("--long", action="store_true", help="full counts of seeds and examples (make test-long)")
    if pluginmanager.has_plugin("django"):
        start_site()


def pytest_configure(config):
    """Examples are the same in every run, and no run is too slow; new ones are sought behind ``make test-long``."""
    same = not config.getoption("long")
    any_time = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
    settings.register_profile("ours", derandomize=same, max_examples=50 if same else 1000, **any_time)
    settings.load_profile("ours")


def start_site():
    """Settings never see the developer's own school: data, secret and static files are the run's own."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        os.environ["TRAILSTONE_DATA"] = _folder_of_this_run()
    os.environ["TRAILSTONE_SECRET"] = "the tests sign with this"
    for name in ("TRAILSTONE_DEBUG", "TRAILSTONE_HOSTS", "TRAILSTONE_HTTPS"):
        os.environ.pop(name, None)
    os.environ["DJANGO_SETTINGS_MODULE"] = "trailstone.settings"
    import django
    from django.conf import settings as site

    # Pages are tested before anything is collected; the browser's tests put the storage of production back.
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    site.STORAGES = site.STORAGES | {"staticfiles": plain}
    if site.DATABASES["default"]["ENGINE"].endswith("sqlite3"):  # in a file, so that threads meet as in production
        site.DATABASES["default"].setdefault("TEST", {})["NAME"] = str(Path(site.DATA) / "test.sqlite3")
    django.setup()


_kept = []


def _folder_of_this_run():
    folder = tempfile.TemporaryDirectory(prefix="trailstone-tests-", ignore_cleanup_errors=True)
    _kept.append(folder)  # removed when the run ends
    Path(folder.name, "static").mkdir()
    return folder.name


def pytest_unconfigure(config):
    for folder in _kept:
        folder.cleanup()


def pytest_collection_modifyitems(config, items):
    if config.getoption("long"):
        return
    on_postgresql = os.environ.get("DATABASE_URL", "").startswith("postgres")
    for item in items:
        if item.get_closest_marker("long"):
            item.add_marker(pytest.mark.skip(reason="runs behind make test-long"))
        if on_postgresql and item.get_closest_marker("crawl"):  # who may see what is the same on both databases
            item.add_marker(pytest.mark.skip(reason="done on SQLite; on PostgreSQL behind make test-long"))
