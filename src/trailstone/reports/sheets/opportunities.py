"""The file of the opportunities."""

from typing import Final

from trailstone.reports.export import Column, Sheet
from trailstone.reports.opportunities import Opportunity
from trailstone.reports.sheets.words import COURSE, LEVELS, LOG, NUMBER, ROSTER, TEXT


def _names(row: Opportunity) -> str:
    return ", ".join(one.name for one in row.who)


def _standards(row: Opportunity) -> str:
    return ", ".join(row.skill.standards)


STUCK: Final = "Learners on Attempted, or whose last three answers were wrong"
OPPORTUNITIES_SHEET: Final = Sheet(
    "opportunities",
    "Opportunities",
    "A skill that somebody is stuck on",
    (
        Column("Skill", "Its name", TEXT, COURSE, "skill.name"),
        Column("Unit", "The unit of the skill", TEXT, COURSE, "unit.title"),
        Column("Standards", "The codes of the skill", TEXT, COURSE, _standards),
        Column("Stuck", STUCK, NUMBER, LEVELS, "stuck"),
        Column("On Attempted", "How many of them are on Attempted", NUMBER, LEVELS, "attempted"),
        Column("Last three wrong", "How many of them had the last three first answers wrong", NUMBER, LOG, "in_a_row"),
        Column("Most common mistake", "That these learners make, by its name", TEXT, LOG, "slip"),
        Column("Learners", "Who is stuck, by name", TEXT, ROSTER, _names),
    ),
)
