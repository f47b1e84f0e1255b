"""Where uv comes from: the system, or the pinned wheel in an environment of its own or of the checkout."""

import importlib.util
import shutil
import sys
from pathlib import Path

from scripts.machine import CACHE, REQUIREMENTS, VENV, debian_install, give_up, one_at_a_time, run, say

TOOL = CACHE / "uv-tool"
HELP = "it needs uv, or Python's venv module. As an administrator: apt-get install python3-venv. Then try again."


def find_uv() -> Path:
    """uv, installed first where it is missing.

    Raises:
        SystemExit: neither uv, nor venv, nor pip is there and we may not install them.
    """
    with one_at_a_time(CACHE / "uv.lock"):
        found = _present()
        if found:
            return found
        say("Installing uv")
        if any(way() for way in (_with_venv, _with_pip, _with_debian)):
            return TOOL / "bin/uv"
    raise give_up(HELP)


def _present() -> Path | None:
    system = shutil.which("uv")
    places = [Path(system)] if system else []
    places += [VENV / "bin/uv", TOOL / "bin/uv"]
    return next((place for place in places if place.exists()), None)


def _with_venv() -> bool:
    """Debian splits ensurepip off into python3-venv, so venv alone does not tell."""
    if not importlib.util.find_spec("ensurepip"):
        return False
    return run(sys.executable, "-m", "venv", TOOL) and _pip(TOOL / "bin/python")


def _with_pip() -> bool:
    return bool(importlib.util.find_spec("pip")) and _pip(sys.executable, "--target", TOOL)


def _with_debian() -> bool:
    return debian_install("python3-venv") and _with_venv()


def _pip(python: str | Path, *where: str | Path) -> bool:
    return run(python, "-m", "pip", "install", "-q", "--require-hashes", "-r", REQUIREMENTS / "uv.txt", *where)
