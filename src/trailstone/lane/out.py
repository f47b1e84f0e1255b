"""The database was out when the loop asked it: the site says so in its own words, and asks it no second time."""

from typing import Any

from django.http import HttpRequest

SCOPE = "asgi.scope"  # where the threads' requests keep the server's own
KEY = "trailstone.out"


def remember(scope: dict[str, Any], error: Exception) -> None:
    """Note the error that a request met."""
    scope[KEY] = error


def out_already(request: HttpRequest) -> None:
    """Raises the error that this request has met before, if any."""
    error = request.META.get(SCOPE, {}).get(KEY)
    if error is not None:
        raise error
