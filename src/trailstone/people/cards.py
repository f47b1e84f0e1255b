"""Login cards: passwords a child can read, remember and type, shown once and never stored in clear."""

import secrets
from dataclasses import dataclass
from math import log2
from typing import Final
from uuid import UUID

from django.contrib.auth.hashers import make_password

from trailstone.people.words import WORDS

DIGITS: Final = "23456789"  # no 0 and 1, which read as O and l
DIGITS_EACH: Final = 4
BITS: Final = 2 * log2(len(WORDS)) + DIGITS_EACH * log2(len(DIGITS))


@dataclass(frozen=True, slots=True)
class Secret:
    """A fresh password, and the form in which it is kept."""

    password: str
    encoded: str


@dataclass(frozen=True, slots=True)
class Card:
    """What is printed for one learner."""

    learner_id: UUID
    name: str
    username: str
    password: str


def new_password() -> str:
    """Two words and four digits, like ``maple-tiger-4827``: BITS bits of chance (more than 30)."""
    digits = "".join(secrets.choice(DIGITS) for _ in range(DIGITS_EACH))
    return f"{secrets.choice(WORDS)}-{secrets.choice(WORDS)}-{digits}"


def new_secrets(count: int) -> list[Secret]:
    """Fresh passwords, each with the form to store (about 30 ms each: keeping it slow is what protects them)."""
    return [Secret(password, make_password(password)) for password in (new_password() for _ in range(count))]
