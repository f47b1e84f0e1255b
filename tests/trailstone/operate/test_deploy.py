"""The files for servers name only what there is. They are read here, not run."""

import json
import os
import re
import subprocess
import sys
import tomllib
from configparser import RawConfigParser
from contextlib import contextmanager
from fnmatch import fnmatch
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest
import yaml
from django.core.management import get_commands

from trailstone.operate.in_force import NAMES

ROOT = Path(__file__).parents[3]
DEPLOY = ROOT / "deploy"
SETTING = re.compile(r"\b(TRAILSTONE_[A-Z_]+|DATABASE_URL(?:_FILE)?)\b")
DOCKERFILE = (DEPLOY / "Dockerfile").read_text()


def _words(path):
    return path.read_text().splitlines()


IGNORED = _words(ROOT / ".dockerignore")


@pytest.fixture
def unit():
    parsed = RawConfigParser(strict=False)
    parsed.optionxform = str
    parsed.read(DEPLOY / "trailstone.service")
    return parsed


@pytest.fixture
def compose():
    return yaml.safe_load((DEPLOY / "compose.yaml").read_text())


@pytest.mark.parametrize("file", ["trailstone.service", "compose.yaml", "Dockerfile"])
def test_every_setting_that_is_named_is_one(file):
    named = set(SETTING.findall((DEPLOY / file).read_text()))
    assert named - {*NAMES, *(f"{name}_FILE" for name in NAMES)} == set()


def test_the_service_starts_a_command_that_there_is_and_may_write_its_data_alone(unit):
    service = unit["Service"]
    program, command = service["ExecStart"].split()
    assert program.endswith("/.venv/bin/trailstone")
    assert command in get_commands()
    assert service["ProtectSystem"] == "strict"
    assert service["User"] != "root"
    assert f"TRAILSTONE_DATA=/var/lib/{service['StateDirectory']}" in service["Environment"]
    assert service["Restart"] == "on-failure"
    assert "MemoryDenyWriteExecute" not in service  # the formula engine compiles as it runs


def test_the_image_is_made_of_files_and_commands_that_there_are():
    for lock in re.findall(r"requirements/\w+\.txt", DOCKERFILE):
        assert (ROOT / lock).exists()
    for module in re.findall(r"python3 -m (scripts\.\w+)", DOCKERFILE):
        assert (ROOT / f"{module.replace('.', '/')}.py").exists()
    command = re.search(r'^CMD \["(\w+)"\]$', DOCKERFILE, re.MULTILINE)
    assert command[1] in get_commands()
    installs = re.findall(r"pip .*install .*", DOCKERFILE)
    assert installs
    for line in installs:
        assert "--require-hashes" in line or {"--no-deps", "--no-index"} <= set(line.split())


def copied():
    """What the Dockerfile takes from the checkout, a line of it at a time."""
    lines = re.findall(r"^COPY (?!--from)(.+)$", DOCKERFILE, re.MULTILINE)
    return [line.split()[:-1] for line in lines]


def test_the_context_lets_in_what_the_image_is_made_of_and_no_more():
    first, *rest = [line for line in IGNORED if not line.startswith("#")]
    let_in = [line[1:] for line in rest if line.startswith("!")]
    assert first == "*"
    taken = {path for line in copied() for path in line}
    for path in taken:
        assert list(ROOT.glob(path)), path
        assert any(fnmatch(path, pattern) or path.startswith(f"{pattern}/") for pattern in let_in), path
    for pattern in let_in:
        assert any(fnmatch(path, pattern) or path.startswith(f"{pattern}/") for path in taken), pattern
    assert {"data", "deploy", "deploy/secrets", ".git", "tests", "node_modules"}.isdisjoint(let_in)


def test_nothing_that_make_has_made_here_gets_into_the_image():
    made = {"**/__pycache__", "src/trailstone/web/static/built", "src/trailstone/web/static/vendor"}
    assert made <= set(IGNORED[IGNORED.index("!src") :])
    assert {f"{path}/" for path in made if "/static/" in path} <= set(_words(ROOT / ".gitignore"))


def test_a_change_of_our_own_sources_installs_nothing_again():
    for stage in DOCKERFILE.split("\nFROM "):
        sources = min(
            (stage.find(f"COPY {path}") for path in ("src", "scripts/assets") if f"COPY {path}" in stage), default=None
        )
        if sources is not None:
            assert not re.search(r"require-hashes|browser_parts fetch|apt-get", stage[sources:])


