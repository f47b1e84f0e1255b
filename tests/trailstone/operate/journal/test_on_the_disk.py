"""What the journal says it has is on its disk."""

import os
from datetime import date

from trailstone.operate.journal import days

DAY = date(2027, 3, 5)


def test_a_batch_is_brought_to_the_disk_whole_before_anybody_relies_on_it(tmp_path, monkeypatch):
    brought = []
    monkeypatch.setattr(os, "fsync", lambda handle: brought.append(os.fstat(handle).st_size))
    days.append(tmp_path, DAY, [{"is": "mark", "at": "2027-03-05T12:00:00+00:00"}])
    (file,) = tmp_path.iterdir()
    assert brought[0] == file.stat().st_size > 0
    assert len(brought) == 2, "a new file's name is brought there too"
