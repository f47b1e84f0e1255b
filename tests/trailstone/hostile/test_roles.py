"""However classes are shared, handed on, left and taken over: nobody comes to more than they were given (H04)."""

from random import Random

import pytest

from tests.trailstone.cast import MONDAY, class_of, join, person
from trailstone.people import actions
from trailstone.people.errors import Refused
from trailstone.people.models import Classroom, Role, School, Teaching, User

SEQUENCES, STEPS = 200, 8
ACTS = ("add", "remove", "hand over", "archive", "restore", "make teacher", "delete")


@pytest.fixture
def people(school):
    """Some of every role, in two schools."""
    other = School.objects.create(pk=2, name="Other", created_at=MONDAY)
    gone = person(school.school, "Mr Gone", Role.TEACHER)
    User.objects.filter(pk=gone.pk).update(is_active=False)
    strangers = [person(other, "Mrs Far", Role.OWNER), person(other, "Ms Far", Role.TEACHER), person(other, "Fay")]
    more = [person(school.school, "Ms Cox", Role.TEACHER), person(school.school, "Dr Reach", Role.DISTRICT), gone]
    return [school.ada, school.lund, school.ben, school.eli, *more, *strangers]


def act(rng, people, rooms):
    """Somebody tries something with some class, wherever it is; refusals are fine."""
    actor, target, room = User.objects.get(pk=rng.choice(people).pk), rng.choice(people), rng.choice(rooms)
    about = {"actor": actor, "classroom": room}
    tries = {
        "add": lambda: actions.add_co_teacher(**about, username=target.username, at=MONDAY),
        "remove": lambda: actions.remove_co_teacher(**about, teacher=target.pk, at=MONDAY),
        "hand over": lambda: actions.hand_over(**about, username=target.username, at=MONDAY),
        "archive": lambda: actions.archive_class(**about, at=MONDAY),
        "restore": lambda: actions.restore_class(**about),
        "delete": lambda: actions.delete_class(**about, typed=rng.choice(["", room.name]), at=MONDAY),
        "make teacher": lambda: actions.add_teacher(
            actor=actor, name="New", username=f"new{rng.randrange(10**9)}", password="a-b-c-d-e-f", at=MONDAY
        ),
    }  # fmt: skip
    what, before = rng.choice(ACTS), teachers(room)
    try:
        tries[what]()
    except Refused:
        assert teachers(room) == before
        return False
    assert actor.pk in before or what == "make teacher", "only a teacher of the class changes it"
    assert what != "make teacher" or actor.role == Role.OWNER
    return True


def teachers(room):
    return set(Teaching.objects.filter(classroom_id=room.pk).values_list("teacher_id", flat=True))


def test_two_hundred_sequences_of_sharing_and_handing_over_keep_every_role(school, people):
    roles = dict(User.objects.values_list("pk", "role"))
    done = 0
    for number in range(SEQUENCES):
        rng = Random(number)
        rooms = [
            class_of(rng.choice([school.ada, school.lund]), f"Room {number} {n}", f"{number:06}{n}X") for n in "AB"
        ]
        join(rooms[0], school.ben)
        done += sum(act(rng, people, rooms) for _ in range(STEPS))
        for room in Classroom.objects.filter(pk__in=[room.pk for room in rooms]):
            there = User.objects.filter(teachings__classroom=room)
            assert all(each.teaches and each.school_id == room.school_id for each in there)
            assert there.filter(is_active=True).exists(), "a class keeps a teacher"
    assert done > 100
    assert {key: role for key, role in User.objects.values_list("pk", "role") if key in roles} == roles
    assert set(User.objects.exclude(pk__in=roles).values_list("role", flat=True)) <= {Role.TEACHER}
    assert User.objects.filter(school=school.school, role=Role.OWNER, is_active=True).exists()
