"""What is worth a look in one unit's skills report: three counts, each of real learners."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from mastery import Level
from trailstone.people import calendar
from trailstone.people.models import Classroom
from trailstone.reports.changes import changed_since, lowered
from trailstone.reports.queries import SkillColumn, SkillsReport, SkillsRow
from trailstone.reports.queries.activity import WEEK

Skills = frozenset[int]


@dataclass(frozen=True, slots=True)
class Nudges:
    """``stuck``: the skill on which most are Attempted (None: nobody is). By learner, the skills (never none) that are
    lower than a week ago by their own work, ``dropped``, and those on Proficient, ``nearly``."""

    stuck: SkillColumn | None
    dropped: Mapping[UUID, Skills]
    nearly: Mapping[UUID, Skills]

    def learners(self, only: str) -> frozenset[UUID] | None:
        """Whom a filter called "dropped" or "nearly" leaves; None for any other word: everybody."""
        who = {"dropped": self.dropped, "nearly": self.nearly}.get(only)
        return None if who is None else frozenset(who)


def nudges(classroom: Classroom, report: SkillsReport, today: date) -> Nudges:
    """The nudges of a report on the school's ``today``. One query."""
    since = calendar.end_of_day(classroom.school, today - WEEK)
    low = lowered(changed_since(classroom.school, [row.learner_id for row in report.rows], since))
    skills = [column.skill_id for column in report.columns]
    dropped = {row.learner_id: frozenset(one for one in skills if (row.learner_id, one) in low) for row in report.rows}
    nearly = {row.learner_id: _on(row, skills, Level.PROFICIENT) for row in report.rows}
    return Nudges(_stuck(report), _some(dropped), _some(nearly))


def _stuck(report: SkillsReport) -> SkillColumn | None:
    tried = [column for column in report.columns if column.counts[Level.ATTEMPTED]]
    return max(tried, key=lambda column: column.counts[Level.ATTEMPTED], default=None)


def _on(row: SkillsRow, skills: list[int], level: Level) -> Skills:
    return frozenset(skill for skill, found in zip(skills, row.levels, strict=True) if found == level)


def _some(by_learner: Mapping[UUID, Skills]) -> Mapping[UUID, Skills]:
    return {learner: found for learner, found in by_learner.items() if found}
