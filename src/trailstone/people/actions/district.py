"""Several schools on one site, and who reads their totals. Called by the operator's commands, not by a page."""

from datetime import datetime

from django.db import transaction
from django.db.models import Max

from trailstone.people import calendar, cards, names, newcomer
from trailstone.people.cards import Card
from trailstone.people.errors import Refused
from trailstone.people.models import Role, School, User


def add_district_leader(*, name: str, username: str, at: datetime) -> Card:
    """Make an account that reads the totals of all schools and nothing about a learner. Its card is shown once.

    Raises:
        Refused: the site has no school yet, the user name is taken, or a field is empty or too long.
    """
    school = School.objects.order_by("pk").first()
    if school is None:
        raise Refused("The site has no school yet. Open it in a browser and make the first one.")
    return _account(school, Role.DISTRICT, name, username, at)


def add_school(*, school_name: str, time_zone: str, name: str, username: str, at: datetime) -> Card:
    """Make one more school and its owner, whose card is shown once.

    Raises:
        Refused: the site has no school yet, the school's name or the user name is taken, or a field cannot be used.
    """
    if not calendar.is_time_zone(time_zone):
        raise Refused(f"“{time_zone}” is not a time zone. Write one like Africa/Lagos.")
    with transaction.atomic():
        last = School.objects.aggregate(last=Max("pk"))["last"]
        if last is None:
            raise Refused("The site has no school yet. Open it in a browser and make the first one.")
        called = names.checked(school_name, "the school")
        if School.objects.filter(name=called).exists():
            raise Refused(f"There is a school called {called} already.")
        school = School.objects.create(pk=last + 1, name=called, time_zone=time_zone, created_at=at)
        return _account(school, Role.OWNER, name, username, at)


def _account(school: School, role: Role, name: str, username: str, at: datetime) -> Card:
    password = cards.new_password()
    user: User = newcomer.account(school, role, name, username, password, at)
    user.must_change_password = True
    newcomer.store(user)
    return Card(user.pk, user.name, user.username, password)
