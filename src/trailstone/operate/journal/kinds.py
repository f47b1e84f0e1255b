"""What the journal says of the log: which columns of which table, by which names."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final
from uuid import UUID

from trailstone.content.models import Skill
from trailstone.practice.models import Answer, Asked, Attempt, State
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
}  # fmt: skip
# What is not written: what the outcome of a replay gives again.
DERIVED: Final = {"attempt": {"state", "finished_at", "right"}, "asked": set(), "answer": set(), "correction": set()}
MODELS: Final[Mapping[str, Any]] = {"attempt": Attempt, "asked": Asked, "answer": Answer, "correction": Correction}


def records(kind: str, ids: Iterable[UUID], schools: list[int]) -> Rows:
    """The records of these rows, in the order of their ids; for ``finished`` the ids are of level changes."""
    if kind == "finished":
        changes = LevelChange.objects.filter(school_id__in=schools, id__in=list(ids))
        attempts = set(changes.values_list("attempt_id", flat=True))
        rows = Attempt.objects.filter(school_id__in=schools, id__in=attempts, state=State.FINISHED)
    else:
        rows = MODELS[kind].objects.filter(school_id__in=schools, id__in=list(ids))
    slugs = {str(pk): slug for pk, slug in Skill.objects.values_list("pk", "slug")} if kind == "attempt" else {}
    for row in rows.order_by("id").values(*FIELDS[kind]):
        told = {"subject": renamed(row["subject"], slugs)} if slugs else {}
        yield {"is": kind, **row, **told}


def renamed(subject: str, names: Mapping[str, str]) -> str:
    """An attempt's subject with another name for its skill; one that names no skill is left alone."""
    return SKILL + names[subject.removeprefix(SKILL)] if subject.startswith(SKILL) else subject
