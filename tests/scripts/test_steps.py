import sys

import pytest

from scripts.machine import fingerprint
from scripts.steps import Step, run_all


def python(code):
    return (sys.executable, "-c", code)


def test_one_failed_step_fails_the_run_and_the_others_still_happen(capfd):
    steps = [Step("broken", python("raise SystemExit(3)")), Step("sound", python("print('I ran')"))]
    assert run_all(steps) == 1
    said = capfd.readouterr().out
    assert "I ran" in said
    assert "NOT ok: broken" in said


def test_a_run_is_well_when_every_step_is():
    assert run_all([Step("sound", python("pass"))]) == 0


def test_a_step_beside_runs_along_with_the_next_and_what_it_says_comes_after_them(tmp_path, capfd):
    wait = "import pathlib, time\nwhile not pathlib.Path({!r}).exists(): time.sleep(0.01)\nprint({!r})"
    first, second = str(tmp_path / "first"), str(tmp_path / "second")
    make = "import pathlib; pathlib.Path({!r}).touch()\n"
    beside = Step("beside", python(make.format(first) + wait.format(second, "I came along")), beside=True)
    assert run_all([beside, Step("next", python(wait.format(first, "I came next") + "\n" + make.format(second)))]) == 0
    said = capfd.readouterr().out
    assert said.index("I came next") < said.index("I came along")


def test_a_step_beside_that_failed_fails_the_run(capfd):
    assert run_all([Step("beside", python("raise SystemExit(3)"), beside=True), Step("next", python("pass"))]) == 1
    assert "NOT ok: beside" in capfd.readouterr().out


def test_an_empty_value_takes_a_variable_away(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql:///a-real-school")
    code = "import os; raise SystemExit('DATABASE_URL' in os.environ)"
    assert run_all([Step("without", python(code), {"DATABASE_URL": ""})]) == 0


@pytest.mark.parametrize("forbidden", ["1", ""])
def test_what_python_compiles_is_kept_for_the_next_process_wherever_it_may_lie(monkeypatch, forbidden):
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", forbidden)
    code = "import sys; raise SystemExit(sys.dont_write_bytecode)"
    assert run_all([Step("compiles", python(code))]) == 0


def test_a_fingerprint_changes_with_a_file_its_name_and_a_new_one(tmp_path):
    seen = {fingerprint(tmp_path)}
    (tmp_path / "a").write_text("1")
    seen.add(fingerprint(tmp_path))
    (tmp_path / "a").write_text("2")
    seen.add(fingerprint(tmp_path))
    (tmp_path / "a").rename(tmp_path / "b")
    seen.add(fingerprint(tmp_path))
    assert len(seen) == 4
