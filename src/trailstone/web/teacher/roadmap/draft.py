"""The year as it is being typed: every date kept as it was sent, nothing saved."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.http import QueryDict
from django.utils.translation import gettext as _

from trailstone.goals.queries import Lane
from trailstone.goals.roadmap import Stage
from trailstone.web.teacher.desk import read_day


@dataclass(frozen=True, slots=True)
class Draft:
    """``stages`` by course, in order. ``seen``: the due dates of the page as it was last shown, by unit.

    ``unread``: by unit, a sentence for a date that is none.
    """

    stages: Mapping[str, tuple[Stage, ...]]
    seen: Mapping[str, date | None]
    unread: Mapping[str, str] = field(default_factory=dict)

    @property
    def all(self) -> tuple[Stage, ...]:
        """The stages of all courses."""
        return tuple(stage for lane in self.stages.values() for stage in lane)


def saved(lanes: Sequence[Lane]) -> Draft:
    """The year as it is in the database."""
    return shown({lane.course.id: lane.stages for lane in lanes})


def shown(stages: Mapping[str, tuple[Stage, ...]]) -> Draft:
    """The year with these dates, which a slip will be measured against."""
    return Draft(stages, {stage.unit_id: stage.due for lane in stages.values() for stage in lane})


def read(sent: QueryDict, lanes: Sequence[Lane]) -> Draft:
    """The year as it was sent; what was not sent is as saved."""
    unread: dict[str, str] = {}
    stages = {lane.course.id: tuple(_read(sent, stage, unread) for stage in lane.stages) for lane in lanes}
    seen = {
        stage.unit_id: read_day(sent.get(f"seen-{stage.unit_id}", "")) for lane in lanes for stage in lane.stages
    }  # fmt: skip
    return Draft(stages, seen, unread) if "year" in sent else saved(lanes)


def _read(sent: QueryDict, stage: Stage, unread: dict[str, str]) -> Stage:
    starts, due = (sent.get(f"{name}-{stage.unit_id}", "").strip() for name in ("from", "due"))
    if (starts and read_day(starts) is None) or (due and read_day(due) is None):
        unread[stage.unit_id] = _("A date of %(unit)s cannot be read. Write it as 2027-03-31.") % {"unit": stage.title}
    return Stage(stage.unit_id, stage.title, read_day(starts), read_day(due))
