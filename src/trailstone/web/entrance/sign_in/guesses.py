"""A limit on guessing passwords. A whole school behind one address is not a guesser."""

import hashlib
from typing import Final

from django.core.cache import cache

PAUSE_SECONDS: Final = 5 * 60
BY_NAME: Final = 10  # wrong passwords for one name, known or not, each within PAUSE_SECONDS of the one before
BY_ADDRESS: Final = 1_500  # in PAUSE_SECONDS: 600 pupils at 9:05 who each mistype twice stay below it


def paused(name: str, address: str) -> bool:
    """Whether nobody may try this name, or anything from this address, for some minutes."""
    limits = {_by_name(name): BY_NAME, _by_address(address): BY_ADDRESS}
    counts: dict[str, int] = cache.get_many(limits)
    return any(count >= limits[key] for key, count in counts.items())


def note_wrong(name: str, address: str) -> None:
    """Count a wrong password. The tenth for a name begins a pause of PAUSE_SECONDS."""
    _count(_by_name(name))
    cache.touch(_by_name(name), PAUSE_SECONDS)
    _count(_by_address(address))


def note_right(name: str) -> None:
    """Somebody knew the password: the name's count begins anew."""
    cache.delete(_by_name(name))


def _count(key: str) -> None:
    cache.add(key, 0, PAUSE_SECONDS)
    try:
        cache.incr(key)
    except ValueError:  # it ran out between the two lines
        cache.set(key, 1, PAUSE_SECONDS)


def _by_name(name: str) -> str:
    return "guess:name:" + hashlib.sha256(name.strip().lower().encode()).hexdigest()


def _by_address(address: str) -> str:
    return "guess:address:" + hashlib.sha256(address.encode()).hexdigest()
