"""A published template makes the same questions for ever."""

from dataclasses import replace

import pytest

from courses import COURSES, course_map, golden, template_of, templates
from courses.discovery import _newest

UNITS = [unit for course in COURSES for unit in course_map(course).units]


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.id)
def test_a_published_version_makes_what_it_made_when_it_was_published(unit):
    assert golden.sealed(unit) == golden.fingerprints(unit)


def test_every_template_in_force_is_sealed():
    lines = {skill for unit in UNITS for skill, _ in golden.sealed(unit)}
    assert lines == set(templates())


def test_a_change_of_a_single_word_changes_the_fingerprint():
    template = templates()["alg1/equations/solve-multi-step-equations"]
    said = replace(template, make=lambda rng: (q := template.make(rng)) and replace(q, prompt=q.prompt + " Now."))
    assert golden.fingerprint(said) != golden.fingerprint(template)


def test_a_sealed_version_that_makes_something_else_is_refused(monkeypatch):
    unit = UNITS[0]
    (first, line), *_ = golden.sealed(unit).items()
    monkeypatch.setattr(golden, "fingerprints", lambda _: {**golden.sealed(unit), first: line[::-1]})
    with pytest.raises(golden.Changed, match="next version"):
        golden.seal(unit)


def test_sealing_twice_adds_nothing():
    assert golden.seal(UNITS[0]) == 0


def test_the_highest_version_is_asked_and_the_older_ones_stay():
    first = templates()["alg1/equations/solve-multi-step-equations"]
    second = replace(first, version=2)
    assert _newest({(first.id, 2): second, (first.id, 1): first}) == {first.id: second}
    assert template_of(first.id, 1) is first


def test_a_version_that_was_never_there_is_a_key_error():
    with pytest.raises(KeyError):
        template_of("alg1/equations/solve-multi-step-equations", 99)
