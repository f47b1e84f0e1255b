"""The school that every test shares is put back as it was made."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.db import connection, transaction

from tests.trailstone.cast import MONDAY, person, raise_curtain
from tests.trailstone.kept import Kept, insert, tables_with_rows
from trailstone.content.catalogue import course_map
from trailstone.people.models import Enrolment, School, User

pytestmark = pytest.mark.django_db
CHANCE = re.compile(r"[0-9a-f]{8}-?[0-9a-f]{4}-?7[0-9a-f]{3}-?[0-9a-f]{4}-?[0-9a-f]{12}|md5\$[^']*")


def rows():
    """Every row of the site, as words."""
    return {table: insert(table) for table in tables_with_rows()}


def without_chance(statement):
    """The rows of a statement without keys and salts, which chance makes and puts in order."""
    return sorted(CHANCE.sub("?", statement.partition("VALUES")[2]).strip(" ()").split("),("))


def tried(make):
    """What ``make()`` leaves in the database, which is empty again afterwards."""
    with transaction.atomic():
        made = make()
        left = rows()
        transaction.set_rollback(True)
    return made, left


def test_what_is_put_back_is_what_was_made():
    kept = Kept(raise_curtain)
    made, left = tried(kept)
    again, put_back = tried(kept)
    assert put_back == left
    assert {"people_user", "content_skill", "goals_classcourse"} <= left.keys()
    assert (again.ben, again.room, again.alg1) == (made.ben, made.room, made.alg1)


def test_the_school_is_the_same_at_any_time():
    shapes = []
    for moment in (MONDAY, MONDAY + timedelta(days=400, hours=13)):
        with time_machine.travel(moment, tick=False):
            left = tried(raise_curtain)[1]
        numbers = {table: rows.partition("VALUES")[2].count("),(") for table, rows in left.items()}
        people = [without_chance(left[table]) for table in ("people_user", "people_classroom")]
        shapes.append((numbers, people))
    assert shapes[0] == shapes[1]


def test_what_a_test_changes_is_gone_in_the_next():
    kept = Kept(raise_curtain)
    first = tried(kept)[0]
    first.ben.name = first.school.name = "Another"
    second = kept()
    assert (second.ben.name, second.ada.school.name) == ("Ben", "Hillside School")
    assert second.alg1 is course_map("alg1")


def test_what_is_made_beside_other_rows_is_kept_for_no_later_test():
    kept = Kept(raise_curtain)
    with transaction.atomic():
        School.objects.create(pk=77, name="Lakeside", time_zone="UTC", created_at=MONDAY)
        kept()
        transaction.set_rollback(True)
    assert tried(kept)[1].keys() == tried(Kept(raise_curtain))[1].keys()


def test_new_rows_find_numbers_of_their_own_beside_those_put_back():
    kept = Kept(raise_curtain)
    tried(kept)
    school = kept()
    Enrolment.objects.create(classroom=school.room, learner=person(school.school, "Fay"), joined_at=MONDAY)
    assert User.objects.filter(school=school.school).count() == 7
    connection.check_constraints()
