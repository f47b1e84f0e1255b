import pytest

from trailstone.people import names
from trailstone.people.errors import Refused


def read(school, pasted, **options):
    return names.preview(pasted, classroom=school.room, **options)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Amina Karimi", "Amina Karimi"),
        ("  Amina   Karimi ", "Amina Karimi"),
        ("Amina\tKarimi", "Amina Karimi"),
        ("Karimi, Amina", "Amina Karimi"),
        ('"Karimi, Amina"', "Amina Karimi"),
        ("1. Amina Karimi", "Amina Karimi"),
        ("12) Amina Karimi", "Amina Karimi"),
        ("3\tAmina Karimi", "Amina Karimi"),
        ("- Amina Karimi", "Amina Karimi"),
        ("Amina\u00a0Karimi\u200b", "Amina Karimi"),
        ("Anne-Marie O'Brien", "Anne-Marie O'Brien"),
    ],
)
def test_a_name_is_read_however_it_was_pasted(line, name):
    assert names.tidy(line) == name


def test_blank_lines_are_left_out_and_lines_keep_their_numbers(school):
    rows = read(school, "\n\nAmina Karimi\n   \n\t\nFarid Haddad\n")
    assert [(row.line, row.name) for row in rows] == [(3, "Amina Karimi"), (6, "Farid Haddad")]


@pytest.mark.parametrize(
    ("name", "username"),
    [
        ("Amina Karimi", "amina.karimi"),
        ("Amina Fatima Karimi", "amina.karimi"),
        ("Zoë Łukasz", "zoe.lukasz"),
        ("Cher", "cher"),
        ("Anne-Marie O'Brien", "anne-marie.obrien"),
        ("Søren Weiß", "soren.weiss"),
        ("أمينة كريمي", "learner"),
    ],
)
def test_a_user_name_is_plain_small_letters(school, name, username):
    assert read(school, name)[0].username == username


def test_twins_get_user_names_of_their_own(school):
    rows = read(school, "Amina Karimi\nKarimi, Amina\namina karimi")
    assert [row.username for row in rows] == ["amina.karimi", "amina.karimi2", "amina.karimi3"]
    assert all(row.accepted and row.note == names.TWINS for row in rows)


def test_a_user_name_taken_anywhere_in_the_site_is_not_proposed(school):
    school.eli.username = "amina.karimi"
    school.eli.save()
    assert read(school, "Amina Karimi")[0].username == "amina.karimi2"


def test_a_name_that_is_in_the_class_already_is_reported_and_left_out(school):
    (row,) = read(school, "BEN")
    assert not row.accepted
    assert row.note == names.IN_CLASS


def test_a_teacher_may_say_that_there_are_two_of_a_name(school):
    (row,) = read(school, "Ben", same_names=True)
    assert row.accepted
    assert row.username == "ben2"


@pytest.mark.parametrize(
    ("line", "note"), [("x" * 81, names.TOO_LONG), ("12345", names.NO_NAME), ("--", names.NO_NAME)]
)
def test_a_line_that_is_no_name_is_reported_and_left_out(school, line, note):
    rows = read(school, f"Amina Karimi\n{line}")
    assert (rows[1].note, rows[1].accepted) == (note, False)
    assert rows[0].accepted


def test_a_name_of_80_letters_is_accepted(school):
    assert read(school, "x" * 80)[0].accepted


@pytest.mark.parametrize("pasted", ["", "  \n\t\n"])
def test_no_name_at_all_is_refused(school, pasted):
    with pytest.raises(Refused, match="Paste one name on each line"):
        read(school, pasted)


def test_200_names_are_accepted_and_201_are_refused(school):
    lines = [f"Learner Number{number}" for number in range(201)]
    assert len(read(school, "\n".join(lines[:200]))) == 200
    with pytest.raises(Refused, match="201 names"):
        read(school, "\n".join(lines))


def test_a_preview_of_many_names_takes_as_many_queries_as_one(school, django_assert_num_queries):
    for pasted in ("Amina Karimi", "\n".join(f"Learner Number{number}" for number in range(200))):
        with django_assert_num_queries(2):
            read(school, pasted)


def test_a_name_keeps_no_sign_that_nobody_sees():
    assert names.checked("Am\x00ina\u202e \u200bKarimi\u2066", "the learner") == "Amina Karimi"
    with pytest.raises(Refused):
        names.checked("\x00\u200b \t", "the learner")


def test_a_user_name_that_somebody_has_is_told(school):
    ina, eli = names.preview("Ina Berg\nEli", classroom=school.room)  # Eli learns in another class
    assert (ina.note, eli.username, eli.accepted) == ("", "eli2", True)
    assert "Somebody has the user name eli already" in eli.note
