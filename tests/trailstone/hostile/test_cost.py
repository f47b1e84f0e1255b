"""What a page costs in a big school: a thousand learners in one class, and a course of two hundred skills."""

from datetime import timedelta
from random import Random

import pytest
import time_machine
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from tests.browser.town import LAST_WEEK, TERM
from tests.trailstone.cast import MONDAY, attach, began, tiny_course
from tests.trailstone.hostile.scene import ACTORS, names, set_scene
from trailstone.content.catalogue import CATALOGUE
from trailstone.goals import actions as goals
from trailstone.ids import uuid7
from trailstone.people.models import Enrolment, Role, User
from trailstone.progress.actions import store
from trailstone.progress.models import LevelChange

LEARNERS, SIZES = 1000, (50, 50, 50, 50)
STATEMENTS, BYTES = 50, 6_000_000  # how long a page takes is measured in bench/

pytestmark = [pytest.mark.django_db, pytest.mark.crawl]


@pytest.fixture(scope="module")
def big(django_db_setup, django_db_blocker):
    """The scene of the access matrix, and the thousand; nothing of it stays."""
    with django_db_blocker.unblock(), time_machine.travel(MONDAY, tick=False), transaction.atomic():
        CATALOGUE.forget()
        scene = set_scene()
        enlarge(scene)
        yield scene
        transaction.set_rollback(True)
    CATALOGUE.forget()


def enlarge(scene):
    cast, rng = scene.town.cast, Random(5)
    course = tiny_course("wide", SIZES)
    attach(cast.room, course.id)
    people = User.objects.bulk_create(
        User(
            school=cast.school,
            role=Role.LEARNER,
            name=f"Learner {number}",
            username=f"learner.{number}",
            created_at=began(),
        )
        for number in range(LEARNERS)
    )
    Enrolment.objects.bulk_create(
        Enrolment(classroom=cast.room, learner=learner, joined_at=began()) for learner in people
    )
    for learner in people:
        levels = {skill: rng.randrange(5) for held in (cast.alg1, course) for skill in held.skills}
        store(cast.school.pk, learner.pk, dict.fromkeys((cast.alg1, course), levels), LAST_WEEK)
    LevelChange.objects.bulk_create(
        change(learner, skill, rng) for learner in people for skill in list(cast.alg1.skills)[:30]
    )
    about = {"actor": cast.ada, "classroom": cast.room, "learners": None, "due": TERM, "at": MONDAY}
    goals.place(course_id=course.id, **about)
    goals.set_unit_goals(unit_ids=[unit.id for unit in course.units], **about)
    if connection.vendor == "postgresql":  # a school's own database looks at its tables by itself; here nobody waits
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def change(learner, skill, rng):
    at = LAST_WEEK - timedelta(days=rng.randrange(20))
    return LevelChange(
        school_id=learner.school_id, learner=learner, skill_id=skill, attempt_id=uuid7(at), outcome="exercise-good",
        policy="standard", right=3, asked=4, before=rng.randrange(5), after=rng.randrange(5), at=at,
    )  # fmt: skip


def addresses(scene, actor):
    """Every address, and those of the wide course once more, with the longest list that each of them can show."""
    room = scene.town.cast.room.pk
    yield from ((name, scene.address(name, actor)) for name, _ in names())
    for query in ("?course=wide&unit=all", "?course=wide&unit=wide/one", "?course=wide&unit=wide/one&format=csv"):
        yield f"skills-report{query}", f"/teach/{room}/skills/{query}"
    goal = scene.town.cast.room.goals.get(course_id="wide", unit=None).pk
    for query in ("", "?format=csv", "?sort=-percent", "?find=9"):
        yield f"goal{query}", f"/teach/{room}/goals/{goal}/{query}"
    yield "api:skills wide", f"/api/v1/teaching/classes/{room}/skills?course=wide"
    yield "course wide", "/courses/wide/"


def cost(client, address):
    """Statements and bytes of one request, with its streamed body read to the end."""
    with CaptureQueriesContext(connection) as asked:
        reply = client.get(address)
        size = len(b"".join(reply) if reply.streaming else reply.content)
    assert reply.status_code < 500, address
    return len(asked), size


@pytest.mark.parametrize("actor", ACTORS)
def test_no_page_costs_more_than_fifty_statements_or_a_few_megabytes(big, actor):
    client, over = big.client(actor), {}
    for name, address in addresses(big, actor):
        statements, size = cost(client, address)
        if statements > STATEMENTS or size > BYTES:
            over[name] = (statements, size)
    assert over == {}
