"""Which Python the environment is made of."""

import sys
import sysconfig

import pytest

from scripts.pythons import VERSION, quickest


@pytest.fixture
def built(monkeypatch):
    """``built(options)``: this Python was built with them."""
    return lambda options: monkeypatch.setattr(sysconfig, "get_config_var", lambda name: options)


def system(folder, said=VERSION, status=0):
    """A folder with a Python that gives this answer."""
    python = folder / f"python{VERSION}"
    python.write_text(f"#!/bin/sh\necho '{said}'\nexit {status}\n")
    python.chmod(0o700)
    return folder


def test_the_systems_python_is_taken_in_place_of_one_built_without_its_profile(built, tmp_path):
    built("'--enable-shared'")
    assert quickest(system(tmp_path)) == str(tmp_path / f"python{VERSION}")


@pytest.mark.parametrize("options", ["'--enable-optimizations' '--with-lto'", None])
def test_one_built_with_its_profile_or_nobody_knows_how_is_kept(built, tmp_path, options):
    built(options)
    assert quickest(system(tmp_path)) == sys.executable


@pytest.mark.parametrize(("said", "status"), [("3.99", 0), ("", 1)])
def test_another_version_and_a_broken_one_are_not_taken(built, tmp_path, said, status):
    built("'--enable-shared'")
    assert quickest(system(tmp_path, said, status)) == sys.executable


def test_without_a_python_of_the_system_this_one_is_kept(built, tmp_path):
    built("'--enable-shared'")
    assert quickest(tmp_path) == sys.executable
