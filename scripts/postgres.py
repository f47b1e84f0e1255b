"""The programs of a PostgreSQL 15 or later: the system's, else a wheel's, else Debian's."""

import os
import re
import shutil
import subprocess
from pathlib import Path

from scripts.environment import environment_of
from scripts.machine import CACHE, debian_install, give_up, say

OLDEST = 15
NEEDED = ("initdb", "postgres", "createdb")


def programs() -> Path:
    """The folder that holds initdb and postgres.

    Raises:
        SystemExit: there is none and none could be installed.
    """
    return _system() or _wheel() or _debian()


def _system() -> Path | None:
    named = [Path(folder) for folder in os.get_exec_path()]
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=_version, reverse=True)
    return next((place for place in [*debian, *named] if _version(place) >= OLDEST), None)


def _version(folder: Path) -> int:
    if not all((folder / name).exists() for name in NEEDED):
        return 0
    said = subprocess.run([folder / "postgres", "--version"], capture_output=True, text=True).stdout
    number = re.search(r"(\d+)[.\d]*", said)
    return int(number[1]) if number else 0


def _wheel() -> Path | None:
    """Before Debian's package, because that would also start a server that stays."""
    try:
        home = environment_of("postgres").parent
    except SystemExit as problem:
        say(str(problem).strip())
        return None
    return next((place for place in home.glob("lib/*/site-packages/*/pginstall/bin") if _version(place)), None)


def _debian() -> Path:
    found = _system() if debian_install("postgresql") else None
    if not found:
        raise give_up(
            "the tests on PostgreSQL need its programs (15 or later)."
            " As an administrator: apt-get install postgresql. Then try again."
        )
    return found


def reachable(programs: Path, home: Path, owner: str | None) -> Path:
    """``programs``, or their copy below ``home``: who runs a server for root may not see into root's checkout.

    The wheel's libraries lie beside its package, so both are copied.
    """
    if owner is None or CACHE not in programs.parents:
        return programs
    packages = programs.parents[2]
    shutil.copytree(packages, home / "programs")
    for path in (home / "programs", *(home / "programs").rglob("*")):
        shutil.chown(path, owner)
    return home / "programs" / programs.relative_to(packages)
