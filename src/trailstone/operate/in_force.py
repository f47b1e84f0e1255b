"""The settings in force, as ``trailstone check`` prints them: secrets masked."""

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from trailstone.operate.backup import place, rotation

NAMES = (
    "TRAILSTONE_DATA", "DATABASE_URL", "DATABASE_POOL", "DATABASE_DIRECT_URL", "DATABASE_READ_URL",
    "DATABASE_READ_LAG", "TRAILSTONE_SECRET", "PORT", "TRAILSTONE_HOSTS", "TRAILSTONE_HTTPS", "TRAILSTONE_DEBUG",
    "TRAILSTONE_BACKUPS", "TRAILSTONE_BACKUP_PASSPHRASE", "TRAILSTONE_BACKUP_DAYS", "TRAILSTONE_JOURNAL",
    "TRAILSTONE_LOG", "TRAILSTONE_METRICS_TOKEN", "TRAILSTONE_MAIL", "TRAILSTONE_MAIL_FROM", "TRAILSTONE_ADDRESS",
)  # fmt: skip
MASK = "***"
IN_ADDRESS = re.compile(r"(?<=://)([^:@/]*):.*@")
IN_QUERY = re.compile(r"([?&][^=&]*pass[^=&]*=)[^&]*", re.IGNORECASE)


ON_THE_INTERNET = "TRAILSTONE_HOSTS is *: name the school's address there, since the site is on the internet."
IN_THE_SCHOOL = (
    "The site speaks plain http to every name it is called by (TRAILSTONE_HTTPS, TRAILSTONE_HOSTS). That is for a "
    "school's own network alone: whoever is in that network could read passwords on their way."
)
SAME_DISK = "{} is on the same disk as the school: when that disk breaks, both are gone."
NO_DISK = "{} is not there (TRAILSTONE_JOURNAL). Is the stick or the disk plugged in?"


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting, its value as it may be shown, and where it comes from."""

    name: str
    value: str
    source: str


def in_force(environ: Mapping[str, str]) -> tuple[Setting, ...]:
    """Every setting an operator can make."""
    shown = {
        "TRAILSTONE_DATA": str(settings.DATA),
        "DATABASE_URL": without_password(settings.DATABASE_URL),
        "DATABASE_POOL": settings.DATABASE_POOL or "none: a connection each",
        "DATABASE_DIRECT_URL": without_password(settings.DATABASE_DIRECT_URL) or "none: there is no pooler to pass by",
        "DATABASE_READ_URL": without_password(settings.DATABASE_READ_URL) or "none: reports read the database itself",
        "DATABASE_READ_LAG": f"{settings.DATABASE_READ_LAG} s",
        "TRAILSTONE_SECRET": MASK,
        "PORT": str(settings.PORT),
        "TRAILSTONE_HOSTS": ",".join(settings.ALLOWED_HOSTS),
        "TRAILSTONE_HTTPS": "on" if settings.HTTPS else "off",
        "TRAILSTONE_DEBUG": "on" if settings.DEBUG else "off",
        "TRAILSTONE_BACKUPS": environ.get("TRAILSTONE_BACKUPS")
        or str(place.chosen(settings.DATA) or settings.DATA / "backups"),
        "TRAILSTONE_BACKUP_PASSPHRASE": MASK if given_passphrase(environ) else "none: backups are open",
        "TRAILSTONE_BACKUP_DAYS": environ.get("TRAILSTONE_BACKUP_DAYS") or f"{rotation.DAYS}",
        "TRAILSTONE_JOURNAL": settings.JOURNAL or "none: answers since the last backup are in the database alone",
        "TRAILSTONE_LOG": settings.LOG,
        "TRAILSTONE_METRICS_TOKEN": MASK if settings.METRICS_TOKEN else "none: /metrics answers this computer alone",
        "TRAILSTONE_MAIL": f"through {settings.EMAIL_HOST}" if settings.MAIL else "none: the site sends no letters",
        "TRAILSTONE_MAIL_FROM": settings.DEFAULT_FROM_EMAIL,
        "TRAILSTONE_ADDRESS": settings.ADDRESS or "none: letters have no links",
    }
    return tuple(Setting(name, shown[name], _source(name, environ)) for name in NAMES)


def given_passphrase(environ: Mapping[str, str]) -> bool:
    """Whether backups are locked unless a command says otherwise."""
    return any(environ.get(f"TRAILSTONE_BACKUP_PASSPHRASE{form}") for form in ("", "_FILE"))


def _source(name: str, environ: Mapping[str, str]) -> str:
    if environ.get(f"{name}_FILE"):
        return f"file {environ[f'{name}_FILE']}"
    kept = f"kept in {settings.DATA / 'secret.key'}" if name == "TRAILSTONE_SECRET" else "not set"
    return "environment" if environ.get(name) else kept


def without_password(url: str) -> str:
    """A database's address with ``***`` in the place of passwords."""
    return IN_QUERY.sub(rf"\1{MASK}", IN_ADDRESS.sub(rf"\1:{MASK}@", url))


def remarks(environ: Mapping[str, str] = os.environ) -> Iterator[str]:
    """What an operator should know about these settings, in sentences."""
    known = {*NAMES, *(f"{name}_FILE" for name in NAMES)}
    for name in sorted(name for name in environ if name.startswith("TRAILSTONE_") and name not in known):
        yield f"{name} is no setting of Trailstone; nothing reads it."
    for name in NAMES:
        if environ.get(name) and environ.get(f"{name}_FILE"):
            yield f"{name} and {name}_FILE are both set; the file counts."
    if settings.DEBUG:
        yield "TRAILSTONE_DEBUG is on: errors are shown in full to everybody. Never at a school."
    if settings.ALLOWED_HOSTS == ["*"]:
        yield ON_THE_INTERNET if settings.HTTPS else IN_THE_SCHOOL
    yield from _of_copies()


def _of_copies() -> Iterator[str]:
    """Where the backups and the journal go, when that is no second place."""
    folder = Path(settings.JOURNAL) if settings.JOURNAL else None
    if folder and not folder.parent.is_dir():
        yield NO_DISK.format(folder.parent)
    elif folder and place.on_the_same_disk(folder, settings.DATA):
        yield SAME_DISK.format(folder)
