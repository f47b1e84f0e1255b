import pytest
import time_machine
from django.test import Client

from tests.trailstone.cast import MONDAY, began, class_of, join, person, set_unit
from trailstone.goals.models import ClassCourse
from trailstone.people.models import Role, School


@pytest.fixture(autouse=True)
def noon_on_monday():
    """Pages ask the clock which week it is."""
    with time_machine.travel(MONDAY, tick=False):
        yield MONDAY


@pytest.fixture
def as_():
    """A browser in which somebody is signed in."""

    def browser(user):
        client = Client()
        client.force_login(user)
        return client

    return browser


@pytest.fixture
def ada(school, as_):
    return as_(school.ada)


@pytest.fixture
def reach(school, as_):
    """Dr Reach leads the district."""
    return as_(person(school.school, "Dr Reach", Role.DISTRICT))


@pytest.fixture
def lake(school):
    """One more school: Mr Obi owns it, Ife learns in his class 7A, all of the first tiny unit on Familiar."""
    lake = School.objects.create(pk=2, name="Lakeside School", time_zone="Africa/Lagos", created_at=began())
    room = class_of(person(lake, "Mr Obi", Role.OWNER), "7A", "LAKE2345")
    ClassCourse.objects.create(classroom=room, course_id="tiny")
    set_unit(join(room, person(lake, "Ife")), "tiny/one", 2, 2, 2)
    return lake
