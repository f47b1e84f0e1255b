import pytest

from tests.trailstone.cast import MONDAY, PASSWORD
from trailstone.people import actions, queries
from trailstone.people.errors import OutOfReach, Refused
from trailstone.people.models import School, User

FIRST = {
    "school_name": "Hillside School",
    "time_zone": "Africa/Nairobi",
    "name": "Ms Ada",
    "username": "Ada",
    "password": PASSWORD,
    "at": MONDAY,
}
LUND = {"name": "Mr Lund", "username": "j.lund", "password": PASSWORD, "at": MONDAY}


@pytest.mark.django_db
def test_the_first_run_makes_the_school_and_its_owner():
    assert not queries.is_set_up()
    ada = actions.first_run(**FIRST)
    assert queries.is_set_up()
    assert (ada.username, ada.role, ada.teaches, ada.school.time_zone) == ("ada", "owner", True, "Africa/Nairobi")
    assert User.objects.get_by_natural_key(" ADA ").check_password(PASSWORD)


@pytest.mark.django_db
def test_the_first_run_happens_once():
    actions.first_run(**FIRST)
    with pytest.raises(Refused, match="set up already"):
        actions.first_run(**{**FIRST, "username": "mallory"})
    assert (School.objects.count(), User.objects.count()) == (1, 1)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"school_name": "  "}, "Give the school a name"),
        ({"time_zone": "Mars/Olympus"}, "is not a time zone"),
        ({"time_zone": "../../etc/passwd"}, "is not a time zone"),
        ({"name": ""}, "Give the person a name"),
        ({"name": "x" * 81}, "at most 80 letters"),
        ({"username": "ms ada"}, "letters a to z"),
        ({"username": ""}, "letters a to z"),
        ({"password": "short"}, "too short"),
        ({"password": "password1"}, "too common"),
    ],
)
def test_a_first_run_with_a_fault_writes_nothing(wrong, sentence):
    with pytest.raises(Refused, match=sentence):
        actions.first_run(**{**FIRST, **wrong})
    assert not queries.is_set_up()
    assert not User.objects.exists()


def test_the_owner_adds_teachers_who_must_choose_their_own_password(school):
    new = actions.add_teacher(actor=school.ada, **LUND)
    assert (new.role, new.must_change_password) == ("teacher", True)
    assert [row.name for row in queries.teachers(school.school)] == ["Mr Lund", "Mr Lund", "Ms Ada"]


def test_only_the_owner_adds_teachers(school):
    for actor in (school.lund, school.ben):
        with pytest.raises(OutOfReach):
            actions.add_teacher(actor=actor, **LUND)


def test_a_taken_user_name_is_refused_with_a_free_one(school):
    with pytest.raises(Refused, match=r"“ben” is taken\. “ben2” is free"):
        actions.add_teacher(actor=school.ada, **{**LUND, "username": "Ben"})


def test_changing_a_password_needs_the_old_one_and_ends_must_change(school):
    school.lund.must_change_password = True
    with pytest.raises(Refused, match="not your present password"):
        actions.change_password(user=school.lund, old="guess", new="cairn-on-the-hill")
    actions.change_password(user=school.lund, old=PASSWORD, new="cairn-on-the-hill")
    lund = User.objects.get(pk=school.lund.pk)
    assert lund.check_password("cairn-on-the-hill")
    assert not lund.must_change_password


def test_a_weak_new_password_is_refused(school):
    with pytest.raises(Refused, match="too short"):
        actions.change_password(user=school.ben, old=PASSWORD, new="abc")


def test_reading_settings_keep_only_what_can_be_chosen(school):
    asked = {"theme": "dark", "text": "130", "font": "wingdings", "is_active": "no"}
    actions.save_reading(user=school.ben, settings=asked)
    assert User.objects.get(pk=school.ben.pk).reading == {"theme": "dark", "text": "130"}
