"""Every address, every method, every kind of person: who gets in, and what a refusal leaves untouched."""

from itertools import product

import pytest

from tests.trailstone.hostile.bodies import bodies
from tests.trailstone.hostile.scene import ACTORS, ask, names
from tests.trailstone.hostile.table import expected

pytestmark = pytest.mark.crawl

WORDS = {200: "ok", 302: "to", 401: "out", 403: "out", 404: "no", 405: "--", 422: "bad"}
TABLE = expected()
REFUSED = {"in", "out", "no", "--"}
ANY_METHOD = {"api:openapi-json", "api:api-root"}  # a document that changes nothing, and nothing at all


def word(reply, written):
    status = reply.status_code
    found = "in" if status == 302 and reply.url.startswith("/sign-in/") else WORDS.get(status, str(status))
    return found.upper() if written else found


def surprises(scene, method):
    sent = bodies(scene.town) if method == "post" else {}
    wrong = {}
    for name, row in TABLE.items():
        for actor, wanted in zip(ACTORS, row[method], strict=True):
            found = word(*ask(scene.client(actor), method, scene.address(name, actor), sent.get(name)))
            if found != wanted:
                wrong[name, actor] = f"{found} instead of {wanted}"
    return wrong


def test_every_address_has_a_row_and_every_row_an_address():
    assert set(TABLE) == {name for name, _ in names()}


@pytest.mark.parametrize("method", ["get", "post"])
def test_everybody_gets_what_the_table_says(scene, method):
    assert surprises(scene, method) == {}


def test_looking_never_writes():
    """The cells of the table say so, and the test above holds them to it."""
    assert not [name for name, row in TABLE.items() if any(cell.isupper() for cell in row["get"])]


def test_a_refusal_writes_nothing():
    cells = {cell for row in TABLE.values() for cell in row["post"]}
    assert not {cell for cell in cells if cell.isupper() and cell.lower() in REFUSED | {"bad"}}


def test_no_address_takes_another_method(scene):
    wrong = {}
    for name, actor, method in product(TABLE.keys() - ANY_METHOD, ACTORS, ["put", "delete"]):
        found = word(*ask(scene.client(actor), method, scene.address(name, actor)))
        if found not in {"--", "in"}:  # where pages ask for a sign-in first
            wrong[name, actor, method] = found
    assert wrong == {}


def test_nothing_changes_in_an_archived_class(scene):
    """Its teacher reads it. Only restoring it, and the teacher's own account, are let through."""
    sent, about_classes = bodies(scene.town), [name for name, parts in names() if "class_id" in parts]
    written = {}
    for name in about_classes:
        address = scene.address(name, "archived").replace(str(scene.town.cast.ben.pk), str(scene.people["archived"].pk))
        reply, statements = ask(scene.client("teacher"), "post", address, sent.get(name))
        if statements or reply.status_code >= 500:
            written[name] = statements
    assert written == {}
