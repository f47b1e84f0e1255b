"""What the journal says of the log: which columns of which table, by which names."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final
from uuid import UUID

from django.db.models import QuerySet

from trailstone.content.models import Skill
from trailstone.practice.models import Answer, Arrangement, Asked, Attempt, State
from trailstone.progress.models import Correction, LevelChange

Rows = Iterator[dict[str, Any]]
SKILL = "skill:"  # how an exercise's subject begins: with the skill's number, which is of one database
FIELDS: Final[Mapping[str, tuple[str, ...]]] = {
    "attempt": (
        "id", "school_id", "learner_id", "course_id", "activity", "subject", "policy", "started_at", "asked",
        "arranged", "assignment_id",
    ),
    "asked": ("id", "school_id", "attempt_id", "position", "skill__slug", "version", "seed", "bonus"),
    "answer": (
        "id", "school_id", "attempt_id", "position", "number", "kind", "response", "mark", "misconception", "ms",
        "client_key", "at",
    ),
    "finished": ("id", "school_id", "finished_at"),
    "correction": (
        "id", "school_id", "learner_id", "number", "follows", "does", "attempt_id", "skill__slug", "level", "undoes",
        "by_id", "reason", "at",
    ),
    "arrangement": ("id", "school_id", "learner_id", "classroom_id", "kind", "by_id", "at"),
    "ended": ("id", "school_id", "learner_id", "ended_by_id", "ended_at"),
}  # fmt: skip
# What is not written: what a replay gives again, what "ended" says, and why something was arranged, which often speaks
# of a learner's health and must not lie about on a stick.
DERIVED: Final[Mapping[str, set[str]]] = {
    "attempt": {"state", "finished_at", "right"},
    "arrangement": {"reason", "ended_by_id", "ended_at", "ended_why"},
}
MODELS: Final[Mapping[str, Any]] = {
    "attempt": Attempt, "asked": Asked, "answer": Answer, "correction": Correction, "arrangement": Arrangement,
}  # fmt: skip


def records(kind: str, ids: Iterable[UUID], schools: list[int]) -> Rows:
    """The records of these rows, in the order of their ids; for ``finished`` the ids are of level changes."""
    rows: QuerySet[Any]
    if kind == "finished":
        changes = LevelChange.objects.filter(school_id__in=schools, id__in=list(ids))
        attempts = set(changes.values_list("attempt_id", flat=True))
        rows = Attempt.objects.filter(school_id__in=schools, id__in=attempts, state=State.FINISHED)
    elif kind == "ended":
        rows = Arrangement.objects.filter(school_id__in=schools, id__in=list(ids), ended_at__isnull=False)
    else:
        rows = MODELS[kind].objects.filter(school_id__in=schools, id__in=list(ids))
    slugs = {str(pk): slug for pk, slug in Skill.objects.values_list("pk", "slug")} if kind == "attempt" else {}
    for row in rows.order_by("id").values(*FIELDS[kind]):
        told = {"subject": renamed(row["subject"], slugs)} if slugs else {}
        yield {"is": kind, **row, **told}


def renamed(subject: str, names: Mapping[str, str]) -> str:
    """An attempt's subject with another name for its skill; one that names no skill is left alone."""
    return SKILL + names[subject.removeprefix(SKILL)] if subject.startswith(SKILL) else subject
