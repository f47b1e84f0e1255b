import pytest
from django.db import connection, transaction

from trailstone.database.planning import plan_anew

pytestmark = pytest.mark.django_db(transaction=True)


def plans_kept():
    """Whether PostgreSQL goes by plans it has kept."""
    with connection.cursor() as cursor:
        cursor.execute("SHOW plan_cache_mode")
        return cursor.fetchone() == ("auto",)


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite plans in the process of the site")
def test_a_transaction_that_fills_a_table_keeps_no_plan_and_the_next_one_does():
    with transaction.atomic():
        plan_anew()
        assert not plans_kept()
    assert plans_kept()


@pytest.mark.skipif(connection.vendor != "sqlite", reason="asks SQLite itself")
def test_sqlite_is_asked_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        plan_anew()
