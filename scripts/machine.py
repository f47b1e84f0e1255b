"""What the set-up needs of the machine: places, messages, running programs, one at a time, Debian packages."""

import contextlib
import fcntl
import hashlib
import os
import pwd
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
CACHE = ROOT / ".cache"
REQUIREMENTS = ROOT / "requirements"
AUTHORITIES = Path("/etc/ssl/certs/ca-certificates.crt")


def say(text: str) -> None:
    """Print one line of progress where it does not mix with a program's output."""
    print(f"· {text}", file=sys.stderr, flush=True)


def give_up(text: str) -> SystemExit:
    """The error that ends a command with a sentence and no traceback: ``raise give_up("...")``."""
    return SystemExit(f"\nTrailstone cannot go on: {text}\n")


def surroundings() -> dict[str, str]:
    """The environment for the programs of the set-up.

    A school's filtering proxy signs with the school's own authority; the system knows it, uv, pip and npm must be told.
    A home that cannot be written to (some CI machines) gets its caches beside the checkout's own.
    """
    usual = {"UV_PYTHON_DOWNLOADS": "never", "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_ROOT_USER_ACTION": "ignore"}
    if AUTHORITIES.exists():
        usual |= dict.fromkeys(("SSL_CERT_FILE", "PIP_CERT", "NODE_EXTRA_CA_CERTS"), str(AUTHORITIES))
    home = Path(os.environ.get("HOME") or "/nonexistent/home")
    return usual | os.environ | ({} if _can_write(home) else {"HOME": str(CACHE / "home")})


def _can_write(folder: Path) -> bool:
    there = next(parent for parent in (folder, *folder.parents) if parent.exists())
    return os.access(there, os.W_OK)


def run(*command: str | Path, extra: Mapping[str, str] | None = None, mask: int = -1) -> bool:
    """Run a program of the set-up, its output on our standard error; True when it succeeded."""
    words = [str(word) for word in command]
    environment = surroundings() | dict(extra or {})
    try:
        done = subprocess.run(words, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, stdout=sys.stderr, umask=mask)
    except FileNotFoundError:
        return False
    return done.returncode == 0


def started_as(owner: str | None, *command: str | Path) -> subprocess.Popen[bytes]:
    """Start a program as ``owner``, away from our terminal's Ctrl-C so that the tests may end first."""
    return subprocess.Popen(
        [str(word) for word in command],
        user=owner,
        group=pwd.getpwnam(owner).pw_gid if owner else None,
        extra_groups=[] if owner else None,
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
        umask=0o077,
    )


def is_root() -> bool:
    """True where packages of the system may be installed without asking."""
    return os.geteuid() == 0


def debian_install(*packages: str) -> bool:
    """Install Debian packages when we are root on a Debian; True when that worked."""
    if not (is_root() and shutil.which("apt-get")):
        return False
    say(f"Installing {' '.join(packages)} with apt-get")
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    wait = ("-q", "-o", "DPkg::Lock::Timeout=600")
    with one_at_a_time(Path("/run/lock/trailstone-apt.lock")):  # all checkouts share it
        run("apt-get", *wait, "update", extra=quiet, mask=0o022)
        return run("apt-get", *wait, "install", "-y", "--no-install-recommends", *packages, extra=quiet, mask=0o022)


@contextlib.contextmanager
def one_at_a_time(lock: Path) -> Iterator[None]:
    """Hold ``lock`` so that two commands started together do not set up the same thing twice."""
    lock.parent.mkdir(parents=True, exist_ok=True)
    with lock.open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def fingerprint(*parts: Path | str) -> str:
    """A digest of texts and of the content of files and whole folders (their names count as well)."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(str(part).encode() if isinstance(part, str) else _content(part))
    return digest.hexdigest()


def _content(path: Path) -> bytes:
    if path.is_dir():
        inside = sorted(child for child in path.rglob("*") if child.is_file())
        return b"".join(str(child.relative_to(path)).encode() + child.read_bytes() for child in inside)
    return path.read_bytes() if path.exists() else b""
