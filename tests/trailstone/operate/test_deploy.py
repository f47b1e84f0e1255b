"""The files for servers name only what there is. They are read here, not run."""

import re
from configparser import RawConfigParser
from pathlib import Path

import pytest
import yaml
from django.core.management import get_commands

from trailstone.operate.in_force import NAMES

ROOT = Path(__file__).parents[3]
DEPLOY = ROOT / "deploy"
SETTING = re.compile(r"\b(TRAILSTONE_[A-Z_]+|DATABASE_URL(?:_FILE)?)\b")
DOCKERFILE = (DEPLOY / "Dockerfile").read_text()


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
    command = re.search(r'CMD \["(\w+)"\]$', DOCKERFILE, re.MULTILINE)
    assert command[1] in get_commands()
    assert "--require-hashes" in DOCKERFILE


def test_the_image_runs_as_nobody_in_particular_and_has_no_schools_data_in_it():
    stages = DOCKERFILE.split("FROM ")
    assert "USER trailstone" in stages[-1]
    ignored = (DEPLOY / "Dockerfile.dockerignore").read_text().split()
    assert {"data", ".git", "deploy/database-url", "deploy/postgres-password"} <= set(ignored)


def test_the_site_waits_for_its_database_and_writes_to_its_volumes_alone(compose):
    site, database = compose["services"]["site"], compose["services"]["database"]
    assert site["depends_on"]["database"]["condition"] == "service_healthy"
    assert "healthcheck" in database
    assert "/readyz" in DOCKERFILE
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
    ignored = (ROOT / ".gitignore").read_text().split()
    for secret in compose["secrets"].values():
        assert f"/deploy/{Path(secret['file']).name}" in ignored
