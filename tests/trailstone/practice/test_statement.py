"""What the database does for the statement that writes the rows of many."""

import uuid

import orjson
import pytest
from django.db import connection
from django.utils import timezone

from trailstone.practice import log
from trailstone.practice.models import Attempt

pytestmark = pytest.mark.django_db
EXPLAIN = {"sqlite": "EXPLAIN QUERY PLAN ", "postgresql": "EXPLAIN "}
BY_KEY = {"sqlite": "SEARCH a USING INDEX", "postgresql": "Index Scan using attempt_key"}
WHOLE_TABLE = {"sqlite": "SCAN a", "postgresql": "Seq Scan"}


def test_rows_look_their_attempts_up_by_the_key_however_many_there_are(ben):
    at = timezone.now()
    more = {"course_id": "alg1", "activity": "exercise", "policy": "standard", "started_at": at, "asked": 4}
    Attempt.objects.bulk_create(
        Attempt(school_id=ben.school_id, learner=ben, subject=f"skill:{n}", **more) for n in range(3000)
    )
    row = [ben.school_id, *[uuid.uuid4().hex] * 2, 0, 0, "answer", "{}", "right", "", 1, uuid.uuid4().hex, str(at)]
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
        statement = EXPLAIN[connection.vendor] + log._many(connection.vendor).replace("?", "%s")
        cursor.execute(statement, [orjson.dumps([[*row, ben.pk.hex]] * 20).decode()])
        plan = "\n".join(str(line) for line in cursor.fetchall())
    assert BY_KEY[connection.vendor] in plan
    assert WHOLE_TABLE[connection.vendor] not in plan
