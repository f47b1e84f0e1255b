"""Whether what a form changes is still what its page showed: a mark of it goes out with the page and comes back.

So a page that stood open in another tab, or that a colleague has overtaken, does not put old things back unseen; and
"later by a week" sent twice is a week. The second try goes through: by then the page shows what is there now.
"""

from hashlib import sha256
from typing import Final

from django.utils.translation import gettext_lazy as _

from trailstone.people.errors import Refused

FIELD: Final = "as_shown"
OLD: Final = _(
    "This was changed since you opened the page, perhaps in another tab or by a colleague. "
    "Look at what is there now; what you typed is kept. Then save once more."
)


def mark(what: object) -> str:
    """A short text that is another one when ``what`` (plain values, in order) is another."""
    return sha256(repr(what).encode()).hexdigest()[:16]


def kept(sent: str, now: object, refused: str) -> str:
    """The mark for the page: the one it was ``sent`` with, while what is there ``now`` was not shown since."""
    return sent if sent and refused != str(OLD) else mark(now)


def fresh(sent: str, now: object, wanted: object = None) -> None:
    """Nothing, when ``sent`` is the mark of what is there ``now``, or the form wants nothing else than that.

    No mark at all is taken as fresh: a form of the version before has none.

    Raises:
        Refused: it is old.
    """
    if sent and sent != mark(now) and wanted != now:
        raise Refused(str(OLD))
