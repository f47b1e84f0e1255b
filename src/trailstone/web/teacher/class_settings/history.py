"""What was done to the class, in sentences."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from trailstone.people import queries
from trailstone.people.models import Classroom

KEYS: Final = ("teacher", "learner", "to", "out_of", "of")  # details that are somebody's or a class's key
SENTENCES: Final[Mapping[str, Promise]] = {
    "teacher-added": _("made %(teacher)s a teacher of the class"),
    "teacher-removed": _("took %(teacher)s from the teachers of the class"),
    "handed-over": _("handed the class over to %(teacher)s"),
    "moved-out": _("moved %(learner)s to %(to)s"),
    "moved-in": _("moved %(learner)s here from %(out_of)s"),
    "imported": _("imported a roster: %(done)s"),
    "invited": _("invited %(number)s by e-mail"),
    "copied": _("made this class after %(of)s"),
    "note-written": _("wrote a note about %(learner)s"),
    "note-changed": _("changed a note about %(learner)s"),
    "note-removed": _("removed a note about %(learner)s"),
    "note-returned": _("brought back a note about %(learner)s"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the history."""

    at: datetime
    by: str
    sentence: str


def history(room: Classroom) -> list[Line]:
    """The lines, latest first. Three queries at most."""
    rows = queries.history(room)
    names = queries.called({row.detail[key] for row in rows for key in KEYS if key in row.detail})
    return [Line(row.at, row.by, _sentence(row, names)) for row in rows if row.what in SENTENCES]


def _sentence(row: queries.ChangeRow, names: Mapping[str, str]) -> str:
    told = {key: names.get(row.detail.get(key, ""), str(_("somebody who is gone"))) for key in KEYS}
    done = ", ".join(f"{number} {kind}" for kind, number in row.detail.items() if kind not in KEYS)
    return str(SENTENCES[row.what]) % (told | {"done": done, "number": row.detail.get("number", "")})
