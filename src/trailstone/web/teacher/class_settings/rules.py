"""How levels move, in the words of docs/mastery.md."""

from collections.abc import Mapping
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

RULES: Final[Mapping[str, Promise]] = {
    "standard": _(
        "All right in an exercise makes a skill Proficient; right again later, in a quiz, a unit test or a challenge, "
        "makes it Mastered. What goes wrong later takes a level back, never below Familiar once it was Proficient."
    ),
    "quiz-cap": _(
        "As standard, but a quiz lifts a skill no higher than Proficient. Only unit tests and challenges lift to "
        "Mastered."
    ),
    "no-drop": _("A level never falls; it rises as usual. For learners with an accommodation."),
}
