import os
import subprocess
import sys

import pytest

from courses import templates
from exercises import Template
from exercises.checks import check_template

TEMPLATES = templates()


@pytest.fixture(scope="module")
def seeds(pytestconfig):
    """20 seeds; 200 in the long run; as many as ``TEMPLATE_SEEDS`` says before a release (2,000)."""
    return range(int(os.environ.get("TEMPLATE_SEEDS") or (200 if pytestconfig.getoption("long") else 20)))


@pytest.mark.parametrize("template", TEMPLATES.values(), ids=TEMPLATES)
def test_a_template_keeps_all_that_must_hold_for_questions(template, seeds, strict_tex):
    assert [str(problem) for problem in check_template(template, seeds, strict_tex)] == []


def test_a_seed_gives_the_same_question_in_another_process_with_another_hash_seed():
    tell = (
        "import json, courses;"
        "print(json.dumps([t.instance(7).to_dict() for _, t in sorted(courses.templates().items())]))"
    )
    told = {
        subprocess.run(  # noqa: S603 our own interpreter and words
            [sys.executable, "-c", tell],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1


def test_every_template_is_found_by_its_skill():
    assert all(isinstance(template, Template) and template.id == skill for skill, template in TEMPLATES.items())


def test_every_template_says_what_bounds_its_difficulty():
    assert [template.id for template in TEMPLATES.values() if len(template.band) < 20] == []
