"""The SQLite library the site runs on.

Debian's 3.40 can damage a WAL database that several processes write to (fixed upstream in 3.51.3), so the bundled
library of ``pysqlite3`` takes the place of Python's ``sqlite3`` before Django looks for it.
"""

import sys

from trailstone.environment import Misset

SAFE = (3, 51, 3)


def use_bundled_library() -> None:
    """Put pysqlite3 in the place of the standard module. Called once, before Django's backend is imported.

    Raises:
        Misset: the library is older than the first one that is safe for several writing processes.
    """
    import pysqlite3

    if pysqlite3.sqlite_version_info < SAFE:
        found = pysqlite3.sqlite_version
        raise Misset(f"SQLite {found} can lose answers; Trailstone needs 3.51.3 or later (run 'make demo').")
    sys.modules["sqlite3"] = pysqlite3
    sys.modules["sqlite3.dbapi2"] = pysqlite3.dbapi2
