"""PostgreSQL's own programs: where they are, and running them."""

import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from trailstone.operate.backup.errors import Refused

DEBIAN = Path("/usr/lib/postgresql")
MISSING = (
    "The program {name} is missing. As an administrator: apt-get install postgresql-client-{server}. Then try again."
)
TOO_OLD = (
    "The program {name} is of version {found}, older than the server's {server}, and cannot read it. "
    "As an administrator: apt-get install postgresql-client-{server}. Then try again."
)


def program(name: str, server: int) -> Path:
    """The oldest pg_dump or pg_restore here that is not older than the server (a major version, such as 15).

    Raises:
        Refused: there is none.
    """
    found = {place: version for place in _places(name) if (version := _version(place))}
    fitting = [place for place, version in found.items() if version >= server]
    if fitting:
        return min(fitting, key=found.__getitem__)
    if not found:
        raise Refused(MISSING.format(name=name, server=server))
    raise Refused(TOO_OLD.format(name=name, found=max(found.values()), server=server))


def _places(name: str) -> list[Path]:
    on_path = shutil.which(name)
    return [*([Path(on_path)] if on_path else []), *sorted(DEBIAN.glob(f"*/bin/{name}"))]


def _version(place: Path) -> int:
    try:
        said = subprocess.run([place, "--version"], capture_output=True, text=True, timeout=30).stdout  # noqa: S603 - found above
    except OSError:
        return 0
    number = re.search(r"(\d+)\.", said)
    return int(number[1]) if number else 0


def run(command: list[str | Path], secrets: Mapping[str, str], doing: str) -> None:
    """Run a program to its end; ``secrets`` go by the environment, where other users cannot read them.

    Raises:
        Refused: it failed; the sentence has its own words.
    """
    done = subprocess.run(command, env=os.environ | secrets, capture_output=True, text=True)  # noqa: S603 - ours
    if done.returncode:
        own = " ".join(done.stderr.split())[-400:].rstrip(".")
        raise Refused(f"{doing} failed: {own}. Nothing was changed, and nothing half is left.")
