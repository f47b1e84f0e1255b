"""Every key that one person's pages tell, tried by somebody else: nothing of that person comes back, nothing moves."""

import re
from uuid import UUID

import pytest
from django.urls import reverse

from tests.trailstone.hostile.bodies import bodies
from tests.trailstone.hostile.scene import ACTORS, ask, given, names
from tests.trailstone.hostile.table import expected
from trailstone.goals.models import Aim
from trailstone.people.models import Enrolment

pytestmark = pytest.mark.crawl

TABLE = expected()
KEYS = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}")
PLACES = ("class_id", "attempt_id", "learner_id", "goal_id")


def told(scene, actor):
    """Every key in every page and reply that the actor may see."""
    seen = [name for name, row in TABLE.items() if row["get"][ACTORS.index(actor)] in {"ok", "to"}]
    pages = [ask(scene.client(actor), "get", scene.address(name, actor))[0] for name in seen]
    whole = " ".join(page.content.decode() + page.headers.get("Location", "") for page in pages)
    return {UUID(key) for key in KEYS.findall(whole)}


def addresses(scene, keys):
    """Every address that has a key in it, with each key in each of its places; a class beside it is Mr Lund's."""
    for name, parts in names():
        for place in parts.intersection(PLACES):
            about = given(scene.town, scene.town.cast.other, name)
            yield from ((name, reverse(name, kwargs=about | {place: key})) for key in keys)


def opened(scene, actor, tried):
    """Those that were answered with a page, or wrote something."""
    found = {}
    for name, url in tried:
        for method in ("get", "post"):
            if set(TABLE[name][method]) != {"--"}:
                reply, written = ask(scene.client(actor), method, url)
                if written or reply.status_code == 200 or reply.status_code >= 500:
                    found[method, url] = (reply.status_code, written)
    return found


@pytest.mark.parametrize(("one", "another"), [("self", "elsewhere"), ("teacher", "stranger")])
def test_no_key_of_somebody_else_opens_anything(scene, one, another):
    keys = told(scene, one)
    assert scene.town.cast.room.pk in keys
    assert opened(scene, another, addresses(scene, keys)) == {}


def test_numbers_in_addresses_open_only_ones_own_goals(scene):
    mate = scene.people["mate"]
    for name in ("continue-goal", "celebration"):
        theirs = {
            aim.pk for aim in Aim.objects.all()
            if ask(scene.client("mate"), "get", reverse(name, args=[aim.pk]))[0].status_code != 404
        }  # fmt: skip
        assert theirs == set(Aim.objects.filter(learner=mate).values_list("pk", flat=True))


@pytest.mark.parametrize("name", ["roster", "login-cards", "placement", "new-goal", "goals", "goal"])
def test_a_teachers_own_class_is_no_way_to_learners_of_another(scene, name):
    """Mr Lund's forms, filled in with the keys of Ben and his class."""
    ben, room = scene.town.cast.ben, scene.town.cast.other
    before = (ben.password, Aim.objects.count(), Enrolment.objects.count())
    body = bodies(scene.town)[name] | {"learner": [str(ben.pk)], "who": "chosen"}
    for sent in (body, body | {"do": "remove"}, body | {"do": "add"}, body | {"do": "unassign"}):
        reply = scene.client("stranger").post(reverse(name, kwargs=given(scene.town, room, name)), sent)
        assert reply.status_code in {302, 404, 422}
        assert ben.name not in reply.text.replace("Benny", "")
    ben.refresh_from_db()
    assert (ben.password, Aim.objects.count(), Enrolment.objects.count()) == before
    assert ben.name == "Ben"
