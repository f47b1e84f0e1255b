"""The letter with the summary of the week, which a teacher may ask for."""

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from trailstone.people.errors import OutOfReach, Refused
from trailstone.people.models import User


def choose_weekly_letter(*, user: User, wanted: bool, email: str) -> User:
    """Send the teacher the summary of each week to ``email`` from now on, or no longer.

    Raises:
        OutOfReach: only teachers get it. Refused: it is wanted, and the address is none.
    """
    if not user.teaches:
        raise OutOfReach("Only teachers get the summary of the week.")
    email = email.strip()
    if wanted or email:
        _check(email)
    user.email, user.weekly_letter = email, wanted
    user.save(update_fields=["email", "weekly_letter"])
    return user


def _check(email: str) -> None:
    try:
        validate_email(email)
    except ValidationError as why:
        raise Refused("Type the whole e-mail address, for example n.okafor@school.example.") from why
