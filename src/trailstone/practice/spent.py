"""How long somebody practised: the time between steps, idle time left out."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Final

IDLE: Final = timedelta(minutes=5)  # a longer gap between two steps counts as one minute of learning
A_MINUTE: Final = timedelta(minutes=1)


def paces(moments: Sequence[datetime]) -> list[timedelta]:
    """How much each gap between moments in order counts: a gap over five minutes counts as one."""
    gaps = [later - earlier for earlier, later in pairwise(moments)]
    return [gap if gap <= IDLE else A_MINUTE for gap in gaps]


def spent(moments: Sequence[datetime]) -> timedelta:
    """The time between steps in order; a gap over five minutes and the last step count as a minute each."""
    return sum(paces(moments), A_MINUTE if moments else timedelta())
