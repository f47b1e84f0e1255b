"""How a plan reads on the page."""

from collections.abc import Mapping
from itertools import islice
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from trailstone.people.importing.plan import Change, Kind, Plan

MOST: Final = 300  # rows of a table
WORDS: Final[Mapping[Kind, tuple[Promise, str, str]]] = {  # said, the sign, the tone of its chip
    Kind.NEW: (_("new"), "user-plus", "leaf"),
    Kind.JOINS: (_("joins"), "log-in", "leaf"),
    Kind.MOVED: (_("moved"), "move-right", "lake"),
    Kind.RENAMED: (_("renamed"), "pencil", "lake"),
    Kind.REMOVED: (_("removed"), "x", "clay"),
    Kind.UNCHANGED: (_("unchanged"), "check", ""),
}


def shown(plan: Plan) -> dict[str, Any]:
    """The counts, the rows that change something, those that do not, and the faults; as many as a page can hold."""
    changing = [change for change in plan.changes if change.kind != Kind.UNCHANGED]
    counts = [(*WORDS[kind], plan.count(kind)) for kind in Kind]
    return {
        "counts": [count for count in counts if count[-1]],
        "rows": [_row(change) for change in islice(changing, MOST)],
        "more": max(0, len(changing) - MOST),
        "same": [change.name for change in islice((c for c in plan.changes if c.kind == Kind.UNCHANGED), MOST)],
        "faults": plan.faults[:MOST],
        "more_faults": max(0, len(plan.faults) - MOST),
        "removed": plan.count(Kind.REMOVED),
        "several": len({change.section for change in plan.changes}) > 1,
    }


def counted(plan: Plan) -> str:
    """What was done, in one sentence."""
    done = [
        f"{number} {word}"
        for word, _sign, _tone, number in ((*WORDS[kind], plan.count(kind)) for kind in Kind)
        if number
    ]
    new = plan.count(Kind.NEW)
    cards = ngettext("Print the card of the new learner below.", "Print the cards of the new learners below.", new)
    return " ".join([gettext("Imported: %(done)s.") % {"done": ", ".join(done)}, *([cards] if new else [])])


def _row(change: Change) -> dict[str, Any]:
    said, sign, tone = WORDS[change.kind]
    return {"change": change, "said": said, "sign": sign, "tone": tone}
