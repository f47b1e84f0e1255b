"""The migration that fills what the version before did not keep."""

from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import connection

from trailstone.progress.models import CourseProgress, WeekOfWork
from trailstone.progress.replay import differences

pytestmark = pytest.mark.django_db
FILLING = import_module("trailstone.progress.migrations.0003_fill_counts")


def fill():
    editor = SimpleNamespace(connection=connection)
    for step in (FILLING.fill_counts, FILLING.fill_weeks):
        step(apps, editor)


def test_rows_of_the_version_before_get_their_counts_and_weeks(worked):
    CourseProgress.objects.update(attempted=0, familiar=0, proficient=0, mastered=0)
    WeekOfWork.objects.all().delete()
    assert len(list(differences(worked))) == 2
    fill()
    assert list(differences(worked)) == []


def test_filling_twice_changes_nothing(worked):
    fill()
    fill()
    assert list(differences(worked)) == []


def test_an_interrupted_filling_goes_on(worked, ben, monkeypatch):
    CourseProgress.objects.update(attempted=0, familiar=0, proficient=0, mastered=0)
    WeekOfWork.objects.all().delete()

    def cut(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as power:
        power.setattr(FILLING, "_fill_weeks", cut)
        with pytest.raises(KeyboardInterrupt):
            fill()
    fill()
    assert list(differences(worked)) == []