def test_the_image_is_of_the_python_that_the_project_is_written_for():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    versions = set(re.findall(r"^FROM python:(\d+\.\d+)-", DOCKERFILE, re.MULTILINE))
    assert versions == {project["project"]["requires-python"].removeprefix(">=")}
    assert project["tool"]["ruff"]["target-version"] == f"py{versions.pop().replace('.', '')}"


def test_the_image_runs_as_nobody_in_particular():
    last = DOCKERFILE.split("\nFROM ")[-1]
    user = re.search(r"^USER (\w+)$", last, re.MULTILINE)[1]
    assert re.search(
        rf"useradd .*--uid [1-9]\d{{3,}} .*{user}$|useradd .*--uid [1-9]\d{{3,}} .* {user} ", last, re.MULTILINE
    )
    assert last.index("\nUSER ") > last.rindex("\nRUN ")


def test_the_image_starts_the_command_of_the_package():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    *_, program = json.loads(re.search(r"^ENTRYPOINT (.+)$", DOCKERFILE, re.MULTILINE)[1])
    assert program in project["project"]["scripts"]


def test_the_site_waits_for_its_database_and_writes_to_its_volumes_alone(compose):
    site, database = compose["services"]["site"], compose["services"]["database"]
    assert site["depends_on"]["database"]["condition"] == "service_healthy"
    assert "healthcheck" in database
    assert site["read_only"] is True
    assert site["cap_drop"] == ["ALL"]
    written = {volume.split(":")[1] for volume in site["volumes"]}
    assert written == {"/data", "/backups"} == set(re.search(r'VOLUME \["(.*)", "(.*)"\]', DOCKERFILE).groups())
    assert (DEPLOY / site["build"]["context"] / site["build"]["dockerfile"]).resolve() == DEPLOY / "Dockerfile"
    used = {volume.split(":")[0] for service in compose["services"].values() for volume in service["volumes"]}
    assert used == set(compose["volumes"])


def test_the_programs_in_the_image_are_of_the_databases_version(compose):
    client = re.search(r"postgresql-client-(\d+)", DOCKERFILE)[1]
    assert compose["services"]["database"]["image"].startswith(f"postgres:{client}-")


def test_every_secret_is_a_file_that_git_does_not_keep(compose):
    for secret in compose["secrets"].values():
        assert Path(secret["file"]).parent == Path("secrets")
    assert "/deploy/secrets/" in _words(ROOT / ".gitignore")


def test_every_secret_reaches_who_asks_for_it(compose):
    for service in compose["services"].values():
        named = {value for name, value in service["environment"].items() if name.endswith("_FILE")}
        assert named == {f"/run/secrets/{secret}" for secret in service["secrets"]}
    assert {name for service in compose["services"].values() for name in service["secrets"]} == set(compose["secrets"])


@contextmanager
def site_that_says(status, words):
    """A site; the port it listens on."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(status if self.path == "/readyz" else 404)
            self.end_headers()
            self.wfile.write(words.encode())

        def log_message(self, *args):
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield server.server_port
        finally:
            server.shutdown()
            thread.join()


def health_check(port, **environ):
    environ = {**os.environ, "http_proxy": "http://127.0.0.1:9", "PORT": str(port), "PYTHONPATH": "src", **environ}
    words = [sys.executable, DEPLOY / "ready.py"]
    return subprocess.run(words, env=environ, cwd=ROOT, capture_output=True, text=True, timeout=300)  # noqa: S603 - our own


def test_the_health_check_asks_on_the_port_of_the_site_and_past_a_proxy():
    with site_that_says(200, "ready\n") as port:
        done = health_check(port)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_health_check_says_what_a_site_that_is_not_ready_says():
    with site_that_says(503, "The database does not answer.\n") as port:
        done = health_check(port)
    assert done.returncode == 1
    assert done.stderr == "503 The database does not answer.\n"
    gone = health_check(port)
    assert gone.returncode == 1
    assert "does not answer" in gone.stderr
    assert "Traceback" not in gone.stderr


def test_the_image_is_checked_with_that_script():
    check = re.search(r"^HEALTHCHECK .*\n? *CMD (.+)$", DOCKERFILE, re.MULTILINE)[1]
    assert json.loads(check) == ["python", "/opt/trailstone/ready.py"]
    assert "COPY deploy/ready.py /opt/trailstone/" in DOCKERFILE
