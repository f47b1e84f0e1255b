"""Which classes of the site the classes of a file are."""

from collections.abc import Mapping
from dataclasses import dataclass

from trailstone.people.importing.faults import Fault
from trailstone.people.importing.scope import Scope
from trailstone.people.importing.wanted import Section, Wanted
from trailstone.people.models import Classroom


@dataclass(frozen=True, slots=True)
class Rooms:
    """``touched``: by the file's key; None for a class that would be made. ``offers``: when the file has several
    classes and none is known to be the page's own: those to choose from."""

    touched: Mapping[str, Classroom | None]
    fresh: tuple[Section, ...]
    offers: tuple[Section, ...]
    faults: tuple[Fault, ...]
    notes: tuple[str, ...]

    @classmethod
    def of(cls, wanted: Wanted, scope: Scope, chosen: str) -> "Rooms":
        """Classes go by their source id, then by their name; see ``Wanted.lenient`` for those that are not found."""
        sections = list(wanted.sections.values())
        found = {section.key: _room(section, scope, chosen) for section in sections}
        if scope.here and wanted.lenient and scope.here not in found.values():
            if len(sections) > 1:
                return cls({}, (), tuple(sections), (), ())
            found = {section.key: scope.here for section in sections}
        touched = {key: room for key, room in found.items() if room}
        lost = [section for section in sections if section.key not in touched]
        if scope.here is None:
            faults = (*_nameless(lost), *_archived(lost, scope))
            return cls(touched | dict.fromkeys([each.key for each in lost]), tuple(lost), (), faults, ())
        if wanted.lenient:
            return cls(touched, (), (), (), _left_out(lost))
        return cls(touched, (), (), tuple(Fault(each.row, _unknown(each)) for each in lost), ())


def _room(section: Section, scope: Scope, chosen: str) -> Classroom | None:
    if scope.here and (not section.key or section.key == chosen):
        return scope.here
    by_id = (room for room in scope.rooms if section.source_id and room.source_id == section.source_id)
    # The page's own class first: a teacher may have two of one name.
    rooms = [*([scope.here] if scope.here else []), *scope.rooms]
    by_name = (room for room in rooms if _same_name(room, section))
    return next(by_id, None) or next(by_name, None)


def _same_name(room: Classroom, section: Section) -> bool:
    return room.name.casefold() == section.name.casefold() and room.source_id in ("", section.source_id)


def _unknown(section: Section) -> str:
    return f"You have no class called “{section.name or section.source_id}”. Make it first, or correct the name."


def _left_out(lost: list[Section]) -> tuple[str, ...]:
    if not lost:
        return ()
    shown = ", ".join(section.name for section in lost[:5]) + (" …" if len(lost) > 5 else "")
    return (f"Left out, because no class of yours is known to be it: {shown}.",)


def _nameless(lost: list[Section]) -> tuple[Fault, ...]:
    said = "It is not said which class this learner is in. Add a column “class”."
    return tuple(Fault(each.row, said) for each in lost if not each.name)


def _archived(lost: list[Section], scope: Scope) -> tuple[Fault, ...]:
    """A class that is archived is neither changed nor made a second time."""
    keys = {section.source_id for section in lost if section.source_id}
    past = Classroom.objects.filter(school=scope.school).exclude(archived_at=None).exclude(source_id="")
    ids = set(past.values_list("source_id", flat=True)) & keys
    said = "{} is archived. Restore it first, or take it out of the file."
    return tuple(Fault(each.row, said.format(each.name)) for each in lost if each.source_id in ids)
