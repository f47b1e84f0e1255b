"""Where chance enters: below the web it is an argument."""

import secrets
from random import Random


def fresh() -> Random:
    """A generator nobody can foresee, for one request."""
    return Random(secrets.randbits(64))
