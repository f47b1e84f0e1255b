"""When PostgreSQL may go by a plan that it has kept."""

from django.db import connection

ANEW = "SET LOCAL plan_cache_mode = force_custom_plan"


def plan_anew() -> None:
    """Until the transaction ends, each statement is planned for its values and for the tables as they are by then.

    For a transaction that fills a table: a plan kept from when it was small reads all of it each time, and
    PostgreSQL takes no new statistics before the end (postgresql.org/docs/15/sql-prepare.html). SQLite: nothing.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(ANEW)
