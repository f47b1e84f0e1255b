"""The nightly proof that stored levels are what the answers say."""

from datetime import datetime
from random import Random
from uuid import UUID

from trailstone.operate.backup.telling import Told
from trailstone.operate.jobs.work import Failed
from trailstone.people.models import Role, User
from trailstone.progress.replay import differences

SAMPLE = 300  # a small school is compared whole each night, a larger one in some nights
DIFFERENT = (
    "The levels of {} of {} learners differ from their answers. Stop the site and run: trailstone rebuild-progress "
    "(it computes them anew; no answer is changed). Tell us about it, this should not happen."
)


def work(at: datetime, told: Told) -> str:
    """Compare a sample of learners, another one each night. Raises Failed when something differs."""
    everybody = list(User.objects.filter(role=Role.LEARNER).order_by("pk").values_list("pk", flat=True))
    chosen = drawn(everybody, at)
    wrong = 0
    for done, learner in enumerate(User.objects.filter(pk__in=chosen).select_related("school").order_by("pk"), start=1):
        wrong += any(True for _ in differences(learner))
        told("compare the levels", done / len(chosen))
    if wrong:
        raise Failed(DIFFERENT.format(wrong, len(chosen)))
    return f"{len(chosen)} of {len(everybody)} learners compared, no difference."


def drawn(everybody: list[UUID], at: datetime) -> list[UUID]:
    """Everybody in a small school, else ``SAMPLE`` of them, by the day."""
    return everybody if len(everybody) <= SAMPLE else sorted(Random(at.toordinal()).sample(everybody, SAMPLE))
