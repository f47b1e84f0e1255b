"""A limit on guessing class codes. With it, trying day and night for years finds none of a hundred open classes."""

import logging
from datetime import datetime
from typing import Final

from trailstone.people import guesses
from trailstone.people.actions import note_guessing
from trailstone.people.actions.joining import class_for
from trailstone.people.addresses import network
from trailstone.people.errors import Refused
from trailstone.people.guesses import Mark
from trailstone.people.models import Classroom

log = logging.getLogger(__name__)

BY_ADDRESS: Final = 900  # wrong codes in five minutes: 600 pupils who copy it from the board, half of them wrongly
BY_ANYBODY: Final = 2_000  # from everywhere together
PAUSED: Final = (
    "Too many wrong codes were tried. Wait five minutes, then try again, or ask your teacher for a login card."
)


class Paused(Refused):
    """So many wrong codes were tried that no code is looked at for some minutes."""


def class_of(code: str, address: str, at: datetime) -> Classroom:
    """The class that the code opens, as ``class_for``; a wrong code is counted.

    Raises:
        Paused: no code is looked at now, from this address or at all.
        Refused: the code opens no class.
    """
    marks = [Mark("join-address", network(address), BY_ADDRESS), Mark("join", "anybody", BY_ANYBODY)]
    if guesses.full(guesses.counted(marks, at)):
        raise Paused(PAUSED)
    try:
        return class_for(code, at)
    except Refused:
        for mark in guesses.count(marks, at):
            log.warning("%d wrong class codes in five minutes (%s): a pause", mark.most, mark.kind)
            note_guessing(at=at)  # the teachers are told on their class pages
        raise
