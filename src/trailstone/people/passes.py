"""A pass: who somebody is, signed, good for a minute and for the steps of a question only.

Reading a session row and a user row costs more than grading an answer. So whoever has been let in by those two gets a
pass beside the session's cookie. It counts only together with that cookie, and never longer than a minute after the
session and the account were looked at: a sign-out, a new password or a suspension is in force after that at the latest.
Nothing secret is in it; what makes it good is the HMAC (RFC 2104, SHA-256) with a key drawn from the site's secret.
"""

import copy
import hashlib
import hmac
from datetime import datetime
from functools import cache, lru_cache
from uuid import UUID

from django.conf import settings

from trailstone.people.models import User

COOKIE = "pass"
SECONDS = 60
RENEW = 20  # seconds old at which an ordinary request gives a fresh one
_FIELDS = ("id", "school_id", "role", "is_active", "must_change_password")


def issued(user: User, session_key: str, at: datetime) -> str:
    """The cookie's value; empty for who may not practise yet (a password of their own comes first)."""
    if not session_key or not user.is_active or user.must_change_password:
        return ""
    said = f"{user.pk.hex}.{user.school_id}.{user.role}.{int(at.timestamp())}"
    return f"{said}.{_mac(said, session_key)}"


def holder(value: str, session_key: str, at: datetime) -> User | None:
    """Who shows this pass, when it is good now and belongs to this session.

    What the pass does not say of the account (name, settings) is read from the database when it is asked for.
    """
    return copy.copy(bearer(value, session_key, at))


def bearer(value: str, session_key: str, at: datetime) -> User | None:
    """The same for who asks for nothing but what the pass says (``_FIELDS``): kept, and shared by its requests."""
    proven = _proven(value, session_key)
    if proven is None or not 0 <= at.timestamp() - proven[1] <= SECONDS:
        return None
    return proven[0]


@lru_cache(maxsize=4096)
def _proven(value: str, session_key: str) -> tuple[User, int] | None:
    """Who the pass was made for and when (seconds since 1970); None when we did not make it for this session.

    A learner shows the same one many times a minute: its proof is kept, its age is not.
    """
    said, _, mac = value.rpartition(".")
    if not session_key or not hmac.compare_digest(mac.encode(), _mac(said, session_key).encode()):
        return None
    learner, school, role, then = said.split(".")
    return User.from_db("default", _FIELDS, (UUID(learner), int(school), role, True, False)), int(then)


def age(value: str, at: datetime) -> float:
    """How many seconds ago a pass was given; far too many for what is none. Says nothing of whether it is good."""
    then = value.split(".")[3:4]
    return at.timestamp() - int(then[0]) if then and then[0].isascii() and then[0].isdigit() else float("inf")


def _mac(said: str, session_key: str) -> str:
    return hmac.digest(_key(settings.SECRET_KEY), f"{said}|{session_key}".encode(), "sha256").hex()


@cache
def _key(secret: str) -> bytes:
    """A key of the passes' own: no other signature of the site is good as one."""
    return hashlib.sha256(b"trailstone.people.passes|" + secret.encode()).digest()
