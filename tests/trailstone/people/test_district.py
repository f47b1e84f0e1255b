from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from tests.trailstone.cast import MONDAY
from trailstone.people import actions
from trailstone.people.errors import OutOfReach, Refused
from trailstone.people.models import School, User

pytestmark = pytest.mark.django_db


def run(*words):
    out = StringIO()
    call_command(*words, stdout=out)
    return out.getvalue()


def test_the_command_prints_a_password_that_works_once_and_must_be_changed(school):
    printed = run("district-leader", "Dr Reach", "reach")
    leader = User.objects.get(username="reach")
    assert leader.check_password(printed.split("with the password ")[1].split()[0])
    assert (leader.role, leader.must_change_password, leader.teaches, leader.leads) == ("district", True, False, True)


def test_a_district_leader_cannot_open_a_class_or_make_a_teacher(school):
    leader = User.objects.get(pk=actions.add_district_leader(name="Dr Reach", username="reach", at=MONDAY).learner_id)
    with pytest.raises(OutOfReach):
        actions.open_class(actor=leader, name="8B", at=MONDAY)
    with pytest.raises(OutOfReach):
        actions.add_teacher(actor=leader, name="A", username="a", password="long-enough-1", at=MONDAY)


def test_a_site_without_a_school_is_told_what_to_do_first():
    with pytest.raises(CommandError, match="no school yet"):
        run("district-leader", "Dr Reach", "reach")
    with pytest.raises(CommandError, match="no school yet"):
        run("add-school", "Lakeside", "Africa/Lagos", "Mr Obi", "obi")


def test_a_taken_name_is_refused_with_a_free_one(school):
    with pytest.raises(CommandError, match=r"ms\.ada2"):
        run("district-leader", "Another Ada", "ms.ada")


def test_one_more_school_has_an_owner_of_its_own(school):
    run("add-school", "Lakeside School", "Africa/Lagos", "Mr Obi", "obi")
    obi = User.objects.get(username="obi")
    assert (obi.school.name, obi.school.time_zone, obi.role) == ("Lakeside School", "Africa/Lagos", "owner")
    assert obi.school_id != school.school.pk


@pytest.mark.parametrize(
    ("zone", "name", "sentence"),
    [("Mars/Base", "Lakeside", "not a time zone"), ("UTC", "Hillside School", "already"), ("UTC", " ", "name")],
)
def test_a_school_that_cannot_be_made_leaves_nothing(school, zone, name, sentence):
    with pytest.raises(Refused, match=sentence):
        actions.add_school(school_name=name, time_zone=zone, name="Mr Obi", username="obi", at=MONDAY)
    assert (School.objects.count(), User.objects.filter(username="obi").count()) == (1, 0)
