"""What may be done with schools, people and classes.

Every action takes keyword arguments, with the actor and the time handed in; it writes all or nothing, may be called
twice without harm, and raises ``people.errors.Refused`` with a sentence when it cannot be done.
"""

from trailstone.people.actions.accounts import (
    change_name,
    change_password,
    make_cards,
    nickname_learner,
    rename_learner,
    reset_password,
    save_reading,
)
from trailstone.people.actions.classes import (
    archive_class,
    delete_class,
    open_class,
    rename_class,
    restore_class,
)
from trailstone.people.actions.codes import close_code, end_code, note_guessing, open_code, rotate_code
from trailstone.people.actions.district import add_district_leader, add_school
from trailstone.people.actions.groups import change_group, make_group, remove_group, return_group
from trailstone.people.actions.importing import import_roster
from trailstone.people.actions.inviting import invite
from trailstone.people.actions.joining import join_as_new_learner, join_by_code
from trailstone.people.actions.letters import choose_weekly_letter
from trailstone.people.actions.moving import move_learner
from trailstone.people.actions.notes import change_note, forget_notes, remove_note, return_note, write_note
from trailstone.people.actions.roster import add_learners, remove_learner, return_learner
from trailstone.people.actions.rules import choose_policy
from trailstone.people.actions.school import add_teacher, first_run
from trailstone.people.actions.teachers import add_co_teacher, hand_over, remove_co_teacher

__all__ = [
    "add_co_teacher",
    "add_district_leader",
    "add_learners",
    "add_school",
    "add_teacher",
    "archive_class",
    "change_group",
    "change_name",
    "change_note",
    "change_password",
    "choose_policy",
    "choose_weekly_letter",
    "close_code",
    "delete_class",
    "end_code",
    "first_run",
    "forget_notes",
    "hand_over",
    "import_roster",
    "invite",
    "join_as_new_learner",
    "join_by_code",
    "make_cards",
    "make_group",
    "move_learner",
    "nickname_learner",
    "note_guessing",
    "open_class",
    "open_code",
    "remove_co_teacher",
    "remove_group",
    "remove_learner",
    "remove_note",
    "rename_class",
    "rename_learner",
    "reset_password",
    "restore_class",
    "return_group",
    "return_learner",
    "return_note",
    "rotate_code",
    "save_reading",
    "write_note",
]
