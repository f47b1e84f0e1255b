"""Settings come from the environment, and only through these helpers."""

import os
import secrets
from pathlib import Path


def text(name: str, default: str = "") -> str:
    """The variable ``name``, or the content of the file that ``name_FILE`` points to, or ``default``."""
    path = os.environ.get(f"{name}_FILE")
    return Path(path).read_text().strip() if path else os.environ.get(name, default)


def flag(name: str) -> bool:
    """True for 1, true, yes or on."""
    return text(name).lower() in {"1", "true", "yes", "on"}


def secret_key(folder: Path) -> str:
    """``TRAILSTONE_SECRET``, or a key made once and kept in ``folder`` for the owner's eyes alone (mode 0600)."""
    given = text("TRAILSTONE_SECRET")
    if given:
        return given
    path = folder / "secret.key"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(fd, "w") as file:
            file.write(secrets.token_urlsafe(50))
    return path.read_text().strip()
