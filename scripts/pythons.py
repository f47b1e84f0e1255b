"""Which Python the environment is made of: the one asked for, or the system's own where that is the quicker build.

Python built without its profile, as pyenv does when nobody tells it otherwise, takes a quarter to a half longer for
everything than one built with it, as distributions build theirs (figures: docs/performance.md).
"""

import subprocess
import sys
import sysconfig
from pathlib import Path

USUAL = Path("/usr/bin")
VERSION = f"{sys.version_info.major}.{sys.version_info.minor}"
WHOLE = (
    "import asyncio, ctypes, sqlite3, ssl, sys; print('%d.%d' % sys.version_info[:2])"  # Debian also has it in parts
)


def quickest(usual: Path = USUAL) -> str:
    """The path of a Python: of this one, unless it was built without its profile and the system has this version."""
    options = sysconfig.get_config_var("CONFIG_ARGS")
    if options is None or "--enable-optimizations" in options or Path(sys.base_exec_prefix) == usual.parent:
        return sys.executable
    other = usual / f"python{VERSION}"
    return str(other) if _version(other) == VERSION else sys.executable


def _version(python: Path) -> str:
    """The version of a Python that has all of its library; "" for none and for a broken one."""
    try:
        return subprocess.run([python, "-c", WHOLE], capture_output=True, text=True, timeout=60).stdout.strip()
    except OSError:
        return ""
