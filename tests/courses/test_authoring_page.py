"""docs/authoring.md says what is so: its examples are run."""

import doctest
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "authoring.md"


def test_the_examples_for_authors_run_as_they_are_shown():
    failed, tried = doctest.testfile(str(PAGE), module_relative=False, optionflags=doctest.NORMALIZE_WHITESPACE)
    assert tried > 12
    assert failed == 0
