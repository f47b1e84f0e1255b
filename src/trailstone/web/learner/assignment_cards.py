"""A learner's assignments as rows and cards: when they are due, how far they are, where the button leads."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trailstone.assignments.models import Kind
from trailstone.assignments.moments import shown
from trailstone.assignments.naming import Named
from trailstone.assignments.queries import LearnerAssignment, Result
from trailstone.assignments.states import State
from trailstone.web.components.due import due

ICONS: Final[Mapping[str, str]] = {
    Kind.ARTICLE: "book-open",
    Kind.EXERCISE: "target",
    Kind.QUIZ: "zap",
    Kind.UNIT_TEST: "mountain",
    Kind.COURSE_CHALLENGE: "compass",
}
SEVERAL: Final = "list-checks"


@dataclass(frozen=True, slots=True)
class ThingRow:
    """One thing of an assignment. ``sun``: it is the one to go on with."""

    icon: str
    title: str
    text: str
    done: bool
    action: str
    href: str
    sun: bool


@dataclass(frozen=True, slots=True)
class AssignmentCard:
    """One assignment. ``state`` is a short word for a chip, empty before it was begun; ``tint`` of that chip."""

    found: LearnerAssignment
    icon: str
    due: str
    facts: tuple[str, ...]
    state: str
    tint: str
    action: str
    href: str
    rows: tuple[ThingRow, ...]

    @property
    def page(self) -> str:
        """Its own page."""
        return reverse("my-assignment", args=[self.found.id])

    @property
    def done(self) -> bool:
        """Nothing is left to do."""
        return self.found.state.done

    @property
    def late(self) -> bool:
        """The date has passed with something left to do."""
        return self.found.state is State.MISSING


def as_cards(found: Iterable[LearnerAssignment], at: datetime) -> list[AssignmentCard]:
    """The assignments in the order given, as they stand at the moment ``at``."""
    return [card(one, at) for one in found]


def card(found: LearnerAssignment, at: datetime) -> AssignmentCard:
    """One assignment."""
    rows = tuple(_row(found, thing, result) for thing, result in found.things)
    onward = next((row for row in rows if row.sun), None)
    alone = rows[0] if len(rows) == 1 else None
    to = onward or alone
    state, tint = _state(found.state)
    return AssignmentCard(
        found=found,
        icon=alone.icon if alone else SEVERAL,
        due=due_words(found, at),
        facts=tuple(_facts(found)),
        state=state,
        tint=tint,
        action=_card_action(found, to),
        href=to.href if to else reverse("my-assignment", args=[found.id]),
        rows=rows,
    )


def _card_action(found: LearnerAssignment, to: ThingRow | None) -> str:
    if to is None:
        return _("Look")
    more = len(found.things) > 1 and found.standing.begun
    return _("Go on") if more else to.action


def due_words(found: LearnerAssignment, at: datetime) -> str:
    """ "due Friday, 23:59", "was due 3 May, 15:00": by the clocks of the class, wherever the learner is."""
    day = due(found.due.date(), shown(at, found.zone).date())
    return _("%(day)s, %(time)s") % {"day": day, "time": f"{found.due:%H:%M}"}


def _state(state: State) -> tuple[str, str]:
    words = {
        State.IN_PROGRESS: (_("Begun"), "sun"),
        State.DONE: (_("Done"), "leaf"),
        State.DONE_LATE: (_("Done, late"), "leaf"),
        State.MISSING: (_("Late, still open"), "coral"),
    }
    return words.get(state, ("", ""))


def _facts(found: LearnerAssignment) -> Iterable[str]:
    standing, number = found.standing, len(found.things)
    if number > 1:
        yield _("%(done)d of %(all)d done") % {"done": standing.done, "all": number}
    if standing.asked:
        yield _("best %(right)d of %(asked)d") % {"right": standing.right, "asked": standing.asked}
    if standing.extended:
        yield _("more time for you")


def _row(found: LearnerAssignment, thing: Named, result: Result) -> ThingRow:
    onward = found.next
    return ThingRow(
        icon=ICONS[thing.thing.kind],
        title=thing.title,
        text=" · ".join(_about(thing, result)),
        done=result.state.done,
        action=_action(thing, result),
        href=_address(found, thing, result),
        sun=bool(onward and onward[0].item_id == thing.item_id),
    )


def _about(thing: Named, result: Result) -> Iterable[str]:
    yield thing.over
    if thing.thing.kind == Kind.ARTICLE:
        minutes = thing.about.minutes if thing.about else 0
        yield ngettext("%(n)d minute to read", "%(n)d minutes to read", minutes) % {"n": minutes}
        return
    yield ngettext("%(n)d question", "%(n)d questions", thing.questions) % {"n": thing.questions}
    if result.best:
        best = _("best %(right)d of %(asked)d") % {"right": result.right, "asked": result.asked}
        yield _("%(best)s, after the date") % {"best": best} if result.best_late else best


def _action(thing: Named, result: Result) -> str:
    article = thing.thing.kind == Kind.ARTICLE
    if result.open_attempt:
        return _("Resume")
    if result.state.done:
        return _("Read again") if article else _("Try again")
    return _("Read") if article else _("Start")


def _address(found: LearnerAssignment, thing: Named, result: Result) -> str:
    if result.open_attempt:
        return reverse("attempt", args=[result.open_attempt])
    return reverse("start-assigned", args=[found.id, thing.item_id])
