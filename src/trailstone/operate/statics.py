"""The files that browsers ask for, collected and compressed once; a start with nothing new does not do it again.

Compressing takes most of the time of a start, and a server that fell must be back soon.
"""

import hashlib
import os
from importlib import metadata
from pathlib import Path
from typing import cast

from django.apps import apps
from django.contrib.staticfiles.apps import StaticFilesConfig
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command

STAMP = "made-from"
MADE = "staticfiles.json"  # the list that the collected files are found by
MAKERS = ("django", "whitenoise")


def collect(root: Path) -> bool:
    """Collect into ``root`` unless it holds what these files would give. Whether it was done."""
    stamp, now = root.parent / f".{root.name}-{STAMP}", _sources()
    if (root / MADE).exists() and stamp.exists() and stamp.read_text() == now:
        return False
    stamp.unlink(missing_ok=True)  # stopped half way, the next start begins anew
    call_command("collectstatic", interactive=False, verbosity=0)
    os.sync()  # a power cut must not leave the stamp and take the files
    stamp.write_text(now)
    return True


def _sources() -> str:
    """A digest of the name, size and time of every file there is to collect, and of what treats them."""
    digest = hashlib.sha256(repr([(name, metadata.version(name)) for name in MAKERS]).encode())
    ignored = cast(StaticFilesConfig, apps.get_app_config("staticfiles")).ignore_patterns
    for finder in get_finders():
        for name, storage in sorted(finder.list(ignored), key=lambda found: found[0]):
            about = Path(storage.path(name)).stat()
            digest.update(f"{name}|{about.st_size}|{about.st_mtime_ns}\n".encode())
    return digest.hexdigest()
