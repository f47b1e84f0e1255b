"""A list of learners: what is read of it, what it would change, and that all or nothing of it is done."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.trailstone.cast import MONDAY, class_of, join, person
from tests.trailstone.people.rosters import bring, bring_school, faults, look, names_in, read, sheet, told
from trailstone.database.planning import ANEW
from trailstone.people import actions, queries
from trailstone.people.actions.importing import OTHER
from trailstone.people.errors import OutOfReach, Refused
from trailstone.people.importing.decoding import OLD
from trailstone.people.importing.faults import Unreadable
from trailstone.people.models import Enrolment, Role, School, User

LIST = "id,name,user name\n11,Ben,\n12,Cho,\n14,Ina Berg,\n"


def everything():
    return (
        list(User.objects.order_by("pk").values("pk", "name", "username", "source_id", "password")),
        list(Enrolment.objects.order_by("pk").values()),
    )


def test_the_look_tells_who_is_new_and_who_would_go(school):
    plan = look(school, LIST)
    assert told(plan) == [("unchanged", "Ben"), ("unchanged", "Cho"), ("new", "Ina Berg"), ("removed", "Dina")]
    assert plan.changes[2].username == "ina.berg"
    assert plan.changes[0].note == "is taken for ben, who has no id yet"
    assert plan.removes_many


def test_a_look_writes_nothing(school):
    before = everything()
    look(school, LIST)
    assert everything() == before


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite keeps no plans")
def test_an_import_goes_by_no_plan_from_when_the_tables_were_small(school):
    with CaptureQueriesContext(connection) as asked:
        bring(school, LIST)
    assert ANEW in [one["sql"] for one in asked]


def test_the_list_is_put_in_force_and_a_second_time_changes_nothing(school):
    done = bring(school, LIST)
    assert names_in(school.room) == ["Ben", "Cho", "Ina Berg"]
    assert len(done.new) == 1
    assert User.objects.get(username="ben").source_id == "11"
    assert {kind for kind, _ in told(look(school, LIST))} == {"unchanged"}
    before = everything()
    assert bring(school, LIST).new == ()
    assert everything() == before
    assert [row.detail for row in queries.history(school.room)] == [{"new": 1, "removed": 1}]


def test_by_the_source_id_a_learner_is_found_under_another_name(school):
    bring(school, LIST)
    renamed = LIST.replace("Cho,", "Cho Lin,cho.lin")
    assert ("renamed", "Cho Lin") in told(look(school, renamed))
    bring(school, renamed)
    school.cho.refresh_from_db()
    assert (school.cho.name, school.cho.username) == ("Cho Lin", "cho.lin")


def test_nobody_is_removed_unless_the_list_is_the_whole_class(school):
    assert told(look(school, "name\nIna\n", whole=False)) == [("new", "Ina")]
    bring(school, "name\nIna\n", whole=False)
    assert names_in(school.room) == ["Ben", "Cho", "Dina", "Ina"]


def test_removing_more_than_a_tenth_needs_a_second_yes(school):
    before = everything()
    with pytest.raises(Refused, match="1 of 3 learners would be removed"):
        bring(school, LIST, sure=False)
    assert everything() == before
    for number in range(17):
        join(school.room, person(school.school, f"Learner {number}"))
    names = [*(f"Learner {number}" for number in range(17)), "Ben"]
    assert bring(school, sheet(["name"], *[[name] for name in names]), sure=False).plan.count("removed") == 2


def test_removed_learners_keep_their_accounts_and_come_back_by_the_list(school):
    bring(school, "name\nBen\nCho\n")
    assert User.objects.filter(username="dina", is_active=True).exists()
    assert told(look(school, "name\nBen\nCho\nDina\n"))[2] == ("joins", "Dina")
    bring(school, "name\nBen\nCho\nDina\n")
    assert names_in(school.room) == ["Ben", "Cho", "Dina"]


def test_a_learner_of_another_class_of_the_list_is_moved(school):
    seventh = class_of(school.ada, "7A", "TUVW2345")
    gus = join(seventh, person(school.school, "Gus"))
    rows = "class,user name,name\n8B,ben,Ben\n8B,cho,Cho\n8B,dina,Dina\n8B,gus,Gus\n"
    assert told(look(school, rows))[3] == ("joins", "Gus")  # the list says nothing of 7A
    both = rows + "7A,,Hal\n"
    assert told(look(school, both))[3:] == [("moved", "Gus"), ("new", "Hal")]
    bring(school, both)
    assert names_in(seventh) == ["Hal"]
    assert gus in school.room.learners


def test_another_look_is_asked_for_when_the_class_changed_meanwhile(school):
    seen = look(school, LIST).fingerprint
    actions.remove_learner(actor=school.ada, classroom=school.room, learner=school.ben.pk, at=MONDAY)
    with pytest.raises(Refused, match=OTHER):
        bring(school, LIST, seen=seen)
    assert bring(school, LIST, seen=look(school, LIST).fingerprint).new


def test_new_accounts_have_no_password_until_a_card_is_made(school):
    (new,) = bring(school, LIST).new
    assert [row.name for row in queries.roster(school.room) if row.no_card] == ["Ina Berg"]
    card = actions.reset_password(actor=school.ada, classroom=school.room, learner=new, at=MONDAY)
    assert User.objects.get(pk=new).check_password(card.password)
    assert not any(row.no_card for row in queries.roster(school.room))


@pytest.mark.parametrize(
    ("rows", "row", "said"),
    [
        (["id,name", "1,Ina", "1,Kai"], 3, "This id is that of Ina in row 2"),
        (["id,name", "1,Ina", "1,Ina"], 3, "This learner is in row 2 already"),
        (["name", "Ina", "INA"], 3, "INA is in row 2 already. If these are two"),
        (["name,id", ",7"], 2, "There is no name"),
        (["name", "x" * 81], 2, "longer than 80 letters"),
        (["name", "=HYPERLINK(1)"], 2, "begins like a formula"),
        (["name,user name", "Ina,in a"], 2, "The user name has other signs"),
        (["name,user name", "Ina,ina", "Kai,ina"], 3, "is that of Ina in row 2"),
        (["id,name,user name", "1,Ina,ina", "2,Kai,ina"], 3, "is in the file twice"),
        (["id,name,user name", "1,Ina,mr.lund"], 2, "somebody who teaches"),
        (["id,name,user name", "1,Ina,far"], 2, "The user name “far” is taken"),
        (["name", "Ina", "Kai,8"], 3, "2 cells, but there are 1 headings"),
        (["name,id", "Ina," + "7" * 121], 2, "more than 120 letters"),
        (["name,class id", "Ina,\x00"], 2, "The class id has more than"),
        (["name,class", "Ina," + "x" * 81], 2, "The name of the class is longer"),
        (["name,class", "Ina,9Z"], 2, "You have no class called “9Z”"),
    ],
)  # fmt: skip
def test_a_row_that_cannot_be_imported_is_told_and_nothing_is_done(school, rows, row, said):
    person(School.objects.create(pk=2, name="Other", created_at=MONDAY), "Far")
    text, before = "\n".join(rows), everything()
    ((number, sentence),) = faults(look(school, text))
    assert (number, said in sentence) == (row, True), sentence
    with pytest.raises(Refused, match="Nothing is imported: 1 of the rows"):
        bring(school, text)
    assert everything() == before


def test_swapped_ids_are_told(school):
    bring(school, "id,name,user name\n1,Ben,ben\n2,Cho,cho\n3,Dina,dina\n")
    swapped = look(school, "id,name,user name\n2,Ben,ben\n1,Cho,cho\n3,Dina,dina\n")
    assert [row for row, text in faults(swapped)] == [2, 3]
    assert "The id is that of cho, the user name that of ben." in faults(swapped)[0][1]


def test_two_learners_of_one_name_in_the_class_need_an_id(school):
    join(school.room, person(school.school, "Ben "))
    User.objects.filter(name="Ben ").update(name="Ben")
    assert "Two learners of the class are called Ben" in faults(look(school, "name\nBen\n"))[0][1]


def test_a_teacher_takes_no_learner_of_others_by_naming_them(school):
    """Whoever is in a class can be given a new password by its teacher."""
    plan = look(school, "name,user name\nEli,eli\nBen,ben\n", who=school.lund, room=school.other)
    assert told(plan) == [("unchanged", "Eli")]
    assert "was never in a class of yours" in faults(plan)[0][1]
    bring(school, "name,user name\nEli,eli\n", whole=False)  # the owner may
    assert "Eli" in names_in(school.room)


def test_whoever_was_in_the_class_once_may_come_back(school):
    actions.remove_learner(actor=school.lund, classroom=school.other, learner=school.eli.pk, at=MONDAY)
    assert told(look(school, "name\nEli\n", who=school.lund, room=school.other)) == [("joins", "Eli")]


def test_a_suspended_account_is_left_where_it_is(school):
    User.objects.filter(pk=school.ben.pk).update(is_active=False)
    assert "suspended" in faults(look(school, "name,user name\nBen,ben\n"))[0][1]


def test_another_teachers_class_takes_no_list(school):
    with pytest.raises(OutOfReach):
        bring(school, LIST, who=school.lund, room=school.room)


def test_an_archived_class_takes_no_list(school):
    actions.archive_class(actor=school.ada, classroom=school.room, at=MONDAY)
    with pytest.raises(Refused, match="archived"):
        bring(school, LIST)


@pytest.mark.parametrize(
    "data",
    [
        LIST.encode("utf-8"), LIST.encode("utf-8-sig"), LIST.encode("utf-16"), LIST.encode("utf-16-le"),
        LIST.encode("utf-16-be"), LIST.replace(",", ";").encode(), LIST.replace(",", "\t").encode(),
        LIST.replace("\n", "\r\n").encode(), f"sep=,\n{LIST}".encode(), LIST.replace("id,", '"ID",').encode(),
        b"\n" + LIST.encode() + b"\n,,\n",
    ],
)  # fmt: skip
def test_a_list_reads_the_same_however_it_was_saved(school, data):
    wanted = read(school, data)
    assert [(one.name, one.source_id) for one in wanted.people.values()] == [
        ("Ben", "11"),
        ("Cho", "12"),
        ("Ina Berg", "14"),
    ]
    assert (wanted.faults, wanted.notes) == ([], [])


def test_an_old_encoding_is_read_and_told(school):
    wanted = read(school, "name\nJosé Ångström\n".encode("latin-1"))
    assert [one.name for one in wanted.people.values()] == ["José Ångström"]
    assert wanted.notes == [OLD]


def test_first_and_last_names_and_turned_names_are_put_together(school):
    assert [one.name for one in read(school, "First name,Surname\nIna,Berg\n").people.values()] == ["Ina Berg"]
    assert [one.name for one in read(school, 'Name\n"Berg, Ina"\n').people.values()] == ["Ina Berg"]


def test_unknown_columns_are_told(school):
    assert read(school, "name,shoe size\nIna,7\n").notes == ["These columns are not used: shoesize."]


def test_rows_are_counted_as_a_spreadsheet_does(school):
    text = 'name,id\n"Ina\nBerg",1\n\n=x,2\n'
    assert faults(look(school, text, whole=False)) == [(4, "The name begins like a formula of a spreadsheet.")]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty"), (b"\n \n,,\n", "is empty"), (b"name\n", "no learner below"),
        (b"shoe,size\n1,2\n", "names no column"),
        (b"name,Name\nIna,Ina\n", "Two columns are called"), (b'name\n"Ina\n', "Row 2: a quotation mark"),
        (b'name\nIna "x"y\n"a"b\n', "Row 3: a quotation mark"), (b"PK\x03\x04rest", "cannot be opened"),
        (b"\xd0\xcf\x11\xe0xls", "This is a spreadsheet"), (b"\0" * 300, "UTF-16|not text|names no column"),
        (b"\xff\xfea", "begins like UTF-16"), (b"name" + b"," * 70, "71 columns; at most 60"),
        (b"name\n" + b"x" * 1001, "Row 2: a cell has more than 1,000"),
        (b"name\n" + b"x" * 200_000, "Row 2: a cell has more than"),
        (b"name\n" + b"A B\n" * 20_001, "more than 20,000 rows"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_list_is_refused_in_words(school, data, said):
    with pytest.raises(Unreadable, match=said):
        read(school, data)


def test_the_number_of_statements_does_not_grow_with_the_list(school, django_assert_max_num_queries):
    rows = [["id", "name"], *[[f"x{n}", f"Learner {n}"] for n in range(400)]]
    with django_assert_max_num_queries(26):
        assert len(bring(school, sheet(*rows)).new) == 400
    assert len({who.username for who in school.room.learners}) == 400


def test_for_the_whole_school_new_classes_are_made(school):
    rows = "class id,class,id,name\nc1,10A,1,Ina Berg\nc1,10A,2,Kai Ode\nc2,10B,3,Lia Roy\n,8B,4,Ben\n"
    done = bring_school(school, rows, whole=False)
    assert len(done.new) == 3
    tenth = school.ada.taught_classes.get(name="10A")
    assert (tenth.source_id, names_in(tenth)) == ("c1", ["Ina Berg", "Kai Ode"])
    assert [room.name for room in done.plan.rooms.fresh and school.ada.taught_classes.order_by("name")] == [
        "10A",
        "10B",
        "8B",
    ]
    moved = rows.replace("c1,10A,2", "c2,10B,2").replace("10A", "Ten A")
    assert ("moved", "Kai Ode") in told(bring_school(school, moved).plan)
    assert school.ada.taught_classes.filter(name="10A").exists()  # found by its id; the name is the teacher's


def test_for_the_whole_school_a_learner_without_a_class_is_a_fault(school):
    with pytest.raises(Refused, match="Nothing is imported"):
        bring_school(school, "name\nIna\n")


def test_an_archived_class_of_the_file_is_told_and_not_made_again(school):
    bring_school(school, "class id,class,id,name\nc1,10A,1,Ina\n", whole=False)
    room = school.ada.taught_classes.get(name="10A")
    actions.archive_class(actor=school.ada, classroom=room, at=MONDAY)
    with pytest.raises(Refused, match="Nothing is imported"):
        bring_school(school, "class id,class,id,name\nc1,10A,1,Ina\n", whole=False)
    assert person(school.school, "Ms Fay", Role.TEACHER).taught_classes.count() == 0
