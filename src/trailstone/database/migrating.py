"""Migrations that were applied and recorded, or neither: an update that is killed at any moment can go on."""

from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.migration import Migration
from django.db.migrations.state import ProjectState


class AtOnce(MigrationExecutor):
    """Django leaves indexes and keys to the end of a migration's transaction, and records such a migration only after
    it: a kill between the two leaves tables that the next update wants to make again. Here they come before the end, so
    that Django records it in the same transaction."""

    def apply_migration(
        self, state: ProjectState, migration: Migration, fake: bool = False, fake_initial: bool = False
    ) -> ProjectState:
        """The state after ``migration``, which is applied (unless it is only said to be: ``fake``) and recorded."""
        whole = _Whole(migration)
        return super().apply_migration(state, whole, fake, fake_initial)  # type: ignore[arg-type]  # it acts for one


class _Whole:
    """A migration that leaves nothing to the end."""

    def __init__(self, migration: Migration) -> None:
        self._migration = migration

    def __getattr__(self, name: str) -> Any:
        return getattr(self._migration, name)

    def apply(self, state: ProjectState, editor: BaseDatabaseSchemaEditor, collect_sql: bool = False) -> ProjectState:
        """Django's own, and then what it put off."""
        after = self._migration.apply(state, editor, collect_sql)
        while editor.deferred_sql:
            editor.execute(editor.deferred_sql.pop(0), None)
        return after
