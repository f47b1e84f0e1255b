"""When a goal counts as achieved: the rounded percent on the screen reaches its target. Achieved stays achieved."""

from collections.abc import Collection
from datetime import datetime

from mastery.goals import is_achieved
from trailstone.goals import scope
from trailstone.goals.models import Aim
from trailstone.progress.models import CourseProgress


def mark_achieved(aims: Collection[Aim], school_id: int, at: datetime) -> list[Aim]:
    """Give each aim at its target that has no date yet the date ``at``, and return those.

    ``aims``: with their goals loaded. One query a course to look, one to write.
    """
    standing = scope.standings(aims, school_id)
    reached = [aim for aim in aims if not aim.achieved_at and is_achieved(standing[aim.pk].percent, aim.goal.target)]
    for aim in reached:
        aim.achieved_at = at
    if reached:
        Aim.objects.filter(pk__in=[aim.pk for aim in reached]).update(achieved_at=at)
    return reached


def hold_levels(aims: Collection[Aim], school_id: int) -> None:
    """Let activities that are being finished wait, so that none of them slips between a new goal and its first look."""
    learners = {aim.learner_id for aim in aims}
    rows = CourseProgress.objects.filter(
        school_id=school_id, learner_id__in=learners, course_id__in={aim.goal.course_id for aim in aims}
    )
    list(rows.select_for_update(no_key=True).order_by("learner_id", "course_id").values_list("points"))
