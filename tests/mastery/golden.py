"""Reads golden.csv, the rows a teacher can check by eye, and says where a table differs from them."""

import csv
from pathlib import Path

from mastery.activities import Activity
from mastery.levels import LADDER
from mastery.outcomes import Outcome

LEVELS = {level.words: level for level in LADDER}
ACTIVITIES = {activity.words: activity for activity in Activity}


def outcome_of(row):
    right, asked, activity = int(row["right"]), int(row["asked"]), ACTIVITIES[row["activity"]]
    if activity is Activity.EXERCISE:
        return Outcome.exercise(right, asked, bonus_right=row["bonus"] == "right")
    return Outcome.mixed(right, asked, activity)


with Path(__file__).with_name("golden.csv").open(encoding="utf-8", newline="") as file:
    GOLDEN = [
        (number, row["policy"], LEVELS[row["from"]], outcome_of(row), LEVELS[row["to"]])
        for number, row in enumerate(csv.DictReader(file), start=2)
    ]


def differences(tables):
    """For every golden row that `tables` (policy name: table) break, a sentence with its line number."""
    return [
        f"golden.csv:{number}: {policy}, {outcome} from {before.words} should give {after.words}"
        for number, policy, before, outcome, after in GOLDEN
        if policy in tables and tables[policy][outcome][before] is not after
    ]
