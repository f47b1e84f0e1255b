"""Exports of a school's register as OneRoster CSV, and archives that are tricks."""

import io
import stat
import zipfile

import pytest

from tests.trailstone.cast import MONDAY, class_of, person
from tests.trailstone.people.rosters import (
    bring,
    bring_school,
    export,
    faults,
    look,
    names_in,
    packed,
    read,
    told,
    user,
)
from trailstone.people import actions
from trailstone.people.errors import Refused
from trailstone.people.importing.faults import Unreadable
from trailstone.people.models import Role, User

BEN, CHO, INA = user("u1", "Ben", "", "ben"), user("u2", "Cho", ""), user("u3", "Ina", "Berg")
EIGHTH = export([BEN, CHO, INA], places=["m1 u1", "m1 u2", "m1 u3"])
TWO = ("m1,Maths 8B,s1,", "m2,Maths 9C,s1,")


@pytest.mark.parametrize("sent", [EIGHTH, packed(EIGHTH), packed({f"export/{k}": v for k, v in EIGHTH.items()})])
def test_an_export_is_read_from_its_files_and_from_an_archive(school, sent):
    assert told(look(school, sent)) == [
        ("unchanged", "Ben"),
        ("unchanged", "Cho"),
        ("new", "Ina Berg"),
        ("removed", "Dina"),
    ]


def test_a_second_import_updates_in_place(school):
    bring(school, EIGHTH)
    school.room.refresh_from_db()
    assert (school.room.source_id, names_in(school.room)) == ("m1", ["Ben", "Cho", "Ina Berg"])
    later = export([BEN, user("u2", "Cho", "Lin"), user("u4", "Kai", "Ode")], places=["m1 u1", "m1 u2", "m1 u4"])
    expected = [("unchanged", "Ben"), ("renamed", "Cho Lin"), ("new", "Kai Ode"), ("removed", "Ina Berg")]
    assert told(look(school, later)) == expected
    bring(school, later)
    assert (names_in(school.room), User.objects.get(source_id="u2").pk) == (
        ["Ben", "Cho Lin", "Kai Ode"],
        school.cho.pk,
    )
    assert {kind for kind, _ in told(look(school, later))} == {"unchanged"}


def test_of_several_classes_the_teacher_says_which_is_meant(school):
    both = export([BEN, INA], TWO, ["m1 u1", "m2 u3"])
    asked = look(school, both)
    assert ([section.name for section in asked.rooms.offers], asked.changes) == (["Maths 8B", "Maths 9C"], ())
    with pytest.raises(Refused, match="Choose which class"):
        bring(school, both)
    chosen = look(school, both, chosen="m1", whole=False)
    assert told(chosen) == [("unchanged", "Ben")]
    assert chosen.notes == ("Left out, because no class of yours is known to be it: Maths 9C.",)
    bring(school, both, chosen="m1", whole=False)
    school.room.refresh_from_db()
    assert told(look(school, both, whole=False)) == [("unchanged", "Ben")]  # by now the class is known


def test_1_2_says_who_is_what_for_each_class_and_other_files_are_told_as_unused(school):
    files = export([INA], places=["m1 u3"], roles_csv="sourcedId,userSourcedId\nr1,u3\n")
    files["users.csv"] = (
        b"sourcedId,enabledUser,username,givenName,familyName,preferredGivenName\nu3,true,,Ina,Berg,Inka\n"
    )
    plan = look(school, files, whole=False)
    assert told(plan) == [("new", "Inka Berg")]
    assert plan.notes == ("Not used, because enrollments say it for each class: roles.csv.",)


def test_what_is_over_deleted_disabled_or_of_another_school_does_not_count(school):
    users = [
        BEN,
        user("u2", "Cho", "", status="tobedeleted"),
        user("u3", "Ina", "Berg", enabled="false"),
        user("u4", "Kai", "Ode"),
    ]
    classes = ("m1,Maths 8B,s1,", "m2,Old,s1,t1", "m3,Other,s2,")
    orgs = ("s1,Hillside School,school,d1", "s2,Valley School,school,d1", "d1,District,district,")
    files = export(users, classes, ["m1 u1", "m1 u2", "m1 u3", "m2 u1", "m3 u1"], orgs)
    files["academicSessions.csv"] = b"sourcedId,title,type,startDate,endDate\nt1,Autumn,term,2026-09-01,2026-12-20\n"
    files["enrollments.csv"] += b"\np9,m1,u4,student,2026-09-01,2027-02-28"
    plan = look(school, files, whole=False)
    assert (told(plan), plan.faults) == ([("unchanged", "Ben")], ())


def test_teachers_of_the_file_teach_the_classes_made_for_the_school(school):
    ina = person(school.school, "Ms Fay", Role.TEACHER)
    users = [BEN, user("t1", "Fay", "", "ms.fay"), user("t2", "Gone", "")]
    bring_school(school, export(users, TWO, ["m1 u1", "m1 t1 teacher", "m2 t2 teacher", "m2 u1"]), whole=False)
    assert [room.name for room in ina.taught_classes] == ["Maths 8B"]
    assert "Maths 9C" in {room.name for room in school.ada.taught_classes}  # nobody else could be found
    assert not User.objects.filter(name="Gone").exists()  # an import gives nobody a role


