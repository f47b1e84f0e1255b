"""Spreading by school: what the plan says, what refuses, and that no table can come that would break it."""

from io import StringIO

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import connection

from trailstone.operate.distribute import tables

pytestmark = pytest.mark.django_db
on_postgresql = pytest.mark.skipif(connection.vendor != "postgresql", reason="asks PostgreSQL itself")
on_sqlite = pytest.mark.skipif(connection.vendor != "sqlite", reason="asks SQLite itself")
SPREAD = sorted(table.name for table in tables() if table.spread)
WHOLE = {table.name for table in tables() if not table.spread}


def constraints(table):
    with connection.cursor() as cursor:
        return connection.introspection.get_constraints(cursor, table)


def run(*words):
    out = StringIO()
    call_command("distribute", *words, stdout=out)
    return out.getvalue()


@pytest.mark.parametrize("table", SPREAD)
def test_every_key_of_a_spread_table_holds_the_school(table):
    """A machine can only watch over keys whose rows all lie on it."""
    keys = {name: one["columns"] for name, one in constraints(table).items() if one["unique"] or one["primary_key"]}
    assert keys
    assert {name: columns for name, columns in keys.items() if "school_id" not in columns} == {}


@pytest.mark.parametrize("table", SPREAD)
def test_a_spread_table_points_to_its_own_school_or_to_what_is_everywhere(table):
    pointing = [(one["columns"], one["foreign_key"]) for one in constraints(table).values() if one["foreign_key"]]
    assert [to for columns, (to, _column) in pointing if to not in WHOLE and "school_id" not in columns] == []


@pytest.mark.parametrize("table", sorted(WHOLE))
def test_what_is_everywhere_points_to_nothing_that_is_spread(table):
    pointed = {one["foreign_key"][0] for one in constraints(table).values() if one["foreign_key"]}
    assert pointed & set(SPREAD) == set()


def test_every_spread_table_has_the_school_as_a_number_that_is_never_empty():
    for model in apps.get_models():
        if model._meta.db_table in SPREAD:
            school = model._meta.get_field("school")
            assert (school.column, school.null) == ("school_id", False)


def test_the_plan_has_every_table_once_and_each_after_those_it_points_to():
    names = [table.name for table in tables()]
    assert sorted(names) == sorted(model._meta.db_table for model in apps.get_models(include_auto_created=True))
    for place, name in enumerate(names):
        pointed = {one["foreign_key"][0] for one in constraints(name).values() if one["foreign_key"]}
        assert pointed - {name} <= set(names[:place])


def test_the_plan_is_printed_and_nothing_is_done():
    lines = run("--plan").splitlines()
    assert lines[-len(SPREAD)] == "SELECT create_distributed_table('practice_attempt', 'school_id');"
    assert all(line.endswith("colocate_with => 'practice_attempt');") for line in lines[1 - len(SPREAD) :])
    assert "SELECT create_reference_table('people_user');" in lines


@on_sqlite
def test_sqlite_is_one_file_on_one_machine():
    with pytest.raises(CommandError, match="Only PostgreSQL can spread"):
        run()


@on_postgresql
def test_without_the_extension_it_says_where_it_comes_from():
    with pytest.raises(CommandError, match="does not have the Citus extension"):
        run()


@on_postgresql
def test_somebody_who_does_not_own_the_tables_is_told_so():
    with connection.cursor() as cursor:
        cursor.execute("CREATE ROLE visitor; SET ROLE visitor")
    with pytest.raises(CommandError, match="does not own all tables"):
        run()
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE; DROP ROLE visitor")
