"""What must hold when the load is over: nothing confirmed is lost, nothing counts twice, levels follow from answers."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from random import Random
from uuid import UUID

from bench.load.tally import Tally
from trailstone.people.models import Role, User
from trailstone.practice.models import Answer, Kind
from trailstone.progress.replay import differences

SAMPLE = 30


@dataclass(frozen=True, slots=True)
class Found:
    """Numbers that are 0 when all is well; ``unconfirmed`` (stored, but the reply was lost) may be anything."""

    lost: int
    twice: int
    strange: int  # answers that nobody sent
    unconfirmed: int
    levels: int  # differences from the replay, of SAMPLE learners

    @property
    def well(self) -> bool:
        """Nothing lost, doubled, invented or wrongly added up."""
        return not (self.lost or self.twice or self.strange or self.levels)


def found(tally: Tally, since: datetime) -> Found:
    """The state of the database after the run that began at ``since``."""
    keys = list(
        Answer.objects.filter(school_id=1, kind=Kind.ANSWER, at__gte=since).values_list("client_key", flat=True)
    )
    stored = set(keys)
    return Found(
        lost=len(tally.acknowledged - stored),
        twice=len(keys) - len(stored),
        strange=len(stored - tally.sent),
        unconfirmed=len((stored & tally.sent) - tally.acknowledged),
        levels=sum(1 for learner in _some() for _ in differences(learner)),
    )


def _some() -> Iterator[User]:
    learners: Collection[UUID] = User.objects.filter(role=Role.LEARNER).order_by("pk").values_list("pk", flat=True)
    chosen = Random(2).sample(list(learners), min(SAMPLE, len(learners)))
    yield from User.objects.filter(pk__in=chosen).select_related("school")
