from dataclasses import replace
from itertools import count
from random import Random

import pytest
from django.core.management import CommandError, call_command

import courses
from exercises import Choice, Number, Question, SingleChoice, Step, Template
from trailstone.operate.authoring import chosen, examine, map_faults

SKILL = "alg1/equations/solve-multi-step-equations"


def template(make, answer=Number):
    return Template("alg1/test/made-up", 1, ("A.1",), answer, lambda question: None, "small", make, min_instances=1)


def sum_of(rng: Random) -> Question:
    a = rng.randint(2, 5)
    return Question(
        key=(a,), prompt=f"What is ${a} + 40$?", answer=Number(a + 40),
        hints=("Add.", f"It is ${a + 40}$."), solution=(Step(f"${a} + 40 = {a + 40}$"),),
    )  # fmt: skip


def which(rng: Random) -> Question:
    right = rng.randrange(3)
    choices = tuple(Choice(f"Number {at}", right=at == right) for at in range(3))
    return Question(
        key=(right,), prompt="Which?", answer=SingleChoice(choices), hints=("One.", "Two."), solution=(Step("So."),)
    )


def test_what_a_skill_should_not_build_on_is_told_where_it_is_asked_about():
    alg1 = courses.course_map("alg1")
    first, *rest = alg1.units
    skills = (replace(first.skills[0], builds_on=(SKILL,)), *first.lessons[0].skills[1:])
    broken = replace(alg1, units=(replace(first, lessons=(replace(first.lessons[0], skills=skills),)), *rest))
    assert any(
        fault.startswith(f"{skills[0].id}: it builds on {SKILL}") for fault in map_faults("foundations", [broken])
    )
    assert map_faults("lines", [broken]) == map_faults("", [alg1]) == []


def test_a_unit_a_skill_or_everything_can_be_chosen():
    unit = [template.id for template in chosen("equations")]
    assert unit == [skill.id for skill in courses.course_map("alg1").units[1].skills]
    assert unit == [template.id for template in chosen("alg1/equations")]
    assert [template.id for template in chosen("solve-multi-step-equations")] == [SKILL]
    assert len(chosen("")) == len(courses.templates()) + len(courses.draft_templates())


@pytest.mark.parametrize("part", ["equation", "alg9", "solve"])
def test_a_part_of_a_word_is_nobodys_name(part):
    with pytest.raises(KeyError):
        chosen(part)


def test_the_clock_gives_the_median_of_one_instance():
    ticks = count(0.0, 0.002)
    assert examine(template(sum_of), 0, None, lambda: next(ticks)).ms == pytest.approx(2)


def test_different_keys_and_places_are_counted():
    found = examine(template(which, SingleChoice), 0, None, lambda: 0.0)
    assert (found.distinct, sum(found.places), len(found.places)) == (3, 400, 3)
    assert examine(template(sum_of), 0, None, lambda: 0.0).places == ()


def test_a_template_that_breaks_is_a_problem_with_its_seed():
    def broken(rng):
        raise ZeroDivisionError("no luck")

    found = examine(template(broken), 3, None, lambda: 0.0)
    assert [problem.seed for problem in found.problems] == [0, 1, 2]
    assert "no luck" in found.problems[0].text
    assert (found.distinct, found.ms) == (0, 0.0)


def test_tex_that_does_not_render_is_a_problem():
    def refuse(tex):
        raise ValueError(tex)

    assert {problem.check for problem in examine(template(sum_of), 1, refuse, lambda: 0.0).problems} >= {"TeX"}


def test_check_prints_a_row_a_skill(capsys):
    call_command("author", "check", "solve-multi-step-equations", "--seeds", "2")
    head, row = capsys.readouterr().out.splitlines()
    assert head.split()[0] == "skill"
    assert row.split()[0] == SKILL
    assert int(row.split()[1]) >= 200


def test_check_fails_with_the_lines_of_what_is_wrong(capsys, monkeypatch):
    bad = template(lambda rng: Question((1,), "What?", Number(3), (), ()))
    monkeypatch.setattr(courses, "templates", lambda: {bad.id: bad})
    with pytest.raises(CommandError, match="problems"):
        call_command("author", "check", "made-up", "--seeds", "1")
    assert "[seed 0] hints" in capsys.readouterr().out


def test_an_unknown_name_is_told():
    with pytest.raises(CommandError, match="No skill or unit is called 'nothing'"):
        call_command("author", "check", "nothing")
