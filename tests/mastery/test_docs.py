"""The teachers' page says what the program does."""

from pathlib import Path

import pytest

from mastery import POLICIES, Activity, Outcome
from mastery.accommodations import TERMS
from mastery.activities import RULES
from mastery.challenge import LONGER, MIN_FAMILIAR, MIN_PROFICIENT, REST
from mastery.explain import row_name
from mastery.goals import TARGET_DEFAULT, TARGET_MAX, TARGET_MIN, GoalState
from mastery.levels import LADDER
from mastery.points import POINTS
from tests.mastery.golden import ACTIVITIES, LEVELS, outcome_of

PAGE = (Path(__file__).parents[2] / "docs" / "mastery.md").read_text(encoding="utf-8")


def tables(page):
    """The page's tables, each a list of rows (column: text); a blank line ends a table."""
    blocks = ([line for line in block.splitlines() if line.startswith("|")] for block in page.split("\n\n"))
    return [rows(lines) for lines in blocks if lines]


def rows(lines):
    head, _, *body = ([cell.strip() for cell in line.split("|")[1:-1]] for line in lines)
    return [dict(zip(head, cells, strict=True)) for cells in body]


LEVEL_TABLE, ACTIVITY_TABLE, STANDARD, EXAMPLES, QUIZ_CAP, NO_DROP, STATES, _ASSIGNED = tables(PAGE)
LIKE_MIXED = {outcome: Outcome(outcome.replace("quiz", "mixed")) for outcome in Outcome}


def shown(table, outcome):
    return tuple(LEVELS[row[row_name(outcome)]] for row in table)


@pytest.mark.parametrize("table", [STANDARD, QUIZ_CAP, NO_DROP], ids=["standard", "quiz-cap", "no-drop"])
def test_the_tables_name_every_level_in_order(table):
    assert [row["from"] for row in table] == [level.words for level in LADDER]


@pytest.mark.parametrize("outcome", list(Outcome))
def test_the_teachers_tables_equal_the_tables_in_force(outcome):
    standard, quiz_cap, no_drop = (POLICIES[name].table[outcome] for name in POLICIES)
    mixed = LIKE_MIXED[outcome]  # the page shows a quiz among the mixed activities
    assert standard == shown(STANDARD, mixed)
    assert no_drop == shown(NO_DROP, mixed)
    assert quiz_cap == (shown(QUIZ_CAP, outcome) if mixed != outcome else shown(STANDARD, outcome))


def test_the_levels_on_the_page_are_those_of_the_program():
    page = [(row["level"], row["letter"], int(row["points"])) for row in LEVEL_TABLE]
    assert page == [(level.words, level.letter, POINTS[level]) for level in LADDER]


def test_the_activities_on_the_page_are_those_of_the_program():
    yes = {"yes": True, "no": False}
    assert [ACTIVITIES[row["activity"]] for row in ACTIVITY_TABLE] == list(Activity)
    for row in ACTIVITY_TABLE:
        rules = RULES[ACTIVITIES[row["activity"]]]
        assert int(row["questions"]) == rules.questions
        assert {"one": False, "several": True}[row["skills"]] is rules.mixed
        assert yes[row["hints before the first answer"]] is rules.hints_before_first
        assert yes[row["begin again"]] is rules.restart
        assert yes[row["bonus question"]] is rules.bonus


@pytest.mark.parametrize("row", EXAMPLES, ids=lambda row: " ".join(row.values()))
def test_the_examples_on_the_page_hold(row):
    assert POLICIES["standard"].table[outcome_of(row)][LEVELS[row["from"]]] is LEVELS[row["to"]]


def test_the_numbers_of_the_challenge_and_the_goals_are_on_the_page():
    challenge, goals = PAGE.split("## The mastery challenge")[1].split("## Mastery goals")
    for number in (MIN_FAMILIAR, MIN_PROFICIENT, REST.total_seconds() / 3600):
        assert f"**{number:.0f}**" in challenge
    for percent in (TARGET_DEFAULT, TARGET_MIN, TARGET_MAX):
        assert f"**{percent} %**" in goals


def test_what_may_be_arranged_for_a_learner_is_on_the_page():
    part = PAGE.split("## What a teacher may correct")[1]
    assert all(f"*{terms.title}*" in part for terms in TERMS.values())
    assert f"**{LONGER.total_seconds() / 3600:.0f}** hours" in part


def test_the_states_of_a_goal_on_the_page_are_those_of_the_program():
    assert [row["state"] for row in STATES] == [state.words for state in GoalState]
