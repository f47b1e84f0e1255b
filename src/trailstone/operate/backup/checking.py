"""Is a backup whole, can this version read it, and does it give back what it says?"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from django.db.migrations.loader import MigrationLoader

from trailstone.operate.backup.archive import unpack
from trailstone.operate.backup.errors import Refused, damaged, in_words
from trailstone.operate.backup.manifest import Contents, Manifest
from trailstone.operate.backup.stores import Scratch, Store
from trailstone.operate.backup.telling import Told
from trailstone.operate.backup.workplace import workplace

NEWER = (
    "This backup was made by a newer Trailstone ({made}{holds}; here is {here}). Nothing was changed. "
    "Update Trailstone first, then try again."
)
KINDS = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}
OTHER = (
    "This backup is of a school on {made}, and DATABASE_URL leads to {here}. Change it (trailstone check), then again."
)


def version() -> str:
    """The version of Trailstone that runs."""
    return metadata.version("trailstone")


@dataclass(frozen=True, slots=True)
class Proved:
    """A backup whose every row was restored and compared; ``files`` is the folder of its files."""

    manifest: Manifest
    files: Path
    scratch: Scratch


def verify(store: Store, file: Path, passphrase: str, told: Told) -> Manifest:
    """Restore a backup into a scratch place and compare it; nothing else is touched.

    Raises:
        Refused: it is damaged, made by a newer version, of another kind of database, or locked by another passphrase.
    """
    with proved(store, file, passphrase, told) as found:
        return found.manifest


@contextmanager
def proved(store: Store, file: Path, passphrase: str, told: Told) -> Iterator[Proved]:
    """The same, with the restored school in its scratch place while the block runs."""
    with workplace(store.workplace) as work:
        with in_words(f"Reading {file}"):
            manifest = unpack(file, work, passphrase)
            told("read", 1)
        refuse_foreign(manifest, store)
        with store.scratch(work / store.member, told) as scratch:
            refuse_different(manifest.contents, scratch.contents(told))
            yield Proved(manifest, work, scratch)


def refuse_foreign(manifest: Manifest, store: Store) -> None:
    """Nothing, when this Trailstone and this database can take the backup."""
    unknown = sorted(set(manifest.contents.migrations) - _known_migrations())
    if unknown or _numbers(manifest.app) > _numbers(version()):
        holds = f" and holds {unknown[0]}" if unknown else ""
        raise Refused(NEWER.format(made=manifest.app, here=version(), holds=holds))
    if manifest.kind != store.kind:
        raise Refused(OTHER.format(made=KINDS.get(manifest.kind, manifest.kind), here=KINDS[store.kind]))
    if store.member not in manifest.members:
        raise damaged("its database is missing")


def _known_migrations() -> set[str]:
    found = MigrationLoader(None, ignore_no_migrations=True).disk_migrations
    replaced = {one for migration in found.values() for one in migration.replaces}
    return {f"{app}.{name}" for app, name in {*found, *replaced}}


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", version)))


def refuse_different(said: Contents, found: Contents) -> None:
    """Nothing, when every table has the rows it should have, byte for byte."""
    names = {*said.tables, *found.tables}
    wrong = sorted(name for name in names if said.tables.get(name) != found.tables.get(name))
    if wrong:
        raise damaged(f"restored, the rows of {', '.join(wrong[:3])} are not what they were")
    if said.migrations != found.migrations:
        raise damaged("restored, it is of another version than it says")
