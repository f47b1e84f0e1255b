"""What follows from what: the table of contents of the whole product."""

from collections.abc import Mapping, Sequence

from trailstone import events

HEARD_BY: Mapping[type, Sequence[events.Handler]] = {}


def start() -> None:
    """Put the table in force. Called once, when the site starts."""
    events.listen(HEARD_BY)
