"""What may be done with schools, people and classes.

Every action takes keyword arguments, with the actor and the time handed in; it writes all or nothing, may be called
twice without harm, and raises ``people.errors.Refused`` with a sentence when it cannot be done.
"""

from trailstone.people.actions.accounts import (
    change_name,
    change_password,
    make_cards,
    rename_learner,
    reset_password,
    save_reading,
)
from trailstone.people.actions.classes import (
    archive_class,
    close_code,
    open_class,
    open_code,
    rename_class,
    restore_class,
    rotate_code,
)
from trailstone.people.actions.district import add_district_leader, add_school
from trailstone.people.actions.groups import change_group, make_group, remove_group, return_group
from trailstone.people.actions.joining import join_as_new_learner, join_by_code
from trailstone.people.actions.roster import add_learners, remove_learner, return_learner
from trailstone.people.actions.rules import choose_policy
from trailstone.people.actions.school import add_teacher, first_run

__all__ = [
    "add_district_leader",
    "add_learners",
    "add_school",
    "add_teacher",
    "archive_class",
    "change_group",
    "change_name",
    "change_password",
    "choose_policy",
    "close_code",
    "first_run",
    "join_as_new_learner",
    "join_by_code",
    "make_cards",
    "make_group",
    "open_class",
    "open_code",
    "remove_group",
    "remove_learner",
    "rename_class",
    "rename_learner",
    "reset_password",
    "restore_class",
    "return_group",
    "return_learner",
    "rotate_code",
    "save_reading",
]
