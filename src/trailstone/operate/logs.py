"""The lines of the log. They name nobody; what they say of a request is its method and its address."""

import json
import logging
import re
from datetime import UTC, datetime
from typing import Any, Final

# Whoever has a class's code can join the class, and Django names the address of every request that is refused.
CODE: Final = re.compile(r"(?<=/join/)[^/\s]+")


class Line(logging.Formatter):
    """A formatter that leaves class codes out of addresses."""

    def format(self, record: logging.LogRecord) -> str:
        """The whole entry, with its traceback if there is one."""
        return CODE.sub("...", super().format(record))


class Entry(logging.Formatter):
    """The same as one JSON object a line, for programs that gather logs (TRAILSTONE_LOG=json).

    What is handed in as ``extra={"about": {...}}`` stands in it beside time, level, logger and message.
    """

    def format(self, record: logging.LogRecord) -> str:
        """The entry; a traceback is in ``error``."""
        entry: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        } | getattr(record, "about", {})
        if record.exc_info:
            entry["error"] = self.formatException(record.exc_info)
        return CODE.sub("...", json.dumps(entry, default=str))
