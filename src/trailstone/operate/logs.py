"""The lines of the log. They name nobody; what they say of a request is its method and its address."""

import logging
import re
from typing import Final

# Whoever has a class's code can join the class, and Django names the address of every request that is refused.
CODE: Final = re.compile(r"(?<=/join/)[^/\s]+")


class Line(logging.Formatter):
    """A formatter that leaves class codes out of addresses."""

    def format(self, record: logging.LogRecord) -> str:
        """The whole entry, with its traceback if there is one."""
        return CODE.sub("...", super().format(record))
