"""``trailstone import-roster``: a school's roster from the command line."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from tests.trailstone.people.rosters import export, packed, user
from trailstone.people.models import Classroom, User


@pytest.fixture
def roster(tmp_path):
    """``roster(data, name)``: a file with this in it."""

    def made(data, name="list.csv"):
        (tmp_path / name).write_bytes(data if isinstance(data, bytes) else data.encode())
        return str(tmp_path / name)

    return made


def run(*args):
    said, complained = StringIO(), StringIO()
    try:
        call_command("import-roster", *args, stdout=said, stderr=complained)
    except CommandError as why:
        return said.getvalue() + complained.getvalue() + str(why)
    return said.getvalue()


def test_a_dry_run_says_all_and_changes_nothing(school, roster):
    said = run(roster("class,name\n10A,Ina Berg\n8B,Ben\n"), "--dry-run")
    assert "1 new classes; learners: 1 new, 0 joins, 0 moved, 0 renamed, 0 removed, 1 unchanged" in said
    assert "new        ina.berg" in said
    assert not Classroom.objects.filter(name="10A").exists()


def test_classes_and_accounts_are_made(school, roster):
    said = run(roster("class,name\n10A,Ina Berg\n"))
    assert "Imported. 1 new learners get their login cards" in said
    assert User.objects.get(username="ina.berg").joined_classes.get().name == "10A"


def test_an_export_of_the_register_is_imported_from_its_archive_or_its_files(school, roster):
    files = export([user("u1", "Ina", "Berg")], places=["m1 u1"])
    assert "1 new" in run(roster(packed(files), "roster.zip"), "--dry-run")
    paths = [roster(data, name) for name, data in files.items()]
    assert "Imported." in run(*paths)
    assert Classroom.objects.get(name="Maths 8B").source_id == "m1"


def test_a_tenth_is_removed_only_with_a_yes(school, roster):
    path = roster("class,name\n8B,Ben\n")
    assert "2 of 3 learners would be removed" in run(path, "--whole")
    assert school.room.learners.count() == 3
    assert "Imported." in run(path, "--whole", "--yes")
    assert school.room.learners.count() == 1


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("class,name\n8B,=x\n8B,Ina\n", "row 2: The name begins like a formula"),
        ("class,name\n8B,=x\n8B,Ina\n", "1 rows cannot be imported, so nothing is."),
        ("shoe\n7\n", "names no column that is known"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_done(school, roster, data, said):
    assert said in run(roster(data))
    assert not User.objects.filter(name="Ina").exists()


def test_a_file_or_a_school_that_is_not_there_is_said(school, roster):
    assert "No such file" in run("/nowhere/list.csv")
    assert "There is no school 7 with an owner. There are: 1 Hillside School." in run(
        roster("name\nA\n"), "--school", "7"
    )
