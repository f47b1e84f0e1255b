"""What learners did lately: where their levels were a week ago, and when they last worked."""

from collections.abc import Collection, Mapping
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Max, OuterRef, Subquery

from trailstone.people import calendar
from trailstone.people.models import School
from trailstone.practice.models import Attempt
from trailstone.progress.models import LevelChange
from trailstone.reports.work import as_text, read_keys

WEEK = timedelta(days=7)


def moved_since(school: School, learners: Collection[UUID], today: date) -> Mapping[tuple[UUID, int], tuple[int, int]]:
    """By learner and skill, the level at the end of the school's day a week ago and the level now, of skills weighed
    since. One query."""
    since = calendar.end_of_day(school, today - WEEK)
    changes = LevelChange.objects.filter(school_id=school.pk, learner_id__in=learners, at__gte=since)
    fields = (as_text("learner_id"), "skill_id", "before", "after")
    found: dict[tuple[str, int], tuple[int, int]] = {}
    for who, skill, before, after in changes.order_by("at", "id").values_list(*fields):
        found[who, skill] = (found[who, skill][0] if (who, skill) in found else before, after)
    keys = read_keys(who for who, _ in found)
    return {(keys[who], skill): both for (who, skill), both in found.items()}


def last_active(school: School, learners: Collection[UUID]) -> Mapping[UUID, datetime]:
    """When each learner last began or finished something; learners who never did are not in it. One query."""
    attempts = Attempt.objects.filter(school_id=school.pk, learner_id__in=learners).order_by()
    rows = attempts.values("learner_id").annotate(began=Max("started_at"), ended=Max("finished_at"))
    found = rows.values_list("learner_id", "began", "ended")
    return {learner: max(began, ended) if ended else began for learner, began, ended in found}


def last_worked(school: School, learner: str) -> tuple[Subquery, Subquery]:
    """For rows with a learner, in the column of that name: when they last began and last finished something, each None
    when they never did. No query of its own."""
    mine = Attempt.objects.filter(school_id=school.pk, learner_id=OuterRef(learner)).order_by().values("learner_id")
    began, ended = mine.annotate(last=Max("started_at")), mine.annotate(last=Max("finished_at"))
    return Subquery(began.values("last")), Subquery(ended.values("last"))
