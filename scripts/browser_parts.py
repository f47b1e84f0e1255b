"""The browser's parts: ``npm ci`` and our own build, each only when what it reads has changed: ``python3 -m
scripts.browser_parts [fetch]``."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from scripts.environment import environment_of
from scripts.machine import CACHE, ROOT, fingerprint, give_up, one_at_a_time, run, say

OLDEST_NODE = 20
WEB = ROOT / "src/trailstone/web"
STATIC = WEB / "static"
STAMP = CACHE / "browser-parts"
LOCK = CACHE / "browser-parts.lock"
LOCKED = [ROOT / name for name in ("package.json", "package-lock.json", ".npmrc")]


def build() -> None:
    """Fill ``static/vendor`` and ``static/built``.

    Raises:
        SystemExit: Node could not be had, or npm or the build failed.
    """
    with one_at_a_time(LOCK):
        locked, before = _fetched()
        built = fingerprint(locked, *_sources())
        if before != built or not (STATIC / "vendor").is_dir():
            say("Building the browser's parts")
            _npm("run", "--silent", "build", extra=_with_node())
        STAMP.write_text(f"{locked} {built}")


def fetch() -> None:
    """Node and npm's packages alone, from the lock files, without our own sources: an image keeps them as a layer.

    Raises:
        SystemExit: Node could not be had, or npm failed.
    """
    with one_at_a_time(LOCK):
        _fetched()


def _fetched() -> tuple[str, str]:
    """What is locked, now fetched, and what was built from it last, as fingerprints."""
    packages = ROOT / "node_modules/.package-lock.json"
    before = STAMP.read_text().split() if STAMP.exists() else ["", ""]
    locked = fingerprint(str(ROOT), *LOCKED)
    if before[0] != locked or not packages.exists():
        say("Fetching the browser's parts with npm")
        _npm("ci", "--no-audit", "--no-fund", "--loglevel=error", extra=_with_node())
        STAMP.write_text(f"{locked} -")
    return locked, before[1]


def _with_node() -> dict[str, str]:
    return {"PATH": f"{_node()}{os.pathsep}{os.environ.get('PATH', '')}"}


def _sources() -> list[str]:
    """Everything the build may read, as one fingerprint a folder; its own output is left out."""
    ours = [ROOT / "scripts/assets", *WEB.glob("*"), *STATIC.glob("*")]
    output = {STATIC, STATIC / "vendor", STATIC / "built", WEB / "__pycache__"}
    return [f"{path.name} {fingerprint(path)}" for path in sorted(ours) if path not in output]


def _npm(*words: str, extra: dict[str, str]) -> None:
    if not run("npm", *words, extra=extra):
        raise give_up(f"npm {words[0]} failed (see the lines above).")


def _node() -> Path:
    """The folder of a Node that is recent enough: the system's, else one from a wheel."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm and _major(node) >= OLDEST_NODE:
        return Path(node).parent
    return environment_of("node")


def _major(node: str) -> int:
    said = subprocess.run([node, "--version"], capture_output=True, text=True).stdout
    number = re.match(r"v(\d+)", said)
    return int(number[1]) if number else 0


if __name__ == "__main__":
    fetch() if sys.argv[1:] == ["fetch"] else build()
