"""What can wait lets the pages go first."""

import os

import pytest

from trailstone.management.commands.backup import Command
from trailstone.operate.way import BEHIND


def test_a_backup_made_by_hand_stands_behind_the_pages(monkeypatch):
    asked = []
    monkeypatch.setattr(os, "nice", asked.append)
    with pytest.raises(SystemExit):
        Command().run_from_argv(["trailstone", "backup", "--help"])
    assert asked == [BEHIND]
