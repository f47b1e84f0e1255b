"""How the journal fares, for the owner's page: a small file in the data folder."""

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

NAME = "journal-status.json"


@dataclass(frozen=True, slots=True)
class State:
    """Times are ISO 8601 in UTC, empty for never. ``upto``: everything confirmed by then is in the journal.
    ``failed_why`` is a sentence, empty while all is well; then ``failed_at`` says since when it is not."""

    upto: str = ""
    failed_at: str = ""
    failed_why: str = ""


def read(data: Path) -> State:
    """The state in the data folder; an empty one when there is none or it cannot be read."""
    try:
        return State(**json.loads((data / NAME).read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return State()


def write(data: Path, state: State) -> None:
    """Remember it; a full disk is no reason to stop."""
    part = data / f".{NAME}"
    with suppress(OSError):
        part.write_text(json.dumps(asdict(state), indent=1), "utf-8")
        os.replace(part, data / NAME)
