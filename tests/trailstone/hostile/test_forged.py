"""What the server decides is not decided by a field: forged ones change no row."""

import secrets
from uuid import UUID

import pytest
from django.apps import apps
from django.db import transaction

from tests.trailstone.hostile.bodies import KEY, bodies
from tests.trailstone.hostile.table import expected, who_may
from tests.trailstone.practising import wrong
from trailstone.practice import queries

pytestmark = pytest.mark.crawl

FORGED = {
    "role": "owner", "is_staff": "1", "is_superuser": "1", "is_active": "0", "school": "7", "school_id": "7",
    "level": "4", "levels": "4", "after": "4", "score": "100", "right": "9", "asked": "1", "mark": "right",
    "correct": "1", "misconception": "", "counts_right": "1", "percent": "100", "points": "999", "state": "finished",
    "at": "1999-01-01", "ms": "1", "seed": "1", "version": "9", "position": "0", "bonus": "1", "activity_": "quiz",
    "created_at": "1999-01-01", "started_at": "1999-01-01", "finished_at": "1999-01-01", "achieved_at": "1999-01-01",
    "archived_at": "1999-01-01", "joined_at": "1999-01-01", "policy": "gentle", "email": "a@b.example", "id": KEY,
    "pk": KEY, "learner_id": KEY, "actor": KEY, "teacher": KEY, "classroom": KEY, "must_change_password": "0",
}  # fmt: skip
FEW = dict(list(FORGED.items())[6:20])  # as many as fit beside an answer
OURS = ("people", "practice", "progress", "goals", "assignments", "problems")
MADE_ANEW = ("password", "code", "last_login")  # by chance or by the hour
POSTS = (
    "api:begin_attempt", "api:answer", "api:hint", "api:skip", "api:bonus", "api:finish", "api:restart", "sign-in",
    "api:begin_assigned", "start-assigned",
    "join-code", "account", "new-password", "teachers", "reading", "start-exercise", "start-quiz", "start-unit-test",
    "start-course-challenge", "start-mastery-challenge", "answer", "hint", "skip", "restart", "bonus", "article",
    "problem", "dashboard", "new-class", "roster", "add-learners", "login-cards", "corrections", "return-learner",
    "learner-assignments", "learner-notes",
    "groups", "return-group", "import-roster", "move-learner", "class-settings", "edit-courses", "placement",
    "new-goal", "starter", "roadmap", "assignments", "assign", "assignment", "goals", "goal", "celebrate-list",
    "problem-looked", "office-backup",
)  # fmt: skip


def rows():
    """Every row of ours, with what is made by chance left out."""
    models = [model for app in OURS for model in apps.get_app_config(app).get_models()]
    return {model.__name__: list(model.objects.order_by("pk").values()) for model in models}


def comparable(found, known):
    """The rows without what is made by chance, and without the keys of rows that are new."""

    def shown(row):
        counted = isinstance(row.get("id"), int)  # PostgreSQL does not count back when a row is put back
        kept = {name: value for name, value in row.items() if name not in MADE_ANEW and not (counted and name == "id")}
        return str({n: "new" if isinstance(v, UUID) and v not in known else v for n, v in kept.items()})

    return {name: sorted(map(shown, each)) for name, each in found.items()}


def after(scene, name, body, known):
    """What the database holds after the post, and the reply's status; everything is put back."""
    with transaction.atomic():
        client, address = scene.client(who_may(name, "post")), scene.address(name)
        kind = {"content_type": "application/json"} if name.startswith("api:") else {}
        reply = client.post(address, body, **kind)
        found = comparable(rows(), known)
        transaction.set_rollback(True)
    return reply.status_code, found


@pytest.fixture
def known(scene):
    """The keys there are before anything is sent, and the one that is forged."""
    return {v for each in rows().values() for row in each for v in row.values() if isinstance(v, UUID)} | {UUID(KEY)}


@pytest.fixture(autouse=True)
def no_chance(monkeypatch):
    """Twice the same draw of questions."""
    monkeypatch.setattr(secrets, "randbits", lambda bits: 7)


def test_every_address_that_writes_is_tried():
    writing = {name for name, row in expected().items() if any(cell.isupper() for cell in row["post"])}
    assert writing <= set(POSTS)


def test_forged_fields_change_nothing(scene, known):
    sent, differ = bodies(scene.town), []
    for name in POSTS:
        body = sent.get(name, {})
        plain, forged = after(scene, name, body, known), after(scene, name, FORGED | body, known)
        if plain != forged:
            differ.append(name)
    assert differ == []


def test_a_wrong_answer_stays_wrong_whatever_comes_with_it(scene, known):
    """Beside the answer, inside it, and in the address."""
    place = queries.sitting(scene.town.cast.ben, scene.town.attempts["open"]).places[1]
    given = wrong(place)
    for name, body, more in (
        ("answer", {"client_key": KEY} | given, FORGED),
        ("api:answer", {"client_key": KEY, "response": given}, FORGED | {"response": FEW | given}),
    ):
        plain, forged = after(scene, name, body, known), after(scene, name, body | more, known)
        assert plain == forged
        assert sum("'mark': 'wrong'" in row for row in forged[1]["Answer"]) > 0
