import pytest

pytestmark = pytest.mark.django_db


@pytest.fixture
def schema(caller):
    return caller().get("openapi.json").json()


def test_the_schema_names_every_address(schema):
    paths = {path.removeprefix("/api/v1") for path in schema["paths"]}
    step = "/attempts/{attempt_id}/questions/{number}"
    assert paths == {
        "/me", "/classes", "/goals", "/courses", "/courses/{course_id}",
        "/assignments", "/assignments/{assignment_id}/things/{item_id}/attempts",
        "/attempts", "/attempts/{attempt_id}", f"{step}/answer", f"{step}/hint", f"{step}/solution", f"{step}/skip",
        "/attempts/{attempt_id}/bonus", "/attempts/{attempt_id}/finish", "/attempts/{attempt_id}/restart",
        "/teaching/classes", "/teaching/classes/{class_id}/progress", "/teaching/classes/{class_id}/skills",
    }  # fmt: skip


def test_every_operation_says_what_it_does_and_wants_a_session(schema):
    for path, methods in schema["paths"].items():
        for operation in methods.values():
            assert operation["description"].endswith("."), path
            assert operation["security"] == [{"SessionAuth": []}], path