@pytest.mark.parametrize(
    ("files", "said"),
    [
        (export([BEN], places=["m1 u7"]), "enrollments.csv 2 No user has the sourcedId “u7”."),
        (export([BEN], places=["m7 u1"]), "enrollments.csv 2 No class has the sourcedId “m7”."),
        (
            export([BEN, BEN], places=["m1 u1"]),
            "users.csv 3 The sourcedId “u1” is empty, too long, or in the file twice.",
        ),
        (export([user("", "Ina", "")]), "users.csv 2 The sourcedId “” is empty, too long, or in the file twice."),
        (export([user("u1", "", "")], places=["m1 u1"]), "users.csv 2 There is no name in this row."),
        (export([BEN], ("m1,,s1,",), []), "classes.csv 2 A class needs a title of at most 80 letters."),
    ],
)
def test_a_row_that_cannot_stand_is_told_with_its_file(school, files, said):
    assert [f"{fault.part} {fault.row} {fault.text}" for fault in read(school, files).faults] == [said]


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"users.csv": b"sourcedId\n1\n", "classes.csv": b"sourcedId\n1\n"}, "lacks enrollments.csv"),
        (export() | {"users.csv": b"sourcedId,name\n1,Ina\n"}, "users.csv has no column givenname, familyname"),
        (export(manifest_csv="propertyName,value\nfile.users,delta\n"), "changes only"),
        (
            export(orgs=("s1,One,school,", "s2,Two,school,")),
            "None of the schools of the export is called Hillside School",
        ),
        (export(orgs=("s1,Hillside School,school,d1", "d1,D,district,d2", "d2,E,district,d1")), "stands above itself"),
        (export(orgs=("s1,Hillside School,school,s1",)), "stands above itself"),
        ({"a.csv": b"name\nA\n", "b.csv": b"name\nB\n"}, "Send one list, or the files"),
    ],
)
def test_an_export_that_cannot_be_used_is_refused_in_words(school, files, said):
    with pytest.raises(Unreadable, match=said):
        read(school, files)


def archive(*entries, **more):
    page = io.BytesIO()
    with zipfile.ZipFile(page, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, data in entries:
            zipped.writestr(name, data)
    return page.getvalue()


def link(name):
    entry = zipfile.ZipInfo(name)
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    return entry


def lying(size):
    """An archive whose entry says that it is smaller than it is."""
    data = archive(("users.csv", b"x" * 20_000_000))
    return data.replace((20_000_000).to_bytes(4, "little"), size.to_bytes(4, "little"))


WHOLE = packed(EIGHTH)
TRICKS = [
    (archive(("../users.csv", "x")), "points out of it"), (archive(("/etc/users.csv", "x")), "points out of it"),
    (archive(("..\\users.csv", "x")), "points out of it"), (archive(("C:users.csv", "x")), "points out of it"),
    (archive((link("users.csv"), "/etc/passwd")), "no ordinary file"),
    (archive(("users.csv", b"0" * 17_000_000)), "more than 16 MB"), (lying(100), "broken|more than 16 MB"),
    (archive(*[(f"{n}.csv", "x") for n in range(101)]), "101 files"),
    (archive(("users.csv", "x"), ("USERS.csv", "x")), "in the archive twice"),
    (archive(("a/users.csv", "x"), ("b/users.csv", "x")), "in the archive twice"),
    (archive(("notes.txt", "x")), "no roster in this archive"),
    (archive(("inner.zip", WHOLE)), "no roster in this archive"),
    (archive(("[Content_Types].xml", "x"), ("xl/workbook.xml", "x")), "This is a spreadsheet"),
    (WHOLE[: len(WHOLE) // 2], "broken"), (WHOLE.replace(b"\x08\x00", b"\x63\x00"), "broken"),
    (WHOLE.replace(b"PK\x01\x02", b"PK\x01\x03"), "broken"),
    (WHOLE.replace(b"\x14\x00\x00\x00\x08\x00", b"\x14\x00\x01\x00\x08\x00"), "password"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "said"), TRICKS, ids=range(len(TRICKS)))
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_an_archive_that_is_a_trick_is_refused_in_words(school, data, said, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(Unreadable, match=said):
        read(school, data)
    assert list(tmp_path.iterdir()) == []


def test_a_class_handed_to_the_archive_keeps_its_key(school):
    bring(school, EIGHTH)
    actions.archive_class(actor=school.ada, classroom=school.room, at=MONDAY)
    again = class_of(school.ada, "8B new", "TUVW2345")
    bring(school, EIGHTH, room=again, whole=False)
    again.refresh_from_db()
    assert (again.source_id, names_in(again)) == ("", ["Ben", "Cho", "Ina Berg"])


def test_faults_of_an_export_stand_in_the_plan(school):
    assert faults(look(school, export([BEN], places=["m1 u1", "m1 u9"])))[0][0] == 3
