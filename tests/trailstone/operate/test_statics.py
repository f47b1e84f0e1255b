"""Static files are collected when there is something new, and only then."""

import os

import pytest
from django.contrib.staticfiles import finders
from django.test import override_settings

from trailstone.operate import statics

FINDER = "django.contrib.staticfiles.finders.FileSystemFinder"
PRODUCTION = {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}


@pytest.fixture
def root(tmp_path, settings):
    """A place for static files, and one small folder that they come from."""
    source = tmp_path / "source"
    source.mkdir()
    (source / "a.css").write_text("a { color: red }")
    more = {"STATIC_ROOT": tmp_path / "static", "STATICFILES_DIRS": [source], "STATICFILES_FINDERS": [FINDER]}
    with override_settings(**more, STORAGES=settings.STORAGES | {"staticfiles": PRODUCTION}):
        finders.get_finder.cache_clear()
        yield tmp_path / "static"
    finders.get_finder.cache_clear()


def test_a_second_start_collects_nothing(root):
    assert [statics.collect(root), statics.collect(root)] == [True, False]
    assert len(list(root.glob("a.*.css"))) == 1


def test_a_changed_file_is_collected(root, tmp_path):
    statics.collect(root)
    (tmp_path / "source" / "a.css").write_text("a { color: green }")
    assert statics.collect(root)
    assert len(list(root.glob("a.*.css"))) == 2


def test_a_touched_file_is_collected_to_be_sure(root, tmp_path):
    statics.collect(root)
    os.utime(tmp_path / "source" / "a.css", (1, 1))
    assert statics.collect(root)


def test_what_was_taken_away_is_collected_again(root):
    statics.collect(root)
    (root / "staticfiles.json").unlink()
    assert statics.collect(root)
    assert (root / "staticfiles.json").exists()


def test_a_start_that_was_stopped_half_way_does_not_count(root, monkeypatch):
    def stopped(*given, **more):
        raise KeyboardInterrupt

    with monkeypatch.context() as half:
        half.setattr(statics, "call_command", stopped)
        with pytest.raises(KeyboardInterrupt):
            statics.collect(root)
    assert statics.collect(root)


def test_the_stamp_is_written_only_when_the_files_are_on_the_disk(root, monkeypatch):
    seen = []
    monkeypatch.setattr(os, "sync", lambda: seen.append(sorted(path.name for path in root.parent.glob(".*made-from"))))
    statics.collect(root)
    assert seen == [[]]
    assert (root.parent / ".static-made-from").exists()
