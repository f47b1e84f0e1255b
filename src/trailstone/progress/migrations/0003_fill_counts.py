"""Fill the counts of packed rows, and the weeks of work, from what is stored.

Not one transaction: a learner at a time, each complete in itself, so that it may be interrupted and run again.
"""

from collections import Counter, defaultdict
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

from django.db import migrations, transaction

BATCH = 500
WORTH = {"attempted": 1, "familiar": 2, "proficient": 3, "mastered": 4}
PROFICIENT = 3
IDLE, A_MINUTE = timedelta(minutes=5), timedelta(minutes=1)


def fill_counts(apps: Any, schema_editor: Any) -> None:
    """The number of skills on each level, from the bytes of each row."""
    rows = apps.get_model("progress", "CourseProgress").objects.using(schema_editor.connection.alias)
    for course_id, slots in _counting(apps, schema_editor).items():
        for school in list(rows.filter(course_id=course_id).order_by().values_list("school", flat=True).distinct()):
            here = rows.filter(course_id=course_id, school=school)
            learners = list(here.values_list("learner", flat=True))
            for start in range(0, len(learners), BATCH):
                _fill(here, learners[start : start + BATCH], slots)


def _counting(apps: Any, schema_editor: Any) -> dict[str, list[int]]:
    """By course, the slots of the skills that count for its mastery."""
    placements = apps.get_model("content", "Placement").objects.using(schema_editor.connection.alias)
    in_force = placements.filter(
        retired=False, lesson__retired=False, lesson__unit__retired=False,
        lesson__unit__mastery_on=True, course__mastery_on=True,
    )  # fmt: skip
    found: defaultdict[str, list[int]] = defaultdict(list)
    for course_id, slot in in_force.values_list("course_id", "slot"):
        found[course_id].append(slot)
    return found


def _fill(here: Any, learners: list[Any], slots: list[int]) -> None:
    with transaction.atomic(using=here.db):
        rows = list(here.filter(learner__in=learners).select_for_update())
        for row in rows:
            levels = bytes(row.levels)
            often = Counter(levels[slot] for slot in slots if slot < len(levels))
            for name, level in WORTH.items():
                setattr(row, name, often[level])
        here.model.objects.using(here.db).bulk_create(
            rows,
            update_conflicts=True,
            unique_fields=["school", "learner", "course"],
            update_fields=list(WORTH),
        )


def fill_weeks(apps: Any, schema_editor: Any) -> None:
    """What each learner did in each week, from the log of answers."""
    alias = schema_editor.connection.alias
    attempts = apps.get_model("practice", "Attempt").objects.using(alias).filter(state="finished").order_by()
    zones = dict(apps.get_model("people", "School").objects.using(alias).values_list("id", "time_zone"))
    for school, learner in list(attempts.values_list("school_id", "learner_id").distinct()):
        _fill_weeks(apps, alias, school, learner, ZoneInfo(zones[school]))


def _fill_weeks(apps: Any, alias: str, school: int, learner: Any, zone: ZoneInfo) -> None:
    week_of_work = apps.get_model("progress", "WeekOfWork")
    with transaction.atomic(using=alias):
        apps.get_model("people", "User").objects.using(alias).select_for_update().get(pk=learner)
        week_of_work.objects.using(alias).filter(school_id=school, learner_id=learner).delete()
        weeks = _weeks(apps, alias, school, learner, zone)
        week_of_work.objects.using(alias).bulk_create(
            week_of_work(school_id=school, learner_id=learner, week=week, **work) for week, work in weeks.items()
        )


def _weeks(apps: Any, alias: str, school: int, learner: Any, zone: ZoneInfo) -> dict[date, dict[str, int]]:
    own = {"school_id": school, "learner_id": learner}
    attempts = apps.get_model("practice", "Attempt").objects.using(alias).filter(**own, state="finished")
    ended = dict(attempts.values_list("id", "finished_at"))
    moments, risen = _moments(apps, alias, school, list(ended)), Counter[Any]()
    changes = apps.get_model("progress", "LevelChange").objects.using(alias).filter(**own)
    for attempt, before, after in changes.values_list("attempt_id", "before", "after"):
        risen[attempt] += before < PROFICIENT <= after
    weeks: defaultdict[date, dict[str, int]] = defaultdict(lambda: {"seconds": 0, "activities": 0, "to_proficient": 0})
    for attempt, at in ended.items():
        day = at.astimezone(zone).date()
        work = weeks[day - timedelta(days=day.weekday())]
        work["seconds"] += _seconds(sorted(moments[attempt]))
        work["activities"] += 1
        work["to_proficient"] += risen[attempt]
    return weeks


def _moments(apps: Any, alias: str, school: int, attempts: list[Any]) -> dict[Any, list[datetime]]:
    answers = apps.get_model("practice", "Answer").objects.using(alias)
    found: defaultdict[Any, list[datetime]] = defaultdict(list)
    for start in range(0, len(attempts), BATCH):
        some = answers.filter(school_id=school, attempt_id__in=attempts[start : start + BATCH])
        for attempt, at in some.values_list("attempt_id", "at"):
            found[attempt].append(at)
    return found


def _seconds(moments: list[datetime]) -> int:
    gaps = [later - earlier for earlier, later in pairwise(moments)]
    spent = sum((gap if gap <= IDLE else A_MINUTE for gap in gaps), A_MINUTE if moments else timedelta())
    return int(spent.total_seconds())


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("progress", "0002_counts"), ("practice", "0001_first"), ("content", "0001_first")]
    operations = [
        migrations.RunPython(fill_counts, migrations.RunPython.noop),
        migrations.RunPython(fill_weeks, migrations.RunPython.noop),
    ]
