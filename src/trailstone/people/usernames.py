"""User names: small ASCII letters, unique in the whole site, easy to type for a child."""

import re
import unicodedata
from collections.abc import Iterable
from functools import reduce
from itertools import chain, count
from operator import or_
from typing import Final

from django.db.models import Q

from trailstone.people.errors import Refused
from trailstone.people.models import User

LONGEST: Final = 40
AT_ONCE: Final = 250  # beginnings that one statement may look for
ALLOWED: Final = re.compile(r"[a-z0-9](?:[a-z0-9._-]{0,58}[a-z0-9])?")
# Letters that Unicode does not take apart into a plain letter and a mark.
PLAIN: Final = str.maketrans(
    {"ł": "l", "ø": "o", "ß": "ss", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
)


def proposed(name: str) -> str:
    """First and last name as a user name: ``amina.karimi`` for Amina Fatima Karimi. A script that has no plain
    letters gives ``learner``."""
    words = [word for word in map(_plain, name.split()) if word]
    ends = words if len(words) < 2 else [words[0], words[-1]]
    return ".".join(ends)[:LONGEST].strip(".-") or "learner"


class Free:
    """Gives out user names that are free; none twice."""

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = set(taken)
        self._next: dict[str, int] = {}

    def take(self, base: str) -> str:
        """``base``, or when it is taken, with the first number behind it that is free."""
        numbered = (f"{base}{number}" for number in count(self._next.get(base, 2)))
        found = next(name for name in chain([base], numbered) if name not in self._taken)
        self._taken.add(found)
        if found != base:  # the next of this name does not try them all again
            self._next[base] = int(found[len(base) :]) + 1
        return found


def taken_like(bases: Iterable[str]) -> set[str]:
    """The user names in the site that begin with one of ``bases``; of all the site, when that is asked of very many."""
    starts = [Q(username__startswith=base) for base in set(bases)]
    if not starts:
        return set()
    people = User.objects.filter(reduce(or_, starts)) if len(starts) <= AT_ONCE else User.objects.all()
    return set(people.values_list("username", flat=True))


def free(text: str) -> str:
    """A user name as somebody typed it, in small letters.

    Raises:
        Refused: it is empty, has other signs in it, or is taken; then the sentence offers a free one.
    """
    wanted = text.strip().lower()
    if not ALLOWED.fullmatch(wanted):
        raise Refused("A user name has 1 to 60 letters a to z, digits, dots or dashes, for example amina.karimi.")
    taken = taken_like([wanted])
    if wanted in taken:
        raise Refused(f"The user name “{wanted}” is taken. “{_next_free(wanted, taken)}” is free.")
    return wanted


def _next_free(base: str, taken: set[str]) -> str:
    numbered = (f"{base}{number}" for number in count(2))
    return next(name for name in chain([base], numbered) if name not in taken)


def _plain(word: str) -> str:
    apart = unicodedata.normalize("NFKD", word.lower().translate(PLAIN))
    return re.sub(r"[^a-z0-9-]", "", apart).strip("-")
