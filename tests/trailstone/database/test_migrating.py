import pytest
from django.core.management import get_commands, load_command_class
from django.core.management.commands import migrate
from django.db import connection, migrations, models
from django.db.migrations.state import ProjectState

from trailstone.database.migrating import AtOnce

pytestmark = pytest.mark.django_db(transaction=True)
FIELDS = [("id", models.BigAutoField(primary_key=True)), ("name", models.CharField(max_length=9, db_index=True))]


class Cairn(migrations.Migration):
    operations = (migrations.CreateModel("Cairn", FIELDS),)


class Killed(Exception):
    """What kill -9 is to the one who is killed."""


class Interrupted(AtOnce):
    def record_migration(self, migration):
        raise Killed


def tables():
    return {name for name in connection.introspection.table_names() if name.startswith("hills_")}


@pytest.fixture
def cairn():
    yield Cairn("0001_cairn", "hills")
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS hills_cairn")
    AtOnce(connection).recorder.record_unapplied("hills", "0001_cairn")


def test_an_update_killed_before_a_migration_was_recorded_left_nothing_of_it(cairn):
    with pytest.raises(Killed):
        Interrupted(connection).apply_migration(ProjectState(), cairn)
    assert tables() == set()
    AtOnce(connection).apply_migration(ProjectState(), cairn)
    assert tables() == {"hills_cairn"}


def test_a_migration_is_recorded_once_with_its_indexes(cairn):
    executor = AtOnce(connection)
    executor.apply_migration(ProjectState(), cairn)
    assert ("hills", "0001_cairn") in executor.recorder.applied_migrations()
    with connection.cursor() as cursor:
        found = connection.introspection.get_constraints(cursor, "hills_cairn").values()
    assert any(one["index"] and one["columns"] == ["name"] for one in found)


def test_the_sites_own_command_migrates_so():
    assert get_commands()["migrate"] == "trailstone"
    load_command_class("trailstone", "migrate")
    assert migrate.MigrationExecutor is AtOnce
