"""A limit on guessing passwords. A whole school behind one address is not a guesser."""

import logging
from datetime import datetime
from typing import Final

from trailstone.people import guesses
from trailstone.people.addresses import network
from trailstone.people.guesses import WINDOW, Mark

log = logging.getLogger(__name__)

PAUSE_SECONDS: Final = int(WINDOW.total_seconds())
BY_NAME: Final = 10  # wrong passwords for one name, known or not, each within PAUSE_SECONDS of the one before
BY_ADDRESS: Final = 1_500  # in PAUSE_SECONDS: 600 pupils at 9:05 who each mistype twice stay below it


class Tries:
    """The tries at one name from one address, as they were counted at the moment ``at``."""

    def __init__(self, name: str, address: str, at: datetime) -> None:
        self.name = Mark("name", name.strip().lower(), BY_NAME, sliding=True)
        self.address = Mark("address", network(address), BY_ADDRESS)
        self.at = at
        self.counts = guesses.counted([self.name, self.address], at)

    @property
    def paused(self) -> bool:
        """Whether nobody may try this name, or anything from this address, for some minutes."""
        return guesses.full(self.counts)

    def wrong(self) -> None:
        """Count a wrong password. The tenth for a name begins a pause of PAUSE_SECONDS."""
        if self.address in guesses.count([self.name, self.address], self.at):
            log.warning("one address sent %d wrong passwords in five minutes: a pause for it", BY_ADDRESS)

    def right(self) -> None:
        """Somebody knew the password: the name's count begins anew. Nothing is written where there was none."""
        if self.counts[self.name]:
            guesses.forget(self.name)
