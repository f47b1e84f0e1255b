"""A new account, from what somebody typed."""

from collections.abc import Callable
from datetime import datetime

from django.contrib.auth.hashers import make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from trailstone.people import names, usernames
from trailstone.people.errors import Refused
from trailstone.people.models import Role, School, User

# What is done in the transaction that writes an account, as a session for it. Passwords are hashed before: that is slow
# on purpose, so not while the database is locked.
Then = Callable[[User], object]


def nothing(user: User) -> None:
    """``then``, where an account is all that is wanted."""


def account(school: School, role: Role, name: str, username: str, password: str, at: datetime) -> User:
    """The account, checked but not stored yet.

    Raises:
        Refused: the user name is taken; a field is empty, too long or too weak.
    """
    user = User(school=school, role=role, name=names.checked(name, "the person"), created_at=at)
    user.username = usernames.free(username)
    user.password = make_password(good_password(password, user))
    return user


def store(user: User) -> None:
    """Store a new account.

    Raises:
        Refused: somebody took the user name a moment ago.
    """
    try:
        with transaction.atomic():
            user.save(force_insert=True)
    except IntegrityError as found:
        raise Refused(f"“{user.username}” was taken a moment ago. Please try once more.") from found


def good_password(password: str, user: User) -> str:
    """The password itself.

    Raises:
        Refused: it is too short, too common or too much like the person's name; the sentence says which.
    """
    try:
        validate_password(password, user)
    except ValidationError as found:
        raise Refused(" ".join(found.messages)) from found
    return password
