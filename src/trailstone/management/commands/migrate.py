"""``trailstone migrate``: Django's own, where a migration and the record of it are one transaction."""

from django.core.management.commands import migrate

from trailstone.database.migrating import AtOnce

migrate.MigrationExecutor = AtOnce  # type: ignore[attr-defined]  # Django has no setting for it


class Command(migrate.Command):
    """The same words and options."""
