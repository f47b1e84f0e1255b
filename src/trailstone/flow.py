"""What follows from what: the table of contents of the whole product."""

from collections.abc import Mapping, Sequence

from trailstone import events
from trailstone.goals import events as goals
from trailstone.progress import actions as progress
from trailstone.progress import packing

HEARD_BY: Mapping[type, Sequence[events.Handler]] = {
    events.ActivityFinished: [progress.record],
    events.CourseChanged: [packing.recount],
    events.LevelsChanged: [goals.note_achievements],
}


def start() -> None:
    """Put the table in force. Called once, when the site starts."""
    events.listen(HEARD_BY)
