import importlib.util

import pytest
from django.core.management import CommandError, call_command

import courses
from courses.maps import Lesson, Skill, Unit
from exercises import Template
from exercises.checks import check_template
from trailstone.operate import skeleton


@pytest.fixture
def draft(tmp_path, monkeypatch):
    """A unit that has a map and no template yet."""
    skill = Skill("alg1/new-unit/add-two", "Add two numbers", ("A.1", "A.2"), ("num",), "generator", False)
    unit = Unit("alg1/new-unit", "New", (), ("A.1",), (), 10, (Lesson("alg1/new-unit/first", "First", (skill,)),))
    (tmp_path / "alg1" / "new_unit").mkdir(parents=True)
    monkeypatch.setattr(courses, "drafts", lambda course: (unit,))
    monkeypatch.setattr(skeleton, "SOURCE", tmp_path)
    return skill


def made(path):
    spec = importlib.util.spec_from_file_location("written", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return next(value for value in vars(module).values() if isinstance(value, Template))


def test_a_skeleton_is_a_template_that_passes_its_checks(draft, capsys):
    call_command("author", "new", draft.id)
    path = skeleton.SOURCE / "alg1" / "new_unit" / "add_two.py"
    assert str(path) in capsys.readouterr().out
    written = made(path)
    assert (written.id, written.standards) == (draft.id, draft.standards)
    assert check_template(written, range(20)) == []


def test_a_skeleton_never_replaces_a_template(draft):
    skeleton.write(draft.id)
    with pytest.raises(CommandError, match="has a template already"):
        call_command("author", "new", draft.id)


def test_a_skill_without_a_place_in_the_map_is_told_where_it_goes():
    with pytest.raises(CommandError, match=r"unit\.yaml"):
        call_command("author", "new", "alg1/equations/no-such-skill")


def test_sealing_a_unit_that_is_sealed_adds_nothing(capsys):
    call_command("author", "seal", "equations")
    assert capsys.readouterr().out.split() == ["alg1/equations", "0", "new"]


def test_sealing_a_unit_nobody_knows_is_told():
    with pytest.raises(CommandError, match="No skill or unit is called 'nothing'"):
        call_command("author", "seal", "nothing")
