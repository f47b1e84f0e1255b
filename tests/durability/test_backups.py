"""H24: backups are made while the school works; each one restored elsewhere is a whole school."""

import time
from itertools import takewhile

import pytest

from tests.durability.site import Site, free_port, serving
from tests.durability.truth import assert_nothing_lost, assert_sound, keys_in
from tests.durability.work import acknowledged, at_work, wait_for_more


@pytest.mark.parametrize("database", ["sqlite", pytest.param("postgresql", marks=pytest.mark.long)])
def test_every_backup_under_load_gives_back_what_was_acknowledged_before_it(
    new_site, database, cluster_of, tmp_path, tools, long, told, in_time
):
    site, made = new_site(database), []
    with serving(site) as server:
        with at_work([server.port], site.plan, 8, pause=0.1 if long else 0) as learners:
            wait_for_more(learners, 20)
            for number in takewhile(in_time, range(30 if long else 2)):
                before, began = acknowledged(learners), time.monotonic()
                done = site.run("trailstone", "backup", str(tmp_path / f"backup-{number}"))
                assert done.returncode == 0, done.stdout + done.stderr
                made.append((number, before))
                time.sleep(max(0, 60 - (time.monotonic() - began)) if long else 0)
        count = assert_nothing_lost(site, learners)
    for number, before in made:
        (file,) = (tmp_path / f"backup-{number}").glob("trailstone-*")
        copy = restored(file, database, cluster_of, tmp_path / f"restored-{number}")
        lost = before - set(keys_in(copy))
        assert not lost, f"backup {number} lacks {len(lost)} of {len(before)} acknowledged steps"
    assert_sound(copy)
    told(f"H24 {database}: {len(made)} backups under load ({count} acknowledged), each restored and compared, 0 lost")


def restored(file, database, cluster_of, folder):
    """The school of a backup, in an empty folder as on a new computer."""
    folder.mkdir()
    url = f"sqlite:///{folder / 'trailstone.sqlite3'}"
    if database == "postgresql":
        url = cluster_of().new(folder.name.replace("-", "_"))
    copy = Site(folder, url)
    done = copy.run("trailstone", "restore", str(file), PORT=str(free_port()))
    assert done.returncode == 0, done.stdout + done.stderr
    return copy
