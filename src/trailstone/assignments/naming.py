"""What an assignment and the things of it are called."""

from collections.abc import Sequence
from dataclasses import dataclass

from trailstone.assignments.models import Assignment, Item, Kind
from trailstone.assignments.things import Described, Thing, described


@dataclass(frozen=True, slots=True)
class Named:
    """One thing of an assignment. ``about`` is None when it has left the site: it then counts for nothing.

    ``fixed``: with the same questions for all, (skill id, version, seed) of each, in order.
    """

    item_id: int
    thing: Thing
    title: str
    over: str
    about: Described | None
    fixed: tuple[tuple[int, int, int], ...]

    @property
    def gone(self) -> bool:
        """No longer on the site."""
        return self.about is None

    @property
    def questions(self) -> int:
        """How many questions an attempt asks; 0 for an article."""
        return len(self.fixed) or (self.about.questions if self.about else 0)


def thing(item: Item) -> Thing:
    """What an item names."""
    return Thing(Kind(item.kind), item.course_id, item.subject)


def named(item: Item) -> Named:
    """An item with its names. No query."""
    about = described(thing(item))
    title = about.title if about else f"{Kind(item.kind).label} that is no longer here"
    fixed = tuple((skill, version, seed) for skill, version, seed in item.questions)
    return Named(item.pk, thing(item), title, about.over if about else "", about, fixed)


def title_of(assignment: Assignment, items: Sequence[Named]) -> str:
    """What the assignment is called: the title its teacher gave it, or what it is about. No query."""
    if assignment.title:
        return assignment.title
    if not items:
        return "Assignment"
    first = items[0]
    whole = f"{first.title} ({first.over})" if first.thing.kind == Kind.QUIZ else first.title
    more = len(items) - 1
    return f"{whole} and {more} more" if more else whole
