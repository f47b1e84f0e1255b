"""A law: a test that must hold for whatever Hypothesis thinks of."""

import pytest
from hypothesis import given, settings


def law(*strategies):
    """A quick law. No deadline: a busy computer is not a broken rule."""
    return lambda test: settings(max_examples=60)(given(*strategies)(test))


def long_law(*strategies):
    """The full count, only behind ``make test-long``."""
    return lambda test: pytest.mark.long(settings(max_examples=50_000)(given(*strategies)(test)))
