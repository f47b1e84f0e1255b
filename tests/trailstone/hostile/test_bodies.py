"""Whatever is sent, somebody reads it: 4xx with a sentence, never 500."""

import json
from itertools import product
from urllib.parse import quote

from tests.trailstone.hostile.bodies import KEY, bodies
from tests.trailstone.hostile.scene import ask, given, names
from tests.trailstone.hostile.table import who_may

FORM = "application/x-www-form-urlencoded"
TEXTS = {
    "NUL": b"a\x00b", "half a sign": b"\xed\xa0\x80", "no UTF-8": b"\xff\xfe", "long": b"x" * 100_000,
    "turned": "\u202egnp.exe\u2066".encode(), "digits": b"9" * 5000, "minus": b"-1",
}  # fmt: skip
JSONS = {
    "deep": b"[" * 100_000, "deep object": b'{"a":' * 20_000, "huge": b'"' + b"x" * 3_000_000 + b'"', "none": b"",
    "list": b"[]", "word": b"null", "no UTF-8": b"\xff\xfe\x00", "cut": b'{"client_key": "', "digits": b"9" * 5000,
}  # fmt: skip
ANSWERS = [
    "a\x00b", "\ud800", "x" * 100_000, "9" * 1999, "1e999999999", "9**9**9", "(" * 1999, "x^" * 900, ["a\x00"],
    ["\ud800"], {"b": "c"}, None, True, 1e308, 10**400, float("nan"), ["x"] * 10_000,
]  # fmt: skip
SPOILT = ["%00", "%ED%A0%80", "9" * 400]
COOKIES = ["\xed\xa0", "%00", "x" * 6000, '{"theme":{"a":1}}', "[[[[1]]]]", '"' * 99, "..:.."]
NAMES = ["\x00", "\ud800", "x" * 5000, "__proto__", ""]


def faults(scene, method, cases):
    """Those of the cases (what, name of the address, query, body, kind) that got no reply, or one without a word."""
    found = {}
    for what, name, query, body, kind in cases:
        client, address = scene.client(who_may(name, method)), scene.address(name) + query
        reply, _ = ask(client, method, address, body, kind)
        if reply.status_code >= 500 or (reply.status_code >= 400 and len(reply.content) < 20):
            found[name, what] = reply.status_code
    return found


def encoded(body, field, spoilt):
    rows = [(key, each) for key, value in body.items() for each in (value if isinstance(value, list) else [value])]
    return "&".join(f"{quote(key)}={quote(spoilt if key == field else each)}" for key, each in rows).encode()


def test_no_text_in_a_field_breaks_a_form(scene):
    forms = {n: body for n, body in bodies(scene.town).items() if not n.startswith("api:") and who_may(n, "post")}
    cases = [
        (f"{field}: {what}", name, "", encoded(body, field, spoilt), FORM)
        for name, body in forms.items() for field in body for what, spoilt in TEXTS.items()
    ]  # fmt: skip
    assert faults(scene, "post", cases) == {}


def test_no_json_breaks_the_api(scene):
    posts = [name for name in bodies(scene.town) if name.startswith("api:")]
    cases = [(what, name, "", body, "application/json") for name in posts for what, body in JSONS.items()]
    assert faults(scene, "post", cases) == {}


def test_no_answer_breaks_the_grader(scene):
    given = [{"value": one} for one in ANSWERS] + [{name: "1"} for name in NAMES] + [{str(n): "1" for n in range(999)}]
    bodies_ = [json.dumps({"client_key": KEY, "response": one}).encode() for one in given]
    cases = [(str(body[60:99]), "api:answer", "", body, "application/json") for body in bodies_]
    assert faults(scene, "post", cases) == {}


def test_no_query_breaks_a_page(scene):
    fields = (
        "course",
        "unit",
        "sort",
        "find",
        "only",
        "learner",
        "rename",
        "nickname",
        "move",
        "change",
        "goal",
        "print",
        "kind",
        "state",
        "due",
    )
    fields += ("target", "who", "next", "code", "seed", "check", "value", "choice", "format", "all", "letters")
    queries = ["?" + "&".join(f"{field}={spoilt}" for field in fields) for spoilt in SPOILT]
    cases = [(query[:20], name, query, None, None) for name, _ in names() if who_may(name, "get") for query in queries]
    assert faults(scene, "get", cases) == {}


def test_no_part_of_an_address_breaks_a_page(scene):
    """Each address with every one of its parts spoilt, asked for by whoever may see it."""
    found = {}
    for name, parts in names():
        client, address = scene.client(who_may(name, "get") or "self"), scene.address(name).partition("?")[0]
        values = given(scene.town, scene.town.cast.room, name).values() if parts else ()
        for word, spoilt in product(map(str, values), SPOILT):
            reply, _ = ask(client, "get", address.replace(f"/{word}", f"/{spoilt}"))
            if reply.status_code >= 500:
                found[name, word, spoilt] = reply.status_code
    assert found == {}


def test_more_than_fits_is_refused_with_a_sentence(scene):
    teacher, ben = scene.client("teacher"), scene.client("self")
    much = b"pasted=" + b"Ana+Lima%0A" * 400_000
    replies = [
        ask(teacher, "post", scene.address("add-learners"), much, FORM)[0],
        ask(ben, "post", scene.address("answer"), "&".join(f"f{n}=1" for n in range(2000)).encode(), FORM)[0],
        ask(ben, "post", scene.address("api:answer"), JSONS["huge"], "application/json")[0],
    ]
    assert [(400 <= reply.status_code < 500, len(reply.content) > 20) for reply in replies] == [(True, True)] * 3


def test_no_cookie_breaks_a_page(scene):
    for cookie, value in product(("sessionid", "csrftoken", "reading", "messages"), COOKIES):
        client = scene.client("self")
        client.cookies[cookie] = value
        assert ask(client, "get", scene.address("account"))[0].status_code < 500, (cookie, value)
