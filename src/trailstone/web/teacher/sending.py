"""What was sent with a form: keys of learners, and refusals as sentences."""

from collections.abc import Callable, Mapping
from uuid import UUID

from django.http import Http404, QueryDict

from trailstone.people.errors import OutOfReach, Refused


def keys(query: QueryDict, name: str = "learner") -> list[UUID]:
    """The keys sent under ``name``; what is no key can be nobody's and is left out."""
    return [key for key in map(key_of, query.getlist(name)) if key is not None]


def key_of(text: str) -> UUID | None:
    """The key that a text is, or None."""
    try:
        return UUID(text)
    except ValueError:
        return None


def done(act: Callable[[], object]) -> str:
    """Do it. Returns "" when it is done, else why not, as a sentence. What is not theirs is a 404."""
    try:
        act()
    except OutOfReach as why:
        raise Http404 from why
    except Refused as why:
        return why.message
    return ""


def chosen(acts: Mapping[str, Callable[[], object]], what: str) -> str:
    """Do the one called ``what`` (see ``done``); 404 for a name that no form of the page sends."""
    if what not in acts:
        raise Http404
    return done(acts[what])
