"""What goals hear about (``flow`` says when)."""

from trailstone.events import LevelsChanged
from trailstone.goals.achieving import mark_achieved
from trailstone.goals.models import Aim


def note_achievements(event: LevelsChanged) -> None:
    """Date the learner's goals that this change of levels brought to their target."""
    open_aims = Aim.objects.filter(
        learner=event.learner_id,
        achieved_at=None,
        unassigned_at=None,
        goal__archived_at=None,
        goal__course__in=event.course_ids,
    )
    aims = list(open_aims.select_related("goal"))
    if aims:
        mark_achieved(aims, event.school_id, event.at)
