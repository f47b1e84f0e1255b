"""Who asks. Look-ups start from the person, so what is not theirs is a 404."""

import secrets
from datetime import date
from random import Random
from uuid import UUID

from django.http import Http404, HttpRequest
from django.utils import timezone
from ninja.errors import HttpError
from ninja.security import SessionAuth as SiteSession

from trailstone.content.catalogue import CourseMap, courses
from trailstone.people import calendar
from trailstone.people.models import Classroom, User

CHOOSE_FIRST = "Choose a password of your own first: open the site and sign in there."


class SessionAuth(SiteSession):
    """Whoever has signed in on the site, and is past the password that somebody else gave them."""

    def authenticate(self, request: HttpRequest, key: str | None) -> User | None:
        """The person; None for nobody. Raises HttpError 403 before a password of their own."""
        user = request.user if isinstance(request.user, User) else None
        if user and user.must_change_password:
            raise HttpError(403, CHOOSE_FIRST)
        return user


class Asker(HttpRequest):
    """A request by somebody who has signed in."""

    user: User


def taught(request: Asker, class_id: UUID) -> Classroom:
    """A class this person teaches. Raises Http404."""
    found = request.user.taught_classes.filter(pk=class_id).select_related("school").first()
    if found is None:
        raise Http404
    return found


def course_called(course_id: str) -> CourseMap:
    """A course of the school. Raises Http404."""
    found = courses().get(course_id)
    if found is None:
        raise Http404
    return found


def today(request: Asker) -> date:
    """The school's date now."""
    return calendar.today(request.user.school, timezone.now())


def chance() -> Random:
    """A generator nobody can foresee, for one request."""
    return Random(secrets.randbits(64))
