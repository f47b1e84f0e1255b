"""The table that is printed."""

from collections.abc import Mapping, Sequence
from typing import Any

HEAD = f"{'':<48} {'n':>6} {'a second':>9} {'p50 ms':>8} {'p95 ms':>8} {'p99 ms':>8}  "
NAMES = {
    "page": "answer, as the page sends it (HTML back)",
    "api": "answer, as JSON",
    "bare": "the same SQL without HTTP",
    "overview_page": "class overview, 35 learners: the page",
    "mastery_page": "mastery report, 35 x 15: the page",
    "skills": "skills report, 35 x 164: the query",
    "skills_page": "skills report, 35 x 164: the page, one unit",
    "skills_all_page": "skills report, 35 x 164: the page, all units",
    "skills_json": "skills report, 35 x 164: as JSON",
    "progress": "progress report, 35 learners: the query",
    "progress_page": "progress report, 35 learners: the page",
    "progress_json": "progress report, 35 learners: as JSON",
    "goal_page": "one goal, 35 learners: the page",
    "skill_page": "a skill of the report opened, 35: the page",
    "answers_page": "a learner's answers on a skill: the page",
    "activity": "activity overview, 35 learners, 30 days: the page",
    "activity_xlsx": "activity overview, 35 learners, 30 days: XLSX",
    "opportunities": "opportunities, 35 x 164: the page",
    "scores": "scores, 35 learners x 15 assignments: the page",
    "checks": "strengths and gaps of a challenge, 35: the page",
    "assignment-report": "assignment report, 35 x 30 questions: the page",
    "learner_page": "a learner at a glance: the page",
    "learner_report": "every attempt of a learner, a month: the page",
    "dashboard": "a teacher's classes: the page",
    "school_page": "totals of a school of 1,000: the page",
}


def of_site(database: str, found: Mapping[str, Any]) -> str:
    """The answer path beside its bare SQL, and the reports, on one database."""
    lines = [f"{database} ({found['version']})", HEAD]
    bare = found["rows"].get("bare", {}).get("rate")
    stages = found["rows"].pop("stages", [])
    for name, row in found["rows"].items():
        lines.append(_line(NAMES[name], row, _remark(name, row, bare)))
    return "\n".join([*lines, *_stages(stages, found["rows"].get("api", {})), ""])


def of_roster(database: str, found: Mapping[str, Any]) -> str:
    """A roster imported into an empty school, and the same once more."""
    said = "{rows:,} rows: {first} s, once more {again} s, {megabytes} MB at most".format(**found)
    return f"{database}, a roster of {said}\n"


def _stages(stages: Sequence[Sequence[Any]], served: Mapping[str, float]) -> list[str]:
    """An answer as JSON, taken apart. What the server spends beyond it is HTTP, threads and waking them."""
    if not stages:
        return []
    head = f"{'an answer as JSON, one at a time, in parts':<48} {'processor ms':>13} {'clock ms':>9}"
    rows = [f"  {name:<46} {cpu:>13.3f} {clock:>9.3f}" for name, cpu, clock in stages]
    rest = served["cpu"] - sum(cpu for _, cpu, _ in stages)
    return [head, *rows, f"  {'HTTP server and threads, under load':<46} {rest:>13.3f}"]


def _remark(name: str, row: Mapping[str, Any], bare: float | None) -> str:
    said = [f"{row['rate'] / bare:.2f} of bare"] if bare and name in ("page", "api") else []
    said += [f"{row['cpu']:.2f} ms of processor each"] if row.get("cpu") else []
    said += [f"and {row['generator']:.2f} for asking"] if row.get("generator") else []
    said += [f"{row['statements']} statements"] if row.get("statements") else []
    said += [f"{row['failed']} FAILED"] if row.get("failed") else []
    return ", ".join(said)


def _line(name: str, row: Mapping[str, Any], remark: str = "") -> str:
    numbers = f"{row['count']:>6} {row['rate']:>9.1f} {row['p50']:>8.2f} {row['p95']:>8.2f} {row['p99']:>8.2f}"
    return f"{name:<48} {numbers}  {remark}".rstrip()
