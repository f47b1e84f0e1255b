"""The Python environment in .venv, exactly as locked: ``python3 -m scripts.environment base|dev [--this]``.

It is made of the quickest build of this Python's version that is there; of this one itself with ``--this``.
"""

import json
import subprocess
import sys
import tomllib
from pathlib import Path

from scripts.machine import CACHE, REQUIREMENTS, ROOT, VENV, fingerprint, give_up, one_at_a_time, run, say
from scripts.pythons import quickest
from scripts.uv import find_uv

MINIMUM = (3, 11)
LARGER = {"base": ("base", "dev"), "dev": ("dev",)}


def install(kind: str, *, this: bool = False) -> None:
    """Make .venv hold what ``requirements/<kind>.txt`` locks, and the checkout itself; nothing when it does.

    ``this``: when it has to be made, it is made of the Python that runs, and of no quicker one.

    An environment with the tools of development also serves where only the site is asked for.
    """
    if sys.version_info < MINIMUM:
        raise give_up("it needs Python 3.11 or later. Name one with: make PYTHON=/path/to/python3.11")
    with one_at_a_time(CACHE / "environment.lock"):
        if any(_stamp().read_text() == _wanted(larger) for larger in LARGER[kind] if _stamp().exists()):
            return
        say(f"Setting up Python in .venv ({kind})")
        _install(find_uv(), kind, this=this)
        _stamp().write_text(_wanted(kind))


def environment_of(name: str) -> Path:
    """A small environment of its own in .cache for one tool (Node, PostgreSQL); its ``bin`` folder.

    Raises:
        SystemExit: it could not be installed.
    """
    home, lock = CACHE / name, REQUIREMENTS / f"{name}.txt"
    with one_at_a_time(CACHE / f"{name}.lock"):
        stamp, wanted = home / "stamp", fingerprint(lock, str(ROOT))
        if not (stamp.exists() and stamp.read_text() == wanted):
            say(f"Installing {name} into .cache")
            uv = find_uv()
            if not (_venv(uv, home) and _sync(uv, home, lock)):
                raise give_up(f"{name} could not be installed (see the lines above).")
            stamp.write_text(wanted)
    return home / "bin"


def _stamp() -> Path:
    return VENV / "installed"


def _wanted(kind: str) -> str:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    ours = json.dumps([project["project"], project["build-system"]])
    lock, build = REQUIREMENTS / f"{kind}.txt", REQUIREMENTS / "build.txt"
    return fingerprint(kind, str(ROOT), ours, lock, build)


def _install(uv: Path, kind: str, *, this: bool) -> None:
    ours = ("--no-deps", "--build-constraints", REQUIREMENTS / "build.txt", "--editable", ".")
    lock = REQUIREMENTS / f"{kind}.txt"
    there = (_works(VENV) or _venv(uv, VENV, sys.executable if this else quickest())) and _sync(uv, VENV, lock)
    if not (there and run(uv, "pip", "install", "-q", "--python", VENV / "bin/python", *ours)):
        raise give_up("the Python packages could not be installed (see the lines above).")


def _works(home: Path) -> bool:
    """False for an environment whose Python has gone or whose folder was moved."""
    question = "import sys; print(sys.prefix)"
    try:
        answer = subprocess.run([home / "bin/python", "-c", question], capture_output=True, text=True)
    except OSError:
        return False
    return Path(answer.stdout.strip() or "/").resolve() == home.resolve()


def _venv(uv: Path, home: Path, python: str = sys.executable) -> bool:
    return run(uv, "venv", "-q", "--clear", "--python", python, home)


def _sync(uv: Path, home: Path, lock: Path) -> bool:
    return run(uv, "pip", "sync", "-q", "--require-hashes", "--python", home / "bin/python", lock)


if __name__ == "__main__":
    install(sys.argv[1], this="--this" in sys.argv)
