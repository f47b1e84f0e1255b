"""A page whose forms change what it is about: ``do`` names the change in a table; what was done is told with an Undo.

An Undo is a POST to an address, so ``do`` and what belongs to it may stand in the address, too.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect

from trailstone.people.errors import OutOfReach, Refused
from trailstone.web.access import PageRequest

About = TypeVar("About")


@dataclass(frozen=True, slots=True)
class Told:
    """What to say, the address that undoes it (POST), and where to go if not back to the page."""

    words: str
    undo: str = ""
    to: str = ""


def changed(
    request: PageRequest,
    changes: Mapping[str, Callable[[PageRequest, About], Told]],
    about: About,
    page: Callable[[str, str], HttpResponse],
) -> HttpResponse:
    """Do what was sent and go where it leads. A refusal shows ``page``, with its sentence and the name of the change.

    What no form of the page sends, and what is not theirs, is a 404.
    """
    what = request.POST.get("do") or request.GET.get("do", "")
    if what not in changes:
        raise Http404
    try:
        told = changes[what](request, about)
    except OutOfReach as why:
        raise Http404 from why
    except Refused as refused:
        return page(refused.message, what)
    messages.success(request, told.words, extra_tags=told.undo)
    return HttpResponseRedirect(told.to or request.path)
