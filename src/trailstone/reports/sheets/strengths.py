"""The file of strengths and gaps after a test or a challenge."""

from typing import Final

from trailstone.reports.export import Column, Sheet
from trailstone.reports.sheets.words import COURSE, LOG, NUMBER, PERCENT, ROSTER, TEXT
from trailstone.reports.strengths import SkillResult


def _missed(one: SkillResult) -> str:
    return ", ".join(name for _, name in one.missed)


STRENGTHS_SHEET: Final = Sheet(
    "strengths",
    "Strengths and gaps",
    "A skill that a unit test or course challenge asked, of the latest finished try of each learner",
    (
        Column("Skill", "Its name", TEXT, COURSE, "skill.name"),
        Column("Right", "Questions right at once", NUMBER, LOG, "result.right"),
        Column("Asked", "Questions on the skill", NUMBER, LOG, "result.asked"),
        Column("Right %", "Right of asked, rounded half up", PERCENT, LOG, "result.percent"),
        Column("Right % before", "Of the tries before; empty when not asked then", PERCENT, LOG, "result.before"),
        Column("Missed by", "Learners who missed a question on it", TEXT, ROSTER, _missed),
    ),
)
