"""Answers of the journal back into a restored school: through the log and the same events as on the day itself."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import groupby
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max, QuerySet

from mastery import Activity
from trailstone import events
from trailstone.content.models import Course, Skill
from trailstone.operate.journal import arranged, days, kinds
from trailstone.people.models import School, User
from trailstone.practice import queries
from trailstone.practice.actions import finished
from trailstone.practice.models import Answer, Asked, Attempt, State
from trailstone.progress.models import Correction, LevelChange
from trailstone.progress.replay import differences
from trailstone.progress.retelling import retell

Record = dict[str, Any]
AT_ONCE = 500
LISTS = ("attempts", "asked", "answers", "finished", "corrections", "arranged", "ended")
ATTEMPTS = ("attempt", "asked", "answer", "finished")  # the kinds of record that are about an attempt


@dataclass
class Missing:
    """What the journal has and the school lacks. ``nobodys``: answers of people or attempts that are not in it."""

    attempts: list[Record] = field(default_factory=list)
    asked: list[Record] = field(default_factory=list)
    answers: list[Record] = field(default_factory=list)
    finished: list[Record] = field(default_factory=list)
    corrections: list[Record] = field(default_factory=list)
    arranged: list[Record] = field(default_factory=list)
    ended: list[Record] = field(default_factory=list)
    known: int = 0
    nobodys: int = 0

    @property
    def any(self) -> bool:
        """Whether there is anything to bring back."""
        return any(getattr(self, name) for name in LISTS)


def missing(folder: Path) -> Missing:
    """Read the journal and compare it with the school; nothing is written.

    Raises:
        Refused: a line is damaged.
    """
    by_kind: dict[str, dict[str, Record]] = {kind: {} for kind in kinds.FIELDS}
    for record in days.records(folder):
        if record["is"] in by_kind:
            by_kind[record["is"]][record["id"]] = record
    return _compared(by_kind)


def _compared(by_kind: dict[str, dict[str, Record]]) -> Missing:
    found = Missing()
    people = {str(pk) for pk in User.objects.values_list("pk", flat=True)}
    courses = set(Course.objects.values_list("pk", flat=True))
    slugs = set(Skill.objects.values_list("slug", flat=True))
    named = {_attempt_of(record) for kind in ATTEMPTS for record in by_kind[kind].values()}
    states: dict[str, str] = dict(_stored(Attempt, "id", named, "id", "state"))
    for key, record in by_kind["attempt"].items():
        if key not in states and record["learner_id"] in people and record["course_id"] in courses:
            found.attempts.append(record)
    there = states.keys() | {record["id"] for record in found.attempts}
    places = {(key, place) for key, place in _stored(Asked, "attempt_id", named, "attempt_id", "position")}
    for record in by_kind["asked"].values():
        if record["attempt_id"] in there and record["skill__slug"] in slugs and _place(record) not in places:
            found.asked.append(record)
    places |= {_place(record) for record in found.asked}
    steps = {(a, p, n) for a, p, n in _stored(Answer, "attempt_id", named, "attempt_id", "position", "number")}
    for record in by_kind["answer"].values():
        _sort(found, record, places, steps)
    found.finished = [
        record for key, record in by_kind["finished"].items() if key in there and states.get(key) != State.FINISHED
    ]
    stored = {key for (key,) in _stored(Correction, "id", set(by_kind["correction"]), "id")}
    for key, record in by_kind["correction"].items():
        known = {record["learner_id"], record["by_id"]} <= people and record["skill__slug"] in {*slugs, None}
        if known and key not in stored:
            found.corrections.append(record)
    found.arranged, found.ended = arranged.lacking(by_kind["arrangement"], by_kind["ended"])
    return found


def _sort(found: Missing, record: Record, places: set[tuple[str, int]], steps: set[tuple[str, int, int]]) -> None:
    if _place(record) not in places:
        found.nobodys += 1
    elif (*_place(record), record["number"]) in steps:
        found.known += 1
    else:
        found.answers.append(record)


def _attempt_of(record: Record) -> str:
    return str(record.get("attempt_id", record["id"]))


def _place(record: Record) -> tuple[str, int]:
    return record["attempt_id"], record["position"]


def _stored(model: Any, by: str, keys: Iterable[str], *fields: str) -> Iterator[tuple[Any, ...]]:
    """These fields of the rows whose ``by`` is among ``keys``, ids as text."""
    schools = list(School.objects.values_list("pk", flat=True))  # the indexes of the log begin with the school
    for some in _some(sorted(keys)):
        for row in model.objects.filter(school_id__in=schools, **{f"{by}__in": some}).values_list(*fields):
            yield tuple(str(value) if isinstance(value, UUID) else value for value in row)


def _some(items: list[Any]) -> Iterator[list[Any]]:
    return (items[at : at + AT_ONCE] for at in range(0, len(items), AT_ONCE))


def bring_back(found: Missing, told: Callable[[str, float], None]) -> list[str]:
    """Write what is missing, learner by learner, each whole or not at all. May be repeated.

    Returns the sentences about learners whose levels do not agree with their answers afterwards (none, if all is well).
    """
    wrong = []
    by_learner = _by_learner(found)
    for done, (learner_id, records) in enumerate(sorted(by_learner.items()), start=1):
        learner = User.objects.select_related("school").get(pk=learner_id)
        with transaction.atomic():
            User.objects.select_for_update().get(pk=learner_id)
            _write(learner, records)
        wrong += [f"{one.learner_id}: {one.what} differs from the log." for one in differences(learner)]
        told("bring answers back", done / len(by_learner))
    return wrong


def _by_learner(found: Missing) -> dict[str, Missing]:
    named = {_attempt_of(record) for record in (*found.asked, *found.answers, *found.finished)}
    owner = dict(_stored(Attempt, "id", named, "id", "learner_id"))
    owner |= {record["id"]: record["learner_id"] for record in found.attempts}
    sorted_out: dict[str, Missing] = {}
    for kind in ("attempts", "asked", "answers", "finished"):
        for record in getattr(found, kind):
            whose = owner[_attempt_of(record)]
            getattr(sorted_out.setdefault(whose, Missing()), kind).append(record)
    for kind in ("corrections", "arranged", "ended"):
        for record in getattr(found, kind):
            getattr(sorted_out.setdefault(record["learner_id"], Missing()), kind).append(record)
    return sorted_out


def _write(learner: User, found: Missing) -> None:
    arranged.write(found.arranged, found.ended)
    skills = dict(Skill.objects.values_list("slug", "pk"))
    numbers = {slug: str(pk) for slug, pk in skills.items()}
    _insert(Attempt, [_attempt(record, numbers) for record in found.attempts])
    _insert(Asked, [Asked(**_columns(record), skill_id=skills[record["skill__slug"]]) for record in found.asked])
    _insert(Answer, [Answer(**_columns(record)) for record in found.answers])
    for record in sorted(found.finished, key=lambda one: str(one["finished_at"])):
        _finish(learner, UUID(record["id"]), datetime.fromisoformat(record["finished_at"]))
    _reopen(learner, [UUID(record["id"]) for record in found.attempts])
    if found.corrections or (found.finished and _corrections(learner).exists()):
        _correct(learner, found.corrections, skills)


def _insert(model: Any, rows: list[Any]) -> None:
    """A row that is there already stays as it is."""
    model.objects.bulk_create(rows, batch_size=AT_ONCE, ignore_conflicts=True)


def _attempt(record: Record, numbers: dict[str, str]) -> Attempt:
    """Closed for the moment, since only one may be open at a thing; ``_finish`` and ``_reopen`` say what it is."""
    about = _columns(record) | {"subject": kinds.renamed(record["subject"], numbers)}
    return Attempt(**about, state=State.RESTARTED)


def _columns(record: Record) -> Record:
    """What is written as it stands; a journal of the version before lacks the newest columns."""
    return {name: record[name] for name in kinds.FIELDS[record["is"]] if "__" not in name and name in record}


def _finish(learner: User, attempt_id: UUID, at: datetime) -> None:
    """As ``practice.actions.finish`` does, for an attempt in whatever state: once, later than the one before."""
    sitting = queries.sittings(learner.school_id, [attempt_id]).get(attempt_id)
    if sitting is None or sitting.state == State.FINISHED or sitting.current is not None:
        return
    mine = Attempt.objects.filter(school_id=learner.school_id, learner=learner)
    last = mine.aggregate(last=Max("finished_at"))["last"]
    at = max(at, last + timedelta(microseconds=1)) if last else at
    mine.filter(id=attempt_id).update(
        state=State.FINISHED, finished_at=at, right=sitting.right, asked=len(sitting.questions)
    )
    events.publish(finished(sitting, at))


def _corrections(learner: User) -> QuerySet[Correction]:
    return Correction.objects.filter(school_id=learner.school_id, learner=learner)


def _correct(learner: User, records: list[Record], skills: dict[str, int]) -> None:
    """The corrections, behind those that were made since the restore; then every level is told anew."""
    last: int = _corrections(learner).aggregate(last=Max("number"))["last"] or 0
    new = sorted(records, key=lambda record: int(record["number"]))
    clash = bool(new) and new[0]["number"] <= last
    numbers = [last + place if clash else record["number"] for place, record in enumerate(new, start=1)]
    _insert(Correction, [
        Correction(**_columns(record) | {"number": number}, skill_id=skills.get(record["skill__slug"]))
        for record, number in zip(new, numbers, strict=True)
    ])  # fmt: skip
    mine = LevelChange.objects.filter(school_id=learner.school_id, learner=learner)
    touched = {row.skill_id for row in _corrections(learner) if row.skill_id}
    touched |= set(mine.order_by().values_list("skill_id", flat=True).distinct())
    retell(learner, touched, mine.aggregate(last=Max("at"))["last"] or learner.created_at)


def _reopen(learner: User, new: list[UUID]) -> None:
    """Of each thing the newest attempt is open again, unless it was finished; those before it were dropped."""
    mine = Attempt.objects.filter(school_id=learner.school_id, learner=learner)
    rows = mine.order_by("course_id", "activity", "subject", "assignment_id", "started_at")
    for (_, activity, *_), group in groupby(rows, key=_thing):
        *before, newest = group
        for one in before:
            if one.state == State.OPEN:
                dropped = State.LAPSED if activity == Activity.MASTERY_CHALLENGE else State.RESTARTED
                mine.filter(id=one.id).update(state=dropped)
        if newest.id in new and newest.state == State.RESTARTED:
            mine.filter(id=newest.id).update(state=State.OPEN)


def _thing(one: Attempt) -> tuple[str, str, str, UUID | None]:
    """What only one attempt may be open at."""
    return one.course_id, one.activity, one.subject, one.assignment_id
