"""Work that can wait, behind the pages in the queue for the processor."""

import os
from typing import Final

BEHIND: Final = 10  # as nice(2) counts: the pages get nine parts of ten of a processor that both want


def make_way() -> None:
    """Put this process, and what it starts, behind the pages; where the system knows no such thing, nothing happens."""
    if hasattr(os, "nice"):
        os.nice(BEHIND)
