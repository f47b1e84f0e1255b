"""``python -m tests.durability.checkpoints FILE``: checkpoints of every kind of a SQLite database, without end."""

import random
import sys
import time
from contextlib import closing

from trailstone.sqlite import use_bundled_library

if __name__ == "__main__":
    use_bundled_library()
    import sqlite3

    while True:
        kind = random.choice(["PASSIVE", "FULL", "RESTART", "TRUNCATE"])
        with closing(sqlite3.connect(sys.argv[1], timeout=60)) as database:
            database.execute(f"PRAGMA wal_checkpoint({kind})").fetchall()
        time.sleep(random.uniform(0, 0.05))
